"""Runs the whole bot: both platforms, their alerts, and what keeps the catalogue and scores fresh."""

import asyncio
import logging
import signal
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from bot.alerts import Deliverer
from bot.catalogue import Catalogue, open_catalogue
from bot.commands import Desk
from bot.config import Settings
from bot.outlets import Outlet
from bot.rules.scoring import prior_strength
from storage import Store, StoreError, open_store, votes

log = logging.getLogger(__name__)

REFRESH_SECONDS = 1.0
STRENGTH_SECONDS = 600.0


@asynccontextmanager
async def open_desk(settings: Settings) -> AsyncIterator[Desk]:
    """The desk of these settings' store, closed behind the block. Raises StoreError."""
    store = await open_store(settings.database_url)
    try:
        yield Desk(store, await open_catalogue(store), settings.site_name)
    finally:
        await store.close()


async def serve(settings: Settings) -> None:
    """Serve every platform that has a token, until SIGTERM or SIGINT."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    began = time.perf_counter()
    async with open_desk(settings) as desk, AsyncExitStack() as platforms:
        titles = len(desk.catalogue.titles)
        log.info("the store is open: %d works, %.1f s", titles, time.perf_counter() - began)
        outlets = await _open_platforms(platforms, desk, settings)
        keepers = [
            keep_catalogue(desk.catalogue),
            keep_strength(desk.store),
            *(Deliverer(desk, outlet, time.time).run() for outlet in outlets),
        ]
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(keeper) for keeper in keepers]
            log.info("ready after %.1f s", time.perf_counter() - began)
            await stopped.wait()
            log.info("stopping")
            for task in tasks:
                task.cancel()
    log.info("stopped")


async def _open_platforms(stack: AsyncExitStack, desk: Desk, settings: Settings) -> list[Outlet]:
    # The platforms' libraries are heavy: each is loaded only where it is served.
    outlets: list[Outlet] = []
    if token := settings.telegram_token.get_secret_value():
        from bot.platforms.telegram.application import serve as serve_telegram
        from bot.platforms.telegram.pacer import Pace, Paces

        paces = Paces(overall=Pace(settings.telegram_messages_per_second, 4))
        outlets.append(
            await stack.enter_async_context(serve_telegram(desk, token, settings.telegram_api_url, paces))
        )
    if token := settings.discord_token.get_secret_value():
        from bot.platforms.discord.client import serve as serve_discord

        outlets.append(await stack.enter_async_context(serve_discord(desk, token)))
    return outlets


async def keep_catalogue(catalogue: Catalogue) -> None:
    """Take in what other processes write, for ever."""
    while True:
        try:
            await catalogue.refresh()
        except StoreError as error:
            log.warning("the catalogue waits, the store does not answer: %s", error)
        await asyncio.sleep(REFRESH_SECONDS)


async def keep_strength(store: Store) -> None:
    """Work out the strength of the scores' prior now and then, for ever."""
    while True:
        try:
            strength = prior_strength(await store.read(votes.tallies, 1))
            await store.write(votes.set_strength, strength)
        except StoreError as error:
            log.warning("the scores' prior waits, the store does not answer: %s", error)
        await asyncio.sleep(STRENGTH_SECONDS)
