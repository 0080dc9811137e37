"""Visitors of the playground who talk to its wire as the page does."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from bot.config import Settings
from bot.playground.server import playground
from bot.standins.telegram.changes import Changes

Json = dict[str, Any]
SECONDS = 10.0


class Trouble(Exception):
    """What the server refused, in its own words."""


class Visitor:
    """One open page: `scene` is what it was shown first, `messages` what stands in the rooms."""

    def __init__(self, address: str, socket: aiohttp.ClientWebSocketResponse, scene: Json) -> None:
        self.address = address
        self.scene = scene
        self.messages: dict[tuple[str, str, str], Json] = {}
        self.deliveries: Json = scene["deliveries"]
        self.events: list[Json] = []
        self._socket = socket
        self._changes = Changes()
        self._asked = 0
        for event in scene["messages"]:
            self._hear(event)

    async def ask(self, ask: str, **fields: Any) -> Any:
        """Ask and return the value. Raises Trouble."""
        self._asked += 1
        await self._socket.send_json({"id": self._asked, "ask": ask, **fields})
        while True:
            frame = await self._next()
            if frame.get("id") == self._asked and "event" not in frame:
                if not frame["ok"]:
                    raise Trouble(frame["trouble"])
                return frame.get("value")

    async def send(self, text: str) -> None:
        """Send a frame as it stands."""
        await self._socket.send_str(text)

    async def heard(self, reached: Callable[[], bool]) -> None:
        """Wait, while something else listens, until the condition holds; TimeoutError where it does not."""
        assert await self._changes.until(reached, SECONDS)

    async def until(self, reached: Callable[[], bool]) -> None:
        """Listen until the condition holds; TimeoutError where it does not in time."""
        while not reached():
            await self._next()

    async def hears_of(self, title: str, side: str, room: str) -> None:
        """Wait until the bot names a title in a room."""
        await self.until(lambda: any(title in text_of(each) for each in self.cards(side, room)))

    async def edited(self, side: str, room: str, message: str) -> Json:
        """Wait until a message is edited; the message then."""
        await self.until(lambda: bool(self.messages[side, room, message]["edited"]))
        return self.messages[side, room, message]

    def room(self, side: str, kind: str, person: str | None = None) -> str:
        """The number of a room."""
        rooms = self.scene[side]["rooms"]
        return next(str(room["id"]) for room in rooms if (room["kind"], room["person"]) == (kind, person))

    def cards(self, side: str, room: str) -> list[Json]:
        """What the bot wrote in a room, oldest first."""
        return [
            message
            for (where, number, _), message in self.messages.items()
            if (where, number) == (side, room) and message["by"]["bot"]
        ]

    async def review(self, side: str, person: str, title: str) -> Json:
        """Ask for a review in the side's main room; the bot's answer."""
        room = self.room(side, "channel" if side == "discord" else "group")
        before = len(self.cards(side, room))
        if side == "discord":
            await self.ask(
                "command", side=side, person=person, room=room, name="review", options={"title": title}
            )
        else:
            await self.ask("say", side=side, person=person, room=room, text=f"/review {title}")
        await self.until(lambda: len(self.cards(side, room)) > before)
        return self.cards(side, room)[-1]

    async def _next(self) -> Json:
        frame: Json = await asyncio.wait_for(self._socket.receive_json(), SECONDS)
        if "event" in frame:
            self._hear(frame)
        return frame

    def _hear(self, event: Json) -> None:
        self.events.append(event)
        self._changes.notify()
        if event["event"] == "message":
            message = event["message"]
            self.messages[event["side"], event["room"], message["id"]] = message
        if event["event"] == "deliveries":
            self.deliveries = event


@asynccontextmanager
async def visit(address: str) -> AsyncIterator[Visitor]:
    """Somebody opens the page."""
    origin = address.rsplit("/", 2)[0]
    async with aiohttp.ClientSession() as http, http.ws_connect(f"{address}wire", origin=origin) as socket:
        yield Visitor(address, socket, await asyncio.wait_for(socket.receive_json(), SECONDS))


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[str]:
    """A playground with its store in a folder; its address."""
    settings = Settings(_env_file=None, database_url=f"sqlite:///{folder / 'playground.db'}")  # type: ignore[call-arg]
    async with playground(settings) as address:
        yield address


def text_of(message: Json) -> str:
    """All words of a message, whichever side it stands on."""
    return "\n".join(_texts(message["payload"]))


def buttons_of(message: Json) -> dict[str, str]:
    """The data of the buttons by their labels."""
    return dict(_buttons(message["payload"]))


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value[name] for name in ("text", "content") if isinstance(value.get(name), str)]
        below = [value.get(name) for name in ("components", "accessory")]
        return [*own, *(text for part in below for text in _texts(part))]
    return [text for each in value for text in _texts(each)] if isinstance(value, list) else []


def _buttons(value: Any) -> list[tuple[str, str]]:
    if isinstance(value, dict):
        label = value.get("label") or value.get("text")
        data = value.get("custom_id") or value.get("callback_data")
        own = [(label, data)] if label and data else []
        return [*own, *(button for part in value.values() for button in _buttons(part))]
    return [button for each in value for button in _buttons(each)] if isinstance(value, list) else []
