"""A shelf of names that never change: asked by whole name, by beginning, by words, by initials."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain
from typing import NamedTuple

from bot.rules.matching.later import Later
from bot.rules.matching.normalising import key
from bot.rules.matching.register import Register, Spellings, Texts

KINDS = "film", "series", "season"
_MOST_FAMOUS = 200
_BLOCK = 64
_MANY = 500


Row = tuple[int, str, int, str, int, float]
"""What an Entry tells, in its order: any other record that tells the same is as good, and not copied."""


class Entry(NamedTuple):
    """One search form of one work, as `forms` made it. Year and season are 0 where unknown, `fame` >= 0."""

    work: int
    form: str
    year: int
    kind: str
    season: int
    fame: float


@dataclass(frozen=True, slots=True)
class Columns:
    """What stands on a shelf, one name a line, column by column; `kinds` are places in KINDS.

    `by_work` are the lines in order of their works. The registers lead to lines, but `sounds` to
    positions among the words. What only guesses need comes later.
    """

    forms: Texts
    works: "array[int]"
    years: "array[int]"
    seasons: "array[int]"
    kinds: "array[int]"
    fames: "array[float]"
    by_work: "array[int]"
    names: Spellings
    words: Later[Spellings]
    sounds: Later[Register]
    initials: Later[Register]


class Shelf:
    """Names that never change, except that works can be taken off and gain fame."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.names = columns.names
        self._size = len(set(columns.works))
        self._gone: set[int] = set()
        self._famous = self.famous(range(len(columns.works)), _MOST_FAMOUS)
        self._blocks = array("I", bytes(4 * len(columns.works)))
        for place, line in enumerate(self.names.lines):
            self._blocks[line] = place // _BLOCK
        self._peaks = array("f", map(self._peak, range(-(-len(columns.works) // _BLOCK))))

    def __len__(self) -> int:
        """How many works stand here."""
        return self._size - len(self._gone)

    @property
    def words(self) -> Spellings:
        """The lines of names by their words."""
        return self.columns.words.get()

    @property
    def sounds(self) -> Register:
        """The positions of words by what they sound like."""
        return self.columns.sounds.get()

    @property
    def initials(self) -> Register:
        """The lines of names by the initials that people may mean them by."""
        return self.columns.initials.get()

    def finish(self) -> "Shelf":
        """Make what the first guess would else wait for; returns the shelf itself. Any thread may do it."""
        self.names.mirror.get()
        self.words.mirror.get()
        self.columns.sounds.get()
        self.columns.initials.get()
        return self

    @property
    def gone(self) -> frozenset[int]:
        """The works that were taken off."""
        return frozenset(self._gone)

    def works(self) -> set[int]:
        """The works that stand here."""
        return set(self.columns.works) - self._gone

    def take_off(self, works: Set[int]) -> None:
        """Hide works; no error where they do not stand here."""
        if len(works) > _MANY:
            self._gone |= works & set(self.columns.works)
        else:
            self._gone.update(work for work in works if len(self._lines_of(work)))

    def regard(self, fames: Mapping[int, float]) -> None:
        """Note how well known these works are now."""
        lines = {line: fame for work, fame in fames.items() for line in self._lines_of(work)}
        for line, fame in lines.items():
            self.columns.fames[line] = fame
            block = self._blocks[line]
            self._peaks[block] = max(self._peaks[block], fame)
        self._famous = self.famous([*dict.fromkeys([*self._famous, *lines])], _MOST_FAMOUS)

    def known(self) -> set[int]:
        """The works that have any fame."""
        works = self.columns.works
        return {works[line] for line, fame in enumerate(self.columns.fames) if fame}

    def entries(self) -> Iterator[Entry]:
        """All that stands here, in the order it came."""
        return self.read(range(len(self.columns.works)))

    def of_work(self, work: int) -> Iterator[Entry]:
        """The forms of one work."""
        return self.read(self._lines_of(work))

    def read(self, lines: Iterable[int]) -> Iterator[Entry]:
        """What stands on these lines."""
        all_of = self.columns
        for line in lines:
            work = all_of.works[line]
            if work not in self._gone:
                form, kind = all_of.forms[line].decode(), KINDS[all_of.kinds[line]]
                yield Entry(work, form, all_of.years[line], kind, all_of.seasons[line], all_of.fames[line])

    def named(self, *names: str) -> Sequence[int]:
        """The lines of these names, spaces aside."""
        return [line for name in {key(name) for name in names} for line in self.names.equal(name)]

    def famous(self, lines: Sequence[int], most: int) -> Sequence[int]:
        """The lines of the most famous works among these."""
        return nlargest(most, lines, key=self.columns.fames.__getitem__) if len(lines) > most else lines

    def most_famous(self) -> Iterator[Entry]:
        """The most famous of all that stands here, the best known first."""
        return self.read(sorted(self._famous, key=self.columns.fames.__getitem__, reverse=True))

    def starting(self, name: str, most: int) -> Iterator[Entry]:
        """The most famous forms that begin with this name, spaces aside."""
        first, last = self.names.texts.starting(name)
        ends = self.names.ends
        return self.read(self._most_famous_between(ends[first], ends[last], most))

    def starts(self, name: str) -> bool:
        """Whether any form begins with this name, spaces aside."""
        first, last = self.names.texts.starting(name)
        return first < last

    def holding(self, words: Sequence[str]) -> Sequence[int]:
        """The lines of forms that hold these words, the last of them as a word's beginning."""
        *whole, begun = words
        first, last = self.words.texts.starting(begun)
        lines = self.words.lines_of(first, last)
        for word in whole:
            held = set(self.words.equal(word))
            lines = [line for line in lines if line in held]
        return lines

    def _most_famous_between(self, first: int, last: int, most: int) -> Sequence[int]:
        """The lines of the most famous works between two places in alphabetical order.

        Of very many only the blocks with the highest peaks are looked through.
        """
        lines, blocks = self.names.lines, range(-(-first // _BLOCK), last // _BLOCK)
        if len(blocks) <= most:
            return self.famous(lines[first:last], most)
        highest = nlargest(most, blocks, key=self._peaks.__getitem__)
        edges = lines[first : blocks.start * _BLOCK] + lines[blocks.stop * _BLOCK : last]
        inside = (lines[block * _BLOCK : (block + 1) * _BLOCK] for block in highest)
        return self.famous([*edges, *chain.from_iterable(inside)], most)

    def _peak(self, block: int) -> float:
        lines = self.names.lines[block * _BLOCK : (block + 1) * _BLOCK]
        return max(map(self.columns.fames.__getitem__, lines))

    def _lines_of(self, work: int) -> Sequence[int]:
        return lines_of(work, self.columns.by_work, self.columns.works)


def lines_of(work: int, by_work: Sequence[int], works: Sequence[int]) -> Sequence[int]:
    """The lines of a work, where `by_work` are all lines in order of their works."""
    first = bisect_left(by_work, work, key=works.__getitem__)
    return by_work[first : bisect_right(by_work, work, first, key=works.__getitem__)]
