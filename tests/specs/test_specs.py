"""The checkers find what the specifications forbid, and nothing in what they allow."""

import inspect
from typing import Any

import pytest

from bot.standins.telegram.methods import METHODS
from tests.specs import discord, telegram

needs_telegram = pytest.mark.skipif(
    not telegram.available, reason="Telegram's specification is not beside the repository"
)
needs_discord = pytest.mark.skipif(
    not discord.available, reason="Discord's OpenAPI document is not beside the repository"
)
BUTTON = {"text": "Vote", "callback_data": "1_vote_1_8"}
ARTICLE = {
    "type": "article",
    "id": "1",
    "title": "Ballerina",
    "input_message_content": {"message_text": "Ballerina", "parse_mode": "HTML"},
}
CALLBACK = "/api/v10/interactions/1/token/callback"
MESSAGES = "/api/v10/channels/123456789012345678/messages"
COMMANDS = "/api/v10/applications/123456789012345678/commands"


@needs_telegram
@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("getMe", {}),
        ("sendMessage", {"chat_id": 1, "text": "Hello", "reply_markup": {"inline_keyboard": [[BUTTON]]}}),
        ("sendMessage", {"chat_id": "1", "text": "Hello", "reply_markup": '{"inline_keyboard": []}'}),
        ("sendMessage", {"chat_id": 1, "text": f"<b>{'a' * 4096}</b>&amp;"[:-5], "parse_mode": "HTML"}),
        ("answerInlineQuery", {"inline_query_id": "1", "results": [ARTICLE], "is_personal": True}),
        (
            "setMyCommands",
            {"commands": [{"command": "review", "description": "Show"}], "scope": {"type": "default"}},
        ),
        ("getUpdates", {"timeout": "10", "allowed_updates": '["message"]'}),
    ],
)
def test_good_telegram_calls_pass(method: str, params: dict[str, Any]) -> None:
    assert telegram.problems(method, params) == []


@needs_telegram
@pytest.mark.parametrize(
    ("method", "params", "wording"),
    [
        ("sendTelepathy", {}, "unknown method"),
        ("sendMessage", {"chat_id": 1}, "text is missing"),
        ("sendMessage", {"chat_id": 1, "text": "a", "colour": 1}, "unknown colour"),
        ("sendMessage", {"chat_id": [1], "text": "a"}, "is no Integer"),
        ("sendMessage", {"chat_id": 1, "text": "a", "protect_content": "maybe"}, "is no Boolean"),
        ("sendMessage", {"chat_id": 1, "text": ""}, "0 characters, not 1-4096"),
        ("sendMessage", {"chat_id": 1, "text": "🎬" * 2049}, "4098 characters, not 1-4096"),
        (
            "sendMessage",
            {
                "chat_id": 1,
                "text": "a",
                "reply_markup": {"inline_keyboard": [[{**BUTTON, "callback_data": "é" * 33}]]},
            },
            "66 bytes, not 1-64",
        ),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "a" * 201}, "201 characters, not 0-200"),
        (
            "answerInlineQuery",
            {"inline_query_id": "1", "results": [ARTICLE] * 51},
            "51 items, not at most 50",
        ),
        (
            "answerInlineQuery",
            {"inline_query_id": "1", "results": [{**ARTICLE, "colour": 1}]},
            "unknown colour",
        ),
        ("setMyCommands", {"commands": [{"command": "Review", "description": "a"}]}, "other letters"),
        (
            "setMyCommands",
            {"commands": [{"command": "a", "description": "a"}] * 101},
            "101 items, not at most 100",
        ),
        ("getUpdates", {"limit": 101}, "101 is not in 1-100"),
    ],
)
def test_bad_telegram_calls_are_named(method: str, params: dict[str, Any], wording: str) -> None:
    (problem,) = telegram.problems(method, params)
    assert wording in problem


@needs_telegram
@pytest.mark.parametrize("method", METHODS)
def test_the_stand_in_knows_only_parameters_that_telegram_has(method: str) -> None:
    parameters = list(inspect.signature(METHODS[method]).parameters)[1:]
    found = telegram.problems(method, dict.fromkeys(parameters, "1"))
    assert [problem for problem in found if "unknown" in problem or "missing" in problem] == []


def layout(*components: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"flags": 1 << 15, "components": list(components), **more}


def row(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(buttons)}


def button(name: str) -> dict[str, Any]:
    return {"type": 2, "style": 1, "label": "Vote", "custom_id": name}


def link(url: str) -> dict[str, Any]:
    return {"type": 2, "style": 5, "label": "Read", "url": url}


def text(content: str) -> dict[str, Any]:
    return {"type": 10, "content": content}


def command(**changes: Any) -> dict[str, Any]:
    return {"name": "review", "description": "Show a review", "type": 1, **changes}


@needs_discord
@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        (
            "POST",
            MESSAGES,
            {"content": "Hello", "components": [row(button("1"), link("https://films.example"))]},
        ),
        ("POST", MESSAGES, layout({"type": 17, "components": [text("Ballerina"), row(button("1"))]})),
        ("PATCH", f"{MESSAGES}/1", layout({"type": 17, "components": [text("Ballerina"), row(button("1"))]})),
        ("PUT", COMMANDS, [command(options=[{"type": 3, "name": "title", "description": "Which"}])]),
        ("POST", CALLBACK, {"type": 8, "data": {"choices": [{"name": "Ballerina", "value": "1"}] * 25}}),
        ("POST", "/users/@me/channels", {"recipient_id": 123456789012345678}),
        ("POST", "/nowhere/at/all", {"content": 1}),
    ],
)
def test_good_discord_requests_pass(method: str, path: str, body: object) -> None:
    assert discord.problems(method, path, body) == []


@needs_discord
@pytest.mark.parametrize(
    ("method", "path", "body", "wording"),
    [
        ("POST", MESSAGES, {"embeds": [{"title": "a" * 257}]}, "title"),
        ("POST", MESSAGES, {"components": [row(button("a" * 101))]}, "custom_id"),
        ("PATCH", f"{MESSAGES}/1", {"components": [row(button("a" * 101))]}, "custom_id"),
        ("POST", MESSAGES, {"components": [row(button("1"), button("1"))]}, "is used 2 times"),
        ("POST", MESSAGES, {"components": [row(link("ftp://films.example"))]}, "not http, https or discord"),
        ("POST", MESSAGES, {"embeds": [{"fields": [{"name": "", "value": "a"}]}]}, "has no name or value"),
        ("POST", MESSAGES, layout(text("a" * 2001), text("a" * 2000)), "4001 characters of text"),
        ("POST", MESSAGES, layout(*[text("a")] * 41), "41 components"),
        ("POST", MESSAGES, layout(text("a"), content="a"), "content, embeds"),
        ("PUT", COMMANDS, [command(description="a" * 101)], "101 characters, not 1-100"),
        (
            "POST",
            COMMANDS,
            command(options=[{"type": 3, "name": "a", "description": "a" * 101}]),
            "not 1-100",
        ),
        (
            "POST",
            CALLBACK,
            {"type": 8, "data": {"choices": [{"name": "a", "value": "1"}] * 26}},
            "26 autocomplete",
        ),
        (
            "POST",
            CALLBACK,
            {"type": 8, "data": {"choices": [{"name": "a" * 101, "value": "1"}]}},
            "101 characters",
        ),
        ("POST", CALLBACK, {"type": 4, "data": {"content": "a" * 2001}}, "content"),
    ],
)
def test_bad_discord_requests_are_named(method: str, path: str, body: object, wording: str) -> None:
    assert wording in "\n".join(discord.problems(method, path, body))


@pytest.mark.parametrize("checker", [telegram, discord])
def test_without_a_specification_nothing_is_found(checker: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "available", False)
    params: tuple[Any, ...] = (
        ("x", {}) if checker is telegram else ("POST", MESSAGES, layout(*[text("a")] * 41))
    )
    assert checker.problems(*params) == []
