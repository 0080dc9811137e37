"""Loses no update: what Telegram is told to forget has been answered, or is written down.

Telegram forgets an update as soon as a later one is asked for. So before asking, this waits a moment
for the handlers and then writes down what is still unanswered; after a crash it is taken up again.
"""

import asyncio
import json
from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.error import NetworkError
from telegram.ext import BaseUpdateProcessor, ExtBot

from bot.platforms.telegram.watch import Watch
from storage import Store, StoreError, inbox

PLATFORM = "telegram"
# Many, because answers to one busy group may wait long for their turn, and must not hold up other chats.
AT_ONCE = 1024
PATIENCE = 0.05
TRIES = 3


class Inbox(BaseUpdateProcessor):
    """Knows which updates are being handled, and which of those are written down."""

    def __init__(self, store: Store) -> None:
        super().__init__(AT_ONCE)
        self._store = store
        self._open: dict[int, Update] = {}
        self._kept: set[int] = set()
        self._all_done = asyncio.Event()
        self._all_done.set()

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to let go of."""

    def unanswered(self) -> int:
        """How many updates came in and are not answered yet."""
        return len(self._open)

    def taken(self, updates: tuple[Update, ...]) -> None:
        """These updates came in and have to be answered."""
        for update in updates:
            self._open[update.update_id] = update
        if self._open:
            self._all_done.clear()

    async def forgettable(self, before: int) -> None:
        """Return when Telegram may forget the updates numbered below `before`. Raises StoreError."""
        if not self._all_done.is_set():
            try:
                async with asyncio.timeout(PATIENCE):
                    await self._all_done.wait()
            except TimeoutError:
                await self._keep(before)

    async def leftovers(self, bot: Any) -> list[Update]:
        """What a former run left unanswered, to be handled first."""
        rows = await self._store.write(inbox.take_up, PLATFORM, TRIES)
        updates = [Update.de_json(json.loads(body), bot) for _, body in rows]
        self._kept.update(update.update_id for update in updates)
        self.taken(tuple(updates))
        return updates

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Run an update's handlers; cancelled ones stay unanswered."""
        await coroutine
        if isinstance(update, Update):
            await self._answered(update.update_id)

    async def _answered(self, number: int) -> None:
        self._open.pop(number, None)
        if not self._open:
            self._all_done.set()
        if number in self._kept:
            self._kept.discard(number)
            await self._store.write(inbox.answered, PLATFORM, number)

    async def _keep(self, before: int) -> None:
        late = [
            (number, update.to_json())
            for number, update in self._open.items()
            if number < before and number not in self._kept
        ]
        if not late:
            return
        numbers = {number for number, _ in late}
        # Marked first: what is answered meanwhile is then forgotten after it was written.
        self._kept |= numbers
        try:
            await self._store.write(inbox.keep, PLATFORM, late)
        except StoreError:
            self._kept -= numbers
            raise


class CarefulBot(ExtBot[int]):
    """python-telegram-bot's bot, whose polling confirms only what the inbox lets go, and is watched."""

    __slots__ = ("_inbox", "_watch")

    def __init__(self, inbox: Inbox, watch: Watch, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._inbox = inbox
        self._watch = watch

    async def get_updates(self, offset: int | None = None, *args: Any, **kwargs: Any) -> tuple[Update, ...]:
        """Ask for updates from `offset` on, when all below may be forgotten."""
        if self._watch.in_trouble:
            kwargs["timeout"] = 0  # not to wait for an update before knowing that the trouble is over
        with self._watch.polling():
            try:
                if offset:
                    await self._inbox.forgettable(offset)
            except StoreError as error:
                # The library tries again after this error only.
                raise NetworkError(f"updates cannot be written down: {error}") from error
            updates = await super().get_updates(offset, *args, **kwargs)
        self._inbox.taken(updates)
        self._watch.taken(len(updates))
        return updates
