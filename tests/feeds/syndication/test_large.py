"""Large feeds: what stood there at the first reading is known, also where it was not read."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.feeds.syndication.entry import MOST_ENTRIES, MOST_UNREAD
from bot.feeds.syndication.parsing import read_feed
from tests.feeds.syndication.site import World, world_in
from tests.feeds.syndication.writing import Post, rss

HERE = "https://example.org/feed"
NEW = Post("new", work="Glass Moons")
LONG = "A night in a small town. " * 30 + "<b>It is quiet.</b> " * 200
COUNT = MOST_ENTRIES + 60


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with world_in(tmp_path) as made:
        yield made


@pytest.mark.parametrize("date", ["Thu, 02 Oct 2025 10:00:00 GMT", ""], ids=["dated", "undated"])
@pytest.mark.parametrize("newest_first", [True, False])
async def test_when_entries_go_those_that_were_not_read_are_no_news(
    world: World, date: str, newest_first: bool
) -> None:
    posts = [Post(f"post-{each}", work=f"Paper Moons {each}", date=date) for each in range(COUNT)]
    world.site.posts = posts
    await world.follow("publish")
    assert await world.fates() == {"known": COUNT}
    new = replace(NEW, date=date)
    left = posts[:50] + posts[53:]
    world.site.posts = [new, *left] if newest_first else [*left, new]
    await world.later()
    assert await world.fates() == {"known": COUNT, "published": 1}


async def test_a_feed_that_gets_shorter_brings_only_what_is_new(world: World) -> None:
    world.site.posts = [Post(f"post-{each}", text=f"Moons {each}. {LONG}") for each in range(60)]
    await world.follow("publish")
    assert len(read_feed(rss(*world.site.posts), HERE).entries) < 60
    assert await world.fates() == {"known": 60}
    world.site.posts = [NEW, *(replace(post, text=post.text[:800]) for post in world.site.posts)]
    await world.later()
    assert await world.fates() == {"known": 60, "published": 1}


async def test_of_a_large_json_feed_all_is_known(world: World) -> None:
    def written(*ids: str) -> bytes:
        words = NEW.body
        items = [{"id": each, "title": f"{each} (2021) review", "content_html": words + each} for each in ids]
        return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode()

    ids = [f"Moons {each}" for each in range(COUNT)]
    world.site.document, world.site.kind = written(*ids), "application/feed+json"
    await world.follow()
    world.site.document = written("New Moons", *ids[3:])
    await world.later()
    assert await world.fates() == {"known": COUNT, "draft": 1}


async def test_what_comes_later_in_such_numbers_is_no_archive(world: World) -> None:
    world.site.posts = [Post("old", work="Old Moons")]
    await world.follow()
    world.site.posts = [Post(f"post-{each}", work=f"Paper Moons {each}") for each in range(COUNT)]
    await world.later()
    assert await world.fates() == {"known": 1, "draft": MOST_ENTRIES}


RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://example.org/"><title>Rows</title></channel>{}</rdf:RDF>"""
RSS = "<rss version='2.0'><channel><title>Rows</title>{}</channel></rss>"
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'><title>Rows</title>{}</feed>"


@pytest.mark.parametrize(
    ("whole", "item"),
    [
        (RSS, "<item><title>{}</title><guid isPermaLink='false'>a&amp;b {}</guid><link>/{}</link></item>"),
        (RSS, "<item><title>{}</title><guid>the same for all</guid><link>/moons/{}</link></item>"),
        (RSS, "<item><title>Moons {}</title><guid><![CDATA[https://example.org/?p={}&c=1]]></guid></item>"),
        (RSS, "<item><title>Moons {}</title>\n<link>\n /moons/{}?a=1&amp;b=2 </link></item>"),
        (RSS, "<item><title>M {}</title><link><![CDATA[https://example.org/moons/{}]]></link></item>"),
        (RSS, f"<item><title>Moons {{}}</title><guid>{'a-long-name-' * 20}{{}}</guid></item>"),
        (ATOM, "<entry><title>Moons</title><link href='/{}'/><id>tag:example.org,2025:{}</id></entry>"),
        (ATOM, "<entry><id>\n urn:uuid:{}\n</id><title>Moons</title><content>x</content></entry>"),
        (RDF, "<item rdf:about='https://example.org/r{}'><title>M</title><link>https://example.org/{}</link></item>"),
        (RDF, '<item a="b" rdf:about="urn:{}&amp;a=1"><title>Moons</title></item>'),
    ],
)  # fmt: skip
def test_the_names_that_are_found_at_a_glance_are_those_that_a_whole_reading_finds(
    whole: str, item: str
) -> None:
    items = [item.replace("{}", str(each)) for each in range(COUNT)]
    document = read_feed(whole.format("".join(items)).encode(), HERE)
    assert len(document.entries) == MOST_ENTRIES
    names = {entry.name for half in (items[:130], items[130:])
             for entry in read_feed(whole.format("".join(half)).encode(), HERE).entries}  # fmt: skip
    assert len(names) == COUNT
    assert {entry.name for entry in document.entries} | {*document.unread} == names


def test_a_name_that_several_share_is_known_of_none_of_them() -> None:
    posts = [Post(f"post-{each}") if each % 2 else Post("same", link="/same") for each in range(COUNT)]
    assert "same" not in " ".join(read_feed(rss(*posts), HERE).unread)


def test_of_an_endless_feed_the_names_are_bounded() -> None:
    endless = rss(*(Post(f"post-{each}", text="x") for each in range(3 * MOST_UNREAD)))
    assert len(read_feed(endless, HERE).unread) <= MOST_UNREAD
