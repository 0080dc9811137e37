"""The pages on which the bot tells how it is, asked while its store fails and its clock is moved."""

import logging
import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.commands.status import span
from bot.config import BadSettings
from bot.desk import Desk
from bot.dispatch import BY_NAME, answer
from bot.health import LATE_SECONDS, Nurse, told_at
from bot.platforms.terminal.chat import ask
from bot.rules.drafts import Draft
from bot.vitals import SILENCE_SECONDS
from tests.desks import NOW, bring, desk_in, request
from tests.storage.worlds import cast, follow

HOST = "127.0.0.1"


class Clock:
    """Goes only when it is moved."""

    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk whose clock stands still."""
    async with desk_in(tmp_path) as desk:
        await bring(desk.store, Draft("Dark"))
        await desk.catalogue.refresh()
        yield replace(desk, clock=Clock(NOW))


def free_port() -> int:
    with socket.create_server((HOST, 0)) as reserved:
        port: int = reserved.getsockname()[1]
        return port


async def ask_page(desk: Desk, path: str, nurse: Nurse | None = None) -> tuple[int, str]:
    """Status and body of a page."""
    port = free_port()
    async with (
        told_at(HOST, port, desk, nurse or Nurse(desk)),
        aiohttp.ClientSession() as session,
        session.get(f"http://{HOST}:{port}{path}") as got,
    ):
        return got.status, await got.text()


async def numbers(desk: Desk) -> dict[tuple[str, tuple[str, ...]], float]:
    """Every number by its name and the values of its labels, these in the order of the labels' names."""
    _, text = await ask_page(desk, "/metrics")
    return {
        (
            sample.name.removeprefix("reviews_bot_"),
            tuple(value for _, value in sorted(sample.labels.items())),
        ): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def waiting_platform(desk: Desk) -> None:
    desk.vitals.expect("discord", NOW)
    desk.vitals.heard("telegram", NOW)


async def test_a_bot_in_health_says_so(desk: Desk) -> None:
    desk.vitals.heard("telegram", NOW)
    for page in ("/healthz", "/readyz"):
        assert await ask_page(desk, page) == (200, '{"well": true, "sick": []}')


async def test_a_bot_whose_loop_was_held_up_is_sick_until_it_runs_on_time_again(desk: Desk) -> None:
    clock = Clock(100.0)
    nurse = Nurse(desk, clock)
    clock.now += LATE_SECONDS + 3
    late = (503, '{"well": false, "sick": ["the loop was held up for 7 s"]}')
    assert await ask_page(desk, "/healthz", nurse) == late
    nurse.look()
    assert await ask_page(desk, "/healthz", nurse) == late
    assert (await ask_page(desk, "/readyz", nurse))[0] == 503
    clock.now += 1
    nurse.look()
    assert (await ask_page(desk, "/healthz", nurse))[0] == 200


async def test_a_bot_that_is_not_connected_lives_but_is_not_ready_and_says_why(desk: Desk) -> None:
    waiting_platform(desk)
    assert (await ask_page(desk, "/healthz"))[0] == 200
    status, body = await ask_page(desk, "/readyz")
    assert (status, "discord: not connected yet" in body, "telegram" in body) == (503, True, False)


async def test_a_bot_without_its_store_is_not_ready_and_its_metrics_say_so(desk: Desk) -> None:
    await desk.store.close()
    status, body = await ask_page(desk, "/readyz")
    assert (status, "the store does not answer" in body) == (503, True)
    found = await numbers(desk)
    assert found["store_up", ()] == 0
    assert ("reviews", ()) not in found


async def test_long_silence_is_told_once_and_so_is_its_end(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot.health")
    clock = desk.clock
    assert isinstance(clock, Clock)
    nurse = Nurse(desk)
    desk.vitals.heard("telegram", NOW)
    nurse.look()
    assert caplog.messages == []
    for _ in range(3):
        clock.now += SILENCE_SECONDS
        nurse.look()
    assert caplog.messages == ["Telegram has not been heard for 180 s: nothing heard for 180 s"]
    desk.vitals.heard("telegram", clock.now)
    for _ in range(2):
        nurse.look()
    assert caplog.messages[1:] == ["Telegram is heard again after 270 s"]
    assert [record.levelno for record in caplog.records] == [logging.WARNING, logging.INFO]


async def test_the_metrics_hold_what_was_asked_and_what_there_is(desk: Desk) -> None:
    waiting_platform(desk)
    desk.vitals.too_fast("telegram", NOW)
    desk.vitals.heartbeat("discord", NOW, 0.125)
    desk.vitals.alert("telegram", "sent", NOW)
    for words in ("Dark", "nothing like it", '👩 {}\n"'):
        await answer(desk, BY_NAME["review"], request(), words)
    await cast(desk.store, request().who, desk.catalogue.titles.complete("Dark", 1)[0], 8)
    await follow(desk.store, request().place)
    found = await numbers(desk)
    assert found["answer_seconds_count", ("answered", "/review")] == 3
    assert found["heartbeat_latency_seconds", ("discord",)] == 0.125
    assert found["platform_up", ("telegram",)] == 1
    assert found["platform_up", ("discord",)] == 0
    assert found["too_many_requests_total", ("telegram",)] == 1
    assert found["alerts_total", ("sent", "telegram")] == 1
    assert [found[name, ()] for name in ("reviews", "works", "votes", "subscriptions", "store_up")] == [1] * 5
    assert found["process_resident_memory_bytes", ()] > 1_000_000


async def test_no_label_holds_what_somebody_typed(desk: Desk) -> None:
    for words in ("Dark", "my very own words"):
        await answer(desk, BY_NAME["review"], request(), words)
        await ask(desk, words)
    _, text = await ask_page(desk, "/metrics")
    assert "very own" not in text
    assert "Dark" not in text


async def test_a_failed_answer_is_counted_as_an_incident(desk: Desk) -> None:
    await desk.store.close()
    await answer(desk, BY_NAME["review"], request(), "Dark")
    found = await numbers(desk)
    assert found["incidents_total", ("/review",)] == 1
    assert found["answer_seconds_count", ("failed", "/review")] == 1


async def test_two_bots_in_one_process_count_for_themselves(desk: Desk, tmp_path: Path) -> None:
    async with desk_in(tmp_path) as other:
        await answer(desk, BY_NAME["help"], request(), "")
        assert ("answer_seconds_count", ("answered", "/help")) in await numbers(desk)
        assert ("answer_seconds_count", ("answered", "/help")) not in await numbers(other)


async def test_a_port_that_is_taken_is_told_with_what_to_do(desk: Desk) -> None:
    with socket.create_server((HOST, 0)) as taken:
        port: Any = taken.getsockname()[1]
        with pytest.raises(BadSettings, match=r"HEALTH_PORT: nothing can be served on .*name a free port"):
            async with told_at(HOST, port, desk, Nurse(desk)):
                pass


async def test_port_zero_serves_nowhere(desk: Desk) -> None:
    async with told_at(HOST, 0, desk, Nurse(desk)):
        pass


async def test_the_operator_at_the_terminal_may_ask_how_the_bot_is(desk: Desk) -> None:
    shown = str(await ask(desk, "/status"))
    assert "How I am" in shown
    assert "No platform is being served." in shown


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (59.9, "59 s"),
        (60, "1 min"),
        (3_725, "1 h 2 min"),
        (90_061, "1 d 1 h"),
        (-5, "0 s"),
        (86_459, "1 d"),
    ],
)
def test_lengths_of_time_are_told_in_two_units(seconds: float, words: str) -> None:
    assert span(seconds) == words
