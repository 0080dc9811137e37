"""Keeps a context open in a task of its own, so that what it sets for its task stays there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, TypeVar

T = TypeVar("T")


@asynccontextmanager
async def kept(context: AbstractAsyncContextManager[T]) -> AsyncIterator[T]:
    """What the context gives; a task of its own enters and leaves it."""
    entered: asyncio.Future[T] = asyncio.get_running_loop().create_future()
    leaving = asyncio.Event()

    async def keep() -> None:
        async with context as given:
            entered.set_result(given)
            await leaving.wait()

    keeper = asyncio.create_task(keep())
    waited: set[asyncio.Future[Any]] = {keeper, entered}
    await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)
    try:
        if not entered.done():
            await keeper
        yield entered.result()
    finally:
        leaving.set()
        await keeper
