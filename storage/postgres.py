"""The engine for communities that outgrow one machine: PostgreSQL and what speaks its protocol.

A unit of work runs statement by statement in one serialisable transaction, and again from its start
when the server finds that another transaction came between.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from typing import Any, TypeVar

import asyncpg

from storage.engine import SKIP_LOCKED, GroupCommit, P, T, Unit
from storage.errors import StoreBusy, StoreFull, StoreRefused, StoreUnreachable
from storage.migrate import APPLICATION, pending, steps

TRIES = 20
BUSY_SECONDS = 10.0
BAD_ADDRESS = (
    "the database's address cannot be read; it should be postgresql://USER:PASSWORD@HOST/NAME, "
    "with signs like / ? # @ in the password written as %2F %3F %23 %40"
)
_AGAIN = (asyncpg.SerializationError, asyncpg.DeadlockDetectedError, asyncpg.UniqueViolationError)
_AWAY = (
    OSError,
    asyncpg.InterfaceError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
)
_Connection = Any
V = TypeVar("V")


class PostgresEngine:
    """Runs units of work on one PostgreSQL database."""

    def __init__(self, pool: Any) -> None:
        self._pool = pool
        self._commits = GroupCommit(self._transact)
        self.write = self._commits.write

    async def read(self, unit: Callable[P, Unit[T]], *args: P.args, **kwargs: P.kwargs) -> T:
        with _in_words():
            async with self._pool.acquire() as connection:
                return await run(connection, partial(unit, *args, **kwargs))

    async def close(self) -> None:
        await self._commits.drain()
        await self._pool.close()

    async def _transact(self, units: Sequence[Callable[[], Unit[Any]]]) -> list[Any]:
        with _in_words():
            async with self._pool.acquire() as connection:
                await _take_turn(connection)
                for _ in range(TRIES):
                    try:
                        async with connection.transaction(isolation="serializable"):
                            return [await run(connection, unit) for unit in units]
                    except _AGAIN as error:
                        last = error
        if isinstance(last, asyncpg.UniqueViolationError):
            raise last
        raise StoreBusy(f"other writers came between {TRIES} times") from last


async def _take_turn(connection: _Connection) -> None:
    """Wait until no other process writes, until the connection goes back to the pool.

    All votes meet in the community's row, so writers would only deadlock and undo each other. Where
    an engine's advisory locks do nothing, transactions are still run again after a conflict.
    """
    try:
        await connection.execute("SELECT pg_advisory_lock($1)", APPLICATION, timeout=BUSY_SECONDS)
    except TimeoutError as error:
        raise StoreBusy(f"other writers kept the database for {BUSY_SECONDS:.0f} seconds") from error


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except asyncpg.DiskFullError as error:
        raise StoreFull("the database has no room left: nothing was changed") from error
    except _AWAY as error:
        if isinstance(error, asyncpg.InterfaceError) and isinstance(error, ValueError):
            raise  # an argument that no column takes
        raise StoreUnreachable(f"the database does not answer: {error}") from error


async def open_postgres(url: str) -> PostgresEngine:
    """Connect to the database of `url` and bring it to the newest version.

    Raises StoreUnreachable, or StoreRefused for a database that holds another program's tables or a
    newer version's.
    """
    try:
        pool = await asyncpg.create_pool(url, min_size=1, max_size=4)
    except ValueError:
        # What could not be read may be a piece of the password: it is not repeated.
        raise StoreUnreachable(BAD_ADDRESS) from None
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise StoreUnreachable(f"cannot reach the database: {error}") from error
    try:
        with _in_words():
            async with pool.acquire() as connection:
                await _migrate(connection)
    except BaseException:
        await pool.close()
        raise
    return PostgresEngine(pool)


async def _migrate(connection: _Connection) -> None:
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock($1)", APPLICATION)
        version = await _version(connection)
        for step in pending(steps(), version):
            for statement in step.statements:
                await connection.execute(_dialect_of_steps(statement))
            await connection.execute("UPDATE store_version SET version = $1", step.number)


async def _version(connection: _Connection) -> int:
    tables = {row[0] for row in await connection.fetch(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
    )}  # fmt: skip
    if "store_version" not in tables:
        if tables:
            raise StoreRefused(
                f"the database holds another program's tables ({min(tables)} ...); name an empty one"
            )
        await connection.execute(
            "CREATE TABLE store_version (application BIGINT NOT NULL, version BIGINT NOT NULL)"
        )
        await connection.execute("INSERT INTO store_version VALUES ($1, 0)", APPLICATION)
        return 0
    application, version = tuple(await connection.fetchrow("SELECT application, version FROM store_version"))
    if application != APPLICATION:
        raise StoreRefused("the database is another program's; name an empty one in DATABASE_URL")
    if version > len(steps()):
        raise StoreRefused(
            f"the database was written by a newer version of this program (store version {version}, "
            f"this one knows {len(steps())}); update the program"
        )
    return int(version)


async def run(connection: _Connection, unit: Callable[[], Unit[V]]) -> V:
    """Run a unit of work on this connection, in whatever transaction it is in."""
    work = unit()
    try:
        sql, args = next(work)
        while True:
            rows = await connection.fetch(_dialect(sql), *args)
            sql, args = work.send([tuple(row) for row in rows])
    except StopIteration as finished:
        result: V = finished.value
        return result


def _dialect_of_steps(sql: str) -> str:
    """A migration's statement. Texts are compared byte by byte, as SQLite does, in every locale."""
    bare = re.sub(r"\bBLOB\b", "BYTEA", sql.replace("/* without rowid */", ""))
    return re.sub(r"\bTEXT\b", 'TEXT COLLATE "C"', re.sub(r"\bINTEGER\b", "BIGINT", bare))


@cache
def _dialect(sql: str) -> str:
    """The same statement with $1, $2 ... for its arguments and a real row lock."""
    numbers = iter(range(1, sql.count("?") + 1))
    numbered = re.sub(r"\?", lambda _: f"${next(numbers)}", sql)
    return numbered.replace(SKIP_LOCKED, "FOR UPDATE SKIP LOCKED")
