"""The entries of feeds: which are known, which wait to be taken in, and what became of the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from storage import reviews
from storage.engine import SKIP_LOCKED, Row, Unit
from storage.feeds import Reading, was_read
from storage.works import marks, padded

Fate = Literal["waiting", "known", "draft", "published", "refused", "skipped"]

THERE_ALREADY = "this review is there already, from elsewhere"
TOUCHED = "somebody has changed or retracted the review here since; it was left as it is"
UNSURE = (
    "it was edited where it came from, and I am not sure of what it says now; the review was left as it is"
)


@dataclass(frozen=True, slots=True)
class Known:
    """An entry as the store knows it: its name, what it said, what became of it, and in which review."""

    name: str
    digest: str
    fate: Fate
    source: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is to be noted of an entry: `body` is its content where it waits, else empty.

    `source` is which review it is in, where that is known.
    """

    name: str
    digest: str
    fate: Fate
    body: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry that waits to be taken in, claimed for the `tries`th time."""

    feed: int
    name: str
    digest: str
    body: str
    source: str
    tries: int


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of an entry; `why` in words where it brought no review."""

    name: str
    fate: Fate
    why: str
    first_seen: int


Decide = Callable[[Sequence[Known], bool], Sequence[Seen]]


def note(
    feed: int,
    names: Sequence[str],
    digests: Sequence[str],
    decide: Decide,
    reading: Callable[[bool], Reading],
    now: int,
) -> Unit[Sequence[Seen]]:
    """Note a reading with the entries that `decide` finds worth it, all in one: a kill between loses none.

    `decide` is given what is known of these names and digests, and whether this is the feed's first reading;
    `reading`, whether the feed brought anything.
    Tells what it noted; empty also where the feed was removed meanwhile.
    """
    rows = yield "SELECT read_at FROM feeds WHERE id = ?", (feed,)
    if not rows:
        return ()
    known = yield from _known(feed, names, digests)
    noted = decide(known, not rows[0][0])
    for seen in noted:
        yield (
            "INSERT INTO entries (feed_id, name, digest, fate, first_seen, due_at, body, source) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (feed_id, name) DO UPDATE SET "
            "digest = excluded.digest, fate = excluded.fate, due_at = excluded.due_at, body = excluded.body, "
            "tries = 0, why = ''",
            (feed, seen.name, seen.digest, seen.fate, now, now, seen.body, seen.source),
        )
    yield from was_read(feed, reading(any(seen.fate == "waiting" for seen in noted)), now)
    return noted


def _known(feed: int, names: Sequence[str], digests: Sequence[str]) -> Unit[list[Known]]:
    found: dict[str, Known] = {}
    for column, values in (("name", names), ("digest", digests)):
        if values:
            rows = yield (
                "SELECT name, digest, fate, source FROM entries "
                f"WHERE feed_id = ? AND {column} IN ({marks(values)})",
                (feed, *padded(values)),
            )
            found |= {row[0]: Known(*row) for row in rows}
    return list(found.values())


def claim(now: int, lease: int) -> Unit[Waiting | None]:
    """Take up the entry that waits for longest; unless settled, it is due again in `lease` seconds."""
    rows = yield (
        "UPDATE entries SET due_at = ?, tries = tries + 1 WHERE (feed_id, name) IN (SELECT feed_id, name "
        f"FROM entries WHERE fate = 'waiting' AND due_at <= ? ORDER BY due_at LIMIT 1 {SKIP_LOCKED}) "
        "RETURNING feed_id, name, digest, body, source, tries",
        (now + lease, now),
    )
    return Waiting(*rows[0]) if rows else None


def take(
    waiting: Waiting, incoming: reviews.Incoming, ids: Callable[[], int], now: int, alert: bool
) -> Unit[Fate | None]:
    """Write a waiting entry's review and what became of the entry, in one; None: it waits no more.

    A review that somebody else has changed since, or brought, is left as it is.
    """
    if not (yield from _still_waits(waiting)):
        return None
    incoming = replace(incoming, source=waiting.source or incoming.source)
    found = yield "SELECT id, revision, status FROM reviews WHERE source = ?", (incoming.source,)
    if found and (why := (yield from _hands_off(waiting, found[0], incoming.review.status))):
        yield from settle(waiting, "skipped", why)
        return "skipped"
    published = yield from reviews.publish(incoming, ids, now, alert)
    rows = yield "SELECT revision, status FROM reviews WHERE id = ?", (published.review_id,)
    revision, status = rows[0]
    yield from settle(waiting, status, "")
    yield (
        "UPDATE entries SET source = ?, review_id = ?, revision = ?, written = ? "
        "WHERE feed_id = ? AND name = ?",
        (incoming.source, published.review_id, revision, status, waiting.feed, waiting.name),
    )
    fate: Fate = status
    return fate


def _still_waits(waiting: Waiting) -> Unit[bool]:
    rows = yield (
        "SELECT 1 FROM entries WHERE feed_id = ? AND name = ? AND digest = ? AND fate = 'waiting'",
        (waiting.feed, waiting.name, waiting.digest),
    )
    return bool(rows)


def _hands_off(waiting: Waiting, standing: Row, wanted: str) -> Unit[str]:
    """Why a review that stands is not to be written over; empty: it may be."""
    review, revision, status = standing
    left = yield (
        "SELECT revision, written FROM entries WHERE review_id = ? AND feed_id = ?",
        (review, waiting.feed),
    )
    if not left:
        return THERE_ALREADY
    if (revision, status) not in {(row[0], row[1]) for row in left}:
        return TOUCHED
    return UNSURE if (status, wanted) == ("published", "draft") else ""


def settle(waiting: Waiting, fate: Fate, why: str) -> Unit[None]:
    """The entry waits no more. Without effect where it was edited since it was claimed."""
    yield (
        "UPDATE entries SET fate = ?, why = ?, body = '' WHERE feed_id = ? AND name = ? AND digest = ? "
        "AND fate = 'waiting'",
        (fate, why, waiting.feed, waiting.name, waiting.digest),
    )


def postpone(waiting: Waiting, due_at: int, why: str) -> Unit[None]:
    """Take the entry up again at `due_at`."""
    yield (
        "UPDATE entries SET due_at = ?, why = ? WHERE feed_id = ? AND name = ? AND digest = ? "
        "AND fate = 'waiting'",
        (due_at, why, waiting.feed, waiting.name, waiting.digest),
    )


def counts(feed: int) -> Unit[dict[Fate, int]]:
    """How many of a feed's entries came to which fate."""
    rows = yield "SELECT fate, COUNT(*) FROM entries WHERE feed_id = ? GROUP BY fate", (feed,)
    return dict(map(tuple, rows))


def troubled(feed: int, count: int) -> Unit[list[Settled]]:
    """The newest entries of a feed that brought no review although they should have."""
    rows = yield (
        "SELECT name, fate, why, first_seen FROM entries WHERE feed_id = ? "
        "AND fate IN ('refused', 'skipped') AND why != '' ORDER BY first_seen DESC, name LIMIT ?",
        (feed, count),
    )
    return [Settled(*row) for row in rows]
