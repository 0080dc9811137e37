"""Two bots on Telegram, each a process of its own: `ours API TOKEN DATABASE` and `bare API TOKEN CARD`."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, Update
from telegram.ext import ApplicationBuilder, CommandHandler

from bot.catalogue import open_catalogue
from bot.commands import Desk
from bot.platforms.telegram.application import serve
from bot.platforms.telegram.pacer import Pace, Paces
from storage import open_store

UNPACED = Pace(1e9, 1_000_000)


async def ours(api: str, token: str, database: str) -> None:
    """The program's Telegram, at no pace."""
    store = await open_store(database)
    try:
        desk = Desk(store, await open_catalogue(store))
        async with serve(desk, token, api, Paces(UNPACED, UNPACED, UNPACED)):
            await asyncio.to_thread(sys.stdin.read)
    finally:
        await store.close()


def bare(api: str, token: str, card: str) -> None:
    """A bot as small as the library allows, which always sends the same card."""
    sent = json.loads(Path(card).read_text("utf-8"))
    keyboard = InlineKeyboardMarkup.de_json(json.loads(sent["reply_markup"]))
    preview = LinkPreviewOptions.de_json(json.loads(sent["link_preview_options"]))

    async def review(update: Update, context: Any) -> None:
        if update.message is not None:
            await update.message.reply_html(sent["text"], reply_markup=keyboard, link_preview_options=preview)

    builder = ApplicationBuilder().token(token).base_url(f"{api}/bot").concurrent_updates(True)
    application = builder.build()
    application.add_handler(CommandHandler("review", review))
    application.run_polling()


if __name__ == "__main__":
    which, api, token, subject = sys.argv[1:]
    if which == "ours":
        asyncio.run(ours(api, token, subject))
    else:
        bare(api, token, subject)
