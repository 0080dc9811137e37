"""What is not ours is refused and left as it was, byte for byte."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest

from storage import StoreRefused
from storage.migrate import APPLICATION, steps
from tests.storage.conftest import Opening
from tests.storage.worlds import a_work, an_incoming, publish


def another_programs(path: Path) -> None:
    with closing(sqlite3.connect(path)) as foreign:
        foreign.executescript("CREATE TABLE orders (id INTEGER); INSERT INTO orders VALUES (1);")


def another_programs_with_a_log(path: Path) -> None:
    with closing(sqlite3.connect(path)) as foreign:
        foreign.execute("PRAGMA journal_mode = WAL")
        foreign.execute("CREATE TABLE orders (id INTEGER)")


def another_programs_with_a_mark(path: Path) -> None:
    with closing(sqlite3.connect(path)) as foreign:
        foreign.execute("PRAGMA application_id = 1196444487")
        foreign.execute("CREATE TABLE orders (id INTEGER)")


def text(path: Path) -> None:
    path.write_text("Shopping list: popcorn, tickets\n" * 20)


def short_text(path: Path) -> None:
    path.write_text("x")


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))


def cut_short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(10))


def newer_versions(path: Path) -> None:
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA journal_mode = WAL")
        newer.execute(f"PRAGMA application_id = {APPLICATION}")
        newer.execute(f"PRAGMA user_version = {len(steps()) + 1}")
        newer.execute("CREATE TABLE works (id INTEGER PRIMARY KEY, something TEXT)")


FILES = [
    another_programs,
    another_programs_with_a_log,
    another_programs_with_a_mark,
    text,
    short_text,
    picture,
    cut_short,
    newer_versions,
]


def folder_of(path: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in path.parent.iterdir()}


@pytest.mark.parametrize("make", FILES, ids=lambda make: make.__name__)
async def test_what_is_not_ours_is_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], None], opening: Opening
) -> None:
    path = tmp_path / "store.db"
    make(path)
    before = folder_of(path)
    why = "newer version" if make is newer_versions else "name another file"
    with pytest.raises(StoreRefused, match=why):
        await opening(f"sqlite:///{path}")
    assert folder_of(path) == before


async def test_a_newer_version_is_refused_while_it_is_in_use(tmp_path: Path, opening: Opening) -> None:
    path = tmp_path / "store.db"
    store = await opening(f"sqlite:///{path}")
    await publish(store, an_incoming(a_work()))
    await store.close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {len(steps()) + 1}")
        assert (tmp_path / "store.db-wal").exists()
        before = folder_of(path)
        with pytest.raises(StoreRefused, match="newer version"):
            await opening(f"sqlite:///{path}")
        after = folder_of(path)
    assert {name: after[name] for name in ("store.db", "store.db-wal")} == {
        name: before[name] for name in ("store.db", "store.db-wal")
    }


async def test_an_empty_file_is_room_for_a_store(tmp_path: Path, opening: Opening) -> None:
    (tmp_path / "store.db").touch()
    store = await opening(f"sqlite:///{tmp_path / 'store.db'}")
    await publish(store, an_incoming(a_work()))
    await store.close()


async def test_a_closed_store_is_one_file(tmp_path: Path, opening: Opening) -> None:
    store = await opening(f"sqlite:///{tmp_path / 'store.db'}")
    await publish(store, an_incoming(a_work()))
    await store.close()
    assert list(folder_of(tmp_path / "store.db")) == ["store.db"]


async def tables_of(url: str) -> set[str]:
    connection = await asyncpg.connect(url)
    try:
        rows = await connection.fetch(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
        )
    finally:
        await connection.close()
    return {row[0] for row in rows}


async def in_database(url: str, *statements: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def test_a_database_with_another_programs_tables_is_refused_and_untouched(
    postgres_url: str, opening: Opening
) -> None:
    await in_database(postgres_url, "CREATE TABLE orders (id BIGINT)")
    with pytest.raises(StoreRefused, match="another program's tables"):
        await opening(postgres_url)
    assert await tables_of(postgres_url) == {"orders"}


async def test_a_database_of_another_program_with_versions_like_ours_is_refused(
    postgres_url: str, opening: Opening
) -> None:
    await in_database(
        postgres_url,
        "CREATE TABLE store_version (application BIGINT, version BIGINT)",
        "INSERT INTO store_version VALUES (42, 0)",
    )
    with pytest.raises(StoreRefused, match="another program's"):
        await opening(postgres_url)
    assert await tables_of(postgres_url) == {"store_version"}


async def test_a_database_of_a_newer_version_is_refused_and_untouched(
    postgres_url: str, opening: Opening
) -> None:
    await (await opening(postgres_url)).close()
    await in_database(postgres_url, "UPDATE store_version SET version = version + 1")
    before = await tables_of(postgres_url)
    with pytest.raises(StoreRefused, match="newer version"):
        await opening(postgres_url)
    assert await tables_of(postgres_url) == before
