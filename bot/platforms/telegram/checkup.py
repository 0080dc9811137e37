"""Asks Telegram, without taking an update, for everything that makes a bot silently fail."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import timedelta
from urllib.parse import urlsplit

from telegram import Bot, BotCommand, User, WebhookInfo
from telegram.error import InvalidToken, RetryAfter, TelegramError, TimedOut

from bot.findings import Finding, judge_clock, ok, trouble, warning
from bot.hearing import Ear
from bot.platforms.telegram.menu import menu_commands
from bot.platforms.telegram.rooms import judge_rooms
from bot.platforms.telegram.wire import Wire
from storage.checking import Followed

NAME = "Telegram"
CONNECTIONS = 8
MANY_WAITING = 1_000
_AGAIN = "Check this machine's connection and TELEGRAM_API_URL, then run the doctor again."


async def check_up(
    token: str, api_url: str, followed: Sequence[Followed], seconds: float, clock: Callable[[], float]
) -> list[Finding]:
    """What there is to say of the bot on Telegram, within so many seconds; trouble on the way is said too."""
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    ear = Ear(clock)
    wire = Wire(CONNECTIONS, trace=ear.trace())
    bot = Bot(token, f"{api_url}/bot", f"{api_url}/file/bot", request=wire, get_updates_request=Wire(1))
    findings: list[Finding] = []
    try:
        async with asyncio.timeout(seconds):
            async for finding in _looked_at(bot, followed):
                findings.append(finding)
    except InvalidToken:
        mend = "Copy it again from @BotFather (/token). With your own Bot API server, check TELEGRAM_API_URL."
        findings.append(trouble(f"{NAME} token", "Telegram does not take it", mend))
    except (TimeoutError, TimedOut):
        findings.append(trouble(NAME, "did not answer in time", _AGAIN))
    except RetryAfter as error:
        found = f"asks to wait {_seconds(error)} s (429); what follows was not checked"
        findings.append(trouble(NAME, found, _AGAIN))
    except TelegramError as error:
        findings.append(trouble(NAME, f"cannot be asked: {error.message}", _AGAIN))
    except (AttributeError, LookupError, TypeError, ValueError):
        mend = (
            "Check TELEGRAM_API_URL: it should lead to Telegram's own server, or to your own Bot API server."
        )
        findings.append(trouble(NAME, "something else than the Bot API answers", mend))
    finally:
        # Not by the bot's own block, which closes nothing where its opening is cut off.
        await bot.shutdown()
    return [*findings, *judge_clock(NAME, ear.date, ear.at)]


async def _looked_at(bot: Bot, followed: Sequence[Followed]) -> AsyncIterator[Finding]:
    await bot.initialize()
    for finding in judge_bot(bot.bot):
        yield finding
    yield judge_webhook(await bot.get_webhook_info())
    yield judge_menu(await bot.get_my_commands())
    for finding in await judge_rooms(bot, followed):
        yield finding


def _seconds(error: RetryAfter) -> int:
    wait = error.retry_after
    return round(wait.total_seconds()) if isinstance(wait, timedelta) else wait


def judge_bot(me: User) -> list[Finding]:
    """What is set for the bot with @BotFather."""
    findings = [ok(f"{NAME} token", f"Telegram takes it; the bot is @{me.username}")]
    if me.supports_inline_queries:
        findings.append(ok(f"{NAME} inline mode", f"on: @{me.username} and a title works in any chat"))
    else:
        mend = f"Send /setinline to @BotFather, choose @{me.username}, and write any placeholder."
        findings.append(trouble(f"{NAME} inline mode", "off: titles are not suggested while typing", mend))
    if not me.can_join_groups:
        mend = f"Send /setjoingroups to @BotFather, choose @{me.username}, then Enable."
        findings.append(warning(f"{NAME} groups", "the bot cannot be added to groups", mend))
    if me.can_read_all_group_messages:
        privacy = "off: the bot is sent all that groups say; it looks at commands only, so it may be on"
    else:
        privacy = "on: in groups the bot is sent commands only, which is all it needs"
    return [*findings, ok(f"{NAME} privacy mode", privacy)]


def judge_webhook(info: WebhookInfo) -> Finding:
    """Whether updates go elsewhere: the bot fetches them, which a webhook forbids."""
    waiting = f"{info.pending_update_count:,} updates wait"
    subject = f"{NAME} updates"
    if info.url:
        last = f"; its last error: {info.last_error_message}" if info.last_error_message else ""
        found = f"they go to a webhook at {urlsplit(info.url).hostname}, {waiting}{last}"
        mend = "The bot removes the webhook when it starts. If another program set it, stop that program."
        return warning(subject, found, mend)
    if info.pending_update_count > MANY_WAITING:
        return warning(subject, f"{waiting}, so nobody fetches them", "Start the bot, or look into its log.")
    return ok(subject, f"no webhook is in the way, {waiting}")


def judge_menu(registered: Sequence[BotCommand]) -> Finding:
    """The commands that Telegram shows, held against the bot's own."""
    ours, subject = menu_commands(), f"{NAME} commands"
    if list(registered) == ours:
        return ok(subject, f"all {len(ours)} are registered")
    if not registered:
        return warning(subject, "none is registered yet", "Start the bot: it registers them.")
    differing = set(ours) ^ set(registered)
    names = dict.fromkeys(each.command for each in (*ours, *registered) if each in differing)
    found = f"Telegram knows them otherwise: {', '.join(f'/{name}' for name in names) or 'in another order'}"
    return trouble(subject, found, "Run python -m bot doctor --register, then restart the bot.")
