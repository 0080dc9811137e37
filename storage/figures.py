"""How much of everything there is: a handful of counts, read at once and cheaply."""

from collections.abc import Mapping
from dataclasses import dataclass

from storage.engine import Unit

_VOTES = " + ".join(f"n{value}" for value in range(1, 11))


@dataclass(frozen=True, slots=True)
class Shut:
    """So many places of a platform that do not let us write, for one reason, in the platform's words."""

    platform: str
    why: str
    places: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Published reviews, live votes, subscriptions, and what the alerts that are not sent wait for.

    `alerts` counts by platform and state (due, held, failed, cancelled; what was sent is not counted,
    there is too much of it). `oldest_due` is, by platform, since when the oldest alert is due (unix
    time in seconds).
    """

    reviews: int
    votes: int
    subscriptions: int
    alerts: Mapping[tuple[str, str], int]
    oldest_due: Mapping[str, int]
    shut: tuple[Shut, ...]


def now() -> Unit[Figures]:
    """The figures of this moment."""
    rows = yield (
        "SELECT 'reviews', '', '', COUNT(*) FROM reviews WHERE status = 'published' "
        f"UNION ALL SELECT 'votes', '', '', {_VOTES} FROM community "
        "UNION ALL SELECT 'subscriptions', '', '', COUNT(*) FROM subscriptions "
        "UNION ALL SELECT 'oldest', platform, '', MIN(due_at) FROM deliveries WHERE state = 'due' "
        "GROUP BY platform "
        "UNION ALL SELECT 'alerts', platform, 'due', COUNT(*) FROM deliveries WHERE state = 'due' "
        "GROUP BY platform "
        "UNION ALL SELECT 'alerts', platform, state, COUNT(*) FROM deliveries "
        "WHERE state IN ('held', 'failed', 'cancelled') GROUP BY state, platform "
        "UNION ALL SELECT 'shut', platform, blocked_why, COUNT(*) FROM places "
        "WHERE blocked_at IS NOT NULL GROUP BY platform, blocked_why",
        (),
    )
    counts = {what: int(count) for what, _, _, count in rows}
    return Figures(
        reviews=counts["reviews"],
        votes=counts["votes"],
        subscriptions=counts["subscriptions"],
        alerts={(platform, state): int(count) for what, platform, state, count in rows if what == "alerts"},
        oldest_due={platform: int(due) for what, platform, _, due in rows if what == "oldest"},
        shut=tuple(Shut(platform, why, int(count)) for what, platform, why, count in rows if what == "shut"),
    )
