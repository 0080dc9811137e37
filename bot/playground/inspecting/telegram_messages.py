"""Inspects what is sent to Telegram: messages, edits, and answers to presses and inline queries."""

import json
import re
from collections.abc import Iterator
from typing import Any

from bot.platforms.telegram.limits import TEXT_UNITS
from bot.playground.inspecting.examining import Examination, joined
from bot.playground.inspecting.inspection import Inspection, Json, Limit
from bot.playground.inspecting.rules import UNITS, Either, FieldRule, Shape, size
from bot.playground.inspecting.telegram_fields import ABOUT, CALLS, RESULT_ABOUT, SHAPES
from bot.standins.telegram.buttons import is_web_address
from bot.standins.telegram.errors import Refused
from bot.standins.telegram.html import Entity, parse
from bot.standins.telegram.limits import BUTTONS, ENTITIES

_ACTIONS = frozenset(
    {
        "callback_data",
        "callback_game",
        "copy_text",
        "login_url",
        "pay",
        "switch_inline_query",
        "switch_inline_query_chosen_chat",
        "switch_inline_query_current_chat",
        "url",
        "web_app",
    }
)
_START = re.compile(r"[A-Za-z0-9_-]{1,64}")
_START_LINK = re.compile(r"(https?://)?t\.me/\w{3,32}\?start=[A-Za-z0-9_-]{1,64}", re.IGNORECASE)
_REFUSAL = re.compile(r"^Bad Request: (the stand-in refuses: |can't parse entities: )?")


def inspect_telegram(method: str, params: Json) -> Inspection:
    """What can be said of a call's parameters, as values or as they go over the wire (JSON as text).

    The inspection's payload has them as values. A method that is not known is a problem.
    """
    examination = Examination(SHAPES)
    if method not in CALLS:
        examination.problem("", f"{method} is not among the methods that I know")
        return examination.result(method, "", params)
    values = _values(CALLS[method], params)
    examination.walk("", CALLS[method], values)
    contained: tuple[Inspection, ...] = ()
    match method:
        case "answerCallbackQuery":
            _press(examination, values)
        case "answerInlineQuery":
            contained = _inline(examination, values)
        case _:
            _message(examination, method, values)
    return examination.result(method, ABOUT[method], values, *contained)


def _values(shape: Shape, params: Json) -> Json:
    """The parameters with their types: the wire carries numbers, truths and objects as text."""
    return {
        name: _value(shape.fields.get(name), value) for name, value in params.items() if value is not None
    }


def _value(rule: FieldRule | None, value: Any) -> Any:
    if not isinstance(value, str) or rule is None or rule.kind().startswith(("Text", "Address")):
        return value
    if isinstance(rule, Either) and not value.removeprefix("-").isdecimal():
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _message(examination: Examination, method: str, message: Json) -> None:
    if method != "sendMessage":
        _edited(examination, method, message)
    _text(examination, "", "text", message)
    _preview(examination, "", message)
    _keyboard(examination, "reply_markup", message.get("reply_markup"))


def _edited(examination: Examination, method: str, message: Json) -> None:
    if "inline_message_id" not in message:
        for name in ("chat_id", "message_id"):
            if name not in message:
                examination.problem(name, "missing, and so is inline_message_id")
    if method == "editMessageText" and not {"text", "rich_message"} & set(message):
        examination.problem("text", "missing, and so is rich_message")


def _text(examination: Examination, path: str, name: str, message: Json) -> None:
    """The length of a text once its markup is read, and its entities."""
    source, mode = message.get(name), message.get("parse_mode")
    here = joined(path, name)
    if not isinstance(source, str):
        return
    given = message.get("entities")
    entities: list[Entity] = given if isinstance(given, list) else []
    text = source
    if mode and entities:
        examination.problem(joined(path, "entities"), "does not go with parse_mode")
    elif str(mode).upper() == "HTML":
        try:
            text, entities = parse(source)
        except Refused as refused:
            examination.problem(here, _REFUSAL.sub("", refused.refusal.description))
            return
    elif mode:
        examination.problem(joined(path, "parse_mode"), f"{mode!r} is not read here, so nothing is measured")
        return
    if not text.strip():
        examination.problem(here, "empty once its markup is read")
    examination.total(Limit("text, markup read", size(text.strip(), UNITS), TEXT_UNITS, UNITS, here))
    examination.total(Limit("marks of the text", len(entities), ENTITIES, "entities", here))


def _preview(examination: Examination, path: str, message: Json) -> None:
    preview = message.get("link_preview_options")
    url = preview.get("url") if isinstance(preview, dict) else None
    if isinstance(url, str) and url and not is_web_address(url):
        here = joined(path, "link_preview_options.url")
        examination.problem(here, f"{url!r} is no address that Telegram opens")


def _keyboard(examination: Examination, path: str, markup: Any) -> None:
    placed = list(_buttons(markup, f"{path}.inline_keyboard"))
    if placed:
        examination.total(Limit("buttons in all", len(placed), BUTTONS, "buttons", path))
    for here, button in placed:
        actions = sorted(_ACTIONS & {name for name, value in button.items() if value is not None})
        if not actions:
            examination.problem(here, "a button needs something that it does")
        elif len(actions) > 1:
            examination.problem(here, f"a button does one thing, not {' and '.join(actions)}")
        if isinstance(button.get("text"), str) and not button["text"].strip():
            examination.problem(f"{here}.text", "empty")
        if isinstance(button.get("url"), str) and not is_web_address(button["url"]):
            examination.problem(f"{here}.url", f"{button['url']!r} is no address that Telegram opens")


def _buttons(markup: Any, path: str) -> Iterator[tuple[str, Json]]:
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    for number, row in enumerate(rows if isinstance(rows, list) else ()):
        for place, button in enumerate(row if isinstance(row, list) else ()):
            if isinstance(button, dict):
                yield f"{path}[{number}][{place}]", button


def _press(examination: Examination, answer: Json) -> None:
    url = answer.get("url")
    if isinstance(url, str) and "t.me/" in url and not _START_LINK.fullmatch(url):
        examination.problem("url", f"{url!r} is not t.me/BOT?start= with 1-64 of A-Z a-z 0-9 _ -")


def _inline(examination: Examination, answer: Json) -> tuple[Inspection, ...]:
    """Everything about an inline answer; what each of its results would post, by itself."""
    ids: dict[str, str] = {}
    contained = []
    for path, result in _listed(answer):
        inner = examination.apart[path]
        _result(inner, result)
        contained.append(inner.result(f"the message of result {result.get('id')!r}", RESULT_ABOUT, result))
        earlier = ids.setdefault(str(result.get("id")), path)
        if earlier != path:
            examination.problem(f"{path}.id", f"the same as of {earlier}")
    button = answer.get("button")
    if isinstance(button, dict):
        _results_button(examination, button)
    return tuple(contained)


def _listed(answer: Json) -> Iterator[tuple[str, Json]]:
    results = answer.get("results")
    for number, result in enumerate(results if isinstance(results, list) else ()):
        if isinstance(result, dict):
            yield f"results[{number}]", result


def _results_button(examination: Examination, button: Json) -> None:
    if ("web_app" in button) == ("start_parameter" in button):
        examination.problem("button", "has either web_app or start_parameter")
    start = button.get("start_parameter")
    if isinstance(start, str) and not _START.fullmatch(start):
        examination.problem("button.start_parameter", f"{start!r} is not 1-64 of A-Z a-z 0-9 _ -")


def _result(examination: Examination, result: Json) -> None:
    content, here = result.get("input_message_content"), "input_message_content"
    if isinstance(content, dict):
        _text(examination, here, "message_text", content)
        _preview(examination, here, content)
    _keyboard(examination, "reply_markup", result.get("reply_markup"))
