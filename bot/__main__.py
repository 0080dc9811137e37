"""The command line, and the one place where everything is put together."""

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from rich.console import Console

from bot.config import BadSettings, Settings, read_settings
from bot.feeds.form import schema
from bot.importing import import_files
from bot.logs import set_up
from bot.outlets import TokenRefused
from bot.platforms.terminal import chat, render
from bot.samples import sample_path
from bot.serving import open_desk, serve
from storage import StoreError

TROUBLE, REFUSED, MISUSE = 1, 3, 2

Run = Callable[[argparse.Namespace, Settings, Console], Coroutine[Any, Any, int]]


def main() -> int:
    """Run one command; returns the exit status."""
    arguments = _parser().parse_args()
    console = Console()
    try:
        settings = read_settings()
        set_up(settings.log_level, settings.secrets())
        run: Run = arguments.run
        return asyncio.run(run(arguments, settings, console))
    except (BadSettings, TokenRefused) as error:
        console.print(str(error), style="red", markup=False, soft_wrap=True)
        return MISUSE
    except StoreError as error:
        console.print(f"The store: {error}", style="red", markup=False, soft_wrap=True)
        return TROUBLE
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Film and series reviews for your chats."
    )
    parser.set_defaults(run=_serve)
    commands = parser.add_subparsers(metavar="COMMAND")

    def add(name: str, run: Run, explained: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=explained, description=explained)
        command.set_defaults(run=run)
        return command

    add("run", _serve, "serve the chats that have a token (the default)")
    ask = add("ask", _ask, "answer one question here on the terminal")
    ask.add_argument("question", help="what you would type in the chat, for example '/review Ballerina'")
    bring = add("import", _import, "import reviews: .json, .jsonl, or plain-text articles")
    bring.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder of them")
    bring.add_argument("--dry-run", action="store_true", help="report what would happen, write nothing")
    bring.add_argument("--draft", action="store_true", help="keep the reviews as drafts, shown to nobody")
    add("schema", _schema, "print the JSON form of a review, as JSON Schema")
    return parser


async def _serve(_: argparse.Namespace, settings: Settings, console: Console) -> int:
    if not (settings.discord_token.get_secret_value() or settings.telegram_token.get_secret_value()):
        return await _try_out(settings, console)
    await serve(settings)
    return 0


async def _ask(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    async with open_desk(settings) as desk:
        console.print(render.draw(await chat.ask(desk, arguments.question)))
    return 0


async def _import(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    async with open_desk(settings) as desk:
        refused = await import_files(desk, arguments.paths, console, arguments.draft, arguments.dry_run)
    return REFUSED if refused else 0


async def _schema(_: argparse.Namespace, settings: Settings, console: Console) -> int:
    console.print_json(data=schema())
    return 0


async def _try_out(settings: Settings, console: Console) -> int:
    console.print("No token is set, so nobody but you can talk to me. README.md says how to get one.")
    async with open_desk(settings) as desk:
        if len(desk.catalogue.titles):
            await chat.chat(desk, console)
            return 0
    console.print("Until then, here is a chat with sample reviews; nothing of it is kept.\n")
    # Apart from the real store, which would show the samples to the community later.
    with tempfile.TemporaryDirectory() as folder:
        apart = settings.model_copy(update={"database_url": f"sqlite:///{folder}/samples.db"})
        async with open_desk(apart) as desk:
            await import_files(desk, [sample_path()], console)
            await chat.chat(desk, console)
    return 0


if __name__ == "__main__":
    # A tidy exit: what is still written to a closed pipe (| head) is nobody's error.
    try:
        sys.exit(main())
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
