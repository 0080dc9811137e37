"""Reads the feeds that are due and takes in what they bring; two processes may do so side by side.

A reading and the entries that it found are noted in one transaction, and so is each entry's review with what
became of the entry. A process that is killed anywhere loses and repeats nothing: the next one goes on.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Protocol

from bot.desk import Desk
from bot.feeds.assistant import Assist, unassisted
from bot.feeds.fetching import Fetched, Unfetchable
from bot.feeds.importer import incoming
from bot.feeds.sandbox import IN_THREADS, Read, Unreadable
from bot.feeds.syndication.deciding import (
    has_moved,
    is_away,
    news,
    next_page_try,
    next_reading,
    next_site_try,
    next_try,
    period_after,
    trust_after,
)
from bot.feeds.syndication.drafting import TEASER, from_feed, from_page, is_sure
from bot.feeds.syndication.entry import Document, Entry, NotAFeed
from bot.feeds.syndication.parsing import read_feed
from bot.incidents import guarded
from bot.rules.addresses import web_address
from bot.rules.drafts import FRESH_SECONDS, Draft
from bot.rules.extracting import NotAReview
from storage import Status, StoreError, entries, feeds
from storage.entries import Waiting
from storage.feeds import Feed, Reading

log = logging.getLogger(__name__)

IDLE = 5.0
WORKERS = 3
LEASE = 180
GONE = 410
OTHER_SITE = "that is another site, so what it brings are drafts from now on"
TWICE = "a feed with that address is followed already, so this one is read no more"
DEADLY_TRIES = 8


class Fetch(Protocol):
    """What fetches an address, such as a Fetcher. Raises Unfetchable."""

    def __call__(self, url: str, etag: str = "", modified: str = "") -> Awaitable[Fetched]: ...


class Poller:
    """Reads feeds by the desk's clock.

    `dice` throws a number from 0 to 1, `assist` completes drafts, and `read` reads what was fetched.
    """

    def __init__(
        self,
        desk: Desk,
        fetch: Fetch,
        dice: Callable[[], float],
        assist: Assist = unassisted,
        read: Read = IN_THREADS,
    ) -> None:
        self._desk = desk
        self._fetch = fetch
        self._dice = dice
        self._assist = assist
        self._read = read

    async def run(self) -> None:
        """Read for ever; cancel to stop. A slow site holds up one worker and not the others."""
        async with asyncio.TaskGroup() as group:
            for _ in range(WORKERS):
                group.create_task(self._work())

    async def _work(self) -> None:
        while True:
            try:
                busy = await self.take_next() or await self.read_next()
            except StoreError as error:
                log.warning("feeds wait, the store does not answer: %s", error)
                busy = False
            if not busy:
                await asyncio.sleep(IDLE)

    async def read_next(self) -> bool:
        """Read the feed that has been due for longest; False: none is due."""
        feed = await self._desk.store.write(feeds.claim, self._desk.now(), LEASE)
        if feed is not None:
            why, apology = await guarded(self._desk.vitals, "read a feed", self.read(feed))
            log.info("feed %d %s", feed.id, f"could not be read: {why}" if why else "was read")
            if apology:
                await self._failed(feed, apology)
        return feed is not None

    async def take_next(self) -> bool:
        """Take in the entry that has waited for longest; False: none waits."""
        waiting = await self._desk.store.write(entries.claim, self._desk.now(), LEASE)
        if waiting is not None:
            _, apology = await guarded(self._desk.vitals, "take in an entry", self._take(waiting))
            if apology:
                await self._put_off(waiting, apology)
        return waiting is not None

    async def read(self, feed: Feed) -> str:
        """Read a feed now; why it could not be read, empty where it was."""
        try:
            fetched = await self._fetch(feed.address, feed.etag, feed.modified)
            if fetched.status == 304:
                await self._unchanged(feed, fetched)
                await self._move(feed, fetched)
                return ""
            document = await self._read(read_feed, fetched.body, fetched.url, fetched.kind, fetched.encoding)
        except Unfetchable as error:
            if error.status == GONE:
                return await self._gone(feed, f"{error} I ask for it no more.")
            return await self._failed(feed, str(error), error.retry_after)
        except NotAFeed as error:
            return await self._failed(feed, str(error))
        except Unreadable as error:
            return await self._failed(feed, f"That feed {error}.")
        await self._note(feed, fetched, document)
        await self._move(feed, fetched)
        return ""

    async def _unchanged(self, feed: Feed, fetched: Fetched) -> None:
        now, period = self._desk.now(), period_after(feed.period, changed=False)
        next_at = next_reading(now, period, fetched.retry_after, self._dice())
        etag, modified = fetched.etag or feed.etag, fetched.modified or feed.modified
        reading = Reading(feed.title, etag, modified, period, next_at, moved_to=web_address(fetched.moved))
        await self._desk.store.write(feeds.was_read, feed.id, reading, now)

    async def _note(self, feed: Feed, fetched: Fetched, document: Document) -> None:
        now = self._desk.now()
        names = [entry.name for entry in document.entries]
        digests = [entry.digest for entry in document.entries]
        decide = partial(news, document.entries, unread=document.unread, followed_at=feed.added_at)
        reading = partial(_reading, feed, fetched, document, now, self._dice())
        await self._desk.store.write(entries.note, feed.id, names, digests, decide, reading, now)

    async def _move(self, feed: Feed, fetched: Fetched) -> None:
        """Go where the feed says that it lives, once it has said so for long enough."""
        store, now, address = self._desk.store, self._desk.now(), web_address(fetched.moved)
        if not has_moved(feed, address, now):
            return
        trust = trust_after(feed, address)
        told = f"moved for good from {feed.address} to {address}"
        told += f"; {OTHER_SITE}" if trust != feed.trust else ""
        if await store.write(feeds.move, feed.id, address, trust, told, store.ids(), now):
            log.info("feed %d moved for good", feed.id)
        else:
            told = f"moved for good from {feed.address} to {address}; {TWICE}"
            await store.write(
                feeds.rest, feed.id, f"It has moved to {address}; {TWICE}.", told, store.ids(), now
            )

    async def _gone(self, feed: Feed, why: str) -> str:
        store, told = self._desk.store, f"is gone for good ({GONE}), and is read no more"
        await store.write(feeds.rest, feed.id, why, told, store.ids(), self._desk.now())
        return why

    async def _failed(self, feed: Feed, why: str, asked: float = 0) -> str:
        next_at = next_try(self._desk.now(), feed.period, feed.failures + 1, asked, self._dice())
        await self._desk.store.write(feeds.failed, feed.id, why, next_at)
        return why

    async def _take(self, waiting: Waiting) -> None:
        feed = await self._desk.store.read(feeds.get, waiting.feed)
        if feed is None:
            return
        if waiting.tries > DEADLY_TRIES:
            await self._settle(waiting, "it was tried too often")
            return
        entry, now = Entry.unpacked(waiting.body), self._desk.now()
        try:
            draft = await self.draft(entry, feed.title)
            trusted = feed.trust == "publish" and is_sure(draft)
            if not trusted:  # what an assistant says is never published unread
                draft = await self._assist(draft)
            await self._publish(waiting, draft, "published" if trusted else "draft", now)
        except NotAReview as error:
            await self._settle(waiting, str(error))
        except Unfetchable as error:
            if is_away(error.status):
                await self._wait_for_site(waiting, str(error), error.retry_after)
            else:
                await self._put_off(waiting, str(error), error.retry_after)
        except Unreadable as error:
            await self._put_off(waiting, f"That page {error}.")

    async def draft(self, entry: Entry, outlet: str) -> Draft:
        """The draft of an entry; its page is fetched where the feed has but a teaser of it.

        Raises NotAReview, Unfetchable, Unreadable.
        """
        now, known = self._desk.now(), self._desk.catalogue.titles.known
        if entry.full:
            return await self._read(from_feed, entry, outlet, now, known)
        if not entry.link:
            raise NotAReview(TEASER)
        fetched = await self._fetch(entry.link)
        return await self._read(from_page, fetched, entry, outlet, now, known)

    async def _publish(self, waiting: Waiting, draft: Draft, status: Status, now: int) -> None:
        source = f"feed:{waiting.feed}:{waiting.name}"
        fresh = draft.published_at is None or draft.published_at > now - FRESH_SECONDS
        review = incoming(draft, source, status)
        store = self._desk.store
        fate = await store.write(entries.take, waiting, review, store.ids, now, fresh)
        log.info("an entry of feed %d: %s", waiting.feed, fate or "edited meanwhile")

    async def _put_off(self, waiting: Waiting, why: str, asked: float = 0) -> None:
        due_at = next_page_try(self._desk.now(), waiting.tries, asked)
        if due_at is None:
            await self._settle(waiting, why)
        else:
            await self._desk.store.write(entries.postpone, waiting, due_at, why)

    async def _wait_for_site(self, waiting: Waiting, why: str, asked: float) -> None:
        now = self._desk.now()
        since = waiting.away_since or now
        due_at = next_site_try(now, since, asked)
        if due_at is None:
            await self._settle(waiting, why)
        else:
            await self._desk.store.write(entries.postpone, waiting, due_at, why, since)

    async def _settle(self, waiting: Waiting, why: str) -> None:
        await self._desk.store.write(entries.settle, waiting, "refused", why)


def _reading(
    feed: Feed, fetched: Fetched, document: Document, now: int, dice: float, changed: bool
) -> Reading:
    """What a whole answer says of the feed, and when to read it next."""
    period = period_after(feed.period, changed)
    asked = max(fetched.retry_after, document.rest)
    return Reading(
        title=document.title or feed.title,
        etag=fetched.etag,
        modified=fetched.modified,
        period=period,
        next_at=next_reading(now, period, asked, dice),
        changed=changed,
        moved_to=web_address(fetched.moved),
    )
