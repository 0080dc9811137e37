"""Payloads as the real libraries make them of the real renderers' drawings, and tools to spoil them."""

import asyncio
import json
import re
from typing import Any

import discord
from discord.http import handle_message_parameters
from discord.webhook.async_ import interaction_message_response_params
from telegram import InlineQueryResultArticle, InputTextMessageContent

from bot.platforms.discord import render as discord_render
from bot.platforms.discord.buttons import make_button
from bot.platforms.telegram import render as telegram_render
from bot.playground.inspecting import Inspection
from bot.replies import Reply

Json = dict[str, Any]

POST = "POST /channels/1/messages"
PATCH = "PATCH /channels/1/messages/2"
CALLBACK = "POST /api/v10/interactions/1/token/callback"
FOLLOW_UP = "POST /webhooks/1/token?wait=true"
ORIGINAL = "PATCH /webhooks/1/token/messages/@original"
NOBODY = discord.AllowedMentions.none()
_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def discord_calls(reply: Reply) -> list[tuple[str, Json]]:
    """Every call that this reply may go out by, with the bodies that discord.py makes."""
    return asyncio.run(_discord_calls(reply))


async def _discord_calls(reply: Reply) -> list[tuple[str, Json]]:
    view = discord_render.draw(reply, make_button)
    private = discord.MessageFlags(ephemeral=True)
    sent = [
        (POST, handle_message_parameters(view=view, nonce="9007199254740991", allowed_mentions=NOBODY)),
        (PATCH, handle_message_parameters(view=view, allowed_mentions=NOBODY)),
        (FOLLOW_UP, handle_message_parameters(view=view, flags=private, allowed_mentions=NOBODY)),
        (ORIGINAL, handle_message_parameters(view=view, allowed_mentions=NOBODY)),
        *(
            (CALLBACK, interaction_message_response_params(type=kind, view=view, allowed_mentions=NOBODY))
            for kind in (4, 7)
        ),
    ]
    return [(call, params.payload or {}) for call, params in sent]


def telegram_calls(reply: Reply) -> list[tuple[str, Json]]:
    """Every call that this reply may go out by."""
    drawn = telegram_render.draw(reply)
    message: Json = {
        "text": drawn.text,
        "parse_mode": "HTML",
        "link_preview_options": drawn.preview.to_dict(),
        **({"reply_markup": drawn.keyboard.to_dict()} if drawn.keyboard else {}),
    }
    content = InputTextMessageContent(drawn.text, parse_mode="HTML", link_preview_options=drawn.preview)
    articles = [
        InlineQueryResultArticle(str(number), "A title", content, reply_markup=drawn.keyboard).to_dict()
        for number in range(10)
    ]
    return [
        ("sendMessage", {"chat_id": -100, "message_thread_id": 7, **message}),
        ("editMessageText", {"chat_id": 1, "message_id": 2, **message}),
        ("editMessageText", {"inline_message_id": "in-1", **message}),
        ("answerInlineQuery", {"inline_query_id": "1", "results": articles, "cache_time": 10}),
    ]


VALUES: tuple[Any, ...] = (
    *(
        None,
        True,
        -1,
        0,
        1,
        7,
        99,
        1 << 15,
        1 << 40,
        0.5,
        "",
        "x",
        "12",
        "é" * 33,
        "w" * 81,
        "w" * 101,
        "w" * 5000,
    ),
    *(
        "https://example.org/",
        "https://example.org/" + "a" * 3000,
        [],
        [{}],
        ["x"] * 41,
        {},
        {"type": 2},
        [[]],
    ),
)


def spoiled(payload: Json, changes: Json) -> Json:
    """A copy with other values at some paths, such as "components[0].type"; ... takes a field away."""
    copied: Json = json.loads(json.dumps(payload))  # parts that are the same object become separate ones
    for path, value in changes.items():
        *way, last = [int(one) if one else name for one, name in _STEP.findall(path)]
        holder: Any = copied
        for step in way:
            holder = holder[step]
        if value is ...:
            del holder[last]
        else:
            holder[last] = value
    return copied


def assert_lawful(inspection: Inspection) -> None:
    """Whatever was inspected: what has no room left is named, and so is every field that is not well."""
    for limit in inspection.limits:
        assert limit.left == limit.limit - limit.used
        named = any(problem.startswith(limit.where) for problem in inspection.problems)
        assert limit.left >= 0 or named, f"{limit} is named by no problem"
    for field in inspection.fields:
        named = any(problem.startswith(f"{field.path}: ") for problem in inspection.problems)
        assert field.ok is not named or (not field.ok and _holds_too_many(field.path, inspection)), field
    assert len(set(inspection.problems)) == len(inspection.problems)
    for contained in inspection.contained:
        assert_lawful(contained)


def assert_named(inspection: Inspection, path: str, problem: str) -> None:
    """A problem begins so; one that begins with : or . or [ follows the path. All else is lawful."""
    begins = path + problem if problem[0] in ":.[" else problem
    assert any(each.startswith(begins) for each in inspection.problems), inspection.problems
    assert_lawful(inspection)


def _holds_too_many(path: str, inspection: Inspection) -> bool:
    return any(re.match(re.escape(path) + r"\[\d+\]: ", problem) for problem in inspection.problems)
