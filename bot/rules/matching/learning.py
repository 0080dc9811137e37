"""What a community means by a query: counterparts that people chose rise, a little, and never past a fit.

A choice counts once for each person and query, the newest one, so that anybody can take theirs back
by choosing again.
"""

from collections.abc import Mapping
from zlib import crc32

from bot.rules.matching.chatter import core
from bot.rules.matching.normalising import key, loose, plain

_RISE = 0.05
_HESITATION = 2
_ENOUGH_PEOPLE = 3
_MAJORITY = 2 / 3

# How many people chose each work for a query.
Chosen = Mapping[int, int]


def query_number(query: str) -> int:
    """The number under which choices for this query are kept, 1 to 2**32 - 1; 0 for an empty one.

    Queries that differ in chat, case, accents or an article are one. What was typed is not kept.
    """
    name = key(loose(core(plain(query))))
    return (crc32(name.encode()) or 1) if name else 0


def rise(chosen: Chosen, work: int) -> float:
    """How far a work rises, 0 to 0.05: by the share of the people who chose it, and by their number."""
    people = chosen.get(work, 0)
    return _RISE * people / (people + _HESITATION) * people / sum(chosen.values()) if people else 0.0


def preferred(chosen: Chosen) -> int | None:
    """The work that most people meant, two thirds of them and at least three; None where they differ."""
    work = max(chosen, key=chosen.__getitem__, default=None)
    if work is None or chosen[work] < _ENOUGH_PEOPLE or chosen[work] < _MAJORITY * sum(chosen.values()):
        return None
    return work
