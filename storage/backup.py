"""Backups of a SQLite store, made while it is in use: whole, checked, and in one file of their own.

A copy is made under another name beside its place (`.NAME.….part`, for the owner's eyes only) and takes its
place when it is complete and on disk: no half of one is ever found under its name.
"""

import asyncio
import errno
import glob
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event
from typing import TypeVar

from storage.errors import StoreBusy, StoreError, StoreFull, StoreUnreachable
from storage.sqlite import BUSY_SECONDS, is_ours

T = TypeVar("T")

FORGOTTEN_SECONDS = 3600
_SCHEME = "sqlite:///"
_PG_DUMP = (
    "the store is on PostgreSQL, whose own program backs it up: "
    'pg_dump --format=custom --file=reviews.dump "$DATABASE_URL"'
)
_NO_ROOM = "there is no room for a copy of the store; make room, or name a file on another disk"


class BackupRefused(StoreError):
    """No backup was made or put in place, and nothing was changed; the message says why and what to do."""


async def back_up(url: str, wanted: str, now: float, overwrite: bool = False) -> Path:
    """Copy the store as it is at this moment, without keeping its writers waiting; returns the backup's path.

    `wanted` is a file, or a folder (which may end in "/"), where the backup gets a name with the date and
    time of `now` (unix seconds, told in UTC). A cancelled backup leaves nothing behind. Raises StoreError.
    """
    store = file_of(url, _PG_DUMP)
    return await off_the_loop(lambda given_up: _back_up(store, wanted, now, overwrite, given_up))


def _back_up(store: Path, wanted: str, now: float, overwrite: bool, given_up: Event) -> Path:
    with in_words(store):
        if not store.exists() or not is_ours(store):
            raise StoreUnreachable(f"there is no store yet; the bot makes {store} when it first runs")
        target = _place(store, wanted, now)
        _refuse_taken(target, store, overwrite)
        with copied(store, target, given_up) as copy:
            _refuse_taken(target, store, overwrite)
            put_in_place(copy, target)
    return target


def _place(store: Path, wanted: str, now: float) -> Path:
    target = Path(wanted).absolute()
    folder = target if target.is_dir() or wanted.endswith("/") else target.parent
    if not folder.is_dir():
        raise BackupRefused(f"there is no folder {folder}; make it first")
    return dated(folder / store.name, now) if folder == target else target


def _refuse_taken(target: Path, store: Path, overwrite: bool) -> None:
    if target.resolve() in (store, *companions(store)):
        raise BackupRefused(f"{target} is the store itself; name another file")
    if target.exists() and not target.is_file():
        raise BackupRefused(f"{target} is no ordinary file; name another one")
    if target.exists() and not overwrite:
        raise BackupRefused(f"{target} exists already; name another file, or add --overwrite")
    if beside := [each for each in companions(target) if each.exists()]:
        raise BackupRefused(f"some program has {target} open, or left {beside[0]} there; name another file")


def file_of(url: str, otherwise: str) -> Path:
    """The file of a store's address, without links. Raises BackupRefused with that text where it has none."""
    if not url.startswith(_SCHEME):
        raise BackupRefused(otherwise)
    return Path(url.removeprefix(_SCHEME)).resolve()


def companions(path: Path) -> list[Path]:
    """The files that SQLite may put beside a database; they must never stand beside another one."""
    return [path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal")]


def dated(path: Path, now: float, word: str = "") -> Path:
    """The path with a word and the date and time (UTC) in its name."""
    stamp = time.strftime("%Y-%m-%d-%H%M%S", time.gmtime(now))
    return path.with_name(f"{path.stem}{word}-{stamp}{path.suffix}")


async def off_the_loop(work: Callable[[Event], T]) -> T:
    """Run `work` in a thread; the event that it is given is set when nobody wants its result any more."""
    given_up = Event()
    try:
        return await asyncio.to_thread(work, given_up)
    finally:
        given_up.set()


@contextmanager
def copied(source: Path, target: Path, given_up: Event) -> Iterator[Path]:
    """A checked copy of a database beside `target`; what is not put in place within the block is removed."""
    _clear(target)
    descriptor, name = tempfile.mkstemp(".part", f".{target.name}.", target.parent)
    os.close(descriptor)
    part = Path(name)
    try:
        _copy(source, part, given_up)
        _check(source, part)
        _go_on(given_up)
        yield part
    finally:
        part.unlink(missing_ok=True)


def _clear(target: Path) -> None:
    """Remove what killed runs left behind; what was just written to may belong to a run under way."""
    for part in target.parent.glob(f".{glob.escape(target.name)}.*.part"):
        if part.stat().st_mtime < time.time() - FORGOTTEN_SECONDS:
            part.unlink(missing_ok=True)


def _copy(source: Path, part: Path, given_up: Event) -> None:
    def stepped(status: int, *_: int) -> None:
        _go_on(given_up)
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):  # left to itself, it would try for ever
            raise StoreBusy(f"another process kept {source} locked for {BUSY_SECONDS:.0f} seconds")

    uri = f"{source.as_uri()}?mode=rw"
    with (
        closing(sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)) as original,
        closing(sqlite3.connect(part, isolation_level=None)) as copy,
    ):
        # Nobody else sees the copy, and it is thrown away when anything goes wrong: it needs no journal.
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        # All pages in one step: a copy in parts begins again whenever somebody writes, so may never end.
        original.backup(copy, pages=-1, progress=stepped)
        # One file, which can be read without making others beside it.
        copy.execute("PRAGMA journal_mode = DELETE")


def _go_on(given_up: Event) -> None:
    if given_up.is_set():
        raise BackupRefused("it was stopped")


def _check(source: Path, part: Path) -> None:
    with closing(sqlite3.connect(f"{part.as_uri()}?mode=ro", uri=True)) as connection:
        ((found,),) = connection.execute("PRAGMA quick_check(1)").fetchall()
    if found != "ok":
        raise BackupRefused(_damaged(source, found))


def put_in_place(part: Path, target: Path) -> None:
    """Give a finished file its name, at one stroke; it is on disk before and behind it."""
    _settle(part)
    part.replace(target)
    _settle(target.parent)


def _settle(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def in_words(source: Path) -> Iterator[None]:
    """Says what went wrong within the block as a StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_FULL:
            raise StoreFull(_NO_ROOM) from error
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise BackupRefused(_damaged(source, str(error))) from error
        raise StoreUnreachable(f"cannot copy {source}: {error}") from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StoreFull(_NO_ROOM) from error
        raise StoreUnreachable(f"cannot read or write {error.filename}: {error.strerror}") from error


def _damaged(path: Path, found: str) -> str:
    return f"{path} is damaged ({' '.join(found.split())}); use an earlier backup"
