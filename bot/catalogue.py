"""The title index of a store: there at the start, kept in step with what all processes write."""

import asyncio
import gc
import logging
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import count

from bot.rules.matching import (
    BadPack,
    Found,
    Hit,
    Lines,
    Shelf,
    TitleIndex,
    hinted,
    is_hinted_at,
    left_over,
    packed,
    plain,
    query_number,
    shelve,
    spelled,
    together,
    unpacked,
    verdict,
)
from storage import Account, Store, Work, WorkId, titles, works

log = logging.getLogger(__name__)

PAGE = 4096
PART = 1 << 20  # small enough that no write keeps others waiting
_HINTED = 24
_ASIDE = 512
_AT_ONCE = 128
_UNKEPT = 0.05
_FEWEST_UNKEPT = 1000


class Catalogue:
    """Finds works by name. `titles` is the index itself, which answers at once and waits for nothing.

    It goes up to the change `seen`, and `kept` of its works are in the index that the store keeps.
    """

    def __init__(
        self,
        store: Store,
        index: TitleIndex,
        seen: int,
        kept: int = 0,
        finishing: "asyncio.Future[Shelf] | None" = None,
    ) -> None:
        self._store = store
        self._finishing = finishing
        self._seen = seen
        self._kept = kept
        self._changed = len(index) - kept
        self._asked: Counter[WorkId] = Counter()
        self._turn = asyncio.Lock()
        self.titles = index

    async def search(self, words: str, now: int, limit: int = 5) -> Found:
        """The works that the words may mean, by `judging.verdict`'s rule.

        Where the name alone does not decide, so do the people, platforms and genres that stand beside
        it, and what people meant who asked so before.
        """
        if not self.titles.known(words):
            await self.finished()
        hits = self.titles.hits(words)
        found = verdict(hits, limit)
        if found.certainty == "clear" or not hits:
            return found
        chosen = await self._store.read(titles.chosen, query_number(words), now)
        return verdict(await self._hinted(hits, words), limit, chosen)

    async def complete(self, typed: str, limit: int) -> list[Work]:
        """Works whose names go on as typed, the best known first, but before them those that the people,
        platforms and genres beside the name are of."""
        await self.finished()
        ids = [WorkId(work) for work in self.titles.complete(typed, limit)]
        found = await self._store.read(works.get, ids)
        if len(typed.split()) < 2:
            return found
        return sorted(found, key=lambda work: not is_hinted_at(typed, plain(work.title), _told_of(work)))

    async def finished(self) -> None:
        """Wait until what guesses need is made, if it is being made; meanwhile others are answered."""
        if self._finishing is not None:
            await asyncio.wait([self._finishing])  # who is cancelled takes it from nobody else
            self._finishing = None

    async def choose(self, query: int, who: Account, work: WorkId, now: int) -> None:
        """Somebody means this work by the query of this number."""
        await self._store.write(titles.choose, query, who, work, now)

    def asked_for(self, work: WorkId) -> None:
        """Somebody asked for this work and got it; counted with the next `keep`."""
        self._asked[work] += 1

    async def refresh(self) -> None:
        """Take in the works whose names changed since the last time. Large changes are put in order aside."""
        async with self._turn:
            seen, changed, names = await self._store.read(titles.names_since, self._seen)
            self._changed += len(changed)
            for gone in set(changed) - {name.work for name in names}:
                self.titles.remove(gone)
            if names:
                entries = spelled(names)
                self.titles.put(await _aside(len(names), lambda: shelve(Lines().write(entries))))
            self._seen = seen
            while pair := self.titles.unbalanced():
                one = await _aside(sum(map(len, pair)), partial(together, pair))
                self.titles.swap(pair, one)

    async def keep(self, now: int) -> None:
        """Write down what was asked for, learn what is well known, keep the index if it changed much."""
        if asked := Counter(self._asked):
            await self._store.write(titles.asked, asked, now)
            self._asked -= asked
        await self._store.write(titles.forget, now)
        after, no_longer = WorkId(0), self.titles.well_known()
        while page := await self._store.read(titles.fames, after, _AT_ONCE):
            self.titles.regard(page)
            no_longer -= page.keys()
            after = WorkId(max(page))
            await asyncio.sleep(0)
        self.titles.regard(dict.fromkeys(no_longer, 0.0))
        if self._changed > max(_FEWEST_UNKEPT, _UNKEPT * self._kept):
            await self._keep_index()

    async def _keep_index(self) -> None:
        async with self._turn:
            seen, shelves = self._seen, self.titles.shelves()
            changed, size = self._changed, len(self.titles)
            data = await asyncio.to_thread(lambda: packed(_one(shelves)))
        for part, start in enumerate(range(0, len(data), PART)):
            await self._store.write(titles.keep_index_part, part, seen, data[start : start + PART])
        await self._store.write(titles.drop_index_parts, part + 1)
        self._changed, self._kept = self._changed - changed, size
        log.info("the title index is kept for the next start, %.1f MB", len(data) / 1e6)

    async def _hinted(self, hits: Sequence[Hit], words: str) -> list[Hit]:
        best = sorted(hits, key=lambda hit: hit.rank, reverse=True)[:_HINTED]
        told = [WorkId(hit.entry.work) for hit in best if left_over(words, hit.entry.form)]
        if not told:
            return list(hits)
        known = await self._store.read(works.get, told)
        return hinted(hits, words, {work.id: _told_of(work) for work in known})


async def open_catalogue(store: Store) -> Catalogue:
    """The catalogue of all works in the store: as it was kept, brought up to date, or else made anew.

    Made anew it finds exact names at once; what guesses need is made in a thread meanwhile.
    """
    kept = await _kept_index(store)
    if kept is not None:
        seen, shelf = kept
        catalogue = Catalogue(store, TitleIndex(shelf), seen, len(shelf))
        await catalogue.refresh()
        return catalogue
    seen = await store.read(titles.last_change)
    lines, after = Lines(), (WorkId(0), "")
    with _all_to_be_kept():
        while page := await store.read(titles.names, after, PAGE):
            lines.write(spelled(page))
            after = (page[-1].work, page[-1].form)
        shelf = shelve(lines)
    finishing = asyncio.get_running_loop().run_in_executor(None, shelf.finish)
    return Catalogue(store, TitleIndex(shelf), seen, finishing=finishing)


async def _kept_index(store: Store) -> tuple[int, Shelf] | None:
    """The index that was kept, and up to which change it goes; None where there is none that can be read."""
    data, all_seen = bytearray(), set[int]()
    for part in count():
        found = await store.read(titles.index_part, part)
        if found is None:
            break
        all_seen.add(found[0])
        data += found[1]
    try:
        return (all_seen.pop(), unpacked(bytes(data))) if len(all_seen) == 1 else None
    except BadPack:
        return None


def _one(shelves: Sequence[Shelf]) -> Shelf:
    return shelves[0] if len(shelves) == 1 and not shelves[0].gone else together(shelves)


def _told_of(work: Work) -> list[str]:
    people = [name for credit in work.people for name in (credit.name, credit.character)]
    return [work.platform, work.original, *work.genres, *work.other_names, *people]


async def _aside(size: int, make: Callable[[], Shelf]) -> Shelf:
    """What takes long is made in a thread, whole, so that answers need not wait for it."""
    return make() if size <= _ASIDE else await asyncio.to_thread(lambda: make().finish())


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
