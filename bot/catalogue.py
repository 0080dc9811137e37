"""The title index of a store: filled at the start, kept in step with what other processes write."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from bot.rules.matching import Entry, Lines, TitleIndex
from storage import Store, WorkId, works

PAGE = 4096


class Catalogue:
    """Finds works by name. `titles` is the index itself, which answers at once and waits for nothing."""

    def __init__(self, store: Store, titles: TitleIndex, seen: int) -> None:
        self._store = store
        self._seen = seen
        self.titles = titles

    async def refresh(self) -> None:
        """Take in the works whose names changed since the last time."""
        self._seen, changed, names = await self._store.read(works.names_since, self._seen)
        for gone in set(changed) - {name.work for name in names}:
            self.titles.remove(gone)
        if names:
            self.titles.add(map(Entry._make, names))


async def open_catalogue(store: Store) -> Catalogue:
    """The catalogue of all works in the store."""
    seen = await store.read(works.last_change)
    lines = Lines()
    after = (WorkId(0), "")
    with _all_to_be_kept():
        while page := await store.read(works.names, after, PAGE):
            lines.write(map(Entry._make, page))
            after = (page[-1].work, page[-1].form)
        return Catalogue(store, TitleIndex(lines), seen)


@contextmanager
def _all_to_be_kept() -> Iterator[None]:
    """Without the garbage collector, which would go through a large library again and again for nothing."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
