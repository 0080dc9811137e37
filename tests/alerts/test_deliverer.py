"""What is owed is paid once, whatever the platform says: a real store, an outlet that follows a script."""

import asyncio
import tempfile
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import time as clock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.alerts import Deliverer
from bot.alerts.deliverer import TRIES
from bot.catalogue import open_catalogue
from bot.desk import Desk
from bot.outlets import ChatGone, ChatMoved, NotYet, OutletError, Refused, RetryLater
from bot.replies import Reply
from storage import Account, Place, deliveries, facts, open_store
from storage.engine import Unit
from tests.storage.worlds import next_due
from tests.survival.worlds import follow, publish, states, until


@dataclass
class Script:
    """An outlet: each chat's next answers; where none is left, the message is sent."""

    platform: str = "telegram"
    says: defaultdict[int, list[OutletError]] = field(default_factory=lambda: defaultdict(list))
    sent: list[tuple[int, str]] = field(default_factory=list)
    tried: list[int] = field(default_factory=list)
    hangs: asyncio.Event | None = None

    async def has_tried(self) -> bool:
        return bool(self.tried)

    async def send(self, place: Place, reply: Reply, nonce: str) -> str:
        self.tried.append(place.chat)
        if self.hangs is not None:
            await self.hangs.wait()
        if self.says[place.chat]:
            raise self.says[place.chat].pop(0)
        self.sent.append((place.chat, nonce))
        return str(len(self.sent))

    async def edit(self, place: Place, message: str, reply: Reply) -> None:
        raise AssertionError("a deliverer edits nothing")


@dataclass
class Office:
    """A desk, its outlet, a clock to turn, and the deliverer between them."""

    desk: Desk
    outlet: Script
    time: float = field(default_factory=clock)

    def __post_init__(self) -> None:
        self.desk = replace(self.desk, clock=lambda: self.time)
        self.deliverer = self.another()

    def another(self) -> Deliverer:
        """One more process's deliverer."""
        return Deliverer(self.desk, self.outlet)

    async def pay_all(self, rounds: int = 400) -> None:
        """Deliver, turning the clock to what is due next, until nothing is."""
        for _ in range(rounds):
            if await self.deliverer.deliver_due():
                continue
            due = await self.desk.store.read(next_due, self.outlet.platform)
            if due is None:
                return
            self.time = max(self.time, due)
        raise AssertionError("alerts are due for ever")

    async def owes_nothing_at(self, moment: int) -> bool:
        """Whether what was due at that moment is due at another."""
        return await self.desk.store.read(next_due, "telegram") != moment

    async def states(self) -> dict[str, int]:
        return await self.desk.store.read(states)


@asynccontextmanager
async def office(
    folder: Path, chats: int = 1, titles: tuple[str, ...] = ("Parasite",)
) -> AsyncIterator[Office]:
    """Chats 1, 2, ... that follow everything, and reviews they are owed."""
    store = await open_store(f"sqlite:///{folder / 'reviews.db'}")
    try:
        await follow(store, *(Place("telegram", number + 1) for number in range(chats)))
        await publish(store, *titles)
        yield Office(Desk(store, await open_catalogue(store)), Script())
    finally:
        await store.close()


@pytest.fixture
async def one(tmp_path: Path) -> AsyncIterator[Office]:
    async with office(tmp_path) as made:
        yield made


async def test_an_alert_is_sent_once(one: Office) -> None:
    await one.pay_all()
    await one.pay_all()
    assert (one.outlet.tried, await one.states()) == ([1], {"sent": 1})


async def test_alerts_that_a_dead_importer_left_to_write_are_sent(
    one: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliveries, "AT_ONCE", 1)
    await one.pay_all()
    await follow(one.desk.store, *(Place("telegram", number) for number in (2, 3, 4)))
    (found,) = await one.desk.store.read(facts.latest, 1, Account("telegram", 1))
    assert found.review is not None
    assert await one.desk.store.write(deliveries.owe, found.review.id, (("all", "all"),), int(one.time)) < 3
    await one.pay_all()
    assert sorted(one.outlet.tried) == [1, 2, 3, 4]


async def test_a_chat_that_is_gone_rests_with_all_it_is_owed_until_it_lets_us_in(tmp_path: Path) -> None:
    async with office(tmp_path, 2, ("Parasite", "Oldboy")) as made:
        made.outlet.says[1] = [ChatGone("blocked")]
        await made.pay_all()
        assert await made.states() == {"sent": 2, "held": 2}
        await made.desk.store.write(deliveries.let_in, Place("telegram", 1), int(made.time))
        assert await made.states() == {"sent": 2, "due": 2}
        await made.pay_all()
        assert Counter(chat for chat, _ in made.outlet.sent) == {1: 2, 2: 2}


async def test_a_chat_that_moved_gets_its_alert_at_once_under_the_new_number(one: Office) -> None:
    one.outlet.says[1] = [ChatMoved(-100)]
    await one.deliverer.deliver_due()
    await one.deliverer.deliver_due()
    assert (one.outlet.tried, await one.states()) == ([1, -100], {"sent": 1})


async def test_a_chat_that_moved_onto_a_known_one_is_not_told_twice(tmp_path: Path) -> None:
    async with office(tmp_path, 2) as made:
        made.outlet.says[1] = [ChatMoved(2)]
        await made.pay_all()
        assert [chat for chat, _ in made.outlet.sent] == [2]


async def test_patience_asked_for_is_given_and_grows(one: Office) -> None:
    one.outlet.says[1] = [RetryLater(40, "flood"), RetryLater(0, "away"), RetryLater(0, "away")]
    waits = []
    for _ in range(3):
        await one.deliverer.deliver_due()
        due = await one.desk.store.read(next_due, "telegram")
        assert due is not None
        waits.append(due - one.time)
        one.time = due
    assert waits[0] >= 40
    assert waits[1] < waits[2] < 40
    await one.pay_all()
    assert await one.states() == {"sent": 1}


async def test_patience_has_an_end(one: Office) -> None:
    one.outlet.says[1] = [RetryLater(0, "away")] * (TRIES + 5)
    await one.pay_all()
    assert (len(one.outlet.tried), await one.states()) == (TRIES, {"failed": 1})


async def test_waiting_for_a_turn_is_no_failure_however_often(tmp_path: Path) -> None:
    async with office(tmp_path, 2) as made:
        made.outlet.says[1] = [NotYet(3, everywhere=False)] * (5 * TRIES)
        made.outlet.says[2] = [NotYet(0, everywhere=True)] * (5 * TRIES)
        await made.pay_all()
        assert await made.states() == {"sent": 2}


async def test_many_alerts_to_one_waiting_chat_come_one_after_another(tmp_path: Path) -> None:
    async with office(tmp_path, 1, tuple(f"Film {number}" for number in range(6))) as made:
        made.outlet.says[1] = [NotYet(3, everywhere=False)] * 6
        await made.deliverer.deliver_due()
        rows = await made.desk.store.read(due_times)
        assert len(set(rows)) == 6
        await made.pay_all()
        assert await made.states() == {"sent": 6}


async def test_a_refused_alert_fails_alone(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async with office(tmp_path, 2) as made:
        made.outlet.says[1] = [Refused("can't parse entities")]
        await made.pay_all()
        assert await made.states() == {"failed": 1, "sent": 1}
    assert "can't parse entities" in caplog.text


async def test_a_card_that_cannot_be_drawn_is_tried_again_later(one: Office) -> None:
    titles = one.desk.catalogue.titles
    one.desk.catalogue.titles = None  # type: ignore[assignment]
    await one.deliverer.deliver_due()
    one.desk.catalogue.titles = titles
    assert (one.outlet.tried, await one.states()) == ([], {"due": 1})
    await one.pay_all()
    assert await one.states() == {"sent": 1}


async def test_an_alert_in_flight_is_no_other_process_s_however_long_it_takes(one: Office) -> None:
    one.outlet.hangs = asyncio.Event()
    sending = asyncio.create_task(one.deliverer.deliver_due())
    await until(one.outlet.has_tried)
    lease = await one.desk.store.read(next_due, "telegram")
    assert lease is not None
    one.time = lease - 1
    await until(lambda: one.owes_nothing_at(lease))
    one.time = lease
    assert await one.another().deliver_due() == 0
    one.outlet.hangs.set()
    await sending
    assert (one.outlet.tried, await one.states()) == ([1], {"sent": 1})


async def test_what_a_dead_process_had_in_flight_is_due_again_within_seconds(tmp_path: Path) -> None:
    async with office(tmp_path, 3) as made:
        await made.desk.store.write(deliveries.claim, "telegram", int(made.time), 4, 1)
        await made.another().deliver_due()
        assert len(made.outlet.sent) == 2
        made.time += 4
        await made.another().deliver_due()
        assert await made.states() == {"sent": 3}


ERRORS = st.sampled_from(
    [
        ChatGone("gone"),
        ChatMoved(7),
        ChatMoved(1),
        RetryLater(0, "away"),
        RetryLater(90, "flood"),
        NotYet(1, everywhere=False),
        NotYet(0, everywhere=True),
        Refused("refused"),
    ]
)


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from([1, 2, 3, 7]), st.lists(ERRORS, max_size=15)))
def test_every_alert_ends_and_none_is_sent_twice(script: dict[int, list[OutletError]]) -> None:
    async def live() -> None:
        with tempfile.TemporaryDirectory() as folder:
            async with office(Path(folder), 3, ("Parasite", "Oldboy")) as made:
                made.outlet.says.update({chat: list(errors) for chat, errors in script.items()})
                await made.pay_all()
                assert set(await made.states()) <= {"sent", "failed", "held", "cancelled"}
                assert max(Counter(nonce for _, nonce in made.outlet.sent).values(), default=1) == 1

    asyncio.run(live())


def due_times() -> Unit[list[int]]:
    rows = yield "SELECT due_at FROM deliveries WHERE state = 'due'", ()
    return [int(due) for (due,) in rows]
