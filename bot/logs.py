"""How the log is written: lines for people or JSON for machines, and no secret and no user's words in it."""

import json
import logging
import re
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Literal
from urllib.parse import quote

from storage import StoreError

Form = Literal["auto", "text", "json"]

BLOT = "***"
_QUIET = ("httpx", "httpcore", "aiosqlite", "aiohttp", "asyncio", "discord", "telegram", "apscheduler")
# Errors that speak of the program or the machine. The words of others (ValueError, KeyError, ...) may
# repeat what somebody typed, so of those the log shows the kind and the lines of code only.
_SPEAKING = (ArithmeticError, AttributeError, ImportError, NameError, OSError, StoreError, TypeError)
# The part of a web address that lets its holder answer in the bot's name for a quarter of an hour.
_TICKET = re.compile(r"(/(?:webhooks|interactions)/\d+/)[\w.%~-]{20,}")


class Discreet(logging.Formatter):
    """A line for people, tracebacks below it, with what is secret blotted out."""

    def __init__(self, secrets: Sequence[str] = ()) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s")
        self._secret = _pattern(secrets)

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        return self._blotted(super().format(record))

    def formatException(self, ei: object) -> str:  # noqa: N802 - the library's name
        """A traceback without the words of errors that may repeat somebody's."""
        error = ei[1] if isinstance(ei, tuple) else None
        return "".join(_trace(error)).rstrip() if isinstance(error, BaseException) else ""

    def _blotted(self, text: str) -> str:
        text = _TICKET.sub(rf"\1{BLOT}", text)
        return self._secret.sub(BLOT, text) if self._secret else text


class JsonLines(Discreet):
    """One JSON object a line; `incident` and `traceback` only where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if incident := getattr(record, "incident", ""):
            said["incident"] = incident
        if record.exc_info:
            said["traceback"] = self.formatException(record.exc_info)
        return json.dumps({name: self._blotted(text) for name, text in said.items()}, ensure_ascii=False)


def set_up(level: str, secrets: Sequence[str] = (), form: Form = "auto") -> bool:
    """Log to standard error; of the libraries only warnings, since their chatter holds what people write.

    `form` "auto" is text where a terminal shows it, JSON everywhere else. Returns whether it is JSON.
    """
    handler = logging.StreamHandler()
    for_people = sys.stderr.isatty() if form == "auto" else form == "text"
    handler.setFormatter(Discreet(secrets) if for_people else JsonLines(secrets))
    logging.basicConfig(level=level, handlers=[handler])
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
    return not for_people


def _pattern(secrets: Sequence[str]) -> re.Pattern[str] | None:
    """Finds every secret as it is, as a part of a web address, and as Python shows it in quotes."""
    forms = {form for secret in secrets if secret for form in _forms(secret)}
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE) if forms else None


def _forms(secret: str) -> Iterator[str]:
    # A Telegram token is a number anybody may know, a colon, and what is secret.
    for part in (secret, secret.partition(":")[2]):
        if part:
            yield part
            yield quote(part, safe="")
            yield quote(part)
            yield repr(part)[1:-1]


def _trace(error: BaseException, told: frozenset[int] = frozenset()) -> Iterator[str]:
    """The traceback of an error, after those of the errors that led to it, each once."""
    told |= {id(error)}
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in told:
        yield from _trace(before, told)
        yield "\nwhich led to:\n\n"
    yield "Traceback (most recent call last):\n"
    yield from traceback.format_tb(error.__traceback__)
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    yield f"{name}: {error}\n" if isinstance(error, _SPEAKING) else f"{name}\n"
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from _trace(inner, told)


@contextmanager
def quieted(name: str) -> Iterator[None]:
    """Without this logger's warnings, while the block lasts."""
    logger = logging.getLogger(name)
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)
