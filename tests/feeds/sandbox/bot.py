"""A program that reads what never ends: `python -m tests.feeds.sandbox.bot MARK SECONDS`.

Prints the number of the process that reads, and the file MARK appears when that is at work; a reading may
take SECONDS.
"""

import asyncio
import sys
from pathlib import Path

from bot.feeds.sandbox import Limits, sandbox
from tests.feeds.sandbox import readers


async def main(mark: Path, seconds: float) -> None:
    async with sandbox(Limits(wall_seconds=seconds)) as read:
        print(await read(readers.number_of_process), flush=True)  # noqa: T201 - the parent reads it
        await read(readers.sleeps, mark)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), float(sys.argv[2])))
