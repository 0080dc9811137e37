"""Presses and inline queries: asked once, answered at most once, and only before their deadline."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.standins.telegram.chats import Json
from bot.standins.telegram.errors import QUERY_TOO_OLD, Refused
from bot.standins.telegram.formatting import Formatted

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What the presser of a button is shown: a passing notice or an alert, or an address that opens."""

    text: str = ""
    show_alert: bool = False
    url: str = ""
    cache_time: int = 0


@dataclass(frozen=True, slots=True)
class InlineResult:
    """One result as it is listed, and the content that choosing it posts."""

    id: str
    title: str
    description: str
    content: Formatted
    markup: Json | None
    link_preview: Json | None


class InlineResults(list[InlineResult]):
    """The results of an inline query; `button` is what is offered above them, None for nothing."""

    def __init__(
        self,
        results: list[InlineResult],
        *,
        next_offset: str,
        cache_time: int,
        is_personal: bool,
        button: Json | None,
    ) -> None:
        super().__init__(results)
        self.next_offset = next_offset
        self.cache_time = cache_time
        self.is_personal = is_personal
        self.button = button


@dataclass(slots=True)
class Question(Generic[A]):
    """One question; the deadline is unix time in seconds."""

    deadline: float
    answer: A | None = None


class Questions(Generic[A]):
    """All questions of one kind, each with so many seconds to be answered in."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._asked: dict[str, Question[A]] = {}

    def ask(self, number: str, now: float) -> Question[A]:
        self._asked[number] = Question(now + self._seconds)
        return self._asked[number]

    def answer(self, number: str, answer: A, now: float) -> None:
        """Answer a question. Refused when it is unknown, too old or answered already."""
        question = self._asked.get(number)
        if question is None or question.answer is not None or now > question.deadline:
            raise Refused(QUERY_TOO_OLD)
        question.answer = answer
