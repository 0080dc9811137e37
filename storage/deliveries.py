"""Alerts that are owed: written with the review, claimed for a while, settled one by one.

due -> sent | failed | cancelled, and due -> held -> due while a place shuts us out. A claim only moves
`due_at` into the future: when the claimer dies, the alert is due again by itself.
"""

from collections.abc import Sequence

from storage.engine import SKIP_LOCKED, Row, Unit
from storage.records import Delivery, Place, ReviewId, Scope, SubscriptionId

DAY = 86_400
AT_ONCE = 8_192
END = 2**63 - 1


def owe(review: ReviewId, scopes: Sequence[tuple[Scope, str]], now: int) -> Unit[int]:
    """One delivery for each open place with a live subscription to any of `scopes`.

    A place is told of a review once, ever. Returns how many deliveries are new. Where more than AT_ONCE
    follow, the rest is put down in the same unit of work and written by `spread`, so that whoever else
    wants to write need not wait for all of them.
    """
    return (yield from _write([(review, scope, key, 0, now) for scope, key in scopes]))


def spread() -> Unit[int | None]:
    """Write the next AT_ONCE deliveries that `owe` put down; returns how many, None: there was nothing."""
    rest = yield (
        "DELETE FROM fanouts WHERE review_id = (SELECT MIN(review_id) FROM fanouts) "
        "RETURNING review_id, scope, key, after_place, made_at",
        (),
    )
    return (yield from _write(rest)) if rest else None


def _write(wanted: Sequence[Row]) -> Unit[int]:
    room, written = AT_ONCE, 0
    for review, scope, key, after, now in wanted:
        last = yield from _last_place(scope, key, after, room)
        if room:
            new = yield from _write_up_to(review, scope, key, after, END if last is None else last, now)
            written += new
            room = max(0, room - new) if last is None else 0
        if last is not None:
            yield (
                "INSERT INTO fanouts (review_id, scope, key, after_place, made_at) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT DO NOTHING",
                (review, scope, key, last, now),
            )
    return written


def _write_up_to(review: ReviewId, scope: Scope, key: str, after: int, last: int, now: int) -> Unit[int]:
    # Counted before and behind: to be handed every new row would take a third longer.
    count = "SELECT COUNT(*) FROM deliveries WHERE review_id = ? AND place_id > ? AND place_id <= ?"
    before = yield count, (review, after, last)
    yield (
        "INSERT INTO deliveries (review_id, place_id, platform, subscription_id, state, due_at, created_at, "
        "attempts, message, error) SELECT CAST(? AS BIGINT), p.id, p.platform, s.id, 'due', "
        "CAST(? AS BIGINT), CAST(? AS BIGINT), 0, '', '' "
        "FROM subscriptions s JOIN places p ON p.id = s.place_id "
        "WHERE s.scope = ? AND s.key = ? AND s.place_id > ? AND s.place_id <= ? "
        "AND s.paused_at IS NULL AND p.blocked_at IS NULL ON CONFLICT DO NOTHING",
        (review, now, now, scope, key, after, last),
    )
    now_there = yield count, (review, after, last)
    return int(now_there[0][0]) - int(before[0][0])


def _last_place(scope: Scope, key: str, after: int, room: int) -> Unit[int | None]:
    """The place up to which there is room; None: for all that follow."""
    if not room:
        return after
    rows = yield (
        "SELECT place_id FROM subscriptions WHERE scope = ? AND key = ? AND place_id > ? "
        "ORDER BY place_id LIMIT 1 OFFSET ?",
        (scope, key, after, room - 1),
    )
    return int(rows[0][0]) if rows else None


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


def hold(delivery: Delivery, until: int) -> Unit[None]:
    """Keep the claim until then: the alert is still being sent."""
    yield (
        "UPDATE deliveries SET due_at = ? "
        "WHERE review_id = ? AND place_id = ? AND state = 'due' AND attempts = ?",
        (until, delivery.review_id, delivery.place_id, delivery.attempts),
    )


def put_back(delivery: Delivery, due_at: int) -> Unit[None]:
    """Give the claim back: the alert was not tried."""
    yield (
        "UPDATE deliveries SET due_at = ?, attempts = attempts - 1 "
        "WHERE review_id = ? AND place_id = ? AND state = 'due' AND attempts = ?",
        (due_at, delivery.review_id, delivery.place_id, delivery.attempts),
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


def call_off(review: ReviewId, why: str) -> Unit[int]:
    """Stop all alerts about a review that are not sent yet; returns how many."""
    yield "DELETE FROM fanouts WHERE review_id = ?", (review,)
    rows = yield (
        "SELECT COUNT(*) FROM deliveries WHERE review_id = ? AND state IN ('due', 'held')",
        (review,),
    )
    yield (
        "UPDATE deliveries SET state = 'cancelled', error = ? "
        "WHERE review_id = ? AND state IN ('due', 'held')",
        (why, review),
    )
    return int(rows[0][0])


def take_up(review: ReviewId, why: str, now: int) -> Unit[int]:
    """Let the alerts that were called off for this reason be due again, where they are still wanted."""
    rows = yield (
        "UPDATE deliveries SET state = 'due', due_at = ?, error = '', attempts = 0 "
        "WHERE review_id = ? AND state = 'cancelled' AND error = ? "
        "AND subscription_id IN (SELECT id FROM subscriptions WHERE paused_at IS NULL) "
        "AND place_id IN (SELECT id FROM places WHERE blocked_at IS NULL) RETURNING place_id",
        (now, review, why),
    )
    return len(rows)


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
        yield from _merge(old_place, new_place)
        yield "DELETE FROM places WHERE id = ?", (old_place,)


def _merge(old: int, new: int) -> Unit[None]:
    """Give one place what another has, each subscription and alert once; what was sent is not due again."""
    yield (
        "UPDATE deliveries SET subscription_id = COALESCE((SELECT n.id FROM subscriptions o "
        "JOIN subscriptions n ON n.scope = o.scope AND n.key = o.key AND n.place_id = ? "
        "WHERE o.id = deliveries.subscription_id), subscription_id) WHERE place_id = ?",
        (new, old),
    )
    yield (
        "DELETE FROM deliveries WHERE place_id = ? AND state IN ('due', 'held') AND EXISTS "
        "(SELECT 1 FROM deliveries t WHERE t.place_id = ? AND t.review_id = deliveries.review_id "
        "AND t.state = 'sent')",
        (new, old),
    )
    for table, same in (
        ("subscriptions", "t.scope = subscriptions.scope AND t.key = subscriptions.key"),
        ("deliveries", "t.review_id = deliveries.review_id"),
    ):
        yield (
            f"UPDATE {table} SET place_id = ? WHERE place_id = ? AND NOT EXISTS "
            f"(SELECT 1 FROM {table} t WHERE t.place_id = ? AND {same})",
            (new, old, new),
        )
        yield f"DELETE FROM {table} WHERE place_id = ?", (old,)
