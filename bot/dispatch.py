"""Runs a command, a press or a suggestion for any platform, and never lets an error out."""

import logging

from bot.actions import Action, BadAction, unpack
from bot.commands import COMMANDS, PRESSES, Command, Desk
from bot.incidents import guarded
from bot.replies import Choice, Note, Paragraph, Pressed, Reply
from bot.requests import Request

log = logging.getLogger(__name__)

BY_NAME = {command.name: command for command in COMMANDS}
STALE = "This button is from an older version of me. Ask again for a fresh card."


async def answer(desk: Desk, command: Command, request: Request, words: str) -> Reply:
    """A command's reply; a kind apology with an incident number where it failed."""
    reply, apology = await guarded(f"/{command.name}", command.run(desk, request, words))
    return reply or Reply((Paragraph(apology), Note("Nothing is lost.")), private=True)


async def press(desk: Desk, text: str, request: Request) -> Pressed:
    """What a button leads to. A stale or forged one is refused politely."""
    action = read_button(text)
    if action is None:
        return Pressed(notice=STALE)
    what = f"press {type(action).__name__}"
    pressed, apology = await guarded(what, PRESSES[type(action)](desk, request, action))
    return pressed or Pressed(notice=apology)


async def suggest(desk: Desk, command: Command, request: Request, typed: str) -> list[Choice]:
    """Suggestions while typing; none where that failed."""
    if command.argument is None:
        return []
    what = f"suggest /{command.name}"
    found, _ = await guarded(what, command.argument.suggest(desk, request, typed))
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
