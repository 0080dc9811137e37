"""The fetcher itself: asks, follows redirects by hand, and gives back a body or a sentence.

It reads no robots.txt. That file is for programs that find their own way through a site; this one goes only
where an editor sent it, or where a feed that an editor chose says that its own article stands, once for each
article. How to be asked gently is told by the site's answers (429, 503, Retry-After), and these are obeyed.
"""

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

import aiohttp
from yarl import URL

from bot.feeds.fetching.addresses import Allows, anywhere_public, onward, refusal_of
from bot.feeds.fetching.answers import (
    ACCEPT,
    charset_of,
    check_status,
    come_again,
    explained,
    is_readable,
    kind_of,
    mark_of,
    most_bytes,
    patience,
)
from bot.feeds.fetching.guard import Guard, LookUp, look_up
from bot.feeds.fetching.outcome import MEGABYTE, Fetched, Limits, Unfetchable
from bot.feeds.fetching.pacing import Turns
from bot.feeds.fetching.unpacking import ASKED, CODINGS, BrokenPacking, TooLarge, Unpacking
from bot.vitals import VERSION

USER_AGENT = f"reviews-bot/{VERSION}"
_FOR_GOOD = (301, 308)
_REDIRECTS = (*_FOR_GOOD, 302, 303, 307)
_PATIENCE = (429, 503)
DEFAULT_LIMITS = Limits()


class Fetcher:
    """Fetches one address after the other; call it. `clock` tells unix time in seconds."""

    def __init__(
        self, session: aiohttp.ClientSession, limits: Limits, clock: Callable[[], float], allows: Allows
    ) -> None:
        self._session = session
        self._limits = limits
        self._clock = clock
        self._allows = allows
        self._turns = Turns(limits.gap_seconds, limits.at_once)

    async def __call__(self, url: str, etag: str = "", modified: str = "", file_bytes: int = 0) -> Fetched:
        """What stands there. `etag` and `modified` are those of an earlier answer: then 304 is one too.

        With `file_bytes` it is a file of any kind, and may have that many. Raises Unfetchable.
        """
        refused, left = refusal_of(url, self._allows), self._limits.total_seconds
        if refused:
            raise Unfetchable(refused)
        target, moved, for_good = url, "", True
        for _ in range(self._limits.redirects + 1):
            host = URL(target).host or ""
            self._check_rest(host)
            async with self._turns.turn(host):
                began = time.monotonic()
                found = await self._ask(target, host, _conditions(etag, modified), left, file_bytes)
                left -= time.monotonic() - began
            if isinstance(found, Fetched):
                return replace(found, moved=moved)
            target, for_good = found.target, for_good and found.for_good
            moved = target if for_good else moved
        raise Unfetchable(f"{URL(url).host} sends me from one address to the next without an end.")

    def _check_rest(self, host: str) -> None:
        # Also after waiting for a turn nobody asks a site that has just asked for patience of somebody else.
        if rest := self._turns.rests(host):
            raise Unfetchable(f"{host} asked for patience; {come_again(rest)}.", 429, rest)

    async def _ask(
        self, url: str, host: str, conditions: dict[str, str], left: float, file_bytes: int
    ) -> "Fetched | _Onward":
        """One request, every error a sentence. Raises Unfetchable."""
        self._check_rest(host)
        try:
            async with (
                asyncio.timeout(left),
                self._session.get(URL(url), headers=conditions, allow_redirects=False) as response,
            ):
                return await self._read(response, url, host, file_bytes)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise explained(error, host, self._limits) from None

    async def _read(
        self, response: aiohttp.ClientResponse, url: str, host: str, file_bytes: int
    ) -> "Fetched | _Onward":
        status, headers = response.status, response.headers
        if status in _REDIRECTS:
            return self._onward(url, host, headers.get("Location", ""), status in _FOR_GOOD)
        rest = patience(headers, self._clock(), self._limits.longest_rest_seconds)
        if status in _PATIENCE:
            self._turns.rest(host, rest)
        check_status(host, status, rest)
        kind = kind_of(headers)
        return Fetched(
            url=url,
            status=304 if status == 304 else 200,
            kind=kind,
            body=b"" if status == 304 else await self._body(response, kind, host, file_bytes),
            encoding=charset_of(headers),
            etag=mark_of(headers, "ETag"),
            modified=mark_of(headers, "Last-Modified"),
            retry_after=rest,
        )

    def _onward(self, url: str, host: str, location: str, for_good: bool) -> "_Onward":
        target, refused = onward(url, location)
        if refused:
            raise Unfetchable(refused)
        # What is refused here is not told: nobody typed it, and it may name what lies inside a network.
        if refusal_of(target, self._allows):
            raise Unfetchable(f"{host} leads on to an address that I may not read.")
        return _Onward(target, for_good)

    async def _body(self, response: aiohttp.ClientResponse, kind: str, host: str, file_bytes: int) -> bytes:
        coding = response.headers.get("Content-Encoding", "").strip().lower()
        if not file_bytes and not is_readable(kind):
            raise Unfetchable(f"{host} sends {kind} there, not a page that I can read.")
        if coding not in CODINGS:
            raise Unfetchable(f"{host} packs its pages in a way that I cannot unpack.")
        most = file_bytes or most_bytes(kind, self._limits)
        unpacking = Unpacking(coding, most)
        try:
            async for piece in response.content.iter_any():
                unpacking.take(piece)
            return unpacking.body()
        except TooLarge:
            large = f"{most / MEGABYTE:g} MB"
            raise Unfetchable(f"{host} sends more than {large} there; bring the text in as a file.") from None
        except BrokenPacking:
            raise Unfetchable(f"{host} sends something that cannot be unpacked; try again later.") from None


@dataclass(frozen=True, slots=True)
class _Onward:
    """Where a redirect leads; `for_good` says that the old address is done with."""

    target: str
    for_good: bool


def _conditions(etag: str, modified: str) -> dict[str, str]:
    asked = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {name: value for name, value in asked.items() if value}


@asynccontextmanager
async def fetcher(
    clock: Callable[[], float] = time.time,
    *,
    limits: Limits = DEFAULT_LIMITS,
    allows: Allows = anywhere_public,
    look_up: LookUp = look_up,
    tls: ssl.SSLContext | None = None,
) -> AsyncIterator[Fetcher]:
    """A fetcher for as long as the block lasts; one serves the whole program, so that it paces all of it.

    `clock` tells unix time in seconds. `allows` says which addresses may be reached, `look_up` finds those of
    a name, `tls` says whom to believe; the defaults are the public web as this machine sees it.
    """
    guard = Guard(allows, look_up)
    connector = aiohttp.TCPConnector(
        resolver=guard,
        socket_factory=guard.open_socket,
        use_dns_cache=False,
        force_close=True,  # each request is judged anew
        limit=0,
        ssl=tls or True,
    )
    async with aiohttp.ClientSession(
        connector=connector,
        headers={"User-Agent": USER_AGENT, "Accept": ACCEPT, "Accept-Encoding": ASKED},
        timeout=aiohttp.ClientTimeout(total=None, connect=limits.connect_seconds),
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=False,
        trust_env=False,  # a proxy would look names up by itself, and reach what this machine may not
    ) as session:
        yield Fetcher(session, limits, clock, allows)
