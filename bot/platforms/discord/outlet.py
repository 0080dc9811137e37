"""Sends alerts and redraws cards in Discord's channels and private chats, and translates its errors."""

from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
import discord

from bot.outlets import ChatGone, MessageGone, OutletError, Refused, RetryLater
from bot.platforms.discord.asking import PLATFORM
from bot.platforms.discord.buttons import make_button
from bot.platforms.discord.render import draw
from bot.replies import Reply
from storage import Place

AWAY_SECONDS = 5.0
UNKNOWN_MESSAGE, NOT_OURS, TOO_MANY_LATE_EDITS, ARCHIVED = 10008, 50005, 30046, 50083
_MESSAGE_GONE = frozenset({UNKNOWN_MESSAGE, NOT_OURS, TOO_MANY_LATE_EDITS, ARCHIVED})


class DiscordOutlet:
    """Sends alerts and redraws cards. Discord shows a message once, however often the same nonce is sent."""

    platform = PLATFORM

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def send(self, place: Place, reply: Reply, nonce: str) -> str:
        """See Outlet."""
        with _translated():
            channel = await self._channel(place)
            message = await channel.send(view=draw(reply, make_button), nonce=nonce)
        return str(message.id)

    async def edit(self, place: Place, message: str, reply: Reply) -> None:
        """See Outlet."""
        with _translated():
            shown = (await self._channel(place)).get_partial_message(int(message))
            # An edit does not take the client's own setting.
            nobody = discord.AllowedMentions.none()
            await shown.edit(view=draw(reply, make_button), allowed_mentions=nobody)

    async def _channel(self, place: Place) -> discord.DMChannel | discord.PartialMessageable:
        if place.kind == "private":
            return await self._client.create_dm(discord.Object(place.chat))
        return self._client.get_partial_messageable(place.chat)


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except discord.HTTPException as error:
        raise _trouble(error) from error
    except discord.RateLimited as error:
        raise RetryLater(error.retry_after, "Discord asks for patience") from error
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        raise RetryLater(AWAY_SECONDS, f"Discord cannot be reached: {error}") from error


def _trouble(error: discord.HTTPException) -> OutletError:
    said = error.text or str(error)
    if error.code in _MESSAGE_GONE:
        return MessageGone(said)
    if isinstance(error, discord.Forbidden | discord.NotFound):
        return ChatGone(said)
    if isinstance(error, discord.DiscordServerError):
        return RetryLater(AWAY_SECONDS, f"Discord is away: {error.status}")
    if error.status == 429:
        return RetryLater(AWAY_SECONDS, "Discord asks for patience")
    return Refused(said)
