"""Buttons under messages and inline cards: the presser gets a notice, the card is redrawn in place."""

import asyncio
import logging
from collections.abc import Awaitable
from typing import Any

from telegram import CallbackQuery, Message, Update
from telegram.constants import ParseMode
from telegram.helpers import create_deep_linked_url

from bot.actions import pack
from bot.commands import Desk
from bot.dispatch import asks_manager, press
from bot.outlets import OutletError, Refused
from bot.platforms.telegram.asking import PLATFORM, place_of, request_alone, request_in, thread_of
from bot.platforms.telegram.limits import NOTICE_UNITS, cut
from bot.platforms.telegram.messages import Messages
from bot.platforms.telegram.outlet import INLINE, translated, unchanged
from bot.platforms.telegram.render import draw
from bot.replies import Pressed, Reply
from storage import Place

log = logging.getLogger(__name__)


class Presses:
    """Answers presses."""

    def __init__(self, desk: Desk, messages: Messages) -> None:
        self._desk = desk
        self._messages = messages

    async def press(self, update: Update, context: Any) -> None:
        """One press: answer it, so that the button stops waiting, redraw the card, then reply."""
        query = update.callback_query
        if query is not None:
            with self._desk.pressing(*_pressed(query)):
                await self._answer(query)

    async def _answer(self, query: CallbackQuery) -> None:
        data = query.data or ""
        if query.message is not None:
            request = await request_in(
                query.message, query.from_user, self._desk.now(), asks_manager=asks_manager(data)
            )
        else:
            request = request_alone(query.from_user, self._desk.now())
        pressed = await press(self._desk, data, request)
        # An inline card stands in a chat that the bot may not be in: what is new or private waits elsewhere.
        away = query.message is None and (pressed.reply or (pressed.card and pressed.card.private))
        # Both at once: redraws stand in line as the presses were decided, however long each answer takes.
        answers = [self._notice(query, pressed, data if away else "")]
        if pressed.card is not None and not away:
            answers.append(self._redraw(query, pressed.card))
        await asyncio.gather(*map(_carefully, answers))
        if isinstance(query.message, Message):
            for said in (pressed.reply, pressed.form):
                if said is not None:
                    await self._messages.say(query.message, await self._messages.drawable(request, said))

    async def _notice(self, query: CallbackQuery, pressed: Pressed, waits: str) -> None:
        bot = query.get_bot()
        url = None
        if pressed.private_chat is not None:
            url = create_deep_linked_url(bot.username, pack(pressed.private_chat))
        elif waits:
            url = create_deep_linked_url(bot.username, waits)
        notice = cut(pressed.notice, NOTICE_UNITS) or None
        with translated():
            if url is not None:
                await query.answer(url=url)
            else:
                # A receipt of several lines has to stay until it is read.
                await query.answer(notice, show_alert=bool(notice and "\n" in notice))

    async def _redraw(self, query: CallbackQuery, card: Reply) -> None:
        drawn = draw(card)
        try:
            with translated(), unchanged():
                await query.edit_message_text(
                    drawn.text,
                    parse_mode=ParseMode.HTML,
                    reply_markup=drawn.keyboard,
                    link_preview_options=drawn.preview,
                )
        except Refused:
            if query.message is None:
                raise
            # Too old to be edited, or deleted: the card comes anew.
            if isinstance(query.message, Message):
                await self._messages.say(query.message, card)
        else:
            await self._desk.replaced(*_pressed(query), card)


def _pressed(query: CallbackQuery) -> tuple[Place, str]:
    """Where the pressed message stands, and its number; an inline card's chat is not known."""
    if query.message is None:
        return Place(PLATFORM, 0), f"{INLINE}{query.inline_message_id}"
    return place_of(query.message.chat, thread_of(query.message)), str(query.message.message_id)


async def _carefully(call: Awaitable[None]) -> None:
    try:
        await call
    except OutletError as error:
        log.warning("a press was not fully answered: %s", error)
