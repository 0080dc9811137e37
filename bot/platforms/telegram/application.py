"""Telegram: builds python-telegram-bot's application and runs it inside our own loop."""

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.commands import COMMANDS, Desk
from bot.platforms.telegram import menu
from bot.platforms.telegram.asking import PLATFORM
from bot.platforms.telegram.chats import Chats
from bot.platforms.telegram.inbox import CarefulBot, Inbox
from bot.platforms.telegram.inline import Inline
from bot.platforms.telegram.messages import Messages
from bot.platforms.telegram.outlet import TelegramOutlet
from bot.platforms.telegram.pacer import Pacer, Paces
from bot.platforms.telegram.presses import Presses
from bot.platforms.telegram.watch import Watch, opening
from bot.platforms.telegram.wire import Wire

log = logging.getLogger(__name__)

UPDATES = [
    Update.MESSAGE,
    Update.CHANNEL_POST,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
]
POLL_SECONDS = 30
CONNECTIONS = 32
STOP_SECONDS = 2.5


@asynccontextmanager
async def serve(
    desk: Desk, token: str, api_url: str, paces: Paces | None = None
) -> AsyncIterator[TelegramOutlet]:
    """Answer on Telegram until the block is left; gives the outlet for alerts.

    Raises TokenRefused, PlatformAway, as groups where that happens inside the block.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    inbox, watch = Inbox(desk.store), Watch(desk)
    bot = CarefulBot(
        inbox,
        watch,
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=Wire(CONNECTIONS, watch.too_fast),
        get_updates_request=Wire(2, watch.too_fast),
        rate_limiter=Pacer(paces),
    )
    application = ApplicationBuilder().bot(bot).concurrent_updates(inbox).build()
    _add_handlers(application, desk)
    desk.vitals.queues[PLATFORM, "taken"] = application.update_queue.qsize
    desk.vitals.queues[PLATFORM, "unanswered"] = inbox.unanswered
    try:
        with opening():
            await application.initialize()
            await bot.delete_webhook()
        await menu.register(bot, desk)
        for update in await inbox.leftovers(bot):
            await application.update_queue.put(update)
        await application.start()
        async with asyncio.TaskGroup() as group:
            watching = group.create_task(watch.token_refused())
            await _poll(application)
            watch.answered()
            log.info("serving Telegram as @%s", bot.username)
            yield TelegramOutlet(bot)
            watching.cancel()
    finally:
        await _stop(application)


async def _poll(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    if application.updater is not None:
        with opening():
            await application.updater.start_polling(
                timeout=POLL_SECONDS,
                allowed_updates=UPDATES,
                error_callback=_already_told,
                bootstrap_retries=-1,
            )


def _add_handlers(application: Application[Any, Any, Any, Any, Any, Any], desk: Desk) -> None:
    messages = Messages(desk)
    written = filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST
    private = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
    for command in COMMANDS:
        handle = messages.command(command)
        application.add_handler(CommandHandler(command.name, handle, filters=written))
        if command.brings:
            captioned = filters.CaptionRegex(rf"(?i)^/{command.name}(?:@\w+)?(?:\s|$)")
            application.add_handler(MessageHandler(written & captioned, handle))
    chats = Chats(desk)
    application.add_handlers(
        [
            MessageHandler(private & filters.TEXT & ~filters.COMMAND & ~filters.VIA_BOT, messages.words),
            MessageHandler(private & filters.COMMAND, messages.unknown),
            MessageHandler(written & filters.REPLY & filters.TEXT & ~filters.COMMAND, messages.replied),
            MessageHandler(private & filters.Document.ALL, messages.bare_file),
            MessageHandler(filters.StatusUpdate.MIGRATE, chats.migration),
            CallbackQueryHandler(Presses(desk, messages).press),
            InlineQueryHandler(Inline(desk).suggest),
            ChatMemberHandler(chats.membership, ChatMemberHandler.MY_CHAT_MEMBER),
        ]
    )
    application.add_error_handler(_handler_failed)


async def _stop(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """Take no more updates, let the running handlers finish, but wait for none that hangs."""
    updater = application.updater
    if updater is not None and updater.running and not await _done(updater.stop()):
        log.warning("Telegram did not say good-bye; it sends some updates again after the next start")
    if application.running and not await _done(application.stop()):
        log.warning("a Telegram handler hung; its update is answered after the next start")
    await application.shutdown()
    await application.bot.shutdown()


async def _done(work: Coroutine[Any, Any, None]) -> bool:
    # Not asyncio.timeout: python-telegram-bot swallows cancellations while it stops.
    task = asyncio.create_task(work)
    done, _ = await asyncio.wait({task}, timeout=STOP_SECONDS)
    if not done:
        task.cancel()
        return False
    task.result()
    return True


def _already_told(error: TelegramError) -> None:
    """The watch has told it."""


async def _handler_failed(update: object, context: Any) -> None:
    log.error("a Telegram update was not handled", exc_info=context.error)
