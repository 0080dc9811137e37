"""Reads hostile inputs in great number, as the bot would: in processes of their own, held to their limits.

`python -m tests.feeds.hostile [HOW MANY] [FIRST SEED] [KIND…]` prints a line for each kind, and names what
crashed, took more than 2 s of CPU or 200 MiB, or gave nonsense by kind and seed. `--one KIND SEED` reads one.
"""

import asyncio
import os
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.feeds.sandbox import Broke, Limits, Sandbox, Unreadable, sandbox
from tests.feeds.hostile.kinds import KINDS, READ, REFUSED, Attempt, attempt, outcome_of

MEBIBYTE = 1024 * 1024
LIMITS = Limits(wall_seconds=120.0, readings=2_000)
SHOWN, LINES = 20, 7
WRONG = "wrong"
_COLUMNS = (READ, REFUSED, WRONG, "mean ms", "slowest s", "seed", "MiB")
HEADER = f"{'kind':12}{'inputs':>9}" + "".join(f"{each:>10}" for each in _COLUMNS)


@dataclass
class Tally:
    """What came of a kind: how many of what, the CPU of all, the slowest one by its seed, and the memory."""

    outcomes: Counter[str] = field(default_factory=Counter)
    cpu_seconds: float = 0.0
    slowest: tuple[float, int] = (0.0, -1)
    peak_bytes: int = 0

    def add(self, seed: int, attempted: Attempt) -> None:
        self.outcomes[attempted.outcome if attempted.outcome in (READ, REFUSED) else WRONG] += 1
        self.cpu_seconds += attempted.cpu_seconds
        self.slowest = max(self.slowest, (attempted.cpu_seconds, seed))
        self.peak_bytes = max(self.peak_bytes, attempted.peak_bytes)

    def row(self, name: str) -> str:
        total, (slowest, seed) = self.outcomes.total(), self.slowest
        counted = "".join(f"{self.outcomes[each]:10,}" for each in (READ, REFUSED, WRONG))
        mean, peak = 1000 * self.cpu_seconds / max(1, total), self.peak_bytes / MEBIBYTE
        return f"{name:12}{total:9,}{counted}{mean:10.1f}{slowest:10.2f}{seed:10}{peak:10.0f}"


async def tried(read: Sandbox, name: str, seed: int) -> Attempt:
    """One input in a process of its own, whatever it does there."""
    try:
        return Attempt(*await read(attempt, name, seed))
    except Unreadable as error:
        return Attempt(str(error))
    except Broke as error:
        return Attempt("\n".join(["crashes", *str(error).splitlines()[-LINES:]]))


async def tally_of(name: str, first: int, count: int) -> Tally:
    """Read so many of a kind, on every core."""
    tally, seeds = Tally(), iter(range(first, first + count))

    async def work() -> None:
        async with sandbox(LIMITS) as read:
            for seed in seeds:
                attempted = await tried(read, name, seed)
                tally.add(seed, attempted)
                if attempted.outcome not in (READ, REFUSED) and tally.outcomes[WRONG] <= SHOWN:
                    say(f"  {name} {seed}: {attempted.outcome}")

    async with asyncio.TaskGroup() as group:
        for _ in range(os.cpu_count() or 1):
            group.create_task(work())
    return tally


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


async def fuzz(count: int, first: int, names: Sequence[str]) -> int:
    whole, wrong = sum(KINDS[name].share for name in names), 0
    say(HEADER)
    for name in names:
        tally = await tally_of(name, first, count * KINDS[name].share // whole)
        say(tally.row(name))
        wrong += tally.outcomes[WRONG]
    return int(bool(wrong))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        say(outcome_of(sys.argv[2], int(sys.argv[3])))
    else:
        inputs, beginning = ([int(word) for word in sys.argv[1:3]] + [100_000, 0][len(sys.argv[1:3]) :])[:2]
        sys.exit(asyncio.run(fuzz(inputs, beginning, sys.argv[3:] or list(KINDS))))
