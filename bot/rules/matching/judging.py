"""How well a name fits what was typed (0-1), and how sure an answer may sound."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log1p
from typing import Literal

from rapidfuzz import fuzz

from bot.rules.matching.normalising import ENGLISH_ARTICLES, LOOSE, WEAK, bare, key
from bot.rules.matching.queries import Reading
from bot.rules.matching.shelf import Entry

Certainty = Literal["clear", "likely", "several", "near", "nothing"]

CLEAR = 0.97
ENOUGH = 0.96
LINE = 0.84
FLOOR = 0.6
_GAP = 0.035
_GAP_WHEN_INEXACT = 0.07
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Match:
    """A work that may be meant; `score` from 0 to 1."""

    work: int
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, the best guess first, and how sure the first one is."""

    matches: tuple[Match, ...]
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that fits to some degree."""

    score: float
    entry: Entry

    @property
    def rank(self) -> tuple[float, float, int, int]:
        """Fame moves a hit by a few hundredths, no more; a full tie goes to the newer work."""
        nudge = min(0.04, 0.008 * log1p(self.entry.fame))
        return self.score + nudge, self.entry.fame, self.entry.year, -self.entry.work


def exactness(reading: Reading, entry: Entry) -> float:
    """The score of a form whose key equals the reading's plain or loose key."""
    if entry.form.startswith(WEAK):
        score = 0.93
    elif entry.form == reading.plain:
        score = 1.0
    elif key(entry.form) == key(reading.plain):
        score = 0.98 if entry.form.startswith(LOOSE) else 0.995
    elif entry.form.startswith(LOOSE) or reading.words[0] not in ENGLISH_ARTICLES:
        score = 0.98
    else:
        score = 0.94
    return score - disagreement(reading, entry)


def likeness(reading: Reading, entry: Entry) -> float:
    """The score of a form that only resembles the name: by edits, as its beginning, or by common words."""
    name, form = reading.plain, bare(entry.form)
    typed, whole = key(name), key(form)
    share = min(len(typed), len(whole)) / max(len(typed), len(whole), 1)
    score = fuzz.ratio(typed, whole) / 100
    if form.startswith(f"{name} ") and len(typed) > _SHORT:
        score = max(score, 0.8 + 0.16 * share)
    elif whole.startswith(typed):
        score = max(score, 0.72 + 0.24 * share)
    score = max(score, fuzz.token_set_ratio(name, form) / 100 * (0.64 + 0.32 * share))
    if entry.form.startswith(WEAK):
        score -= 0.03
    return min(score, CLEAR - 0.01) - disagreement(reading, entry)


def disagreement(reading: Reading, entry: Entry) -> float:
    """What a work loses for not being of the year, season or kind that was named."""
    loss = 0.0
    if reading.year and entry.year != reading.year:
        loss += 0.04 if not entry.year or abs(entry.year - reading.year) == 1 else 0.1
    if reading.season and entry.season != reading.season:
        loss += 0.05 if entry.kind == "series" else 0.2
    elif reading.kind and (reading.kind == "film") != (entry.kind == "film"):
        loss += 0.06
    return loss


def verdict(hits: Iterable[Hit], limit: int) -> Found:
    """Order the hits and say how sure the first is. The rule:

    The contenders are the best hit and those that fit as well (within _GAP, or _GAP_WHEN_INEXACT
    below CLEAR), where the seasons of one title stand behind its series or, failing that, behind
    their newest. No hit at all is "nothing", a best one below LINE is "near". A single contender is
    "clear" if the name is exactly its own and nothing that was named speaks against it, otherwise
    "likely". Of several, one with more than twice the fame of each other (and 3 to spare) is
    "likely"; without one it is "several".
    """
    ordered = sorted(hits, key=lambda hit: hit.rank, reverse=True)
    if not ordered:
        return Found((), "nothing")
    best = max(hit.score for hit in ordered)
    least = best - (_GAP if best >= CLEAR else _GAP_WHEN_INEXACT)
    close = [hit for hit in ordered if hit.score > least]
    heads = [hit for hit in close if not any(_stands_before(other.entry, hit.entry) for other in close)]
    matches = heads + [hit for hit in ordered if hit not in heads]
    found = tuple(Match(hit.entry.work, round(max(0.0, hit.score), 4)) for hit in matches[:limit])
    return Found(found, _certainty(best, heads, close))


def _certainty(best: float, heads: list[Hit], close: list[Hit]) -> Certainty:
    if best < LINE:
        return "near"
    first, *others = heads
    if not others:
        guessed_season = first.entry.season > 0 and len(close) > 1
        return "clear" if first.score >= CLEAR and not guessed_season else "likely"
    runner_up = max(hit.entry.fame for hit in others)
    return "likely" if first.entry.fame > 2 * runner_up + 3 else "several"


def _stands_before(other: Entry, entry: Entry) -> bool:
    if not entry.season or key(other.form) != key(entry.form):
        return False
    return other.kind == "series" or other.season > entry.season
