"""What reading may cost, and how a process holds itself to that."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

MEBIBYTE = 1024 * 1024
_FIRST_TO_GO = "1000"
_OUT_OF_MEMORY_SCORE = Path("/proc/self/oom_score_adj")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one reading gets, and how long the process stays that reads.

    `memory_bytes` is what the process may hold beside its code, some 45 MiB of it before it reads anything.
    `questions` is how often one reading may ask back. The process gets `start_seconds` more than a reading
    before it is given up from outside. After `readings` it is replaced, and after `idle_seconds` without one
    it is let go.
    """

    cpu_seconds: float = 2.0
    wall_seconds: float = 10.0
    memory_bytes: int = 180 * MEBIBYTE
    questions: int = 10_000
    start_seconds: float = 30.0
    readings: int = 500
    idle_seconds: float = 120.0


DEFAULT_LIMITS = Limits()
# What the system ends a process with that was too slow.
TIMERS = () if sys.platform == "win32" else (signal.SIGPROF, signal.SIGALRM)


def hold_memory(most_bytes: int) -> None:
    """Let this process have no more memory than that, as far as the system can; more is a MemoryError.

    Where memory runs out all the same, the system ends this process and not the one that serves people.
    """
    if sys.platform == "win32":
        return
    import resource  # not everywhere

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (most_bytes, most_bytes))
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError):
        _OUT_OF_MEMORY_SCORE.write_text(_FIRST_TO_GO)


@contextmanager
def within(cpu_seconds: float, wall_seconds: float) -> Iterator[None]:
    """A block that the system ends this process for when it takes longer, wherever it hangs."""
    if sys.platform == "win32":
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, cpu_seconds)
    signal.setitimer(signal.ITIMER_REAL, wall_seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
