"""Looks at a PostgreSQL store: whether it answers, what it is, and whose tables it holds."""

import asyncio
from typing import Any
from urllib.parse import urlsplit

import asyncpg

from storage.checking import StoreFacts, followed
from storage.migrate import APPLICATION, steps
from storage.postgres import BAD_ADDRESS, run

_AWAY = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError)


async def look_at_server(url: str, seconds: float) -> StoreFacts:
    """See storage.checking.look_at."""
    known: dict[str, Any] = {"engine": "PostgreSQL", "where": _where(url), "newest": len(steps())}
    try:
        async with asyncio.timeout(seconds):
            connection = await asyncpg.connect(url)
            try:
                return await _look(connection, known)
            finally:
                await connection.close()
    except ValueError:
        # What could not be read may be a piece of the password: it is not repeated.
        return StoreFacts(standing="away", trouble=BAD_ADDRESS, **known)
    except TimeoutError:
        return StoreFacts(standing="away", trouble=f"no answer within {seconds:.0f} s", **known)
    except _AWAY as error:
        return StoreFacts(standing="away", trouble=str(error) or type(error).__name__, **known)


async def _look(connection: Any, known: dict[str, Any]) -> StoreFacts:
    known["server"] = await connection.fetchval("SHOW server_version")
    known["writable"] = await connection.fetchval("SHOW transaction_read_only") == "off"
    tables = {row[0] for row in await connection.fetch(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
    )}  # fmt: skip
    if not tables:
        return StoreFacts(standing="absent", **known)
    if "store_version" not in tables:
        trouble = f"it holds another program's tables ({min(tables)} ...)"
        return StoreFacts(standing="strange", trouble=trouble, **known)
    application, version = tuple(await connection.fetchrow("SELECT application, version FROM store_version"))
    if application != APPLICATION:
        return StoreFacts(standing="strange", trouble="it is another program's database", **known)
    places = await run(connection, followed) if version == len(steps()) else []
    return StoreFacts(standing="ours", version=int(version), followed=tuple(places), **known)


def _where(url: str) -> str:
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "the address in DATABASE_URL"
    # An "@" so late means that a piece of the password stands where it does not belong.
    return f"{parts.hostname or 'this machine'}{port}{'' if '@' in parts.path else parts.path}"
