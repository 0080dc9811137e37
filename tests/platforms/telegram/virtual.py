"""An event loop whose time passes only while everybody waits: an hour takes no time."""

import asyncio
import selectors
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class _Patient(selectors.SelectSelector):
    """Instead of waiting for the network, says how long it would have waited."""

    def __init__(self, pass_time: Callable[[float], None]) -> None:
        super().__init__()
        self._pass_time = pass_time

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("everybody waits for somebody else")
        self._pass_time(max(0.0, timeout))
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop with a clock of its own."""

    def __init__(self) -> None:
        self._virtual_now = 1000.0
        super().__init__(_Patient(self._pass))

    def time(self) -> float:
        return self._virtual_now

    def _pass(self, seconds: float) -> None:
        self._virtual_now += seconds


def run(live: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """What the coroutine returns, lived in virtual time."""
    loop = VirtualLoop()
    try:
        return loop.run_until_complete(live())
    finally:
        loop.close()


async def settled(*work: Awaitable[Any]) -> list[Any]:
    """The results of all, errors included."""
    return list(await asyncio.gather(*work, return_exceptions=True))
