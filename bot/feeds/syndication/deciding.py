"""Decides which entries of a reading are news, and when a feed is to be read again. Pure."""

from collections.abc import Mapping, Sequence
from math import ceil
from urllib.parse import urlsplit

from bot.feeds.syndication.entry import Entry
from storage.entries import Known, Seen
from storage.feeds import Feed, Trust

SHORTEST_PERIOD, LONGEST_PERIOD = 300, 86_400
LONGEST_REST = 7 * 86_400
GROWTH, SHRINKAGE = 1.25, 0.5
JITTER = 0.1
MOVE_SECONDS = 86_400
ENTRY_TRIES = 5
ENTRY_WAIT = 600
LONGEST_AWAY = 3 * 86_400
PATIENCE = 429


def news(
    entries: Sequence[Entry],
    known: Sequence[Known],
    first: bool,
    unread: Sequence[str] = (),
    followed_at: int = 0,
) -> list[Seen]:
    """What is to be noted of a feed's entries, the oldest first as they are to be taken in.

    New and edited ones wait to be taken in; those of a first reading are only known from then on, and so are
    those that stood there `unread`, by their names. One that comes under another name with the same words is
    the one that is known already. Dates matter only for what a site of so many newest shows when one of them
    goes: it is known, too, where it is older than all that is known there and than `followed_at` (unix time).
    """
    by_name = {each.name: each for each in known}
    by_digest = {each.digest: each for each in known}
    noted = [Seen(name, "", "known") for name in unread if name not in by_name] if first else []
    archived = _end_of_archive(entries, by_name, followed_at)
    for entry in reversed(entries):
        before, digest = by_name.get(entry.name), entry.digest
        if before is not None and before.digest == digest:
            continue
        twin = by_digest.get(digest) if entry.telling and before is None else None
        same = before or twin
        is_older = same is None and entry.published is not None and entry.published < archived
        if first or is_older or (same is not None and same.fate == "known"):
            seen = Seen(entry.name, digest, "known")
        elif twin is not None:
            seen = Seen(entry.name, digest, "skipped", source=twin.source)
        else:
            seen = Seen(entry.name, digest, "waiting", entry.packed())
        noted.append(seen)
        by_name[entry.name] = by_digest[digest] = Known(seen.name, digest, seen.fate, seen.source)
    return noted


def _end_of_archive(entries: Sequence[Entry], known: Mapping[str, Known], followed_at: int) -> int:
    """The unix time before which all of the feed was there when it was first read; 0 where none tells."""
    dates = [entry.published or 0 for entry in entries if entry.name in known]
    return min(followed_at, *dates) if dates else 0


def has_moved(feed: Feed, told: str, now: int) -> bool:
    """Whether a feed has said for MOVE_SECONDS that it lives at this address for good ("": it says nothing).

    A site whose redirects are wrong for an afternoon does not lose its feed here.
    """
    return bool(told) and told == feed.moved_to and now - feed.moved_at >= MOVE_SECONDS


def trust_after(feed: Feed, address: str) -> Trust:
    """How far a feed is trusted at another address: on another site, somebody has to say so anew."""
    old, new = (urlsplit(each).hostname or "" for each in (feed.address, address))
    return feed.trust if old.removeprefix("www.") == new.removeprefix("www.") else "draft"


def period_after(period: int, changed: bool) -> int:
    """The seconds to the next reading: shorter when a feed brings something, longer when it does not.

    It settles at about four readings for each change, between five minutes and a day.
    """
    return int(min(LONGEST_PERIOD, max(SHORTEST_PERIOD, period * (SHRINKAGE if changed else GROWTH))))


def next_reading(now: int, period: int, asked: float, dice: float) -> int:
    """When a feed is read again after a good reading: never earlier than it asked for (`asked`, seconds).

    `dice` (0 to 1) spreads the feeds, so that they do not all come due at once.
    """
    return now + int(max(_spread(period, dice), min(LONGEST_REST, asked)) + 1)


def next_try(now: int, period: int, failures: int, asked: float, dice: float) -> int:
    """When a feed is tried again after it failed for the `failures`th time in a row."""
    wait = min(LONGEST_PERIOD, max(SHORTEST_PERIOD, period) * 2 ** min(failures - 1, 10))
    return next_reading(now, wait, asked, dice)


def next_page_try(now: int, tries: int, asked: float) -> int | None:
    """When an entry's page is tried again; None: it has been tried often enough."""
    return now + int(max(ENTRY_WAIT * 2 ** (tries - 1), asked)) if tries < ENTRY_TRIES else None


def is_away(status: int) -> bool:
    """Whether an answer (0: none came) says that a site is in trouble or wants rest: nothing of its page."""
    return status in (0, PATIENCE) or status >= 500


def next_site_try(now: int, since: int, asked: float) -> int | None:
    """When an entry is tried again whose site has been away `since` then; None: it has been for too long.

    A site that has been away for longer is asked less often, and never earlier than it asked for.
    """
    gone_by = now - since
    return now + ceil(max(ENTRY_WAIT, gone_by / 4, asked)) if gone_by < LONGEST_AWAY else None


def _spread(seconds: int, dice: float) -> float:
    return seconds * (1 + JITTER * (2 * dice - 1))
