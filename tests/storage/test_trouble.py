"""Trouble with the disk or the server: told in words, nothing half-written, and over when it is over."""

import asyncio
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import asyncpg
import pytest

from storage import (
    Place,
    Store,
    StoreBusy,
    StoreFull,
    StoreUnreachable,
    facts,
    marks,
    postgres,
    sqlite,
)
from storage.engine import Unit
from storage.migrate import APPLICATION
from tests.storage.conftest import Opening
from tests.storage.worlds import ANA, a_work, an_incoming, cast, follow, number, publish, rows_in

SECRET = "sesame-4711"


def pages(limit: int) -> Unit[int]:
    """Lets the file have so many pages at most; returns what it may have now."""
    rows = yield f"PRAGMA max_page_count = {limit}", ()
    return int(rows[0][0])


@pytest.fixture
async def small(sqlite_url: str, opening: Opening) -> Store:
    return await opening(sqlite_url)


async def fill(store: Store) -> None:
    """Leave no page free: the limit is what there is, and free room within pages is used up."""
    await store.write(pages, 1)
    ballast = (store.write(marks.put, f"ballast {turn}", "x" * 300) for turn in range(100))
    told = await asyncio.gather(*ballast, return_exceptions=True)
    assert isinstance(told[-1], StoreFull)


async def test_a_full_disk_refuses_a_review_as_a_whole_and_works_again_after(small: Store) -> None:
    await follow(small, Place("discord", 1))
    first = await publish(small, an_incoming(a_work(id=1), source="first"))
    await fill(small)
    tables = ("works", "names", "reviews", "deliveries", "changes")
    before = [await rows_in(small, table) for table in tables]
    large = an_incoming(a_work(title="Large"), source="second", summary="word " * 5000)
    with pytest.raises(StoreFull, match="the disk is full: nothing was changed"):
        await publish(small, large)
    assert [await rows_in(small, table) for table in tables] == before
    assert await small.read(facts.reviewed, first.review_id) is not None
    await small.write(pages, 100_000)
    assert (await publish(small, large)).outcome == "new"
    await cast(small, ANA, 1, 8)
    assert await number(small, "SELECT COUNT(*) FROM votes") == 1


async def test_on_a_full_disk_each_waiting_writer_hears_of_it(small: Store) -> None:
    await fill(small)
    large = [small.write(marks.put, f"large {turn}", "x" * 9000) for turn in range(20)]
    told = await asyncio.gather(*large, return_exceptions=True)
    assert {type(each) for each in told} == {StoreFull}
    await small.write(pages, 100_000)
    await small.write(marks.put, "after", "room")
    assert await small.read(marks.get, "after") == "room"


async def test_a_store_that_another_process_keeps_locked_is_busy_then_free(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opening: Opening
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    store = await opening(sqlite_url)
    with closing(sqlite3.connect(tmp_path / "store.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy, match="another process kept the store locked"):
            await store.write(marks.put, "name", "value")
        assert await store.read(marks.get, "name") == ""
        other.execute("ROLLBACK")
    await store.write(marks.put, "name", "value")
    await store.close()


@pytest.fixture
async def closed_store(sqlite_url: str, tmp_path: Path, opening: Opening) -> Path:
    """The file of a store whose last forty pages hold marks."""
    store = await opening(sqlite_url)
    await asyncio.gather(*(store.write(marks.put, f"mark {turn}", "x" * 3000) for turn in range(50)))
    await store.close()
    return tmp_path / "store.db"


def damage(path: Path, begin: int) -> None:
    whole = path.read_bytes()
    rest = whole[begin:]
    path.write_bytes(whole[: len(whole) - len(rest)] + b"\xff" * len(rest))


async def test_a_file_that_is_damaged_all_over_cannot_be_opened(
    sqlite_url: str, closed_store: Path, opening: Opening
) -> None:
    damage(closed_store, 4096)
    with pytest.raises(StoreUnreachable, match=r"cannot open the store .*malformed"):
        await opening(sqlite_url)


async def test_a_damaged_part_of_a_file_is_told_of_in_words(
    sqlite_url: str, closed_store: Path, opening: Opening
) -> None:
    damage(closed_store, -40 * 4096)
    store = await opening(sqlite_url)
    with pytest.raises(StoreUnreachable, match=r"damaged .* put a backup in its place"):
        await store.read(marks.get, "mark 30")
    with pytest.raises(StoreUnreachable, match=r"damaged .* put a backup in its place"):
        await store.write(marks.put, "mark 30", "value")
    await store.close()


@contextmanager
def nobody(folder: Path) -> Iterator[None]:
    """Somebody who may not enter the folder."""
    folder.chmod(0o000)
    root = os.geteuid() == 0
    if root:  # root may enter everything
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o700)


async def test_a_folder_that_may_not_be_entered_is_told_of_in_words(tmp_path: Path, opening: Opening) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    with nobody(folder), pytest.raises(StoreUnreachable, match=r"cannot open the store .*store\.db: "):
        await opening(f"sqlite:///{folder / 'store.db'}")
    with nobody(folder), pytest.raises(StoreUnreachable, match=r"cannot open the store .*store\.db: "):
        await opening(f"sqlite:///{folder / 'below' / 'store.db'}")


async def test_a_folder_or_a_file_in_the_way_is_told_of_in_words(tmp_path: Path, opening: Opening) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path, tmp_path / "file" / "store.db"):
        with pytest.raises(StoreUnreachable, match="cannot open the store"):
            await opening(f"sqlite:///{path}")


async def test_missing_folders_are_made(tmp_path: Path, opening: Opening) -> None:
    store = await opening(f"sqlite:///{tmp_path / 'a' / 'b' / 'store.db'}")
    await store.close()
    assert (tmp_path / "a" / "b" / "store.db").exists()


@pytest.mark.parametrize(
    "url",
    ["", "reviews.db", "sqlite://", "sqlite:///", "sqlite://host", f"mysql://me:{SECRET}@127.0.0.1/x",
     f"postgresql:/me:{SECRET}@127.0.0.1/x"],
)  # fmt: skip
async def test_an_address_of_no_known_kind_is_refused_without_repeating_it(
    url: str, opening: Opening
) -> None:
    with pytest.raises(StoreUnreachable, match="neither sqlite:///FILE nor postgresql://") as told:
        await opening(url)
    assert SECRET not in str(told.value)


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://me:{SECRET}@127.0.0.1:1/reviews",
        f"postgresql://me:{SECRET}@no-such-host.invalid/reviews",
        f"postgresql://me:{SECRET}/{SECRET}@127.0.0.1/reviews",
        f"postgresql://me:{SECRET}#{SECRET}@127.0.0.1/reviews",
        f"postgresql://me:{SECRET}@127.0.0.1:{SECRET}/reviews",
        f"postgresql://me:{SECRET}@127.0.0.1:1/reviews?sslmode={SECRET}",
        f"postgresql://me:{SECRET}@[::1/reviews",
    ],
)
async def test_a_server_that_cannot_be_reached_is_told_of_without_the_password(
    url: str, opening: Opening
) -> None:
    with pytest.raises(StoreUnreachable, match=r"cannot reach the database|address cannot be read") as told:
        await opening(url)
    trail = [told.value, told.value.__cause__]
    assert not any("sesame" in str(error) for error in trail if error)


async def test_a_database_that_does_not_exist_is_told_of(postgres_server: str, opening: Opening) -> None:
    with pytest.raises(StoreUnreachable, match=r"cannot reach the database: .*nowhere"):
        await opening(postgres_server.replace("/postgres", "/nowhere", 1))


def hang_up() -> Unit[None]:
    yield "SELECT pg_terminate_backend(pg_backend_pid())", ()


async def test_a_server_that_hangs_up_is_told_of_and_reached_again(
    postgres_url: str, opening: Opening
) -> None:
    store = await opening(postgres_url)
    for trial in (store.read(hang_up), store.write(hang_up)):
        with pytest.raises(StoreUnreachable, match="the database does not answer"):
            await trial
    await store.write(marks.put, "name", "after")
    assert await store.read(marks.get, "name") == "after"
    await store.close()


async def test_a_database_that_another_process_keeps_locked_is_busy_then_free(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch, opening: Opening
) -> None:
    monkeypatch.setattr(postgres, "BUSY_SECONDS", 0.05)
    store = await opening(postgres_url)
    other = await asyncpg.connect(postgres_url)
    await other.execute("SELECT pg_advisory_lock($1)", APPLICATION)
    with pytest.raises(StoreBusy, match="other writers kept the database"):
        await store.write(marks.put, "name", "value")
    assert await store.read(marks.get, "name") == ""
    await other.execute("SELECT pg_advisory_unlock($1)", APPLICATION)
    await other.close()
    monkeypatch.undo()
    await store.write(marks.put, "name", "value")
    await store.close()


async def test_an_argument_that_no_column_takes_is_its_units_own_fault(store: Store) -> None:
    good = store.write(marks.put, "good", "value")
    bad = store.write(marks.put, "bad", object())  # type: ignore[arg-type]
    told = await asyncio.gather(good, bad, return_exceptions=True)
    assert told[0] is None
    assert isinstance(told[1], Exception)
    assert not isinstance(told[1], StoreUnreachable)
    assert await store.read(marks.get, "good") == "value"
