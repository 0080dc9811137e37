"""Replies as responses to interactions: in time, in place, and private where they should be."""

import asyncio
import logging
from collections.abc import Awaitable
from contextlib import nullcontext
from typing import Any, TypeVar

import discord

from bot.commands import Desk
from bot.dispatch import set_aside
from bot.platforms.discord.buttons import make_button
from bot.platforms.discord.limits import ANSWER_WITHIN_SECONDS
from bot.platforms.discord.modals import draw_form
from bot.platforms.discord.render import draw
from bot.replies import Form, Pressed, Reply, say
from bot.requests import Request

log = logging.getLogger(__name__)

T = TypeVar("T")
Interaction = discord.Interaction[Any]


async def answer_command(
    interaction: Interaction, desk: Desk, request: Request, work: Awaitable[Reply | Form]
) -> None:
    """Respond with a reply; where it takes long, Discord is told first that it comes."""
    task = asyncio.ensure_future(work)
    if not await _in_time(task):
        await _carefully(interaction.response.defer(ephemeral=True))
    said = await task
    if isinstance(said, Form):
        await _open(interaction, desk, request, said)
    else:
        await _answer(interaction, desk, request, said)


async def answer_press(
    interaction: Interaction, desk: Desk, request: Request, work: Awaitable[Pressed]
) -> None:
    """Redraw the card in place, then tell the presser what only they should see."""
    message = interaction.message
    with desk.pressing(request.place, str(message.id)) if message else nullcontext():
        task = asyncio.ensure_future(work)
        if not await _in_time(task):
            # A form that no button opened has no message to wait on: its answer is one of its own.
            await _carefully(interaction.response.defer(ephemeral=True, thinking=message is None))
        pressed = await task
        redrawn = pressed.card is not None and await _redraw(interaction, pressed.card)
        if pressed.notice:
            await _respond(interaction, say(pressed.notice, private=True))
        if pressed.reply is not None:
            await _answer(interaction, desk, request, pressed.reply)
        if pressed.form is not None:
            await _open(interaction, desk, request, pressed.form)
        if not interaction.response.is_done():
            await _carefully(interaction.response.defer())
        if redrawn and pressed.card is not None and message and request.here and not message.flags.ephemeral:
            await desk.replaced(request.place, str(message.id), pressed.card)


async def _in_time(work: "asyncio.Future[T]") -> bool:
    done, _ = await asyncio.wait({work}, timeout=ANSWER_WITHIN_SECONDS)
    return bool(done)


async def _redraw(interaction: Interaction, card: Reply) -> bool:
    """Draw the card in the place of what the pressed message shows; whether that went well."""
    view = draw(card, make_button)
    if interaction.response.is_done():
        return await _carefully(interaction.edit_original_response(view=view)) is not None
    return await _carefully(interaction.response.edit_message(view=view)) is not None


async def _answer(interaction: Interaction, desk: Desk, request: Request, reply: Reply) -> None:
    """Respond; where the bot can see the answer itself, it is noted."""
    message = await _respond(interaction, reply)
    if message and request.here:
        await desk.posted(request.place, message, reply)


async def _open(interaction: Interaction, desk: Desk, request: Request, form: Form) -> None:
    """Open a form; where that is too late, or one was just handed in, a button opens it."""
    handed_in = interaction.type is discord.InteractionType.modal_submit
    if handed_in or interaction.response.is_done():
        await _answer(interaction, desk, request, await set_aside(desk, request, form))
        return
    modal = draw_form(form)
    # discord.py would keep it to hand it what comes back; the client takes that by itself.
    modal.stop()
    await _carefully(interaction.response.send_modal(modal))


async def _respond(interaction: Interaction, reply: Reply) -> str:
    """Respond with a reply; its message's number, "" where the presser alone sees it or it was refused."""
    view = draw(reply, make_button)
    number = ""
    if interaction.response.is_done():
        message = await _carefully(interaction.followup.send(view=view, ephemeral=reply.private, wait=True))
        if message is not None and not message.flags.ephemeral:
            number = str(message.id)
    else:
        done = await _carefully(interaction.response.send_message(view=view, ephemeral=reply.private))
        if done is not None and not done.is_ephemeral():
            number = str(done.message_id or "")
    # discord.py would keep what only one person sees for a quarter of an hour; our buttons need no keeping.
    view.stop()
    return number


async def _carefully(call: Awaitable[T]) -> T | None:
    """What the call gives; None where Discord refused it."""
    try:
        return await call
    except discord.HTTPException as error:
        log.warning("an answer on Discord was refused: %s", error)
        return None
