"""Feeds of every kind and in every state of repair are read, within bounds."""

import json
import string
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.syndication.entry import MOST_ENTRIES, Entry, NotAFeed
from bot.feeds.syndication.parsing import LONGEST_BYTES, _as_much_as_counts, _items, read_feed
from tests.feeds.syndication.writing import Post, rss

HERE = "https://example.org/feed"
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Rows</title>
<entry><id>tag:example.org,2025:1</id><title type="html">Caf&amp;#233;</title><link href="/one"/>
<author><name>Ada Row</name></author><published>2025-10-09T10:00:00Z</published>
<updated>2025-10-10T10:00:00Z</updated><content type="html">&lt;p&gt;Long words&lt;/p&gt;</content>
<summary>Short</summary></entry></feed>"""


def test_rss_is_read_field_by_field() -> None:
    document = read_feed(rss(Post("g1", link="/one"), extra="<ttl>60</ttl>"), HERE)
    (entry,) = document.entries
    assert (document.title, document.rest) == ("The Late Row", 3600)
    assert (entry.name, entry.title) == ("g1", "Harbour Lights (2021) review")
    assert (entry.link, entry.published) == ("https://example.org/one", 1_760_004_000)
    assert "Rating: 4/5" in entry.content


def test_a_link_that_stands_in_the_guid_alone_is_read_as_it_was_meant() -> None:
    item = "<item><title>Ferry</title><guid>https://example.org/?p=1&amp;c=2</guid></item>"
    document = read_feed(f"<rss version='2.0'><channel>{item}</channel></rss>".encode(), HERE)
    assert [(each.link, each.name) for each in document.entries] == [("https://example.org/?p=1&c=2",) * 2]


def test_atom_is_read_field_by_field() -> None:
    (entry,) = read_feed(ATOM.encode(), HERE).entries
    assert entry.name == "tag:example.org,2025:1"
    assert (entry.title, entry.author, entry.link) == ("Café", "Ada Row", "https://example.org/one")
    assert (entry.published, entry.content) == (1_760_004_000, "<p>Long words</p>")


def test_a_json_feed_is_read_field_by_field() -> None:
    item = {
        "id": 7,
        "title": "Paper Moons",
        "url": "/one",
        "content_html": "<p>Long words</p>",
        "summary": "Short",
        "date_published": "2025-10-09T12:00:00+02:00",
        "authors": [{"name": "Ada Row"}],
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Rows", "items": [item, 5, None]}
    document = read_feed(json.dumps(feed).encode(), HERE)
    (entry,) = document.entries
    assert (document.title, entry.name, entry.title) == ("Rows", "7", "Paper Moons")
    assert (entry.link, entry.author) == ("https://example.org/one", "Ada Row")
    assert (entry.published, entry.content) == (1_760_004_000, "<p>Long words</p>")


@pytest.mark.parametrize("stray", ["\\ud83d", "\\u0000", "\\udc00\\u0000"])
def test_half_characters_in_json_are_left_out_and_the_rest_stays(stray: str) -> None:
    item = f'"id": "on{stray}e", "title": "Paper{stray}\\tMoons", "content_text": "It {stray}glows\\n\\nlong"'
    feed = f'{{"version": "https://jsonfeed.org/version/1", "title": "Ro{stray}ws", "items": [{{{item}}}]}}'
    document = read_feed(feed.encode(), HERE)
    (entry,) = document.entries
    assert (document.title, entry.name, entry.title) == ("Rows", "one", "Paper Moons")
    assert entry.content == "It glows\n\nlong"


@pytest.mark.parametrize("link", ["http://[x", "https://[::1", "//[/"])
def test_a_link_that_leads_nowhere_leaves_its_entry_without_one(link: str) -> None:
    item = {"id": "one", "title": "Paper Moons", "url": link}
    feed = {"version": "https://jsonfeed.org/version/1", "items": [item]}
    for body in (json.dumps(feed).encode(), rss(Post("one", "Paper Moons", link=link))):
        (entry,) = read_feed(body, HERE).entries
        assert (entry.name, entry.link) == ("one", "")


def test_a_feed_that_breaks_off_gives_what_came() -> None:
    whole = rss(*(Post(f"g{each}") for each in range(5)))
    assert len(read_feed(whole[: len(whole) * 7 // 10], HERE).entries) >= 3


def test_latin_1_is_read_as_declared_by_the_server_or_by_the_feed() -> None:
    text = "<rss version='2.0'><channel><item><title>Amélie</title></item></channel></rss>"
    declared = f"<?xml version='1.0' encoding='iso-8859-1'?>{text}"
    assert read_feed(declared.encode("latin-1"), HERE).entries[0].title == "Amélie"
    read = read_feed(text.encode("latin-1"), HERE, "application/xml", "iso8859-1")
    assert read.entries[0].title == "Amélie"


def test_entities_that_swell_are_left_as_they_are() -> None:
    names = string.ascii_lowercase[:9]
    declared = "".join(f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in pairwise(names))
    feed = f"<rss version='2.0'><channel><item><title>&{names[-1]}; Dark</title></item></channel></rss>"
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol">{declared}]>{feed}'.encode()
    (entry,) = read_feed(bomb, HERE).entries
    assert len(entry.title) < 20


def test_a_file_that_a_feed_names_is_not_opened() -> None:
    outside = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    feed = f"{outside}<rss version='2.0'><channel><item><title>x&f;</title></item></channel></rss>"
    assert read_feed(feed.encode(), HERE).entries[0].title == "x&f;"
    with pytest.raises(NotAFeed):
        read_feed(b"/etc/hostname", HERE)


def test_of_ten_thousand_entries_the_first_and_the_last_are_read() -> None:
    found = read_feed(rss(*(Post(f"g{each}", text="x") for each in range(10_000))), HERE).entries
    assert len(found) == MOST_ENTRIES
    assert (found[0].name, found[-1].name) == ("g0", "g9999")


@pytest.mark.parametrize(
    "hostile",
    [
        b"<item>" * 400_000,
        b"<" * 4_000_000,
        b"<!DOCTYPE a[" * 300_000,
        b"<div>" * 800_000,
        b"&amp;" * 800_000,
    ],
    ids=["items", "brackets", "declarations", "nesting", "entities"],
)
def test_what_is_made_to_be_slow_is_cut_to_what_is_affordable(hostile: bytes) -> None:
    body = b"<rss version='2.0'><channel>" + hostile
    assert len(_as_much_as_counts(body, list(_items(body)))) <= LONGEST_BYTES


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "neither RSS, Atom nor JSON Feed"),
        (b"\0" * 50, "neither RSS"),
        (b'{"version": 1}', "does not name jsonfeed.org"),
        (b'{"a":' + b"[" * 100_000, "not valid JSON"),
        (b"<html><p>Hello", "It names no feed either"),
        (b"<!DOCTYPE html><link rel=alternate type=application/rss+xml href='/f.xml'>", "https://example.org/f.xml"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_refused_in_words(body: bytes, said: str) -> None:
    with pytest.raises(NotAFeed, match=said.replace(".", r"\.")):
        read_feed(body, HERE)


@given(st.binary(max_size=300), st.binary(max_size=300), st.integers(0, 2000))
def test_any_bytes_give_a_feed_or_a_refusal(before: bytes, inside: bytes, cut: int) -> None:
    whole = rss(Post("a"), Post("b")).replace(b"small", inside)
    for body in (before, inside + whole[:cut], (before + whole)[cut:]):
        try:
            found = read_feed(body, HERE).entries
        except NotAFeed:
            continue
        assert len({entry.name for entry in found}) == len(found)
        assert [Entry.unpacked(entry.packed()) for entry in found] == list(found)


KEYS = st.sampled_from(["id", "url", "title", "authors", "author", "name", "content_text"])
PLAIN = st.none() | st.booleans() | st.integers() | st.text()


@given(st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner)))
def test_any_json_gives_a_feed_or_a_refusal(items: object) -> None:
    body = json.dumps({"version": "https://jsonfeed.org/version/1", "items": [items], "author": items})
    assert len(read_feed(body.encode(), HERE).entries) <= 1


def test_a_teaser_is_told_from_a_whole_text() -> None:
    words = "word " * 130
    assert Entry("a", "t", content=words).full
    assert not Entry("a", "t", content=f"{words} [&#8230;] Continue reading").full
    assert not Entry("a", "t", content=f"{words}…").full
    assert not Entry("a", "t", content="word " * 50).full
