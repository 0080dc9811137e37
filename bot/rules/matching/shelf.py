"""A sorted, compact shelf of names: equal, beginning alike, holding a word, resembling."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from heapq import nlargest
from itertools import accumulate, islice
from operator import itemgetter
from sys import intern
from typing import NamedTuple

from rapidfuzz import fuzz, process

from bot.rules.matching.normalising import key

_AFTER_ALL = "\U0010ffff"
_COMMON = 500
_PAGE = 4096  # written together: column by column is twice as fast as name by name
_SCANNED = 16_384  # at once: rapidfuzz takes some 60 bytes for each while it scans


class Entry(NamedTuple):
    """One search form of one work, as `forms` made it. Year and season are 0 where unknown, `fame` >= 0."""

    work: int
    form: str
    year: int
    kind: str
    season: int
    fame: float


class Lines:
    """Names as they come, one after the other, packed tightly since there are many."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.text = bytearray()
        self.starts, self.works = array("I"), array("q")
        self.years, self.seasons, self.fames = array("i"), array("i"), array("f")
        self.kinds: list[str] = []
        self.keys: list[str] = []
        self.write(entries)

    def write(self, entries: Iterable[Entry]) -> None:
        """Put down more names."""
        coming = iter(entries)
        while page := list(islice(coming, _PAGE)):
            works, forms, years, kinds, seasons, fames = zip(*page, strict=True)
            written = [f" {form}\n".encode() for form in forms]
            self.starts.extend(accumulate(map(len, written[:-1]), initial=len(self.text)))
            self.text += b"".join(written)
            self.works.extend(works)
            self.years.extend(years)
            self.seasons.extend(seasons)
            self.fames.extend(fames)
            self.kinds.extend(map(intern, kinds))
            self.keys.extend(map(key, forms))


class Shelf:
    """Names that never change, except that works can be taken off.

    The forms stand one after the other in one block of bytes, in the order they came ("line");
    `keys` are the same without spaces, sorted, and `_lines` leads from a key to its line.
    """

    def __init__(self, lines: Lines) -> None:
        self._text, self._starts, self._works = lines.text, lines.starts, lines.works
        self._years, self._seasons, self._fames = lines.years, lines.seasons, lines.fames
        self._kinds, keys = lines.kinds, lines.keys
        self._lines = array("I", sorted(range(len(keys)), key=keys.__getitem__))
        self._by_work = array("I", sorted(range(len(keys)), key=self._works.__getitem__))
        self._by_fame = array("I", sorted(range(len(keys)), key=self._fames.__getitem__, reverse=True))
        # Written anew one after the other: neighbours in memory are compared four times as fast.
        block = "\n".join(keys[line] for line in self._lines)
        keys.clear()
        self._keys = block.split("\n") if self._lines else []
        self._size = len(set(self._works))
        self._gone: set[int] = set()

    def __len__(self) -> int:
        """How many works stand here."""
        return self._size - len(self._gone)

    def take_off(self, work: int) -> None:
        """Hide a work; no error where it does not stand here."""
        if next(self.of_work(work), None) is not None:
            self._gone.add(work)

    def entries(self) -> Iterator[Entry]:
        """All that stands here, in the order it came."""
        return self._read(range(len(self._works)))

    def of_work(self, work: int) -> Iterator[Entry]:
        """The forms of one work."""
        first = bisect_left(self._by_work, work, key=self._works.__getitem__)
        last = bisect_right(self._by_work, work, first, key=self._works.__getitem__)
        return self._read(self._by_work[first:last])

    def famous(self) -> Iterator[Entry]:
        """All that stands here, the most famous first."""
        return self._read(self._by_fame)

    def equal(self, name: str) -> Iterator[Entry]:
        """Forms that are this name, spaces aside."""
        first = bisect_left(self._keys, name)
        return self._read(self._lines[first : bisect_right(self._keys, name, first)])

    def starting(self, name: str, limit: int) -> Iterator[Entry]:
        """The most famous forms that begin with this name, spaces aside."""
        first, last = self._span(name)
        return self._read(nlargest(limit, self._lines[first:last], key=self._fames.__getitem__))

    def starts(self, name: str) -> bool:
        """Whether any form begins with this name, spaces aside."""
        first, last = self._span(name)
        return first < last

    def holding(self, words: str) -> Iterator[Entry]:
        """Forms in which a word (and what follows) begins with these words; none where very many do."""
        needle = f" {words}".encode()
        lines: list[int] = []
        at = self._text.find(needle)
        while at >= 0:
            line = bisect_right(self._starts, at) - 1
            lines.append(line)
            if len(lines) > _COMMON:
                return iter(())
            after = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._text)
            at = self._text.find(needle, after)
        return self._read(lines)

    def resembling(self, name: str, cutoff: float, limit: int, *, like: str = "") -> Iterator[Entry]:
        """The forms nearest to this name by edits (`cutoff` 0-100), among those that begin with `like`."""
        first, last = self._span(like) if like else (0, len(self._keys))
        near: list[tuple[str, float, int]] = []
        for start in range(first, last, _SCANNED):
            keys = self._keys[start : min(last, start + _SCANNED)]
            found = process.extract(name, keys, scorer=fuzz.ratio, score_cutoff=cutoff, limit=limit)
            near += ((text, score, start + position) for text, score, position in found)
        near = nlargest(limit, near, key=itemgetter(1))
        return self._read([self._lines[position] for _, _, position in near])

    def _span(self, name: str) -> tuple[int, int]:
        first = bisect_left(self._keys, name)
        return first, bisect_left(self._keys, name + _AFTER_ALL, first)

    def _read(self, lines: Iterable[int]) -> Iterator[Entry]:
        for line in lines:
            work = self._works[line]
            if work not in self._gone:
                start = self._starts[line] + 1
                form = self._text[start : self._text.index(b"\n", start)].decode()
                yield Entry(
                    work, form, self._years[line], self._kinds[line], self._seasons[line], self._fames[line]
                )
