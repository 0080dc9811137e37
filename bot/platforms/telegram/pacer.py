"""Keeps what goes out within Telegram's pace: overall, for each chat, and for each chat it holds back.

Answers and edits wait for their turn; an edit that waits is replaced by a newer one of the same
message. Alerts never wait and never make an answer wait long: they take a turn that is free now, or
are told when to come back.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.outlets import RetryLater

log = logging.getLogger(__name__)

ALERT = 1
PACED = frozenset({"sendMessage", "editMessageText"})
TRIES = 3

Answer = bool | dict[str, Any] | list[dict[str, Any]]
Call = Callable[[], Coroutine[Any, Any, Answer]]


@dataclass(frozen=True, slots=True)
class Pace:
    """So many messages a second after a burst of so many at once."""

    per_second: float
    burst: int


@dataclass(frozen=True, slots=True)
class Paces:
    """Telegram's: thirty a second in all, one a second in a chat, twenty a minute in a group."""

    overall: Pace = Pace(25, 4)
    private: Pace = Pace(1, 3)
    group: Pace = Pace(20 / 60, 10)


class Pacer(BaseRateLimiter[int]):
    """A rate limiter for python-telegram-bot. `clock` is monotonic, in seconds."""

    def __init__(self, paces: Paces | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._paces = paces or Paces()
        self._clock = clock
        self._free_at: dict[int | str, float] = {}
        self._overall_free_at = 0.0
        self._held_until: dict[int | str, float] = {}
        self._newest_edit: dict[tuple[Any, Any], object] = {}

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to let go of."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Answer:
        """Make the request when its turn has come. Raises RetryLater for an alert without a turn."""
        call = partial(callback, *args, **kwargs)
        if endpoint not in PACED:
            return await call()
        chat = data.get("chat_id", "")
        if rate_limit_args == ALERT:
            return await self._now_or_later(chat, call)
        edited = (chat, data.get("message_id") or data.get("inline_message_id"))
        return await self._in_turn(chat, edited if edited[1] else None, call)

    async def _now_or_later(self, chat: int | str, call: Call) -> Answer:
        wait = self._wait(chat)
        if wait > 0:
            raise RetryLater(wait, "the chat's turn has not come")
        self._take(chat)
        try:
            return await call()
        except RetryAfter as error:
            raise RetryLater(self._hold(chat, error), "Telegram asks for patience") from error

    async def _in_turn(self, chat: int | str, edited: tuple[Any, Any] | None, call: Call) -> Answer:
        token = object()
        if edited:
            self._newest_edit[edited] = token
        try:
            for tries_left in reversed(range(TRIES)):
                wait = self._wait(chat)
                self._take(chat)
                if wait > 0:
                    await asyncio.sleep(wait)
                if edited and self._newest_edit.get(edited) is not token:
                    return True
                try:
                    return await call()
                except RetryAfter as error:
                    self._hold(chat, error)
                    if not tries_left:
                        raise
            return True
        finally:
            if edited and self._newest_edit.get(edited) is token:
                del self._newest_edit[edited]

    def _wait(self, chat: int | str) -> float:
        now = self._clock()
        overall = self._paces.overall
        waits = [self._overall_free_at - overall.burst / overall.per_second - now]
        pace = self._pace(chat)
        if pace:
            waits.append(self._free_at.get(chat, 0.0) - pace.burst / pace.per_second - now)
        waits.append(self._held_until.get(chat, 0.0) - now)
        return max(0.0, *waits)

    def _take(self, chat: int | str) -> None:
        now = self._clock()
        self._overall_free_at = max(now, self._overall_free_at) + 1 / self._paces.overall.per_second
        pace = self._pace(chat)
        if pace:
            if len(self._free_at) > 10_000:
                self._free_at = {key: at for key, at in self._free_at.items() if at > now}
            self._free_at[chat] = max(now, self._free_at.get(chat, 0.0)) + 1 / pace.per_second

    def _hold(self, chat: int | str, error: RetryAfter) -> float:
        seconds = _seconds(error)
        log.warning("Telegram asks to wait %.0f s before the next message to one chat", seconds)
        now = self._clock()
        self._held_until = {key: until for key, until in self._held_until.items() if until > now}
        self._held_until[chat] = now + seconds
        return seconds

    def _pace(self, chat: int | str) -> Pace | None:
        if chat == "":
            return None
        return self._paces.group if str(chat).startswith(("-", "@")) else self._paces.private


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
