"""Hands what came from outside to a process of its own, one after the other, and replaces that one."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any, ParamSpec, TypeVar

from bot.feeds.sandbox.limits import DEFAULT_LIMITS, Limits
from bot.feeds.sandbox.process import Gone, Reader, start_reader
from bot.feeds.sandbox.wire import Done, Ended, Full, Job, Question, Refused, Surprised, Theirs, packed

TOO_LONG = "takes too long to read"
TOO_LARGE = "takes too much memory to read"
BREAKS = "breaks what reads it"

P = ParamSpec("P")
T = TypeVar("T")


class Unreadable(Exception):
    """What was to be read was given up. The message goes on after "That page", without a full stop."""


class Broke(Exception):
    """A function that reads failed as nobody expected; the message is how, for the log."""


class _Crowded(Unreadable):
    """Memory ran out in a process that has read before, and may hold what others left in it."""


class _Failed(Exception):
    """A job ended with an error, and the process is well."""

    def __init__(self, error: Exception) -> None:
        self.error = error


class Sandbox:
    """Reads in a process that starts with the first job, and is let go after a while without one.

    What exceeds a limit ends that process and nothing else; the next job gets a new one. Where memory runs
    out in a process that has read before, the job is done anew in one that has not. The functions that read,
    what they take and what they give must be fit for pickling. Arguments that are functions stay here, and
    are asked from there.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._turn = asyncio.Lock()
        self._reader: Reader | None = None
        self._readings = 0
        self._idle: asyncio.TimerHandle | None = None

    @property
    def pid(self) -> int | None:
        """The number of the process that reads, where there is one."""
        return self._reader.pid if self._reader and self._reader.lives else None

    async def __call__(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """What the function gives. Raises what it raises of this program's exceptions, Unreadable, Broke."""
        job = self._job(function, args, kwargs, many=False)
        try:
            result: T = await self._done(job, args)
        except _Crowded:
            result = await self._done(job, args)
        return result

    async def each(
        self, function: Callable[P, Iterable[T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> AsyncGenerator[T]:
        """What the function gives, each within the limits. Raises the same, in the place of the next one."""
        async with self._at_work(self._job(function, args, kwargs, many=True)) as reader:
            while (found := await self._next(reader, args)) is not Ended:
                item: T = found
                yield item

    async def close(self) -> None:
        """End the process; the next job starts another one."""
        await self._end(at_once=False)

    def _job(
        self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any], *, many: bool
    ) -> bytes:
        sent = tuple(Theirs(place) if callable(each) else each for place, each in enumerate(args))
        limits = self._limits
        return packed(Job(function, sent, kwargs, many, limits.cpu_seconds, limits.wall_seconds))

    @asynccontextmanager
    async def _at_work(self, job: bytes) -> AsyncIterator[Reader]:
        """The process at work on a job for as long as the block lasts; what cuts that short ends it."""
        async with self._turn:
            try:
                reader = await self._awake()
                await reader.tell(job)
                yield reader
            except _Failed as failed:
                self._rest()
                raise failed.error from None
            except Gone:
                took_too_long = await self._end(at_once=False)
                raise Unreadable(TOO_LONG if took_too_long else BREAKS) from None
            except BaseException:
                await self._end(at_once=True)
                raise
            self._rest()

    async def _done(self, job: bytes, args: tuple[Any, ...]) -> Any:
        async with self._at_work(job) as reader:
            return await self._next(reader, args)

    async def _next(self, reader: Reader, args: tuple[Any, ...]) -> Any:
        """The next thing that a job gives, its questions answered. Raises _Failed, Gone, Unreadable."""
        try:
            async with asyncio.timeout(self._limits.start_seconds + self._limits.wall_seconds):
                outcome = await self._outcome(reader, args)
        except TimeoutError:
            raise Unreadable(TOO_LONG) from None
        match outcome:
            case Done(value):
                return value
            case Ended():
                return Ended
            case Refused(error):
                raise _Failed(error)
            case Surprised(report):
                raise _Failed(Broke(report))
            case Full():
                raise _Crowded(TOO_LARGE) if self._readings > 1 else Unreadable(TOO_LARGE)
        raise Gone

    async def _outcome(self, reader: Reader, args: tuple[Any, ...]) -> Any:
        for _ in range(self._limits.questions):
            outcome = await reader.hear()
            if not isinstance(outcome, Question):
                return outcome
            await reader.tell(packed(args[outcome.place](*outcome.args)))
        raise Unreadable(TOO_LONG)

    async def _awake(self) -> Reader:
        if self._idle:
            self._idle.cancel()
        if self._reader is None or not self._reader.lives or self._readings >= self._limits.readings:
            await self.close()
            self._reader = await start_reader(self._limits.memory_bytes)
        self._readings += 1
        return self._reader

    def _rest(self) -> None:
        if self._reader:
            loop = asyncio.get_running_loop()
            self._idle = loop.call_later(self._limits.idle_seconds, self._reader.let_go)

    async def _end(self, *, at_once: bool) -> bool:
        """End the process; whether a limit of time had ended it before."""
        if self._idle:
            self._idle.cancel()
        reader, self._reader, self._readings = self._reader, None, 0
        return await reader.end(at_once=at_once) if reader else False


@asynccontextmanager
async def sandbox(limits: Limits = DEFAULT_LIMITS) -> AsyncIterator[Sandbox]:
    """A sandbox for as long as the block lasts; no process of it is left behind."""
    opened = Sandbox(limits)
    try:
        yield opened
    finally:
        await opened.close()
