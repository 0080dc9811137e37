"""The bot's surface: every command on both platforms, a handler for every button, words within limits."""

import inspect
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, get_type_hints

import pytest
import simcord

from bot import actions
from bot.actions import KINDS, Action
from bot.catalogue import open_catalogue
from bot.commands import COMMANDS, PRESSES, Command, Desk
from bot.commands.editors import NOT_AN_EDITOR
from bot.commands.forms import FORMS
from bot.dispatch import STALE, submit
from bot.platforms.discord.client import ReviewClient
from bot.platforms.discord.menu import FILE
from bot.platforms.telegram.application import serve
from bot.platforms.telegram.pacer import Pace, Paces
from bot.replies import Pressed
from bot.standins.telegram import telegram_world
from storage import open_store
from tests.desks import request

BY_NAME = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
WORDS = "thriller"
AT_ONCE = Pace(10_000, 10_000)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    store = await open_store(f"sqlite:///{tmp_path / 'reviews.db'}")
    yield Desk(store, await open_catalogue(store))
    await store.close()


@BY_NAME
def test_a_commands_words_fit_both_platforms(command: Command) -> None:
    assert re.fullmatch(r"[a-z0-9_]{1,32}", command.name)
    assert 1 <= len(command.description) <= 100
    if command.argument is not None:
        assert re.fullmatch(r"[a-z0-9_]{1,32}", command.argument.name)
        assert 1 <= len(command.argument.description) <= 100


def test_names_are_unique() -> None:
    names = [command.name for command in COMMANDS]
    assert len(set(names)) == len(names)


async def test_discord_registers_every_command_with_its_description_and_argument(desk: Desk) -> None:
    async with simcord.run(ReviewClient(desk)) as env:
        (sync,) = [entry for entry in env.http_requests if entry.path.endswith("/commands")]
    assert isinstance(sync.json, list)
    registered = {each["name"]: each for each in sync.json}
    assert list(registered) == [command.name for command in COMMANDS]
    for command in COMMANDS:
        assert registered[command.name]["description"] == command.description
        options = [_option(option) for option in registered[command.name].get("options", [])]
        argument = command.argument
        told = [(argument.name, argument.description, True)] if argument else []
        assert options == [*told, *([("file", FILE, False)] if command.brings else [])]


async def test_telegram_registers_every_command_with_its_description(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    async with telegram_world() as world:
        async with serve(desk, world.token, world.base_url.removesuffix("/bot")):
            menu = world.settings.commands_of()
        assert world.surprises == []
    described = [{"command": command.name, "description": command.description} for command in COMMANDS]
    assert menu == described


async def test_telegram_answers_every_command_with_and_without_words(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    paces = Paces(overall=AT_ONCE, private=AT_ONCE, group=AT_ONCE)
    async with telegram_world() as world, serve(desk, world.token, world.base_url[: -len("/bot")], paces):
        ann = world.user("Ann")
        for command in COMMANDS:
            for text in (f"/{command.name}", f"/{command.name} {WORDS}"):
                answer = await ann.say(world.private(ann), text)
                assert "incident" not in answer.text, text
        assert world.surprises == []


async def test_discord_answers_every_command_with_and_without_words(desk: Desk) -> None:
    async with simcord.run(ReviewClient(desk)) as env:
        ann = env.create_user("ann")
        for command in COMMANDS:
            given: list[dict[str, str]] = [{}]
            if command.argument:
                given.append({command.argument.name: WORDS})
            for options in given:
                result: simcord.InteractionResult = await ann.slash(command.name, **options)
                assert result.acknowledged, command.name
                assert result.response is not None
                assert "incident" not in str(result.response.components), command.name


def test_every_kind_of_button_has_a_handler_and_every_handler_a_button() -> None:
    subclasses = {
        kind for _, kind in inspect.getmembers(actions, inspect.isclass) if issubclass(kind, Action)
    }
    assert set(KINDS) == subclasses - {Action}
    assert set(PRESSES) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_handler_takes_its_own_kind_of_button(kind: type[Action]) -> None:
    hints = get_type_hints(PRESSES[kind])
    assert hints["action"] is kind
    assert hints["return"] is Pressed


@pytest.mark.parametrize("kind", FORMS, ids=lambda kind: kind.__name__)
def test_a_form_is_opened_and_taken_by_the_same_button(kind: type[Action]) -> None:
    opens, takes = get_type_hints(PRESSES[kind]), get_type_hints(FORMS[kind])
    assert opens["action"] is takes["action"] is kind
    assert takes["return"] is Pressed


async def test_a_form_that_nobody_made_is_refused(desk: Desk) -> None:
    for button in ("", "1_edit_1_1", "1_latest", "1_publish_1_1", "x" * 100):
        assert await submit(desk, button, request(), {"title": "Dark"}) == Pressed(notice=STALE)
    assert (await submit(desk, "1_edit_1_1_0", request(), {"title": "Dark"})).notice == NOT_AN_EDITOR


def test_codes_of_buttons_are_short_and_unique() -> None:
    codes = [kind.code for kind in KINDS]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z]{2,8}", code) for code in codes)


def test_the_buttons_that_change_a_chats_alerts_ask_who_manages_it() -> None:
    asking = {kind for kind in KINDS if kind.manages}
    assert asking == {
        actions.Subscribe,
        actions.Pause,
        actions.Resume,
        actions.Remove,
        actions.Mute,
        actions.Panel,
    }
    managing = {command.name for command in COMMANDS if command.manages}
    assert managing == {"subscribe", "subscriptions", "setup"}


def _option(option: dict[str, Any]) -> tuple[str, str, bool]:
    return option["name"], option["description"], bool(option.get("autocomplete"))
