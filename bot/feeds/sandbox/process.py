"""The process that reads, as the bot holds it: starts it, speaks with it, ends it."""

import asyncio
import os
import sys
from asyncio import StreamReader, StreamWriter
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from pathlib import Path
from typing import Any

from bot.config import Settings
from bot.feeds.sandbox.limits import TIMERS
from bot.feeds.sandbox.wire import LENGTH, unpacked

_ROOT = Path(__file__).parents[3]
_WORKER = "bot.feeds.sandbox.worker"
LARGEST_MESSAGE = 48 * 1024 * 1024
_LAST_SECONDS = 2.0


class Gone(Exception):
    """The process is there no more, or what it says makes no sense."""


class Reader:
    """A process that waits for jobs."""

    def __init__(self, process: Process, told: StreamWriter, heard: StreamReader) -> None:
        self._process = process
        self._told = told
        self._heard = heard
        self.pid = process.pid

    @property
    def lives(self) -> bool:
        """Whether it takes another job."""
        return self._process.returncode is None and not self._told.is_closing()

    async def tell(self, message: bytes) -> None:
        """Send a message. Raises Gone."""
        try:
            self._told.write(message)
            await self._told.drain()
        except ConnectionError:
            raise Gone from None

    async def hear(self) -> Any:
        """Its next message. Raises Gone."""
        try:
            (length,) = LENGTH.unpack(await self._heard.readexactly(LENGTH.size))
            return unpacked(await self._heard.readexactly(min(length, LARGEST_MESSAGE)))
        except (asyncio.IncompleteReadError, ConnectionError):
            raise Gone from None
        except Exception as error:  # broken bytes can lead to any
            raise Gone from error

    def let_go(self) -> None:
        """It ends by itself when it has nothing to do any more."""
        self._told.close()

    async def end(self, *, at_once: bool) -> bool:
        """Wait until it has ended; whether it was its own limit of time that ended it."""
        self.let_go()
        if at_once:
            self._kill()
        try:
            async with asyncio.timeout(_LAST_SECONDS):
                status = await self._process.wait()
        except TimeoutError:
            self._kill()
            status = await self._process.wait()
        return -status in TIMERS

    def _kill(self) -> None:
        with suppress(ProcessLookupError):
            self._process.kill()


async def start_reader(memory_bytes: int) -> Reader:
    """A new process. It knows none of the bot's settings, and hears no Ctrl+C: it ends when the bot does."""
    secret = {name.upper() for name in Settings.model_fields}
    environment = {name: value for name, value in os.environ.items() if name.upper() not in secret}
    paths = [str(_ROOT), *filter(None, [environment.get("PYTHONPATH")])]
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-W", "ignore", "-m", _WORKER, str(memory_bytes)),
        stdin=PIPE,
        stdout=PIPE,
        env={**environment, "PYTHONPATH": os.pathsep.join(paths)},
        start_new_session=True,
    )
    if process.stdin is None or process.stdout is None:
        raise Gone  # never, as both are pipes
    return Reader(process, process.stdin, process.stdout)
