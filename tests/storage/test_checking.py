"""Looking at a store from outside, on both engines: what is told of it, and that it stays untouched."""

import sqlite3
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest

from storage import Place, Store, deliveries, subscriptions
from storage.checking import Followed, StoreFacts, look_at
from storage.migrate import steps
from tests.storage.conftest import Opening
from tests.storage.worlds import NOW, follow

GROUP = Place("telegram", -5, kind="group")
TOPIC = Place("telegram", -5, 3, "group")
QUIET = Place("discord", 7, kind="group")


async def facts(url: str, seconds: float = 5) -> StoreFacts:
    return await look_at(url, seconds)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


async def test_a_store_that_is_not_there_is_not_made(store_url: str, tmp_path: Path) -> None:
    found = await facts(store_url)
    assert (found.standing, found.writable, found.trouble) == ("absent", True, "")
    assert contents(tmp_path) == {}


async def test_a_store_of_ours_is_known_with_its_version(store_url: str, opening: Opening) -> None:
    await (await opening(store_url)).close()
    found = await facts(store_url)
    assert (found.standing, found.version, found.newest) == ("ours", len(steps()), len(steps()))
    assert found.writable
    assert found.damage == ("" if found.engine == "SQLite" else None)


async def test_the_places_with_live_subscriptions_are_told(store_url: str, store: Store) -> None:
    await follow(store, GROUP)
    await follow(store, TOPIC)
    paused = await follow(store, QUIET)
    await store.write(subscriptions.pause, paused.id, NOW)
    await store.write(deliveries.shut_out, GROUP, NOW, "kicked")
    found = await facts(store_url)
    assert found.followed == (Followed(GROUP, "kicked"), Followed(TOPIC, "kicked"))


async def test_a_store_in_use_is_looked_at_and_stays_usable(store_url: str, store: Store) -> None:
    await follow(store, GROUP)
    assert (await facts(store_url)).followed == (Followed(GROUP),)
    await follow(store, TOPIC)
    assert len((await facts(store_url)).followed) == 2


async def test_looking_leaves_no_trace_beside_a_file(
    sqlite_url: str, tmp_path: Path, opening: Opening
) -> None:
    await (await opening(sqlite_url)).close()
    before = contents(tmp_path)
    assert (await facts(sqlite_url)).damage == ""
    assert contents(tmp_path) == before


async def test_an_older_store_is_told_and_not_brought_up(sqlite_url: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "store.db")) as connection:
        connection.executescript(f"PRAGMA application_id = {0x52565742}; CREATE TABLE x (y)")
    before = contents(tmp_path)
    found = await facts(sqlite_url)
    assert (found.standing, found.version, found.followed) == ("ours", 0, ())
    assert contents(tmp_path) == before


async def test_a_newer_store_is_told(store_url: str, opening: Opening, tmp_path: Path) -> None:
    await (await opening(store_url)).close()
    if store_url.startswith("sqlite"):
        with closing(sqlite3.connect(tmp_path / "store.db")) as connection:
            connection.execute("PRAGMA user_version = 999")
    else:
        connected = await asyncpg.connect(store_url)
        await connected.execute("UPDATE store_version SET version = 999")
        await connected.close()
    found = await facts(store_url)
    assert (found.standing, found.version) == ("ours", 999)


async def test_another_programs_database_is_strange(store_url: str, tmp_path: Path) -> None:
    if store_url.startswith("sqlite"):
        with closing(sqlite3.connect(tmp_path / "store.db")) as connection:
            connection.execute("CREATE TABLE theirs (x)")
    else:
        connected = await asyncpg.connect(store_url)
        await connected.execute("CREATE TABLE theirs (x INT)")
        await connected.close()
    assert (await facts(store_url)).standing == "strange"


@pytest.mark.parametrize("content", [b"hello", b"SQLite format 3\0cut off"])
async def test_a_file_that_is_no_database_is_strange(sqlite_url: str, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "store.db").write_bytes(content)
    found = await facts(sqlite_url)
    assert (found.standing, found.trouble) == ("strange", "it is no database")


async def test_damaged_pages_are_found(sqlite_url: str, tmp_path: Path, opening: Opening) -> None:
    await (await opening(sqlite_url)).close()
    file = tmp_path / "store.db"
    content = bytearray(file.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    file.write_bytes(content)
    found = await facts(sqlite_url)
    assert found.standing == "ours"
    assert found.damage


async def test_a_check_that_takes_too_long_is_cut_off(sqlite_url: str, opening: Opening) -> None:
    store = await opening(sqlite_url)
    for number in range(600):
        await follow(store, Place("discord", number, 0, "group"))
    await store.close()
    assert (await facts(sqlite_url, seconds=0)).damage is None


async def test_journals_beside_the_store_are_told(sqlite_url: str, tmp_path: Path) -> None:
    (tmp_path / "store.db-wal").write_bytes(b"left over")
    found = await facts(sqlite_url)
    assert (found.standing, found.journals) == ("absent", {"-wal": 9})


async def test_a_place_where_no_store_can_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    found = await facts(f"sqlite:///{tmp_path / 'file' / 'store.db'}")
    assert (found.standing, found.writable) in (("absent", False), ("away", True))


async def test_a_folder_in_the_stores_place_cannot_be_opened(tmp_path: Path) -> None:
    found = await facts(f"sqlite:///{tmp_path}")
    assert (found.standing, bool(found.trouble)) == ("away", True)


@pytest.mark.parametrize("path", ["/reviews", "/re/vi@ews"])
async def test_a_server_that_is_away_is_told_without_its_password(path: str) -> None:
    found = await facts(f"postgresql://somebody:hunter2@127.0.0.1:1{path}")
    assert found.standing == "away"
    assert found.trouble
    assert "hunter2" not in str(found)


@pytest.mark.parametrize("url", ["postgresql://u:hun/ter2@h/x", "postgresql://u:12/hunter2@h/x"])
async def test_an_address_that_cannot_be_read_is_told_without_its_password(url: str) -> None:
    found = await facts(url)
    assert found.standing == "away"
    assert "ter2" not in str(found)
