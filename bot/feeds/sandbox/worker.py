"""The process that reads: `python -m bot.feeds.sandbox.worker BYTES`, where BYTES is the memory it may have.

It does the jobs that come in by its standard input, one after the other, until nobody is at the other end.
Its limits are kept by the system and not by this program: a reading that goes beyond them ends the process.
"""

import logging
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from typing import Any, BinaryIO

from bot.feeds.sandbox.limits import hold_memory, within
from bot.feeds.sandbox.wire import (
    Done,
    Ended,
    Full,
    Job,
    Question,
    Refused,
    Surprised,
    Theirs,
    hear,
    packed,
    tell,
)


def work(jobs: BinaryIO, outcomes: BinaryIO) -> None:
    """Do one job after the other for as long as somebody is there."""

    def asking(place: int) -> Callable[..., Any]:
        @cache
        def ask(*args: Any) -> Any:
            tell(outcomes, packed(Question(place, args)))
            return hear(jobs)

        return ask

    try:
        while True:
            job: Job = hear(jobs)
            args = [asking(each.place) if isinstance(each, Theirs) else each for each in job.args]
            for outcome in _outcomes(job, args):
                tell(outcomes, outcome)
    except (EOFError, BrokenPipeError):
        return


def _outcomes(job: Job, args: Sequence[Any]) -> Iterator[bytes]:
    """What becomes of a job, one message after the other."""
    things = _things(job, args)
    try:
        while True:
            with within(job.cpu_seconds, job.wall_seconds):
                message = packed(next(things))
            yield message
    except StopIteration:
        return
    except (EOFError, BrokenPipeError):
        raise
    except MemoryError:
        yield packed(Full())
    except Exception as error:  # noqa: BLE001 - the bot decides what becomes of it
        expected = type(error).__module__.startswith("bot.")
        yield packed(Refused(error) if expected else Surprised(traceback.format_exc()))


def _things(job: Job, args: Sequence[Any]) -> Iterator[object]:
    given = job.function(*args, **job.kwargs)
    if not job.many:
        yield Done(given)
        return
    for each in given:
        yield Done(each)
    yield Ended()


def _main(most_bytes: int) -> None:
    # Whatever a library prints must not end up among the messages.
    with (
        suppress(BrokenPipeError),  # also when it is closed
        os.fdopen(os.dup(0), "rb") as jobs,
        os.fdopen(os.dup(1), "wb") as outcomes,
    ):
        os.dup2(2, 1)
        logging.disable()
        import trafilatura  # noqa: F401 - takes a fifth of a second, which is no page's fault

        hold_memory(most_bytes)
        work(jobs, outcomes)


if __name__ == "__main__":
    _main(int(sys.argv[1]))
