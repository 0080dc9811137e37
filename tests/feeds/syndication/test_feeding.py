"""`python -m bot feeds`: what an operator is told."""

from collections.abc import AsyncIterator
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from bot.feeding import Feeds
from bot.feeds.fetching import Limits, fetcher
from tests.feeds.syndication.site import World, world_in
from tests.feeds.syndication.writing import Post
from tests.storage.worlds import rows_in
from tests.test_command_line import run


class Operator:
    """Somebody at a terminal; `told` is what they were told last."""

    def __init__(self, feeds: Feeds, told: StringIO, world: World) -> None:
        self.feeds = feeds
        self.world = world
        self._told = told

    def told(self) -> str:
        text = self._told.getvalue()
        self._told.truncate(self._told.seek(0))
        return text


@pytest.fixture
async def operator(tmp_path: Path) -> AsyncIterator[Operator]:
    told = StringIO()
    limits = Limits(gap_seconds=0.0)
    async with world_in(tmp_path) as world, fetcher(limits=limits, allows=lambda *_: True) as fetch:
        world.site.posts = [Post("one", work="Paper Moons"), Post("two", work="Harbour Lights")]
        yield Operator(Feeds(world.desk, fetch, Console(file=told, width=200), lambda: 0.5), told, world)


async def test_a_feed_is_added_listed_and_removed(operator: Operator) -> None:
    address = operator.world.site.feed
    assert await operator.feeds.add(address, publish=False)
    assert "2 entries there, known from now on." in operator.told()
    assert await operator.feeds.add(address, publish=True)
    assert "is followed already" in operator.told()
    assert await operator.feeds.show()
    assert "🟢 fine · publishes · read 0 minutes ago" in operator.told()
    assert await operator.feeds.remove(address)
    assert not await operator.feeds.remove(address)
    assert "is not followed" in operator.told()


async def test_what_is_no_feed_is_not_added(operator: Operator) -> None:
    assert not await operator.feeds.add(f"{operator.world.site.address}/one", publish=False)
    assert "That is a web page and no feed." in operator.told()
    assert await rows_in(operator.world.desk.store, "feeds") == 0


async def test_a_preview_shows_what_would_be_read_and_writes_nothing(operator: Operator) -> None:
    assert await operator.feeds.preview(operator.world.site.feed)
    told = operator.told()
    assert "The Late Row: 2 entries" in told
    assert "Paper Moons (2021) · 4/5 · watch" in told
    assert await rows_in(operator.world.desk.store, "feeds") == 0


async def test_a_check_says_what_is_wrong(operator: Operator) -> None:
    world = operator.world
    await world.follow()
    assert await operator.feeds.check()
    world.site.status = 500
    await world.later()
    await world.later()
    assert not await operator.feeds.check()
    assert "It could not be read (2 times in a row): 127.0.0.1 has trouble of its own" in operator.told()


async def test_a_feed_that_has_said_nothing_for_long_is_named(operator: Operator) -> None:
    await operator.world.follow()
    for _ in range(40):
        await operator.world.later()
    assert not await operator.feeds.check()
    assert "It has brought nothing new for 80 days." in operator.told()


def test_the_command_line_refuses_an_address_inside_this_machine(tmp_path: Path) -> None:
    ended = run(tmp_path, "feeds", "add", "http://127.0.0.1:8080/feed")
    assert ended.status == 3
    assert "private network" in ended.said
    listed = run(tmp_path, "feeds", "list")
    assert listed.status == 0
    assert "No feed is followed." in listed.said
