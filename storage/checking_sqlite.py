"""Looks at a SQLite store: the file, its folder and what stands beside it."""

import asyncio
import os
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from storage.checking import StoreFacts, followed
from storage.migrate import APPLICATION, steps
from storage.sqlite import run

BUSY_SECONDS = 2.0
JOURNALS = ("-wal", "-shm", "-journal")
_HEADER = 100
_BETWEEN_LOOKS = 10_000  # steps of SQLite's machine


async def look_at_file(path: Path, seconds: float) -> StoreFacts:
    """See storage.checking.look_at."""
    return await asyncio.to_thread(_look, path, seconds)


def _look(path: Path, seconds: float) -> StoreFacts:
    path = path.absolute()
    known: dict[str, Any] = {"engine": "SQLite", "where": str(path), "newest": len(steps())}
    try:
        known |= {"free": shutil.disk_usage(_standing(path.parent)).free, "journals": _journals(path)}
        if not path.exists():
            return StoreFacts(standing="absent", writable=_can_be_made(path), **known)
        with path.open("rb") as file:
            header = file.read(_HEADER)
        known |= {"size": path.stat().st_size, "writable": _writable(path)}
        if not header:
            return StoreFacts(standing="absent", **known)
        if not header.startswith(b"SQLite format 3\0") or len(header) < _HEADER:
            return StoreFacts(standing="strange", trouble="it is no database", **known)
        if int.from_bytes(header[68:72], "big") != APPLICATION:
            return StoreFacts(standing="strange", trouble="it is another program's database", **known)
        return _look_inside(path, seconds, known)
    except (OSError, sqlite3.Error) as error:
        return StoreFacts(standing="away", trouble=str(error), **known)


def _look_inside(path: Path, seconds: float, known: dict[str, Any]) -> StoreFacts:
    # Without a log beside it nobody writes, and SQLite told so leaves no traces of its own.
    how = "mode=ro" if known["journals"].get("-wal") is not None else "mode=ro&immutable=1"
    with closing(sqlite3.connect(f"{path.as_uri()}?{how}", uri=True, timeout=BUSY_SECONDS)) as connection:
        try:
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            places = run(connection, followed) if version == len(steps()) else []
            damage = _damage(connection, seconds)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                raise
            return StoreFacts(standing="ours", version=len(steps()), damage=str(error), **known)
    return StoreFacts(standing="ours", version=version, damage=damage, followed=tuple(places), **known)


def _damage(connection: sqlite3.Connection, seconds: float) -> str | None:
    """What SQLite's quick check finds; None where it takes too long."""
    until = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > until, _BETWEEN_LOOKS)
    try:
        rows = connection.execute("PRAGMA quick_check(3)").fetchall()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            return None
        raise
    found = [str(row[0]) for row in rows]
    return "" if found == ["ok"] else "; ".join(found).replace("\n", " ")


def _journals(path: Path) -> dict[str, int]:
    beside = {end: path.with_name(path.name + end) for end in JOURNALS}
    return {end: file.stat().st_size for end, file in beside.items() if file.exists()}


def _standing(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next(each for each in (folder, *folder.parents) if each.exists())


def _can_be_made(path: Path) -> bool:
    above = _standing(path.parent)
    return above.is_dir() and os.access(above, os.W_OK | os.X_OK)


def _writable(path: Path) -> bool:
    # The folder too: SQLite keeps its journal beside the file.
    return path.is_file() and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)
