"""The embedded engine: one SQLite file, one writing and one reading connection.

Every unit of work runs whole in one visit to its connection's thread, so that no coroutine and no
cancellation can come between its statements.
"""

import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import aiosqlite

from storage.engine import GroupCommit, P, Row, Statement, T, Unit
from storage.errors import StoreBusy, StoreError, StoreFull, StoreRefused, StoreUnreachable
from storage.migrate import APPLICATION, Step, pending, steps

BUSY_SECONDS = 5.0
_HEADER = 100

# Running a function in the connection's own thread is not public in aiosqlite; a changed release must
# fail here, at import, and not in somebody's chat.
if not callable(getattr(aiosqlite.Connection, "_execute", None)):
    raise ImportError("this aiosqlite has no Connection._execute")  # noqa: TRY004


class SqliteEngine:
    """Runs units of work on one SQLite file."""

    def __init__(self, writer: aiosqlite.Connection, reader: aiosqlite.Connection) -> None:
        self._writer = writer
        self._reader = reader
        self._commits = GroupCommit(self._transact)
        self.write = self._commits.write

    async def read(self, unit: Callable[P, Unit[T]], *args: P.args, **kwargs: P.kwargs) -> T:
        result: T = await _in_thread(self._reader, run, partial(unit, *args, **kwargs))
        return result

    async def close(self) -> None:
        await self._commits.drain()
        await self._reader.close()
        await self._writer.close()

    async def _transact(self, units: Sequence[Callable[[], Unit[Any]]]) -> list[Any]:
        results: list[Any] = await _in_thread(self._writer, _commit, units)
        return results


async def open_sqlite(path: Path) -> SqliteEngine:
    """Open or make the store at `path` and bring it to the newest version.

    Raises StoreRefused, before anything is written, for another program's file or a newer version's.
    """
    try:
        path, ours = _prepare(path)
        # A new file is marked as ours by the first byte written: whoever is killed now finds it again.
        mark = () if ours else (f"PRAGMA application_id = {APPLICATION}",)
        writer = await _connect(path, *mark, "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")
    except (OSError, sqlite3.Error) as error:
        raise StoreUnreachable(f"cannot open the store {path}: {error}") from error
    try:
        await _in_thread(writer, migrate, steps(), path)
        reader = await _connect(path, "PRAGMA query_only = ON")
    except BaseException:
        await writer.close()
        raise
    return SqliteEngine(writer, reader)


async def _connect(path: Path, *pragmas: str) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None, timeout=BUSY_SECONDS)
    try:
        for pragma in ("PRAGMA foreign_keys = ON", *pragmas):
            await connection.execute_fetchall(pragma)
    except BaseException:
        await connection.close()
        raise
    return connection


def _prepare(path: Path) -> tuple[Path, bool]:
    """The file's full path, whose folder is there now, and whether it is a store already."""
    path = path.absolute()
    path.parent.mkdir(parents=True, exist_ok=True)
    return path, is_ours(path)


def is_ours(path: Path, otherwise: str = "name another file in DATABASE_URL") -> bool:
    """Whether there is a store at `path`. Reads the bytes: SQLite would leave its traces beside them.

    Raises StoreRefused, which says what to do `otherwise`, for another program's file or a newer version's.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        return False
    if not header:
        return False
    if not header.startswith(b"SQLite format 3\0") or len(header) < _HEADER:
        raise StoreRefused(f"{path} is no database; {otherwise}")
    if int.from_bytes(header[68:72], "big") != APPLICATION:
        raise StoreRefused(f"{path} is another program's database; {otherwise}")
    _refuse_newer(path, _version(path, header))
    return True


def _version(path: Path, header: bytes) -> int:
    if not path.with_name(f"{path.name}-wal").exists():
        return int.from_bytes(header[60:64], "big")
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def _refuse_newer(path: Path, version: int) -> None:
    if version > len(steps()):
        raise StoreRefused(
            f"{path} was written by a newer version of this program (store version {version}, "
            f"this one knows {len(steps())}); update the program"
        )


def migrate(connection: sqlite3.Connection, known: Sequence[Step], path: Path) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        _refuse_newer(path, version)  # another process may have been faster
        for step in pending(known, version):
            for statement in step.statements:
                connection.execute(statement.replace("/* without rowid */", "WITHOUT ROWID"))
            connection.execute(f"PRAGMA user_version = {step.number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


async def _in_thread(connection: aiosqlite.Connection, work: Callable[..., T], *args: Any) -> T:
    try:
        result: T = await connection._execute(work, connection._conn, *args)  # type: ignore[no-untyped-call]
    except sqlite3.DatabaseError as error:
        if (told := _translated(error)) is None:
            raise
        raise told from error
    return result


def _translated(error: sqlite3.DatabaseError) -> StoreError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return StoreFull("the disk is full: nothing was changed; make room and try again")
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusy(f"another process kept the store locked for {BUSY_SECONDS:.0f} seconds")
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
        return StoreUnreachable(f"the store cannot be written: {error}")
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoreUnreachable(f"the store's file is damaged ({error}); put a backup in its place")
    return None


def _commit(connection: sqlite3.Connection, units: Sequence[Callable[[], Unit[Any]]]) -> list[Any]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        results = [run(connection, unit) for unit in units]
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return results


def run(connection: sqlite3.Connection, unit: Callable[[], Unit[T]]) -> T:
    """Run a unit of work on this connection, in whatever transaction it is in."""
    work = unit()
    execute = connection.execute
    statement: Statement
    rows: list[Row]
    try:
        statement = next(work)
        while True:
            rows = execute(*statement).fetchall()
            statement = work.send(rows)
    except StopIteration as finished:
        result: T = finished.value
        return result
