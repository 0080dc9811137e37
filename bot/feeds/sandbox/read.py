"""What reads for the rest of the program, and the simplest one that does."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterable
from typing import ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Read(Protocol):
    """Calls functions that read, where they cannot hold up the loop. Raises what they raise.

    A sandbox raises Unreadable and Broke as well.
    """

    async def __call__(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """What the function gives."""
        ...

    def each(
        self, function: Callable[P, Iterable[T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> AsyncGenerator[T]:
        """What the function gives, one after the other."""
        ...


class Threads:
    """Reads in threads: for what is one's own, and for tests."""

    async def __call__(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.to_thread(function, *args, **kwargs)

    async def each(
        self, function: Callable[P, Iterable[T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> AsyncGenerator[T]:
        items = iter(await asyncio.to_thread(function, *args, **kwargs))
        while found := await asyncio.to_thread(_next, items):
            yield found[0]


def _next(items: Iterable[T]) -> list[T]:
    """The next item, if there is one."""
    for item in items:
        return [item]
    return []


IN_THREADS = Threads()
