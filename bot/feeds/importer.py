"""Takes reviews in: a draft becomes a work, a review and the alerts it owes, all in one transaction."""

import hashlib
from collections.abc import Sequence, Set
from dataclasses import replace
from functools import partial

from bot.rules.drafts import FRESH_SECONDS, Draft
from bot.rules.identifying import AmbiguousWork, entry_of, follow_up, identify
from bot.rules.matching import forms
from bot.rules.slugs import slug
from storage import Review, ReviewId, Status, Store, Work, WorkId, deliveries, reviews
from storage.engine import Rehearsed, rehearse


async def take_in(
    store: Store, draft: Draft, source: str, now: int, status: Status = "published", dry_run: bool = False
) -> reviews.Published:
    """Write a draft's review: new, changed, or as it was. Alerts are owed for a new one of the last week.

    `source` says which review it is where it has no address of its own. Where the draft could mean several
    known works it is kept as a draft, whatever `status` says.
    """
    fresh = draft.published_at is None or draft.published_at > now - FRESH_SECONDS
    publish = partial(reviews.publish, incoming(draft, source, status), store.ids, now, fresh)
    if not dry_run:
        published = await store.write(publish)
        return replace(published, alerts=published.alerts + await _spread(store))
    try:
        return await store.write(rehearse, publish)
    except Rehearsed as rehearsed:
        outcome: reviews.Published = rehearsed.result
        return outcome


async def _spread(store: Store) -> int:
    """Write the alerts that were too many for one go, votes and others in between."""
    alerts = 0
    while (more := await store.write(deliveries.spread)) is not None:
        alerts += more
    return alerts


def incoming(draft: Draft, source: str, status: Status) -> reviews.Incoming:
    """A draft as the store takes it."""

    def settle(known: Sequence[Work], corrected: Set[str] | None) -> reviews.Entry:
        if corrected is not None:
            return entry_of(follow_up(draft, known[0], corrected))
        try:
            return entry_of(identify(draft, known))
        except AmbiguousWork as doubt:
            # Nothing of the draft goes into a work that it may not be about.
            could_be = tuple(work.id for work in doubt.works)
            return replace(entry_of(doubt.works[0]), could_be=could_be, doubts=doubt.evidence)

    # An assistant answers differently each time; what was read is the same as long as the article is.
    read = draft.unassisted or draft
    return reviews.Incoming(
        review=_review(draft, status),
        source=draft.url or source,
        digest=_digest(read, status),
        drafted=_digest(read, "draft"),
        forms=forms(draft.title, (draft.original, *draft.other_names)),
        settle=settle,
        comparables=tuple(form for name in draft.comparables for form in forms(name, ())),
        evidence=draft.evidence,
    )


def _digest(read: Draft, status: Status) -> str:
    return hashlib.sha256(f"{read!r}{status}".encode()).hexdigest()


def source_of(draft: Draft) -> str:
    """Which review a draft is, where it stands in no file of its own and has no address."""
    parts = (draft.outlet, draft.author, draft.title, str(draft.year or ""), str(draft.season or ""))
    return "review:" + ":".join(map(slug, parts))


def _review(draft: Draft, status: Status) -> Review:
    return Review(
        id=ReviewId(0),
        work_id=WorkId(0),
        outlet=draft.outlet,
        author=draft.author,
        url=draft.url,
        language=draft.language,
        published_at=draft.published_at or 0,
        score_text=draft.score_text,
        score=draft.score,
        verdict=draft.verdict,
        audience=draft.audience,
        summary=draft.summary,
        spoilers=draft.spoilers,
        pros=draft.pros,
        cons=draft.cons,
        comparables=draft.comparables,
        notes=draft.notes,
        status=status,
    )
