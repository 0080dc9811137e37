"""Alerts that are owed: written with the review, claimed for a while, settled one by one.

due -> sent | failed | cancelled, and due -> held -> due while a place shuts us out. A claim only moves
`due_at` into the future: when the claimer dies, the alert is due again by itself.
"""

from collections.abc import Sequence

from storage.engine import SKIP_LOCKED, Unit
from storage.records import Delivery, Place, ReviewId, Scope, SubscriptionId

DAY = 86_400


def owe(review: ReviewId, scopes: Sequence[tuple[Scope, str]], now: int) -> Unit[int]:
    """One delivery for each open place with a live subscription to any of `scopes`; returns how many."""
    values = ", ".join(["(CAST(? AS TEXT), CAST(? AS TEXT))"] + ["(?, ?)"] * (len(scopes) - 1))
    named = [part for scope in scopes for part in scope]
    rows = yield (
        f"WITH followed (scope, key) AS (VALUES {values}) "
        "INSERT INTO deliveries (review_id, place_id, platform, subscription_id, state, due_at, created_at, "
        "attempts, message, error) "
        "SELECT CAST(? AS BIGINT), p.id, MIN(p.platform), MIN(s.id), 'due', CAST(? AS BIGINT), "
        "CAST(? AS BIGINT), 0, '', '' "
        "FROM followed f JOIN subscriptions s ON s.scope = f.scope AND s.key = f.key "
        "JOIN places p ON p.id = s.place_id WHERE s.paused_at IS NULL AND p.blocked_at IS NULL GROUP BY p.id "
        "ON CONFLICT DO NOTHING",
        (*named, review, now, now),
    )
    rows = yield "SELECT COUNT(*) FROM deliveries WHERE review_id = ?", (review,)
    return int(rows[0][0])


def claim(platform: str, now: int, lease: int, limit: int) -> Unit[list[Delivery]]:
    """Take up to `limit` due alerts for a platform; unless settled, they are due again in `lease` seconds."""
    rows = yield (
        "UPDATE deliveries SET due_at = ?, attempts = attempts + 1 WHERE (review_id, place_id) IN "
        "(SELECT review_id, place_id FROM deliveries WHERE platform = ? AND state = 'due' AND due_at <= ? "
        f"ORDER BY due_at LIMIT ? {SKIP_LOCKED}) "
        "RETURNING review_id, place_id, subscription_id, attempts",
        (now + lease, platform, now, limit),
    )
    claimed = []
    for review, place_id, subscription, attempts in sorted(rows):
        place = yield "SELECT platform, chat, thread, kind FROM places WHERE id = ?", (place_id,)
        claimed.append(
            Delivery(ReviewId(review), Place(*place[0]), place_id, SubscriptionId(subscription), attempts)
        )
    return claimed


def next_due(platform: str) -> Unit[int | None]:
    """When the next alert for a platform is due, unix time in seconds; None: nothing is owed."""
    rows = yield (
        "SELECT MIN(due_at) FROM deliveries WHERE platform = ? AND state = 'due'",
        (platform,),
    )
    return rows[0][0] if rows else None


def sent(delivery: Delivery, message: str) -> Unit[None]:
    """The alert stands in the chat as `message`."""
    yield (
        "UPDATE deliveries SET state = 'sent', message = ? WHERE review_id = ? AND place_id = ?",
        (message, delivery.review_id, delivery.place_id),
    )


def retry(delivery: Delivery, due_at: int, why: str) -> Unit[None]:
    """Try again at `due_at`."""
    yield (
        "UPDATE deliveries SET due_at = ?, error = ? WHERE review_id = ? AND place_id = ? AND state = 'due'",
        (due_at, why, delivery.review_id, delivery.place_id),
    )


def give_up(delivery: Delivery, why: str) -> Unit[None]:
    """This alert cannot be sent; others to the same place still may."""
    yield (
        "UPDATE deliveries SET state = 'failed', error = ? WHERE review_id = ? AND place_id = ?",
        (why, delivery.review_id, delivery.place_id),
    )


def cancel(delivery: Delivery) -> Unit[None]:
    """Nobody wants this alert any more."""
    yield (
        "UPDATE deliveries SET state = 'cancelled' WHERE review_id = ? AND place_id = ? AND state = 'due'",
        (delivery.review_id, delivery.place_id),
    )


def shut_out(place: Place, now: int, why: str) -> Unit[None]:
    """A place does not let us write any more: its subscriptions rest, what it is owed is held.

    All topics of the chat are meant.
    """
    yield (
        "UPDATE places SET blocked_at = ?, blocked_why = ? "
        "WHERE platform = ? AND chat = ? AND blocked_at IS NULL",
        (now, why, place.platform, place.chat),
    )
    yield (
        "UPDATE deliveries SET state = 'held' WHERE state = 'due' AND place_id IN "
        "(SELECT id FROM places WHERE platform = ? AND chat = ?)",
        (place.platform, place.chat),
    )


def let_in(place: Place, now: int) -> Unit[None]:
    """A chat lets us write again: what it was owed in the last day is due, anything older stays unsent."""
    yield (
        "UPDATE places SET blocked_at = NULL, blocked_why = '' WHERE platform = ? AND chat = ?",
        (place.platform, place.chat),
    )
    yield (
        "UPDATE deliveries SET state = 'due', due_at = ? "
        "WHERE state = 'held' AND created_at >= ? AND place_id IN "
        "(SELECT id FROM places WHERE platform = ? AND chat = ?)",
        (now, now - DAY, place.platform, place.chat),
    )


def moved(platform: str, old: int, new: int) -> Unit[None]:
    """A chat has a new number; its subscriptions and what it is owed go with it."""
    topics = yield (
        "SELECT o.id, n.id FROM places o LEFT JOIN places n "
        "ON n.platform = o.platform AND n.thread = o.thread AND n.chat = ? "
        "WHERE o.platform = ? AND o.chat = ?",
        (new, platform, old),
    )
    for old_place, new_place in topics:
        if new_place is None:
            yield "UPDATE places SET chat = ?, kind = 'group' WHERE id = ?", (new, old_place)
            continue
        for table, same in (
            ("subscriptions", "t.scope = subscriptions.scope AND t.key = subscriptions.key"),
            ("deliveries", "t.review_id = deliveries.review_id"),
        ):
            yield (
                f"UPDATE {table} SET place_id = ? WHERE place_id = ? AND NOT EXISTS "
                f"(SELECT 1 FROM {table} t WHERE t.place_id = ? AND {same})",
                (new_place, old_place, new_place),
            )
            yield f"DELETE FROM {table} WHERE place_id = ?", (old_place,)
        yield "DELETE FROM places WHERE id = ?", (old_place,)
