"""Reads JSON Feed (jsonfeed.org, versions 1 and 1.1)."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from bot.feeds.syndication.entry import LONGEST_CONTENT, MOST_ENTRIES, Document, Entry, NotAFeed, told_apart
from bot.rules.addresses import web_address

VERSIONS = ("https://jsonfeed.org/version/1", "http://jsonfeed.org/version/1")


def read_json_feed(text: str, address: str) -> Document:
    """The feed of this text. Raises NotAFeed."""
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError):
        raise NotAFeed("That begins like a JSON feed, but it is not valid JSON.") from None
    if not isinstance(feed, dict) or not _text(feed, "version").startswith(VERSIONS):
        raise NotAFeed("That is JSON, but no JSON feed: it does not name jsonfeed.org as its version.")
    items = feed.get("items")
    entries = _entries(items if isinstance(items, list) else [], address, _author(feed))
    return Document(_text(feed, "title")[:200], told_apart(entries))


def _entries(items: list[Any], address: str, author: str) -> Iterator[Entry]:
    for item in items[:MOST_ENTRIES]:
        if isinstance(item, dict):
            contents = [_text(item, key) for key in ("content_html", "content_text", "summary")]
            yield Entry(
                name=_text(item, "id"),
                title=_text(item, "title")[:500],
                link=web_address(urljoin(address, _text(item, "url"))) if item.get("url") else "",
                author=_author(item) or author,
                published=_moment(_text(item, "date_published")),
                content=max(contents, key=len)[:LONGEST_CONTENT],
            )


def _author(item: dict[str, Any]) -> str:
    listed = item.get("authors")
    authors = [*(listed if isinstance(listed, list) else ()), item.get("author")]
    return next((_text(each, "name")[:100] for each in authors if isinstance(each, dict)), "")


def _text(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return str(value).strip() if isinstance(value, str | int) else ""


def _moment(text: str) -> int | None:
    try:
        moment = datetime.fromisoformat(text)
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError):
        return None
