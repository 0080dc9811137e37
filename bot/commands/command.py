"""What a command is."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.desk import Desk
from bot.replies import Choice, Form, Reply
from bot.requests import Request

Run = Callable[[Desk, Request, str], Awaitable[Reply | Form]]
SuggestWords = Callable[[Desk, Request, str], Awaitable[list[Choice]]]


@dataclass(frozen=True, slots=True)
class Argument:
    """The words that may follow a command; `suggest` offers some while they are typed."""

    name: str
    description: str
    suggest: SuggestWords
    required: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """One command of the bot, on every platform.

    `manages` asks the platform to find out whether the asker may change this chat's settings, `looks_around`
    to find out what the bot may do in and around this chat. `brings` asks for what an editor
    hands over, a web address, a text or a file, to be read before the command runs.
    """

    name: str
    description: str
    run: Run
    argument: Argument | None = None
    manages: bool = False
    looks_around: bool = False
    brings: bool = False


__all__ = ["Argument", "Command", "Desk"]
