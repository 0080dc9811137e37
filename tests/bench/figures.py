"""What a bench is given and what it gives back."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Scale:
    """How large the data set is, and how often things are done."""

    works: int = 100_000
    votes: int = 200_000
    pairs: int = 6_000
    volleys: int = 12
    rounds: int = 16
    updates: int = 50
    subscribers: int = 100_000
    requests: int = 5_000
    starts: int = 3


TINY = Scale(
    works=300, votes=600, pairs=20, volleys=2, rounds=1, updates=30, subscribers=300, requests=60, starts=1
)


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a bench works: a folder of its own, and a finished data set that it copies before writing."""

    folder: Path
    library: Path
    scale: Scale

    def copy(self, name: str) -> Path:
        """The data set in a new file."""
        path = self.folder / f"{name}.db"
        shutil.copy(self.library, path)
        return path


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `ratio` is what the target speaks of, where it speaks of one."""

    what: str
    ours: str
    baseline: str
    ratio: str
    target: str
    met: bool


class Stopwatch:
    """Takes times of one thing, in seconds."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self._began = 0.0

    def __enter__(self) -> None:
        self._began = perf_counter()

    def __exit__(self, *_: object) -> None:
        self.times.append(perf_counter() - self._began)

    @property
    def median(self) -> float:
        return median(self.times)


def microseconds(seconds: float) -> str:
    return f"{seconds * 1e6:,.0f} µs"


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1e3:,.2f} ms"
