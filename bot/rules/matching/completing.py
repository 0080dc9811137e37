"""What to suggest while a name is being typed."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge

from bot.rules.matching.judging import allowed, disagreement
from bot.rules.matching.normalising import key
from bot.rules.matching.queries import Reading, readings
from bot.rules.matching.shelf import Entry, Shelf

_SHORTEST = 3
_FEWEST_INITIALS, _MOST_INITIALS = 3, 7


def suggestions(shelves: Sequence[Shelf], typed: str, limit: int) -> tuple[int, ...]:
    """Works for what is typed so far: each tier of fitting names in turn, by fame within it."""
    found: dict[int, None] = {}
    for tier in _tiers(shelves, [*readings(typed)], limit):
        for entry in tier:
            found.setdefault(entry.work)
            if len(found) >= limit:
                return tuple(found)
    return tuple(found)


def _tiers(shelves: Sequence[Shelf], asked: list[Reading], limit: int) -> Iterator[Iterable[Entry]]:
    if not asked:
        yield _famous(shelves)
        return
    whole, core = asked[0], asked[-1]
    many = 3 * limit
    yield from _fitting(shelves, whole, many)
    if core != whole:
        yield from _fitting(shelves, core, many)
    yield _ordered(whole, (entry for shelf in shelves for entry in _misspelt(shelf, key(whole.plain), many)))


def _famous(shelves: Sequence[Shelf]) -> Iterator[Entry]:
    return merge(*(shelf.most_famous() for shelf in shelves), key=lambda entry: entry.fame, reverse=True)


def _fitting(shelves: Sequence[Shelf], reading: Reading, many: int) -> Iterator[list[Entry]]:
    """The same name, what it abbreviates, longer ones, those that hold it, longer ones of its loose form."""
    name, other = key(reading.plain), key(reading.loose)
    yield _ordered(
        reading,
        (entry for shelf in shelves for entry in shelf.read(shelf.named(reading.plain, reading.loose))),
    )
    if _FEWEST_INITIALS <= len(name) <= _MOST_INITIALS:
        yield _ordered(reading, (entry for shelf in shelves for entry in _abbreviated(shelf, name, many)))
    yield _ordered(reading, (entry for shelf in shelves for entry in shelf.starting(name, many)))
    yield _ordered(
        reading,
        (
            entry
            for shelf in shelves
            for entry in shelf.read(shelf.famous(shelf.holding(reading.words), many))
        ),
    )
    yield _ordered(reading, (entry for shelf in shelves for entry in shelf.starting(other, many)))


def _abbreviated(shelf: Shelf, name: str, many: int) -> Iterator[Entry]:
    return shelf.read(shelf.famous(shelf.initials.equal(name), many))


def _misspelt(shelf: Shelf, name: str, many: int) -> Iterator[Entry]:
    """Names with a few slips, and those that share the longest beginning."""
    near = [line for at in shelf.names.near(name, allowed(name)) for line in shelf.names.lines_of(at)]
    yield from shelf.read(shelf.famous(near, many))
    lengths = range(len(name) - 1, max(_SHORTEST, len(name) // 2) - 1, -1)
    shared = next((name[:length] for length in lengths if shelf.starts(name[:length])), "")
    if shared:
        yield from shelf.starting(shared, many)


def _ordered(reading: Reading, entries: Iterable[Entry]) -> list[Entry]:
    def place(entry: Entry) -> tuple[float, float, bool, int, int]:
        return disagreement(reading, entry), -entry.fame, entry.season > 0, -entry.year, entry.work

    return sorted(entries, key=place)
