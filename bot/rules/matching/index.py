"""The title index: all names of all works in memory, changed in place, asked in every way."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from bot.rules.matching.candidates import Candidates
from bot.rules.matching.completing import suggestions
from bot.rules.matching.judging import ABBREVIATED, ENOUGH, FLOOR, Found, Hit, exactness, verdict
from bot.rules.matching.normalising import WEAK, loose, plain
from bot.rules.matching.queries import Reading, readings
from bot.rules.matching.shelf import Entry, Shelf
from bot.rules.matching.shelving import Lines, shelve, spelled, together

_GROWTH = 8


class TitleIndex:
    """Finds works by name. Not thread-safe; answers never wait for anything.

    Names stand on shelves, each at least _GROWTH times the size of the next: a changed work goes to
    a new small one, and neighbours of like size are put together, so that a change costs little.
    """

    def __init__(self, *shelves: Shelf) -> None:
        self._shelves = list(shelves)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "TitleIndex":
        """An index of these names, each work's together."""
        return cls(shelve(Lines().write(spelled(entries))))

    def __len__(self) -> int:
        """How many works can be found."""
        return sum(map(len, self._shelves))

    def add(self, entries: Iterable[Entry]) -> None:
        """Put in new or changed works; what was known of these works before is replaced."""
        self.put(shelve(Lines().write(spelled(entries))))
        while pair := self.unbalanced():
            self.swap(pair, together(pair))

    def put(self, shelf: Shelf) -> None:
        """Put up a shelf of new or changed works; what was known of these works before is replaced."""
        works = shelf.works()
        for other in self._shelves:
            other.take_off(works)
        if len(shelf):
            self._shelves.append(shelf)

    def unbalanced(self) -> tuple[Shelf, Shelf] | None:
        """Two shelves that should be put together, if any."""
        pairs = pairwise(self._shelves)
        return next((pair for pair in pairs if len(pair[0]) < _GROWTH * len(pair[1])), None)

    def swap(self, shelves: Sequence[Shelf], one: Shelf) -> None:
        """Put up one shelf in the place of these, of which works may have been taken off meanwhile."""
        one.take_off(one.works() - set[int]().union(*(shelf.works() for shelf in shelves)))
        at = self._shelves.index(shelves[0])
        self._shelves[at : at + len(shelves)] = [one]

    def shelves(self) -> tuple[Shelf, ...]:
        """All shelves, the largest first."""
        return tuple(self._shelves)

    def remove(self, work: int) -> None:
        """Take a work out; nothing happens where it is unknown."""
        for shelf in self._shelves:
            shelf.take_off({work})

    def well_known(self) -> set[int]:
        """The works that have any fame."""
        return set[int]().union(*(shelf.known() for shelf in self._shelves))

    def regard(self, fames: Mapping[int, float]) -> None:
        """Note how well known these works are now."""
        for shelf in self._shelves:
            shelf.regard(fames)

    def search(self, query: str, limit: int = 5) -> Found:
        """The works that a query may mean, the best guess first; `judging.verdict` tells how sure."""
        return verdict(self.hits(query), limit)

    def hits(self, query: str) -> list[Hit]:
        """The best fitting name of each work that a query may mean, in no order."""
        best: dict[int, Hit] = {}
        asked: list[Reading] = []
        for reading in readings(query):
            asked.append(reading)
            _keep(best, self._exactly(reading))
            if any(hit.score >= ENOUGH for hit in best.values()):
                return list(best.values())
        for candidates in map(Candidates, self._shelves):
            for reading in _to_look_for(asked):
                found = chain(candidates.of(reading), candidates.cut_apart(reading))
                _keep(best, (hit for hit in found if hit.score >= FLOOR))
                for full in candidates.spelled_out(reading):
                    _keep(best, map(_abbreviated, self._exactly(full)))
        return list(best.values())

    def complete(self, typed: str, limit: int = 25) -> tuple[int, ...]:
        """Works to suggest while somebody types; the most famous ones before they begin."""
        found = suggestions(self._shelves, typed, limit)
        return found or tuple(match.work for match in self.search(typed, limit).matches)

    def known(self, name: str) -> bool:
        """Whether a work has this name, an English article and the spelling of numbers aside."""
        words = plain(name)
        return any(True for entry in self._named(words, loose(words)) if _strong(entry))

    def namesakes(self, work: int) -> tuple[int, ...]:
        """Other works with a name of this one (its subtitle does not count), the newest first."""
        own = chain.from_iterable(shelf.of_work(work) for shelf in self._shelves)
        names = {entry.form for entry in own if _strong(entry)}
        years = {other.work: other.year for other in self._named(*names) if _strong(other)}
        years.pop(work, None)
        return tuple(sorted(years, key=lambda other: (-years[other], other)))

    def _exactly(self, reading: Reading) -> Iterator[Hit]:
        return (Hit(exactness(reading, entry), entry) for entry in self._named(reading.plain, reading.loose))

    def _named(self, *names: str) -> Iterator[Entry]:
        for shelf in self._shelves:
            yield from shelf.read(shelf.named(*names))


def _to_look_for(asked: Sequence[Reading]) -> Iterable[Reading]:
    """The whole query and its core, with numbers as digits where there are any."""
    found = dict.fromkeys((asked[0], asked[-1])) if asked else {}
    loose = [Reading(reading.loose, reading.said) for reading in found]
    return dict.fromkeys((*found, *(each for each in loose if _has_digit(each.plain))))


def _has_digit(words: str) -> bool:
    return any(map(str.isdigit, words))


def _abbreviated(hit: Hit) -> Hit:
    return replace(hit, score=hit.score * ABBREVIATED)


def _keep(hits: dict[int, Hit], more: Iterable[Hit]) -> None:
    for hit in more:
        work = hit.entry.work
        if work not in hits or hit.score > hits[work].score:
            hits[work] = hit


def _strong(entry: Entry) -> bool:
    return not entry.form.startswith(WEAK)
