"""Puts a backup in the place of a SQLite store that nobody uses, and keeps the replaced one beside it.

What the platforms have had already is no matter of the backup: alerts that went out since it was made, and
questions answered since, are taken over from the replaced store, so that nothing is sent twice.
"""

import fcntl
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from storage.backup import (
    BackupRefused,
    companions,
    copied,
    dated,
    file_of,
    in_words,
    off_the_loop,
    put_in_place,
)
from storage.errors import StoreBusy, StoreRefused
from storage.migrate import steps
from storage.sqlite import is_ours, migrate

# The bytes of a database's file on which every open SQLite connection holds a lock, in WAL mode at all times.
_LOCKS_AT, _LOCKS = 0x4000_0000, 512
_PG_RESTORE = (
    "the store is on PostgreSQL, whose own program restores it: "
    'pg_restore --clean --if-exists --no-owner --dbname="$DATABASE_URL" reviews.dump'
)
_OTHERWISE = "name a file that `python -m bot backup` made"


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    `kept` is where the replaced store is now (None: there was none). `unsure` is how many alerts are due that
    may have gone out since the backup, because the replaced store could not be read.
    """

    kept: Path | None
    unsure: int


async def restore(url: str, backup: Path, now: float) -> Restored:
    """Put a backup in place of the store; `now` (unix seconds) names the replaced one. Raises StoreError.

    Refused, with nothing changed, while any program has the store open, and for a damaged backup, another
    program's, or a newer version's.
    """
    store = file_of(url, _PG_RESTORE)
    return await off_the_loop(lambda given_up: _restore(store, backup.resolve(), now, given_up))


def _restore(store: Path, backup: Path, now: float, given_up: Event) -> Restored:
    with in_words(backup):
        if not backup.is_file():
            raise BackupRefused(f"there is no file {backup}")
        if backup == store or not is_ours(backup, _OTHERWISE):
            raise BackupRefused(f"{backup} is no backup; {_OTHERWISE}")
        store.parent.mkdir(parents=True, exist_ok=True)
        with _alone(store):
            pass  # told before the copying rather than after it
        with copied(backup, store, given_up) as copy:
            unsure = _take_over(copy, store)
            _make_alike(copy, store)
            # Nothing opens the store in here: to close it would end the lock.
            with _alone(store):
                kept = _keep(store, now)
                put_in_place(copy, store)
    return Restored(kept, unsure)


@contextmanager
def _alone(store: Path) -> Iterator[None]:
    """Keep every other connection out of the store. Raises StoreBusy where there is one."""
    if not store.exists():
        yield
        return
    with store.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCKS, _LOCKS_AT)
        except OSError:
            raise StoreBusy(f"a program has {store} open; stop the bot first") from None
        yield


def _take_over(copy: Path, store: Path) -> int:
    """Give the copy what the platforms have had of the store since; how many alerts are unsure afterwards."""
    with closing(_connect(copy)) as connection:
        connection.execute("PRAGMA journal_mode = MEMORY")  # thrown away when anything goes wrong
        migrate(connection, steps(), copy)
        try:
            if not is_ours(store):
                raise sqlite3.DatabaseError("there is nothing to take over")
            # To open it and let it go also brings what stands in its log into the file itself.
            connection.execute("ATTACH ? AS replaced", (_uri(store),))
            _catch_up(connection)
        except (sqlite3.Error, StoreRefused):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            return _count(connection, "SELECT COUNT(*) FROM deliveries WHERE state = 'due'")
        return _count(
            connection,
            "SELECT COUNT(*) FROM deliveries d WHERE d.state = 'due' AND NOT EXISTS (SELECT 1 "
            "FROM replaced.deliveries r WHERE r.review_id = d.review_id AND r.place_id = d.place_id)",
        )


def _catch_up(connection: sqlite3.Connection) -> None:
    ours, theirs = (_count(connection, f"PRAGMA {name}.user_version") for name in ("main", "replaced"))
    if ours != theirs:
        raise sqlite3.DatabaseError("these two may keep their books in different ways")
    connection.execute("BEGIN IMMEDIATE")
    # What the chats show is not what the backup says: each card is drawn anew.
    connection.execute("DELETE FROM cards")
    connection.execute(
        "INSERT INTO cards SELECT * FROM replaced.cards WHERE work_id IN (SELECT id FROM works)"
    )
    connection.execute("UPDATE cards SET stale = 1, drawn_at = 0")
    connection.execute(
        "INSERT INTO announced SELECT source FROM replaced.announced "
        "UNION SELECT source FROM replaced.reviews WHERE status = 'published' "
        "EXCEPT SELECT source FROM reviews WHERE status = 'published' "
        "EXCEPT SELECT source FROM announced"
    )
    connection.execute(
        "INSERT INTO deliveries SELECT * FROM replaced.deliveries WHERE state NOT IN ('due', 'held') "
        "AND review_id IN (SELECT id FROM reviews) AND place_id IN (SELECT id FROM places) "
        "ON CONFLICT DO UPDATE SET state = excluded.state, message = excluded.message, "
        "error = excluded.error WHERE deliveries.state IN ('due', 'held')"
    )
    for table in ("inbox", "marks"):
        connection.execute(f"DELETE FROM {table}")
        connection.execute(f"INSERT INTO {table} SELECT * FROM replaced.{table}")
    connection.execute("COMMIT")


def _make_alike(copy: Path, store: Path) -> None:
    """Let the copy belong to whom the store, or its folder, belongs: an operator may restore as root."""
    there = store.exists()
    model = (store if there else store.parent).stat()
    copy.chmod(stat.S_IMODE(model.st_mode) if there else 0o600)
    if os.geteuid() == 0:
        os.chown(copy, model.st_uid, model.st_gid)


def _keep(store: Path, now: float) -> Path | None:
    """Give the store a dated name as well, and to that name alone what SQLite left beside the store."""
    kept = dated(store, now, "-replaced")
    if store.exists():
        kept.hardlink_to(store)
    for own, apart in zip(companions(store), companions(kept), strict=True):
        if own.exists():
            own.rename(apart)
    return kept if kept.exists() else None


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(_uri(path), uri=True, isolation_level=None)


def _uri(path: Path) -> str:
    return f"{path.as_uri()}?mode=rw"


def _count(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])
