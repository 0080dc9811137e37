"""The one place where unexpected errors are caught: logged once, under a number that the user sees too."""

import logging
import secrets
import time
from collections.abc import Awaitable
from typing import TypeVar

from bot.vitals import Vitals
from storage import StoreError, StoreFull

log = logging.getLogger(__name__)

T = TypeVar("T")


async def guarded(vitals: Vitals, what: str, work: Awaitable[T]) -> tuple[T | None, str]:
    """The result of `work`; where it failed, None and an apology with the incident's number.

    `vitals` learn how long it took and whether it failed, under the name `what`.
    """
    began = time.perf_counter()
    try:
        result = await work
    except Exception as error:  # noqa: BLE001 - nothing gets past this boundary
        number = secrets.token_hex(3)
        vitals.answered(what, time.perf_counter() - began, number)
        return None, _apology(error, what, number)
    took = time.perf_counter() - began
    vitals.answered(what, took)
    log.debug("%s took %.1f ms", what, took * 1000)
    return result, ""


def _apology(error: Exception, what: str, number: str) -> str:
    """Log an incident; what to tell the user of it."""
    named = {"incident": number}
    if not isinstance(error, StoreError):
        log.error("incident %s: %s", number, what, exc_info=error, extra=named)
        return f"Something went wrong on my side, sorry (incident {number})."
    log.error("incident %s: %s: %s", number, what, error, extra=named)
    trouble = "I cannot write anything down" if isinstance(error, StoreFull) else "My store does not answer"
    return f"{trouble} just now. Please try again in a while (incident {number})."
