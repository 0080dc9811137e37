"""Reviews and their revisions: what comes in, and the alerts that it owes."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from storage import cards, deliveries, works
from storage.engine import Unit
from storage.records import Evidence, Facet, Review, ReviewId, Scope, Status, Work, WorkId

COLUMNS = (
    "r.id, r.work_id, r.status, r.revision, r.published_at, r.score, r.verdict, r.details, "
    "COALESCE(r.issued, r.revision)"
)
WIDTH = 9


@dataclass(frozen=True, slots=True)
class Entry:
    """A work as it is to be written, with its search forms and facets."""

    work: Work
    forms: tuple[str, ...]
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A review on its way in. `source` says which review it is, `digest` what it says.

    `forms` are the search forms of its work's names. `settle` says which work to write (id 0: a new
    one): it is given the works that have one of the forms or, with True, the review's own work.
    """

    review: Review
    source: str
    digest: str
    forms: tuple[str, ...]
    settle: Callable[[Sequence[Work], bool], Entry]
    comparables: tuple[str, ...]
    evidence: Mapping[str, Evidence] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Published:
    """What became of an incoming review, and how many alerts are now owed for it."""

    outcome: Literal["new", "changed", "unchanged"]
    review_id: ReviewId
    alerts: int = 0


def publish(incoming: Incoming, ids: Callable[[], int], now: int, alert: bool) -> Unit[Published]:
    """Write a review, its work and, where it is new and `alert`, the alerts that are owed for it."""
    known = yield (
        f"SELECT {COLUMNS}, r.digest FROM reviews r WHERE r.source = ?",
        (incoming.source,),
    )
    if known and known[0][WIDTH] == incoming.digest:
        return Published("unchanged", ReviewId(known[0][0]))
    if known:
        candidates = yield from works.get([WorkId(known[0][1])])
    else:
        candidates = yield from works.named(incoming.forms)
    entry = incoming.settle(candidates, bool(known))
    work = entry.work if entry.work.id else replace(entry.work, id=WorkId(ids()))
    yield from works.save(work, entry.forms, entry.facets)
    if known:
        review = ReviewId(known[0][0])
        yield from revise(review_of(known[0]), incoming.review, incoming.evidence, now)
        yield "UPDATE reviews SET digest = ? WHERE id = ?", (incoming.digest, review)
    else:
        review = ReviewId(ids())
        yield from _insert(review, work.id, incoming)
    yield from compare(review, incoming.comparables)
    yield from cards.changed(work.id)
    was_out = bool(known) and known[0][2] == "published"
    owed = 0
    tells = alert and incoming.review.status == "published" and not was_out
    if tells and not (yield from _announced(incoming.source)):
        owed = yield from deliveries.owe(review, scopes(work.id, entry.facets), now)
    return Published("changed" if known else "new", review, owed)


def _announced(source: str) -> Unit[bool]:
    """Whether a review was announced by a store that a backup has replaced since."""
    return bool((yield "SELECT 1 FROM announced WHERE source = ?", (source,)))


def come_from(source: str) -> Unit[tuple[ReviewId, Status] | None]:
    """The review that came from there and its status; None where there is none."""
    rows = yield "SELECT id, status FROM reviews WHERE source = ?", (source,)
    return (ReviewId(rows[0][0]), rows[0][1]) if rows else None


def scopes(work: WorkId, facets: Iterable[Facet]) -> list[tuple[Scope, str]]:
    """All that a subscription can name and that a review of this work answers to."""
    return [("all", "all"), ("work", str(work)), *((facet.scope, facet.key) for facet in facets)]


def _insert(number: ReviewId, work: WorkId, incoming: Incoming) -> Unit[None]:
    review = incoming.review
    yield (
        "INSERT INTO reviews (id, work_id, source, digest, status, revision, published_at, score, verdict, "
        "details, evidence, issued) VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)",
        (
            number, work, incoming.source, incoming.digest, review.status, review.published_at,
            review.score, review.verdict, _details(review), evidence_text(incoming.evidence),
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
