"""Backups and their way back: whole and checked, made beside writers, never over what must be kept."""

import asyncio
import os
import shutil
import sqlite3
import stat
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from storage import (
    Account,
    Store,
    StoreBusy,
    StoreFull,
    StoreUnreachable,
    WorkId,
    votes,
)
from storage import backup as backup_module
from storage.backup import FORGOTTEN_SECONDS, BackupRefused, back_up
from storage.restore import restore
from tests.storage.backups import counted, damage, names_in
from tests.storage.worlds import NOW
from tests.survival.worlds import until


async def test_a_backup_holds_all_that_was_acknowledged_before_it_began(
    small: Store, sqlite_url: str, tmp_path: Path
) -> None:
    people = iter(range(1, 100_000))
    acknowledged: list[int] = []
    enough = asyncio.Event()

    async def vote() -> None:
        while not enough.is_set():
            person = next(people)
            await small.write(votes.cast, Account("discord", person), WorkId(1), 7, NOW, small.ids())
            acknowledged.append(person)

    voters = [asyncio.create_task(vote()) for _ in range(4)]
    for turn in range(5):
        before = set(acknowledged)
        path = await back_up(sqlite_url, str(tmp_path / f"{turn}.db"), NOW)
        with closing(sqlite3.connect(path)) as plain:
            kept = {number for (number,) in plain.execute("SELECT number FROM accounts")}
            ((tallied,),) = plain.execute("SELECT votes FROM tallies").fetchall() or [(0,)]
        assert before <= kept
        assert tallied == len(kept)
    enough.set()
    await asyncio.gather(*voters)
    await small.close()


async def test_a_backup_is_one_file_for_its_owners_eyes(
    small: Store, sqlite_url: str, tmp_path: Path
) -> None:
    (tmp_path / "safe").mkdir()
    path = await back_up(sqlite_url, str(tmp_path / "safe" / "backup.db"), NOW)
    await small.close()
    assert counted(path, "works") == 1
    assert names_in(path.parent) == ["backup.db"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("end", ["", "/"])
async def test_in_a_folder_it_is_named_by_the_date(
    small: Store, sqlite_url: str, tmp_path: Path, end: str
) -> None:
    (tmp_path / "safe").mkdir()
    path = await back_up(sqlite_url, f"{tmp_path / 'safe'}{end}", NOW)
    await small.close()
    assert path == tmp_path / "safe" / "store-2027-01-15-080000.db"


async def test_a_file_that_is_there_is_replaced_only_when_asked(
    small: Store, sqlite_url: str, tmp_path: Path
) -> None:
    path = tmp_path / "backup.db"
    path.write_text("precious")
    with pytest.raises(BackupRefused, match=r"exists already; .* --overwrite"):
        await back_up(sqlite_url, str(path), NOW)
    assert path.read_text() == "precious"
    await back_up(sqlite_url, str(path), NOW, overwrite=True)
    await small.close()
    assert counted(path, "works") == 1
    assert names_in(tmp_path) == ["backup.db", "store.db"]


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        ("nowhere/backup.db", "there is no folder .*nowhere; make it first"),
        ("nowhere/", "there is no folder .*nowhere; make it first"),
        ("store.db", "is the store itself"),
        ("store.db-wal", "is the store itself"),
        ("link.db", "is the store itself"),
        ("pipe", "is no ordinary file"),
        ("used.db", "has .*used.db open, or left .*used.db-wal there"),
    ],
)
async def test_a_place_that_will_not_do_is_refused(
    small: Store, sqlite_url: str, tmp_path: Path, wanted: str, why: str
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link.db").symlink_to(tmp_path / "store.db")
    (tmp_path / "used.db-wal").touch()
    before = names_in(tmp_path)
    with pytest.raises(BackupRefused, match=why):
        await back_up(sqlite_url, f"{tmp_path}/{wanted}", NOW, overwrite=True)
    assert names_in(tmp_path) == before
    await small.close()


async def test_without_a_store_there_is_nothing_to_back_up(sqlite_url: str, tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachable, match="there is no store yet"):
        await back_up(sqlite_url, str(tmp_path / "backup.db"), NOW)
    assert names_in(tmp_path) == []


async def test_postgresql_is_left_to_its_own_programs(tmp_path: Path) -> None:
    url = "postgresql://me:sesame@127.0.0.1/reviews"
    with pytest.raises(BackupRefused, match="pg_dump") as told:
        await back_up(url, str(tmp_path / "backup.db"), NOW)
    assert "sesame" not in str(told.value)
    with pytest.raises(BackupRefused, match="pg_restore"):
        await restore(url, tmp_path / "backup.db", NOW)


@contextmanager
def somebody_else() -> Iterator[None]:
    """Not root, who may write everywhere."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


async def test_a_folder_that_may_not_be_written_is_told_of(
    small: Store, sqlite_url: str, tmp_path: Path
) -> None:
    await small.close()
    folder = tmp_path / "theirs"
    folder.mkdir(0o500)
    for each in (tmp_path, *tmp_path.parents):
        if not each.stat().st_mode & 0o055:
            each.chmod(0o755)
    with (
        somebody_else(),
        pytest.raises(StoreUnreachable, match=r"cannot read or write .*theirs.*: Permission denied"),
    ):
        await back_up(sqlite_url, str(folder / "backup.db"), NOW)
    assert names_in(folder) == []


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of 64 kB; skips where none may be mounted."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    mount = shutil.which("mount")
    done = mount and subprocess.run([mount, "-t", "tmpfs", "-o", "size=64k", "none", folder], check=False)
    if not done or done.returncode:
        pytest.skip("only root may mount a tiny disk")
    yield folder
    subprocess.run(["umount", folder], check=True)


async def test_on_a_full_disk_nothing_is_left_behind(small: Store, sqlite_url: str, tiny_disk: Path) -> None:
    with pytest.raises(StoreFull, match="there is no room"):
        await back_up(sqlite_url, str(tiny_disk / "backup.db"), NOW)
    await small.close()
    assert names_in(tiny_disk) == []


async def test_a_damaged_store_gives_no_backup(small: Store, sqlite_url: str, tmp_path: Path) -> None:
    await small.close()
    damage(tmp_path / "store.db")
    with pytest.raises(BackupRefused, match=r"store\.db is damaged .*; use an earlier backup"):
        await back_up(sqlite_url, str(tmp_path / "backup.db"), NOW)
    assert names_in(tmp_path) == ["store.db"]


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """A process keeps even readers out of the store."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


async def test_a_backup_that_is_given_up_leaves_nothing(
    small: Store, sqlite_url: str, tmp_path: Path
) -> None:
    async def copy_there() -> bool:
        return any(name.endswith(".part") for name in names_in(tmp_path))

    async def copy_gone() -> bool:
        return not await copy_there()

    await small.close()
    with locked(tmp_path / "store.db"):
        copying = asyncio.create_task(back_up(sqlite_url, str(tmp_path / "backup.db"), NOW))
        await until(copy_there)
        copying.cancel()
        with pytest.raises(asyncio.CancelledError):
            await copying
    await until(copy_gone)
    assert names_in(tmp_path) == ["store.db"]


async def test_a_store_that_lets_nobody_read_is_not_waited_for_for_ever(
    small: Store, sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await small.close()
    monkeypatch.setattr(backup_module, "BUSY_SECONDS", 0.05)
    with locked(tmp_path / "store.db"), pytest.raises(StoreBusy, match=r"another process kept .* locked"):
        await back_up(sqlite_url, str(tmp_path / "backup.db"), NOW)
    assert names_in(tmp_path) == ["store.db"]


async def test_what_a_killed_run_left_is_removed_but_not_what_is_being_written(
    small: Store, sqlite_url: str, tmp_path: Path
) -> None:
    for name in ("old", "new"):
        (tmp_path / f".backup.db.{name}.part").touch()
    long_ago = (tmp_path / ".backup.db.old.part").stat().st_mtime - FORGOTTEN_SECONDS - 1
    os.utime(tmp_path / ".backup.db.old.part", (long_ago, long_ago))
    await back_up(sqlite_url, str(tmp_path / "backup.db"), NOW)
    await small.close()
    assert names_in(tmp_path) == [".backup.db.new.part", "backup.db", "store.db"]
