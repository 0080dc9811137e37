"""Reads the reviews at a web address: a page, a text, or data in the project's own form."""

import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Protocol
from urllib.parse import urlsplit

from bot.feeds.contents import Found, all_of, read_contents, read_many, read_one
from bot.feeds.faults import Fault, Skipped
from bot.feeds.fetching import Fetched, Unfetchable
from bot.feeds.pages import NotAReview
from bot.feeds.sandbox import IN_THREADS, Read
from bot.feeds.sorts import NotReadable, sort_of
from bot.rules.addresses import web_address

WHOLE = 0
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")

KnownNames = Callable[[str], bool]


class Fetch(Protocol):
    """What fetches an address, or a file of so many bytes, such as a Fetcher. Raises Unfetchable."""

    def __call__(
        self, url: str, etag: str = "", modified: str = "", file_bytes: int = 0
    ) -> Awaitable[Fetched]: ...


def is_address(text: str) -> bool:
    """Whether it is meant as an address and not as a file's name."""
    return _SCHEME.match(text) is not None


async def read_address(
    fetch: Fetch, url: str, known_names: KnownNames, read: Read = IN_THREADS
) -> list[Found | Fault | Skipped]:
    """The reviews at an address and what is wrong with the others; never raises for what stands there."""
    try:
        fetched = await fetch(url)
    except Unfetchable as error:
        return [Fault(url, WHOLE, "", str(error))]
    return await all_of(read, "page", url, each_fetched, fetched, url, known_names)


def read_fetched(fetched: Fetched, url: str, known_names: KnownNames) -> list[Found | Fault | Skipped]:
    """The reviews in what was fetched for `url`: a page, a text, or a file of many, read as from disk."""
    return list(each_fetched(fetched, url, known_names))


def each_fetched(fetched: Fetched, url: str, known_names: KnownNames) -> Iterator[Found | Fault | Skipped]:
    """The same, one after the other."""
    name = PurePosixPath(urlsplit(fetched.url).path).name
    try:
        sort = sort_of(fetched.body, name, fetched.kind)
        if sort == "archive":
            yield from read_contents(fetched.body, url, known_names)
            return
        if sort not in ("page", "text"):
            yield from read_many(sort, fetched.body, url, fetched.encoding, known_names)
            return
        draft = read_one(sort, fetched.body, fetched.url, fetched.encoding, known_names)
    except (NotReadable, NotAReview) as error:
        yield Fault(url, WHOLE, "", str(error))
        return
    address = _own_address(draft.url, fetched.url)
    yield Found(replace(draft, url=address), address or url)


def _own_address(claimed: str, fetched: str) -> str:
    """The address that a page gives itself, where it is of the same site; else it could pass for another."""
    own, its = (urlsplit(url).netloc.removeprefix("www.") for url in (fetched, claimed))
    return claimed if own == its else web_address(fetched)
