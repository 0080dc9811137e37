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
from bot.dispatch import BY_NAME, answer, press
from bot.platforms.terminal.render import buttons_of, draw
from bot.replies import Button, Pressed, Reply, say
from bot.requests import Request
from storage import Account, Place

PLATFORM = "terminal"
OPERATOR = Account(PLATFORM, 1)


async def ask(desk: Desk, text: str) -> Reply:
    """The reply to one line; words without a command are a title."""
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
    async for text in _lines(console):
        buttons = buttons_of(shown)
        if text.isdecimal() and 1 <= int(text) <= len(buttons):
            shown = await _press(desk, console, buttons[int(text) - 1], shown)
        elif text:
            shown = await ask(desk, text)
            console.print(draw(shown))


async def _press(desk: Desk, console: Console, button: Button, shown: Reply) -> Reply:
    if button.does is None:
        console.print(f"→ {button.url}", markup=False)
        return shown
    pressed: Pressed = await press(desk, pack(button.does), _request(desk.now()))
    if pressed.notice:
        console.print(f"» {pressed.notice}", style="bold green", markup=False)
    for reply in (pressed.card, pressed.reply):
        if reply is not None:
            console.print(draw(reply))
            shown = reply
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
    )
