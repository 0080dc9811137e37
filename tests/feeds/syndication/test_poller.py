"""Feeds are read from real servers: each entry once, none lost, and sites are left alone as they ask."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from storage import Place, feeds
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
    assert (await world.feed()).paused_at is not None
    assert world.site.asked == ["/feed", "/feed"]


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
    assert feed.failures == 0
    assert feed.moved_to == f"{world.site.address}/new-feed"


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
