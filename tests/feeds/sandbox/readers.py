"""Functions that read as nobody would wish, for the process that reads."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

from bot.rules.extracting import NotAReview

STARTED = "started"


def lives(pid: int) -> bool:
    """Whether there is such a process, and one that is not dead and merely unburied."""
    try:
        os.kill(pid, 0)
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return not Path("/proc/self").exists()
    except OSError:
        return False


def never_ends(page: bytes) -> NoReturn:
    """A parser that goes round in circles."""
    while True:
        page = page[1:] + page[:1]


def sleeps(mark: Path | None = None) -> NoReturn:
    """What waits for something that never comes, and takes no CPU meanwhile; `mark` is written before."""
    if mark:
        mark.write_text(STARTED)
    while True:
        time.sleep(60)  # in a worker of its own, which the test ends; the test waits for that, not for this


def ignores_everything(mark: Path) -> NoReturn:
    """What no signal but the last one ends."""
    for number in (signal.SIGPROF, signal.SIGALRM, signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    sleeps(mark)


def eats_memory(page: bytes) -> int:
    """A page that swells."""
    held = [page]
    while len(held) < 1_000:
        held.append(bytes(16 * 1024 * 1024))
    return len(held)


def keeps(mebibytes: int, kept: list[bytes] = []) -> int:  # noqa: B006 - what a library never gives back
    """A page after which the process holds so much more; how much that is by then."""
    kept.append(bytes(mebibytes * 1024 * 1024))
    return sum(map(len, kept)) // (1024 * 1024)


def breaks(page: bytes) -> NoReturn:
    """A parser that falls over, and its process with it."""
    os.abort()


def refuses(page: bytes) -> NoReturn:
    """What no review stands in."""
    raise NotAReview("Closed on Mondays.")


def stumbles(page: bytes) -> NoReturn:
    """A mistake in the program."""
    raise KeyError(page)


def goes_deep(page: bytes) -> bytes:
    """What nests without an end."""
    return goes_deep(page)


def prints(page: bytes) -> int:
    """A library that says something."""
    os.write(1, page)
    return len(page)


def says_much(size: int) -> bytes:
    """More than the bot wants to hear."""
    return bytes(size)


def asks(times: int, known: Callable[[str], bool]) -> list[bool]:
    """What wants to know twice whether names are known."""
    return [known(f"Part {number}") for _ in range(2) for number in range(times)]


def tells(*names: str) -> dict[str, str | None]:
    """What the environment says."""
    return {name: os.environ.get(name) for name in names}


def number_of_process() -> int:
    """Which process this is."""
    return os.getpid()


def gives_foreign_things() -> object:
    """What no record is made of."""
    return Path("/etc")


def counts(end: int) -> Iterator[int]:
    """One thing after the other, and then what never ends."""
    yield from range(end)
    never_ends(b"page")


def counts_on(end: int, refusal: str = "") -> Iterator[int]:
    """One thing after the other, each of which takes a while."""
    for number in range(end):
        busy = time.process_time() + 0.1
        while time.process_time() < busy:
            pass
        yield number
    if refusal:
        raise NotAReview(refusal)
