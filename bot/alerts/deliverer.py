"""Pays what is owed: takes due alerts, draws the same card as ever, sends it, and settles.

One alert at a time for each platform, each settled by itself: a killed process leaves at most the
one in flight in doubt. What is claimed and not settled is due again when its lease is over.
"""

import asyncio
import logging
from collections.abc import Callable

from bot.actions import base36
from bot.desk import Desk
from bot.incidents import guarded
from bot.outlets import ChatGone, ChatMoved, Outlet, Refused, RetryLater
from storage import Delivery, StoreError, deliveries, facts

log = logging.getLogger(__name__)

LEASE = 30
BATCH = 10
TRIES = 12
IDLE = 1.0
FIRST_WAIT, LONGEST_WAIT = 2.0, 900.0


class Deliverer:
    """Sends one platform's alerts. `now` is the clock, unix time in seconds."""

    def __init__(self, desk: Desk, outlet: Outlet, now: Callable[[], float], lease: int = LEASE) -> None:
        self._desk = desk
        self._outlet = outlet
        self._now = now
        self._lease = lease

    async def run(self) -> None:
        """Deliver for ever; cancel to stop."""
        while True:
            try:
                paid = await self.deliver_due()
            except StoreError as error:
                log.warning("alerts wait, the store does not answer: %s", error)
                paid = 0
            if not paid:
                await asyncio.sleep(IDLE)

    async def deliver_due(self) -> int:
        """Deliver what is due now, up to one batch; returns how many were taken up."""
        now = int(self._now())
        claimed = await self._desk.store.write(
            deliveries.claim, self._outlet.platform, now, self._lease, BATCH
        )
        for delivery in claimed:
            if self._now() > now + self._lease / 2:
                break
            await self._deliver(delivery)
        return len(claimed)

    async def _deliver(self, delivery: Delivery) -> None:
        write = self._desk.store.write
        found = await self._desk.store.read(facts.reviewed, delivery.review_id)
        if found is None:
            await write(deliveries.cancel, delivery)
            return
        card, apology = await guarded("an alert's card", self._desk.card(found, delivery.subscription_id))
        if card is None:
            await write(deliveries.retry, delivery, int(self._now() + LONGEST_WAIT), apology)
            return
        try:
            message = await self._outlet.send(delivery.place, card, nonce_of(delivery))
        except ChatGone as error:
            log.info("alerts to a chat on %s rest: %s", self._outlet.platform, error)
            await write(deliveries.shut_out, delivery.place, int(self._now()), str(error))
        except ChatMoved as error:
            await write(deliveries.moved, self._outlet.platform, delivery.place.chat, error.chat)
            await write(deliveries.retry, delivery, int(self._now()), str(error))
        except RetryLater as error:
            await self._postpone(delivery, error)
        except Refused as error:
            log.error("an alert was refused by %s: %s", self._outlet.platform, error)  # noqa: TRY400
            await write(deliveries.give_up, delivery, str(error))
        else:
            await write(deliveries.sent, delivery, message)

    async def _postpone(self, delivery: Delivery, error: RetryLater) -> None:
        if delivery.attempts >= TRIES:
            await self._desk.store.write(deliveries.give_up, delivery, str(error))
            return
        wait = max(error.seconds, min(LONGEST_WAIT, FIRST_WAIT * 2 ** (delivery.attempts - 1)))
        await self._desk.store.write(deliveries.retry, delivery, int(self._now() + wait) + 1, str(error))


def nonce_of(delivery: Delivery) -> str:
    """The same text for every try of one alert, at most 25 characters."""
    return f"{base36(delivery.review_id)}-{base36(delivery.place_id)}"
