"""The project's own form of a review, field by field."""

from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)
from pydantic_core import PydanticCustomError

from bot.rules.scores import Score, parse_score
from storage import Kind, Verdict

WORDS = 60
_YEARS = range(1870, 2101)
_ADDRESS = r"^https?://[^\s/?#@:]+\.[^\s/?#@:]+(:\d{1,5})?([/?#]\S*)?$"


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
