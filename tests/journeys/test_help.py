"""Somebody meets the bot for the first time."""

import pytest

from bot.commands import COMMANDS
from tests.journeys.stage import Stage


@pytest.mark.parametrize("command", ["/help", "/start"])
async def test_help_names_what_to_type_and_gives_something_to_press(stage: Stage, command: str) -> None:
    shown = await stage.ann.asks(stage.ann.private, command)
    assert "Film and series reviews from The Late Row" in shown.text
    assert shown.buttons == ["📰 Latest", "🍿 For me", "🎲 Surprise me"]
    for named in ("/review Ballerina", "/recommend", "/top", "/latest", "/subscribe thriller", "/random"):
        assert named in shown.text
    known = {command.name for command in COMMANDS}
    asked = {word.strip("/.,") for word in shown.text.split() if word.startswith("/")}
    assert asked <= known


async def test_what_help_offers_to_press_answers(stage: Stage) -> None:
    shown = await stage.ann.asks(stage.ann.private, "/help")
    assert (await stage.ann.presses(shown, "🍿 For me")).reply.text.startswith("Watch next")
    await stage.ann.presses(shown, "📰 Latest")
    assert shown.text.startswith("Latest reviews")
    again = await stage.ann.asks(stage.ann.private, "/help")
    await stage.ann.presses(again, "🎲 Surprise me")
    assert again.has("5★")


async def test_help_in_a_group_disturbs_nobody_where_that_is_possible(stage: Stage) -> None:
    shown = await stage.ann.asks(stage.group, "/help")
    assert shown.private == stage.whispers
    assert len(stage.seen_by(stage.bob, stage.group)) == (0 if stage.whispers else 1)


async def test_everything_that_help_says_to_type_works(stage: Stage) -> None:
    for text in ("/review Ballerina", "/recommend", "/top", "/latest", "/subscribe thriller", "/random"):
        answer = await stage.ann.asks(stage.ann.private, text)
        assert "incident" not in answer.text, text
        assert "I know no" not in answer.text, text
