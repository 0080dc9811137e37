"""The title index: all names of all works in memory, changed in place, asked in every way."""

from collections.abc import Iterable, Iterator
from itertools import chain

from bot.rules.matching.completing import suggestions
from bot.rules.matching.judging import ENOUGH, FLOOR, Found, Hit, exactness, likeness, verdict
from bot.rules.matching.normalising import WEAK, key, loose, plain
from bot.rules.matching.queries import Reading, readings
from bot.rules.matching.shelf import Entry, Lines, Shelf

_GROWTH = 8
_RARE_WORDS = 3
_CANDIDATES = 40
_PARTED = 16


class TitleIndex:
    """Finds works by name. Not thread-safe; answers never wait for anything.

    Names stand on shelves, each at least _GROWTH times the size of the next: a changed work goes to
    a new small one, and neighbours of like size are merged, so that a change costs little.
    """

    def __init__(self, entries: Iterable[Entry] | Lines) -> None:
        self._shelves = [Shelf(entries if isinstance(entries, Lines) else Lines(entries))]

    def __len__(self) -> int:
        """How many works can be found."""
        return sum(map(len, self._shelves))

    def add(self, entries: Iterable[Entry]) -> None:
        """Put in new or changed works; what was known of these works before is replaced."""
        added = list(entries)
        if not added:
            return
        for work in {entry.work for entry in added}:
            self.remove(work)
        self._shelves.append(Shelf(Lines(added)))
        while len(self._shelves) > 1 and len(self._shelves[-2]) < _GROWTH * len(self._shelves[-1]):
            small, large = self._shelves.pop(), self._shelves.pop()
            self._shelves.append(Shelf(Lines(chain(large.entries(), small.entries()))))

    def remove(self, work: int) -> None:
        """Take a work out; nothing happens where it is unknown."""
        for shelf in self._shelves:
            shelf.take_off(work)

    def search(self, query: str, limit: int = 5) -> Found:
        """The works that a query may mean, the best guess first; `judging.verdict` tells how sure."""
        hits: dict[int, Hit] = {}
        found = readings(query)
        for reading in found:
            _keep(hits, (Hit(exactness(reading, entry), entry) for entry in self._exact(reading)))
            if any(hit.score >= ENOUGH for hit in hits.values()):
                return verdict(hits.values(), limit)
        for reading in dict.fromkeys(found[:1] + found[-1:]):
            near = (Hit(likeness(reading, entry), entry) for entry in self._near(reading))
            _keep(hits, (hit for hit in chain(near, self._within(reading)) if hit.score >= FLOOR))
        return verdict(hits.values(), limit)

    def complete(self, typed: str, limit: int = 25) -> tuple[int, ...]:
        """Works to suggest while somebody types; the most famous ones before they begin."""
        return suggestions(self._shelves, typed, limit)

    def known(self, name: str) -> bool:
        """Whether a work has this name, an English article and the spelling of numbers aside."""
        words = plain(name)
        return any(True for entry in self._equal({key(words), key(loose(words))}) if _strong(entry))

    def namesakes(self, work: int) -> tuple[int, ...]:
        """Other works with a name of this one (its subtitle does not count), the newest first."""
        own = chain.from_iterable(shelf.of_work(work) for shelf in self._shelves)
        keys = {key(entry.form) for entry in own if _strong(entry)}
        years = {other.work: other.year for other in self._equal(keys) if _strong(other)}
        years.pop(work, None)
        return tuple(sorted(years, key=lambda other: (-years[other], other)))

    def _equal(self, keys: Iterable[str]) -> Iterator[Entry]:
        return chain.from_iterable(shelf.equal(name) for name in keys for shelf in self._shelves)

    def _exact(self, reading: Reading) -> Iterator[Entry]:
        return self._equal({key(reading.plain), key(reading.loose)})

    def _near(self, reading: Reading) -> Iterator[Entry]:
        """Candidates by beginning, by edits and by their rarest common words."""
        name = key(reading.plain)
        longest = sorted(set(reading.words), key=lambda word: (-len(word), word))[:_RARE_WORDS]
        for shelf in self._shelves:
            yield from shelf.starting(name, _CANDIDATES)
            yield from shelf.resembling(name, 100 * FLOOR, _CANDIDATES)
            for word in longest:
                if len(word) > 2:
                    yield from shelf.holding(word)

    def _within(self, reading: Reading) -> Iterator[Hit]:
        """Names that stand inside the query among words that say nothing to us."""
        words, whole = reading.words[:_PARTED], len(key(reading.plain))
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                part = Reading(words[start:end], reading.year, reading.season, reading.kind)
                share = len(key(part.plain)) / whole
                for entry in self._exact(part):
                    yield Hit(exactness(part, entry) * (0.58 + 0.36 * share), entry)


def _keep(hits: dict[int, Hit], more: Iterable[Hit]) -> None:
    for hit in more:
        work = hit.entry.work
        if work not in hits or hit.score > hits[work].score:
            hits[work] = hit


def _strong(entry: Entry) -> bool:
    return not entry.form.startswith(WEAK)
