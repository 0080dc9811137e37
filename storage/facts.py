"""Cards' facts, one statement each: for one work, one review, and the lists that are made of cards."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from storage import reviews, votes, works
from storage.engine import Statement, Unit
from storage.records import Account, CardFacts, Facet, ReviewId, WorkId

NOBODY = Account("", 0)
MILLION = 1_000_000
FEW = 2_000

_COLUMNS = (
    f"{works.COLUMNS}, {reviews.COLUMNS}, {votes.columns('t')}, {votes.columns('c')}, c.strength, v.value, "
    "COALESCE(t.edition, 0), (SELECT COUNT(*) FROM reviews x WHERE x.work_id = w.id "
    "AND x.status = 'retracted' AND x.issued IS NOT NULL "
    "AND (r.id IS NULL OR (x.published_at, x.id) > (r.published_at, r.id)))"
)
_COUNTS_AT = works.WIDTH + reviews.WIDTH
_VOTES = (
    "JOIN community c ON c.id = 1 LEFT JOIN tallies t ON t.work_id = w.id "
    "LEFT JOIN accounts a ON a.platform = ? AND a.number = ? "
    "LEFT JOIN votes v ON v.person_id = a.person_id AND v.work_id = w.id"
)
_NEWEST_REVIEW = (
    "LEFT JOIN reviews r ON r.id = (SELECT n.id FROM reviews n WHERE n.work_id = w.id "
    "AND n.status = 'published' ORDER BY n.published_at DESC, n.id DESC LIMIT 1)"
)

# No group over all reviews: the lists walk an index from its end and stop when they have enough.
_IS_NEWEST = (
    "r.status = 'published' AND NOT EXISTS (SELECT 1 FROM reviews n WHERE n.work_id = r.work_id "
    "AND n.status = 'published' AND (n.published_at, n.id) > (r.published_at, r.id))"
)


def card(work: WorkId, account: Account) -> Unit[CardFacts | None]:
    """All that a work's card shows to this account; None where there is no such work."""
    rows = yield (
        f"SELECT {_COLUMNS} FROM works w {_NEWEST_REVIEW} {_VOTES} WHERE w.id = ?",
        (account.platform, account.number, work),
    )
    return _facts(rows[0]) if rows else None


def reviewed(review: ReviewId) -> Unit[CardFacts | None]:
    """The facts of one published review's card, as an alert shows it; None where it is not published."""
    return (yield from _of_review(review, "r.status = 'published'"))


def told(review: ReviewId) -> Unit[CardFacts | None]:
    """The facts of the card of a review that was published once, and may have been retracted since."""
    return (yield from _of_review(review, "r.status <> 'draft'"))


def _of_review(review: ReviewId, where: str) -> Unit[CardFacts | None]:
    rows = yield (
        f"SELECT {_COLUMNS} FROM reviews r JOIN works w ON w.id = r.work_id {_VOTES} "
        f"WHERE r.id = ? AND {where}",
        (NOBODY.platform, NOBODY.number, review),
    )
    # It shows this review and no other, whatever became of those.
    return replace(_facts(rows[0]), retracted=False) if rows else None


def of(wanted: Sequence[WorkId], account: Account) -> Unit[list[CardFacts]]:
    """The facts of these works, in this order; unknown ones are left out."""
    if not wanted:
        return []
    rows = yield _listed(
        f"SELECT id AS work_id, 0 AS place FROM works WHERE id IN ({works.marks(wanted)})",
        works.padded(wanted),
        account,
    )
    found = {facts.work.id: facts for facts in map(_facts, rows)}
    return [found[work] for work in wanted if work in found]


def latest(limit: int, account: Account) -> Unit[list[CardFacts]]:
    """The works with the newest reviews, the newest first."""
    rows = yield _listed(
        f"SELECT r.work_id, -r.published_at AS place FROM reviews r WHERE {_IS_NEWEST} "
        "ORDER BY r.published_at DESC, r.id DESC LIMIT ?",
        (limit,),
        account,
    )
    return [_facts(row) for row in rows]


def top(
    by: Facet | None, year: int | None, strength: float, mean: float, limit: int, at_least: int
) -> Unit[list[CardFacts]]:
    """The works with the highest shrunken score (docs: strength votes at the mean), best first.

    Only works with `at_least` votes; narrowed to a facet or a year where given.
    """
    sql = (
        "SELECT t.work_id, -(CAST(? AS DOUBLE PRECISION) + t.points) "
        "/ (CAST(? AS DOUBLE PRECISION) + t.votes) AS place FROM tallies t"
    )
    args: list[Any] = [strength * mean, strength]
    if by is not None:
        sql += " JOIN facets f ON f.scope = ? AND f.key = ? AND f.work_id = t.work_id"
        args += [by.scope, by.key]
    if year is not None:
        sql += " JOIN works y ON y.id = t.work_id AND y.year = ?"
        args.append(year)
    rows = yield _listed(f"{sql} WHERE t.votes >= ? ORDER BY place LIMIT ?", (*args, at_least, limit), NOBODY)
    return [_facts(row) for row in rows]


def lucky(dice: float, account: Account) -> Unit[CardFacts | None]:
    """One reviewed work, picked by `dice` (0 up to, not including, 1)."""
    rows = yield _listed(
        "SELECT work_id, 0 AS place FROM reviews WHERE id = "
        "(SELECT id FROM reviews WHERE status = 'published' ORDER BY published_at, id LIMIT 1 OFFSET "
        f"(SELECT COUNT(*) * CAST(? AS BIGINT) / {MILLION} FROM reviews WHERE status = 'published'))",
        (int(dice * MILLION),),
        account,
    )
    return _facts(rows[0]) if rows else None


_ALIKE = """
SELECT r.work_id, 0 AS place FROM names n JOIN comparables c ON c.form = n.form
    JOIN reviews r ON r.id = c.review_id AND r.status = 'published' WHERE n.work_id IN ({works})
UNION SELECT n.work_id, 0 FROM reviews r JOIN comparables c ON c.review_id = r.id
    JOIN names n ON n.form = c.form WHERE r.status = 'published' AND r.work_id IN ({works})
UNION SELECT o.work_id, 0 FROM facets f JOIN facets o ON o.scope = f.scope AND o.key = f.key
    WHERE f.scope = 'person' AND f.work_id IN ({works})
"""


def alike(seeds: Sequence[WorkId], account: Account) -> Unit[list[CardFacts]]:
    """Works tied to the seeds by a review's comparison or by a person, except those the account voted on."""
    if not seeds:
        return []
    picked = _ALIKE.format(works=works.marks(seeds))
    sql, args = _listed(
        picked, works.padded(seeds) * 3, account, "WHERE v.value IS NULL AND r.id IS NOT NULL"
    )
    rows = yield f"{sql} LIMIT 200", args
    return [_facts(row) for row in rows]


def best_reviewed(genres: Sequence[str], account: Account, limit: int) -> Unit[list[CardFacts]]:
    """The works that editors scored highest, except those the account voted on.

    Narrowed to works that have one of these genres' keys, where any are given.
    """
    narrowed, order = "", "COALESCE(r.score, -1) DESC"
    args: tuple[Any, ...] = ()
    if genres:
        having = f"scope = 'genre' AND key IN ({works.marks(genres)})"
        args = works.padded(genres)
        counted = yield f"SELECT COUNT(*) FROM (SELECT 1 FROM facets WHERE {having} LIMIT {FEW}) few", args
        if counted[0][0] < FEW:  # so few that they are looked up and sorted
            narrowed, order = f"AND r.work_id IN (SELECT work_id FROM facets WHERE {having})", "place"
        else:  # so many that they are met soon on the way down from the best
            narrowed = f"AND EXISTS (SELECT 1 FROM facets WHERE {having} AND work_id = r.work_id)"
    rows = yield _listed(
        f"SELECT r.work_id, -COALESCE(r.score, -1) AS place FROM reviews r WHERE {_IS_NEWEST} {narrowed} "
        "AND NOT EXISTS (SELECT 1 FROM accounts a JOIN votes v ON v.person_id = a.person_id "
        "WHERE a.platform = ? AND a.number = ? AND v.work_id = r.work_id) "
        f"ORDER BY {order} LIMIT ?",
        (*args, account.platform, account.number, limit),
        account,
    )
    return [_facts(row) for row in rows]


def _listed(picked: str, args: Sequence[Any], account: Account, where: str = "") -> Statement:
    return (
        f"SELECT {_COLUMNS} FROM ({picked}) p JOIN works w ON w.id = p.work_id {_NEWEST_REVIEW} {_VOTES} "
        f"{where} ORDER BY p.place, w.id",
        (*args, account.platform, account.number),
    )


def _facts(row: Sequence[Any]) -> CardFacts:
    counts = row[_COUNTS_AT:]
    return CardFacts(
        work=works.work_of(row),
        review=reviews.review_of(row[works.WIDTH :]) if row[works.WIDTH] is not None else None,
        tally=votes.tally_of(counts),
        community=votes.community_of(counts[10:]),
        own=counts[21],
        edition=counts[22],
        retracted=bool(counts[23]),
    )
