"""Reading what a person typed: the name in it, and what stands around it of year, season and kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.rules.matching.chatter import Said, without_closings, without_openings
from bot.rules.matching.normalising import loose, plain
from bot.rules.matching.spelling import romanised

_MOST_WORDS = 40
NOTHING = Said()


@dataclass(frozen=True)
class Reading:
    """One way to understand a query: these words are the name, the rest tells more of it."""

    plain: str
    said: Said = NOTHING

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.plain.split())

    @cached_property
    def loose(self) -> str:
        """The name with numbers as digits and without its English article."""
        return loose(self.plain)


def readings(query: str) -> Iterator[Reading]:
    """The ways to read a query, the whole of it first; none where it is empty."""
    words = " ".join(plain(query).split()[:_MOST_WORDS])
    if not words:
        return
    yield Reading(words)
    found = {
        name: Reading(name, front.and_also(end))
        for rest, front in without_openings(words)
        for name, end in without_closings(rest)
    }
    found.pop(words)
    shorter = sorted(found.values(), key=lambda reading: -len(reading.plain))
    yield from shorter
    core = shorter[-1] if shorter else Reading(words)
    if not core.plain.isascii() and any(map(str.isalpha, core.plain)) and (latin := romanised(core.plain)):
        yield Reading(latin, core.said)
