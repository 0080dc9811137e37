"""Replies as responses to interactions: in time, in place, and private where they should be."""

import asyncio
import logging
from collections.abc import Awaitable
from typing import Any, TypeVar

import discord

from bot.platforms.discord.buttons import make_button
from bot.platforms.discord.limits import ANSWER_WITHIN_SECONDS
from bot.platforms.discord.render import draw
from bot.replies import Pressed, Reply, say

log = logging.getLogger(__name__)

T = TypeVar("T")
Interaction = discord.Interaction[Any]


async def answer_command(interaction: Interaction, work: Awaitable[Reply]) -> None:
    """Respond with a reply; where it takes long, Discord is told first that it comes."""
    task = asyncio.ensure_future(work)
    if not await _in_time(task):
        await _carefully(interaction.response.defer(ephemeral=True))
    await _respond(interaction, await task)


async def answer_press(interaction: Interaction, work: Awaitable[Pressed]) -> None:
    """Redraw the card in place, then tell the presser what only they should see."""
    task = asyncio.ensure_future(work)
    if not await _in_time(task):
        await _carefully(interaction.response.defer())
    pressed = await task
    if pressed.card is not None:
        view = draw(pressed.card, make_button)
        if interaction.response.is_done():
            await _carefully(interaction.edit_original_response(view=view))
        else:
            await _carefully(interaction.response.edit_message(view=view))
    if pressed.notice:
        await _respond(interaction, say(pressed.notice, private=True))
    if pressed.reply is not None:
        await _respond(interaction, pressed.reply)
    if not interaction.response.is_done():
        await _carefully(interaction.response.defer())


async def _in_time(work: "asyncio.Future[T]") -> bool:
    done, _ = await asyncio.wait({work}, timeout=ANSWER_WITHIN_SECONDS)
    return bool(done)


async def _respond(interaction: Interaction, reply: Reply) -> None:
    view = draw(reply, make_button)
    with_care: Awaitable[Any]
    if interaction.response.is_done():
        with_care = interaction.followup.send(view=view, ephemeral=reply.private)
    else:
        with_care = interaction.response.send_message(view=view, ephemeral=reply.private)
    await _carefully(with_care)
    # discord.py would keep what only one person sees for a quarter of an hour; our buttons need no keeping.
    view.stop()


async def _carefully(call: Awaitable[Any]) -> None:
    try:
        await call
    except discord.HTTPException as error:
        log.warning("an answer on Discord was refused: %s", error)
