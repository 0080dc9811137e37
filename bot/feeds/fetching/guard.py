"""The way to a site: a name is looked up once, judged, and connected to exactly where it was judged."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from ipaddress import ip_address

from aiohttp.abc import AbstractResolver, ResolveResult

from bot.feeds.fetching.addresses import PRIVATE, Address, Allows
from bot.feeds.fetching.outcome import Unfetchable

LookUp = Callable[[str, int], Awaitable[list[Address]]]


async def look_up(host: str, port: int) -> list[Address]:
    """The addresses of a name, as this machine finds them. Raises OSError."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ip_address(place[0]) for *_, place in found))


class Guard(AbstractResolver):
    """Gives out the addresses of a name only where every one of them may be reached."""

    def __init__(self, allows: Allows, look_up: LookUp) -> None:
        self._allows = allows
        self._look_up = look_up

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The judged addresses. Raises Unfetchable, OSError."""
        found = await self._look_up(host, port)
        # One private address among public ones is no accident.
        if not all(self._allows(address, port) for address in found):
            raise Unfetchable(PRIVATE.format(host=host))
        return [_resolved(host, port, address) for address in found]

    async def close(self) -> None:
        """There is nothing to close."""

    def open_socket(
        self, place: tuple[int, int, int, str, tuple[str, int] | tuple[str, int, int, int]]
    ) -> socket.socket:
        """A socket for one address: the last look, whatever way it came here. Raises PermissionError."""
        family, kind, protocol, _, (host, port, *_) = place
        if not self._allows(ip_address(host), port):
            raise PermissionError("not a public address")
        return socket.socket(family, kind, protocol)


def _resolved(host: str, port: int, address: Address) -> ResolveResult:
    return ResolveResult(
        hostname=host,
        host=str(address),
        port=port,
        family=socket.AF_INET if address.version == 4 else socket.AF_INET6,
        proto=0,
        flags=socket.AI_NUMERICHOST,
    )
