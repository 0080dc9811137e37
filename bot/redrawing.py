"""Keeps the cards that stand in chats true: when a vote or a review changes one, it is redrawn in place.

Votes that come in quick succession are one redraw, and a group sees few of them, so that its pace is left
for answers. What cannot be edited any more is forgotten.
"""

import asyncio
import logging

from bot.desk import Desk
from bot.incidents import guarded
from bot.outlets import ChatGone, ChatMoved, MessageGone, NotYet, Outlet, OutletError, RetryLater
from bot.replies import Reply
from storage import PostedCard, StoreError, cards, facts

log = logging.getLogger(__name__)

IDLE = 1.0
GAP = 5
GROUP_SECONDS = 10.0
EDIT_SECONDS = 10.0
BROKEN_SECONDS = 300.0
REFUSED_SECONDS = 86_400.0

# What waits: one message of a chat, or the whole chat.
Waiting = tuple[int, str]
EVERYWHERE: Waiting = (0, "")


class Redrawer:
    """Redraws one platform's stale cards, by the desk's clock."""

    def __init__(self, desk: Desk, outlet: Outlet) -> None:
        self._desk = desk
        self._outlet = outlet
        self._waits: dict[Waiting, float] = {}
        self._trimmed = False

    async def run(self) -> None:
        """Redraw for ever; cancel to stop. Cards beyond those that are to be kept true are forgotten."""
        while True:
            try:
                await self._trim()
                redrawn = await self.redraw_next()
            except StoreError as error:
                log.warning("cards grow old, the store does not answer: %s", error)
                redrawn = False
            if not redrawn:
                await asyncio.sleep(IDLE)

    async def _trim(self) -> None:
        """Forget, once, the cards that a larger setting than the present one has kept."""
        if not self._trimmed:
            await self._desk.store.write(cards.keep_newest, self._outlet.platform, self._desk.cards_kept)
            self._trimmed = True

    async def redraw_next(self) -> bool:
        """Redraw the newest of the stale cards that need not wait; False: there is none just now."""
        now = self._desk.clock()
        self._waits = {waiting: until for waiting, until in self._waits.items() if until > now}
        if EVERYWHERE in self._waits:
            return False
        chats = [chat for chat, message in self._waits if not message]
        limit = 1 + len(self._waits) + len(self._desk.pressed)
        found = await self._desk.store.read(cards.stale, self._outlet.platform, int(now), GAP, limit, chats)
        free = (card for card in found if not self._is_pressed(card) and _itself(card) not in self._waits)
        if (card := next(free, None)) is None:
            return False
        await self._redraw(card)
        return True

    def _is_pressed(self, card: PostedCard) -> bool:
        return self._desk.is_pressed(card.place, card.message)

    async def _redraw(self, card: PostedCard) -> None:
        """Redraw one card; a broken one is left for a while, and stops no other."""
        _, apology = await guarded(self._desk.vitals, "redraw a card", self._bring_up_to_date(card))
        if apology:
            self._wait(_itself(card), BROKEN_SECONDS)

    async def _bring_up_to_date(self, card: PostedCard) -> None:
        shown = card.shown
        # An alert goes on telling of its own review, whatever was written about the work since.
        found = await self._desk.store.read(facts.told, shown.review) if shown.review else None
        found = found or await self._desk.store.read(facts.card, shown.work, facts.NOBODY)
        await self._desk.catalogue.refresh()  # after which it is drawn with all works of its name
        if found is None:
            await self._desk.store.write(cards.forget, card.place, card.message)
            return
        drawn = await self._desk.card(found, shown.alert, again=shown.again)
        if not self._is_pressed(card):
            await self._edit(card, drawn, found.edition)

    async def _edit(self, card: PostedCard, drawn: Reply, edition: int) -> None:
        try:
            async with asyncio.timeout(EDIT_SECONDS):
                await self._outlet.edit(card.place, card.message, drawn)
        except (MessageGone, ChatGone, ChatMoved) as error:
            log.info("a card on %s is forgotten: %s", self._outlet.platform, error)
            await self._desk.store.write(cards.forget, card.place, card.message)
        except (OutletError, TimeoutError) as error:
            self._put_off(card, error)
        else:
            await self._desk.store.write(cards.drawn, card, edition, self._desk.now())
            if card.place.kind != "private":
                self._wait(_chat(card), GROUP_SECONDS)

    def _put_off(self, card: PostedCard, error: OutletError | TimeoutError) -> None:
        """Another time; cards in other chats need not wait for this one."""
        match error:
            case NotYet(everywhere=True):
                self._wait(EVERYWHERE, error.seconds)
            case RetryLater():
                self._wait(_chat(card), max(error.seconds, IDLE))
            case TimeoutError():
                self._wait(_chat(card), GROUP_SECONDS)
            case _:
                log.error("a redrawn card was refused by %s: %s", self._outlet.platform, error)
                self._wait(_itself(card), REFUSED_SECONDS)

    def _wait(self, waiting: Waiting, seconds: float) -> None:
        self._waits[waiting] = self._desk.clock() + seconds


def _itself(card: PostedCard) -> Waiting:
    return card.place.chat, card.message


def _chat(card: PostedCard) -> Waiting:
    """The card's chat; where that is not known, the card alone."""
    return (card.place.chat, "") if card.place.chat else _itself(card)
