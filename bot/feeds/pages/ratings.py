"""Reads a rating of structured data with its scale; other people's averages and sub-scores are none."""

import re
from dataclasses import dataclass
from typing import Any

from bot.feeds.pages.linked_data import types_of
from bot.feeds.pages.values import first_text
from bot.rules.scores import Score, parse_score

_NUMBER = re.compile(r"-?\d{1,4}(?:[.,]\d{1,4})?")
_SOMEBODY_ELSES = ("ratingCount", "reviewCount", "reviewAspect")


@dataclass(frozen=True, slots=True)
class Rated:
    """A score, the words it rests on, and how sure its scale is (0-1)."""

    score: Score
    words: str
    sure: float


def rating_of(value: object) -> Rated | None:
    """The score of a `reviewRating` in any of its forms, or None: none is better than a wrong one."""
    listed = value if isinstance(value, list) else [value]
    found = [rated for each in listed[:10] if (rated := _one(each))]
    agreed = found and all(rated.score.value == found[0].score.value for rated in found)
    return found[0] if agreed else None


def rated(value: float, best: float, words: str, sure: float = 1.0) -> Rated | None:
    """So much of so much, in the usual notation."""
    if not 0 <= value <= best or best < 2 or best > 1000:
        return None
    text = f"{_short(value)}/{_short(best)}"
    score = parse_score(text) or Score(text, round(100 * value / best, 2), _short(best))
    return Rated(score, words, sure)


def _one(value: object) -> Rated | None:
    if not isinstance(value, dict):
        text = first_text(value)
        score = parse_score(text) if not _NUMBER.fullmatch(text) else None
        return Rated(score, text, 1.0) if score else None
    if "AggregateRating" in types_of(value.get("@type")) or any(value.get(name) for name in _SOMEBODY_ELSES):
        return None
    text = first_text(value.get("ratingValue"))
    number = _number(text)
    if number is None:
        score = parse_score(text)
        return Rated(score, text, 1.0) if score else None
    return _on_its_scale(number, value)


def _on_its_scale(number: float, rating: dict[str, Any]) -> Rated | None:
    best, worst = (
        _number(first_text(rating.get("bestRating"))),
        _number(first_text(rating.get("worstRating"))),
    )
    words = f"ratingValue {_short(number)}" + (f", bestRating {_short(best)}" if best is not None else "")
    if best is not None and worst is not None and (best <= worst or not worst <= number <= best):
        return None
    if number == 0 and worst != 0:
        return None  # what forms write that nobody filled in
    if worst is not None and worst < 0:
        return None  # as written, "3 of 5", it would say less than it means
    if best is None:
        best, sure = (5.0, 0.9) if number <= 5 else (10.0, 0.8) if number <= 10 else (100.0, 0.8)
    else:
        sure = 1.0
    return rated(number, best, words, sure)


def _number(text: str) -> float | None:
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def _short(number: float) -> str:
    return f"{round(number, 2):g}"
