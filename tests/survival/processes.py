"""The program as its operator runs it: child processes with settings, whose log can be waited for."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.standins.telegram.changes import Changes

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90.0  # it ends a hang, and is no limit for a busy machine
NO_SETTINGS = {
    "TELEGRAM_TOKEN": "",
    "DISCORD_TOKEN": "",
    "EDITORS": "",
    "SITE_NAME": "",
    "LOG_LEVEL": "DEBUG",
    "LOG_FORMAT": "text",
    "HEALTH_PORT": "0",
}


class Running:
    """A running program; `log` is what it wrote to standard error and output so far."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.log = ""
        self._changes = Changes()
        self._reading = asyncio.create_task(self._read())
        self._reading.add_done_callback(lambda _: self._changes.notify())

    async def says(self, text: str, times: int = 1) -> None:
        """Wait until the log holds the text; AssertionError with the log where it does not in time."""
        ended = self._reading.done
        await self._changes.until(lambda: self.log.count(text) >= times or ended(), PATIENCE)
        assert self.log.count(text) >= times, f"{text!r} was not said:\n{self.log}"

    async def kill(self) -> None:
        """kill -9."""
        self.process.kill()
        await self.ended()

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to end; its exit status. AssertionError where that takes more than ten seconds."""
        self.process.send_signal(number)
        return await self.ended(10)

    async def ended(self, seconds: float = PATIENCE) -> int:
        """Wait for the end; the exit status."""
        done, _ = await asyncio.wait({self._reading}, timeout=seconds)
        assert done, f"it still runs after {seconds:.0f} s:\n{self.log}"
        return await self.process.wait()

    async def _read(self) -> None:
        assert self.process.stdout is not None
        while some := await self.process.stdout.read(65536):
            self.log += some.decode()
            self._changes.notify()


@asynccontextmanager
async def running(folder: Path, *arguments: str, **settings: str) -> AsyncIterator[Running]:
    """`python ARGUMENTS` in a folder with a store of its own; killed when the block is left."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        cwd=folder,
        env=os.environ | NO_SETTINGS | store_in(folder) | {"PYTHONPATH": str(ROOT)} | settings,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    program = Running(process)
    try:
        yield program
    finally:
        if process.returncode is None:
            process.kill()
        await program.ended()


def store_in(folder: Path) -> dict[str, str]:
    """The setting that names a folder's store."""
    return {"DATABASE_URL": f"sqlite:///{folder / 'reviews.db'}"}
