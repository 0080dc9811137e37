"""Reads the reviews at a web address: a page, a text, or data in the project's own form."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from bot.feeds.faults import Fault
from bot.feeds.fetching import Fetched, Fetcher, Unfetchable
from bot.feeds.files import Found
from bot.feeds.importer import source_of
from bot.feeds.pages import NotAReview, read_page, read_post
from bot.feeds.pages.decoding import decode
from bot.feeds.reading import read_json, read_jsonl
from bot.rules.addresses import web_address
from bot.rules.drafts import Draft

WHOLE = 0
_DATA = ("application/json", "text/json")
_LINES = ("application/jsonl", "application/x-ndjson", "application/x-jsonlines")
_TEXTS = ("text/plain", "text/markdown", "text/x-markdown")
_FEEDS = (b"<rss", b"<feed", b"<rdf:rdf", b"https://jsonfeed.org/")
_HEAD = 1000
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_A_FEED = "That is a feed of many reviews; read it with python -m bot feeds add, and its address."

KnownNames = Callable[[str], bool]


def is_address(text: str) -> bool:
    """Whether it is meant as an address and not as a file's name."""
    return _SCHEME.match(text) is not None


async def read_address(fetch: Fetcher, url: str, known_names: KnownNames) -> list[Found | Fault]:
    """The reviews at an address and what is wrong with the others; never raises for what stands there."""
    try:
        fetched = await fetch(url)
    except Unfetchable as error:
        return [Fault(url, WHOLE, "", str(error))]
    return await asyncio.to_thread(read_fetched, fetched, url, known_names)


def read_fetched(fetched: Fetched, url: str, known_names: KnownNames) -> list[Found | Fault]:
    """The reviews in what was fetched for `url`."""
    if any(mark in fetched.body[:_HEAD].lower() for mark in _FEEDS):
        return [Fault(url, WHOLE, "", _A_FEED)]
    if fetched.kind in (*_DATA, *_LINES):
        read = read_jsonl if fetched.kind in _LINES else read_json
        each = read(decode(fetched.body, fetched.encoding), url)
        return [one if isinstance(one, Fault) else Found(one, source_of(one)) for one in each]
    try:
        draft = _read_article(fetched, known_names)
    except NotAReview as error:
        return [Fault(url, WHOLE, "", str(error))]
    address = _own_address(draft.url, fetched.url)
    return [Found(replace(draft, url=address), address or url)]


def _own_address(claimed: str, fetched: str) -> str:
    """The address that a page gives itself, where it is of the same site; else it could pass for another."""
    own, its = (urlsplit(url).netloc.removeprefix("www.") for url in (fetched, claimed))
    return claimed if own == its else web_address(fetched)


def _read_article(fetched: Fetched, known_names: KnownNames) -> Draft:
    if fetched.kind in _TEXTS:
        return read_post(decode(fetched.body, fetched.encoding), known_names)
    return read_page(fetched.body, fetched.url, fetched.encoding, known_names)
