"""Reads values of structured data, which may be a text, a number, an object, or a list of these."""

import re
from typing import Any

from bot.feeds.pages.claims import tidy

_MOST = 30
_LONGEST = 2_000
_YEAR = re.compile(r"(?<!\d)(?:18[7-9]\d|19\d\d|20\d\d)(?!\d)")


def objects(value: object) -> list[dict[str, Any]]:
    """The objects that a property holds."""
    listed = value if isinstance(value, list) else [value]
    return [each for each in listed[:_MOST] if isinstance(each, dict)]


def texts_of(value: object) -> list[str]:
    """The texts that a property holds, tidied; an object stands for its @value, its @id or its address."""
    listed = value if isinstance(value, list) else [value]
    texts = (tidy(_plain(each), _LONGEST) for each in listed[:_MOST])
    return [text for text in texts if text]


def first_text(value: object) -> str:
    """The first text of a property, or nothing."""
    return next(iter(texts_of(value)), "")


def names_of(value: object) -> list[str]:
    """The names that a property holds: its objects' names, or its texts."""
    listed = value if isinstance(value, list) else [value]
    named = (
        first_text(_name(each)) if isinstance(each, dict) else first_text(each) for each in listed[:_MOST]
    )
    return [name[:200] for name in named if name]


def year_of(text: str) -> int | None:
    """The year of a date of a work, however it is written."""
    found = _YEAR.search(text[:60])
    return int(found[0]) if found else None


def _name(thing: dict[str, Any]) -> object:
    inner = thing.get("item")
    return thing.get("name") or (_name(inner) if isinstance(inner, dict) and "item" not in inner else inner)


def _plain(value: object) -> str:
    if isinstance(value, dict):
        value = next(
            (value[name] for name in ("@value", "url", "@id") if isinstance(value.get(name), str)), ""
        )
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, str | float):
        return str(value)[: 8 * _LONGEST]
    return str(value) if isinstance(value, int) and abs(value) < 10**12 else ""
