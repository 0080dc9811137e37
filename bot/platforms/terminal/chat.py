"""A chat on the terminal: type a command, a title, or the number of a button."""

import asyncio
import os
import random
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import suppress

from rich.console import Console

from bot.actions import pack
from bot.commands import Desk
from bot.commands.forms import EMPTY
from bot.dispatch import BY_NAME, answer, press, submit
from bot.platforms.terminal.render import buttons_of, draw
from bot.replies import Button, Form, Pressed, Reply, say
from bot.requests import Request
from storage import Account, Place

PLATFORM = "terminal"
OPERATOR = Account(PLATFORM, 1)


async def ask(desk: Desk, text: str) -> Reply | Form:
    """The reply to one line, or a form to fill in; words without a command are a title."""
    name, *words = text.split(maxsplit=1) or [""]
    if not name.startswith("/"):
        return await answer(desk, BY_NAME["review"], _request(desk.now()), text.strip())
    command = BY_NAME.get(name.removeprefix("/").casefold())
    if command is None:
        known = ", ".join(f"/{each}" for each in BY_NAME)
        return say(f"I do not know {name}. There is {known}.")
    return await answer(desk, command, _request(desk.now()), " ".join(words).strip())


async def chat(desk: Desk, console: Console) -> None:
    """Answer lines from standard input until it ends."""
    shown = await ask(desk, "/start")
    console.print(draw(shown))
    console.print("Type a title, a command, or a button's number. Ctrl-D ends.", style="dim")
    lines = _lines(console)
    async for text in lines:
        buttons = buttons_of(shown) if isinstance(shown, Reply) else []
        if text.isdecimal() and 1 <= int(text) <= len(buttons):
            said = await _press(desk, console, buttons[int(text) - 1])
        elif text:
            said = await ask(desk, text)
            console.print(draw(said))
        else:
            continue
        while isinstance(said, Form):
            said = await _fill_in(desk, console, said, lines)
        shown = said or shown


async def _press(desk: Desk, console: Console, button: Button) -> Reply | Form | None:
    if button.does is None:
        console.print(f"→ {button.url}", markup=False)
        return None
    return _told(console, await press(desk, pack(button.does), _request(desk.now())))


async def _fill_in(
    desk: Desk, console: Console, form: Form, lines: AsyncIterator[str]
) -> Reply | Form | None:
    """Ask for one field after the other, then hand the form in; where the lines end, nothing is changed."""
    console.print(f"Enter keeps what stands there, {EMPTY} empties it.", style="dim")
    values = {}
    for field in form.fields:
        known = ", ".join(choice.value for choice in field.choices if choice.value)
        console.print(f"{field.label} ({known or field.hint})", style="bold", markup=False)
        if (typed := await anext(lines, None)) is None:
            return None
        values[field.name] = field.value if not typed else "" if typed == EMPTY else typed
    return _told(console, await submit(desk, pack(form.does), _request(desk.now()), values))


def _told(console: Console, pressed: Pressed) -> Reply | Form | None:
    """Show what a press or a form led to; what stands on the screen then, None where that stays."""
    if pressed.notice:
        console.print(f"» {pressed.notice}", style="bold green", markup=False)
    shown: Reply | Form | None = None
    for said in (pressed.card, pressed.reply, pressed.form):
        if said is not None:
            console.print(draw(said))
            shown = said
    return shown


async def _lines(console: Console) -> AsyncIterator[str]:
    lines: asyncio.Queue[bytes] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def hand_over(line: bytes) -> None:
        loop.call_soon_threadsafe(lines.put_nowait, line)

    # asyncio's own pipes take neither files nor /dev/null, and would make a terminal drop what we print.
    threading.Thread(target=_read, args=(hand_over,), name="standard input", daemon=True).start()
    console.print("› ", end="", style="bold yellow")
    while line := await lines.get():
        yield line.decode("utf-8", "replace").strip()
        console.print("› ", end="", style="bold yellow")


def _read(hand_over: Callable[[bytes], None]) -> None:
    """Hand over each line of standard input, then an empty one; one that is closed has none."""
    # RuntimeError: the chat has ended and nobody listens any more.
    with suppress(RuntimeError):
        with suppress(OSError), os.fdopen(0, "rb", buffering=0, closefd=False) as stdin:
            for line in stdin:
                hand_over(line)
        hand_over(b"")


def _request(now: int) -> Request:
    return Request(
        who=OPERATOR,
        place=Place(PLATFORM, OPERATOR.number),
        now=now,
        dice=random.random(),
        manages=True,
        name="the operator",
    )
