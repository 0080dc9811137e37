"""Telegram's pace is kept whatever is asked for, in virtual time and held against sliding windows."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.outlets import NotYet, RetryLater
from bot.platforms.telegram.pacer import ALERT, Pace, Pacer, Paces, overall
from tests.platforms.telegram.virtual import run, settled

GROUP, OTHER_GROUP = -5, -6


@pytest.fixture(autouse=True)
def _times_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the program sets it; the library warns about numbers of seconds."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@dataclass
class Wire:
    """A pacer and what went out through it: when, where and what.

    `trouble` meets the next calls; each call takes `seconds`.
    """

    paces: Paces = field(default_factory=Paces)
    sent: list[tuple[float, int, str]] = field(default_factory=list)
    trouble: list[Exception] = field(default_factory=list)
    seconds: float = 0.0

    def __post_init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.pacer = Pacer(self.paces, self.loop.time)
        self.began = self.loop.time()

    async def say(self, chat: int, text: str = "", **more: Any) -> Any:
        """Send an answer."""
        return await self._ask("sendMessage", {"chat_id": chat, **more}, text)

    async def edit(self, chat: int, message: int, text: str = "") -> Any:
        """Edit a message."""
        return await self._ask("editMessageText", {"chat_id": chat, "message_id": message}, text)

    async def redraw(self, chat: int, message: int, text: str = "") -> Any:
        """Edit a message that nobody has pressed."""
        return await self._ask("editMessageText", {"chat_id": chat, "message_id": message}, text, ALERT)

    async def alert(self, chat: int, text: str = "") -> Any:
        """Send an alert."""
        return await self._ask("sendMessage", {"chat_id": chat}, text, ALERT)

    async def _ask(self, endpoint: str, data: dict[str, Any], text: str, kind: int | None = None) -> Any:
        async def call() -> bool:
            self.sent.append((round(self.loop.time() - self.began, 6), data["chat_id"], text))
            if self.trouble:
                raise self.trouble.pop(0)
            if self.seconds:
                await asyncio.sleep(self.seconds)
            return True

        return await self.pacer.process_request(call, (), {}, endpoint, data, kind)

    def times(self, chat: int | None = None) -> list[float]:
        """When something went out, to one chat or to any."""
        return [at for at, to, _ in self.sent if chat in (None, to)]


def most_in(times: list[float], seconds: float) -> int:
    """The most that any window of so many seconds holds, both of its ends included."""
    return max((sum(start <= at <= start + seconds for at in times) for start in times), default=0)


REQUESTS = st.lists(
    st.tuples(
        st.sampled_from([0.0, 0.0, 0.0, 0.01, 0.5, 3.0]),
        st.sampled_from(["say", "edit", "alert"]),
        st.sampled_from([GROUP, OTHER_GROUP, *range(1, 30)]),
        st.integers(1, 3),
    ),
    max_size=150,
)


@settings(max_examples=60)
@given(REQUESTS)
def test_no_window_ever_holds_more_than_telegram_takes(
    requests: list[tuple[float, str, int, int]],
) -> None:
    async def live() -> None:
        wire = Wire()
        work = []
        for pause, kind, chat, message in requests:
            await asyncio.sleep(pause)
            asked = wire.edit(chat, message) if kind == "edit" else getattr(wire, kind)(chat)
            work.append(asyncio.ensure_future(asked))
        results = await settled(*work)
        assert all(result is True or isinstance(result, NotYet) for result in results)
        assert most_in(wire.times(), 1.0) <= 30
        for chat in {chat for _, chat, _ in wire.sent}:
            if chat < 0:
                assert most_in(wire.times(chat), 60.0) <= 20
            for seconds in (1, 5, 20):
                assert most_in(wire.times(chat), seconds) <= (8 if chat < 0 else 3) + seconds

    run(live)


@pytest.mark.parametrize("per_second", [1, 10, 25, 28, 29.5, 30])
def test_the_whole_stays_within_telegram_s_second_at_any_setting_up_to_it(per_second: float) -> None:
    async def live() -> None:
        wire = Wire(Paces(overall(per_second)))
        await settled(*(wire.say(chat) for chat in range(1, 200)))
        assert len(wire.sent) == 199
        windows = [sum(start <= at < start + 0.9999 for at in wire.times()) for start in wire.times()]
        assert max(windows) <= 30
        assert wire.times()[-1] <= 200 / per_second

    run(live)


def test_a_group_s_sends_and_edits_share_its_minute() -> None:
    async def live() -> None:
        wire = Wire()
        asked = [wire.say(GROUP) for _ in range(20)] + [wire.edit(GROUP, number) for number in range(1, 21)]
        await settled(*asked)
        assert len(wire.sent) == 40
        assert most_in(wire.times(GROUP), 60.0) == 20
        assert wire.times()[:8] == pytest.approx(wire.times()[:1] * 8, abs=0.5)

    run(live)


def test_a_waiting_group_holds_nobody_else_up() -> None:
    async def live() -> None:
        wire = Wire()
        waiting = [asyncio.ensure_future(wire.say(GROUP)) for _ in range(50)]
        await asyncio.sleep(1)  # on the virtual clock: no time passes
        await settled(*(wire.say(chat) for chat in range(1, 11)))
        assert max(wire.times()) < 2
        await settled(*waiting)

    run(live)


def test_answers_to_one_chat_keep_their_order() -> None:
    async def live() -> None:
        wire = Wire()
        await settled(*(wire.say(7, str(number)) for number in range(9)))
        assert [text for _, _, text in wire.sent] == [str(number) for number in range(9)]

    run(live)


def test_a_waiting_edit_gives_way_to_the_newest_of_the_same_message() -> None:
    async def live() -> None:
        wire = Wire()
        await settled(*(wire.say(GROUP) for _ in range(8)))
        votes = [wire.edit(GROUP, 1, f"{number} votes") for number in range(1, 30)]
        results = await settled(*votes, wire.edit(GROUP, 2, "another card"))
        assert results == [True] * 30
        assert [text for _, _, text in wire.sent[8:]] == ["29 votes", "another card"]

    run(live)


def test_edits_without_end_do_not_starve_each_other() -> None:
    async def live() -> None:
        wire = Wire()
        await settled(*(wire.say(GROUP) for _ in range(8)))
        work = []
        for number in range(60):
            work.append(asyncio.ensure_future(wire.edit(GROUP, 1, str(number))))
            await asyncio.sleep(1)  # on the virtual clock: no time passes
        await settled(*work)
        assert len(wire.sent[8:]) >= 10
        assert wire.sent[-1][2] == "59"

    run(live)


def test_who_is_told_to_wait_waits_alone() -> None:
    async def live() -> None:
        wire = Wire(trouble=[RetryAfter(timedelta(seconds=30))])
        held = [asyncio.ensure_future(wire.say(7, str(number))) for number in range(3)]
        await asyncio.sleep(1)  # on the virtual clock: no time passes
        await wire.say(8)
        assert wire.times(8)[0] < 1.1
        await settled(*held)
        assert [at for at in wire.times(7) if 1 < at < 30] == []
        assert len(wire.times(7)) == 4
        assert most_in(wire.times(7)[2:], 1) <= 4

    run(live)


def test_an_answer_outlives_an_outage_but_not_a_refusal_nor_what_may_have_arrived() -> None:
    async def live() -> None:
        wire = Wire(trouble=[NetworkError("Bad Gateway"), NetworkError("Bad Gateway")])
        assert await wire.say(7) is True
        for final in (BadRequest("chat not found"), TimedOut()):
            wire.trouble = [final]
            assert await settled(wire.say(7)) == [final]

    run(live)


def test_an_alert_takes_a_free_turn_or_none() -> None:
    async def live() -> None:
        wire = Wire()
        told = await settled(*(wire.alert(7) for _ in range(5)))
        assert told[:3] == [True] * 3
        assert [(type(error), error.everywhere) for error in told[3:]] == [(NotYet, False)] * 2
        told = await settled(*(wire.alert(chat) for chat in range(8, 20)))
        assert [error.everywhere for error in told if error is not True] == [True] * 11
        assert max(wire.times()) == 0

    run(live)


def test_an_alert_never_goes_before_an_answer_that_waits() -> None:
    async def live() -> None:
        wire = Wire(Paces(overall=Pace(4, 1)))

        async def alert_after(seconds: float) -> None:
            # Powers of two, so that the alert comes at the very moment at which an answer's turn comes.
            await asyncio.sleep(seconds)
            with suppress(NotYet):
                await wire.alert(1000 + int(seconds * 16), "alert")

        alerts = [asyncio.ensure_future(alert_after(number / 16)) for number in range(1, 160)]
        await asyncio.sleep(0)
        await settled(*(wire.say(chat, "answer") for chat in range(1, 30)))
        assert {text for _, _, text in wire.sent} == {"answer"}
        await settled(*alerts)
        assert wire.sent[-1][2] == "alert"

    run(live)


def test_a_held_alert_is_told_how_long() -> None:
    async def live() -> None:
        wire = Wire(trouble=[RetryAfter(timedelta(seconds=17))])
        (error,) = await settled(wire.alert(7))
        assert isinstance(error, RetryLater)
        assert error.seconds == 17
        (error,) = await settled(wire.alert(7))
        assert isinstance(error, NotYet)
        assert error.seconds == pytest.approx(17)

    run(live)


def test_what_is_not_paced_goes_out_at_once() -> None:
    async def live() -> None:
        wire = Wire()
        for _ in range(100):
            await wire._ask("answerCallbackQuery", {"chat_id": 7}, "")
        assert wire.times() == [0] * 100

    run(live)


def test_a_redraw_gives_way_to_a_press_that_edits_the_same_message_just_now() -> None:
    async def live() -> None:
        wire = Wire(seconds=2.0)
        pressed = asyncio.ensure_future(wire.edit(1, 7, "pressed"))
        await asyncio.sleep(1)  # on the virtual clock: no time passes
        refused, other = await settled(wire.redraw(1, 7, "redrawn"), wire.redraw(1, 8, "other"))
        assert isinstance(refused, NotYet)
        assert not refused.everywhere
        assert other is True
        await pressed
        assert [text for _, _, text in wire.sent] == ["pressed", "other"]

    run(live)


def test_a_press_s_edit_never_arrives_before_a_redraw_that_is_under_way() -> None:
    async def live() -> None:
        wire = Wire(seconds=2.0)
        redrawn = asyncio.ensure_future(wire.redraw(1, 7, "redrawn"))
        await asyncio.sleep(1)  # on the virtual clock: no time passes
        await wire.edit(1, 7, "pressed")
        await redrawn
        assert [(at, text) for at, _, text in wire.sent] == [(0, "redrawn"), (2, "pressed")]

    run(live)


def test_redraws_take_the_turns_that_are_free_and_no_more() -> None:
    async def live() -> None:
        wire = Wire(Paces(overall=Pace(1000, 1000)))
        results = await settled(*(wire.redraw(GROUP, number) for number in range(20)))
        assert results.count(True) == wire.paces.group.burst
        assert all(result is True or isinstance(result, NotYet) for result in results)

    run(live)
