"""`python -m bot feeds`: which feeds are read, how they fare, and what they would bring."""

import time
from collections.abc import Callable

from rich.console import Console

from bot.desk import Desk
from bot.feeds.fetching import Unfetchable
from bot.feeds.sandbox import IN_THREADS, Read, Unreadable
from bot.feeds.syndication.entry import Entry, NotAFeed
from bot.feeds.syndication.parsing import read_feed
from bot.feeds.syndication.poller import LEASE, Fetch, Poller
from bot.rules.addresses import web_address
from bot.rules.drafts import doubts
from bot.rules.extracting import NotAReview
from bot.rules.followed_feeds import LATELY_SECONDS, ailments, news_of, state_of
from bot.rules.wording import plural
from storage import entries, feeds
from storage.feeds import Feed, Trust

PREVIEWED = 3
ADDED_BY = "terminal"
TROUBLED = 5


class Feeds:
    """The feeds of one store, as an operator sees to them on a terminal."""

    def __init__(
        self,
        desk: Desk,
        fetch: Fetch,
        console: Console,
        dice: Callable[[], float],
        read: Read = IN_THREADS,
    ) -> None:
        self._desk = desk
        self._fetch = fetch
        self._console = console
        self._read = read
        self._poller = Poller(desk, fetch, dice, read=read)

    async def add(self, address: str, publish: bool) -> bool:
        """Follow a feed and read it once, so that what is there already is known; False: it is none."""
        trust: Trust = "publish" if publish else "draft"
        store, now = self._desk.store, self._desk.now()
        # Due only after a while: it is read here and now, and not by a bot that runs beside this.
        feed, new = await store.write(
            feeds.add, web_address(address) or address, trust, ADDED_BY, store.ids(), now, now + LEASE
        )
        becomes = "published where there is no doubt" if publish else "kept as drafts"
        if not new:
            self._say(f"{address} is followed already. New reviews are {becomes}.")
            return True
        if why := await self._poller.read(feed):
            await store.write(feeds.remove, feed.id)
            self._complain(why)
            return False
        known = sum((await store.read(entries.counts, feed.id)).values())
        self._say(f"Added {address}. {plural(known, 'entry', 'entries')} there, known from now on.")
        self._say(f"New reviews are {becomes}; they are read while the bot runs.")
        return True

    async def show(self) -> bool:
        """List the feeds; always True."""
        found = await self._desk.store.read(feeds.followed)
        for feed in found:
            counts = await self._desk.store.read(entries.counts, feed.id)
            self._say(f"{_name(feed)}  {feed.address}")
            self._say(f"    {state_of(feed, counts, self._desk.now())}")
            since = self._desk.now() - LATELY_SECONDS
            if news := news_of(await self._desk.store.read(feeds.last_event, feed.id, since)):
                self._say(f"    {news}")
        if not found:
            self._say("No feed is followed. `python -m bot feeds add ADDRESS` follows one.")
        return True

    async def remove(self, address: str) -> bool:
        """Follow a feed no more; False: it was not followed."""
        feed = await self._desk.store.read(feeds.at, web_address(address) or address)
        if feed is None:
            self._complain(f"{address} is not followed. `python -m bot feeds list` shows what is.")
            return False
        await self._desk.store.write(feeds.remove, feed.id)
        self._say(f"Removed {address}. The reviews that came from it stay.")
        return True

    async def check(self) -> bool:
        """Say what is wrong with each feed; False: something is."""
        well = True
        for feed in await self._desk.store.read(feeds.followed):
            found = ailments(feed, self._desk.now())
            settled = await self._desk.store.read(entries.troubled, feed.id, TROUBLED)
            well &= not found
            self._say(f"{'✔' if not found else '✖'} {_name(feed)}  {feed.address}")
            for line in (*found, *(f"{_day(each.first_seen)} {each.name}: {each.why}" for each in settled)):
                self._say(f"    {line}")
        return well

    async def preview(self, address: str) -> bool:
        """Show what would be read from the newest entries, and write nothing; False: it is no feed."""
        try:
            fetched = await self._fetch(address)
            document = await self._read(read_feed, fetched.body, fetched.url, fetched.kind, fetched.encoding)
        except (Unfetchable, NotAFeed) as error:
            self._complain(str(error))
            return False
        except Unreadable as error:
            self._complain(f"That feed {error}.")
            return False
        self._say(f"{document.title or address}: {plural(len(document.entries), 'entry', 'entries')}")
        for entry in document.entries[:PREVIEWED]:
            await self._preview(entry, document.title)
        return True

    async def _preview(self, entry: Entry, outlet: str) -> None:
        self._say(f"\n{entry.title or entry.link}")
        try:
            draft = await self._poller.draft(entry, outlet)
        except (NotAReview, Unfetchable) as error:
            self._say(f"    not taken: {error}")
            return
        except Unreadable as error:
            self._say(f"    not taken: That page {error}.")
            return
        year = f" ({draft.year})" if draft.year else ""
        self._say(
            f"    {draft.title}{year} · {draft.score_text or 'no score'} · {draft.verdict or 'no verdict'}"
        )
        if draft.summary:
            self._say(f"    {draft.summary}")
        if in_doubt := doubts(draft):
            self._say(f"    in doubt: {', '.join(in_doubt)}")

    def _say(self, text: str) -> None:
        self._console.print(text, markup=False, highlight=False, soft_wrap=True)

    def _complain(self, text: str) -> None:
        self._console.print(text, style="red", markup=False, highlight=False, soft_wrap=True)


def _name(feed: Feed) -> str:
    return feed.title or "(not read yet)"


def _day(moment: int) -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(moment))
