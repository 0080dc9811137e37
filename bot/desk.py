"""What commands and alerts work with, and the card that both show."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.actions import NO_ALERT
from bot.cards import review_card
from bot.catalogue import Catalogue
from bot.replies import Reply
from storage import CardFacts, Store, SubscriptionId, WorkId, works


@dataclass(frozen=True, slots=True)
class Desk:
    """The store, the catalogue of its titles, and what the community calls itself ("": it did not say).

    `clock` tells unix time in seconds, wherever the program decides or writes down when something was.
    """

    store: Store
    catalogue: Catalogue
    site: str = ""
    clock: Callable[[], float] = time.time

    def now(self) -> int:
        """Unix time in whole seconds."""
        return int(self.clock())

    async def card(self, found: CardFacts, alert: SubscriptionId = NO_ALERT) -> Reply:
        """The card of these facts, with the other works of its name."""
        others = [WorkId(other) for other in self.catalogue.titles.namesakes(found.work.id)]
        return review_card(found, await self.store.read(works.get, others) if others else (), alert)
