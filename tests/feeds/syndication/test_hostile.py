"""Feeds that are broken on purpose: entries or a refusal, whatever stands in them."""

import random
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.feeds.syndication.entry import LONGEST_CONTENT, Document, NotAFeed
from bot.feeds.syndication.parsing import read_feed
from tests.feeds.hostile.feeds import check
from tests.feeds.hostile.mangling import mangled
from tests.feeds.syndication.writing import Post, rss

HERE = "https://films.example/feed"
PIECES = (
    "<item>",
    "</item>",
    "<entry>",
    "<title>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "&#x",
    "&lol;",
    "<!DOCTYPE a [",
    "]>",
)


def read(body: bytes) -> Document | str:
    """What is read, or the sentence that refuses it."""
    try:
        document = read_feed(body, HERE)
    except NotAFeed as error:
        return str(error)
    check(document)
    return document


@pytest.mark.parametrize("broken", ["", "<i>"], ids=["whole", "broken"])
@pytest.mark.parametrize(
    "character",
    [
        "&#xFFFFFFFF;",
        "&#xD800;",
        "&#55296;",
        "&#x110000;",
        "&#1114112;",
        f"&#{'9' * 5_000};",
        f"&#x{'F' * 5_000}",
    ],
    ids=range(7),
)
def test_a_character_that_does_not_exist_hides_nothing_of_the_feed(character: str, broken: str) -> None:
    feed = rss(Post("1", "Nightcap")).replace(b"(2021)", f"{character} (2021)".encode())
    (entry,) = read_feed(feed.replace(b"<item>", f"{broken}<item>".encode()), HERE).entries
    assert entry.title.startswith("Nightcap")
    assert "a night in a small town" in entry.content


def test_a_feed_that_breaks_its_parser_is_refused() -> None:
    feed = rss(Post("1", "Nightcap")).replace(b"utf-8", b"utf-16").replace(b"</title>", b"&#xFFFFFFFF;</tit")
    with pytest.raises(NotAFeed, match="too broken"):
        read_feed(feed.decode().encode("utf-16"), HERE)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32), posts=st.integers(0, 3))
def test_any_broken_feed_is_read_the_same_each_time_and_within_bounds(seed: int, posts: int) -> None:
    whole = rss(*(Post(f"{each}", f"Night Train {each}") for each in range(posts)))
    body = mangled(random.Random(seed), whole, [piece.encode() for piece in PIECES])
    found = read(body)
    assert found == read(body)
    if isinstance(found, Document):
        assert len(found.title) <= 200
        assert all(len(each.title) <= 500 and len(each.content) <= LONGEST_CONTENT for each in found.entries)


@settings(max_examples=150, deadline=None)
@given(body=st.binary(max_size=500), kind=st.text(max_size=20), encoding=st.text(max_size=20))
def test_any_bytes_are_a_feed_or_refused(body: bytes, kind: str, encoding: str) -> None:
    with suppress(NotAFeed):
        check(read_feed(body, HERE, kind, encoding))


@settings(max_examples=100, deadline=None)
@given(parts=st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=30))
def test_any_pieces_of_markup_are_a_feed_or_refused(parts: list[str]) -> None:
    read(("<?xml version='1.0'?><rss version='2.0'><channel>" + "".join(parts)).encode("utf-8", "replace"))
