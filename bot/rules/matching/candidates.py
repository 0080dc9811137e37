"""Names on a shelf that may be meant although nobody wrote them exactly so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import nlargest
from itertools import chain

from bot.rules.matching.chatter import CHATTER
from bot.rules.matching.compounds import InFull, with_a_compound
from bot.rules.matching.judging import (
    LINE,
    Hit,
    Spellings,
    abbreviation,
    allowed,
    disagreement,
    exactness,
    likeness,
    weight,
    within,
)
from bot.rules.matching.normalising import LITTLE_WORDS, bare, key
from bot.rules.matching.queries import Reading
from bot.rules.matching.shelf import Shelf
from bot.rules.matching.shorthand import same_words
from bot.rules.matching.sounds import in_french, sound
from bot.rules.matching.spelling import spelled_out

_CANDIDATES = 24
_NAMESAKES = 12
_COMMON = 2000
_MOST_WORDS = 12
_BEGUN = 120
_FULL_NAMES = 3
_PARTED = 16
_HALF, _LONGEST_CUT = 3, 24
_WHOLLY_PARTED = 8
_NEAR = LINE - 0.01
_SHORTENED = 0.98
_SOUNDS_ALIKE = 0.87
_COMPOUND, _IN_PART, _UNKNOWN = 0.855, 0.01, 0.05
_PASSED_OVER = LITTLE_WORDS | CHATTER


class Candidates:
    """What one search finds on one shelf. The words are looked up once for all readings of the query."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._meanings: dict[tuple[str, bool], dict[str, float]] = {}
        self._lines: dict[str, Sequence[int]] = {}
        self._compounds: dict[str, Sequence[InFull]] = {}

    def of(self, reading: Reading) -> Iterator[Hit]:
        """Names that the reading resembles, abbreviates, or holds among other words.

        One without a number that was typed is never more than near: "joker 2" is not "Joker".
        """
        numbers = {word for word in reading.words if word.isdecimal()}
        for hit in self._all(reading):
            yield hit if numbers.issubset(bare(hit.entry.form).split()) else _no_more_than_near(hit)

    def _all(self, reading: Reading) -> Iterator[Hit]:
        name, shelf = key(reading.plain), self._shelf
        spellings = self._spellings(reading)
        misspelt = [line for at in _misspelt(shelf, name) for line in shelf.names.lines_of(at)]
        lines = chain(shelf.famous(misspelt, _CANDIDATES), self._by_words(spellings))
        for entry in chain(shelf.read(dict.fromkeys(lines)), shelf.starting(name, _CANDIDATES)):
            yield Hit(likeness(reading, entry, spellings), entry)
        for entry in shelf.read(shelf.famous(shelf.initials.equal(name), _CANDIDATES)):
            yield Hit(abbreviation(reading, entry), entry)
        for full in self._with_a_compound(name):
            score = _COMPOUND - (0.0 if full.whole else _IN_PART) - (0.0 if full.known else _UNKNOWN)
            yield Hit(score - disagreement(reading, full.entry), full.entry)
        yield from self._parts(reading)

    def spelled_out(self, reading: Reading) -> Iterator[Reading]:
        """The reading with one abbreviation written in full, for the most famous that it may be of."""
        for at, word in enumerate(reading.words[:_MOST_WORDS]):
            lines = self._shelf.famous(self._shelf.initials.equal(word), _CANDIDATES)
            names = dict.fromkeys(spelled_out(word, entry.form) for entry in self._shelf.read(lines))
            if len(reading.words) > 1 and self._shelf.words.position(word) is None:
                names |= dict.fromkeys(full.words for full in self._with_a_compound(word) if full.known)
            for name in [name for name in names if name][:_FULL_NAMES]:
                yield Reading(" ".join((*reading.words[:at], name, *reading.words[at + 1 :])), reading.said)

    def _with_a_compound(self, letters: str) -> Sequence[InFull]:
        if letters not in self._compounds:
            found = with_a_compound(self._shelf, letters)
            self._compounds[letters] = nlargest(_CANDIDATES, found, key=lambda full: full.entry.fame)
        return self._compounds[letters]

    def cut_apart(self, reading: Reading) -> Iterator[Hit]:
        """Names that the reading resembles with words cut in two, where no word is written like them.

        They are never more than near: whoever runs words together mostly means a name of one word.
        """
        unlike = [word for word, meant in self._spellings(reading).items() if not _is_written(meant)]
        cut = {word: pair for word in unlike if (pair := self._cut(word))}
        if cut:
            parted = Reading(" ".join([cut.get(word, word) for word in reading.words]), reading.said)
            yield from map(_no_more_than_near, self.of(parted))

    def _cut(self, word: str) -> str:
        """The two words that ran together here, those that most names hold both of; "" if none does."""
        words, most, found = self._shelf.words, 0, ""
        for at in range(_HALF, len(word) - _HALF + 1 if len(word) <= _LONGEST_CUT else 0):
            first = words.equal(word[:at])
            both = len({*first}.intersection(words.equal(word[at:]))) if len(first) else 0
            if both > most:
                most, found = both, f"{word[:at]} {word[at:]}"
        return found

    def _parts(self, reading: Reading) -> Iterator[Hit]:
        """Names that stand inside the query, whole, among words that say nothing to us."""
        words, whole = reading.words[:_PARTED], len(key(reading.plain))
        for start, end in _spans(len(words)):
            if not _PASSED_OVER.issuperset(words[start:end]):
                part = Reading(" ".join(words[start:end]), reading.said)
                share = len(key(part.plain)) / whole
                lines = self._shelf.named(part.plain, part.loose)
                for entry in self._shelf.read(self._shelf.famous(lines, _NAMESAKES)):
                    yield Hit(within(exactness(part, entry), share), entry)

    def _spellings(self, reading: Reading) -> Spellings:
        """The words of names that each typed word may mean; the last one may be typed in part."""
        words = reading.words[:_MOST_WORDS]
        return {word: self._meant(word, word == reading.words[-1]) for word in words}

    def _meant(self, word: str, last: bool) -> dict[str, float]:
        if (word, last) not in self._meanings:
            self._meanings[word, last] = self._look_up(word, last)
        return self._meanings[word, last]

    def _look_up(self, word: str, last: bool) -> dict[str, float]:
        found: dict[str, float] = {}
        words = self._shelf.words
        at = words.position(word)
        if at is not None:
            found[word] = 1.0
            self._lines[word] = words.lines_of(at)
        for other in same_words(word):
            if (place := words.position(other)) is not None:
                found[other] = _SHORTENED
                self._lines[other] = words.lines_of(place)
        if len(word) > 2 and word not in _PASSED_OVER:
            for place, (name, slips) in words.near(word, allowed(word)).items():
                found[name] = 0.97 - 0.5 * slips / len(word)
                self._lines[name] = words.lines_of(place)
        if at is None:
            self._look_up_heard(word, found)
        if last and len(word) > 1:
            first, end = words.texts.starting(word)
            end = min(end, first + _BEGUN)
            for place, name in enumerate(words.texts.between(first, end), first):
                found.setdefault(name, 0.8 + 0.2 * len(word) / len(name))
                self._lines[name] = words.lines_of(place)
        return found

    def _look_up_heard(self, word: str, found: dict[str, float]) -> None:
        """Words that an unknown one may be heard for: as the French write it; where nothing else is
        found, as it sounds, or as the French write it with slips."""
        words, unknown, french = self._shelf.words, not found, tuple(in_french(word))
        places = {at: _SOUNDS_ALIKE for written in french if (at := words.position(written)) is not None}
        if unknown and not places:
            places = dict.fromkeys(self._shelf.sounds.equal(sound(word)), _SOUNDS_ALIKE)
            for written in french:
                for place, (_, slips) in words.near(written, allowed(written)).items():
                    places.setdefault(place, _SOUNDS_ALIKE - 0.5 * slips / len(written))
        for place, alike in places.items():
            name = words.text(place)
            found[name] = max(alike, found.get(name, 0.0))
            self._lines[name] = words.lines_of(place)

    def _by_words(self, spellings: Spellings) -> Sequence[int]:
        """The lines that hold most of the typed words; very common words only help others."""
        told = [
            (self._lines[name], weight(word) * alike)
            for word, meant in spellings.items()
            for name, alike in meant.items()
        ]
        scores: dict[int, float] = {}
        for lines, worth in sorted(told, key=lambda each: len(each[0])):
            if len(lines) > _COMMON and scores:
                break
            for line in lines:
                scores[line] = scores.get(line, 0.0) + worth
        return nlargest(_CANDIDATES, scores, key=scores.__getitem__)


def _no_more_than_near(hit: Hit) -> Hit:
    return replace(hit, score=_NEAR) if hit.score >= LINE else hit


def _is_written(meant: Mapping[str, float]) -> bool:
    return any(alike > _SOUNDS_ALIKE for alike in meant.values())


def _misspelt(shelf: Shelf, name: str) -> Iterable[int]:
    """Names with a few typing errors; where there are none, errors at both ends are looked for."""
    most = allowed(name)
    return shelf.names.near(name, most) or shelf.names.near(name, most, shared=min(2, len(name) // 3))


def _spans(many: int) -> Iterator[tuple[int, int]]:
    """Every run of words in a short query; beginnings and ends of a long one."""
    for start in range(many):
        for end in range(start + 1, many + 1):
            if many <= _WHOLLY_PARTED or not start or end == many:
                yield start, end
