"""The project's own form of a review, as JSON or JSON lines: read strictly, with mistakes named by place."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from bot.rules.drafts import Draft
from bot.rules.scores import Score, parse_score, verdict_for
from storage import Credit, Kind, Verdict

WORDS = 60
_YEARS = range(1870, 2101)
_DEPTH = 5
_BYTE_ORDER_MARK = "\ufeff"
_GAP = re.compile(r"[ \t\r\n]*")
# Control characters, direction overrides that can disguise a title, and halves of surrogate pairs.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_ADDRESS = r"^https?://[^\s/?#@:]+\.[^\s/?#@:]+(:\d{1,5})?([/?#]\S*)?$"
_UNITS = {"string_too_long": "characters", "too_long": "items", "too_many_words": "words"}
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake in a source. `line` counts from 1; `field` is empty where the whole record is meant."""

    source: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (f"{self.source}:{self.line}", self.field, self.message) if part)


def _score(value: object) -> Score:
    score = parse_score(value) if isinstance(value, str) else None
    if score is None:
        raise ValueError(value)
    return score


def _seconds(value: object) -> int:
    moment = datetime.fromisoformat(value if isinstance(value, str) else "")
    if moment.year not in _YEARS:
        raise ValueError(value)
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())


def _in_few_words(text: Any) -> Any:
    if isinstance(text, str) and len(text.split()) > WORDS:
        raise PydanticCustomError("too_many_words", "too many words")
    return text


def _once(items: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def _text(limit: int) -> Any:
    return Field(max_length=limit, description=f"text of at most {limit} characters")


_Word = Annotated[str, _text(40)]
_Name = Annotated[str, _text(100)]
_Line = Annotated[str, _text(200)]
_LIST = Field(max_length=12, description="a list of at most 12 items")
_Words = Annotated[tuple[_Word, ...], _LIST, AfterValidator(_once)]
_Lines = Annotated[tuple[_Line, ...], _LIST, AfterValidator(_once)]
_Address = Annotated[
    str,
    Field(
        max_length=500,
        pattern=_ADDRESS,
        description="a web address of at most 500 characters that begins with http:// or https://",
    ),
]
_Summary = Annotated[
    str,
    Field(max_length=600, description=f"text of at most {WORDS} words and 600 characters"),
    BeforeValidator(_in_few_words),
]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PersonPart(_Part):
    """Somebody's part in a work."""

    name: _Name
    role: _Word = "cast"
    character: _Name = ""


_People = Annotated[
    tuple[Annotated[PersonPart, Field(description='an object with "name", "role" and "character"')], ...],
    _LIST,
]


class WorkPart(_Part):
    """Which film, series or season it is."""

    title: Annotated[_Line, Field(min_length=1)]
    kind: Kind | None = Field(default=None, description="film, series or season")
    year: Annotated[int, Field(strict=True, ge=_YEARS[0], le=_YEARS[-1])] | None = Field(
        default=None, description=f"a whole number from {_YEARS[0]} to {_YEARS[-1]}"
    )
    season: Annotated[int, Field(strict=True, ge=1, le=200)] | None = Field(
        default=None, description="a whole number from 1 to 200, only with the kind season"
    )
    original: _Line = ""
    names: _Lines = ()
    platform: _Word = ""
    genres: _Words = ()
    people: _People = ()
    image: _Address = ""

    @field_validator("season")
    @classmethod
    def _only_of_a_season(cls, season: int | None, others: ValidationInfo) -> int | None:
        if others.data.get("kind", "season") != "season":
            raise PydanticCustomError("misplaced", "is only for the kind season")
        return season


class ReviewPart(_Part):
    """What was written about it."""

    outlet: _Name = ""
    author: _Name = ""
    url: _Address = ""
    date: Annotated[int, PlainValidator(_seconds), WithJsonSchema({"type": "string"})] | None = Field(
        default=None, description='a date such as "2023-10-06" or "2023-10-06T18:30:00+02:00"'
    )
    language: str = Field(
        default="en",
        pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$",
        description='a language code such as "en" or "pt-BR"',
    )
    score: Annotated[Score, PlainValidator(_score), WithJsonSchema({"type": "string"})] | None = Field(
        default=None, description='a score as it was written, such as "4/5", "8.5/10", "B+", "85%" or "★★★½"'
    )
    verdict: Verdict | None = Field(default=None, description="watch, maybe or skip")
    audience: Annotated[str, _text(300)] = ""
    summary: _Summary = ""
    spoilers: Annotated[str, _text(4000)] = ""
    pros: _Lines = ()
    cons: _Lines = ()
    comparables: _Lines = ()
    notes: _Lines = ()


class Form(_Part):
    """One review with its work."""

    model_config = ConfigDict(json_schema_extra={"description": 'an object with "work" and "review"'})

    work: WorkPart = Field(description="an object that says which work it is")
    review: ReviewPart = Field(description="an object with the review itself")


def schema() -> dict[str, Any]:
    """The form's JSON schema. The reader also takes null and empty values, as not given."""
    return Form.model_json_schema()


def read_json(text: str, source: str) -> Iterator[Draft | Fault]:
    """The reviews of a .json file, one object or a list of them, and every mistake that was found.

    A record with mistakes is left out and the next one read; text after broken JSON cannot be.
    """
    return _records(text.removeprefix(_BYTE_ORDER_MARK), source, 1)


def read_jsonl(text: str, source: str) -> Iterator[Draft | Fault]:
    """The reviews of a .jsonl file, one object a line, and every mistake; blank lines are passed over."""
    for line, row in enumerate(text.removeprefix(_BYTE_ORDER_MARK).split("\n"), start=1):
        if row.strip():
            yield from _records(row, source, line)


def _records(text: str, source: str, line: int) -> Iterator[Draft | Fault]:
    first, seen = line, 0
    try:
        for start, value in _values(text):
            line += text.count("\n", seen, start)
            seen = start
            yield from _record(value, source, line)
    except json.JSONDecodeError as broken:
        line = first + broken.lineno - 1
        why = broken.msg[:1].lower() + broken.msg[1:]
        yield Fault(source, line, "", f"not valid JSON at line {line}, column {broken.colno}: {why}")


def _values(text: str) -> Iterator[tuple[int, Any]]:
    """Each value of the text and where it begins; the text is one value or a list of them."""
    start = _after_gap(text, 0)
    listed = text.startswith("[", start)
    more = True
    if listed:
        start = _after_gap(text, start + 1)
        more = not text.startswith("]", start)
    while more:
        value, end = _decoded(text, start)
        yield start, value
        start = _after_gap(text, end)
        more = listed and text.startswith(",", start)
        if more:
            start = _after_gap(text, start + 1)
    if listed:
        if not text.startswith("]", start):
            raise json.JSONDecodeError("Expecting ',' or ']' after a review", text, start)
        start = _after_gap(text, start + 1)
    if start != len(text):
        raise json.JSONDecodeError("Extra data", text, start)


def _after_gap(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _decoded(text: str, start: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, start)
    except json.JSONDecodeError:
        raise
    except RecursionError:
        raise json.JSONDecodeError("Nested too deeply", text, start) from None
    except ValueError:
        raise json.JSONDecodeError("A number with too many digits", text, start) from None


def _record(value: object, source: str, line: int) -> Iterator[Draft | Fault]:
    try:
        form = Form.model_validate(_cleaned(value, _DEPTH))
    except ValidationError as wrong:
        for error in wrong.errors(include_url=False):
            yield Fault(source, line, _path(error["loc"]), _message(error))
    else:
        yield _draft(form.work, form.review, line)


def _cleaned(value: Any, depth: int) -> Any:
    """The value with its texts tidied and without what is null or empty, as deep as the form goes."""
    if isinstance(value, str):
        return _tidy(value)
    if depth and isinstance(value, list):
        items = (_cleaned(item, depth - 1) for item in value)
        return [item for item in items if item not in (None, "")]
    if depth and isinstance(value, dict):
        pairs = ((key, _cleaned(item, depth - 1)) for key, item in value.items())
        return {key: item for key, item in pairs if item not in (None, "")}
    return value


def _tidy(text: str) -> str:
    return " ".join(_UNSEEN.sub("", text).split())


def _draft(work: WorkPart, review: ReviewPart, line: int) -> Draft:
    score = review.score
    return Draft(
        **work.model_dump(exclude={"names", "people"}),
        **review.model_dump(exclude={"date", "score", "verdict"}),
        other_names=work.names,
        people=tuple(Credit(person.name, person.role, person.character) for person in work.people),
        published_at=review.date,
        score_text=score.text if score else "",
        score=score.value if score else None,
        verdict=review.verdict or (verdict_for(score) if score else None),
        line=line,
    )


def _path(place: tuple[int | str, ...]) -> str:
    """Where in the record: `work.people#2.role` is the role of the second person."""
    steps = (f"#{step + 1}" if isinstance(step, int) else f".{_tidy(step)[:40]}" for step in place)
    return "".join(steps).removeprefix(".")


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
