"""kill -9 among alerts on Telegram: none is lost, and at most the one in flight is repeated."""

import asyncio
from pathlib import Path

from bot.standins.telegram import Delayed, telegram_world
from tests.survival.processes import PATIENCE
from tests.survival.worlds import (
    alerts_in,
    follow,
    private,
    publish,
    readers,
    states,
    store_of,
    telegram_bot,
)

PEOPLE = 20
FAST = {"TELEGRAM_MESSAGES_PER_SECOND": "500"}


async def test_alerts_survive_kill_nine_and_only_the_one_in_flight_is_repeated(tmp_path: Path) -> None:
    async with telegram_world(timeout=PATIENCE) as world, store_of(tmp_path) as store:
        people = readers(world, *(f"Reader {number}" for number in range(PEOPLE)))
        await follow(store, *map(private, people))
        await publish(store, "Parasite", "Oldboy")
        unlucky = world.private(people[7])
        world.fail_next("sendMessage", Delayed(60), chat=unlucky)
        async with telegram_bot(tmp_path, world, **FAST) as bot:
            await world.wait_for(lambda: bool(alerts_in(unlucky)))
            await bot.kill()
        assert sum((await store.read(states)).values()) == 2 * PEOPLE
        async with telegram_bot(tmp_path, world, **FAST) as bot:
            await world.wait_for(lambda: len(world.called("sendMessage")) == 2 * PEOPLE + 1)
            assert await bot.stop() == 0
        assert await store.read(states) == {"sent": 2 * PEOPLE}
        for person in people:
            told = {title: len(alerts_in(world.private(person), title)) for title in ("Parasite", "Oldboy")}
            repeated = sum(told.values()) - 2
            assert min(told.values()) == 1
            assert repeated == (1 if world.private(person) is unlucky else 0)


async def test_a_stop_among_alerts_loses_and_repeats_none(tmp_path: Path) -> None:
    async with telegram_world(timeout=PATIENCE) as world, store_of(tmp_path) as store:
        people = readers(world, *(f"Reader {number}" for number in range(PEOPLE)))
        await follow(store, *map(private, people))
        await publish(store, "Parasite")
        slow = world.private(people[5])
        world.fail_next("sendMessage", Delayed(0.3), chat=slow)
        async with telegram_bot(tmp_path, world, **FAST) as bot:
            await world.wait_for(lambda: bool(alerts_in(slow)))
            assert await bot.stop() == 0
        counted = await store.read(states)
        assert counted["due"] > 0
        assert counted["sent"] == len(world.called("sendMessage"))
        async with telegram_bot(tmp_path, world, **FAST) as bot:
            await world.wait_for(lambda: len(world.called("sendMessage")) == PEOPLE)
            assert await bot.stop() == 0
        assert await store.read(states) == {"sent": PEOPLE}
        assert [len(alerts_in(world.private(person))) for person in people] == [1] * PEOPLE


async def test_two_processes_share_one_store_and_send_each_alert_once(tmp_path: Path) -> None:
    reviews = tmp_path / "new.jsonl"
    reviews.write_text(
        "\n".join(f'{{"work": {{"title": "Film {n}", "year": 2020}}, "review": {{}}}}' for n in range(5))
    )
    async with telegram_world(timeout=PATIENCE) as world, store_of(tmp_path) as store:
        people = readers(world, *(f"Reader {number}" for number in range(PEOPLE)))
        await follow(store, *map(private, people))
        async with telegram_bot(tmp_path, world, **FAST) as one, telegram_bot(tmp_path, world, **FAST) as two:
            await asyncio.gather(one.says("serving Telegram"), two.says("serving Telegram"))
            bring = telegram_bot(tmp_path, world, "import", str(reviews))
            ask = telegram_bot(tmp_path, world, "ask", "/review Film 3")
            async with bring as importing, ask as asking:
                assert await importing.ended() == 0
                await asking.ended()
            await world.wait_for(lambda: len(world.called("sendMessage")) >= 5 * PEOPLE)
            assert await one.stop() == 0
            assert await two.stop() == 0
        assert await store.read(states) == {"sent": 5 * PEOPLE}
        for person in people:
            told = [len(alerts_in(world.private(person), f"Film {number}")) for number in range(5)]
            assert told == [1] * 5
        for log in (one.log, two.log, importing.log, asking.log):
            assert "locked" not in log
        assert "another program is polling Telegram" in one.log + two.log
