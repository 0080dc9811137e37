"""What is wrong with a source, in words that name the file, the line and the field."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.feeds.form import schema
from bot.rules.wording import printable

_UNITS = {"string_too_long": "characters", "too_long": "items", "too_many_words": "words"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake in a source. `line` counts from 1, 0 is all of it; `field` is empty where the whole record
    is meant. `further`: it is of the same record as the one before it."""

    source: str
    line: int
    field: str
    message: str
    further: bool = False

    def __str__(self) -> str:
        place = f"{self.source}:{self.line}" if self.line else self.source
        return ": ".join(part for part in (place, self.field, self.message) if part)


@dataclass(frozen=True, slots=True)
class Skipped:
    """What is neither a review nor a mistake, such as a page of a blog; `why` says what it is."""

    why: str


def faults_of(wrong: ValidationError, source: str, line: int) -> Iterator[Fault]:
    """Every mistake of one record that does not fit the form."""
    for number, error in enumerate(wrong.errors(include_url=False)):
        yield Fault(source, line, _path(error["loc"]), _message(error), further=number > 0)


def _path(place: tuple[int | str, ...]) -> str:
    """Where in the record: `work.people#2.role` is the role of the second person."""
    steps = (f"#{step + 1}" if isinstance(step, int) else f".{_tidy(step)}" for step in place)
    return "".join(steps).removeprefix(".")


def _tidy(key: str) -> str:
    return " ".join(printable(key).split())[:40]


def _message(error: ErrorDetails) -> str:
    kind, place, value = error["type"], error["loc"], error["input"]
    if kind == "missing":
        return "is missing"
    if kind == "misplaced":
        return error["msg"]
    if kind == "extra_forbidden":
        return f'is not a known key here; the nearest is "{_nearest(str(place[-1]), place[:-1])}"'
    unit = _UNITS.get(kind)
    count = len(value.split()) if unit == "words" else len(value) if unit else 0
    shown = f"{count} {unit}" if unit else _shown(value)
    return f"should be {_described(place)['description']}, not {shown}"


def _nearest(key: str, place: tuple[int | str, ...]) -> str:
    """The known key most like this one: of the same place, or with the path of another."""
    here = _described(place)["properties"]
    known = {
        name: f"{part}.{name}" for part in ("work", "review") for name in _described((part,))["properties"]
    }
    known |= {name: name for name in here}
    return known[get_close_matches(key[:40].lower(), known, n=1, cutoff=0)[0]]


def _shown(value: object) -> str:
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:59]}…"


_schema = cache(schema)


def _described(place: tuple[int | str, ...]) -> dict[str, Any]:
    """What the schema says of this place in a record."""
    form = node = _schema()
    for step in place:
        node = node["items"] if isinstance(step, int) else node["properties"][step]
        if "$ref" in node:
            node = form["$defs"][node["$ref"].rpartition("/")[2]] | node
    return node
