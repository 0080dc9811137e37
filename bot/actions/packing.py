"""Buttons as texts of at most 64 bytes of A-Z a-z 0-9 _ and -.

One packed form serves as Discord custom id, Telegram callback data and Telegram start parameter.
It carries a format version; anything that does not unpack exactly is refused with `BadAction`.
"""

from dataclasses import fields
from typing import Any

from bot.actions.action import Action
from bot.actions.editors import FOR_EDITORS
from bot.actions.members import FOR_MEMBERS, Vote

VERSION = "1"
LIMIT = 64
NUMBERS = 2**53  # the store's numbers lie below
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_SCOPES = frozenset({"all", "work", "genre", "platform", "person"})


class BadAction(Exception):
    """A button that this program never made, or made in a form that it no longer reads."""


KINDS: tuple[type[Action], ...] = (*FOR_MEMBERS, *FOR_EDITORS)
_BY_CODE = {kind.code: kind for kind in KINDS}


def pack(action: Action) -> str:
    """The button's text. Raises ValueError where it would not fit, which is a bug in the caller."""
    values = [getattr(action, field.name) for field in fields(action)]
    for _ in range(action.optional):
        if values[-1]:
            break
        values.pop()
    parts = [VERSION, action.code, *(base36(value) if isinstance(value, int) else value for value in values)]
    text = "_".join(parts)
    if len(text.encode()) > LIMIT:
        raise ValueError(f"a button of {len(text.encode())} bytes: {text}")
    return text


def unpack(text: str) -> Action:
    """The action of a button's text; BadAction where the text is not exactly what `pack` writes."""
    version, _, rest = text.partition("_")
    code, *parts = rest.split("_")
    kind = _BY_CODE.get(code)
    if version != VERSION or kind is None or len(text) > LIMIT or not text.isascii():
        raise BadAction(text)
    most = len(fields(kind))
    if not most - kind.optional <= len(parts) <= most:
        raise BadAction(text)
    values = (_parse(field.name, part) for field, part in zip(fields(kind), parts, strict=False))
    action = kind(*values)
    if pack(action) != text or (isinstance(action, Vote) and not 1 <= action.value <= 10):
        raise BadAction(text)
    return action


def _parse(name: str, part: str) -> Any:
    if name == "key":
        if not (part.isascii() and part.replace("-", "").isalnum()):
            raise BadAction(part)
        return part
    if name == "scope":
        if part not in _SCOPES:
            raise BadAction(part)
        return part
    if not (part.isascii() and part.isalnum() and len(part) <= 13 and int(part, 36) < NUMBERS):
        raise BadAction(part)
    return int(part, 36)


def base36(number: int) -> str:
    """A number from 0 in digits and small letters. Raises ValueError for one below."""
    if number < 0:
        raise ValueError(f"{number} has no packed form")
    text = ""
    while number or not text:
        number, digit = divmod(number, 36)
        text = _DIGITS[digit] + text
    return text
