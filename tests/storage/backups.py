"""What the tests of backups and of restores look at."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.storage.worlds import NOW

LATER = NOW + 86_400


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def counted(path: Path, table: str) -> int:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as plain:
        return int(plain.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0])  # noqa: S608 - a test names it


def damage(path: Path) -> None:
    """Spoil the pages from the third on; the header and the list of tables stay."""
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
