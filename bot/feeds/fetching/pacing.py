"""One request at a time to each site, with a gap between two, and none while it wants to be left alone."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

_REMEMBERED = 1000


@dataclass(slots=True)
class _Site:
    """Times are the loop's, in seconds."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    rests_until: float = 0.0
    waiting: int = 0


class Turns:
    """Who may ask which site when; at most `at_once` sites are asked at the same time."""

    def __init__(self, gap_seconds: float, at_once: int) -> None:
        self._gap = gap_seconds
        self._doors = asyncio.Semaphore(at_once)
        self._sites: dict[str, _Site] = {}

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait for the site's turn and keep it inside the block."""
        loop = asyncio.get_running_loop()
        site = self._site(host)
        site.waiting += 1
        try:
            async with site.turn:
                await asyncio.sleep(max(0.0, site.free_at - loop.time()))
                try:
                    async with self._doors:
                        yield
                finally:
                    site.free_at = loop.time() + self._gap
        finally:
            site.waiting -= 1

    def rest(self, host: str, seconds: float) -> None:
        """The site wants to be left alone for so long."""
        self._site(host).rests_until = asyncio.get_running_loop().time() + seconds

    def rests(self, host: str) -> float:
        """For how many seconds the site still wants to be left alone."""
        site = self._sites.get(host)
        return max(0.0, site.rests_until - asyncio.get_running_loop().time()) if site else 0.0

    @property
    def remembered(self) -> int:
        """How many sites are kept in mind."""
        return len(self._sites)

    def _site(self, host: str) -> _Site:
        if len(self._sites) >= _REMEMBERED and host not in self._sites:
            now = asyncio.get_running_loop().time()
            self._sites = {
                name: site
                for name, site in self._sites.items()
                if site.waiting or max(site.free_at, site.rests_until) > now
            }
        return self._sites.setdefault(host, _Site())
