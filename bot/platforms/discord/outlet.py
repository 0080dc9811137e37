"""Sends alerts to Discord channels and private chats, and translates Discord's errors."""

from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
import discord

from bot.outlets import ChatGone, Refused, RetryLater
from bot.platforms.discord.asking import PLATFORM
from bot.platforms.discord.buttons import make_button
from bot.platforms.discord.render import draw
from bot.replies import Reply
from storage import Place

AWAY_SECONDS = 5.0


class DiscordOutlet:
    """Sends alerts. Discord shows a message once, however often the same nonce is sent."""

    platform = PLATFORM

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def send(self, place: Place, reply: Reply, nonce: str) -> str:
        """See Outlet."""
        with _translated():
            channel: discord.abc.Messageable
            if place.kind == "private":
                channel = await self._client.create_dm(discord.Object(place.chat))
            else:
                channel = self._client.get_partial_messageable(place.chat)
            message = await channel.send(view=draw(reply, make_button), nonce=nonce)
        return str(message.id)


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (discord.Forbidden, discord.NotFound) as error:
        raise ChatGone(error.text or str(error)) from error
    except discord.RateLimited as error:
        raise RetryLater(error.retry_after, "Discord asks for patience") from error
    except discord.DiscordServerError as error:
        raise RetryLater(AWAY_SECONDS, f"Discord is away: {error.status}") from error
    except discord.HTTPException as error:
        if error.status == 429:
            raise RetryLater(AWAY_SECONDS, "Discord asks for patience") from error
        raise Refused(error.text or str(error)) from error
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        raise RetryLater(AWAY_SECONDS, f"Discord cannot be reached: {error}") from error
