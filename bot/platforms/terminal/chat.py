"""A chat on the terminal: type a command, a title, or the number of a button."""

import asyncio
import random
import sys
import time
from collections.abc import AsyncIterator

from rich.console import Console

from bot.actions import pack
from bot.commands import Desk
from bot.dispatch import BY_NAME, answer, press
from bot.platforms.terminal.render import buttons_of, draw
from bot.replies import Button, Pressed, Reply, say
from bot.requests import Request
from storage import Account, Place

PLATFORM = "terminal"
OPERATOR = 1


async def ask(desk: Desk, text: str) -> Reply:
    """The reply to one line; words without a command are a title."""
    name, _, words = text.strip().partition(" ")
    if not name.startswith("/"):
        return await answer(desk, BY_NAME["review"], _request(), text.strip())
    command = BY_NAME.get(name.removeprefix("/").casefold())
    if command is None:
        known = ", ".join(f"/{each}" for each in BY_NAME)
        return say(f"I do not know {name}. There is {known}.")
    return await answer(desk, command, _request(), words.strip())


async def chat(desk: Desk, console: Console) -> None:
    """Answer lines from standard input until it ends."""
    shown = await ask(desk, "/start")
    console.print(draw(shown))
    console.print("Type a title, a command, or a button's number. Ctrl-D ends.", style="dim")
    async for text in _lines(console):
        buttons = buttons_of(shown)
        if text.isdigit() and 1 <= int(text) <= len(buttons):
            shown = await _press(desk, console, buttons[int(text) - 1], shown)
        elif text:
            shown = await ask(desk, text)
            console.print(draw(shown))


async def _press(desk: Desk, console: Console, button: Button, shown: Reply) -> Reply:
    if button.does is None:
        console.print(f"→ {button.url}", markup=False)
        return shown
    pressed: Pressed = await press(desk, pack(button.does), _request())
    if pressed.notice:
        console.print(f"» {pressed.notice}", style="bold green", markup=False)
    for reply in (pressed.card, pressed.reply):
        if reply is not None:
            console.print(draw(reply))
            shown = reply
    return shown


async def _lines(console: Console) -> AsyncIterator[str]:
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    transport, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    try:
        console.print("› ", end="", style="bold yellow")
        while line := await reader.readline():
            yield line.decode("utf-8", "replace").strip()
            console.print("› ", end="", style="bold yellow")
    finally:
        transport.close()


def _request() -> Request:
    return Request(
        who=Account(PLATFORM, OPERATOR),
        place=Place(PLATFORM, OPERATOR),
        now=int(time.time()),
        dice=random.random(),
        manages=True,
    )
