"""Backups and their way back: whole and checked, made beside writers, never over what must be kept."""

import asyncio
import os
import shutil
import sqlite3
import stat
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from storage import (
    Account,
    Place,
    Shown,
    Store,
    StoreBusy,
    StoreError,
    StoreFull,
    StoreRefused,
    StoreUnreachable,
    WorkId,
    cards,
    deliveries,
    reviews,
    votes,
)
from storage import backup as backup_module
from storage.backup import FORGOTTEN_SECONDS, BackupRefused, back_up
from storage.engine import Unit
from storage.migrate import steps
from storage.restore import restore
from tests.storage.conftest import Opening
from tests.storage.test_refused import FILES, newer_versions
from tests.storage.worlds import ANA, NOW, a_work, an_incoming, cast, follow, look, publish, rows_in, shelve
from tests.survival.worlds import until

LATER = NOW + 86_400


@pytest.fixture
async def small(sqlite_url: str, opening: Opening) -> Store:
    """A store with one work."""
    store = await opening(sqlite_url)
    await publish(store, an_incoming(a_work(id=1)))
    return store


@pytest.fixture
async def backup(small: Store, sqlite_url: str, tmp_path: Path) -> Path:
    """A backup of the store with one work; the store has a vote more, and is closed."""
    (tmp_path / "safe").mkdir()
    path = await back_up(sqlite_url, str(tmp_path / "safe" / "backup.db"), NOW)
    await cast(small, ANA, 1, 8)
    await small.close()
    return path


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def counted(path: Path, table: str) -> int:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as plain:
        return int(plain.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0])  # noqa: S608 - a test names it


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


def damage(path: Path) -> None:
    """Spoil the pages from the third on; the header and the list of tables stay."""
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))


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
