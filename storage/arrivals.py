"""What came in at once: who or which feed brought which reviews, for the record of who did what."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from storage.engine import Row, Unit
from storage.records import Account, Editor, ReviewId, Status, WorkId

FEED = "feed"
TITLES = 3
# What a feed brings within this time is told in one line.
TOGETHER_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Came:
    """A review that came in, new or with something new to say, and what it is about."""

    review: ReviewId
    status: Status
    title: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """How many reviews somebody or a feed (platform "feed") brought, and when (unix time in seconds).

    `source` is the file, the address or what else it was read from, `titles` a few of the works.
    """

    by: Editor
    source: str
    drafts: int
    published: int
    refused: int
    titles: tuple[str, ...]
    done_at: int


def note(number: int, by: Editor, source: str, came: Sequence[Came], refused: int, now: int) -> Unit[None]:
    """Add reviews that came in, and how many were refused, to the arrival of this number, or begin it."""
    account = by.account
    yield (
        "INSERT INTO arrivals (id, platform, number, name, source, drafts, published, refused, titles, "
        "began_at, done_at) VALUES (?, ?, ?, ?, ?, 0, 0, 0, '[]', ?, ?) ON CONFLICT DO NOTHING",
        (number, account.platform, account.number, by.name, source, now, now),
    )
    new = []
    for each in came:
        rows = yield (
            "INSERT INTO arrived (arrival_id, review_id) VALUES (?, ?) ON CONFLICT DO NOTHING "
            "RETURNING review_id",
            (number, each.review),
        )
        new += [each] if rows else []
    drafts = sum(each.status == "draft" for each in new)
    rows = yield "SELECT titles FROM arrivals WHERE id = ?", (number,)
    titles = dict.fromkeys([*json.loads(rows[0][0]), *(each.title for each in new)])
    yield (
        "UPDATE arrivals SET drafts = drafts + ?, published = published + ?, refused = refused + ?, "
        "titles = ?, done_at = ? WHERE id = ?",
        (drafts, len(new) - drafts, refused, json.dumps([*titles][:TITLES]), now, number),
    )


def from_feed(feed: int, review: ReviewId, ids: Callable[[], int], now: int) -> Unit[None]:
    """A feed has just brought a review, or something new in one; what comes within an hour is one arrival."""
    named = yield "SELECT title, address FROM feeds WHERE id = ?", (feed,)
    stands = yield (
        "SELECT r.status, w.title FROM reviews r JOIN works w ON w.id = r.work_id WHERE r.id = ?",
        (review,),
    )
    begun = yield (
        "SELECT id FROM arrivals WHERE platform = ? AND number = ? AND began_at > ? "
        "ORDER BY began_at DESC LIMIT 1",
        (FEED, feed, now - TOGETHER_SECONDS),
    )
    if named and stands:
        (title, address), came = named[0], Came(review, *stands[0])
        by = Editor(Account(FEED, feed), title)
        yield from note(begun[0][0] if begun else ids(), by, address, [came], 0, now)


def latest(work: WorkId | None, limit: int) -> Unit[list[Arrival]]:
    """What came in last, the newest first: of one work's reviews, or of all."""
    about = (
        "WHERE a.id IN (SELECT c.arrival_id FROM reviews r JOIN arrived c ON c.review_id = r.id "
        "WHERE r.work_id = ?) "
    )
    narrowed, args = (about, [work]) if work is not None else ("", [])
    rows = yield (
        "SELECT a.platform, a.number, a.name, a.source, a.drafts, a.published, a.refused, a.titles, "
        f"a.done_at FROM arrivals a {narrowed}ORDER BY a.done_at DESC, a.id DESC LIMIT ?",
        (*args, limit),
    )
    return [_arrival(row) for row in rows]


def _arrival(row: Row) -> Arrival:
    platform, number, name, source, drafts, published, refused, titles, done_at = row
    by = Editor(Account(platform, number), name)
    return Arrival(by, source, drafts, published, refused, tuple(json.loads(titles)), done_at)
