"""Pages and feeds that hang whoever reads them: told kindly, and everything else goes on."""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from bot.feeds.contents import Found
from bot.feeds.fetching import Limits as Fetching
from bot.feeds.fetching import fetcher
from bot.feeds.online import each_fetched, read_address
from bot.feeds.sandbox import Limits, Sandbox, sandbox
from bot.feeds.syndication.drafting import from_feed, from_page
from bot.feeds.syndication.parsing import read_feed
from bot.feeds.syndication.poller import Poller
from storage import feeds
from tests.feeds.fetching.sites import fetching, says, site
from tests.feeds.sandbox import readers
from tests.feeds.syndication.site import World, world_in
from tests.feeds.syndication.writing import Post
from tests.feeds.test_online import PAGE
from tests.storage.worlds import look

P = ParamSpec("P")
T = TypeVar("T")


@dataclass
class Hanging:
    """Reads in a real process, which hangs over whatever these functions would read."""

    read: Sandbox
    hung: list[Callable[..., Any]] = field(default_factory=list)

    async def __call__(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        if function in self.hung:
            return await self.read(readers.never_ends, b"page")
        return await self.read(function, *args, **kwargs)

    async def each(
        self, function: Callable[P, Iterable[T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> AsyncGenerator[T]:
        if function in self.hung:
            yield await self.read(readers.never_ends, b"page")
        async for each in self.read.each(function, *args, **kwargs):
            yield each


@asynccontextmanager
async def hanging(*hung: Callable[..., Any]) -> AsyncIterator[Hanging]:
    async with sandbox(Limits(cpu_seconds=1.0, wall_seconds=60)) as read:
        yield Hanging(read, list(hung))


@asynccontextmanager
async def world_that_hangs(folder: Path, *hung: Callable[..., Any]) -> AsyncIterator[tuple[World, Hanging]]:
    """A bot that follows a feed of one old post, and reads it in a process that hangs over some things."""
    async with (
        world_in(folder) as world,
        hanging() as read,
        fetcher(world.clock, limits=Fetching(gap_seconds=0.0), allows=lambda *_: True) as fetch,
    ):
        world.poller = Poller(world.desk, fetch, lambda: 0.5, read=read)
        world.site.posts = [Post("old", work="Old Film")]
        await world.follow("publish")
        read.hung.extend(hung)
        world.site.posts.insert(0, Post("new", work="Paper Moons"))
        yield world, read


async def published(world: World) -> list[tuple[object, ...]]:
    return await look(world.desk.store, "SELECT w.title FROM reviews r JOIN works w ON w.id = r.work_id")


async def test_a_page_that_hangs_its_reader_is_said_to_take_too_long() -> None:
    async with site(says(PAGE)) as films, fetching(films) as fetch, hanging(each_fetched) as read:
        (fault,) = await read_address(fetch, films.url(), lambda name: False, read)
        assert str(fault) == f"{films.url()}: That page takes too long to read; bring in its text alone."
        read.hung.clear()
        (found,) = await read_address(fetch, films.url(), lambda name: name == "Nightcap", read)
    assert isinstance(found, Found)
    assert found.draft.title == "Nightcap"


async def test_a_feed_that_hangs_its_reader_rests_like_one_that_fails(tmp_path: Path) -> None:
    async with world_that_hangs(tmp_path, read_feed) as (world, read):
        await world.later()
        feed = await world.feed()
        assert (feed.failures, feed.error) == (1, "That feed takes too long to read.")
        assert feed.next_at > world.desk.now()
        read.hung.clear()
        await world.later()
        assert await published(world) == [("Paper Moons",)]
        assert (await world.feed()).failures == 0


async def test_an_entry_that_hangs_its_reader_is_tried_again_and_holds_up_no_other(tmp_path: Path) -> None:
    async with world_that_hangs(tmp_path, from_page) as (world, read):
        world.site.teaser = True
        await world.later()
        assert await published(world) == []
        assert await world.fates() == {"known": 1, "waiting": 1}
        world.site.teaser = False
        world.site.posts.insert(0, Post("newer", work="Slow Boats"))
        await world.later(1)
        read.hung.clear()
        await world.later()
        assert set(await published(world)) == {("Paper Moons",), ("Slow Boats",)}


async def test_an_entry_that_always_hangs_is_given_up_in_the_end(tmp_path: Path) -> None:
    async with world_that_hangs(tmp_path, from_feed) as (world, _):
        for _ in range(6):
            await world.later()
        assert await world.fates() == {"known": 1, "refused": 1}
        (feed,) = await world.desk.store.read(feeds.followed)
        assert feed.failures == 0
