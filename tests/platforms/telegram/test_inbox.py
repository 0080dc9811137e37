"""What Telegram may forget is answered or written down; a real application and store, and the stand-in."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from telegram import Update

from bot.platforms.telegram.inbox import PLATFORM, TRIES, Inbox
from storage import Store, StoreFull, inbox, open_store
from storage.engine import Unit
from tests.survival.worlds import waiting_updates


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await open_store(f"sqlite:///{tmp_path / 'reviews.db'}")
    yield store
    await store.close()


def update(number: int, text: str = "") -> Update:
    """An update with a message in it."""
    chat = {"id": 7, "type": "private", "first_name": "Ann"}
    message = {"message_id": number, "date": 0, "chat": chat, "text": text or f"text {number}"}
    return Update.de_json({"update_id": number, "message": message})


class Handling:
    """An update in the hands of a handler that has not finished."""

    def __init__(self, box: Inbox, number: int) -> None:
        self._finish = asyncio.Event()
        self._task = asyncio.create_task(box.do_process_update(update(number), self._finish.wait()))

    async def done(self) -> None:
        self._finish.set()
        await self._task

    async def crashed(self) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)


async def test_what_is_answered_is_forgotten_without_a_trace(store: Store) -> None:
    box = Inbox(store)
    box.taken((update(1), update(2)))
    for number in (1, 2):
        await Handling(box, number).done()
    await box.forgettable(3)
    assert await store.read(waiting_updates) == 0


async def test_what_is_unanswered_is_written_down_before_telegram_may_forget_it(store: Store) -> None:
    box = Inbox(store)
    box.taken((update(1), update(2), update(3)))
    first, second = Handling(box, 1), Handling(box, 2)
    await first.done()
    await box.forgettable(3)
    assert await store.read(waiting_updates) == 1
    await second.done()
    assert await store.read(waiting_updates) == 0


async def test_a_crash_leaves_the_update_to_the_next_process_whole_and_in_order(store: Store) -> None:
    box = Inbox(store)
    box.taken((update(2), update(1)))
    handlers = [Handling(box, number) for number in (1, 2)]
    await box.forgettable(3)
    for handler in handlers:
        await handler.crashed()
    after = Inbox(store)
    left = await after.leftovers(None)
    assert [each.to_dict() for each in left] == [update(1).to_dict(), update(2).to_dict()]
    await Handling(after, 1).done()
    assert [each.update_id for each in await Inbox(store).leftovers(None)] == [2]


async def test_an_update_that_kills_every_process_is_dropped_after_three_tries(store: Store) -> None:
    await store.write(inbox.keep, PLATFORM, [(1, json.dumps(update(1).to_dict()))])
    taken = [len(await Inbox(store).leftovers(None)) for _ in range(TRIES + 1)]
    assert taken == [1, 1, 1, 0]
    assert await store.read(waiting_updates) == 0


async def test_a_full_disk_lets_telegram_forget_nothing_until_there_is_room(store: Store) -> None:
    box = Inbox(store)
    await store.write(limit_pages, 1)
    # Larger than what the last page of the table has room for.
    box.taken(tuple(update(number, "long " * 800) for number in range(1, 9)))
    handlers = [Handling(box, number) for number in range(1, 9)]
    for _ in range(2):
        with pytest.raises(StoreFull):
            await box.forgettable(9)
    assert await store.read(waiting_updates) == 0
    await store.write(limit_pages, 2**30)
    await box.forgettable(9)
    assert await store.read(waiting_updates) == 8
    for handler in handlers:
        await handler.done()
    assert await store.read(waiting_updates) == 0


def limit_pages(pages: int) -> Unit[None]:
    """Let the file grow to so many pages, or not at all where it has more, as a full disk does."""
    yield f"PRAGMA max_page_count = {pages}", ()
