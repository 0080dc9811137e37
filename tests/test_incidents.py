"""The error boundary: one number for the user and the log, and nothing of what was written in either."""

import asyncio
import logging
import re

import pytest

from bot.incidents import guarded
from bot.vitals import Vitals
from storage import StoreBusy, StoreError, StoreFull

SECRET = "what somebody typed"


async def fails(error: BaseException) -> str:
    raise error


def number_in(text: str) -> str:
    found = re.search(r"incident ([0-9a-f]{6})", text)
    assert found, text
    return found[1]


async def test_what_works_is_handed_on_and_logged_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    assert await guarded(Vitals(), "/review", asyncio.sleep(0, "done")) == ("done", "")
    assert [record for record in caplog.records if record.levelno > logging.DEBUG] == []


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("odd"), "Something went wrong on my side"),
        (ZeroDivisionError(), "Something went wrong on my side"),
        (StoreBusy("locked"), "My store does not answer"),
        (StoreError("away"), "My store does not answer"),
        (StoreFull("full"), "I cannot write anything down"),
    ],
)
async def test_a_failure_has_the_same_number_in_the_log_and_in_the_apology(
    caplog: pytest.LogCaptureFixture, error: Exception, said: str
) -> None:
    result, apology = await guarded(Vitals(), "/review", fails(error))
    assert result is None
    assert apology.startswith(said)
    (record,) = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert number_in(apology) == number_in(record.getMessage())
    assert "/review" in record.getMessage()


async def test_an_unexpected_one_is_logged_with_its_trace_and_a_stores_in_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    await guarded(Vitals(), "/review", fails(ValueError("odd")))
    await guarded(Vitals(), "/review", fails(StoreFull("the disk is full")))
    unexpected, store = caplog.records
    assert unexpected.exc_info is not None
    assert store.exc_info is None
    assert "the disk is full" in store.getMessage()


async def test_an_apology_holds_nothing_of_the_error() -> None:
    for error in (ValueError(SECRET), StoreError(SECRET)):
        _, apology = await guarded(Vitals(), "/review", fails(error))
        assert SECRET not in apology


async def test_two_failures_have_two_numbers() -> None:
    apologies = [(await guarded(Vitals(), "x", fails(ValueError())))[1] for _ in range(2)]
    assert number_in(apologies[0]) != number_in(apologies[1])


@pytest.mark.parametrize("error", [asyncio.CancelledError, KeyboardInterrupt])
async def test_being_stopped_is_no_incident(error: type[BaseException]) -> None:
    with pytest.raises(error):
        await guarded(Vitals(), "/review", fails(error()))
