"""Takes reviews in: a draft becomes a work, a review and the alerts it owes, all in one transaction."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.rules.drafts import FRESH_SECONDS, Draft
from bot.rules.identifying import facets_of, follow_up, identify
from bot.rules.matching import forms
from bot.rules.slugs import slug
from storage import Review, ReviewId, Status, Store, Work, WorkId, deliveries, reviews
from storage.engine import Rehearsed, rehearse


async def take_in(
    store: Store, draft: Draft, source: str, now: int, status: Status = "published", dry_run: bool = False
) -> reviews.Published:
    """Write a draft's review: new, changed, or as it was. Alerts are owed for a new one of the last week.

    `source` says which review it is where it has no address of its own. Raises AmbiguousWork where the
    draft could mean several known works.
    """
    fresh = draft.published_at is None or draft.published_at > now - FRESH_SECONDS
    publish = partial(reviews.publish, incoming(draft, source, now, status), store.ids, now, fresh)
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


def incoming(draft: Draft, source: str, now: int, status: Status) -> reviews.Incoming:
    """A draft as the store takes it."""

    def settle(known: Sequence[Work], own: bool) -> reviews.Entry:
        work = follow_up(draft, known[0]) if own else identify(draft, known)
        names = (work.original, *work.other_names)
        return reviews.Entry(work, forms(work.title, names), facets_of(work))

    # An assistant answers differently each time; what was read is the same as long as the article is.
    digest = hashlib.sha256(f"{draft.unassisted or draft!r}{status}".encode()).hexdigest()
    return reviews.Incoming(
        review=_review(draft, now, status),
        source=draft.url or source,
        digest=digest,
        forms=forms(draft.title, (draft.original, *draft.other_names)),
        settle=settle,
        comparables=tuple(form for name in draft.comparables for form in forms(name, ())),
        evidence=draft.evidence,
    )


def source_of(draft: Draft) -> str:
    """Which review a draft is, where it stands in no file of its own and has no address."""
    parts = (draft.outlet, draft.author, draft.title, str(draft.year or ""), str(draft.season or ""))
    return "review:" + ":".join(map(slug, parts))


def _review(draft: Draft, now: int, status: Status) -> Review:
    return Review(
        id=ReviewId(0),
        work_id=WorkId(0),
        outlet=draft.outlet,
        author=draft.author,
        url=draft.url,
        language=draft.language,
        published_at=_date(draft, now, status),
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


def _date(draft: Draft, now: int, status: Status) -> int:
    """When the review came out; an undated draft gets its date when it is published."""
    if draft.published_at is not None:
        return draft.published_at
    return 0 if status == "draft" else now
