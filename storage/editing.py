"""The editors' desk: drafts, corrections, retractions, and the record of who did what.

Every change names the revision that its editor saw. Where the review has changed since, nothing is written.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from storage import cards, deliveries, reviews, works
from storage.engine import Row, Unit
from storage.records import (
    Account,
    Deed,
    Editor,
    Evidence,
    Manuscript,
    Review,
    ReviewId,
    What,
    Work,
    WorkId,
)
from storage.reviews import Entry

Outcome = Literal["done", "discarded", "already", "changed", "gone", "unclear"]
RETRACTED = "the review was retracted"
_WHICH = frozenset({"title", "kind", "year", "season"})

_COLUMNS = f"{reviews.COLUMNS}, {works.COLUMNS}, r.evidence, r.could_be"
_SELECT = f"SELECT {_COLUMNS} FROM reviews r JOIN works w ON w.id = r.work_id"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a review is to say; its number and revision are those of the one that the editor saw.

    `settle` says which work it is about, where that was corrected (id 0: a new one): it is given the works
    that have one of `forms`, and whether the present work has nothing but this review.
    """

    review: Review
    evidence: Mapping[str, Evidence]
    fields: tuple[str, ...]
    comparables: tuple[str, ...]
    forms: tuple[str, ...] = ()
    settle: Callable[[Sequence[Work], bool], Entry] | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a change, and how many alerts are now owed (published) or stopped (retracted).

    "discarded": a draft was put away; "unclear": nobody has said yet which work the review is about.
    """

    outcome: Outcome
    alerts: int = 0


def manuscript(review: ReviewId) -> Unit[Manuscript | None]:
    """One review in any state, with the works that it could be about; None where there is none."""
    found = yield from _manuscripts((yield f"{_SELECT} WHERE r.id = ?", (review,)))
    return found[0] if found else None


def drafts(after: int, limit: int) -> Unit[list[Manuscript]]:
    """The drafts, the newest first, beginning behind the first `after` of them."""
    rows = yield f"{_SELECT} WHERE r.status = 'draft' ORDER BY r.id DESC LIMIT ? OFFSET ?", (limit, after)
    return (yield from _manuscripts(rows))


def of_works(wanted: Sequence[WorkId]) -> Unit[list[Manuscript]]:
    """The reviews of these works in any state, the newest first."""
    if not wanted:
        return []
    rows = yield (
        f"{_SELECT} WHERE r.work_id IN ({works.marks(wanted)}) ORDER BY r.id DESC",
        works.padded(wanted),
    )
    return (yield from _manuscripts(rows))


def history(work: WorkId | None, limit: int) -> Unit[list[Deed]]:
    """What editors did last, the newest first: to one work's reviews, or to all."""
    narrowed, args = ("WHERE r.work_id = ?", [work]) if work is not None else ("", [])
    rows = yield (
        "SELECT d.what, d.platform, d.number, d.name, d.revision, d.fields, d.done_at, "
        f"{works.COLUMNS} FROM deeds d JOIN reviews r ON r.id = d.review_id JOIN works w ON w.id = r.work_id "
        f"{narrowed} ORDER BY d.id DESC LIMIT ?",
        (*args, limit),
    )
    return [_deed(row) for row in rows]


def last_deed(review: ReviewId) -> Unit[Deed | None]:
    """What an editor did last to one review; None where none did anything."""
    rows = yield (
        "SELECT d.what, d.platform, d.number, d.name, d.revision, d.fields, d.done_at, "
        f"{works.COLUMNS} FROM deeds d JOIN reviews r ON r.id = d.review_id JOIN works w ON w.id = r.work_id "
        "WHERE d.review_id = ? ORDER BY d.id DESC LIMIT 1",
        (review,),
    )
    return _deed(rows[0]) if rows else None


def publish(
    review: ReviewId, revision: int, editor: Editor, ids: Callable[[], int], now: int, fresh: int
) -> Unit[Done]:
    """Publish a draft or a retracted review; alerts are owed where it is dated within `fresh` seconds.

    An undated one gets its date now. Alerts that its retraction stopped are due again. What could be about
    several works is left as it is until an editor has said which.
    """
    known = yield from manuscript(review)
    if known is None or known.review.status == "published":
        return Done("already" if known else "gone")
    if known.review.revision != revision:
        return Done("changed")
    if known.could_be:
        return Done("unclear")
    date = known.review.published_at or now
    yield (
        "UPDATE reviews SET status = 'published', issued = COALESCE(issued, revision), published_at = ?, "
        "could_be = '[]' WHERE id = ?",
        (date, review),
    )
    yield from _did("published", known.review, editor, ids(), now)
    yield from cards.changed(known.work.id)
    owed = 0
    if date > now - fresh:
        owed = yield from deliveries.take_up(review, RETRACTED, now)
        owed += yield from reviews.announce(review, known.work.id, now)
    return Done("done", owed)


def retract(review: ReviewId, revision: int, editor: Editor, ids: Callable[[], int], now: int) -> Unit[Done]:
    """Take a review back, or put a draft away; alerts that are not sent yet are stopped."""
    known = yield from manuscript(review)
    if known is None or known.review.status == "retracted":
        return Done("already" if known else "gone")
    if known.review.revision != revision:
        return Done("changed")
    yield "UPDATE reviews SET status = 'retracted' WHERE id = ?", (review,)
    was_draft = known.review.status == "draft"
    what: What = "discarded" if was_draft else "retracted"
    yield from _did(what, known.review, editor, ids(), now)
    yield from cards.changed(known.work.id)
    stopped = yield from deliveries.call_off(review, RETRACTED)
    return Done("discarded" if was_draft else "done", stopped)


def correct(wanted: Correction, editor: Editor, ids: Callable[[], int], now: int) -> Unit[Done]:
    """Let a review say something else. Where that changes nothing, only what its fields rest on is noted."""
    known = yield from manuscript(wanted.review.id)
    if known is None:
        return Done("gone")
    if known.review.revision != wanted.review.revision:
        return Done("changed")
    if not wanted.fields:
        text = reviews.evidence_text(wanted.evidence)
        yield "UPDATE reviews SET evidence = ? WHERE id = ?", (text, known.review.id)
        return Done("already")
    work = yield from _settled(known, wanted, ids)
    if _WHICH.intersection(wanted.fields):  # which work it is about is no question any more
        yield "UPDATE reviews SET could_be = '[]' WHERE id = ?", (known.review.id,)
    # Only what it says is corrected: it may have been published or retracted since the editor saw it.
    review = replace(
        wanted.review, work_id=work, status=known.review.status,
        published_at=wanted.review.published_at or known.review.published_at,
    )  # fmt: skip
    yield from reviews.revise(known.review, review, wanted.evidence, now)
    yield from reviews.compare(review.id, wanted.comparables)
    revised = replace(review, revision=review.revision + 1)
    yield from _did("edited", revised, editor, ids(), now, wanted.fields)
    yield from cards.changed(work)
    if work != known.work.id:
        yield from _left(known.work.id)
    return Done("done")


def _settled(known: Manuscript, wanted: Correction, ids: Callable[[], int]) -> Unit[WorkId]:
    """The work that the review is about from now on, written."""
    if wanted.settle is None:
        return known.work.id
    candidates = yield from works.named(wanted.forms)
    others = yield (
        "SELECT (SELECT COUNT(*) FROM reviews WHERE work_id = ? AND id <> ?) "
        "+ (SELECT COUNT(*) FROM votes WHERE work_id = ?)",
        (known.work.id, known.review.id, known.work.id),
    )
    entry = wanted.settle(candidates, not others[0][0])
    work = entry.work if entry.work.id else replace(entry.work, id=WorkId(ids()))
    yield from reviews.keep_work(work, entry)
    return work.id


def _left(work: WorkId) -> Unit[None]:
    """A review is about another work now: this one's cards change, and if nothing is left of it, it goes."""
    yield from cards.changed(work)
    yield from cards.namesake_changed(work, ())
    yield from works.drop(work)


def _did(
    what: What, review: Review, editor: Editor, number: int, now: int, fields: tuple[str, ...] = ()
) -> Unit[None]:
    account = editor.account
    yield (
        "INSERT INTO deeds (id, review_id, what, revision, fields, platform, number, name, done_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number, review.id, what, review.revision, json.dumps(fields),
            account.platform, account.number, editor.name, now,
        ),
    )  # fmt: skip


def _manuscripts(rows: Sequence[Row]) -> Unit[list[Manuscript]]:
    named: list[list[WorkId]] = [json.loads(row[-1]) for row in rows]
    wanted = sorted({work for each in named for work in each})
    known = {work.id: work for work in (yield from works.get(wanted))}
    return [
        Manuscript(
            reviews.review_of(row),
            works.work_of(row[reviews.WIDTH : reviews.WIDTH + works.WIDTH]),
            reviews.evidence_of(row[-2]),
            tuple(known[work] for work in could_be if work in known),
        )
        for row, could_be in zip(rows, named, strict=True)
    ]


def _deed(row: Row) -> Deed:
    what, platform, number, name, revision, fields, done_at = row[:7]
    editor = Editor(Account(platform, number), name)
    return Deed(what, editor, works.work_of(row[7:]), revision, tuple(json.loads(fields)), done_at)
