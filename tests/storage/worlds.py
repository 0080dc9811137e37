"""Builders of works, reviews, places and votes: name what a test is about, the rest is made up."""

import itertools
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Any

from storage import (
    Account,
    Credit,
    Facet,
    Kind,
    Place,
    Review,
    ReviewId,
    Scope,
    Status,
    Store,
    Subscription,
    Verdict,
    Work,
    WorkId,
    deliveries,
    reviews,
    subscriptions,
    votes,
)
from storage.engine import Unit

NOW = 1_800_000_000
DAY = 86_400
ANA = Account("discord", 1)
BEN = Account("telegram", 2)
_sources = itertools.count(1)


def a_work(
    *,
    id: int = 0,
    title: str = "Ballerina",
    kind: Kind = "film",
    year: int | None = 2023,
    season: int | None = None,
    names: tuple[str, ...] = (),
    platform: str = "",
    genres: tuple[str, ...] = (),
    people: tuple[str, ...] = (),
) -> Work:
    """A work; id 0: the store gives it one."""
    return Work(
        WorkId(id), kind, title, year, season,
        other_names=names, platform=platform, genres=genres, people=tuple(Credit(name) for name in people),
    )  # fmt: skip


def forms_of(work: Work) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.casefold() for name in (work.title, *work.other_names)))


def facets_of(work: Work) -> tuple[Facet, ...]:
    """Its genres, platform and people; keys are lower-case words joined by hyphens."""
    named: list[tuple[Scope, str]] = [("genre", genre) for genre in work.genres]
    named += [("platform", work.platform)] if work.platform else []
    named += [("person", credit.name) for credit in work.people]
    return tuple(Facet(scope, name.casefold().replace(" ", "-"), name) for scope, name in named)


def an_incoming(
    work: Work | None = None,
    *,
    source: str = "",
    digest: str = "first",
    status: Status = "published",
    published_at: int = NOW,
    score: float | None = 80.0,
    verdict: Verdict | None = "watch",
    summary: str = "A dancer takes revenge.",
    comparables: tuple[str, ...] = (),
) -> reviews.Incoming:
    """A review on its way in, of a work with this title, kind and year: the known one, or a new one."""
    work = work or a_work()
    review = Review(
        ReviewId(0), WorkId(0), published_at=published_at, score=score, verdict=verdict,
        summary=summary, pros=("The fights",), comparables=comparables, status=status,
    )  # fmt: skip

    def settle(known: Sequence[Work], corrected: Set[str] | None) -> reviews.Entry:
        own = corrected is not None
        same = [each for each in known if own or (each.kind, each.year) == (work.kind, work.year)]
        settled = Work(
            same[0].id if same else work.id, work.kind, work.title, work.year, work.season,
            work.original, work.other_names, work.platform, work.genres, work.people,
        )  # fmt: skip
        return reviews.Entry(settled, forms_of(work), facets_of(work))

    return reviews.Incoming(
        review=review,
        source=source or f"review:{next(_sources)}",
        digest=digest,
        forms=forms_of(work),
        settle=settle,
        comparables=tuple(name.casefold() for name in comparables),
    )


async def publish(
    store: Store, incoming: reviews.Incoming, now: int = NOW, alert: bool = True
) -> reviews.Published:
    return await store.write(reviews.publish, incoming, store.ids, now, alert)


@dataclass(frozen=True, slots=True)
class Shelved:
    """A published review and its work."""

    work: WorkId
    review: ReviewId


async def shelve(
    store: Store,
    title: str = "Ballerina",
    *,
    published_at: int = NOW,
    score: float | None = 80.0,
    year: int | None = 2023,
    genres: tuple[str, ...] = (),
    platform: str = "",
    people: tuple[str, ...] = (),
    comparables: tuple[str, ...] = (),
    alert: bool = False,
) -> Shelved:
    """Publish a review of a work with this title; tells their numbers."""
    work = a_work(title=title, year=year, genres=genres, platform=platform, people=people)
    incoming = an_incoming(work, published_at=published_at, score=score, comparables=comparables)
    published = await publish(store, incoming, alert=alert)
    rows = await look(store, "SELECT work_id FROM reviews WHERE id = ?", published.review_id)
    return Shelved(WorkId(int(rows[0][0])), published.review_id)


async def cast(store: Store, account: Account, work: int, value: int | None, now: int = NOW) -> None:
    receipt = await store.write(votes.cast, account, WorkId(work), value, now, store.ids())
    assert receipt is not None, "no such work"


async def follow(
    store: Store, place: Place, scope: Scope = "all", key: str = "all", now: int = NOW
) -> Subscription:
    ids = (store.ids(), store.ids())
    subscription, _ = await store.write(subscriptions.add, place, scope, key, key.title(), ids, now)
    return subscription


async def owe(store: Store, review: int, now: int = NOW, *scopes: tuple[Scope, str]) -> int:
    return await store.write(deliveries.owe, ReviewId(review), scopes or (("all", "all"),), now)


async def look(store: Store, sql: str, *args: object) -> list[tuple[Any, ...]]:
    """Rows straight from the tables, for what no unit of work tells."""

    def unit() -> Unit[list[tuple[Any, ...]]]:
        rows = yield sql, args
        return [tuple(row) for row in rows]

    return await store.read(unit)


async def number(store: Store, sql: str, *args: object) -> int:
    """The one number that a query gives."""
    ((value,),) = await look(store, sql, *args)
    assert isinstance(value, int), value
    return value


async def rows_in(store: Store, table: str) -> int:
    return await number(store, f"SELECT COUNT(*) FROM {table}")  # noqa: S608 - a test names it


def next_due(platform: str) -> Unit[int | None]:
    """When the next alert for a platform is due, unix time in seconds; None: nothing is owed."""
    rows = yield (
        "SELECT MIN(due_at) FROM deliveries WHERE platform = ? AND state = 'due'",
        (platform,),
    )
    return rows[0][0] if rows else None
