"""What commands and alerts work with, and the card that both show."""

import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from bot.actions import NO_ALERT
from bot.cards import Guess, review_card
from bot.catalogue import Catalogue
from bot.incidents import guarded
from bot.replies import Reply
from bot.requests import Brought, Handed
from bot.vitals import Vitals
from storage import Account, CardFacts, Editor, Place, Store, SubscriptionId, WorkId, cards, works


@dataclass(frozen=True, slots=True)
class Desk:
    """The store, the catalogue of its titles, and what the community calls itself ("": it did not say).

    `clock` tells unix time in seconds, wherever the program decides or writes down when something was.
    `editors` are the accounts that may do more than others. `vitals` are how the program itself fares.
    `bring` makes drafts of what an editor hands over; None: nothing is handed over here.
    `pressed` counts, by platform, chat and number, the messages that a press is about to redraw.
    `cards_kept` is how many of a work's cards are kept true on each platform, the newest ones.
    """

    store: Store
    catalogue: Catalogue
    site: str = ""
    clock: Callable[[], float] = time.time
    editors: Set[Account] = frozenset()
    vitals: Vitals = field(default_factory=Vitals)
    bring: Callable[[Handed, Editor], Awaitable[Brought]] | None = None
    pressed: Counter[tuple[str, int, str]] = field(default_factory=Counter)
    cards_kept: int = cards.KEPT

    def __post_init__(self) -> None:
        self.vitals.began = self.vitals.began or self.clock()

    def now(self) -> int:
        """Unix time in whole seconds."""
        return int(self.clock())

    async def card(
        self,
        found: CardFacts,
        alert: SubscriptionId = NO_ALERT,
        *,
        again: bool = False,
        guess: Guess | None = None,
    ) -> Reply:
        """The card of these facts, with the other works of its name."""
        others = [WorkId(other) for other in self.catalogue.titles.namesakes(found.work.id)]
        namesakes = await self.store.read(works.get, others) if others else ()
        if guess is not None:
            same = {*others}
            guess = replace(guess, others=[other for other in guess.others if other.id not in same])
        return review_card(found, namesakes, alert, again, guess)

    async def posted(self, place: Place, message: str, reply: Reply) -> None:
        """A reply was sent and stands there as `message`: a card is noted, so that it can be kept true.

        Never raises: what was sent stands, whatever becomes of the note.
        """
        if reply.shows is not None and not reply.private:
            noted = self.store.write(cards.posted, place, message, reply.shows, self.now(), self.cards_kept)
            await guarded(self.vitals, "note a card", noted)

    async def replaced(self, place: Place, message: str, reply: Reply) -> None:
        """The message shows this reply now, in the place of what it showed. Never raises."""
        if reply.shows is not None:
            await self.posted(place, message, reply)
        else:
            await guarded(self.vitals, "forget a card", self.store.write(cards.forget, place, message))

    @contextmanager
    def pressing(self, place: Place, message: str) -> Iterator[None]:
        """While the block lasts, a press redraws this message, and nobody else need do so."""
        pressed = (place.platform, place.chat, message)
        self.pressed[pressed] += 1
        try:
            yield
        finally:
            self.pressed[pressed] -= 1
            if not self.pressed[pressed]:
                del self.pressed[pressed]

    def is_pressed(self, place: Place, message: str) -> bool:
        """Whether a press is about to redraw this message."""
        return (place.platform, place.chat, message) in self.pressed
