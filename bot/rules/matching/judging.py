"""How well a name fits what was typed (0-1), and how sure an answer may sound."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log1p
from operator import itemgetter
from typing import Literal

from rapidfuzz.distance import OSA

from bot.rules.matching.chatter import CHATTER
from bot.rules.matching.learning import Chosen, preferred, rise
from bot.rules.matching.normalising import ENGLISH_ARTICLES, LITTLE_WORDS, LOOSE, WEAK, bare, key
from bot.rules.matching.queries import Reading
from bot.rules.matching.shelf import Entry
from bot.rules.matching.spelling import initials, spelled_out

Certainty = Literal["clear", "likely", "several", "near", "nothing"]

CLEAR = 0.97
ENOUGH = 0.96
LINE = 0.84
NEAREST = 0.5
FLOOR = 0.45
ABBREVIATED = 0.9
_ABBREVIATED_IN_PART = 0.015
_GAP = 0.035
_GAP_WHEN_INEXACT = 0.07
_SHORT = 3
_LONG = 7
_MISSPELT_WITHIN = 0.9
_MOSTLY = 0.6
_ONE_OTHER, _AGREEING = 0.88, 2
_LITTLE, _CHAT, _LITTLE_TYPED = 0.15, 0.08, 0.3

# For each typed word, the words of names that it may mean, and how alike they are (0-1).
Spellings = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Match:
    """A work that may be meant; `score` from 0 to 1."""

    work: int
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, the best guess first, and how sure the first one is.

    The first so many are `contenders`: they fit about as well.
    """

    matches: tuple[Match, ...]
    certainty: Certainty
    contenders: int = 0


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


def likeness(reading: Reading, entry: Entry, spellings: Spellings) -> float:
    """The score of a form that only resembles the name: with slips, as its beginning, or by its words."""
    name, form = reading.plain, bare(entry.form)
    typed, whole = key(name), key(form)
    share = min(len(typed), len(whole)) / max(len(typed), len(whole), 1)
    score = max(
        _by_words(form, spellings),
        _but_for_one_word(reading.words, form.split(), spellings),
        _as_written(name, form),
    )
    slips = OSA.distance(typed, whole, score_cutoff=allowed(typed))
    if slips <= allowed(typed) and _digits(typed) == _digits(whole):
        score = max(score, 0.95 - 0.4 * slips / len(typed))
    if form.startswith(f"{name} ") and len(typed) > _SHORT:
        score = max(score, 0.86 + 0.1 * share)
    elif form.startswith(name) and len(typed) > _SHORT:
        score = max(score, 0.85 + 0.11 * share)
    elif whole.startswith(typed):
        score = max(score, 0.78 + 0.18 * share)
    if entry.form.startswith(WEAK):
        score -= 0.03
    elif entry.form.startswith(LOOSE):
        score -= 0.01
    return min(score, CLEAR - 0.01) - disagreement(reading, entry)


def abbreviation(reading: Reading, entry: Entry) -> float:
    """The score of a form that the name abbreviates: whole, or only what it begins with, or its subtitle."""
    whole = not entry.form.startswith(WEAK) and key(reading.plain) in initials(bare(entry.form))
    return ABBREVIATED - (0.0 if whole else _ABBREVIATED_IN_PART) - disagreement(reading, entry)


def within(score: float, share: float) -> float:
    """The score of a name that is this share (0-1) of what was typed, where the rest says nothing to us."""
    return score * (0.42 + 0.52 * share)


def allowed(name: str) -> int:
    """How many typing errors may be in a text: none in two letters, one in short ones, two from seven on."""
    return 0 if len(name) < _SHORT else 1 if len(name) < _LONG else 2


def weight(word: str) -> float:
    """How much a word tells of a name, 0.15 to 1: little words almost nothing, long ones most."""
    return _LITTLE if word in LITTLE_WORDS else 0.5 + min(len(word), 8) / 16


def disagreement(reading: Reading, entry: Entry) -> float:
    """What a work loses for not being of the year, season or kind that was named."""
    loss, said = 0.0, reading.said
    if said.year and entry.year != said.year:
        loss += 0.04 if not entry.year or abs(entry.year - said.year) == 1 else 0.1
    if said.season and entry.season != said.season:
        loss += 0.05 if entry.kind == "series" else 0.2
    elif said.kind and (said.kind == "film") != (entry.kind == "film"):
        loss += 0.06
    return loss


def verdict(hits: Iterable[Hit], limit: int, chosen: Chosen | None = None) -> Found:
    """Order the hits and say how sure the first is. `chosen` is what people meant who asked so before.

    Hits are ordered by how well they fit; among those that fit about as well, by what people chose,
    then by fame, then by recency. The contenders are the best hit and those that fit as well (within
    _GAP, or _GAP_WHEN_INEXACT below CLEAR), where a series and its seasons stand behind the one that fits
    best, or else behind the series, or else behind the newest; what people mostly chose goes first.
    A best hit below NEAREST is "nothing", one below LINE is "near".
    A single contender is "clear" if the name is exactly its own and nothing that was named speaks
    against it, otherwise "likely". Of several, the one that people have mostly chosen is "likely", or
    else one with more than twice the fame of each other (and 3 to spare); without one it is "several".
    """
    told = chosen or {}
    ordered = sorted(hits, key=lambda hit: _place(hit, told), reverse=True)
    best = max((hit.score for hit in ordered), default=0.0)
    if best < NEAREST:
        return Found((), "nothing")
    least = best - (_GAP if best >= CLEAR else _GAP_WHEN_INEXACT)
    close = [hit for hit in ordered if hit.score > least]
    heads = [hit for hit in close if not any(_stands_before(other, hit) for other in close)]
    if (meant := preferred(told)) is not None:
        heads.sort(key=lambda hit: hit.entry.work != meant)
    matches = heads + [hit for hit in ordered if hit not in heads]
    found = tuple(Match(hit.entry.work, round(max(0.0, hit.score), 4)) for hit in matches[:limit])
    return Found(found, _certainty(best, heads, close, told), min(len(heads), len(found)))


def _place(hit: Hit, chosen: Chosen) -> tuple[float, float, int, int]:
    score, *others = hit.rank
    return (score + rise(chosen, hit.entry.work), *others)  # type: ignore[return-value]


def _certainty(best: float, heads: list[Hit], close: list[Hit], chosen: Chosen) -> Certainty:
    if best < LINE:
        return "near"
    first, *others = heads
    if not others:
        guessed_season = first.entry.season > 0 and len(close) > 1
        return "clear" if first.score >= CLEAR and not guessed_season else "likely"
    runner_up = max(hit.entry.fame for hit in others)
    famous = first.entry.fame > 2 * runner_up + 3
    return "likely" if famous or preferred(chosen) == first.entry.work else "several"


def _stands_before(other: Hit, hit: Hit) -> bool:
    one, two = other.entry, hit.entry
    one_title = "film" not in (one.kind, two.kind) and key(one.form) == key(two.form)
    if not one_title or not (one.season or two.season):
        return False
    if other.score != hit.score:
        return other.score > hit.score
    return one.season > two.season > 0 or (one.kind == "series" and two.season > 0)


def _by_words(form: str, spellings: Spellings) -> float:
    """How much of what was typed the name's words explain, and how much of the name was typed."""
    words = form.split()
    explained, unexplained, letters, covered = 0.0, 0.0, 0.0, set[str]()
    for word, meanings in spellings.items():
        meant, alike = max(
            ((other, meanings.get(other, 0.0)) for other in words if other not in covered),
            key=itemgetter(1),
            default=("", 0.0),
        )
        if alike:
            explained += weight(word) * alike
            unexplained += weight(word) * (1 - alike)
            letters += len(word) * alike
            covered.add(meant)
        elif full := spelled_out(word, form):
            explained += ABBREVIATED
            covered.update(full.split())
        else:
            unexplained += _CHAT if word in CHATTER else max(_LITTLE_TYPED, weight(word))
    asked = explained / (explained + unexplained)
    whole = sum(map(weight, covered)) / sum(map(weight, set(words)))
    if whole == 1:
        return max(float(asked**1.3) * 0.96, within(_MISSPELT_WITHIN, letters / sum(map(len, spellings))))
    return float(asked**1.3) * (0.64 + 0.32 * whole)


def _but_for_one_word(typed: Sequence[str], name: Sequence[str], spellings: Spellings) -> float:
    """How well a name stands in what was typed with another word, no number, for one inside it.

    Two or more words must agree that are neither little nor chat. A first or last word tells names
    apart more than it is mistaken.
    """
    best = 0.0
    for start in range(len(typed) - len(name) + 1 if len(name) >= _SHORT else 0):
        window = typed[start : start + len(name)]
        alike = [spellings.get(word, {}).get(own, 0.0) for word, own in zip(window, name, strict=True)]
        if alike.count(0.0) != 1 or not (alike[0] and alike[-1]):
            continue
        other = alike.index(0.0)
        agreeing = {*name[:other], *name[other + 1 :]} - LITTLE_WORDS - CHATTER
        if len(agreeing) >= _AGREEING and not window[other].isdecimal() and not name[other].isdecimal():
            share = sum(map(len, window)) / sum(map(len, typed))
            best = max(best, within(_ONE_OTHER * sum(alike) / (len(name) - 1), share))
    return best


def _as_written(name: str, form: str) -> float:
    """How alike two names are letter by letter, where most of them are."""
    alike = OSA.normalized_similarity(name, form, score_cutoff=_MOSTLY)
    return 0.92 * alike if len(name) >= _LONG else 0.0


def _digits(name: str) -> list[str]:
    return [character for character in name if character.isdigit()]
