"""A site of one's own on this machine, with a feed whose answers a test decides, and a bot that reads it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from aiohttp import web

from bot.desk import Desk
from bot.feeds.fetching import Limits, fetcher
from bot.feeds.syndication.poller import Poller
from storage import entries, feeds
from storage.feeds import Feed, Trust
from tests.desks import NOW, desk_in
from tests.feeds.syndication.writing import Post, page, rss


@dataclass
class Site:
    """What stands where, and who asked for it. `document` overrides what /feed answers.

    It gives `pages_left` of its pages (None: as many as one likes), and refuses further ones with
    `page_status` and `page_headers`.
    """

    address: str = ""
    posts: list[Post] = field(default_factory=list)
    document: bytes | None = None
    kind: str = "application/rss+xml"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: str = ""
    teaser: bool = False
    pages_left: int | None = None
    page_status: int = 503
    page_headers: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    @property
    def feed(self) -> str:
        return f"{self.address}/feed"

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(request.path)
        if request.path == "/feed":
            if self.etag and request.headers.get("If-None-Match") == self.etag:
                return web.Response(status=304, headers={"ETag": self.etag})
            posts = [replace(post, link=f"{self.address}/{post.id}") for post in self.posts]
            body = rss(*posts, teaser=self.teaser) if self.document is None else self.document
            headers = self.headers | ({"ETag": self.etag} if self.etag else {})
            return web.Response(body=body, content_type=self.kind, status=self.status, headers=headers)
        if request.path == "/new-feed":
            posts = [replace(post, link=f"{self.address}/{post.id}") for post in self.posts]
            return web.Response(body=rss(*posts), content_type=self.kind)
        found = [post for post in self.posts if f"/{post.id}" == request.path]
        if not found or self.status != 200:
            raise web.HTTPNotFound
        if self.pages_left is not None:
            if self.pages_left < 1:
                return web.Response(status=self.page_status, headers=self.page_headers)
            self.pages_left -= 1
        return web.Response(body=page(found[0]), content_type="text/html")


class Clock:
    """Time that goes on when a test says so."""

    def __init__(self) -> None:
        self.now = float(NOW)

    def __call__(self) -> float:
        return self.now


@dataclass
class World:
    """A site, and a bot that follows feeds."""

    site: Site
    desk: Desk
    clock: Clock
    poller: Poller

    async def follow(self, trust: Trust = "draft") -> Feed:
        """Follow the site's feed; the first reading is done."""
        store = self.desk.store
        feed, _ = await store.write(
            feeds.add, self.site.feed, trust, "test", store.ids(), self.desk.now(), self.desk.now()
        )
        await self.settle()
        return feed

    async def settle(self) -> None:
        """Do all that is due now."""
        while await self.poller.take_next() or await self.poller.read_next():
            pass

    async def later(self, seconds: int = 2 * 86_400) -> None:
        """So much time goes by, and then all is done that is due."""
        self.clock.now += seconds
        await self.settle()

    async def feed(self) -> Feed:
        (feed,) = await self.desk.store.read(feeds.followed)
        return feed

    async def fates(self) -> dict[str, int]:
        return dict(await self.desk.store.read(entries.counts, (await self.feed()).id))  # type: ignore[arg-type]


@asynccontextmanager
async def site_on_this_machine() -> AsyncIterator[Site]:
    site = Site()
    runner = web.ServerRunner(web.Server(site.answer))  # type: ignore[arg-type]
    await runner.setup()
    try:
        listening = web.TCPSite(runner, "127.0.0.1", 0)
        await listening.start()
        port = runner.addresses[0][1]
        site.address = f"http://127.0.0.1:{port}"
        yield site
    finally:
        await runner.cleanup()


@asynccontextmanager
async def world_in(folder: Path) -> AsyncIterator[World]:
    """A bot that may reach this machine, by a clock of its own."""
    clock = Clock()
    limits = Limits(gap_seconds=0.0)
    async with (
        site_on_this_machine() as site,
        desk_in(folder) as opened,
        fetcher(clock, limits=limits, allows=lambda *_: True) as fetch,
    ):
        desk = replace(opened, clock=clock)
        yield World(site, desk, clock, Poller(desk, fetch, lambda: 0.5))
