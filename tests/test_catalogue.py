"""The catalogue: a store's titles at the start, kept for the next one, and what is written meanwhile."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from bot.catalogue import PAGE, _aside, open_catalogue
from bot.rules.drafts import Draft
from bot.rules.matching import Lines, Shelf, shelve
from storage import Store, WorkId, open_store, titles
from tests.catalogues import (
    delete,
    fill,
    film,
    films,
    found,
    parts,
    reads_what_was_kept,
    rename_table,
    save,
)
from tests.desks import NOW, bring, desk_in


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await open_store(f"sqlite:///{tmp_path / 'titles.db'}")
    yield store
    await store.close()


# What is there at the start


async def test_it_holds_every_title_of_the_store(tmp_path: Path) -> None:
    async with desk_in(tmp_path) as desk:
        await bring(
            desk.store, Draft("Dark", kind="series", year=2017), Draft("Amélie", original="Le fabuleux")
        )
        catalogue = await open_catalogue(desk.store)
        assert len(catalogue.titles) == 2
        assert all(found(catalogue, words) for words in ("dark", "amelie", "le fabuleux"))


async def test_an_empty_store_has_an_empty_catalogue(store: Store) -> None:
    catalogue = await open_catalogue(store)
    await catalogue.keep(NOW)
    assert len(catalogue.titles) == 0
    assert (await catalogue.search("dark", NOW)).certainty == "nothing"
    assert await parts(store) == []


async def test_more_titles_than_a_page_are_all_taken_in(store: Store) -> None:
    await save(store, *films(1, PAGE + 3))
    assert len((await open_catalogue(store)).titles) == PAGE + 3


# What is kept for the next start


async def test_a_guess_asked_at_once_waits_for_what_it_needs_and_an_impatient_one_harms_nobody(
    store: Store,
) -> None:
    await save(store, *films(1, PAGE + 3), film(PAGE + 9, "The Copper Harbour"))
    catalogue = await open_catalogue(store)
    impatient = asyncio.create_task(catalogue.search("the coper harbor", NOW))
    waiting = asyncio.create_task(catalogue.search("coper harbour", NOW))
    await asyncio.sleep(0)  # both begin; no time passes
    impatient.cancel()
    exact = await catalogue.search("the copper harbour", NOW)
    assert [match.work for match in (await waiting).matches][:1] == [match.work for match in exact.matches][
        :1
    ]
    assert exact.certainty == "clear"
    assert await catalogue.complete("the cop", 5)


async def test_the_second_start_reads_what_was_kept(store: Store) -> None:
    first = await fill(store, 1100)
    assert await parts(store)
    assert await reads_what_was_kept(store)
    second = await open_catalogue(store)
    assert len(second.titles) == len(first.titles) == 1100
    for words in ("film 1100", "film", "fulm 77"):
        assert second.titles.search(words) == first.titles.search(words)
        assert second.titles.complete(words) == first.titles.complete(words)


async def test_a_start_with_nothing_kept_reads_every_name(store: Store) -> None:
    await fill(store, 1100)
    await store.write(titles.drop_index_parts, 0)
    assert not await reads_what_was_kept(store)


async def test_a_small_library_is_not_kept(store: Store) -> None:
    await fill(store, 900)
    assert await parts(store) == []


async def test_it_is_kept_again_only_where_much_changed(store: Store) -> None:
    catalogue = await fill(store, 1100)
    ((seen, _),) = await parts(store)
    await save(store, *films(2001, 2900))
    await catalogue.refresh()
    await catalogue.keep(NOW)
    assert [part[0] for part in await parts(store)] == [seen]
    await save(store, *films(3001, 3101))
    await catalogue.refresh()
    await catalogue.keep(NOW)
    assert [part[0] for part in await parts(store)] == [await store.read(titles.last_change)]
    assert len((await open_catalogue(store)).titles) == 1100 + 900 + 101


async def test_what_changed_after_keeping_is_taken_in_at_the_start(store: Store) -> None:
    await fill(store, 1100)
    await save(store, film(7, "Zzyzx Roadhouse"), film(5000, "Quiet Harbour"))
    await delete(store, 8)
    assert await reads_what_was_kept(store)
    second = await open_catalogue(store)
    assert found(second, "zzyzx roadhouse") == [7]
    assert found(second, "quiet harbour") == [5000]
    assert not second.titles.known("film 7")
    assert not second.titles.known("film 8")
    assert len(second.titles) == 1100


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: b"",
        lambda data: data + b"more",
        lambda data: data[:5000] + b"\xff" + data[5001:],
        lambda data: b"something else",
    ],
    ids=["halved", "cut", "emptied", "longer", "a byte", "foreign"],
)
async def test_a_damaged_index_is_made_anew(store: Store, damage: Any) -> None:
    await fill(store, 1100)
    ((seen, data),) = await parts(store)
    await store.write(titles.keep_index_part, 0, seen, damage(data))
    assert not await reads_what_was_kept(store)
    again = await open_catalogue(store)
    assert len(again.titles) == 1100
    await again.keep(NOW)
    assert await reads_what_was_kept(store)


async def test_parts_that_go_up_to_different_changes_are_not_mixed(store: Store) -> None:
    await fill(store, 1100)
    ((seen, data),) = await parts(store)
    half = len(data) // 2
    await store.write(titles.keep_index_part, 0, seen, data[:half])
    await store.write(titles.keep_index_part, 1, seen + 1, data[half:])
    assert not await reads_what_was_kept(store)
    assert len((await open_catalogue(store)).titles) == 1100


async def test_an_index_in_several_parts_is_read_whole(store: Store) -> None:
    await fill(store, 1100)
    ((seen, data),) = await parts(store)
    for part, start in enumerate(range(0, len(data), 1000)):
        await store.write(titles.keep_index_part, part, seen, data[start : start + 1000])
    assert len(await parts(store)) > 5
    assert await reads_what_was_kept(store)
    assert len((await open_catalogue(store)).titles) == 1100


async def test_a_shorter_index_leaves_no_parts_of_a_longer_one(store: Store) -> None:
    await save(store, *films(1, 1100))
    for part in range(5):
        await store.write(titles.keep_index_part, part, 1, b"older and longer")
    await (await open_catalogue(store)).keep(NOW)
    assert len(await parts(store)) == 1


# While it changes


async def test_a_refresh_sees_what_another_process_wrote(tmp_path: Path) -> None:
    async with desk_in(tmp_path) as mine, desk_in(tmp_path) as theirs:
        assert len(mine.catalogue.titles) == 0
        await bring(theirs.store, Draft("Dark", kind="series", year=2017), Draft("Solo", year=2018))
        assert not found(mine.catalogue, "dark")
        await mine.catalogue.refresh()
        assert found(mine.catalogue, "dark")
        assert len(mine.catalogue.titles) == 2


async def test_a_renamed_work_is_found_by_its_new_name_only(tmp_path: Path) -> None:
    async with desk_in(tmp_path) as mine, desk_in(tmp_path) as theirs:
        await bring(theirs.store, Draft("Zzyzx Roadhouse", url="https://example.org/1"))
        await mine.catalogue.refresh()
        await bring(theirs.store, Draft("Quiet Harbour", url="https://example.org/1"))
        await mine.catalogue.refresh()
        assert mine.catalogue.titles.search("quiet harbour").certainty == "clear"
        assert not found(mine.catalogue, "zzyzx roadhouse")
        assert len(mine.catalogue.titles) == 1


async def test_a_refresh_without_news_changes_nothing(tmp_path: Path) -> None:
    async with desk_in(tmp_path) as desk:
        await bring(desk.store, Draft("Dark"))
        for _ in range(2):
            await desk.catalogue.refresh()
            assert len(desk.catalogue.titles) == 1


async def test_two_catalogues_of_one_store_see_the_same(store: Store) -> None:
    one, other = await open_catalogue(store), await open_catalogue(store)
    for first in range(1, 60, 7):
        await save(store, *films(first, first + 9))
        await delete(store, first)
        await (one if first % 2 else other).refresh()
    for catalogue in (one, other):
        await catalogue.refresh()
    for words in ("film 1", "film 30", "fulm 44", "film", "36"):
        assert await one.search(words, NOW) == await other.search(words, NOW)
        assert one.titles.complete(words) == other.titles.complete(words)
    assert len(one.titles) == len(other.titles)


async def test_searches_are_answered_while_a_large_import_is_taken_in(store: Store) -> None:
    await save(store, *films(1, 30))
    catalogue = await open_catalogue(store)
    await save(store, *films(1001, 2500), film(7, "Zzyzx Roadhouse"))
    refresh = asyncio.create_task(catalogue.refresh())
    answered = 0
    while not refresh.done():
        assert found(catalogue, "film 30") == [30]
        assert found(catalogue, "film 7") == [7] or found(catalogue, "zzyzx roadhouse") == [7]
        answered += 1
        await asyncio.sleep(0)
    await refresh
    assert answered > 2
    assert found(catalogue, "film 2500") == [2500]
    assert found(catalogue, "zzyzx roadhouse") == [7]
    assert not catalogue.titles.known("film 7")
    assert len(catalogue.titles) == 30 + 1500


async def test_what_takes_long_is_made_while_other_things_go_on() -> None:
    gone_on = Event()

    def make() -> Shelf:
        assert gone_on.wait(5), "nothing could go on meanwhile"
        return shelve(Lines())

    making = asyncio.create_task(_aside(513, make))
    await asyncio.sleep(0)
    gone_on.set()
    assert len(await making) == 0


async def test_refreshes_at_once_take_in_everything_once(store: Store) -> None:
    await save(store, *films(1, 30))
    catalogue = await open_catalogue(store)
    for first in (1001, 2001, 3001):
        await save(store, *films(first, first + 599))
        await asyncio.gather(*(catalogue.refresh() for _ in range(3)))
    assert len(catalogue.titles) == 30 + 1800
    assert catalogue.titles.unbalanced() is None


async def test_a_refresh_that_was_broken_off_is_made_up_for_by_the_next(store: Store) -> None:
    await save(store, *films(1, 30))
    catalogue = await open_catalogue(store)
    await save(store, *films(1001, 2500))
    for later in count():  # broken off ever later, until one comes to its end before
        refresh = asyncio.create_task(catalogue.refresh())
        done, _ = await asyncio.wait({refresh}, timeout=later / 500)
        if done:
            break
        refresh.cancel()
        await asyncio.wait({refresh})
    assert found(catalogue, "film 2500") == [2500]
    assert len(catalogue.titles) == 30 + 1500


async def test_what_could_not_be_kept_is_kept_the_next_time(store: Store) -> None:
    await save(store, *films(1, 1100))
    catalogue = await open_catalogue(store)
    catalogue.asked_for(WorkId(3))
    for table in ("asked", "title_index"):
        await store.write(rename_table, table, "away")
        with pytest.raises(sqlite3.OperationalError):
            await catalogue.keep(NOW)
        await store.write(rename_table, "away", table)
    await catalogue.keep(NOW)
    assert await store.read(titles.fames, WorkId(0), 9) == {3: titles.ASKED_WEIGHT}
    assert await reads_what_was_kept(store)


async def test_it_may_be_kept_while_it_changes(store: Store) -> None:
    await save(store, *films(1, 1100))
    catalogue = await open_catalogue(store)
    await save(store, *films(2001, 2700))
    await asyncio.gather(catalogue.keep(NOW), catalogue.refresh())
    second = await open_catalogue(store)
    assert len(second.titles) == len(catalogue.titles) == 1800
    assert found(second, "film 2700") == [2700]
