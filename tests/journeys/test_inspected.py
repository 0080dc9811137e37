"""The account of a journey: a payload that breaks a limit would fail the test that sent it."""

from typing import Any

import pytest

from bot.playground.inspecting.discord_messages import nested
from tests.journeys.discord_stage import DiscordStage
from tests.journeys.inspected import found_on_discord, found_on_telegram
from tests.journeys.stage import Stage
from tests.journeys.telegram_stage import TelegramStage

BUTTON = {"type": 2, "style": 1, "label": "w" * 81, "custom_id": "a"}
ROW = {"type": 1, "components": [BUTTON]}
INPUT = {"type": 4, "style": 1, "custom_id": "a", "value": "four", "max_length": 3}
FORM = {"custom_id": "a", "title": "Edit", "components": [{"type": 18, "label": "A", "component": INPUT}]}
CALLBACK = "/interactions/1/token/callback"


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/channels/1/messages", {"content": "w" * 2001}),
        ("PATCH", "/channels/1/messages/2", {"components": [ROW]}),
        ("POST", "/webhooks/1/token", {"flags": 1 << 15, "components": [{"type": 10, "content": ""}]}),
        ("POST", CALLBACK, {"type": 9, "data": FORM}),
        ("POST", CALLBACK, {"type": 8, "data": {"choices": [{"name": "a", "value": "b"}] * 26}}),
        ("POST", "/channels/1/messages/2/crosspost", {}),
    ],
)
def test_what_breaks_discords_limits_is_found(method: str, path: str, body: object) -> None:
    assert found_on_discord(method, path, body)


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendMessage", {"chat_id": 1, "text": "w" * 4097}),
        ("editMessageText", {"chat_id": 1, "text": "Hello"}),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "w" * 201}),
        ("sendPoll", {"chat_id": 1}),
    ],
)
def test_what_breaks_telegrams_limits_is_found(method: str, params: dict[str, Any]) -> None:
    assert found_on_telegram(method, params)


async def test_all_that_a_stage_has_sent_is_looked_at(stage: Stage) -> None:
    await stage.ann.asks(stage.ann.private, "/review ballerina")
    text = last_text(stage)
    (name,) = {"text", "content"} & set(text)
    said = text[name]
    assert stage.complaints() == []
    text[name] = "w" * 5000
    assert any(one.startswith("the inspector on ") for one in stage.complaints())
    text[name] = said


def last_text(stage: Stage) -> dict[str, Any]:
    """The object that holds the text of the bot's last message."""
    if isinstance(stage, TelegramStage):
        params: dict[str, Any] = stage.world.called("sendMessage")[-1].params
        return params
    assert isinstance(stage, DiscordStage)
    (answer, *_) = [each.json for each in stage.env.http_requests if each.path.endswith("/callback")]
    assert answer is not None
    return next(one for _, one in nested(answer["data"]["components"], "") if "content" in one)
