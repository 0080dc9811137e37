"""The program on Discord, killed, cut off and refused."""

import socket
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from bot.standins.telegram import telegram_world
from storage import Place
from tests.standins.discord_rest import (
    BAD_GATEWAY,
    DiscordRest,
    Trouble,
    discord_rest,
    too_fast,
)
from tests.survival.processes import PATIENCE, Running, running
from tests.survival.worlds import follow, in_state, publish, readers, states, store_of, telegram_settings

SCRIPT = str(Path(__file__).with_name("discord_bot.py"))


def discord_bot(folder: Path, world: DiscordRest, **settings: str) -> AbstractAsyncContextManager[Running]:
    return running(folder, SCRIPT, **{"DISCORD_TOKEN": world.token, "DISCORD_API": world.base_url} | settings)


def channel_place(number: int) -> Place:
    return Place("discord", number, 0, "group")


def posted(world: DiscordRest, channel: int) -> list[str]:
    return [message["sent"] for message in world.messages[channel]]


@pytest.fixture
async def discord() -> AsyncIterator[DiscordRest]:
    async with discord_rest() as world:
        yield world


async def test_alerts_survive_kill_nine_and_none_is_repeated(tmp_path: Path, discord: DiscordRest) -> None:
    channels = [discord.channel(number) for number in range(1, 9)]
    async with store_of(tmp_path) as store:
        await follow(store, *map(channel_place, channels))
        await publish(store, "Parasite", "Oldboy")
        discord.troubles += [Trouble()] * 7 + [Trouble(seconds=60)]
        async with discord_bot(tmp_path, discord) as bot:
            await discord.wait_for(lambda: len(discord.posts) == 8)
            await bot.kill()
        async with discord_bot(tmp_path, discord) as bot:
            await discord.wait_for(lambda: len(discord.posts) == 17)
            await in_state(store, "sent", 16)
            assert await bot.stop() == 0
        assert await store.read(states) == {"sent": 16}
    for channel in channels:
        assert sorted("Oldboy" in text for text in posted(discord, channel)) == [False, True]


async def test_limits_outages_and_closed_chats_are_met_with_patience(
    tmp_path: Path, discord: DiscordRest
) -> None:
    gone, closed, fine = 1, discord.dm_of(2), discord.channel(3)
    discord.closed.add(closed)
    discord.troubles += [too_fast(0.1), BAD_GATEWAY]
    async with store_of(tmp_path) as store:
        await follow(store, channel_place(gone), Place("discord", 2), channel_place(fine))
        await publish(store, "Parasite")
        async with discord_bot(tmp_path, discord) as bot:
            await in_state(store, "sent", 1)
            await in_state(store, "held", 2)
            assert await bot.stop() == 0
        assert "Cannot send messages to this user" in bot.log
        await publish(store, "Oldboy")
        assert sum((await store.read(states)).values()) == 4
    assert len(posted(discord, fine)) == 1


async def test_a_dropped_gateway_is_taken_up_again(tmp_path: Path, discord: DiscordRest) -> None:
    async with discord_bot(tmp_path, discord) as bot:
        await discord.wait_for(lambda: bool(discord.sockets))
        await bot.says("serving Discord")
        await discord.wait_for(lambda: discord.greeted == 1)
        await discord.drop()
        await bot.says("Discord's gateway dropped")
        await bot.says("Discord's gateway is back")
        assert await bot.stop() == 0
    assert (discord.resumed, discord.token in bot.log) == (1, False)


async def test_a_refused_token_ends_the_program_with_a_kind_word(
    tmp_path: Path, discord: DiscordRest
) -> None:
    async with discord_bot(tmp_path, discord, DISCORD_TOKEN="not.the.token") as bot:
        assert await bot.ended() == 2
    assert "DISCORD_TOKEN" in bot.log
    assert not any(word in bot.log for word in ("Traceback", "not.the.token"))


async def test_telegram_is_served_while_discord_is_away_and_discord_when_it_is_back(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as reserved:
        port = reserved.getsockname()[1]
    async with telegram_world(timeout=PATIENCE) as world:
        (ann,) = readers(world, "Ann")
        away = DiscordRest("discord.stand-in")
        away.base_url = f"http://127.0.0.1:{port}/api/v10"
        async with discord_bot(tmp_path, away, **telegram_settings(world)) as bot:
            await bot.says("Discord is not served just now")
            assert "/review" in (await ann.say(world.private(ann), "/help")).text
            async with discord_rest(port=port):
                await bot.says("serving Discord")
                assert await bot.stop() == 0
