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
        result: T = await _in_thread(self._reader, _run, partial(unit, *args, **kwargs))
        return result

    async def backup(self, path: Path) -> None:
        """Copy the whole store to a new file while it is in use."""
        async with aiosqlite.connect(path) as target:
            await self._reader.backup(target)

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
    _refuse_strangers(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        writer = await _connect(path, "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")
    except (OSError, sqlite3.Error) as error:
        raise StoreUnreachable(f"cannot open the store {path}: {error}") from error
    try:
        await _in_thread(writer, _migrate, steps())
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


def _refuse_strangers(path: Path) -> None:
    if not path.exists() or path.stat().st_size == 0:
        return
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise StoreRefused(f"{path} is not a store of this program: {error}") from error
    if application != APPLICATION:
        raise StoreRefused(f"{path} is another program's database; name another file in DATABASE_URL")
    if version > len(steps()):
        raise StoreRefused(
            f"{path} was written by a newer version of this program (store version {version}, "
            f"this one knows {len(steps())}); update the program"
        )


def _migrate(connection: sqlite3.Connection, known: Sequence[Step]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        for step in pending(known, version):
            for statement in step.statements:
                connection.execute(statement.replace("/* without rowid */", "WITHOUT ROWID"))
            connection.execute(f"PRAGMA user_version = {step.number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


async def _in_thread(connection: aiosqlite.Connection, work: Callable[..., T], *args: Any) -> T:
    try:
        result: T = await connection._execute(work, connection._conn, *args)  # type: ignore[no-untyped-call]
    except sqlite3.OperationalError as error:
        raise _translated(error) from error
    return result


def _translated(error: sqlite3.OperationalError) -> StoreError | sqlite3.OperationalError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return StoreFull("the disk is full: nothing was changed; make room and try again")
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusy(f"another process kept the store locked for {BUSY_SECONDS:.0f} seconds")
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
        return StoreUnreachable(f"the store cannot be written: {error}")
    return error


def _commit(connection: sqlite3.Connection, units: Sequence[Callable[[], Unit[Any]]]) -> list[Any]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        results = [_run(connection, unit) for unit in units]
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return results


def _run(connection: sqlite3.Connection, unit: Callable[[], Unit[T]]) -> T:
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
