"""The library's own bot, connected to a stand-in, and what it is told when refused."""

from collections.abc import Awaitable
from typing import Any

import pytest
from telegram import Bot
from telegram.error import BadRequest, TelegramError
from telegram.request import HTTPXRequest

from bot.standins.telegram import TelegramWorld


def connected(world: TelegramWorld, token: str = "") -> Bot:
    """A bot of that token; without certificates, whose loading would be most of a test's time."""
    lines = [HTTPXRequest(httpx_kwargs={"verify": False}) for _ in range(2)]
    return Bot(token or world.token, world.base_url, request=lines[0], get_updates_request=lines[1])


async def refused(call: Awaitable[Any], kind: type[TelegramError] = BadRequest) -> str:
    """The wording, in lower case, with which exactly this kind of error refuses the call."""
    with pytest.raises(kind) as caught:
        await call
    assert type(caught.value) is kind
    return str(caught.value).removeprefix("Forbidden: ").lower()
