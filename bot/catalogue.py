"""The title index of a store: filled at the start, kept in step with what other processes write."""

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
            self.titles.add(map(_entry, names))


async def open_catalogue(store: Store) -> Catalogue:
    """The catalogue of all works in the store."""
    seen = await store.read(works.last_change)
    lines = Lines()
    after = (WorkId(0), "")
    while page := await store.read(works.names, after, PAGE):
        lines.write(map(_entry, page))
        after = (page[-1].work, page[-1].form)
    return Catalogue(store, TitleIndex(lines), seen)


def _entry(name: works.Name) -> Entry:
    return Entry(*name)
