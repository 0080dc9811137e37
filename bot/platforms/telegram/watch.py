"""Follows whether Telegram can be reached, and says in the log when that changes."""

import asyncio
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.desk import Desk
from bot.outlets import PlatformAway, TokenRefused
from bot.platforms.telegram.asking import PLATFORM

log = logging.getLogger(__name__)

_REFUSED = (
    "Telegram does not take the token in TELEGRAM_TOKEN: copy it again from @BotFather (/token). "
    "If you run your own Bot API server, check TELEGRAM_API_URL too."
)


class Watch:
    """What polling meets. Trouble is told once, and once more when it is over."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._trouble = ""
        self._since = 0.0
        self._refused = asyncio.Event()

    @contextmanager
    def polling(self) -> Iterator[None]:
        """Around one question for updates."""
        try:
            yield
        except InvalidToken:
            self._refused.set()
            raise
        except TelegramError as error:
            self._failed(error)
            raise
        self.answered()
        if self._trouble:
            log.info("Telegram answers again after %.0f s", time.monotonic() - self._since)
            self._trouble = ""

    @property
    def in_trouble(self) -> bool:
        """Whether the last question for updates failed."""
        return bool(self._trouble)

    def answered(self) -> None:
        """Telegram has just answered."""
        self._desk.vitals.heard(PLATFORM, self._desk.clock())

    def too_fast(self) -> None:
        """Telegram asked for patience."""
        self._desk.vitals.too_fast(PLATFORM, self._desk.clock())

    def taken(self, updates: int) -> None:
        """So many updates came in."""
        if updates:
            self._desk.vitals.update(PLATFORM, self._desk.clock())

    async def token_refused(self) -> None:
        """Wait until the token is refused. Raises TokenRefused then."""
        await self._refused.wait()
        raise TokenRefused(_REFUSED)

    def _failed(self, error: TelegramError) -> None:
        kind = type(error).__name__
        self._desk.vitals.lost(PLATFORM, self._desk.clock(), f"gives no updates ({kind})")
        if kind == self._trouble:
            return
        if not self._trouble:
            self._since = time.monotonic()
        self._trouble = kind
        if isinstance(error, Conflict):
            log.error("another program is polling Telegram with this token; stop one of the two: %s", error)
        elif isinstance(error, RetryAfter):
            log.warning("Telegram asks for patience: %s", error)
        else:
            log.warning("Telegram gives no updates, trying again: %s", error)


@contextmanager
def opening() -> Iterator[None]:
    """Around the first words with Telegram. Raises TokenRefused, PlatformAway."""
    try:
        yield
    except InvalidToken:
        raise TokenRefused(_REFUSED) from None
    except TelegramError as error:
        raise PlatformAway(str(error)) from error
