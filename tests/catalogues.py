"""A store of films for tests of the catalogue."""

from collections.abc import Iterable
from typing import Any

from bot.catalogue import Catalogue, open_catalogue
from storage import Store, Work, WorkId, titles, works
from storage.engine import Unit
from tests.desks import NOW


def saving(saved: Iterable[Work]) -> Unit[None]:
    for work in saved:
        yield from works.save(work, (work.title.casefold(),), ())


async def save(store: Store, *saved: Work) -> None:
    await store.write(saving, saved)


def film(number: int, title: str, **more: Any) -> Work:
    return Work(WorkId(number), "film", title, **more)


def films(first: int, last: int) -> list[Work]:
    return [film(number, f"Film {number}") for number in range(first, last + 1)]


async def fill(store: Store, count: int) -> Catalogue:
    """A store of so many films, and its catalogue, kept."""
    await save(store, *films(1, count))
    catalogue = await open_catalogue(store)
    await catalogue.keep(NOW)
    return catalogue


async def delete(store: Store, number: int) -> None:
    def unit() -> Unit[None]:
        yield "DELETE FROM names WHERE work_id = ?", (number,)
        yield "INSERT INTO changes (work_id) VALUES (?)", (number,)

    await store.write(unit)


async def parts(store: Store) -> list[tuple[int, bytes]]:
    found: list[tuple[int, bytes]] = []
    while part := await store.read(titles.index_part, len(found)):
        found.append(part)
    return found


def found(catalogue: Catalogue, words: str) -> list[int]:
    return [match.work for match in catalogue.titles.search(words).matches]


def rename(old: str, new: str) -> Unit[None]:
    """Without a word of it in the list of changes."""
    yield "UPDATE names SET form = ? WHERE form = ?", (new, old)


def rename_table(old: str, new: str) -> Unit[None]:
    yield f"ALTER TABLE {old} RENAME TO {new}", ()


async def reads_what_was_kept(store: Store) -> bool:
    """Whether a start is content with the kept index: it then overlooks a name written behind its back."""
    await store.write(rename, "film 1", "behind its back")
    catalogue = await open_catalogue(store)
    await store.write(rename, "behind its back", "film 1")
    return catalogue.titles.known("film 1")
