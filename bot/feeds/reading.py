"""Reads reviews in the project's own form from JSON and JSON lines; one bad record never stops the others."""

import json
import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from bot.feeds.faults import Fault, faults_of
from bot.feeds.form import Form, ReviewPart, WorkPart
from bot.rules.drafts import Draft
from bot.rules.scores import verdict_for
from storage import Credit

_DEPTH = 5
_BYTE_ORDER_MARK = "\ufeff"
_GAP = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()
# Control characters, direction overrides that can disguise a title, and halves of surrogate pairs.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


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
            yield from read_record(value, source, line)
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


def read_record(value: object, source: str, line: int) -> Iterator[Draft | Fault]:
    """The review that an object in the project's own form is, or every mistake in it."""
    try:
        form = Form.model_validate(_cleaned(value, _DEPTH))
    except ValidationError as wrong:
        yield from faults_of(wrong, source, line)
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
