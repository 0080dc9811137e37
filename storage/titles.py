"""What finds works by what people type: their names, what is asked for, what was meant, the index itself."""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from storage.engine import Unit
from storage.records import Account, Kind, WorkId
from storage.works import marks, padded

ASKED_WEIGHT = 0.25
HALF_LIFE = 30 * 86_400
CHOSEN_SECONDS = 365 * 86_400
MOST_CHOSEN = 50_000
MOST_FOR_A_QUERY = 1000


class Name(NamedTuple):
    """One search form of a work, with what ranks it. `fame` counts votes, and how often it was asked for."""

    work: WorkId
    form: str
    year: int
    kind: Kind
    season: int
    fame: float


_FAME = f"COALESCE(t.votes, 0) + COALESCE(a.times, 0) * {ASKED_WEIGHT}"
_NAMES = f"""
SELECT n.work_id, n.form, COALESCE(w.year, 0), w.kind, COALESCE(w.season, 0), {_FAME}
FROM names n JOIN works w ON w.id = n.work_id
LEFT JOIN tallies t ON t.work_id = w.id LEFT JOIN asked a ON a.work_id = w.id
"""


def names(after: tuple[WorkId, str], limit: int) -> Unit[list[Name]]:
    """A page of all search forms, ordered by work and form, beginning behind `after`."""
    rows = yield (
        _NAMES + "WHERE (n.work_id, n.form) > (?, ?) ORDER BY n.work_id, n.form LIMIT ?",
        (*after, limit),
    )
    # As Name._make does, in half the time: of 100,000 works that is 20 ms of a second.
    return [*map(partial(tuple.__new__, Name), rows)]


def last_change() -> Unit[int]:
    """The number of the newest change of names."""
    rows = yield "SELECT COALESCE(MAX(number), 0) FROM changes", ()
    return int(rows[0][0])


def names_since(change: int) -> Unit[tuple[int, list[WorkId], list[Name]]]:
    """The newest change, the works whose names changed after `change`, and all names of those."""
    changed = yield "SELECT number, work_id FROM changes WHERE number > ? ORDER BY number", (change,)
    if not changed:
        return change, [], []
    works = sorted({WorkId(row[1]) for row in changed})
    found: list[Name] = []
    for start in range(0, len(works), 256):
        part = works[start : start + 256]
        rows = yield _NAMES + f"WHERE n.work_id IN ({marks(part)}) ORDER BY n.work_id", padded(part)
        found += map(Name._make, rows)
    return int(changed[-1][0]), works, found


def fames(after: WorkId, limit: int) -> Unit[dict[int, float]]:
    """How well known works are, a page of those that anybody voted on or asked for, behind `after`.

    Who lost all votes is told of too, with 0, and so for a month is what nobody asks for any more.
    """
    rows = yield (
        f"SELECT known.work_id, {_FAME} FROM ("
        "SELECT work_id FROM tallies WHERE work_id > ? UNION SELECT work_id FROM asked WHERE work_id > ? "
        "ORDER BY work_id LIMIT ?) known "
        "LEFT JOIN tallies t ON t.work_id = known.work_id LEFT JOIN asked a ON a.work_id = known.work_id",
        (after, after, limit),
    )
    return {int(work): float(fame) for work, fame in rows}


def asked(times: Mapping[WorkId, int], now: int) -> Unit[None]:
    """These works were asked for so often since the last time; unknown ones do not count."""
    for work, more in sorted(times.items()):
        yield (
            "INSERT INTO asked (work_id, times, halved_at) SELECT id, ?, ? FROM works WHERE id = ? "
            "ON CONFLICT (work_id) DO UPDATE SET times = asked.times + excluded.times",
            (float(more), now, work),
        )


def choose(query: int, who: Account, work: WorkId, now: int) -> Unit[None]:
    """Somebody means this work by this query; what they meant by it before counts no more."""
    yield (
        "INSERT INTO chosen (query, platform, number, work_id, chosen_at) "
        "SELECT ?, CAST(? AS TEXT), ?, id, ? FROM works WHERE id = ? "
        "ON CONFLICT (query, platform, number) DO UPDATE "
        "SET work_id = excluded.work_id, chosen_at = excluded.chosen_at",
        (query, who.platform, who.number, now, work),
    )


def chosen(query: int, now: int) -> Unit[dict[int, int]]:
    """How many people meant each work by this query within the last year, the newest thousand of them."""
    rows = yield (
        "SELECT work_id, COUNT(*) FROM (SELECT work_id FROM chosen WHERE query = ? AND chosen_at > ? "
        "ORDER BY chosen_at DESC LIMIT ?) latest GROUP BY work_id",
        (query, now - CHOSEN_SECONDS, MOST_FOR_A_QUERY),
    )
    return {int(work): int(people) for work, people in rows}


def forget(now: int) -> Unit[None]:
    """Let old choices go, and what was asked for long ago count for less."""
    yield "DELETE FROM chosen WHERE chosen_at <= ?", (now - CHOSEN_SECONDS,)
    oldest = yield "SELECT chosen_at FROM chosen ORDER BY chosen_at DESC LIMIT 1 OFFSET ?", (MOST_CHOSEN,)
    if oldest:
        yield "DELETE FROM chosen WHERE chosen_at <= ?", (oldest[0][0],)
    yield "DELETE FROM asked WHERE times = 0 AND halved_at <= ?", (now - HALF_LIFE,)
    yield (
        "UPDATE asked SET times = CASE WHEN times < 1 THEN 0 ELSE times / 2 END, halved_at = ? "
        "WHERE halved_at <= ?",
        (now, now - HALF_LIFE),
    )


def index_part(part: int) -> Unit[tuple[int, bytes] | None]:
    """One part of the kept title index, from 0 on, and up to which change it goes; None behind the last."""
    rows = yield "SELECT seen, data FROM title_index WHERE part = ?", (part,)
    return (int(rows[0][0]), bytes(rows[0][1])) if rows else None


def keep_index_part(part: int, seen: int, data: bytes) -> Unit[None]:
    """Keep one part of a title index that goes up to the change `seen`."""
    yield (
        "INSERT INTO title_index (part, seen, data) VALUES (?, ?, ?) "
        "ON CONFLICT (part) DO UPDATE SET seen = excluded.seen, data = excluded.data",
        (part, seen, data),
    )


def drop_index_parts(first: int) -> Unit[None]:
    """Forget the parts of the kept title index from this one on."""
    yield "DELETE FROM title_index WHERE part >= ?", (first,)
