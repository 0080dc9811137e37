"""Feeds are read from real servers: each entry once, none lost, and sites are left alone as they ask."""

from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from bot.feeds.fetching import Fetched
from bot.feeds.syndication.poller import OTHER_SITE, TWICE, Poller
from bot.rules.drafts import Draft
from bot.rules.followed_feeds import ailments, news_of
from storage import Place, editing, feeds
from storage.entries import AT_ONCE, FLOODS
from tests.desks import bring as publish
from tests.feeds.syndication.site import World, world_in
from tests.feeds.syndication.writing import Post, rss
from tests.storage.worlds import follow, look, number, rows_in

OLD = [Post(f"old-{each}", work=f"Old Film {each}") for each in range(5)]
NEW = Post("new", work="Paper Moons")


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with world_in(tmp_path) as made:
        made.site.posts = list(OLD)
        yield made


async def kept(world: World) -> list[tuple[object, ...]]:
    return await look(
        world.desk.store,
        "SELECT w.title, r.status, r.revision FROM reviews r JOIN works w ON w.id = r.work_id ORDER BY r.id",
    )


async def test_a_first_reading_takes_nothing_and_a_new_entry_becomes_a_draft(world: World) -> None:
    await world.follow()
    assert await world.fates() == {"known": 5}
    world.site.posts.insert(0, NEW)
    await world.later()
    await world.later()
    assert await kept(world) == [("Paper Moons", "draft", 1)]
    assert await world.fates() == {"known": 5, "draft": 1}


async def test_when_a_site_takes_one_down_the_older_one_below_is_no_news(world: World) -> None:
    posts = [
        Post(f"post-{day}", work=f"Moons {day}", date=f"0{day} Oct 2025 10:00:00 GMT")
        for day in range(9, 1, -1)
    ]
    world.site.posts = posts[:5]
    await world.follow("publish")
    world.site.posts = [posts[0], *posts[2:6]]
    await world.later()
    assert await world.fates() == {"known": 6}


async def test_a_trusted_feed_publishes_what_is_sure_and_alerts_once(world: World) -> None:
    await follow(world.desk.store, Place("discord", 1))
    await world.follow("publish")
    world.site.posts.insert(0, NEW)
    await world.later()
    await world.later()
    assert await kept(world) == [("Paper Moons", "published", 1)]
    assert await rows_in(world.desk.store, "deliveries") == 1


async def test_an_edited_entry_revises_its_review_and_alerts_nobody_again(world: World) -> None:
    await follow(world.desk.store, Place("discord", 1))
    await world.follow("publish")
    world.site.posts.insert(0, NEW)
    await world.later()
    world.site.posts[0] = replace(NEW, stars="5")
    await world.later()
    assert await kept(world) == [("Paper Moons", "published", 2)]
    assert await number(world.desk.store, "SELECT CAST(score AS INTEGER) FROM reviews") == 100
    assert await rows_in(world.desk.store, "deliveries") == 1


@pytest.mark.parametrize(
    "changed",
    [{"date": "Fri, 10 Oct 2025 10:00:00 GMT"}, {"id": "another-name"}],
    ids=["re-dated", "renamed"],
)
async def test_an_entry_that_says_the_same_is_not_taken_again(world: World, changed: dict[str, str]) -> None:
    await world.follow()
    world.site.posts.insert(0, NEW)
    await world.later()
    world.site.posts[0] = replace(NEW, **changed)
    await world.later()
    assert await kept(world) == [("Paper Moons", "draft", 1)]


async def test_a_renamed_entry_that_is_edited_later_still_revises_its_own_review(world: World) -> None:
    await world.follow("publish")
    world.site.posts.insert(0, NEW)
    await world.later()
    world.site.posts[0] = replace(NEW, id="another-name")
    await world.later()
    world.site.posts[0] = replace(NEW, id="another-name", stars="5")
    await world.later()
    assert await kept(world) == [("Paper Moons", "published", 2)]


async def test_a_review_that_an_editor_took_back_stays_so_when_its_entry_is_edited(world: World) -> None:
    await world.follow("publish")
    world.site.posts.insert(0, NEW)
    await world.later()

    def retract() -> object:
        yield "UPDATE reviews SET status = 'retracted'", ()

    await world.desk.store.write(retract)  # type: ignore[arg-type]
    world.site.posts[0] = replace(NEW, stars="5")
    await world.later()
    assert await kept(world) == [("Paper Moons", "retracted", 1)]
    assert (await world.fates())["skipped"] == 1


async def test_of_a_teaser_the_page_is_read(world: World) -> None:
    world.site.teaser = True
    await world.follow()
    world.site.posts.insert(0, NEW)
    await world.later()
    assert world.site.asked.count("/new") == 1
    assert await kept(world) == [("Paper Moons", "draft", 1)]


async def test_a_page_that_is_away_is_tried_again_and_not_for_ever(world: World) -> None:
    world.site.teaser = True
    await world.follow()
    world.site.posts.insert(0, NEW)
    world.site.document = rss(
        *[replace(post, link=f"{world.site.address}/gone") for post in (NEW,)], teaser=True
    )
    for _ in range(12):
        await world.later()
    assert world.site.asked.count("/gone") == 5
    assert (await world.fates())["refused"] == 1


async def test_half_a_character_in_a_name_stops_no_feed(world: World) -> None:
    body = NEW.body.replace('"', "'")
    names = '"id": "on\\ud83de\\u0000", "title": "Paper Moons (2021) review"'
    item = f'{{{names}, "content_html": "\\ud83d{body}"}}'
    head = '{"version": "https://jsonfeed.org/version/1.1", "title": "Ro\\ud83dws", "items": ['
    world.site.kind = "application/feed+json"
    world.site.document = f"{head}]}}".encode()
    await world.follow("publish")
    world.site.document = f"{head}{item}]}}".encode()
    await world.later()
    assert await kept(world) == [("Paper Moons", "published", 1)]
    assert ((await world.feed()).title, (await world.feed()).failures) == ("Rows", 0)


async def test_what_has_not_changed_is_not_sent_again(world: World) -> None:
    world.site.etag = '"one"'
    await world.follow()
    await world.later()
    feed = await world.feed()
    assert (feed.etag, feed.failures, feed.read_at) == ('"one"', 0, world.desk.now())


async def test_a_feed_that_is_gone_for_good_rests(world: World) -> None:
    await world.follow()
    world.site.status = 410
    for _ in range(5):
        await world.later()
    feed = await world.feed()
    assert feed.paused_at is not None
    assert world.site.asked == ["/feed", "/feed"]
    assert "gone for good (410). I ask for it no more." in " ".join(ailments(feed, world.desk.now()))
    event = await world.desk.store.read(feeds.last_event, feed.id, 0)
    assert event is not None
    assert event.told == "is gone for good (410), and is read no more"
    world.site.status = 200
    await world.desk.store.write(feeds.resume, feed.id, world.desk.now())
    await world.settle()
    assert ((await world.feed()).failures, (await world.feed()).error) == (0, "")


async def test_a_site_that_asks_for_patience_gets_it(world: World) -> None:
    await world.follow()
    world.site.status, world.site.headers = 429, {"Retry-After": "80000"}
    await world.later()
    asked = len(world.site.asked)
    await world.later(70_000)
    assert len(world.site.asked) == asked
    assert "patience" in (await world.feed()).error


async def test_failures_back_off_and_a_good_reading_forgets_them(world: World) -> None:
    await world.follow()
    world.site.status = 500
    for _ in range(7 * 24):
        await world.later(3600)
    assert len(world.site.asked) <= 16
    feed = await world.feed()
    assert feed.failures >= 7
    assert "127.0.0.1" in feed.error
    world.site.status = 200
    await world.later()
    assert (await world.feed()).failures == 0


async def test_a_feed_that_has_moved_for_good_is_read_and_its_new_address_noted(world: World) -> None:
    await world.follow()
    world.site.status, world.site.headers = 301, {"Location": "/new-feed"}
    await world.later()
    feed = await world.feed()
    assert (feed.failures, feed.address) == (0, world.site.feed)
    assert feed.moved_to == f"{world.site.address}/new-feed"


async def test_a_feed_that_says_so_for_a_day_is_followed_to_its_new_address(world: World) -> None:
    await world.follow("publish")
    new = f"{world.site.address}/new-feed"
    world.site.status, world.site.headers = 308, {"Location": "/new-feed"}
    await world.later()
    await world.later(3_600 * 23)
    assert (await world.feed()).address == world.site.feed
    await world.later()
    feed = await world.feed()
    assert (feed.address, feed.moved_to, feed.trust) == (new, "", "publish")
    event = await world.desk.store.read(feeds.last_event, feed.id, 0)
    assert event is not None
    assert event.told == f"moved for good from {world.site.feed} to {new}"
    assert news_of(event).endswith(f"it {event.told}.")
    world.site.status, world.site.headers = 200, {}
    world.site.posts.insert(0, NEW)
    asked = world.site.asked.count("/feed")
    await world.later()
    assert world.site.asked.count("/feed") == asked
    assert await kept(world) == [("Paper Moons", "published", 1)]


async def test_a_feed_whose_redirect_was_a_mistake_stays_where_it_is(world: World) -> None:
    await world.follow()
    for status in (301, 200, 301, 302, 301, 200):
        world.site.status = status
        world.site.headers = {"Location": "/new-feed"} if status != 200 else {}
        await world.later()
    assert ((await world.feed()).address, (await world.feed()).moved_to) == (world.site.feed, "")


async def test_a_trusted_feed_that_moves_to_another_site_makes_drafts_from_then_on(world: World) -> None:
    await world.follow("publish")
    elsewhere = world.site.address.replace("127.0.0.1", "feeds.localtest.example")
    ours = partial(_stands_at, world, elsewhere)
    moving = Poller(world.desk, ours, lambda: 0.5)
    for _ in range(2):
        world.clock.now += 2 * 86_400
        while await moving.read_next():
            pass
    feed = await world.feed()
    assert (feed.address, feed.trust) == (f"{elsewhere}/feed", "draft")
    event = await world.desk.store.read(feeds.last_event, feed.id, 0)
    assert event is not None
    assert OTHER_SITE in event.told


async def _stands_at(world: World, site: str, url: str, etag: str = "", modified: str = "") -> Fetched:
    """What the site of the test answers, as if it led to another one for good."""
    body = rss(*world.site.posts)
    return Fetched(f"{site}/feed", 200, "application/rss+xml", body, "utf-8", moved=f"{site}/feed")


async def test_of_two_feeds_that_become_one_the_other_rests(world: World) -> None:
    first = await world.follow()
    store, new = world.desk.store, f"{world.site.address}/new-feed"
    await store.write(feeds.add, new, "draft", "test", store.ids(), world.desk.now(), world.desk.now())
    world.site.status, world.site.headers = 301, {"Location": "/new-feed"}
    await world.later()
    await world.later()
    rests = await store.read(feeds.get, first.id)
    assert rests is not None
    assert rests.paused_at is not None
    assert TWICE in rests.error
    assert TWICE in " ".join(ailments(rests, world.desk.now()))


async def test_of_a_flood_few_are_published_and_nobody_is_told_of_the_others(world: World) -> None:
    await follow(world.desk.store, Place("discord", 1))
    await world.follow("publish")
    world.site.posts = [Post(f"flood-{each}", work=f"Flood {each}") for each in range(40)]
    await world.later()
    assert await world.fates() == {"known": 5, "published": AT_ONCE, "draft": 40 - AT_ONCE}
    assert await rows_in(world.desk.store, "deliveries") == AT_ONCE
    (event,) = await world.desk.store.read(feeds.events, 9)
    assert (event.name, event.told) == ("The Late Row", FLOODS)


@pytest.mark.parametrize("renamed", [False, True], ids=["in place", "under new names"])
async def test_a_site_that_dates_its_whole_archive_anew_floods_nobody(world: World, renamed: bool) -> None:
    archive = [Post(f"post-{each}", work=f"Archived {each}") for each in range(60)]
    world.site.posts = archive[:10]
    await follow(world.desk.store, Place("discord", 1))
    await world.follow("publish")
    name = "again-{}" if renamed else "{}"
    world.site.posts = [
        replace(post, id=name.format(post.id), date="Fri, 10 Oct 2025 09:00:00 GMT") for post in archive
    ]
    await world.later()
    fates = await world.fates()
    assert (fates["published"], fates["draft"]) == (AT_ONCE, 50 - AT_ONCE)
    await world.later()
    assert await world.fates() == fates
    assert await rows_in(world.desk.store, "deliveries") <= AT_ONCE


async def test_an_entry_that_could_be_about_several_works_becomes_a_draft_that_asks(world: World) -> None:
    for year in (2016, 2025):
        url = f"https://example.org/{year}"
        await publish(world.desk.store, Draft("Paper Moons", "film", year, url=url))
    await world.desk.catalogue.refresh()
    await world.follow("publish")
    world.site.posts.insert(0, replace(NEW, year=""))
    await world.later()
    assert (await world.fates())["draft"] == 1
    ((number,),) = await look(world.desk.store, "SELECT id FROM reviews WHERE status = 'draft'")
    known = await world.desk.store.read(editing.manuscript, number)
    assert known is not None
    assert [work.year for work in known.could_be] == [2025, 2016]


@pytest.mark.parametrize(
    ("document", "why"), [(b"<html><body>Hello", "web page"), (b"", "no feed"), (b"{", "JSON")]
)
async def test_what_is_no_feed_is_said(world: World, document: bytes, why: str) -> None:
    await world.follow()
    world.site.document = document
    await world.later()
    assert why in (await world.feed()).error


async def test_a_quiet_feed_is_asked_little_in_a_month_and_a_busy_one_more(world: World) -> None:
    await world.follow()
    for _ in range(30 * 24):
        await world.later(3600)
    quiet = len(world.site.asked)
    assert quiet <= 45
    for each in range(7 * 24):
        if each % 4 == 0:
            world.site.posts.insert(0, Post(f"busy-{each}", work=f"Busy Film {each}"))
        await world.later(3600)
    busy = len(world.site.asked) - quiet
    assert 7 < busy <= 7 * 24


async def test_a_feed_that_was_removed_while_it_was_read_brings_nothing(world: World) -> None:
    feed = await world.follow()
    world.site.posts.insert(0, NEW)
    claimed = await world.desk.store.read(feeds.get, feed.id)
    assert claimed is not None
    await world.desk.store.write(feeds.remove, feed.id)
    assert await world.poller.read(claimed) == ""
    await world.settle()
    assert await rows_in(world.desk.store, "entries") == 0
    assert await rows_in(world.desk.store, "reviews") == 0
