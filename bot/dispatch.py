"""Runs a command, a press or a suggestion for any platform, and never lets an error out."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from bot.actions import Action, BadAction, unpack
from bot.commands import COMMANDS, PRESSES, Command, Desk, forms
from bot.commands.editors import editor_of, is_editor
from bot.findings import Surroundings
from bot.incidents import guarded
from bot.replies import Choice, Form, Note, Paragraph, Pressed, Reply
from bot.requests import Handed, Request

log = logging.getLogger(__name__)

Look = Callable[[], Awaitable[Surroundings]]

BY_NAME = {command.name: command for command in COMMANDS}
STALE = "This button is from an older version of me. Ask again for a fresh card."


async def answer(
    desk: Desk, command: Command, request: Request, words: str, look: Look | None = None
) -> Reply | Form:
    """A command's reply, or a form to fill in; a kind apology with an incident number where it failed.

    `look` is how the platform looks around the chat, for commands that ask for it.
    """
    reply, apology = await guarded(desk.vitals, f"/{command.name}", _run(desk, command, request, words, look))
    return reply or _sorry(apology)


async def _run(desk: Desk, command: Command, request: Request, words: str, look: Look | None) -> Reply | Form:
    if command.looks_around and request.manages and look is not None:
        request = replace(request, around=await look())
    if command.brings:
        request = await _handed(desk, request, request.attached or words)
    return await command.run(desk, request, words)


async def _handed(desk: Desk, request: Request, handed: Handed) -> Request:
    """The request with what came of what an editor hands over; nobody else's is looked at."""
    if handed and desk.bring is not None and is_editor(desk, request):
        return replace(request, brought=await desk.bring(handed, editor_of(request)))
    return request


async def press(desk: Desk, text: str, request: Request) -> Pressed:
    """What a button leads to. A stale or forged one is refused politely."""
    action = read_button(text)
    if action is None:
        return Pressed(notice=STALE)
    what = f"press {type(action).__name__}"
    pressed, apology = await guarded(desk.vitals, what, PRESSES[type(action)](desk, request, action))
    return pressed or Pressed(notice=apology)


async def submit(desk: Desk, text: str, request: Request, values: Mapping[str, str]) -> Pressed:
    """What a form that was filled in leads to; `text` is the button that it stands for."""
    action = read_button(text)
    take = forms.FORMS.get(type(action)) if action else None
    if action is None or take is None:
        return Pressed(notice=STALE)
    what = f"submit {type(action).__name__}"
    pressed, apology = await guarded(desk.vitals, what, _take(desk, take, request, action, values))
    return pressed or Pressed(notice=apology)


async def _take(
    desk: Desk, take: forms.Take, request: Request, action: Action, values: Mapping[str, str]
) -> Pressed:
    if joined := forms.BRINGS.get(type(action)):
        request = await _handed(desk, request, joined(values))
    return await take(desk, request, action, values)


async def lay_out(desk: Desk, request: Request, form: Form) -> Reply:
    """A form as a message with a button for each field, where the platform draws none."""
    reply, apology = await guarded(desk.vitals, "lay out a form", forms.lay_out(desk, request, form))
    return reply or _sorry(apology)


async def set_aside(desk: Desk, request: Request, form: Form) -> Reply:
    """A message with a button that opens the form, where it cannot be opened just now."""
    reply, apology = await guarded(desk.vitals, "set a form aside", forms.set_aside(desk, request, form))
    return reply or _sorry(apology)


async def hear(desk: Desk, request: Request, text: str) -> Reply | None:
    """The reply to words that answer a question of a form; None where nothing was asked."""
    reply, apology = await guarded(desk.vitals, "hear an answer", forms.hear(desk, request, text))
    return _sorry(apology) if apology else reply


def _sorry(apology: str) -> Reply:
    return Reply((Paragraph(apology), Note("Nothing is lost.")), private=True)


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
