"""The one place where unexpected errors are caught: logged once, under a number that the user sees too."""

import logging
import secrets
import time
from collections.abc import Awaitable
from typing import TypeVar

from storage import StoreError, StoreFull

log = logging.getLogger(__name__)

T = TypeVar("T")


async def guarded(what: str, work: Awaitable[T]) -> tuple[T | None, str]:
    """The result of `work`; where it failed, None and an apology with the incident's number."""
    began = time.perf_counter()
    try:
        result = await work
    except StoreError as error:
        number = secrets.token_hex(3)
        log.error("incident %s: %s: %s", number, what, error)  # noqa: TRY400 - its words say it all
        trouble = (
            "I cannot write anything down" if isinstance(error, StoreFull) else "My store does not answer"
        )
        return None, f"{trouble} just now. Please try again in a while (incident {number})."
    except Exception:
        number = secrets.token_hex(3)
        log.exception("incident %s: %s", number, what)
        return None, f"Something went wrong on my side, sorry (incident {number})."
    log.debug("%s took %.1f ms", what, (time.perf_counter() - began) * 1000)
    return result, ""
