"""Turns: who may ask which site when, without remembering every site for ever."""

import asyncio

from bot.feeds.fetching.pacing import Turns


async def test_only_so_many_sites_are_asked_at_once() -> None:
    turns, inside, most = Turns(0, 2), 0, 0

    async def ask(host: str) -> None:
        nonlocal inside, most
        async with turns.turn(host):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    await asyncio.gather(*(ask(f"{number}.example") for number in range(9)))
    assert most == 2


async def test_a_turn_is_given_back_also_by_who_fails_or_is_cancelled() -> None:
    turns = Turns(0, 1)
    held = asyncio.Event()

    async def fail() -> None:
        async with turns.turn("films.example"):
            raise KeyError

    async def hold() -> None:
        async with turns.turn("films.example"):
            held.set()
            await asyncio.Event().wait()

    await asyncio.gather(fail(), return_exceptions=True)
    holding = asyncio.create_task(hold())
    await held.wait()
    waiting = asyncio.create_task(hold())
    await asyncio.sleep(0)
    waiting.cancel()
    holding.cancel()
    await asyncio.gather(holding, waiting, return_exceptions=True)
    async with asyncio.timeout(5), turns.turn("films.example"):
        pass


async def test_sites_are_forgotten_once_they_owe_nothing_and_those_that_rest_are_not() -> None:
    turns = Turns(0, 8)
    turns.rest("resting.example", 600)
    async with turns.turn("busy.example"):
        for number in range(3000):
            async with turns.turn(f"{number}.example"):
                pass
        assert turns.remembered <= 1000
        waiting = asyncio.create_task(turns.turn("busy.example").__aenter__())
        await asyncio.sleep(0)
        assert not waiting.done()
    await waiting
    assert 0 < turns.rests("resting.example") <= 600
    assert turns.rests("0.example") == 0
