"""The entries of feeds: which are known, which wait to be taken in, and what became of the others."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from storage import arrivals, reviews
from storage.engine import SKIP_LOCKED, Unit
from storage.feeds import Reading, happened, was_read
from storage.records import Status
from storage.works import marks, padded

Fate = Literal["waiting", "known", "draft", "published", "refused", "skipped"]

DAY = 86_400
# A site writes a few reviews a week. One that suddenly brings dozens has been taken over, or has dated its
# archive anew: so many are published unread after one reading and within a day.
AT_ONCE, A_DAY = 5, 20
FLOODS = f"brought more than is published unread ({AT_ONCE} a reading, {A_DAY} a day); the rest are drafts"
# An entry that has not stood in its feed for so long, or so many newer ones ago, leaves but a mark.
KEPT_SECONDS = 180 * DAY
KEPT = 2_000
_FORGOTTEN_AT_ONCE = 256
THERE_ALREADY = "this review is there already, from elsewhere"
TOUCHED = "the review has been changed from elsewhere since; it was left as it is"
RETRACTED = "an editor has retracted the review here; it was left as it is"
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
    """An entry that waits to be taken in, claimed for the `tries`th time.

    `away_since` is since when its site has been away (unix time in seconds, 0: it is not).
    """

    feed: int
    name: str
    digest: str
    body: str
    source: str
    tries: int
    away_since: int = 0


@dataclass(frozen=True, slots=True)
class _Stands:
    """A review that is there already: whether this feed brought it, whether nobody but editors has changed it
    since (`own`), and whether an editor has.
    """

    status: Status
    brought: bool
    own: bool
    edited: bool


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
            "INSERT INTO entries (feed_id, name, digest, fate, first_seen, due_at, body, source, seen_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (feed_id, name) DO UPDATE SET "
            "digest = excluded.digest, fate = excluded.fate, due_at = excluded.due_at, body = excluded.body, "
            "tries = 0, why = '', away_since = 0",
            (feed, seen.name, seen.digest, seen.fate, now, now, seen.body, seen.source, now),
        )
    yield from _stand_there(feed, names, now)
    yield from _forget(feed, now)
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
    # Before those of which more is left, so that these count where both are found.
    return [*(yield from _bygone(feed, names, digests)), *found.values()]


def _bygone(feed: int, names: Sequence[str], digests: Sequence[str]) -> Unit[list[Known]]:
    """What is known by a mark alone: it has been here, whatever became of it."""
    by_mark = {_mark("name", name): Known(name, "", "known") for name in names}
    by_mark |= {_mark("digest", digest): Known("", digest, "known") for digest in digests}
    if not by_mark:
        return []
    rows = yield (
        f"SELECT mark FROM bygones WHERE feed_id = ? AND mark IN ({marks([*by_mark])})",
        (feed, *padded([*by_mark])),
    )
    return [by_mark[row[0]] for row in rows]


def _stand_there(feed: int, names: Sequence[str], now: int) -> Unit[None]:
    """These entries stand in the feed now; written down once a day."""
    if names:
        yield (
            f"UPDATE entries SET seen_at = ? WHERE feed_id = ? AND seen_at <= ? AND name IN ({marks(names)})",
            (now, feed, now - DAY, *padded(names)),
        )


def _forget(feed: int, now: int) -> Unit[None]:
    """Leave but marks of the entries that have long been gone from the feed, some at each reading."""
    last = yield (
        "SELECT seen_at FROM entries WHERE feed_id = ? ORDER BY seen_at DESC LIMIT 1 OFFSET ?",
        (feed, KEPT),
    )
    # What was seen within a day may stand there still.
    before = min(now - DAY, max(now - KEPT_SECONDS, last[0][0] if last else 0))
    old = yield (
        "SELECT name, digest FROM entries WHERE feed_id = ? AND seen_at <= ? AND fate <> 'waiting' "
        "ORDER BY seen_at LIMIT ?",
        (feed, before, _FORGOTTEN_AT_ONCE),
    )
    for name, digest in old:
        yield (
            "INSERT INTO bygones (feed_id, mark) VALUES (?, ?), (?, ?) ON CONFLICT DO NOTHING",
            (feed, _mark("name", name), feed, _mark("digest", digest)),
        )
        yield "DELETE FROM entries WHERE feed_id = ? AND name = ?", (feed, name)


def _mark(what: str, text: str) -> int:
    """64 bits of a hash: with a million marks in a feed, one entry in ten billion is taken for another."""
    told = f"{what} {text}".encode("utf-8", "replace")
    return int.from_bytes(hashlib.sha256(told).digest()[:8], signed=True)


def claim(now: int, lease: int) -> Unit[Waiting | None]:
    """Take up the entry that waits for longest; unless settled, it is due again in `lease` seconds."""
    rows = yield (
        "UPDATE entries SET due_at = ?, tries = tries + 1 WHERE (feed_id, name) IN (SELECT feed_id, name "
        f"FROM entries WHERE fate = 'waiting' AND due_at <= ? ORDER BY due_at LIMIT 1 {SKIP_LOCKED}) "
        "RETURNING feed_id, name, digest, body, source, tries, away_since",
        (now + lease, now),
    )
    return Waiting(*rows[0]) if rows else None


def take(
    waiting: Waiting, incoming: reviews.Incoming, ids: Callable[[], int], now: int, alert: bool
) -> Unit[Fate | None]:
    """Write a waiting entry's review and what became of the entry, in one; None: it waits no more.

    What editors have set of it stays, and a draft that they have a hand in waits for them. A review that was
    retracted, or that somebody else brought or changed, is left as it is. Of a flood only the first few are
    published, see AT_ONCE; the others are drafts.
    """
    if not (yield from _still_waits(waiting)):
        return None
    incoming = replace(incoming, source=waiting.source or incoming.source)
    stands = yield from _stands(waiting.feed, incoming.source)
    if stands and not stands.own:
        return (yield from _skipped(waiting, TOUCHED if stands.brought else THERE_ALREADY))
    was_out = stands is not None and stands.status == "published"
    waits = stands is not None and stands.status == "draft" and stands.edited
    to_let_out = incoming.review.status == "published" and not was_out
    if to_let_out and (waits or (yield from _floods(waiting.feed, ids, now))):
        incoming = replace(incoming, review=replace(incoming.review, status="draft"))
    published = yield from reviews.publish(incoming, ids, now, alert)
    if published.status == "retracted" or published.outcome == "left":
        return (yield from _skipped(waiting, RETRACTED if published.status == "retracted" else UNSURE))
    rows = yield "SELECT revision FROM reviews WHERE id = ?", (published.review_id,)
    yield from settle(waiting, published.status, "")
    if published.outcome != "unchanged":
        yield from arrivals.from_feed(waiting.feed, published.review_id, ids, now)
    let_out = published.status == "published" and not was_out
    yield (
        "UPDATE entries SET source = ?, review_id = ?, revision = ?, written = ?, "
        "out_at = CASE WHEN ? = 1 THEN ? ELSE out_at END WHERE feed_id = ? AND name = ?",
        (
            incoming.source, published.review_id, rows[0][0], published.status,
            int(let_out), now, waiting.feed, waiting.name,
        ),
    )  # fmt: skip
    return published.status


def _skipped(waiting: Waiting, why: str) -> Unit[Fate]:
    yield from settle(waiting, "skipped", why)
    return "skipped"


def _floods(feed: int, ids: Callable[[], int], now: int) -> Unit[bool]:
    """Whether a feed has let out as many reviews as may go unread; that it does is told once in a day."""
    rows = yield (
        "SELECT f.flooded_at, (SELECT COUNT(*) FROM entries WHERE feed_id = f.id AND out_at >= f.read_at "
        "AND out_at > 0), (SELECT COUNT(*) FROM entries WHERE feed_id = f.id AND out_at > ? "
        "AND out_at > 0) "
        "FROM feeds f WHERE f.id = ?",
        (max(0, now - DAY), feed),
    )
    if not rows or (rows[0][1] < AT_ONCE and rows[0][2] < A_DAY):
        return False
    if rows[0][0] <= now - DAY:
        yield "UPDATE feeds SET flooded_at = ? WHERE id = ?", (now, feed)
        yield from happened(feed, FLOODS, ids(), now)
    return True


def _still_waits(waiting: Waiting) -> Unit[bool]:
    rows = yield (
        "SELECT 1 FROM entries WHERE feed_id = ? AND name = ? AND digest = ? AND fate = 'waiting'",
        (waiting.feed, waiting.name, waiting.digest),
    )
    return bool(rows)


def _stands(feed: int, source: str) -> Unit[_Stands | None]:
    rows = yield "SELECT id, revision, status FROM reviews WHERE source = ?", (source,)
    if not rows:
        return None
    review, revision, status = rows[0]
    left = yield "SELECT revision FROM entries WHERE review_id = ? AND feed_id = ?", (review, feed)
    edits = yield "SELECT revision FROM deeds WHERE review_id = ? AND what = 'edited'", (review,)
    own = any(revision == row[0] + sum(edit[0] > row[0] for edit in edits) for row in left)
    return _Stands(status, bool(left), own, bool(edits))


def settle(waiting: Waiting, fate: Fate, why: str) -> Unit[None]:
    """The entry waits no more. Without effect where it was edited since it was claimed."""
    yield (
        "UPDATE entries SET fate = ?, why = ?, body = '' WHERE feed_id = ? AND name = ? AND digest = ? "
        "AND fate = 'waiting'",
        (fate, why, waiting.feed, waiting.name, waiting.digest),
    )


def postpone(waiting: Waiting, due_at: int, why: str, away_since: int = 0) -> Unit[None]:
    """Take the entry up again at `due_at`.

    While its site is away (`away_since`: unix time in seconds, 0: it is not), a try does not count.
    """
    yield (
        "UPDATE entries SET due_at = ?, why = ?, away_since = ?, tries = tries - ? "
        "WHERE feed_id = ? AND name = ? AND digest = ? AND fate = 'waiting'",
        (due_at, why, away_since, int(away_since > 0), waiting.feed, waiting.name, waiting.digest),
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
