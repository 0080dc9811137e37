"""Writes down what somebody brings, some reviews at a time, for the record of who did what."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from storage import Editor, ReviewId, Status, Store, arrivals
from storage.arrivals import Came

AT_ONCE = 100


class Arriving:
    """What somebody is bringing just now; what changed nothing is not written down."""

    def __init__(self, store: Store, by: Editor, source: str, now: Callable[[], int]) -> None:
        self._store = store
        self._by = by
        self._source = source
        self._now = now
        self._number = store.ids()
        self._came: list[Came] = []
        self._refused = 0
        self._begun = False

    async def came(self, how: str, review: ReviewId, status: Status, title: str) -> None:
        """A review came in; `how` is what became of it."""
        if how in ("new", "changed"):
            self._came.append(Came(review, status, title))
        if len(self._came) >= AT_ONCE:
            await self.write()

    def refused(self, rows: int) -> None:
        """So many could not be taken."""
        self._refused += rows

    async def write(self) -> None:
        """Write down what has come since the last time."""
        if self._came or (self._begun and self._refused):
            came, refused = self._came, self._refused
            self._came, self._refused, self._begun = [], 0, True
            now = self._now()
            await self._store.write(arrivals.note, self._number, self._by, self._source, came, refused, now)


@asynccontextmanager
async def arriving(store: Store, by: Editor, source: str, now: Callable[[], int]) -> AsyncIterator[Arriving]:
    """What somebody brings while the block lasts, written down however it ends."""
    record = Arriving(store, by, source, now)
    try:
        yield record
    finally:
        await record.write()
