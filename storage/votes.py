"""Votes, the counts of them that scores are made from, and who casts them."""

from collections.abc import Sequence

from storage import cards
from storage.engine import Unit
from storage.records import Account, Community, Receipt, Tally, WorkId

COUNTS = tuple(f"n{value}" for value in range(1, 11))

# All ten counts in every statement: few texts, which the engines prepare once.
_SUMS = (*COUNTS, "votes", "points", "edition")
_COUNT = (
    f"INSERT INTO tallies (work_id, {', '.join(_SUMS)}) VALUES (?, {', '.join('?' for _ in _SUMS)}) "
    f"ON CONFLICT (work_id) DO UPDATE SET {', '.join(f'{n} = tallies.{n} + excluded.{n}' for n in _SUMS)} "
    f"RETURNING {', '.join(COUNTS)}, edition"
)
_COUNT_ALL = (
    f"UPDATE community SET {', '.join(f'{n} = {n} + ?' for n in COUNTS)} "
    f"RETURNING {', '.join(COUNTS)}, strength"
)


def cast(account: Account, work: WorkId, value: int | None, now: int, person: int) -> Unit[Receipt | None]:
    """Make `value` (1-10, None: no vote) this account's one live vote for the work.

    `person` becomes the account's person where the store does not know it yet. None: no such work.
    """
    rows = yield (
        "SELECT a.person_id, v.value FROM works w LEFT JOIN accounts a ON a.platform = ? AND a.number = ? "
        "LEFT JOIN votes v ON v.person_id = a.person_id AND v.work_id = w.id WHERE w.id = ?",
        (account.platform, account.number, work),
    )
    if not rows:
        return None
    known, before = rows[0]
    if known is None:
        yield (
            "INSERT INTO accounts (platform, number, person_id, first_seen) VALUES (?, ?, ?, ?)",
            (account.platform, account.number, person, now),
        )
        known = person
    if value is None:
        yield "DELETE FROM votes WHERE person_id = ? AND work_id = ?", (known, work)
    elif value != before:
        yield (
            "INSERT INTO votes (person_id, work_id, value, cast_at) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (person_id, work_id) "
            "DO UPDATE SET value = excluded.value, cast_at = excluded.cast_at",
            (known, work, value, now),
        )
    if value == before:
        rows = yield (
            f"SELECT {columns('t')}, {columns('c')}, c.strength FROM community c "
            "LEFT JOIN tallies t ON t.work_id = ?",
            (work,),
        )
        return Receipt(value, before, tally_of(rows[0]), community_of(rows[0][10:]))
    receipt = yield from _recount(work, before, value)
    yield from cards.outdated(work)
    return receipt


def _recount(work: WorkId, before: int | None, now: int | None) -> Unit[Receipt]:
    steps = [0] * 10
    for value, step in ((before, -1), (now, 1)):
        if value is not None:
            steps[value - 1] += step
    points = sum(value * step for value, step in enumerate(steps, 1))
    counted = yield _COUNT, (work, *steps, sum(steps), points, 1)
    totals = yield _COUNT_ALL, steps
    return Receipt(now, before, tally_of(counted[0]), community_of(totals[0]), counted[0][10])


def tallies(at_least: int) -> Unit[list[Tally]]:
    """The counts of every work with at least so many votes."""
    rows = yield f"SELECT {', '.join(COUNTS)} FROM tallies WHERE votes >= ?", (at_least,)
    return [tally_of(row) for row in rows]


def community() -> Unit[Community]:
    """The counts of all live votes, and the strength of their prior."""
    rows = yield f"SELECT {', '.join(COUNTS)}, strength FROM community", ()
    return community_of(rows[0])


def set_strength(strength: float) -> Unit[None]:
    """Keep the strength of the community's prior, in votes."""
    yield "UPDATE community SET strength = ?", (strength,)


def of(account: Account) -> Unit[dict[WorkId, int]]:
    """All live votes of this account's person."""
    rows = yield (
        "SELECT v.work_id, v.value FROM accounts a JOIN votes v ON v.person_id = a.person_id "
        "WHERE a.platform = ? AND a.number = ?",
        (account.platform, account.number),
    )
    return {WorkId(work): value for work, value in rows}


def tally_of(row: Sequence[int | None]) -> Tally:
    """The counts in a row's first ten columns; a work without a row of its own has none."""
    return Tally(tuple(count or 0 for count in row[:10]))


def community_of(row: Sequence[float]) -> Community:
    """The community's counts in a row's first ten columns, then its prior's strength."""
    return Community(tuple(int(count) for count in row[:10]), float(row[10]))


def columns(table: str) -> str:
    """The ten counts of a table, for a SELECT."""
    return ", ".join(f"{table}.{column}" for column in COUNTS)
