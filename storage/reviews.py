"""Reviews and their revisions: what comes in, and the alerts that it owes."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from storage import cards, corrections, deliveries, works
from storage.engine import Unit
from storage.records import Evidence, Facet, Review, ReviewId, Scope, Status, Work, WorkId

COLUMNS = (
    "r.id, r.work_id, r.status, r.revision, r.published_at, r.score, r.verdict, r.details, "
    "COALESCE(r.issued, r.revision)"
)
WIDTH = 9


@dataclass(frozen=True, slots=True)
class Entry:
    """A work as it is to be written, with its search forms and facets.

    `namesakes` are the forms that works of the same name may have.
    `could_be` are the works that could be meant as well as this one (all of them, this one first), `doubts`
    what that leaves in doubt.
    """

    work: Work
    forms: tuple[str, ...]
    facets: tuple[Facet, ...]
    namesakes: tuple[str, ...] = ()
    could_be: tuple[WorkId, ...] = ()
    doubts: Mapping[str, Evidence] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A review on its way in, undated where `published_at` is 0. `source` says which review it is, `digest`
    what it says, and `drafted` what its digest would be as a draft.

    `forms` are the search forms of its work's names. `settle` says which work to write (id 0: a new
    one): it is given the works that have one of the forms and None, or the review's own work and what editors
    have set of that.
    """

    review: Review
    source: str
    digest: str
    forms: tuple[str, ...]
    settle: Callable[[Sequence[Work], Set[str] | None], Entry]
    comparables: tuple[str, ...]
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    drafted: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """What became of an incoming review ("left": it stands as it was), its status now, and how many alerts
    are owed for it."""

    outcome: Literal["new", "changed", "unchanged", "left"]
    review_id: ReviewId
    alerts: int = 0
    status: Status = "published"


@dataclass(frozen=True, slots=True)
class _Known:
    """A review that came in before; `in_question` says that it could be about several works."""

    review: Review
    work: Work
    digest: str
    evidence: Mapping[str, Evidence]
    in_question: bool


NOTHING_SET: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def publish(incoming: Incoming, ids: Callable[[], int], now: int, alert: bool) -> Unit[Published]:
    """Write a review, its work and, where it is new and `alert`, the alerts that are owed for it.

    A known review follows its source, except in what editors have set. One that is retracted is left as it
    is, and so is one that is out where a draft of it comes in. What could be about several works is a draft.
    """
    known = yield from _known(incoming.source)
    if known and _says_the_same(known, incoming):
        return Published("unchanged", known.review.id, status=known.review.status)
    if known and _is_to_be_left(known.review.status, incoming.review.status):
        return Published("left", known.review.id, status=known.review.status)
    own, of_work = (yield from corrections.made(known.review.id, known.work.id)) if known else NOTHING_SET
    entry = yield from _settled(incoming, known, of_work)
    work = entry.work if entry.work.id else replace(entry.work, id=WorkId(ids()))
    yield from keep_work(work, entry)
    review = _dated(replace(incoming.review, work_id=work.id), known, now)
    review = replace(review, status="draft") if entry.could_be else review
    evidence = {**incoming.evidence, **entry.doubts}
    if known:
        number = known.review.id
        review = corrections.followed(known.review, review, own)
        said = corrections.values(known.review, known.work), corrections.values(review, work)
        yield from revise(known.review, review, corrections.confirmed(known.evidence, evidence, *said), now)
        if work.id != known.work.id:
            yield from works.drop(known.work.id)
    else:
        number = ReviewId(ids())
        yield from _insert(number, review, incoming.source, evidence)
    yield (
        "UPDATE reviews SET digest = ?, could_be = ? WHERE id = ?",
        (incoming.digest, json.dumps(entry.could_be), number),
    )
    if "comparables" not in own:
        yield from compare(number, incoming.comparables)
    yield from cards.changed(work.id)
    owed = 0
    if alert and review.status == "published" and not (known and known.review.status == "published"):
        owed = yield from announce(number, work.id, now)
    return Published("changed" if known else "new", number, owed, review.status)


def keep_work(work: Work, entry: Entry) -> Unit[None]:
    """Write an entry's work, under its number; cards of works that are called the same are to say so."""
    before = yield from works.get([work.id])
    if not before or _called(before[0]) != _called(work):
        yield from cards.namesake_changed(work.id, entry.namesakes)
    yield from works.save(work, entry.forms, entry.facets)


def _called(work: Work) -> tuple[object, ...]:
    return work.title, work.year, work.kind, work.season, work.original, work.other_names


def _known(source: str) -> Unit[_Known | None]:
    rows = yield (
        f"SELECT {COLUMNS}, {works.COLUMNS}, r.digest, r.evidence, r.could_be FROM reviews r "
        "JOIN works w ON w.id = r.work_id WHERE r.source = ?",
        (source,),
    )
    if not rows:
        return None
    digest, evidence, could_be = rows[0][WIDTH + works.WIDTH :]
    work = works.work_of(rows[0][WIDTH:])
    return _Known(review_of(rows[0]), work, digest, evidence_of(evidence), bool(json.loads(could_be)))


def _says_the_same(known: _Known, incoming: Incoming) -> bool:
    """Whether nothing is new: also where an editor has let out since what came in as a draft."""
    let_out = known.review.status != "draft" and known.digest == incoming.drafted
    return let_out or known.digest == incoming.digest


def _is_to_be_left(stands: Status, wanted: Status) -> bool:
    """Whether an editor's retraction would be undone, or what is out taken back."""
    return wanted != stands and (stands == "retracted" or (stands, wanted) == ("published", "draft"))


def _settled(incoming: Incoming, known: _Known | None, of_work: Set[str]) -> Unit[Entry]:
    """The work that it is about; a known review stays with its own, unless that is still an open question."""
    if known and not known.in_question:
        return incoming.settle([known.work], of_work)
    return incoming.settle((yield from works.named(incoming.forms)), None)


def _dated(review: Review, known: _Known | None, now: int) -> Review:
    """With a date: an undated review keeps the one that it has, or gets one when it is published."""
    today = now if review.status == "published" else 0
    return replace(
        review, published_at=review.published_at or (known.review.published_at if known else 0) or today
    )


def announce(review: ReviewId, work: WorkId, now: int) -> Unit[int]:
    """Owe the alerts of a review that is out now; returns how many.

    None where a store that a backup has replaced since announced it already.
    """
    if (yield "SELECT 1 FROM announced a JOIN reviews r ON r.source = a.source WHERE r.id = ?", (review,)):
        return 0
    rows = yield "SELECT scope, key, name FROM facets WHERE work_id = ?", (work,)
    return (yield from deliveries.owe(review, scopes(work, (Facet(*row) for row in rows)), now))


def come_from(source: str) -> Unit[tuple[ReviewId, Status] | None]:
    """The review that came from there and its status; None where there is none."""
    rows = yield "SELECT id, status FROM reviews WHERE source = ?", (source,)
    return (ReviewId(rows[0][0]), rows[0][1]) if rows else None


def scopes(work: WorkId, facets: Iterable[Facet]) -> list[tuple[Scope, str]]:
    """All that a subscription can name and that a review of this work answers to."""
    return [("all", "all"), ("work", str(work)), *((facet.scope, facet.key) for facet in facets)]


def _insert(number: ReviewId, review: Review, source: str, evidence: Mapping[str, Evidence]) -> Unit[None]:
    yield (
        "INSERT INTO reviews (id, work_id, source, digest, status, revision, published_at, score, verdict, "
        "details, evidence, issued) VALUES (?, ?, ?, '', ?, 1, ?, ?, ?, ?, ?, ?)",
        (
            number, review.work_id, source, review.status, review.published_at,
            review.score, review.verdict, _details(review), evidence_text(evidence),
            None if review.status == "draft" else 1,
        ),
    )  # fmt: skip


def compare(review: ReviewId, forms: Sequence[str]) -> Unit[None]:
    """The works that a review names as alike, by search form, are these now."""
    yield "DELETE FROM comparables WHERE review_id = ?", (review,)
    for form in forms:
        yield (
            "INSERT INTO comparables (form, review_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (form, review),
        )


def revise(known: Review, review: Review, evidence: Mapping[str, Evidence], now: int) -> Unit[None]:
    """A known review says this from now on; what it said before is kept as a revision."""
    yield (
        "INSERT INTO revisions (review_id, revision, replaced_at, score, verdict, details) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (known.id, known.revision, now, known.score, known.verdict, _details(known)),
    )
    yield (
        "UPDATE reviews SET work_id = ?, status = ?, revision = revision + 1, published_at = ?, score = ?, "
        "verdict = ?, details = ?, evidence = ?, issued = "
        "CASE WHEN ? = 'published' THEN COALESCE(issued, revision + 1) ELSE issued END WHERE id = ?",
        (
            review.work_id or known.work_id, review.status, review.published_at, review.score,
            review.verdict, _details(review), evidence_text(evidence), review.status, known.id,
        ),
    )  # fmt: skip


def review_of(row: Sequence[Any]) -> Review:
    """The review in a row's first columns, in the order of COLUMNS."""
    number, work, status, revision, published_at, score, verdict, text, issued = row[:WIDTH]
    details: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(text).items()
    }
    return Review(
        id=ReviewId(number),
        work_id=WorkId(work),
        status=status,
        revision=revision,
        published_at=published_at,
        score=score,
        verdict=verdict,
        issued=issued,
        **details,
    )


def _details(review: Review) -> str:
    details = {
        "outlet": review.outlet,
        "author": review.author,
        "url": review.url,
        "language": review.language,
        "score_text": review.score_text,
        "audience": review.audience,
        "summary": review.summary,
        "spoilers": review.spoilers,
        "pros": review.pros,
        "cons": review.cons,
        "comparables": review.comparables,
        "notes": review.notes,
    }
    return json.dumps(details, ensure_ascii=False, separators=(",", ":"))


def evidence_text(evidence: Mapping[str, Evidence]) -> str:
    """What the fields rest on, as a row keeps it."""
    return json.dumps({name: asdict(each) for name, each in evidence.items()}, ensure_ascii=False)


def evidence_of(text: str) -> dict[str, Evidence]:
    """What the fields rest on, from a row."""
    return {name: Evidence(**each) for name, each in json.loads(text).items()}
