"""Reading in a process of its own: whatever a page does there, the bot goes on and says so kindly."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from bot.feeds.pages import NotAReview, read_page
from bot.feeds.sandbox import Broke, Limits, Sandbox, Unreadable, sandbox
from bot.feeds.sandbox.process import LARGEST_MESSAGE
from bot.feeds.syndication.entry import NotAFeed
from bot.feeds.syndication.parsing import read_feed
from tests.feeds.pages.markup import known, page
from tests.feeds.pages.test_hostile import BOMBS
from tests.feeds.sandbox import readers
from tests.feeds.sandbox.readers import lives
from tests.feeds.syndication.writing import Post, rss

PATIENT = Limits(wall_seconds=60)
READABLE = (page(), "https://lateshow.example/x", "utf-8", known)


@pytest.fixture
async def read() -> AsyncIterator[Sandbox]:
    async with sandbox(PATIENT) as opened:
        yield opened


async def until(reached: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while True:
            if reached():
                return
            await asyncio.sleep(0.02)


async def take(numbers: AsyncIterator[int], found: list[int]) -> None:
    async for number in numbers:
        found.append(number)


async def test_what_others_left_in_memory_is_no_fault_of_a_page() -> None:
    async with sandbox(Limits(wall_seconds=60, memory_bytes=180 * 1024 * 1024)) as read:
        assert await read(readers.keeps, 80) == 80
        first = read.pid
        assert await read(readers.keeps, 90) == 90
        assert read.pid != first
        with pytest.raises(Unreadable, match="too much memory"):
            await read(readers.keeps, 400)


async def test_a_page_is_read_there_as_it_is_here(read: Sandbox) -> None:
    there, here = await read(read_page, *READABLE), read_page(*READABLE)
    assert there == here
    assert (there.evidence, there.text) == (here.evidence, here.text)
    assert await read(readers.number_of_process) == read.pid != os.getpid()


async def test_a_feed_is_read_there_as_it_is_here(read: Sandbox) -> None:
    feed = rss(Post("1", "Nightcap (2021) review"), Post("2", "Ferry (2020) review"))
    document = await read(read_feed, feed, "https://films.example/feed", "application/rss+xml")
    assert document == read_feed(feed, "https://films.example/feed", "application/rss+xml")
    assert len(document.entries) == 2
    with pytest.raises(NotAFeed, match="neither RSS, Atom nor JSON Feed"):
        await read(read_feed, b"Closed on Mondays.", "https://films.example/feed")


@pytest.mark.parametrize(
    ("reading", "args", "why"),
    [
        (readers.never_ends, (b"page",), "takes too long to read"),
        (readers.sleeps, (), "takes too long to read"),
        (readers.eats_memory, (b"page",), "takes too much memory to read"),
        (readers.breaks, (b"page",), "breaks what reads it"),
        (readers.gives_foreign_things, (), "breaks what reads it"),
        (readers.says_much, (LARGEST_MESSAGE,), "breaks what reads it"),
    ],
)
async def test_what_cannot_be_read_is_given_up_and_the_next_page_read(
    reading: Callable[..., object], args: tuple[Any, ...], why: str
) -> None:
    # room enough to say too much, which takes the worker some copies of it
    limits = Limits(cpu_seconds=1.5, wall_seconds=6, memory_bytes=10 * LARGEST_MESSAGE)
    async with sandbox(limits) as read:
        before = await read(readers.number_of_process)
        with pytest.raises(Unreadable, match=why):
            await read(reading, *args)
        assert not lives(before)
        assert (await read(read_page, *READABLE)).title == "Harbour Lights"
        assert read.pid != before


async def test_many_things_come_one_by_one_and_only_each_is_limited() -> None:
    async with sandbox(Limits(cpu_seconds=0.5, wall_seconds=60)) as read:
        before = await read(readers.number_of_process)
        assert [number async for number in read.each(readers.counts_on, 10)] == list(range(10))
        with pytest.raises(NotAReview, match="Enough"):
            assert [number async for number in read.each(readers.counts_on, 1, "Enough.")]
        assert await read(readers.number_of_process) == before
        found: list[int] = []
        with pytest.raises(Unreadable, match="takes too long to read"):
            await take(read.each(readers.counts, 3), found)
        assert found == [0, 1, 2]
        assert not lives(before)


async def test_who_wants_no_more_of_many_things_leaves_nothing_behind(read: Sandbox) -> None:
    before = await read(readers.number_of_process)
    async with aclosing(read.each(readers.counts, 3)) as each:
        assert await anext(each) == 0
    assert not lives(before)
    assert await read(readers.number_of_process) != before


async def test_a_reading_that_heeds_no_signal_is_ended_from_outside(tmp_path: Path) -> None:
    # The process has as long to start as what heeds no signal has to be waited for.
    async with sandbox(Limits(wall_seconds=2, start_seconds=10)) as read:
        before = await read(readers.number_of_process)
        with pytest.raises(Unreadable, match="takes too long to read"):
            await read(readers.ignores_everything, tmp_path / "mark")
        assert not lives(before)


async def test_a_refusal_is_heard_and_costs_no_process(read: Sandbox) -> None:
    before = await read(readers.number_of_process)
    with pytest.raises(NotAReview, match=r"^Closed on Mondays\.$"):
        await read(readers.refuses, b"page")
    assert await read(readers.number_of_process) == before


@pytest.mark.parametrize(
    ("reading", "told"), [(readers.stumbles, "KeyError: b'page'"), (readers.goes_deep, "RecursionError")]
)
async def test_a_mistake_in_the_program_is_reported_with_where_it_is(
    read: Sandbox, reading: Callable[[bytes], object], told: str
) -> None:
    with pytest.raises(Broke) as broke:
        await read(reading, b"page")
    assert told in str(broke.value)
    assert "tests/feeds/sandbox/readers.py" in str(broke.value)


async def test_what_a_library_prints_does_not_disturb(read: Sandbox) -> None:
    assert await read(readers.prints, b"") == 0
    assert await read(readers.prints, b"libxml: a warning\n") == 18


async def test_names_are_asked_for_here_each_once(read: Sandbox) -> None:
    asked: list[str] = []

    def knows(name: str) -> bool:
        asked.append(name)
        return name == "Part 1"

    assert await read(readers.asks, 3, knows) == [False, True, False] * 2
    assert asked == ["Part 0", "Part 1", "Part 2"]


async def test_a_reading_that_asks_without_end_is_given_up() -> None:
    async with sandbox(Limits(wall_seconds=60, questions=20)) as read:
        assert len(await read(readers.asks, 19, known)) == 38
        with pytest.raises(Unreadable, match="takes too long to read"):
            await read(readers.asks, 20, known)


async def test_no_token_is_known_there(read: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    monkeypatch.setenv("assistant_key", "secret")
    monkeypatch.setenv("TZ", "UTC")
    names = ("DISCORD_TOKEN", "assistant_key", "TZ")
    assert await read(readers.tells, *names) == {"DISCORD_TOKEN": None, "assistant_key": None, "TZ": "UTC"}


async def test_many_readings_at_once_take_turns_in_one_process(read: Sandbox) -> None:
    assert len(set(await asyncio.gather(*(read(readers.number_of_process) for _ in range(5))))) == 1


async def test_a_reading_that_is_called_off_is_ended(read: Sandbox, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    reading = asyncio.create_task(read(readers.sleeps, mark))
    await until(mark.exists)
    before = read.pid
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert before is not None
    assert not lives(before)
    assert await read(readers.number_of_process) != before


async def test_a_process_without_work_is_let_go() -> None:
    async with sandbox(Limits(wall_seconds=60, idle_seconds=0)) as read:
        assert read.pid is None
        before = await read(readers.number_of_process)
        await until(lambda: not lives(before))
        assert read.pid is None
        assert await read(readers.number_of_process) != before


async def test_a_process_is_replaced_after_many_readings() -> None:
    async with sandbox(Limits(wall_seconds=60, readings=2)) as read:
        numbers = [await read(readers.number_of_process) for _ in range(5)]
        assert [lives(number) for number in dict.fromkeys(numbers)] == [False, False, True]
    assert not lives(numbers[-1])


async def test_a_process_that_was_killed_meanwhile_is_replaced(read: Sandbox) -> None:
    before = await read(readers.number_of_process)
    os.kill(before, 9)
    await until(lambda: read.pid is None)
    assert await read(readers.number_of_process) != before


async def test_bombs_are_read_refused_or_given_up() -> None:
    async with sandbox() as read:
        for bomb in BOMBS.values():
            try:
                draft = await read(read_page, bomb.encode(), "https://lateshow.example/x", "utf-8", known)
            except (NotAReview, Unreadable):
                continue
            assert draft.title
