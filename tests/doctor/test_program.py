"""`python -m bot doctor` as its operator runs it: what it prints, how it ends, and what it leaves alone."""

import json
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from bot.commands import COMMANDS
from bot.platforms.discord import menu as discord_menu
from bot.platforms.discord.rights import NEEDED
from bot.platforms.telegram import menu as telegram_menu
from bot.standins.telegram import telegram_world
from storage import Place, marks
from tests.standins.discord_rest import discord_rest
from tests.survival.processes import running
from tests.survival.test_discord import SCRIPT
from tests.survival.worlds import files_in, follow, group_place, store_of, telegram_settings
from tests.test_command_line import run


def judged(said: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said)
    return found


def test_without_tokens_and_store_it_says_what_to_do_first_and_makes_nothing(tmp_path: Path) -> None:
    ended = run(tmp_path, "doctor")
    assert ended.status == 0
    assert ended.said.startswith("warning  settings: no token is set")
    assert "         → Put DISCORD_TOKEN, TELEGRAM_TOKEN or both into .env." in ended.said
    assert "ok       store: is made at the first start" in ended.said
    assert ended.said.rstrip().endswith("1 warning, 0 in trouble. All is well.")
    assert files_in(tmp_path) == []


def test_settings_that_cannot_be_read_are_findings_all_at_once(tmp_path: Path) -> None:
    wrong = {"database_url": "mysql://x", "telegram_token": "hunter2", "log_level": "loud"}
    ended = run(tmp_path, "doctor", "--json", **wrong)
    assert ended.status == 1
    found = judged(ended.said)
    assert found["well"] is False
    assert {each["subject"] for each in found["findings"]} == {name.upper() for name in wrong}
    assert "hunter2" not in ended.said


def test_a_strange_store_ends_with_one_and_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "reviews.db").write_text("mine")
    ended = run(tmp_path, "doctor")
    assert ended.status == 1
    assert "TROUBLE  store: is not the bot's: it is no database" in ended.said
    assert "Something needs mending." in ended.said
    assert (tmp_path / "reviews.db").read_text() == "mine"


def test_a_password_in_the_stores_address_is_never_shown(tmp_path: Path) -> None:
    ended = run(tmp_path, "doctor", database_url="postgresql://somebody:hunter2@127.0.0.1:1/reviews")
    assert ended.status == 1
    assert "store: cannot be opened" in ended.said
    assert "hunter2" not in ended.said


@pytest.fixture
async def bots_world(tmp_path: Path) -> Any:
    """Both platforms, on which the bot was started once, and the settings that lead there."""
    async with AsyncExitStack() as stack:
        discord = await stack.enter_async_context(discord_rest())
        telegram = await stack.enter_async_context(telegram_world())
        server = discord.server("Film club", NEEDED)
        settings = {"DISCORD_TOKEN": discord.token, "DISCORD_API": discord.base_url}
        settings |= telegram_settings(telegram) | {"LOG_LEVEL": "INFO"}
        async with running(tmp_path, SCRIPT, **settings) as bot:
            await bot.says("serving Discord")
            await bot.says("serving Telegram")
            assert await bot.stop() == 0
        yield discord, telegram, server, settings


async def test_a_bot_that_is_well_on_both_platforms_ends_with_zero(tmp_path: Path, bots_world: Any) -> None:
    discord, telegram, server, settings = bots_world
    async with store_of(tmp_path) as store:
        await follow(store, Place("discord", server.text_channel("film-talk"), 0, "group"))
        await follow(store, group_place(telegram.group("Club")))
    async with running(tmp_path, SCRIPT, "doctor", "--json", **settings) as doctor:
        assert await doctor.ended() == 0
    found = judged(doctor.log)
    assert [each for each in found["findings"] if each["level"] != "ok"] == []
    assert found["well"] is True
    assert not any(token in doctor.log for token in (discord.token, telegram.token))


async def test_trouble_on_both_platforms_is_told_in_one_go_and_ends_with_one(
    tmp_path: Path, bots_world: Any
) -> None:
    _, telegram, _, settings = bots_world
    async with store_of(tmp_path) as store:
        await follow(store, Place("discord", 7, 0, "group"))
        await follow(store, group_place(telegram.supergroup("Club", bot="restricted")))
    async with running(tmp_path, SCRIPT, "doctor", **settings) as doctor:
        assert await doctor.ended() == 1
    assert "TROUBLE  channel 7: it is gone" in doctor.log
    assert "TROUBLE  Club: I may not send messages" in doctor.log
    assert "2 in trouble. Something needs mending." in doctor.log
    assert not any(word in doctor.log for word in (settings["DISCORD_TOKEN"], settings["TELEGRAM_TOKEN"]))


async def test_refused_tokens_are_told_for_both_and_never_shown(tmp_path: Path, bots_world: Any) -> None:
    _, _, _, settings = bots_world
    wrong = {"DISCORD_TOKEN": "not.the.token", "TELEGRAM_TOKEN": "123:not-the-token", "LOG_LEVEL": "DEBUG"}
    async with running(tmp_path, SCRIPT, "doctor", **settings | wrong) as doctor:
        assert await doctor.ended() == 1
    assert "TROUBLE  Discord token: Discord does not take it" in doctor.log
    assert "TROUBLE  Telegram token: Telegram does not take it" in doctor.log
    assert not any(word in doctor.log for word in ("Traceback", "not.the.token", "not-the-token"))


async def test_commands_that_got_lost_are_registered_anew_after_doctor_register(
    tmp_path: Path, bots_world: Any
) -> None:
    discord, telegram, _, settings = bots_world
    discord.registered.pop()
    telegram.settings.commands_of().pop()
    async with running(tmp_path, SCRIPT, "doctor", "--register", **settings) as doctor:
        assert await doctor.ended() == 1
    async with store_of(tmp_path) as store:
        assert await store.read(marks.get, discord_menu.MARK) == ""
        assert await store.read(marks.get, telegram_menu.MARK) == ""
    async with running(tmp_path, SCRIPT, **settings) as bot:
        await bot.says("serving Discord")
        await bot.says("serving Telegram")
        assert await bot.stop() == 0
    assert len(discord.registered) == len(telegram.settings.commands_of()) == len(COMMANDS)
