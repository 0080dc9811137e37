"""The running program tells how it is: well, cut off from a platform, and well again."""

import json
import socket
import sqlite3
from contextlib import AsyncExitStack, closing
from datetime import datetime
from pathlib import Path

from bot.standins.telegram import errors, telegram_world
from tests.standins.discord_rest import discord_rest, too_fast
from tests.survival.pages import Pages, labels
from tests.survival.processes import PATIENCE, Running
from tests.survival.test_discord import channel_place, discord_bot
from tests.survival.worlds import follow, in_state, private, publish, readers, store_of, telegram_bot


def port_of(base_url: str) -> int:
    return int(base_url.split(":")[2].split("/")[0])


def json_lines(bot: Running) -> list[dict[str, str]]:
    """The log, each line of which has to be a JSON object."""
    return [json.loads(line) for line in bot.log.splitlines()]


async def test_a_quiet_bot_is_ready_at_once_and_stops_as_ever(tmp_path: Path) -> None:
    pages = Pages()
    async with telegram_world() as world, telegram_bot(tmp_path, world, **pages.settings) as bot:
        await bot.says("serving Telegram")
        await pages.ready()
        assert await pages.sick("/healthz") == []
        assert await bot.stop() == 0
    assert await pages.get("/healthz") == (0, "")


async def test_telegram_away_is_told_with_the_reason_and_so_is_its_return(tmp_path: Path) -> None:
    pages = Pages()
    async with AsyncExitStack() as stack:
        async with telegram_world() as world:
            bot = await stack.enter_async_context(telegram_bot(tmp_path, world, **pages.settings))
            await pages.ready()
        await pages.unready()
        (why,) = await pages.sick("/readyz")
        assert why.startswith("telegram: gives no updates (")
        assert await pages.sick("/healthz") == []
        assert (await pages.numbers())["platform_up", labels(platform="telegram")] == 0
        async with telegram_world(port=port_of(world.base_url)):
            await pages.ready()
            assert (await pages.numbers())["platform_up", labels(platform="telegram")] == 1
    assert world.token not in bot.log


async def test_a_platform_that_was_away_from_the_start_is_told_while_the_other_is_served(
    tmp_path: Path,
) -> None:
    pages = Pages()
    async with AsyncExitStack() as stack:
        async with telegram_world() as gone:
            away = {"TELEGRAM_TOKEN": gone.token, "TELEGRAM_API_URL": gone.base_url.removesuffix("/bot")}
        discord = await stack.enter_async_context(discord_rest())
        bot = discord_bot(tmp_path, discord, **away, **pages.settings)
        program = await stack.enter_async_context(bot)
        await program.says("Telegram is not served just now")
        await discord.wait_for(lambda: discord.greeted == 1)
        assert await pages.sick("/readyz") == ["telegram: cannot be reached (PlatformAway)"]
        async with telegram_world(port=port_of(gone.base_url)):
            await pages.ready()


async def test_a_store_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    pages = Pages()
    async with telegram_world() as world, telegram_bot(tmp_path, world, **pages.settings):
        await pages.ready()
        with closing(sqlite3.connect(tmp_path / "reviews.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await pages.unready()
            assert await pages.sick("/readyz") == ["the store cannot be written (StoreBusy)"]
            assert (await pages.numbers())["store_writable", labels()] == 0
            other.execute("ROLLBACK")
        await pages.ready()


async def test_a_dropped_gateway_is_told_until_it_is_back(tmp_path: Path) -> None:
    pages, by = Pages(), labels(platform="discord")
    async with discord_rest() as discord, discord_bot(tmp_path, discord, **pages.settings):
        await pages.ready()
        assert 0 <= (await pages.numbers())["heard_age_seconds", by] < 60
        discord.gateway_away = True
        await discord.drop()
        await pages.unready()
        assert await pages.sick("/readyz") == ["discord: the gateway dropped"]
        discord.gateway_away = False
        await pages.ready()


async def test_the_metrics_hold_what_a_conversation_produced(tmp_path: Path) -> None:
    pages = Pages()
    async with telegram_world(timeout=PATIENCE) as world, store_of(tmp_path) as store:
        ann, bob = readers(world, "Ann", "Bob")
        await publish(store, "Parasite")
        async with telegram_bot(tmp_path, world, **pages.settings) as bot:
            card = await ann.say(world.private(ann), "/review Parasite")
            await ann.say(world.private(ann), "Parasite")
            world.fail_next("sendMessage", errors.too_many_requests(1), chat=world.private(bob))
            await bob.say(world.private(bob), "/help")
            assert card.markup is not None
            vote = next(data for row in card.markup["inline_keyboard"] for each in row
                        if "_vote_" in (data := each.get("callback_data", "")))  # fmt: skip
            await ann.press(card, data=vote)
            await ann.inline("para")
            await follow(store, private(bob))
            await publish(store, "Oldboy")
            await in_state(store, "sent", 1)
            found = await pages.numbers()
            assert await bot.stop() == 0
    for what, times in (("/review", 2), ("/help", 1), ("press Vote", 1), ("inline query", 1)):
        assert found["answer_seconds_count", labels(what=what, outcome="answered")] == times, what
    telegram = labels(platform="telegram")
    assert found["too_many_requests_total", telegram] == 1
    assert found["alerts_total", labels(platform="telegram", outcome="sent")] == 1
    assert found["last_update_timestamp_seconds", telegram] > found["start_timestamp_seconds", labels()]
    assert found["queue_length", labels(platform="telegram", queue="taken")] == 0
    counted = [found[name, labels()] for name in ("works", "reviews", "votes", "subscriptions", "store_up")]
    assert counted == [2, 2, 1, 1, 1]


async def test_discords_heartbeat_and_its_too_many_requests_are_measured(tmp_path: Path) -> None:
    pages = Pages()
    async with discord_rest() as discord, store_of(tmp_path) as store:
        await follow(store, channel_place(discord.channel(7)))
        await publish(store, "Parasite")
        discord.fail_next(too_fast(0.1), times=2)
        async with discord_bot(tmp_path, discord, **pages.settings) as bot:
            await in_state(store, "sent", 1)
            await pages.ready()
            found = await pages.numbers()
            while ("heartbeat_latency_seconds", labels(platform="discord")) not in found:
                found = await pages.numbers()
            assert await bot.stop() == 0
    assert found["too_many_requests_total", labels(platform="discord")] == 2
    assert found["heartbeat_latency_seconds", labels(platform="discord")] >= 0


async def test_a_port_that_is_taken_ends_the_program_with_a_kind_word(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        async with telegram_world() as world, telegram_bot(tmp_path, world, HEALTH_PORT=port) as bot:
            assert await bot.ended() == 2
    assert "HEALTH_PORT: nothing can be served on 127.0.0.1" in bot.log
    assert "Traceback" not in bot.log


async def test_the_log_of_machines_is_json_lines_without_the_token(tmp_path: Path) -> None:
    async with telegram_world(timeout=PATIENCE) as world:
        (ann,) = readers(world, "Ann")
        # An address that cannot be used is repeated by the library, token and all, in its errors.
        odd = {"TELEGRAM_API_URL": "http://:0"}
        async with telegram_bot(tmp_path, world, LOG_FORMAT="auto", **odd) as bot:
            await bot.says("Telegram is not served just now", times=2)
            assert await bot.stop() == 0
        async with telegram_bot(tmp_path, world, LOG_FORMAT="auto") as well:
            await ann.say(world.private(ann), "/review my very own words")
            assert await well.stop() == 0
    for program in (bot, well):
        lines = json_lines(program)
        assert all(datetime.fromisoformat(line["time"]) for line in lines)
        assert {"message": "stopped", "level": "INFO", "logger": "bot.serving"}.items() <= lines[-1].items()
        assert world.token.partition(":")[2] not in program.log
        assert "very own" not in program.log
    assert "***" in bot.log
