"""The doctor: looks at settings, store, platforms and assistant, and says what keeps them from working."""

import asyncio
import time
from collections.abc import Callable, Coroutine, Sequence

from bot.config import Settings
from bot.doctor import assistant
from bot.doctor.settings import judge_settings
from bot.doctor.store import judge_store
from bot.findings import Finding, ok, trouble
from storage import StoreError, marks, open_store
from storage.checking import Followed, StoreFacts, look_at

STORE_SECONDS = 5.0
PLATFORM_SECONDS = ASSISTANT_SECONDS = 14.0

Checkup = Coroutine[None, None, list[Finding]]


async def examine(settings: Settings, clock: Callable[[], float] = time.time) -> list[Finding]:
    """What there is to find, within some twenty seconds. Nothing is changed or made, and no chat hears of it;
    an assistant that is set is asked about a review that is made up.
    """
    facts = await look_at(settings.database_url, STORE_SECONDS)
    elsewhere = await asyncio.gather(*_checkups(settings, facts, clock))
    return [*judge_settings(settings), *judge_store(facts), *(one for found in elsewhere for one in found)]


async def register_anew(settings: Settings) -> list[Finding]:
    """Forget that the platforms know the commands: the next start registers them."""
    from bot.platforms.discord import menu as discord
    from bot.platforms.telegram import menu as telegram

    facts = await look_at(settings.database_url, STORE_SECONDS)
    if facts.standing == "ours":
        if facts.version != facts.newest or facts.damage:
            mend = "Mend what is said of the store below, then run this again."
            return [trouble("commands", "the store cannot take down that they are to be registered", mend)]
        try:
            await _forget_marks(settings.database_url, (discord.MARK, telegram.MARK))
        except StoreError as error:
            return [trouble("commands", f"cannot be registered anew: {error}", "Stop the bot and try again.")]
    return [ok("commands", "all are registered anew at the next start of the bot")]


async def _forget_marks(url: str, names: Sequence[str]) -> None:
    store = await open_store(url)
    try:
        for mark in names:
            await store.write(marks.put, mark, "")
    finally:
        await store.close()


def _checkups(settings: Settings, facts: StoreFacts, clock: Callable[[], float]) -> list[Checkup]:
    # The platforms' libraries are heavy: each is loaded only where it is served.
    checkups: list[Checkup] = []
    if token := settings.discord_token.get_secret_value():
        from bot.platforms.discord import checkup as discord

        checkups.append(discord.check_up(token, _on("discord", facts), PLATFORM_SECONDS, clock))
    if token := settings.telegram_token.get_secret_value():
        from bot.platforms.telegram import checkup as telegram

        api = settings.telegram_api_url
        checkups.append(telegram.check_up(token, api, _on("telegram", facts), PLATFORM_SECONDS, clock))
    if settings.assistant_url:
        checkups.append(assistant.check_up(*settings.assistant(), ASSISTANT_SECONDS, clock))
    return checkups


def _on(platform: str, facts: StoreFacts) -> list[Followed]:
    return [each for each in facts.followed if each.place.platform == platform]
