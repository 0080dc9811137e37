"""The store's versions: numbered .sql steps, each applied once and in order.

A step is written once for all engines: INTEGER is 64 bits wide, BLOB holds bytes, and
`/* without rowid */` becomes SQLite's WITHOUT ROWID. Statements end with a semicolon at a line's end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

APPLICATION = 0x52_56_57_42


@dataclass(frozen=True, slots=True)
class Step:
    number: int
    statements: tuple[str, ...]


@cache
def steps() -> tuple[Step, ...]:
    """All steps that this version of the program knows, in order, numbered from 1 without gaps."""
    files = sorted(
        (file for file in resources.files("storage.migrations").iterdir() if file.name.endswith(".sql")),
        key=lambda file: file.name,
    )
    found = tuple(Step(int(file.name[:4]), _statements(file.read_text("utf-8"))) for file in files)
    if [step.number for step in found] != list(range(1, len(found) + 1)):
        raise ValueError("migration steps are not numbered 0001, 0002, ... without gaps")
    return found


def pending(known: Sequence[Step], version: int) -> Sequence[Step]:
    """The steps that a store at `version` still lacks."""
    return [step for step in known if step.number > version]


def _statements(text: str) -> tuple[str, ...]:
    lines = (line for line in text.splitlines() if not line.startswith("--"))
    return tuple(part.strip() for part in "\n".join(lines).split(";\n") if part.strip().rstrip(";"))
