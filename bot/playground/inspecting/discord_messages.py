"""Inspects what is sent to Discord: messages, edits, and answers to interactions."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from bot.platforms.discord.limits import COMPONENTS, VIEW_TEXT
from bot.playground.inspecting.discord_components import (
    BUTTON,
    INPUT,
    LINK,
    PREMIUM,
    ROW,
    SELECT,
    TEXT,
)
from bot.playground.inspecting.discord_fields import (
    ANSWER,
    ANSWER_SHAPES,
    EMBED_TOTAL,
    ENDPOINTS,
    FORM,
    LAYOUT,
    SHAPES,
    UPDATE,
    Endpoint,
)
from bot.playground.inspecting.examining import Examination, joined
from bot.playground.inspecting.inspection import Inspection, Json, Limit

LEGACY_ROWS = 5
SELECTS = frozenset({SELECT, 5, 6, 7, 8})

_VERSION = re.compile(r"^/api(/v\d+)?(?=/)")
_NOT_IN_A_LAYOUT = ("content", "embeds", "poll", "sticker_ids")
_SOMETHING = ("content", "embeds", "components", "attachments", "poll", "sticker_ids", "shared_client_theme")

# A component's path and the component.
Placed = tuple[str, Json]


def inspect_discord(call: str, payload: Json) -> Inspection:
    """What can be said of a request's body. `call` is method and path, such as "POST /channels/1/messages".

    A leading /api and version and a query are passed over. A call that is not known is a problem.
    """
    examination = Examination(SHAPES)
    endpoint = _endpoint(call)
    if endpoint is None:
        examination.problem("", f"{call} is not among the calls that I know")
        return examination.result(call, "", payload)
    if endpoint.shape:
        examination.walk("", SHAPES[endpoint.shape], payload)
        _message(examination, "", payload, new=call.startswith("POST"))
    else:
        _answer(examination, payload)
    return examination.result(call, endpoint.about, payload)


def nested(tree: Any, path: str) -> Iterator[Placed]:
    """Every component of a tree with its path, the nested ones and accessories too."""
    for number, one in enumerate(tree if isinstance(tree, list) else ()):
        yield from _with_inner(one, f"{path}[{number}]")


def _with_inner(one: Any, path: str) -> Iterator[Placed]:
    if isinstance(one, dict):
        yield path, one
        yield from nested(one.get("components"), f"{path}.components")
        for part in ("accessory", "component"):
            yield from _with_inner(one.get(part), f"{path}.{part}")


def _endpoint(call: str) -> Endpoint | None:
    method, _, address = call.partition(" ")
    path = _VERSION.sub("", urlsplit(address).path)
    return next((each for each in ENDPOINTS if each.pattern.fullmatch(f"{method.upper()} {path}")), None)


def _answer(examination: Examination, payload: Json) -> None:
    kind, data = payload.get("type"), payload.get("data")
    shape = ANSWER_SHAPES.get(kind) if isinstance(kind, int) else None
    if shape is None:
        examination.problem("type", f"{kind!r} is no kind of answer that I know")
        return
    examination.walk("", SHAPES[shape], payload)
    if kind in (ANSWER, UPDATE):
        _message(examination, "data", data if isinstance(data, dict) else {}, new=kind == ANSWER)
    elif kind == FORM and isinstance(data, dict):
        _form(examination, data)


def _message(examination: Examination, path: str, message: Json, *, new: bool) -> None:
    where = joined(path, "components")
    placed = list(nested(message.get("components"), where))
    flags = message.get("flags")
    layout = isinstance(flags, int) and bool(flags & LAYOUT)
    if new and not any(message.get(part) for part in _SOMETHING):
        examination.problem(path, "the message is empty")
    if layout:
        _layout(examination, path, message, placed)
    else:
        _legacy(examination, path, message)
    if placed:
        examination.total(
            Limit("components, nested ones counted", len(placed), COMPONENTS, "components", where)
        )
    _mentions(examination, path, message)
    _embeds(examination, path, message)
    _components(examination, placed)


def _layout(examination: Examination, path: str, message: Json, placed: list[Placed]) -> None:
    where = joined(path, "components")
    used = sum(len(one["content"]) for _, one in placed if _is_text(one))
    examination.total(Limit("text in all text displays", used, VIEW_TEXT, "characters", where))
    for part in _NOT_IN_A_LAYOUT:
        if message.get(part):
            examination.problem(joined(path, part), "does not go with a layout of components (flag 32768)")


def _legacy(examination: Examination, path: str, message: Json) -> None:
    rows = message.get("components")
    where = joined(path, "components")
    for number, one in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(one, dict) and one.get("type") != ROW:
            examination.problem(f"{where}[{number}]", "needs the flag of a layout, 32768")
    if isinstance(rows, list) and rows:
        examination.total(
            Limit("rows of a message without the layout flag", len(rows), LEGACY_ROWS, "rows", where)
        )


def _is_text(one: Json) -> bool:
    return one.get("type") == TEXT and isinstance(one.get("content"), str)


def _mentions(examination: Examination, path: str, message: Json) -> None:
    mentions = message.get("allowed_mentions")
    parsed = mentions.get("parse") if isinstance(mentions, dict) else None
    if not isinstance(mentions, dict) or not isinstance(parsed, list):
        return
    for kind in ("users", "roles"):
        if kind in parsed and mentions.get(kind):
            examination.problem(
                joined(path, f"allowed_mentions.{kind}"), f"does not go with {kind!r} in parse"
            )


def _embeds(examination: Examination, path: str, message: Json) -> None:
    embeds = message.get("embeds")
    if isinstance(embeds, list) and embeds:
        used = sum(_embed_size(embed) for embed in embeds if isinstance(embed, dict))
        where = joined(path, "embeds")
        examination.total(Limit("text in all embeds", used, EMBED_TOTAL, "characters", where))


def _embed_size(embed: Json) -> int:
    fields = embed.get("fields")
    parts = [embed, embed.get("author"), embed.get("footer"), *(fields if isinstance(fields, list) else ())]
    counted = (("title", "description"), ("name",), ("text",))
    texts = [
        part.get(name)
        for part, names in zip(parts, (*counted, *[("name", "value")] * len(parts)), strict=False)
        if isinstance(part, dict)
        for name in names
    ]
    return sum(len(text) for text in texts if isinstance(text, str))


def _components(examination: Examination, placed: list[Placed]) -> None:
    _once(examination, placed, "custom_id")
    _once(examination, placed, "id")
    for path, one in placed:
        match one.get("type"):
            case kind if kind == BUTTON:
                _button(examination, path, one)
            case kind if kind == ROW:
                _row(examination, path, one)
            case int() as kind if kind in SELECTS:
                _menu(examination, path, one)


def _once(examination: Examination, placed: list[Placed], name: str) -> None:
    """Whatever tells components apart is there once."""
    texts = [(path, one[name]) for path, one in placed if isinstance(one.get(name), str | int) and one[name]]
    uses = Counter(each for _, each in texts)
    seen: set[str | int] = set()
    for path, each in texts:
        if each in seen:
            examination.problem(f"{path}.{name}", f"{each!r} is used {uses[each]} times in this message")
        seen.add(each)


def _button(examination: Examination, path: str, button: Json) -> None:
    style = button.get("style")
    has = {name for name in ("custom_id", "url", "sku_id", "label", "emoji") if button.get(name)}
    needs = (
        {LINK: "url", PREMIUM: "sku_id"}.get(style, "custom_id") if isinstance(style, int) else "custom_id"
    )
    if needs not in has:
        examination.problem(path, f"a button of style {style} needs {needs}")
    useless = has & ({"custom_id", "url", "sku_id"} - {needs})
    if style == PREMIUM:
        useless |= has & {"label", "emoji"}
    elif not has & {"label", "emoji"}:
        examination.problem(path, "a button needs a label or an emoji")
    for name in sorted(useless):
        examination.problem(f"{path}.{name}", f"does not go with a button of style {style}")


def _row(examination: Examination, path: str, row: Json) -> None:
    inside = row.get("components")
    kinds = [one.get("type") for one in inside if isinstance(one, dict)] if isinstance(inside, list) else []
    if len(kinds) > 1 and SELECTS & {kind for kind in kinds if isinstance(kind, int)}:
        examination.problem(f"{path}.components", "a select menu stands alone in its row")


def _menu(examination: Examination, path: str, menu: Json) -> None:
    least, most = menu.get("min_values"), menu.get("max_values")
    options = menu.get("options")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        examination.problem(f"{path}.min_values", f"{least} is more than max_values, {most}")
    if not isinstance(options, list):
        return
    if isinstance(most, int) and most > len(options):
        examination.problem(f"{path}.max_values", f"{most} is more than its {len(options)} options")
    placed = [
        (f"{path}.options[{number}]", one) for number, one in enumerate(options) if isinstance(one, dict)
    ]
    _once(examination, placed, "value")
    chosen = sum(one.get("default") is True for _, one in placed)
    if chosen > (most if isinstance(most, int) else 1):
        examination.problem(
            f"{path}.options", f"{chosen} options are chosen from the start, more than max_values"
        )


def _form(examination: Examination, form: Json) -> None:
    placed = list(nested(form.get("components"), "data.components"))
    _components(examination, placed)
    for path, one in placed:
        if one.get("type") != INPUT:
            continue
        labelled = path.endswith(".component")
        if bool(one.get("label")) is labelled:
            examination.problem(path, "a label above it has its words" if labelled else "needs a label")
        least, most = one.get("min_length"), one.get("max_length")
        if isinstance(least, int) and isinstance(most, int) and least > most:
            examination.problem(f"{path}.min_length", f"{least} is more than max_length, {most}")
        value = one.get("value")
        if isinstance(value, str) and isinstance(most, int) and len(value) > most:
            examination.problem(f"{path}.value", f"has {len(value)} characters, more than max_length, {most}")
