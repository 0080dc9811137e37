"""Reads what was fetched from a feed's address: RSS and Atom in all their versions, and JSON Feed.

Only as much is read as the entries that count need: a feed of ten thousand entries costs what one of two
hundred does. Nothing here opens an address or a file.
"""

import calendar
import io
import re
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import islice
from typing import Any

import feedparser

from bot.feeds.syndication.entry import (
    LONGEST_CONTENT,
    MOST_ENTRIES,
    MOST_UNREAD,
    Document,
    Entry,
    NotAFeed,
    absolute,
    told_apart,
    unread_names,
)
from bot.feeds.syndication.glancing import marks_at_a_glance
from bot.feeds.syndication.json_feed import read_json_feed
from bot.rules.wording import printable

LONGEST_BYTES = 2 * 1024 * 1024
MOST_MARKUP = 20_000
LONGEST_REST = 86_400

_ITEM = re.compile(rb"<(/?)(?:\w{1,20}:)?(?:item|entry)[\s>/]", re.IGNORECASE)
_DECLARING = re.compile(rb"<!DOCTYPE[^>\[]{0,200}\[", re.IGNORECASE)
_DECLARED = re.compile(rb"\]\s*>")
_MARKUP = re.compile(rb"[<&]")
# The parser wants a hundred times the memory that a tag has.
_LONG_TAG = re.compile(rb"</?[a-zA-Z][^<>]{20000,}>?")
_CHARACTER = re.compile(rb"&#(?:[xX]0*(?P<hexadecimal>[0-9a-fA-F]+)|0*(?P<decimal>[0-9]+))(?![0-9a-fA-F])")
_LARGEST_CHARACTER, _HALVES = 0x10FFFF, range(0xD800, 0xE000)
_TAG = re.compile(r"<[^<>]*>")
_TOP = 16 * 1024
_PAGE = re.compile(rb"\s*(?:<!doctype html|<html)", re.IGNORECASE)
_NAMED_FEED = re.compile(
    rb"<link\b[^<>]{0,500}application/(?:rss|atom|feed)\+(?:xml|json)[^<>]{0,500}>", re.I
)
_ADDRESS = re.compile(rb"href\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)


def read_feed(body: bytes, address: str, kind: str = "", encoding: str = "") -> Document:
    """The feed in these bytes, fetched from `address`. Raises NotAFeed.

    `kind` and `encoding` are what its server said they are, where it did.
    """
    begins = body.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if begins == b"{":
        return read_json_feed(body.decode("utf-8-sig", "replace"), address)
    if _PAGE.match(body):
        raise NotAFeed(_other_address(body, address))
    declared = f"{kind or 'application/xml'}; charset={encoding}" if encoding else kind or "application/xml"
    plain = _CHARACTER.sub(_possible, _LONG_TAG.sub(b"", _without_declarations(body)))
    places = list(_items(plain))
    try:
        parsed = feedparser.parse(
            io.BytesIO(_as_much_as_counts(plain, places)),
            response_headers={"content-type": declared},
            resolve_relative_uris=False,  # else an entry's name would change with the feed's address
        )
    except (ArithmeticError, LookupError, ValueError):  # what is no character, no encoding, no number
        raise NotAFeed("That feed is too broken to be read. Please check the address.") from None
    if not parsed.get("version") and not parsed.entries:
        raise NotAFeed("That is no feed: it is neither RSS, Atom nor JSON Feed. Please check the address.")
    entries = told_apart(_entries(parsed.entries[:MOST_ENTRIES], address))
    unread: tuple[str, ...] = ()
    if len(parsed.entries) < len(places):
        ends = _ends(places, MOST_UNREAD)
        unread = unread_names((marks_at_a_glance(plain[start:end], address) for start, end in ends), entries)
    return Document(_title(dict(parsed.feed))[:200], entries, _rest(dict(parsed.feed)), unread)


def _as_much_as_counts(plain: bytes, places: list[tuple[int, int]]) -> bytes:
    """The document with the first and last of its entries only, which stand in these places.

    Nearly all feeds begin with the newest entry; those that end with it are served too.
    """
    places = _ends(places, MOST_ENTRIES)
    head, foot = (plain[: places[0][0]], plain[places[-1][1] :]) if places else (plain, b"")
    if len(foot) > _TOP:
        foot = b""
    while True:
        chosen = head + b"".join(plain[start:end] for start, end in places) + foot
        kept = _affordable(chosen)
        if len(kept) == len(chosen) or len(places) < 2:
            return kept
        places = _ends(places, len(places) // 2) if len(places) >= 4 else places[:1]


def _ends(places: list[tuple[int, int]], most: int) -> list[tuple[int, int]]:
    """The first and the last of them, as many of each."""
    return places if len(places) <= most else places[: most // 2] + places[-(most // 2) :]


def _affordable(document: bytes) -> bytes:
    """As much from its beginning as is parsed within a second, whatever it is."""
    kept = document[:LONGEST_BYTES]
    too_many = next(islice(_MARKUP.finditer(kept), MOST_MARKUP, None), None)
    return kept[: too_many.start()] if too_many else kept


def _without_declarations(body: bytes) -> bytes:
    """Without the part of a document type that makes up entities, which may be made to swell."""
    begin = _DECLARING.search(body, 0, _TOP)
    end = _DECLARED.search(body, begin.end()) if begin else None
    return body[: begin.start()] + body[end.end() :] if begin and end else body


def _possible(character: re.Match[bytes]) -> bytes:
    """A character that is written as a number, where there is one of that number."""
    hexadecimal, decimal = character["hexadecimal"], character["decimal"]
    number = int(hexadecimal[:9], 16) if hexadecimal else int(decimal[:9])
    return b"&#xFFFD" if number > _LARGEST_CHARACTER or number in _HALVES else character[0]


def _items(body: bytes) -> Iterator[tuple[int, int]]:
    """Where each entry begins and ends; the last one may be cut short."""
    began = -1
    for tag in _ITEM.finditer(body):
        if not tag.group(1):
            began = tag.start() if began < 0 else began
        elif began >= 0:
            yield began, body.find(b">", tag.start()) + 1 or len(body)
            began = -1
    if began >= 0:
        yield began, len(body)


def _entries(parsed: list[Mapping[str, Any]], address: str) -> Iterator[Entry]:
    # Plain dicts: the parser's own kind answers with other keys in the place of missing ones.
    for each in map(dict[str, Any], parsed):
        contents = [_raw(content, "value") for content in each.get("content") or ()]
        contents.append(_raw(each, "summary"))
        yield Entry(
            name=printable(_raw(each, "id")),
            title=_title(each),
            link=absolute(address, _raw(each, "link")),
            author=_line(each, "author", 100),
            published=_moment(each),
            content=max(contents, key=len)[:LONGEST_CONTENT],
        )


def _raw(each: Mapping[str, Any], key: str) -> str:
    value = each.get(key)
    return value.strip() if isinstance(value, str) else ""


def _title(each: Mapping[str, Any]) -> str:
    title, detail = _line(each, "title", 500), each.get("title_detail") or {}
    return title if detail.get("type") == "text/plain" else unescape(_TAG.sub("", title))


def _line(each: Mapping[str, Any], key: str, limit: int) -> str:
    return " ".join(printable(_raw(each, key)).split())[:limit]


def _moment(each: Mapping[str, Any]) -> int | None:
    for key in ("published_parsed", "updated_parsed"):
        if parts := each.get(key):
            try:
                return calendar.timegm(parts)
            except (ValueError, OverflowError):
                return None
    return None


def _rest(feed: Mapping[str, Any]) -> int:
    """How long it asks to be left alone: RSS says so in minutes, in `ttl`."""
    minutes = _raw(feed, "ttl")
    return min(LONGEST_REST, 60 * int(minutes)) if minutes.isdecimal() and len(minutes) < 9 else 0


def _other_address(body: bytes, address: str) -> str:
    said = "That is a web page and no feed."
    named = _NAMED_FEED.search(body[:LONGEST_BYTES])
    found = _ADDRESS.search(named.group()) if named else None
    other = absolute(address, found.group(1).decode("utf-8", "replace")) if found else ""
    return f"{said} The feed that it names is {other}" if other else f"{said} It names no feed either."
