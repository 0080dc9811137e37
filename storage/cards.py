"""The cards that stand in chats: which work each shows, and whether that is still true.

What a work's card shows has changed so many times: that number is the card's edition. A card is stale
while the edition that it shows is older than the work's.
"""

from collections.abc import Sequence

from storage import works
from storage.engine import Row, Unit
from storage.records import Place, PostedCard, ReviewId, Shown, SubscriptionId, WorkId

KEPT = 20
MOST = 2**31

_NOW = "COALESCE((SELECT edition FROM tallies WHERE work_id = ?), 0)"


def changed(work: WorkId) -> Unit[None]:
    """What a work's card shows has changed otherwise than by a vote: there is a new edition.

    Part of the unit of work that makes the change.
    """
    yield (
        "INSERT INTO tallies (work_id, edition) VALUES (?, 1) "
        "ON CONFLICT (work_id) DO UPDATE SET edition = tallies.edition + 1",
        (work,),
    )
    yield from outdated(work)


def outdated(work: WorkId) -> Unit[None]:
    """There is a new edition of a work's card: those that stand are stale."""
    yield "UPDATE cards SET stale = 1 WHERE work_id = ? AND stale = 0", (work,)


def namesake_changed(work: WorkId, sought: Sequence[str]) -> Unit[None]:
    """A work is new, or is to be called otherwise: the cards of all that share a name with it count it anew.

    `sought` are the search forms that it is to have. Part of the unit of work that changes it, before that.
    """
    had = yield "SELECT form FROM names WHERE work_id = ?", (work,)
    forms = [*sought, *(row[0] for row in had)]
    if not forms:
        return
    others = yield (
        f"SELECT DISTINCT work_id FROM names WHERE form IN ({works.marks(forms)}) AND work_id <> ?",
        (*works.padded(forms), work),
    )
    for row in others:
        yield from changed(WorkId(row[0]))


def posted(place: Place, message: str, shown: Shown, now: int, keep: int = KEPT) -> Unit[None]:
    """A message shows a work's card from now on, whatever it showed before.

    Of a work's cards on one platform only the `keep` that were posted or pressed last are remembered.
    """
    if not keep:
        yield from forget(place, message)
        return
    yield (
        "INSERT INTO cards (platform, chat, message, thread, kind, work_id, alert_id, review_id, again, "
        "posted_at, drawn_at, drawn, stale) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, "
        f"CASE WHEN {_NOW} > ? THEN 1 ELSE 0 END) "
        "ON CONFLICT (platform, chat, message) DO UPDATE SET work_id = excluded.work_id, "
        "alert_id = excluded.alert_id, review_id = excluded.review_id, again = excluded.again, "
        "posted_at = excluded.posted_at, "
        "drawn_at = excluded.posted_at, drawn = excluded.drawn, stale = excluded.stale",
        (
            place.platform, place.chat, message, place.thread, place.kind, shown.work, shown.alert,
            shown.review, int(shown.again), now, shown.edition, shown.work, shown.edition,
        ),
    )  # fmt: skip
    yield (
        "DELETE FROM cards WHERE platform = ? AND (chat, message) IN (SELECT chat, message FROM cards "
        "WHERE platform = ? AND work_id = ? AND NOT (chat = ? AND message = ?) "
        "ORDER BY posted_at DESC LIMIT ? OFFSET ?)",
        (place.platform, place.platform, shown.work, place.chat, message, MOST, keep - 1),
    )


def keep_newest(platform: str, keep: int) -> Unit[None]:
    """Of each work's cards on a platform, remember no more than the `keep` posted or pressed last."""
    yield (
        "DELETE FROM cards WHERE platform = ? AND (chat, message) IN (SELECT chat, message FROM "
        "(SELECT chat, message, ROW_NUMBER() OVER (PARTITION BY work_id ORDER BY posted_at DESC) AS place "
        "FROM cards WHERE platform = ?) ranked WHERE place > ?)",
        (platform, platform, keep),
    )


def stale(
    platform: str, now: int, gap: int, limit: int, besides: Sequence[int] = ()
) -> Unit[list[PostedCard]]:
    """A platform's cards that are not true any more, the newest first, besides those in some chats.

    One that was redrawn less than `gap` seconds ago is left to wait, so that many votes are one redraw.
    """
    other = f"AND chat NOT IN ({works.marks(besides)})" if besides else ""
    rows = yield (
        "SELECT platform, chat, thread, kind, message, work_id, drawn, alert_id, again, review_id FROM cards "
        f"WHERE platform = ? AND stale = 1 AND drawn_at <= ? {other} ORDER BY posted_at DESC LIMIT ?",
        (platform, now - gap, *(works.padded(besides) if besides else ()), limit),
    )
    return [_card(row) for row in rows]


def drawn(card: PostedCard, edition: int, now: int) -> Unit[None]:
    """The card shows this edition now, unless the message has become something else meanwhile."""
    yield (
        f"UPDATE cards SET drawn = ?, drawn_at = ?, stale = CASE WHEN {_NOW} > ? THEN 1 ELSE 0 END "
        "WHERE platform = ? AND chat = ? AND message = ? AND work_id = ?",
        (
            edition, now, card.shown.work, edition,
            card.place.platform, card.place.chat, card.message, card.shown.work,
        ),
    )  # fmt: skip


def forget(place: Place, message: str) -> Unit[None]:
    """A message is gone, or shows no card any more."""
    yield (
        "DELETE FROM cards WHERE platform = ? AND chat = ? AND message = ?",
        (place.platform, place.chat, message),
    )


def _card(row: Row) -> PostedCard:
    platform, chat, thread, kind, message, work, edition, alert, again, review = row
    shown = Shown(WorkId(work), edition, SubscriptionId(alert), bool(again), ReviewId(review))
    return PostedCard(Place(platform, chat, thread, kind), message, shown)
