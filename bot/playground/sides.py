"""What both sides of the playground have in common: rooms, messages, and who may do what there."""

import asyncio
import base64
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from bot.outlets import Outlet
from bot.playground.asks import File, OfSide
from bot.playground.cast import Person
from bot.playground.inspecting import Inspection
from storage import Account, Place

TYPING_SECONDS = 5.0

Json = dict[str, Any]
Tell = Callable[[Json], None]


class CannotDo(Exception):
    """What a visitor asked for cannot be done; the message says why, to them."""


def content_of(file: File) -> bytes:
    """What is in a visitor's file. Raises CannotDo."""
    try:
        return base64.b64decode(file.base64, validate=True)
    except ValueError:
        raise CannotDo("The file did not arrive whole; try again.") from None


@dataclass(frozen=True, slots=True)
class Room:
    """A place to talk. With `person` it is that person's private chat with the bot."""

    id: str
    name: str
    kind: str
    person: str | None = None
    parent: str | None = None


class Side(Protocol):
    """One platform, as the playground plays it."""

    @property
    def name(self) -> str:
        """The platform."""

    @property
    def outlet(self) -> Outlet:
        """The real outlet, which alerts leave by."""

    def scene(self) -> Json:
        """The bot, the rooms and the commands, as the page needs them."""

    def messages(self) -> list[Json]:
        """The event of every message so far, oldest first."""

    async def act(self, ask: OfSide, person: Person) -> Any:
        """Do what a person does; what they get to see at once. Raises CannotDo."""

    def inspect(self, room: str, message: str) -> Inspection:
        """What was sent for a message, held against the limits. Raises CannotDo."""

    def account(self, person: Person) -> Account:
        """A person's account on this side."""

    def block(self, person: Person, blocked: bool) -> None:
        """The person shuts the bot out of their private chat, or lets it in again."""

    async def advance(self, seconds: float) -> None:
        """Time has moved forward."""

    def place_name(self, place: Place) -> str:
        """What people call a place."""


class Told:
    """Tells the page of messages that are new or have changed, each once."""

    def __init__(self, side: str, tell: Tell) -> None:
        self._side = side
        self._tell = tell
        self._events: dict[tuple[str, str], Json] = {}

    def message(self, room: str, message: Json) -> None:
        """Tell of a message, unless it looks as it did."""
        key = (room, message["id"])
        before = self._events.get(key)
        if before is not None and {**before["message"], "sent": 0} == {**message, "sent": 0}:
            return
        message = {**message, "sent": int(time.time() * 1000)}
        event = {"event": "message", "side": self._side, "room": room, "message": message}
        self._events[key] = event
        self._tell(event)

    def typing(self, room: str) -> None:
        """The bot is typing in a room, for as long as the platforms show that."""

        def tell(on: bool) -> None:
            self._tell({"event": "typing", "side": self._side, "room": room, "on": on})

        tell(True)
        asyncio.get_running_loop().call_later(TYPING_SECONDS, tell, False)

    def events(self) -> list[Json]:
        """All messages so far, in the order in which they were first told."""
        return list(self._events.values())
