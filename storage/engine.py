"""What a unit of work is, and how the ones that wait together are committed together.

A unit of work is a generator function that yields statements and is sent their rows:

    def rename(work, title):
        rows = yield "UPDATE works SET title = ? WHERE id = ? RETURNING id", (title, work)
        return bool(rows)

It holds no I/O and may be run again from its start. The SQL is shared by all engines: `?` stands
for an argument, `SKIP_LOCKED` for a row lock where the engine needs one.
"""

import asyncio
from collections.abc import Awaitable, Callable, Generator, Sequence
from functools import partial
from typing import Any, ParamSpec, Protocol, TypeVar

from storage.errors import StoreBusy, StoreUnreachable

Row = tuple[Any, ...]
Statement = tuple[str, Sequence[Any]]
T = TypeVar("T")
P = ParamSpec("P")
Unit = Generator[Statement, Sequence[Row], T]
_Waiting = tuple[Callable[[], Unit[Any]], "asyncio.Future[Any]"]
Transact = Callable[[Sequence[Callable[[], Unit[Any]]]], Awaitable[list[Any]]]

SKIP_LOCKED = "/* skip locked */"
BATCH = 512


class Rehearsed(Exception):
    """A unit of work went through and was undone; `result` is what it would have returned."""

    def __init__(self, result: Any) -> None:
        super().__init__("rehearsed")
        self.result = result


def rehearse(unit: Callable[P, Unit[T]], *args: P.args, **kwargs: P.kwargs) -> Unit[T]:
    """Run a unit for its result only: always ends in Rehearsed, so that nothing of it is kept."""
    raise Rehearsed((yield from unit(*args, **kwargs)))


class Engine(Protocol):
    """A database that runs units of work."""

    async def read(self, unit: Callable[P, Unit[T]], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a unit that changes nothing; it yields one statement."""

    async def write(self, unit: Callable[P, Unit[T]], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a unit whole or not at all; when this returns, what it did is on disk."""

    async def close(self) -> None:
        """Finish what waits and let go of the database."""


class GroupCommit:
    """Runs the writes that are waiting as one transaction, so that they share its cost.

    When one of them fails, the transaction is undone and each is run again by itself: only the
    caller of the failing one gets the error. When the store itself cannot be written, all get it.
    A cancelled caller's write is carried out all the same.
    """

    def __init__(self, transact: Transact) -> None:
        self._transact = transact
        self._waiting: list[_Waiting] = []
        self._flushing: asyncio.Task[None] | None = None

    async def write(self, unit: Callable[P, Unit[T]], *args: P.args, **kwargs: P.kwargs) -> T:
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((partial(unit, *args, **kwargs), done))
        if self._flushing is None or self._flushing.done():
            self._flushing = asyncio.create_task(self._flush(), name="group commit")
        return await done

    async def drain(self) -> None:
        """Wait until nothing waits."""
        if self._flushing is not None:
            await self._flushing

    async def _flush(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:BATCH], self._waiting[BATCH:]
            try:
                values = await self._transact([unit for unit, _ in batch])
            except (StoreBusy, StoreUnreachable) as error:
                _fail(batch, error)  # the store's trouble and no unit's: each would wait for it again
            except Exception as error:  # noqa: BLE001 - handed on to the callers, who handle it
                await self._one_by_one(batch, error)
            else:
                for (_, done), value in zip(batch, values, strict=True):
                    if not done.done():
                        done.set_result(value)

    async def _one_by_one(self, batch: Sequence[_Waiting], error: Exception) -> None:
        if len(batch) == 1:
            _fail(batch, error)
            return
        for unit, done in batch:
            try:
                (value,) = await self._transact([unit])
            except Exception as own:  # noqa: BLE001 - handed on to the caller, who handles it
                _fail([(unit, done)], own)
            else:
                if not done.done():
                    done.set_result(value)


def _fail(batch: Sequence[_Waiting], error: Exception) -> None:
    for _, done in batch:
        if not done.done():
            done.set_exception(error)
