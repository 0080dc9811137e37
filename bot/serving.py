"""Runs the whole bot: each platform with its alerts, and what keeps the catalogue and scores fresh."""

import asyncio
import logging
import random
import signal
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from functools import partial

from bot.alerts import Deliverer
from bot.bringing import bring
from bot.catalogue import Catalogue, open_catalogue
from bot.commands import Desk
from bot.config import Settings, parse_editors
from bot.feeds.assistant import assistant
from bot.feeds.fetching import fetcher
from bot.feeds.sandbox import sandbox
from bot.feeds.syndication.poller import Poller
from bot.health import Nurse, told_at
from bot.outlets import Outlet, PlatformAway, TokenRefused
from bot.platforms.terminal.chat import OPERATOR
from bot.redrawing import Redrawer
from bot.rules.scoring import prior_strength
from storage import Store, StoreError, open_store, votes

log = logging.getLogger(__name__)

REFRESH_SECONDS = 1.0
STRENGTH_SECONDS = 600.0
KEEP_SECONDS = 300.0
FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0
STOP_SECONDS, LAST_SECONDS = 8.0, 0.5

Opening = Callable[[], AbstractAsyncContextManager[Outlet]]


@asynccontextmanager
async def open_desk(settings: Settings) -> AsyncIterator[Desk]:
    """The desk of these settings' store, closed behind the block. Raises StoreError."""
    store = await open_store(settings.database_url)
    try:
        editors = frozenset((*parse_editors(settings.editors), OPERATOR))
        yield Desk(
            store, await open_catalogue(store), settings.site_name, editors=editors,
            cards_kept=settings.cards_kept,
        )  # fmt: skip
    finally:
        await store.close()


async def serve(settings: Settings) -> None:
    """Serve every platform that has a token, until SIGTERM or SIGINT. Raises TokenRefused, StoreError,
    BadSettings.

    One platform's trouble is not the other's: each is opened, and opened again, by itself.
    """
    stopped = asyncio.create_task(until_signalled())
    began = time.perf_counter()
    async with (
        open_desk(settings) as opened,
        fetcher(opened.clock) as fetch,
        assistant(opened.vitals, opened.clock, *settings.assistant()) as assist,
        sandbox() as read,
    ):
        desk = replace(opened, bring=partial(bring, opened, fetch, assist=assist, read=read))
        titles = len(desk.catalogue.titles)
        log.info("the store is open: %d works, %.1f s", titles, time.perf_counter() - began)
        nurse, platforms = Nurse(desk), _platforms(desk, settings)
        for name, _ in platforms:
            desk.vitals.expect(name.casefold(), desk.clock())
        kept = [keep_catalogue(desk.catalogue), keep_titles(desk), keep_strength(desk.store), nurse.watch()]
        kept.append(Poller(desk, fetch, random.random, assist, read).run())
        kept += [keep_serving(desk, *platform) for platform in platforms]
        tasks = {asyncio.create_task(each) for each in kept}
        try:
            async with told_at(settings.health_host, settings.health_port, desk, nurse):
                await _until_stopped(stopped, tasks)
                log.info("stopping")
        finally:
            await _end(tasks)
    log.info("stopped")


def _platforms(desk: Desk, settings: Settings) -> list[tuple[str, Opening]]:
    # The platforms' libraries are heavy: each is loaded only where it is served.
    platforms: list[tuple[str, Opening]] = []
    if telegram_token := settings.telegram_token.get_secret_value():
        from bot.platforms.telegram.application import serve as serve_telegram
        from bot.platforms.telegram.pacer import Paces, overall

        paces = Paces(overall(settings.telegram_messages_per_second))
        api = settings.telegram_api_url
        platforms.append(("Telegram", lambda: serve_telegram(desk, telegram_token, api, paces)))
    if discord_token := settings.discord_token.get_secret_value():
        from bot.platforms.discord.client import serve as serve_discord

        platforms.append(("Discord", lambda: serve_discord(desk, discord_token)))
    return platforms


async def keep_serving(desk: Desk, name: str, opened: Opening) -> None:
    """Serve one platform, send its alerts and keep its cards true, for ever.

    While it is away, try again, later each time.

    Raises TokenRefused.
    """
    wait = FIRST_WAIT
    while True:
        began = time.monotonic()
        try:
            async with opened() as outlet, asyncio.TaskGroup() as group:
                group.create_task(Deliverer(desk, outlet).run())
                group.create_task(Redrawer(desk, outlet).run())
        except* TokenRefused as refused:
            raise _first(refused) from None
        except* (PlatformAway, StoreError) as trouble:
            _lost(desk, name, _first(trouble))
            log.warning("%s is not served just now: %s", name, _first(trouble))
        except* Exception as surprise:  # what one library does not expect must not end the other platform
            _lost(desk, name, _first(surprise))
            log.exception("%s is not served just now", name)
        if time.monotonic() - began > LONGEST_WAIT:
            wait = FIRST_WAIT
        log.info("opening %s again in %.0f s", name, wait)
        await asyncio.sleep(wait)
        wait = min(LONGEST_WAIT, 2 * wait)


def _lost(desk: Desk, name: str, error: BaseException) -> None:
    # Only the kind of the error: its words may hold an address with the token in it.
    desk.vitals.lost(name.casefold(), desk.clock(), f"cannot be reached ({type(error).__name__})")


async def until_signalled() -> None:
    """Wait for SIGTERM or SIGINT."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    await stopped.wait()


async def _until_stopped(stopped: asyncio.Task[None], tasks: set[asyncio.Task[None]]) -> None:
    """Wait for the signal; what ends a task by itself ends everything."""
    done, _ = await asyncio.wait({stopped, *tasks}, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    for task in done & tasks:
        task.result()


def _first(group: BaseException) -> BaseException:
    while isinstance(group, BaseExceptionGroup):
        group = group.exceptions[0]
    return group


async def _end(tasks: set[asyncio.Task[None]]) -> None:
    """Stop the tasks: they may finish what they have in hand, but none for ever."""
    patience = STOP_SECONDS
    while tasks:
        for task in tasks:
            task.cancel()
        done, tasks = await asyncio.wait(tasks, timeout=patience)
        for task in done:
            if not task.cancelled() and (error := task.exception()) is not None:
                log.error("not everything was closed: %s", error)
        patience = LAST_SECONDS


async def keep_catalogue(catalogue: Catalogue) -> None:
    """Take in what other processes write, for ever."""
    while True:
        try:
            await catalogue.refresh()
        except StoreError as error:
            log.warning("the catalogue waits, the store does not answer: %s", error)
        await asyncio.sleep(REFRESH_SECONDS)


async def keep_titles(desk: Desk) -> None:
    """Keep what makes titles known, and the index itself for the next start, now and then, for ever."""
    while True:
        try:
            await desk.catalogue.keep(desk.now())
        except StoreError as error:
            log.warning("the title index is not kept, the store does not answer: %s", error)
        await asyncio.sleep(KEEP_SECONDS)


async def keep_strength(store: Store) -> None:
    """Work out the strength of the scores' prior now and then, for ever."""
    while True:
        try:
            strength = prior_strength(await store.read(votes.tallies, 1))
            await store.write(votes.set_strength, strength)
        except StoreError as error:
            log.warning("the scores' prior waits, the store does not answer: %s", error)
        await asyncio.sleep(STRENGTH_SECONDS)
