"""How a followed feed fares, in words: one line for lists, and what is wrong with it."""

import time
from collections.abc import Mapping

from bot.rules.wording import plural
from storage.entries import Fate
from storage.feeds import Event, Feed

SILENT_SECONDS = 60 * 86_400
LATELY_SECONDS = 7 * 86_400
UNREAD_SECONDS = 3 * 86_400
_TOLD: tuple[tuple[Fate, str], ...] = (
    ("published", "published"),
    ("draft", "kept as drafts"),
    ("refused", "not understood"),
    ("waiting", "waiting"),
)


def state_of(feed: Feed, counts: Mapping[Fate, int], now: int) -> str:
    """How it fares and what it has brought so far."""
    told = [f"{counts[fate]:,} {words}" for fate, words in _TOLD if counts.get(fate)]
    trust = "publishes" if feed.trust == "publish" else "makes drafts"
    return " · ".join((mark_of(feed), trust, _when(feed, now), *told))


def mark_of(feed: Feed) -> str:
    """Its state in a word or two."""
    if feed.paused_at is not None:
        return "⏸ paused"
    if feed.failures:
        return "🔴 failing"
    return "🟢 fine" if feed.read_at else "⏳ not read yet"


def ailments(feed: Feed, now: int) -> list[str]:
    """What is wrong with it, a sentence each; empty where nothing is."""
    found = []
    if feed.failures:
        times = f" ({plural(feed.failures, 'time')} in a row)" if feed.failures > 1 else ""
        found.append(f"It could not be read{times}: {feed.error}")
    if feed.paused_at is not None:
        found.append("It is paused; /feeds resumes it.")
    if feed.moved_to:
        found.append(
            f"It says that it lives at {feed.moved_to} for good. I go there if it still says so after a day."
        )
    if not feed.failures and feed.paused_at is None:
        found += _too_quiet(feed, now)
    return found


def news_of(event: Event | None) -> str:
    """What became of a feed itself lately, as a line of its own; "" where nothing did."""
    return f"On {time.strftime('%-d %b', time.gmtime(event.done_at))} it {event.told}." if event else ""


def _too_quiet(feed: Feed, now: int) -> list[str]:
    since = feed.changed_at or feed.added_at
    if now - max(feed.read_at, feed.added_at) > UNREAD_SECONDS:
        return [f"It was not read for {age(now - max(feed.read_at, feed.added_at))}; does the bot run?"]
    if now - since > SILENT_SECONDS:
        return [f"It has brought nothing new for {age(now - since)}."]
    return []


def age(seconds: int) -> str:
    """A length of time in its largest unit: "3 days"."""
    for unit, size in (("day", 86_400), ("hour", 3_600)):
        if seconds >= size:
            return plural(seconds // size, unit)
    return plural(max(0, seconds) // 60, "minute")


def _when(feed: Feed, now: int) -> str:
    if not feed.read_at:
        return f"added {age(now - feed.added_at)} ago"
    return f"read {age(now - feed.read_at)} ago, every {age(feed.period)}"
