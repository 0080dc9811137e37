"""Runs a command, a press or a suggestion for any platform, and never lets an error out."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.actions import Action, BadAction, unpack
from bot.commands import COMMANDS, PRESSES, Command, Desk
from bot.findings import Surroundings
from bot.incidents import guarded
from bot.replies import Choice, Note, Paragraph, Pressed, Reply
from bot.requests import Request

log = logging.getLogger(__name__)

Look = Callable[[], Awaitable[Surroundings]]

BY_NAME = {command.name: command for command in COMMANDS}
STALE = "This button is from an older version of me. Ask again for a fresh card."


async def answer(
    desk: Desk, command: Command, request: Request, words: str, look: Look | None = None
) -> Reply:
    """A command's reply; a kind apology with an incident number where it failed.

    `look` is how the platform looks around the chat, for commands that ask for it.
    """
    reply, apology = await guarded(desk.vitals, f"/{command.name}", _run(desk, command, request, words, look))
    return reply or Reply((Paragraph(apology), Note("Nothing is lost.")), private=True)


async def _run(desk: Desk, command: Command, request: Request, words: str, look: Look | None) -> Reply:
    if command.looks_around and request.manages and look is not None:
        request = replace(request, around=await look())
    return await command.run(desk, request, words)


async def press(desk: Desk, text: str, request: Request) -> Pressed:
    """What a button leads to. A stale or forged one is refused politely."""
    action = read_button(text)
    if action is None:
        return Pressed(notice=STALE)
    what = f"press {type(action).__name__}"
    pressed, apology = await guarded(desk.vitals, what, PRESSES[type(action)](desk, request, action))
    return pressed or Pressed(notice=apology)


async def suggest(desk: Desk, command: Command, request: Request, typed: str) -> list[Choice]:
    """Suggestions while typing; none where that failed."""
    if command.argument is None:
        return []
    what = f"suggest /{command.name}"
    found, _ = await guarded(desk.vitals, what, command.argument.suggest(desk, request, typed))
    return found or []


def read_button(text: str) -> Action | None:
    """The action of a button; None for one that this program does not make."""
    try:
        return unpack(text)
    except BadAction:
        log.info("refused a button of %d characters", len(text))
        return None


def asks_manager(text: str) -> bool:
    """Whether what a button does depends on who manages the chat."""
    action = read_button(text)
    return action is not None and action.manages
