"""Both platforms in one process: `API TOKEN DATABASE`. It obeys standard input and tells its memory.

`discord N` has N people use Discord, `publish N` brings N reviews in and waits until all alerts are sent.
"""

import asyncio
import json
import random
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from bot.alerts import Deliverer
from bot.catalogue import open_catalogue
from bot.commands import Desk
from bot.feeds.importer import take_in
from bot.platforms.discord.buttons import PressButton
from bot.platforms.discord.client import ReviewClient
from bot.platforms.telegram.application import serve
from bot.platforms.telegram.pacer import Paces
from bot.redrawing import Redrawer
from bot.serving import keep_catalogue, keep_strength, keep_titles
from storage import open_store
from tests.bench.bots import UNPACED
from tests.bench.library import draft, titles
from tests.bench.wireless import Wireless, buttons
from tests.storage.worlds import next_due

PAGE = 4096


class Resident:
    """What the process does when told."""

    def __init__(self, desk: Desk, client: ReviewClient) -> None:
        self._desk = desk
        self._discord = Wireless(client)
        self._dice = random.Random(9)
        self._named = titles(len(desk.catalogue.titles))
        self._published = 0

    async def discord(self, people: int) -> None:
        """Each looks at a card, presses one of its buttons, and asks what to watch next."""
        for person in range(1, people + 1):
            card = await self._discord.slash("review", "title", self._dice.choice(self._named), person)
            await self._discord.press(self._dice.choice(buttons(card)), card, person)
            await self._discord.slash("recommend", "like", self._dice.choice(self._named), person)

    async def publish(self, reviews: int) -> None:
        """Bring in new reviews and wait until those who follow them are told."""
        for _ in range(reviews):
            self._published += 1
            new = replace(
                draft(self._published),
                title=f"Premiere {self._published}",
                url=f"https://premieres.example/{self._published}",
                published_at=None,
            )
            await take_in(self._desk.store, new, "", int(time.time()))
        while await self._desk.store.read(next_due, "telegram") is not None:
            await asyncio.sleep(0.05)


async def main(api: str, token: str, database: str) -> None:
    """Serve until standard input ends."""
    store = await open_store(database)
    try:
        desk = Desk(store, await open_catalogue(store))
        async with _serving(desk, api, token) as client:
            resident = Resident(desk, client)
            while line := (await asyncio.to_thread(sys.stdin.readline)).split():
                await getattr(resident, line[0])(int(line[1]))
                print(json.dumps(resident_bytes()), flush=True)
    finally:
        await store.close()


def resident_bytes() -> int:
    """The memory that this process has in use."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * PAGE


@asynccontextmanager
async def _serving(desk: Desk, api: str, token: str) -> AsyncIterator[ReviewClient]:
    paces = Paces(UNPACED, UNPACED, UNPACED)
    async with ReviewClient(desk) as client, serve(desk, token, api, paces) as outlet:
        client.add_dynamic_items(PressButton)
        kept = [keep_catalogue(desk.catalogue), keep_titles(desk), keep_strength(desk.store)]
        kept += [Deliverer(desk, outlet).run(), Redrawer(desk, outlet).run()]
        tasks = [asyncio.create_task(each) for each in kept]
        try:
            yield client
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
