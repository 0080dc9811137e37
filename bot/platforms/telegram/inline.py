"""`@bot title` in any chat: cards to choose from and post there."""

import logging
from typing import Any

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.actions import base36
from bot.cards import title_of
from bot.commands import Desk
from bot.commands.titles import choice
from bot.incidents import guarded
from bot.platforms.telegram.asking import PLATFORM
from bot.platforms.telegram.limits import INLINE_CACHE_SECONDS, INLINE_RESULTS
from bot.platforms.telegram.render import draw
from storage import Account, CardFacts, facts

log = logging.getLogger(__name__)

_NOTHING = InlineQueryResultsButton("Nothing found here. Ask me directly", start_parameter="help")


class Inline:
    """Answers inline queries. The cards are shared by all who ask, so they show nobody's own vote."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def suggest(self, update: Update, context: Any) -> None:
        """Cards whose titles go on as typed; the newest reviews for nothing typed."""
        query = update.inline_query
        if query is None:
            return
        results, _ = await guarded(self._desk.vitals, "inline query", self._results(update, query.query))
        try:
            await query.answer(
                results or [], cache_time=INLINE_CACHE_SECONDS, button=None if results else _NOTHING
            )
        except TelegramError as error:
            log.warning("an inline answer was refused: %s", error)

    async def _results(self, update: Update, typed: str) -> list[InlineQueryResultArticle]:
        if update.inline_query is None:
            return []
        asker = Account(PLATFORM, update.inline_query.from_user.id)
        if typed.strip():
            meant = await self._desk.catalogue.complete(typed, INLINE_RESULTS)
            found = await self._desk.store.read(facts.of, [work.id for work in meant], asker)
        else:
            found = await self._desk.store.read(facts.latest, INLINE_RESULTS, asker)
        return [await self._article(each) for each in found]

    async def _article(self, found: CardFacts) -> InlineQueryResultArticle:
        card = await self._desk.card(found)
        drawn = draw(card)
        return InlineQueryResultArticle(
            id=base36(found.work.id),
            title=title_of(found.work),
            description=choice(found.work).detail,
            thumbnail_url=card.image or None,
            input_message_content=InputTextMessageContent(
                drawn.text, parse_mode=ParseMode.HTML, link_preview_options=drawn.preview
            ),
            reply_markup=drawn.keyboard,
        )
