"""Who wants to hear of new reviews, and where."""

from storage.engine import Row, Unit
from storage.records import Place, Scope, Subscription, SubscriptionId

_COLUMNS = (
    "s.id, p.platform, p.chat, p.thread, p.kind, s.scope, s.key, s.name, s.paused_at "
    "FROM subscriptions s JOIN places p ON p.id = s.place_id"
)


def add(
    place: Place, scope: Scope, key: str, name: str, ids: tuple[int, int], now: int
) -> Unit[tuple[Subscription, bool]]:
    """Subscribe a place, or resume what it had paused. Tells whether anything changed.

    `ids` become the place's and the subscription's, where those are new.
    """
    place_id = yield from meet(place, ids[0])
    before = yield (
        "SELECT paused_at FROM subscriptions WHERE scope = ? AND key = ? AND place_id = ?",
        (scope, key, place_id),
    )
    yield (
        "INSERT INTO subscriptions (id, place_id, scope, key, name, created_at) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (scope, key, place_id) DO UPDATE SET paused_at = NULL",
        (ids[1], place_id, scope, key, name, now),
    )
    rows = yield (
        f"SELECT {_COLUMNS} WHERE s.scope = ? AND s.key = ? AND s.place_id = ?",
        (scope, key, place_id),
    )
    return _subscription(rows[0]), not before or before[0][0] is not None


def meet(place: Place, new_id: int) -> Unit[int]:
    """The place's row, made where it is new; a place that writes to us is not blocked any more."""
    rows = yield (
        "INSERT INTO places (id, platform, chat, thread, kind) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (platform, chat, thread) DO UPDATE SET blocked_at = NULL, blocked_why = '' RETURNING id",
        (new_id, place.platform, place.chat, place.thread, place.kind),
    )
    return int(rows[0][0])


def open_to(place: Place) -> Unit[bool]:
    """Whether this place is known and has not shut us out."""
    rows = yield (
        "SELECT 1 FROM places WHERE platform = ? AND chat = ? AND thread = ? AND blocked_at IS NULL",
        (place.platform, place.chat, place.thread),
    )
    return bool(rows)


def of(place: Place) -> Unit[list[Subscription]]:
    """A place's subscriptions, the oldest first."""
    rows = yield (
        f"SELECT {_COLUMNS} WHERE p.platform = ? AND p.chat = ? AND p.thread = ? ORDER BY s.created_at, s.id",
        (place.platform, place.chat, place.thread),
    )
    return [_subscription(row) for row in rows]


def get(subscription: SubscriptionId) -> Unit[Subscription | None]:
    """One subscription; None where it is gone."""
    rows = yield f"SELECT {_COLUMNS} WHERE s.id = ?", (subscription,)
    return _subscription(rows[0]) if rows else None


def pause(subscription: SubscriptionId, now: int) -> Unit[None]:
    """Stop a subscription's alerts, those already owed included."""
    yield (
        "UPDATE subscriptions SET paused_at = ? WHERE id = ? AND paused_at IS NULL",
        (now, subscription),
    )
    yield from _cancel(subscription)


def resume(subscription: SubscriptionId) -> Unit[None]:
    """Let a paused subscription answer to new reviews again; what came meanwhile is not sent."""
    yield "UPDATE subscriptions SET paused_at = NULL WHERE id = ?", (subscription,)


def remove(subscription: SubscriptionId) -> Unit[None]:
    """Forget a subscription and the alerts it is owed."""
    yield from _cancel(subscription)
    yield "DELETE FROM subscriptions WHERE id = ?", (subscription,)


def _cancel(subscription: SubscriptionId) -> Unit[None]:
    yield (
        "UPDATE deliveries SET state = 'cancelled' WHERE state IN ('due', 'held') AND subscription_id = ? "
        "AND place_id = (SELECT place_id FROM subscriptions WHERE id = ?)",
        (subscription, subscription),
    )


def _subscription(row: Row) -> Subscription:
    number, platform, chat, thread, kind, scope, key, name, paused_at = row
    place = Place(platform, chat, thread, kind)
    return Subscription(number, place, scope, key, name, paused_at is not None)
