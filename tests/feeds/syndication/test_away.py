"""Sites that are away or ask for patience: what they brought waits for them, and not for ever."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.feeds.fetching import Limits, fetcher
from bot.feeds.syndication.deciding import LONGEST_AWAY, is_away, next_site_try
from bot.feeds.syndication.poller import Poller
from storage import entries
from tests.feeds.syndication.site import World, world_in
from tests.feeds.syndication.writing import Post

HOUR = 3_600
TEASERS = [Post(f"teaser-{each}", work=f"Paper Moons {each}") for each in range(30)]


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with world_in(tmp_path) as made:
        made.site.teaser = True
        yield made


async def hours(world: World, count: int) -> None:
    """So many hours go by; within each, sites are asked as a bot does that was started anew."""
    for _ in range(count):
        world.clock.now += HOUR
        async with fetcher(world.clock, limits=Limits(gap_seconds=0.0), allows=lambda *_: True) as fetch:
            world.poller = Poller(world.desk, fetch, lambda: 0.5)
            await world.settle()


@pytest.mark.parametrize("status", [503, 502, 429])
async def test_an_entry_outlasts_an_outage_of_a_day(world: World, status: int) -> None:
    await world.follow()
    world.site.posts = TEASERS[:1]
    world.site.pages_left, world.site.page_status = 0, status
    await hours(world, 24)
    assert await world.fates() == {"waiting": 1}
    world.site.pages_left = None
    await hours(world, 24)
    assert await world.fates() == {"draft": 1}


async def test_an_entry_whose_site_never_comes_back_is_given_up_and_was_asked_for_little(
    world: World,
) -> None:
    await world.follow()
    world.site.posts = TEASERS[:1]
    world.site.pages_left = 0
    await hours(world, 2 * LONGEST_AWAY // HOUR)
    assert await world.fates() == {"refused": 1}
    assert world.site.asked.count("/teaser-0") <= 25
    (given_up,) = await world.desk.store.read(entries.troubled, (await world.feed()).id, 5)
    assert "is not available just now" in given_up.why


async def test_of_a_site_that_gives_few_pages_an_hour_all_are_read_in_the_end(world: World) -> None:
    await world.follow()
    world.site.posts = TEASERS
    world.site.page_status, world.site.page_headers = 429, {"Retry-After": str(HOUR)}
    for _ in range(LONGEST_AWAY // HOUR):
        world.site.pages_left = 3
        await hours(world, 1)
    assert await world.fates() == {"draft": 30}


async def test_an_edited_entry_is_waited_for_anew(world: World) -> None:
    await world.follow()
    world.site.posts = TEASERS[:1]
    world.site.pages_left = 0
    await hours(world, 2 * LONGEST_AWAY // HOUR)
    world.site.posts = [Post("teaser-0", work="Glass Moons")]
    await hours(world, 30)
    assert await world.fates() == {"waiting": 1}


@pytest.mark.parametrize(
    ("status", "away"), [(0, True), (429, True), (500, True), (503, True), (403, False), (404, False)]
)
def test_a_site_is_away_where_its_answer_tells_nothing_of_a_page(status: int, away: bool) -> None:
    assert is_away(status) == away


def test_a_site_that_is_away_for_longer_is_asked_less_often_and_never_earlier_than_it_wants() -> None:
    assert next_site_try(0, 0, 0) == 600
    assert next_site_try(40_000, 0, 0) == 50_000
    assert next_site_try(40_000, 0, 20_000.5) == 60_001
    assert next_site_try(LONGEST_AWAY, 0, 9) is None
