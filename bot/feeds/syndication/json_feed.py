"""Reads JSON Feed (jsonfeed.org, versions 1 and 1.1)."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from bot.feeds.syndication.entry import (
    LONGEST_CONTENT,
    MOST_ENTRIES,
    Document,
    Entry,
    NotAFeed,
    absolute,
    told_apart,
    unread_names,
)
from bot.rules.wording import printable

VERSIONS = ("https://jsonfeed.org/version/1", "http://jsonfeed.org/version/1")
# JSON can name them, and no store keeps them.
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def read_json_feed(text: str, address: str) -> Document:
    """The feed of this text. Raises NotAFeed."""
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError):
        raise NotAFeed("That begins like a JSON feed, but it is not valid JSON.") from None
    if not isinstance(feed, dict) or not _text(feed, "version").startswith(VERSIONS):
        raise NotAFeed("That is JSON, but no JSON feed: it does not name jsonfeed.org as its version.")
    listed = feed.get("items")
    items = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    entries = told_apart(_entries(items[:MOST_ENTRIES], address, _author(feed)))
    marks = ((_name(item), _link(item, address)) for item in items) if len(items) > MOST_ENTRIES else ()
    return Document(_line(feed, "title")[:200], entries, unread=unread_names(marks, entries))


def _entries(items: list[dict[str, Any]], address: str, author: str) -> Iterator[Entry]:
    for item in items:
        contents = [_text(item, key) for key in ("content_html", "content_text", "summary")]
        yield Entry(
            name=_name(item),
            title=_line(item, "title")[:500],
            link=_link(item, address),
            author=_author(item) or author,
            published=_moment(_text(item, "date_published")),
            content=max(contents, key=len)[:LONGEST_CONTENT],
        )


def _author(item: dict[str, Any]) -> str:
    listed = item.get("authors")
    authors = [*(listed if isinstance(listed, list) else ()), item.get("author")]
    return next((_line(each, "name")[:100] for each in authors if isinstance(each, dict)), "")


def _name(item: dict[str, Any]) -> str:
    return printable(_text(item, "id"))


def _link(item: dict[str, Any], address: str) -> str:
    return absolute(address, _text(item, "url"))


def _line(item: dict[str, Any], key: str) -> str:
    return printable(" ".join(_text(item, key).split()))


def _text(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return _UNSTORABLE.sub("", str(value)).strip() if isinstance(value, str | int) else ""


def _moment(text: str) -> int | None:
    try:
        moment = datetime.fromisoformat(text)
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError):
        return None
