"""Telegram away, refusing, or contested: the program goes on by itself and says what happened."""

import signal
from contextlib import AsyncExitStack
from pathlib import Path

import httpx

from bot.standins.telegram import Delayed, Dropped, errors, telegram_world
from tests.survival.processes import PATIENCE
from tests.survival.worlds import (
    alerts_in,
    files_in,
    publish,
    readers,
    store_of,
    telegram_bot,
    waiting_updates,
)


async def test_a_stop_is_clean_in_ten_seconds_though_a_handler_hangs(tmp_path: Path) -> None:
    async with telegram_world(timeout=PATIENCE) as world:
        (ann,) = readers(world, "Ann")
        async with telegram_bot(tmp_path, world) as bot:
            await bot.says("serving Telegram")
            world.fail_next("sendMessage", Delayed(60))
            ann.write(world.private(ann), "/help")
            await world.wait_for(lambda: bool(world.called("sendMessage")))
            assert await bot.stop() == 0
        assert "a Telegram handler hung" in bot.log
        assert files_in(tmp_path) == ["reviews.db"]
        async with store_of(tmp_path) as store:
            assert await store.read(waiting_updates) == 1


async def test_a_refused_token_ends_the_program_with_a_kind_word(tmp_path: Path) -> None:
    async with (
        telegram_world() as world,
        telegram_bot(tmp_path, world, TELEGRAM_TOKEN="123456:not-the-token") as bot,
    ):
        assert await bot.ended() == 2
    assert "TELEGRAM_TOKEN" in bot.log
    assert not any(word in bot.log for word in ("Traceback", "not-the-token"))


async def test_a_token_revoked_while_running_ends_the_program_too(tmp_path: Path) -> None:
    async with telegram_world() as world:
        (ann,) = readers(world, "Ann")
        async with telegram_bot(tmp_path, world) as bot:
            await bot.says("serving Telegram")
            token, world.token = world.token, "5000001:another"
            ann.write(world.private(ann), "/help")
            assert await bot.ended() == 2
    assert "copy it again from @BotFather" in bot.log
    assert token not in bot.log


async def test_a_storm_of_trouble_at_the_start_and_later_loses_no_answer(tmp_path: Path) -> None:
    async with telegram_world(timeout=PATIENCE) as world, store_of(tmp_path) as store:
        people = readers(world, "Ann", "Bob", "Eve", "Joe")
        await publish(store, "Parasite")
        storm: tuple[errors.Refusal | Dropped, ...] = (
            errors.too_many_requests(1),
            errors.BAD_GATEWAY,
            errors.SERVER_ERROR,
            Dropped(),
        )
        for person, fault in zip(people, storm, strict=True):
            world.fail_next("sendMessage", fault, times=2, chat=world.private(person))
        world.fail_next("getMe", errors.too_many_requests(1))
        async with telegram_bot(tmp_path, world) as bot:
            for person in people:
                person.write(world.private(person), "/review Parasite")
            await bot.says("Telegram is not served just now")
            chats = [world.private(person) for person in people]
            await world.wait_for(lambda: all(alerts_in(chat, "Parasite") for chat in chats))
        assert "Telegram asks to wait 1 s" in bot.log


async def test_a_rival_for_updates_is_told_and_outlived(tmp_path: Path) -> None:
    async with telegram_world(timeout=PATIENCE) as world:
        (ann,) = readers(world, "Ann")
        async with telegram_bot(tmp_path, world) as bot:
            await bot.says("serving Telegram")
            await world.wait_for(lambda: world.updates.polled)
            async with httpx.AsyncClient() as rival:
                await rival.post(f"{world.base_url}{world.token}/getUpdates")
            await bot.says("another program is polling Telegram")
            assert "/review" in (await ann.say(world.private(ann), "/help")).text
            await bot.says("Telegram answers again")


async def test_an_outage_is_told_once_and_so_is_its_end(tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        async with telegram_world() as world:
            port = int(world.base_url.split(":")[2].split("/")[0])
            bot = await stack.enter_async_context(telegram_bot(tmp_path, world))
            await bot.says("serving Telegram")
            await world.wait_for(lambda: world.updates.polled)
        await bot.says("Telegram gives no updates, trying again")
        async with telegram_world(port=port, timeout=PATIENCE) as world:
            (ann,) = readers(world, "Ann")
            assert "/review" in (await ann.say(world.private(ann), "/help")).text
            await bot.says("Telegram answers again")
    assert bot.log.count("Telegram gives no updates") == 1


async def test_the_log_holds_neither_token_nor_what_people_write(tmp_path: Path) -> None:
    async with telegram_world(timeout=PATIENCE) as world:
        (ann,) = readers(world, "Ann")
        world.fail_next("getMe", Dropped())
        async with telegram_bot(tmp_path, world, LOG_LEVEL="DEBUG") as bot:
            world.fail_next("sendMessage", errors.BAD_GATEWAY)
            await ann.say(world.private(ann), "/review my very own words")
            await ann.say(world.private(ann), "my very own words")
            card = await ann.say(world.private(ann), "/subscribe")
            await ann.press(card, data="my very own words")
            await ann.inline("my very own words")
            assert await bot.stop(signal.SIGINT) == 0
    assert "DEBUG" in bot.log
    assert world.token not in bot.log
    assert "very own" not in bot.log
