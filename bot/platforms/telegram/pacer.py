"""Keeps what goes out within Telegram's pace: overall, for each chat, and for each chat it holds back.

Answers and edits wait in line, one line for each chat; an edit that waits is dropped for a newer one of
the same message. Alerts and unasked redraws never wait and never make an answer wait long: they take a
turn that is free now, or are told when to come back.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from telegram.error import NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

from bot.outlets import NotYet, RetryLater

log = logging.getLogger(__name__)

ALERT = 1
PACED = frozenset({"sendMessage", "editMessageText"})
TRIES = 3
AWAY_SECONDS = 1.0
TELEGRAM_PER_SECOND = 30
REMEMBERED_CHATS = 10_000

Answer = bool | dict[str, Any] | list[dict[str, Any]]
Call = Callable[[], Coroutine[Any, Any, Answer]]
Edited = tuple[Any, Any]


@dataclass(frozen=True, slots=True)
class Pace:
    """So many messages at once, then so many a second: in any `t` seconds, burst + per_second * t."""

    per_second: float
    burst: int


@dataclass(frozen=True, slots=True)
class Paces:
    """Telegram's: thirty a second in all, one a second in a chat, twenty in any minute in a group.

    A group's burst and what a minute adds to it are those twenty together.
    """

    overall: Pace = Pace(25, 4)
    private: Pace = Pace(1, 3)
    group: Pace = Pace(12 / 60, 8)


def overall(per_second: float) -> Pace:
    """The pace of all messages, whose burst stays within Telegram's second."""
    return Pace(per_second, max(1, min(4, int(TELEGRAM_PER_SECOND - per_second))))


class _Meter:
    """When the next message is in pace. Never sends too fast, whoever asks how often."""

    def __init__(self, pace: Pace) -> None:
        self._gap = 1 / pace.per_second
        self._slack = (pace.burst - 1) * self._gap
        self._full_at = 0.0

    def free_at(self) -> float:
        return self._full_at - self._slack

    def take(self, now: float) -> None:
        self._full_at = max(now, self._full_at) + self._gap

    def is_rested(self, now: float) -> bool:
        return self._full_at <= now


class _Chat:
    """One chat's pace, its line of waiting messages, and until when Telegram holds it back."""

    def __init__(self, pace: Pace) -> None:
        self.meter = _Meter(pace)
        self.line = asyncio.Lock()
        self.calls = 0
        self.waiting = 0
        self.held_until = 0.0

    def free_at(self) -> float:
        return max(self.meter.free_at(), self.held_until)

    def is_idle(self, now: float) -> bool:
        return not self.calls and self.meter.is_rested(now) and self.held_until <= now


class _Edits:
    """The edits of one message: the newest, and the line in which they go out."""

    def __init__(self) -> None:
        self.newest: _Edit | None = None
        self.line = asyncio.Lock()


class _Edit:
    """One edit of a message, the newest of all until there is another."""

    def __init__(self, edits: _Edits) -> None:
        self._edits = edits
        edits.newest = self

    def is_newest(self) -> bool:
        return self._edits.newest is self

    async def make(self, call: Call) -> Answer:
        """Send it when no older one is on its way any more, since the older must not arrive last."""
        async with self._edits.line:
            return await call() if self.is_newest() else True


class Pacer(BaseRateLimiter[int]):
    """A rate limiter for python-telegram-bot. `clock` is monotonic, in seconds, the running loop's."""

    def __init__(self, paces: Paces | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._paces = paces or Paces()
        self._clock = clock
        self._meter = _Meter(self._paces.overall)
        self._line = asyncio.Lock()
        self._chats: dict[int | str, _Chat] = {}
        self._edits: dict[Edited, _Edits] = {}

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
        """Make the request when its turn has come. NotYet: nobody asked for it and it has none."""
        call = partial(callback, *args, **kwargs)
        if endpoint not in PACED:
            return await call()
        edited = (data.get("chat_id"), data.get("message_id") or data.get("inline_message_id"))
        chat = self._chat(data.get("chat_id", ""))
        chat.calls += 1
        try:
            if rate_limit_args == ALERT:
                if edited in self._edits:
                    raise NotYet(1 / self._paces.private.per_second, everywhere=False)
                with self._editing(edited) as edit:
                    return await self._now_or_later(chat, partial(edit.make, call))
            with self._editing(edited) as edit:
                return await self._in_turn(chat, edit, call)
        finally:
            chat.calls -= 1

    async def _now_or_later(self, chat: _Chat, call: Call) -> Answer:
        now = self._clock()
        wait = chat.free_at() - now
        if wait > 0 or chat.waiting:
            raise NotYet(max(wait, 1 / self._paces.private.per_second), everywhere=False)
        wait = self._meter.free_at() - now
        if wait > 0 or self._line.locked():
            raise NotYet(max(wait, 1 / self._paces.overall.per_second), everywhere=True)
        self._take(chat)
        try:
            return await call()
        except RetryAfter as error:
            raise RetryLater(self._hold(chat, error), "Telegram asks for patience") from error

    async def _in_turn(self, chat: _Chat, edit: _Edit, call: Call) -> Answer:
        for tries_left in reversed(range(TRIES)):
            if not await self._turn(chat, edit):
                return True
            try:
                return await edit.make(call)
            except RetryAfter as error:
                self._hold(chat, error)
                if not tries_left:
                    raise
            except NetworkError as error:
                # Its subclasses say that the message was refused, or that it may have arrived.
                if type(error) is not NetworkError or not tries_left:
                    raise
                await asyncio.sleep(AWAY_SECONDS * (TRIES - tries_left))
        raise AssertionError("the last try returns or raises")

    async def _turn(self, chat: _Chat, edit: _Edit) -> bool:
        """Wait for the turn and take it; False, and nothing is taken, where a newer edit is under way."""
        chat.waiting += 1
        try:
            async with chat.line:
                while edit.is_newest():
                    await self._until(chat.free_at)
                    async with self._line:
                        await self._until(self._meter.free_at)
                        if edit.is_newest() and chat.free_at() <= self._clock():
                            self._take(chat)
                            return True
                return False
        finally:
            chat.waiting -= 1

    async def _until(self, free_at: Callable[[], float]) -> None:
        while (wait := free_at() - self._clock()) > 0:  # noqa: ASYNC110 - time is what is awaited
            await asyncio.sleep(wait)

    def _take(self, chat: _Chat) -> None:
        now = self._clock()
        self._meter.take(now)
        chat.meter.take(now)

    def _hold(self, chat: _Chat, error: RetryAfter) -> float:
        seconds = _seconds(error)
        log.warning("Telegram asks to wait %.0f s before the next message to one chat", seconds)
        chat.held_until = self._clock() + seconds
        return seconds

    def _chat(self, number: int | str) -> _Chat:
        if number not in self._chats:
            now = self._clock()
            if len(self._chats) >= REMEMBERED_CHATS:
                self._chats = {key: chat for key, chat in self._chats.items() if not chat.is_idle(now)}
            self._chats[number] = _Chat(self._pace(number))
        return self._chats[number]

    def _pace(self, number: int | str) -> Pace:
        if number == "":
            return self._paces.overall  # an edit of an inline card: its chat is not known
        return self._paces.group if str(number).startswith(("-", "@")) else self._paces.private

    @contextmanager
    def _editing(self, edited: Edited) -> Iterator[_Edit]:
        """Around one message: an edit of another, or a new one, which is its own newest edit."""
        if edited[1] is None:
            yield _Edit(_Edits())
            return
        edits = self._edits.setdefault(edited, _Edits())
        edit = _Edit(edits)
        try:
            yield edit
        finally:
            if edit.is_newest():
                self._edits.pop(edited, None)


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
