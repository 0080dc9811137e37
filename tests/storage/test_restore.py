"""Restoring a backup: what comes back, what is refused, and what is not sent twice."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from storage import (
    Account,
    Place,
    Shown,
    Store,
    StoreError,
    StoreRefused,
    WorkId,
    cards,
    deliveries,
    reviews,
)
from storage.backup import BackupRefused, back_up
from storage.engine import Unit
from storage.migrate import steps
from storage.restore import restore
from tests.storage.backups import LATER, counted, damage, names_in
from tests.storage.conftest import Opening
from tests.storage.test_refused import FILES, newer_versions
from tests.storage.worlds import ANA, NOW, a_work, an_incoming, cast, follow, look, rows_in, shelve


async def test_a_restored_store_is_the_one_that_was_backed_up(
    backup: Path, sqlite_url: str, tmp_path: Path, opening: Opening
) -> None:
    (tmp_path / "store.db").chmod(0o640)
    restored = await restore(sqlite_url, backup, LATER)
    assert restored.kept == tmp_path / "store-replaced-2027-01-16-080000.db"
    assert restored.unsure == 0
    assert names_in(tmp_path) == ["safe", "store-replaced-2027-01-16-080000.db", "store.db"]
    assert stat.S_IMODE((tmp_path / "store.db").stat().st_mode) == 0o640
    assert counted(restored.kept, "votes") == 1
    store = await opening(sqlite_url)
    assert await rows_in(store, "votes") == 0
    await cast(store, ANA, 1, 3)
    await store.close()
    assert counted(restored.kept, "votes") == 1
    assert counted(backup, "votes") == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may act for others")
async def test_a_store_restored_by_root_belongs_to_whom_it_belonged(
    backup: Path, sqlite_url: str, tmp_path: Path
) -> None:
    os.chown(tmp_path / "store.db", 10001, 10001)
    await restore(sqlite_url, backup, LATER)
    found = (tmp_path / "store.db").stat()
    assert (found.st_uid, found.st_gid) == (10001, 10001)


async def test_a_backup_is_put_where_no_store_was_yet(backup: Path, tmp_path: Path, opening: Opening) -> None:
    url = f"sqlite:///{tmp_path / 'new' / 'place' / 'reviews.db'}"
    restored = await restore(url, backup, LATER)
    assert (restored.kept, names_in(tmp_path / "new" / "place")) == (None, ["reviews.db"])
    store = await opening(url)
    assert await rows_in(store, "works") == 1
    await store.close()


async def test_what_only_the_log_held_is_kept_with_the_replaced_store(
    backup: Path, sqlite_url: str, tmp_path: Path, opening: Opening
) -> None:
    """As after a kill: the newest vote is in the log alone."""
    store = await opening(sqlite_url)
    await cast(store, Account("telegram", 9), 1, 2)
    left = {end: (tmp_path / f"store.db{end}").read_bytes() for end in ("", "-wal")}
    await store.close()
    for end, content in left.items():
        (tmp_path / f"store.db{end}").write_bytes(content)
    restored = await restore(sqlite_url, backup, LATER)
    assert restored.kept is not None
    assert not (tmp_path / "store.db-wal").exists()
    assert counted(restored.kept, "votes") == 2
    assert counted(tmp_path / "store.db", "votes") == 0


async def test_a_store_that_cannot_be_read_is_kept_with_all_that_stands_beside_it(
    backup: Path, sqlite_url: str, tmp_path: Path
) -> None:
    ends = ("", "-wal", "-shm")
    for end in ends:
        (tmp_path / f"store.db{end}").write_text(f"ruins{end}")
    restored = await restore(sqlite_url, backup, LATER)
    assert restored.kept is not None
    kept = [restored.kept.with_name(restored.kept.name + end) for end in ends]
    assert [each.read_text() for each in kept] == [f"ruins{end}" for end in ends]
    assert names_in(tmp_path) == sorted(["safe", "store.db", *(each.name for each in kept)])
    assert counted(tmp_path / "store.db", "works") == 1


async def test_a_damaged_backup_is_refused(backup: Path, sqlite_url: str, tmp_path: Path) -> None:
    damage(backup)
    before = (tmp_path / "store.db").read_bytes()
    with pytest.raises(BackupRefused, match=r"backup\.db is damaged .*; use an earlier backup"):
        await restore(sqlite_url, backup, LATER)
    assert (tmp_path / "store.db").read_bytes() == before
    assert names_in(tmp_path) == ["safe", "store.db"]


@pytest.mark.parametrize("make", FILES, ids=lambda make: make.__name__)
async def test_a_strange_or_newer_file_is_not_put_in_place(
    small: Store, sqlite_url: str, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    await small.close()
    before = (tmp_path / "store.db").read_bytes()
    (tmp_path / "strange").mkdir()
    make(tmp_path / "strange" / "backup.db")
    why = "newer version" if make is newer_versions else "name a file that `python -m bot backup` made"
    with pytest.raises(StoreRefused, match=why):
        await restore(sqlite_url, tmp_path / "strange" / "backup.db", LATER)
    assert (tmp_path / "store.db").read_bytes() == before
    assert names_in(tmp_path) == ["store.db", "strange"]


@pytest.mark.parametrize("name", ["nothing.db", "store.db", "empty.db", "."])
async def test_what_is_no_backup_at_all_is_refused(
    small: Store, sqlite_url: str, tmp_path: Path, name: str
) -> None:
    await small.close()
    (tmp_path / "empty.db").touch()
    with pytest.raises(BackupRefused, match=r"there is no file|is no backup"):
        await restore(sqlite_url, tmp_path / name, LATER)
    assert names_in(tmp_path) == ["empty.db", "store.db"]


@pytest.fixture
async def alerted(small: Store) -> Store:
    """A store in which two alerts are due."""
    for chat in (1, 2):
        await follow(small, Place("telegram", chat))
    await shelve(small, "Oldboy", alert=True)
    return small


def states() -> Unit[list[str]]:
    rows = yield "SELECT state FROM deliveries ORDER BY place_id", ()
    return [state for (state,) in rows]


async def send_one(store: Store) -> None:
    (claimed,) = await store.write(deliveries.claim, "telegram", NOW + 1, 60, 1)
    await store.write(deliveries.sent, claimed, "1")


async def test_alerts_that_went_out_since_the_backup_are_not_due_again(
    alerted: Store, sqlite_url: str, tmp_path: Path, opening: Opening
) -> None:
    path = await back_up(sqlite_url, str(tmp_path / "backup.db"), NOW)
    await send_one(alerted)
    await alerted.close()
    assert (await restore(sqlite_url, path, LATER)).unsure == 0
    store = await opening(sqlite_url)
    assert sorted(await store.read(states)) == ["due", "sent"]
    await send_one(store)
    assert await store.write(deliveries.claim, "telegram", LATER, 60, 9) == []
    await store.close()


async def test_a_review_that_was_announced_since_the_backup_owes_nothing_when_it_is_imported_again(
    alerted: Store, sqlite_url: str, tmp_path: Path, opening: Opening
) -> None:
    path = await back_up(sqlite_url, str(tmp_path / "backup.db"), NOW)
    newer = an_incoming(a_work(id=7, title="Oldboy"), source="since")
    assert (await alerted.write(reviews.publish, newer, alerted.ids, NOW, True)).alerts
    await alerted.close()
    await restore(sqlite_url, path, LATER)
    store = await opening(sqlite_url)
    again = await store.write(reviews.publish, newer, store.ids, LATER, True)
    assert (again.outcome, again.alerts) == ("new", 0)
    await store.close()


async def test_cards_that_stand_in_chats_are_drawn_anew_after_a_restore(
    small: Store, sqlite_url: str, tmp_path: Path, opening: Opening
) -> None:
    path = await back_up(sqlite_url, str(tmp_path / "backup.db"), NOW)
    await small.write(cards.posted, Place("telegram", 5), "9", Shown(WorkId(1), 1), NOW)
    await small.close()
    await restore(sqlite_url, path, LATER)
    store = await opening(sqlite_url)
    assert [card.message for card in await store.read(cards.stale, "telegram", LATER, 5, 9)] == ["9"]
    await store.close()


def take_update(number: int) -> Unit[None]:
    yield "INSERT INTO inbox (platform, number, body, tries) VALUES ('telegram', ?, '{}', 0)", (number,)


def drop_update(number: int) -> Unit[None]:
    yield "DELETE FROM inbox WHERE number = ?", (number,)


async def test_questions_answered_since_are_not_answered_again_and_open_ones_are_kept(
    small: Store, sqlite_url: str, tmp_path: Path, opening: Opening
) -> None:
    await small.write(take_update, 1)
    path = await back_up(sqlite_url, str(tmp_path / "backup.db"), NOW)
    await small.write(drop_update, 1)
    await small.write(take_update, 2)
    await small.close()
    await restore(sqlite_url, path, LATER)
    store = await opening(sqlite_url)
    assert await look(store, "SELECT number FROM inbox") == [(2,)]
    await store.close()


async def test_alerts_of_which_nobody_knows_whether_they_went_out_are_counted(
    alerted: Store, sqlite_url: str, tmp_path: Path
) -> None:
    path = await back_up(sqlite_url, str(tmp_path / "backup.db"), NOW)
    await alerted.close()
    (tmp_path / "store.db").write_text("ruins")
    assert (await restore(sqlite_url, path, LATER)).unsure == 2
    assert (await restore(f"sqlite:///{tmp_path / 'elsewhere.db'}", path, LATER)).unsure == 2


async def test_a_backup_replaces_the_store_of_a_newer_version(
    backup: Path, sqlite_url: str, tmp_path: Path, opening: Opening
) -> None:
    """The way back from an update."""
    with closing(sqlite3.connect(tmp_path / "store.db")) as newer:
        newer.execute(f"PRAGMA user_version = {len(steps()) + 1}")
    await restore(sqlite_url, backup, LATER)
    store = await opening(sqlite_url)
    assert await rows_in(store, "works") == 1
    await store.close()


async def test_a_second_restore_in_the_same_second_changes_nothing(
    backup: Path, sqlite_url: str, tmp_path: Path
) -> None:
    await restore(sqlite_url, backup, LATER)
    before = names_in(tmp_path)
    with pytest.raises(StoreError):
        await restore(sqlite_url, backup, LATER)
    assert names_in(tmp_path) == before
