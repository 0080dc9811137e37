"""The command line, and the one place where everything is put together."""

import argparse
import asyncio
import logging
import os
import random
import sys
import tempfile
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console

from bot.config import BadSettings, Settings, read_settings
from bot.doctor import examine, register_anew
from bot.doctor.report import tell
from bot.doctor.settings import judge_refused
from bot.feeding import Feeds
from bot.feeds.assistant import assistant
from bot.feeds.fetching import fetcher
from bot.feeds.form import schema
from bot.feeds.sandbox import sandbox
from bot.importing import import_files
from bot.keeping import back_up_store, restore_store
from bot.logs import quieted, set_up
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
    console = Console(emoji=False)  # what reviews and files are called stays as it is
    try:
        settings = read_settings()
        as_json = set_up(settings.log_level, settings.secrets(), settings.log_format)
        run: Run = arguments.run
        with _last_words(as_json and run in (_serve, _serve_or_play)):
            return asyncio.run(run(arguments, settings, console))
    except (BadSettings, TokenRefused) as error:
        if arguments.run is _doctor and isinstance(error, BadSettings):
            return tell(judge_refused(error), console, as_json=arguments.json)
        console.print(str(error), style="red", markup=False, soft_wrap=True)
        return MISUSE
    except StoreError as error:
        console.print(f"The store: {error}", style="red", markup=False, soft_wrap=True)
        return TROUBLE
    except KeyboardInterrupt:
        return 130


@contextmanager
def _last_words(logged: bool) -> Iterator[None]:
    """What ends the program stands in its log as well, where machines read that."""
    try:
        yield
    except (BadSettings, TokenRefused, StoreError) as error:
        if logged:
            logging.getLogger("bot").critical("cannot go on: %s", error)
        raise


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Film and series reviews for your chats."
    )
    parser.set_defaults(run=_serve_or_play)
    commands = parser.add_subparsers(metavar="COMMAND")

    def add(name: str, run: Run, explained: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=explained, description=explained)
        command.set_defaults(run=run)
        return command

    add("run", _serve, "serve the chats that have a token (the default, where there is one)")
    play = add("playground", _playground, "try it all in a browser (the default, where there is no token)")
    play.add_argument("--open", action="store_true", help="open it in your browser")
    play.add_argument("--port", type=int, default=0, help="the local port (default: any that is free)")
    play.add_argument("--store", metavar="FILE", type=Path, help="keep its store in this file")
    add("chat", _chat, "chat with the bot here on the terminal")
    ask = add("ask", _ask, "answer one question here on the terminal")
    ask.add_argument("question", help="what you would type in the chat, for example '/review Ballerina'")
    bring = add("import", _import, "import reviews: .json, .jsonl, articles, or pages on the web")
    bring.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder of them, or a web address")
    bring.add_argument("--dry-run", action="store_true", help="report what would happen, write nothing")
    bring.add_argument("--draft", action="store_true", help="keep the reviews as drafts, shown to nobody")
    _feeds_parser(add("feeds", _feeds, "follow RSS, Atom and JSON feeds, and see how they fare"))
    save = add("backup", _back_up, "copy the store to one file, also while the bot runs")
    save.add_argument("file", metavar="FILE", help="a new file, or a folder: then it is named by the date")
    save.add_argument("--overwrite", action="store_true", help="replace the file where it exists")
    bring_back = add("restore", _restore, "put a backup in the store's place; stop the bot first")
    bring_back.add_argument("file", metavar="FILE", type=Path, help="what `backup` made")
    doctor = add("doctor", _doctor, "look for what keeps the bot from working, and say how to mend it")
    doctor.add_argument("--json", action="store_true", help="print the findings as JSON")
    doctor.add_argument("--register", action="store_true", help="let the next start register all commands")
    add("schema", _schema, "print the JSON form of a review, as JSON Schema")
    return parser


async def _serve_or_play(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    if settings.has_token():
        return await _serve(arguments, settings, console)
    console.print("No token is set, so nobody but you can talk to me. README.md says how to get one.")
    return await _playground(argparse.Namespace(open=False, port=0, store=None), settings, console)


async def _serve(_: argparse.Namespace, settings: Settings, console: Console) -> int:
    if not settings.has_token():
        # Said outright, so that a service whose token was forgotten does not wait for visitors for ever.
        raise BadSettings(
            [("DISCORD_TOKEN, TELEGRAM_TOKEN", "set one or both; README.md says how to get them")]
        )
    await serve(settings)
    return 0


async def _ask(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    async with open_desk(settings) as desk:
        console.print(render.draw(await chat.ask(desk, arguments.question)))
    return 0


async def _import(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    async with (
        open_desk(settings) as desk,
        fetcher(desk.clock) as fetch,
        assistant(desk.vitals, desk.clock, *settings.assistant()) as assist,
        sandbox() as read,
    ):
        refused = await import_files(
            desk, arguments.paths, console, arguments.draft, arguments.dry_run, fetch, assist, read
        )
    return REFUSED if refused else 0


def _feeds_parser(parser: argparse.ArgumentParser) -> None:
    tasks = parser.add_subparsers(metavar="WHAT", dest="task", required=True)
    for name, explained in (
        ("add", "follow a feed: what is there already is known, what is new becomes a draft"),
        ("remove", "follow a feed no more; its reviews stay"),
        ("preview", "show what would be read from a feed, and write nothing"),
    ):
        task = tasks.add_parser(name, help=explained, description=explained)
        task.add_argument("address", metavar="ADDRESS", help="the feed's address")
        if name == "add":
            task.add_argument("--publish", action="store_true", help="publish what is read without a doubt")
    for name, explained in (("list", "list the feeds"), ("check", "say what is wrong with each feed")):
        tasks.add_parser(name, help=explained, description=explained)


async def _feeds(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    async with open_desk(settings) as desk, fetcher(desk.clock) as fetch, sandbox() as read:
        followed = Feeds(desk, fetch, console, random.random, read)
        match arguments.task:
            case "add":
                well = await followed.add(arguments.address, arguments.publish)
            case "remove":
                well = await followed.remove(arguments.address)
            case "preview":
                well = await followed.preview(arguments.address)
            case "check":
                well = await followed.check()
            case _:
                well = await followed.show()
    return 0 if well else REFUSED


async def _back_up(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    return await back_up_store(settings.database_url, arguments.file, arguments.overwrite, console)


async def _restore(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    return await restore_store(settings.database_url, arguments.file, console)


async def _doctor(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    if settings.log_level != "DEBUG":
        logging.disable()  # what goes wrong is a finding, and said once
    findings = await register_anew(settings) if arguments.register else []
    return tell([*findings, *await examine(settings)], console, as_json=arguments.json)


async def _schema(_: argparse.Namespace, settings: Settings, console: Console) -> int:
    console.print_json(data=schema())
    return 0


async def _playground(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    # Heavy, and for this alone: simulated chats are not loaded where real ones are served. When it is loaded,
    # simcord tries a client that lacks what discord.py warns about.
    with quieted("discord"):
        from bot.playground.opening import open_playground

    if settings.log_level == "INFO":
        logging.getLogger("bot").setLevel(logging.WARNING)  # the page shows what else there is to tell
    store = arguments.store.resolve() if arguments.store else None
    try:
        await open_playground(settings, console, store, arguments.port, arguments.open)
    except OSError as error:
        console.print(f"Cannot listen on port {arguments.port}: {error.strerror}. Take another: --port 0.")
        return TROUBLE
    return 0


async def _chat(_: argparse.Namespace, settings: Settings, console: Console) -> int:
    async with open_desk(settings) as desk:
        if len(desk.catalogue.titles):
            await chat.chat(desk, console)
            return 0
    console.print("There are no reviews yet, so here are samples; nothing of this is kept.\n")
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
