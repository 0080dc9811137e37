"""Discord without a wire: interactions go in as the gateway brings them, responses come out as payloads.

All of discord.py between the two is real; only its last step, the HTTP request, is cut.
"""

import asyncio
from collections.abc import Iterator
from itertools import count
from typing import Any

import discord
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

Json = dict[str, Any]
APPLICATION = 4_000_001
ACTION_ROW = 1


class CutWire(AsyncWebhookAdapter):
    """Keeps what would be sent, and says when it came."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.came = asyncio.Event()
        self.last: Json = {}

    async def request(self, route: Any, session: Any, *, payload: Any = None, **_: Any) -> Any:
        """The answer that Discord gives to an interaction's response."""
        self.last = payload
        self.came.set()
        return {"interaction": {"id": "1", "type": 2}}


class Wireless:
    """Asks a client and waits for its response."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client
        self._numbers = count(1)
        self.wire = CutWire()
        # Read by every task that is started from here on.
        async_context.set(self.wire)
        client.http._HTTPClient__session = None  # type: ignore[attr-defined]

    async def slash(self, name: str, option: str, words: str, person: int) -> Json:
        """What somebody gets for a slash command in private."""
        data = {"id": "1", "name": name, "type": 1,
                "options": [{"name": option, "type": 3, "value": words}]}  # fmt: skip
        return await self._ask({"type": 2, "data": data, **self._from(person)})

    async def press(self, button: str, card: Json, person: int) -> Json:
        """What somebody gets for pressing a button under a card that they got before."""
        message = {
            "id": str(next(self._numbers)), "channel_id": "7", "author": _user(APPLICATION), "content": "",
            "timestamp": "2025-01-01T00:00:00+00:00", "edited_timestamp": None, "tts": False,
            "mention_everyone": False, "mentions": [], "mention_roles": [], "attachments": [], "embeds": [],
            "pinned": False, "type": 0, "flags": 1 << 15, "components": card["data"]["components"],
        }  # fmt: skip
        data = {"custom_id": button, "component_type": 2}
        return await self._ask({"type": 3, "data": data, "message": message, **self._from(person)})

    async def _ask(self, interaction: Json) -> Json:
        self.wire.came.clear()
        self._client._connection.parse_interaction_create(interaction)  # type: ignore[arg-type]
        await self.wire.came.wait()
        return self.wire.last

    def _from(self, person: int) -> Json:
        return {
            "id": str(next(self._numbers)), "application_id": str(APPLICATION), "token": "t", "version": 1,
            "attachment_size_limit": 1, "user": _user(person), "locale": "en-US", "context": 1,
            "app_permissions": "0", "entitlements": [], "authorizing_integration_owners": {},
            "channel": {"id": "7", "type": 1, "recipients": [_user(person)], "last_message_id": None},
        }  # fmt: skip


def buttons(card: Json) -> list[str]:
    """What the buttons of a response do, as Discord sends it back."""
    return [button["custom_id"] for row in _rows(card["data"]["components"]) for button in row["components"]]


def _rows(components: list[Json]) -> Iterator[Json]:
    for component in components:
        if component["type"] == ACTION_ROW:
            yield component
        else:
            yield from _rows(component.get("components", []))


def _user(number: int) -> Json:
    return {"id": str(number), "username": "reader", "discriminator": "0", "avatar": None}
