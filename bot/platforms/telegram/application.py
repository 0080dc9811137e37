"""Telegram: builds python-telegram-bot's application and runs it inside our own loop."""

import asyncio
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from telegram import Update
from telegram.error import Conflict, TelegramError
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
from telegram.request import HTTPXRequest

from bot.commands import COMMANDS, Desk
from bot.platforms.telegram import menu
from bot.platforms.telegram.chats import Chats
from bot.platforms.telegram.inbox import CarefulBot, Inbox
from bot.platforms.telegram.inline import Inline
from bot.platforms.telegram.messages import Messages
from bot.platforms.telegram.outlet import TelegramOutlet
from bot.platforms.telegram.pacer import Pacer, Paces
from bot.platforms.telegram.presses import Presses

log = logging.getLogger(__name__)

UPDATES = [
    Update.MESSAGE,
    Update.CHANNEL_POST,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
]
POLL_SECONDS = 30
STOP_SECONDS = 5


@asynccontextmanager
async def serve(
    desk: Desk, token: str, api_url: str, paces: Paces | None = None
) -> AsyncIterator[TelegramOutlet]:
    """Answer on Telegram until the block is left; gives the outlet for alerts.

    Raises telegram.error.InvalidToken where the token is refused.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    inbox = Inbox(desk.store)
    bot = CarefulBot(
        inbox,
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=HTTPXRequest(connection_pool_size=64, pool_timeout=10),
        get_updates_request=HTTPXRequest(connection_pool_size=2),
        rate_limiter=Pacer(paces),
    )
    application = ApplicationBuilder().bot(bot).concurrent_updates(inbox).build()
    _add_handlers(application, desk)
    await application.initialize()
    try:
        await menu.register(bot, desk)
        for update in await inbox.leftovers(bot):
            await application.update_queue.put(update)
        await application.start()
        if application.updater is not None:
            await application.updater.start_polling(
                timeout=POLL_SECONDS,
                allowed_updates=UPDATES,
                error_callback=_poll_failed,
                bootstrap_retries=-1,
            )
        log.info("serving Telegram as @%s", bot.username)
        yield TelegramOutlet(bot)
    finally:
        await _stop(application)


def _add_handlers(application: Application[Any, Any, Any, Any, Any, Any], desk: Desk) -> None:
    messages = Messages(desk)
    written = filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST
    private = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
    for command in COMMANDS:
        application.add_handler(CommandHandler(command.name, messages.command(command), filters=written))
    chats = Chats(desk)
    application.add_handlers(
        [
            MessageHandler(private & filters.TEXT & ~filters.COMMAND & ~filters.VIA_BOT, messages.words),
            MessageHandler(private & filters.COMMAND, messages.unknown),
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
    if updater is not None and updater.running:
        await updater.stop()
    if application.running:
        try:
            async with asyncio.timeout(STOP_SECONDS):
                await application.stop()
        except TimeoutError:
            log.warning("a Telegram handler hung; its update is answered after the next start")
    await application.shutdown()


def _poll_failed(error: TelegramError) -> None:
    if isinstance(error, Conflict):
        log.error("another program is polling Telegram with this token; stop one of the two: %s", error)
    else:
        log.warning("Telegram does not answer, trying again: %s", error)


async def _handler_failed(update: object, context: Any) -> None:
    log.error("a Telegram update was not handled", exc_info=context.error)
