"""A process of its own that reads feeds: `python -m tests.feeds.syndication.reader FOLDER`.

Prints a line for whatever it has done, and goes on until it is killed.
"""

import asyncio
import sys
from dataclasses import replace
from pathlib import Path

from bot.feeds.fetching import Limits, fetcher
from bot.feeds.syndication.poller import Poller
from tests.desks import NOW, desk_in

HURRY = 500  # each step is so many seconds, so that a dead process's claims are free again soon


async def main(folder: Path) -> None:
    now = float(NOW + HURRY)
    async with (
        desk_in(folder) as opened,
        fetcher(lambda: now, limits=Limits(gap_seconds=0.0), allows=lambda *_: True) as fetch,
    ):
        poller = Poller(replace(opened, clock=lambda: now), fetch, lambda: 0.5)
        while True:
            done = await poller.take_next() or await poller.read_next()
            now += HURRY
            print("done" if done else "idle", flush=True)  # noqa: T201 - the parent reads it


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
