"""The feeds that are read, and when each is due next.

A claim only moves `next_at` into the future: when the claimer dies, the feed is due again by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from storage.engine import SKIP_LOCKED, Row, Unit

Trust = Literal["draft", "publish"]

_COLUMNS = (
    "id, address, title, trust, added_by, added_at, paused_at, etag, modified, next_at, period, failures, "
    "error, read_at, changed_at, moved_to, moved_at, flooded_at"
)


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed. Times are unix time in seconds, 0: never; `period` is seconds between two readings.

    `trust` says whether what is read from it without a doubt is published at once or kept as a draft.
    `failures` counts those since the last good reading, `error` is the last one in words. `moved_to` is the
    address that answers in the feed's place, since `moved_at`. `flooded_at` is when it last brought more at
    once than is published unread.
    """

    id: int
    address: str
    title: str = ""
    trust: Trust = "draft"
    added_by: str = ""
    added_at: int = 0
    paused_at: int | None = None
    etag: str = ""
    modified: str = ""
    next_at: int = 0
    period: int = 3_600
    failures: int = 0
    error: str = ""
    read_at: int = 0
    changed_at: int = 0
    moved_to: str = ""
    moved_at: int = 0
    flooded_at: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """What became of a feed itself, and when (unix time in seconds); `name` as it was called then."""

    name: str
    told: str
    done_at: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What a good reading of a feed leaves behind. `changed`: it brought something. `moved_to` is where the
    feed says that it lives for good ("": where it is).
    """

    title: str
    etag: str
    modified: str
    period: int
    next_at: int
    changed: bool = False
    moved_to: str = ""


def add(
    address: str, trust: Trust, added_by: str, number: int, now: int, next_at: int
) -> Unit[tuple[Feed, bool]]:
    """Follow a feed, to be read from `next_at` on; where it is followed already, only its trust changes.

    Tells the feed, and whether it is new.
    """
    rows = yield (
        "INSERT INTO feeds (id, address, title, trust, added_by, added_at, next_at, period) "
        "VALUES (?, ?, '', ?, ?, ?, ?, 3600) ON CONFLICT (address) DO UPDATE SET trust = excluded.trust "
        f"RETURNING {_COLUMNS}",
        (number, address, trust, added_by, now, next_at),
    )
    feed = Feed(*rows[0])
    return feed, feed.id == number


def followed() -> Unit[list[Feed]]:
    """All feeds, the oldest first."""
    rows = yield f"SELECT {_COLUMNS} FROM feeds ORDER BY id", ()
    return [Feed(*row) for row in rows]


def get(feed: int) -> Unit[Feed | None]:
    """The feed of this number, None where there is none."""
    rows = yield f"SELECT {_COLUMNS} FROM feeds WHERE id = ?", (feed,)
    return _one(rows)


def at(address: str) -> Unit[Feed | None]:
    """The feed of this address, None where it is not followed."""
    rows = yield f"SELECT {_COLUMNS} FROM feeds WHERE address = ?", (address,)
    return _one(rows)


def remove(feed: int) -> Unit[None]:
    """Forget a feed and its entries; the reviews that came from it stay."""
    yield "DELETE FROM feeds WHERE id = ?", (feed,)


def pause(feed: int, now: int) -> Unit[None]:
    """Read the feed no more until it is resumed."""
    yield "UPDATE feeds SET paused_at = ? WHERE id = ? AND paused_at IS NULL", (now, feed)


def resume(feed: int, now: int) -> Unit[None]:
    """Read a paused feed again, at once."""
    yield (
        "UPDATE feeds SET paused_at = NULL, failures = 0, error = '', next_at = ? "
        "WHERE id = ? AND paused_at IS NOT NULL",
        (now, feed),
    )


def hurry(feed: int, now: int) -> Unit[None]:
    """Read the feed now, unless it is due earlier."""
    yield "UPDATE feeds SET next_at = ? WHERE id = ? AND next_at > ? AND paused_at IS NULL", (now, feed, now)


def claim(now: int, lease: int) -> Unit[Feed | None]:
    """Take the feed that has been due for longest; unless it is read, it is due again in `lease` seconds."""
    rows = yield (
        "UPDATE feeds SET next_at = ? WHERE id = (SELECT id FROM feeds WHERE paused_at IS NULL "
        f"AND next_at <= ? ORDER BY next_at LIMIT 1 {SKIP_LOCKED}) RETURNING {_COLUMNS}",
        (now + lease, now),
    )
    return _one(rows)


def failed(feed: int, error: str, next_at: int) -> Unit[None]:
    """The feed could not be read."""
    yield (
        "UPDATE feeds SET failures = failures + 1, error = ?, next_at = ? WHERE id = ?",
        (error, next_at, feed),
    )


def rest(feed: int, why: str, told: str, number: int, now: int) -> Unit[None]:
    """Read the feed no more until it is resumed, for this reason; `told` is kept for the record."""
    yield from failed(feed, why, now)
    yield from pause(feed, now)
    yield from happened(feed, told, number, now)


def was_read(feed: int, reading: Reading, now: int) -> Unit[None]:
    """The feed was read, or has not changed since it was."""
    yield (
        "UPDATE feeds SET title = ?, etag = ?, modified = ?, period = ?, next_at = ?, failures = 0, "
        "error = '', read_at = ?, changed_at = CASE WHEN ? = 1 THEN ? ELSE changed_at END, "
        "moved_at = CASE WHEN moved_to = ? THEN moved_at ELSE ? END, moved_to = ? WHERE id = ?",
        (
            reading.title, reading.etag, reading.modified, reading.period, reading.next_at,
            now, int(reading.changed), now, reading.moved_to, now, reading.moved_to, feed,
        ),
    )  # fmt: skip


def move(feed: int, address: str, trust: Trust, told: str, number: int, now: int) -> Unit[bool]:
    """The feed has another address from now on; `told` is kept for the record.

    False: another feed has that address, and nothing was changed.
    """
    if (yield "SELECT 1 FROM feeds WHERE address = ? AND id <> ?", (address, feed)):
        return False
    yield from happened(feed, told, number, now)
    yield (
        "UPDATE feeds SET address = ?, trust = ?, moved_to = '', moved_at = 0 WHERE id = ?",
        (address, trust, feed),
    )
    return True


def happened(feed: int, told: str, number: int, now: int) -> Unit[None]:
    """Something became of a feed itself: it is kept for the record, under this number."""
    yield (
        "INSERT INTO feed_events (id, feed_id, name, told, done_at) SELECT CAST(? AS BIGINT), id, "
        "CASE WHEN title = '' THEN address ELSE title END, CAST(? AS TEXT), CAST(? AS BIGINT) "
        "FROM feeds WHERE id = ?",
        (number, told, now, feed),
    )


def last_event(feed: int, since: int) -> Unit[Event | None]:
    """What became of one feed last, None where nothing did since then."""
    rows = yield (
        "SELECT name, told, done_at FROM feed_events WHERE feed_id = ? AND done_at >= ? "
        "ORDER BY id DESC LIMIT 1",
        (feed, since),
    )
    return Event(*rows[0]) if rows else None


def events(limit: int) -> Unit[list[Event]]:
    """What became of feeds last, the newest first."""
    rows = yield "SELECT name, told, done_at FROM feed_events ORDER BY id DESC LIMIT ?", (limit,)
    return [Event(*row) for row in rows]


def _one(rows: Sequence[Row]) -> Feed | None:
    return Feed(*rows[0]) if rows else None
