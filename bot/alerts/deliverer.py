"""Pays what is owed: takes due alerts, draws the same card as ever, sends it, and settles.

One alert at a time for each platform, each claimed, sent and settled by itself. A claim is a lease of a
few seconds that is renewed while the alert is being sent: no two living processes send the same alert,
and of a killed one the next process waits only for the one in flight, a few seconds, and takes up all
others at once. That one may be repeated where the platform knows no nonces. Clocks of processes that
share a store have to agree within a second or two.
"""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from bot.actions import base36
from bot.desk import Desk
from bot.incidents import guarded
from bot.outlets import ChatGone, ChatMoved, NotYet, Outlet, Refused, RetryLater
from bot.vitals import Sent
from storage import Delivery, StoreError, deliveries, facts

log = logging.getLogger(__name__)

LEASE = 4
RENEW_SECONDS = 1.0
FINISH_SECONDS = 2.5
BATCH = 100
TRIES = 12
IDLE = 1.0
FIRST_WAIT, LONGEST_WAIT = 2.0, 900.0


class Deliverer:
    """Sends one platform's alerts, by the desk's clock."""

    def __init__(self, desk: Desk, outlet: Outlet, lease: int = LEASE) -> None:
        self._desk = desk
        self._outlet = outlet
        self._lease = lease
        self._last_turn: dict[int, int] = {}

    async def run(self) -> None:
        """Deliver for ever; cancel to stop. The one in flight is finished, if it does not take long."""
        while True:
            try:
                paid = await self.deliver_due()
                self._desk.vitals.unwritten = ""
            except StoreError as error:
                self._desk.vitals.unwritten = type(error).__name__
                log.warning("alerts wait, the store does not answer: %s", error)
                paid = 0
            if not paid:
                await asyncio.sleep(IDLE)

    async def deliver_due(self) -> int:
        """Deliver what is due now, up to one batch; returns how many were taken up."""
        await self._desk.store.write(deliveries.spread)  # what an importer that died left to write
        for taken in range(BATCH):
            now = self._desk.now()
            claimed = await self._desk.store.write(
                deliveries.claim, self._outlet.platform, now, self._lease, 1
            )
            if not claimed:
                return taken
            await _finished(self._deliver(claimed[0]))
        return BATCH

    async def _deliver(self, delivery: Delivery) -> None:
        renewing = asyncio.create_task(self._renew(delivery))
        try:
            await self._pay(delivery)
        finally:
            renewing.cancel()

    async def _renew(self, delivery: Delivery) -> None:
        while True:
            await asyncio.sleep(RENEW_SECONDS)
            try:
                await self._desk.store.write(deliveries.hold, delivery, self._desk.now() + self._lease)
            except StoreError as error:
                log.warning("an alert in flight may be sent twice, the store does not answer: %s", error)

    async def _pay(self, delivery: Delivery) -> None:
        write = self._desk.store.write
        if delivery.attempts > TRIES:
            self._tried("failed")
            await write(deliveries.give_up, delivery, "tried too often")
            return
        found = await self._desk.store.read(facts.reviewed, delivery.review_id)
        if found is None:
            await write(deliveries.cancel, delivery)
            return
        card, apology = await guarded(
            self._desk.vitals, "an alert's card", self._desk.card(found, delivery.subscription_id)
        )
        if card is None:
            await write(deliveries.retry, delivery, int(self._desk.clock() + LONGEST_WAIT), apology)
            return
        try:
            message = await self._outlet.send(delivery.place, card, nonce_of(delivery))
        except ChatGone as error:
            self._tried("gone")
            log.info("alerts to a chat on %s rest: %s", self._outlet.platform, error)
            await write(deliveries.shut_out, delivery.place, self._desk.now(), str(error))
        except ChatMoved as error:
            await write(deliveries.retry, delivery, self._desk.now(), str(error))
            await write(deliveries.moved, self._outlet.platform, delivery.place.chat, error.chat)
        except NotYet as error:
            await self._put_back(delivery, error)
        except RetryLater as error:
            await self._postpone(delivery, error)
        except Refused as error:
            self._tried("failed")
            log.error("an alert was refused by %s: %s", self._outlet.platform, error)  # noqa: TRY400
            await write(deliveries.give_up, delivery, str(error))
        else:
            self._tried("sent")
            await write(deliveries.sent, delivery, message)
            await self._desk.posted(delivery.place, message, card)

    def _tried(self, outcome: Sent) -> None:
        self._desk.vitals.alert(self._outlet.platform, outcome, self._desk.clock())

    async def _put_back(self, delivery: Delivery, error: NotYet) -> None:
        """Nobody's fault: the try is not counted, and many alerts to one chat come one after another."""
        now = self._desk.now()
        if error.everywhere:
            await self._desk.store.write(deliveries.put_back, delivery, now)
            await asyncio.sleep(error.seconds)
            return
        self._last_turn = {place: turn for place, turn in self._last_turn.items() if turn > now}
        turn = max(int(self._desk.clock() + error.seconds) + 1, self._last_turn.get(delivery.place_id, 0) + 1)
        self._last_turn[delivery.place_id] = turn
        await self._desk.store.write(deliveries.put_back, delivery, turn)

    async def _postpone(self, delivery: Delivery, error: RetryLater) -> None:
        log.info("an alert on %s waits: %s", self._outlet.platform, error)
        if delivery.attempts >= TRIES:
            self._tried("failed")
            await self._desk.store.write(deliveries.give_up, delivery, str(error))
            return
        self._tried("later")
        wait = max(error.seconds, min(LONGEST_WAIT, FIRST_WAIT * 2 ** (delivery.attempts - 1)))
        await self._desk.store.write(
            deliveries.retry, delivery, int(self._desk.clock() + wait) + 1, str(error)
        )


async def _finished(work: Coroutine[Any, Any, None]) -> None:
    """Wait for work that has begun, a little also when cancelled."""
    task = asyncio.create_task(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task}, timeout=FINISH_SECONDS)
        task.cancel()
        raise


def nonce_of(delivery: Delivery) -> str:
    """The same text for every try of one alert, at most 25 characters."""
    return f"{base36(delivery.review_id)}-{base36(delivery.place_id)}"
