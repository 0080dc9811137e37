"""Websites on this machine, and a fetcher that may reach just these; every name leads to them."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address

from aiohttp import web

from bot.feeds.fetching import Fetcher, Limits, fetcher
from bot.feeds.fetching.addresses import Address
from bot.feeds.fetching.guard import LookUp

LOOPBACK = ip_address("127.0.0.1")
HASTY = Limits(gap_seconds=0.0)
NOW = 1_760_000_000.0

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Site:
    """A site that listens on a port of this machine; `seen` are the requests that came.

    `let_go` is for handlers that wait until a test wants them to go on.
    """

    port: int = 0
    scheme: str = "http"
    seen: list[web.Request] = field(default_factory=list)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)

    def url(self, path: str = "/", host: str = "films.example") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"


@asynccontextmanager
async def site(handler: Handler, tls: ssl.SSLContext | None = None) -> AsyncIterator[Site]:
    """A site whose every address is answered by this handler."""
    opened = Site(scheme="https" if tls else "http")

    async def answer(request: web.BaseRequest) -> web.StreamResponse:
        assert isinstance(request, web.BaseRequest)
        opened.seen.append(request)  # type: ignore[arg-type]
        return await handler(request)  # type: ignore[arg-type]

    runner = web.ServerRunner(web.Server(answer), shutdown_timeout=0.1)
    await runner.setup()
    try:
        listener = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls)
        await listener.start()
        opened.port = runner.addresses[0][1]
        yield opened
    finally:
        await runner.cleanup()


@asynccontextmanager
async def wire(answer: bytes, *, endless: bytes = b"") -> AsyncIterator[Site]:
    """Something that listens, sends exactly these bytes, then `endless` over and over or nothing more."""
    opened = Site()
    gone = asyncio.Event()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            writer.write(answer)
            while endless:
                writer.write(endless)
                await writer.drain()
            await gone.wait()
        except ConnectionError:
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    opened.port = server.sockets[0].getsockname()[1]
    try:
        yield opened
    finally:
        gone.set()
        server.close()
        await server.wait_closed()


async def everything_here(host: str, port: int) -> list[Address]:
    """Every name is this machine's."""
    return [LOOPBACK]


@asynccontextmanager
async def fetching(
    *sites: Site,
    limits: Limits = HASTY,
    look_up: LookUp = everything_here,
    tls: ssl.SSLContext | None = None,
) -> AsyncIterator[Fetcher]:
    """A fetcher that reaches these sites and, of this machine, nothing else."""
    ports = {each.port for each in sites}

    def allows(address: Address, port: int) -> bool:
        return address == LOOPBACK and port in ports

    async with fetcher(lambda: NOW, limits=limits, allows=allows, look_up=look_up, tls=tls) as fetch:
        yield fetch


def says(text: str | bytes, kind: str = "text/html", **headers: str) -> Handler:
    """A handler that always answers this."""

    async def answer(request: web.Request) -> web.Response:
        body = text.encode() if isinstance(text, str) else text
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.Response(body=body, headers={"Content-Type": kind, **named})

    return answer


def refuses(status: int, **headers: str) -> Handler:
    """A handler that always answers with this status."""

    async def answer(request: web.Request) -> web.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.Response(status=status, text="no", headers=named)

    return answer
