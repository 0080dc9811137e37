"""What one place of a page says of one field, and how many such claims become a draft."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.rules.drafts import Evidence, Origin
from bot.rules.matching.normalising import loose, plain
from bot.rules.scores import Score
from bot.rules.wording import printable

LONGEST_WORDS = 120
_DOUBT, _AGREEMENT = 0.3, 0.05
_DISPUTED = frozenset({"title", "score", "year", "season", "kind"})
_NEAR = 1.0
_WORDS = re.compile(r"\w+")
_UNSPOKEN = str.maketrans("", "", "'’‘`´")


@dataclass(frozen=True, slots=True)
class Claim:
    """A value for a field of a draft; a score's value is a `Score`."""

    field: str
    value: Any
    evidence: Evidence


def claim(field: str, value: Any, words: str, origin: Origin, sure: float) -> Claim:
    """A claim with the words it rests on, cut to a readable length."""
    return Claim(field, value, Evidence(tidy(words, LONGEST_WORDS), origin, round(sure, 2)))


def tidy(text: str, longest: int) -> str:
    """One line of printable text, at most so many characters."""
    return " ".join(printable(text[: 8 * longest]).split())[:longest].strip()


def settle(claims: Iterable[Claim]) -> dict[str, Claim]:
    """For each field the surest claim; one that others contradict is less sure, one they share is surer."""
    by_field: dict[str, list[Claim]] = {}
    for each in claims:
        by_field.setdefault(each.field, []).append(each)
    return {field: _settled(field, rivals) for field, rivals in by_field.items()}


def _settled(field: str, rivals: list[Claim]) -> Claim:
    best = max(rivals, key=lambda each: each.evidence.sure)
    if field not in _DISPUTED:
        return best
    sure = best.evidence.sure
    for other in rivals:
        if other is best:
            continue
        if _agree(field, best.value, other.value):
            sure = min(0.99, sure + _AGREEMENT)
        elif other.evidence.sure >= 0.6:
            sure -= _DOUBT * other.evidence.sure
    evidence = Evidence(best.evidence.words, best.evidence.origin, round(max(sure, 0.1), 2))
    return Claim(field, _as_written(best, rivals) if field == "score" else best.value, evidence)


def _agree(field: str, one: Any, other: Any) -> bool:
    if field == "title":
        names = sorted((f" {same_name(one)} ", f" {same_name(other)} "), key=len)
        return names[0] in names[1]
    if field == "score":
        return bool(abs(one.value - other.value) <= _NEAR)
    if field == "kind":
        return one == other or {one, other} == {"series", "season"}
    return bool(one == other)


def _as_written(best: Claim, rivals: list[Claim]) -> Score:
    """The score in the reviewer's own notation, where the page also writes it out."""
    for other in rivals:
        if other.evidence.origin == "text" and _agree("score", best.value, other.value):
            score: Score = other.value
            return score
    best_score: Score = best.value
    return best_score


def same_name(name: str) -> str:
    """A form by which two spellings of a title are the same."""
    return loose(plain(name))


def mentions(name: str, text: str) -> int:
    """How often a text names a work, whatever the case and the punctuation."""
    return named(name, spoken(text))


def spoken(text: str) -> str:
    """The words of a text as they are spoken, in lower case, each between spaces: for `named`."""
    return f" {' '.join(_WORDS.findall(text.lower().replace('&', ' and ').translate(_UNSPOKEN)))} "


def named(name: str, words: str) -> int:
    """How often `spoken` words name a work."""
    wanted = spoken(name)
    return words.count(wanted) if wanted.strip() else 0
