"""Waiting until something becomes true, without guessing how long it takes."""

import asyncio
from collections.abc import Callable


class Changes:
    """Wakes everybody who waits for a condition whenever anything changed."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def notify(self) -> None:
        """Something changed: conditions are looked at again."""
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_result(None)

    async def until(self, condition: Callable[[], bool], seconds: float) -> bool:
        """Wait for the condition for at most that long; whether it came true."""
        try:
            async with asyncio.timeout(seconds):
                while not condition():
                    await self.next()
        except TimeoutError:
            return condition()
        return True

    async def next(self) -> None:
        """Wait for the next change, whatever it is."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(waiter)
        try:
            await waiter
        finally:
            self._waiting.discard(waiter)
