"""The responder and the bots as child processes, and the updates that people cause."""

import asyncio
import json
import os
import random
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from tests.bench.library import FIRST_WORK

ROOT = Path(__file__).resolve().parents[2]
Json = dict[str, Any]
Asked = tuple[str, Json]


class Api:
    """The responder, as the bench speaks with it."""

    def __init__(self, session: ClientSession, url: str) -> None:
        self._session = session
        self.url = url

    async def round(self, token: str, asked: Sequence[Asked]) -> float:
        """Let the bot answer all these; how many seconds it took."""
        return float((await self._call(token, "round", asked))["seconds"])

    async def polled(self, token: str) -> None:
        """Wait until the bot asks for updates."""
        await self._call(token, "polled")

    async def last(self, token: str) -> Json:
        """What the bot sent last."""
        return await self._call(token, "last")

    async def _call(self, token: str, what: str, body: Any = None) -> Json:
        async with (
            asyncio.timeout(120),
            self._session.post(f"{self.url}/bench/{token}/{what}", json=body) as answer,
        ):
            return dict(await answer.json())


@asynccontextmanager
async def responder() -> AsyncIterator[Api]:
    """A responder for the block."""
    async with child("-m", "tests.bench.responder") as process, ClientSession() as session:
        assert process.stdout is not None
        yield Api(session, (await process.stdout.readline()).decode().strip())


@asynccontextmanager
async def child(*arguments: str, **settings: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """A Python of our own with these settings, ended with the block. It may not outlive a round."""
    clean = dict.fromkeys(("DISCORD_TOKEN", "TELEGRAM_TOKEN", "EDITORS", "SITE_NAME"), "")
    clean["LOG_LEVEL"] = "WARNING"
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        cwd=ROOT,
        env={**os.environ, **clean, **settings},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def messages(texts: Sequence[str], first_chat: int) -> list[Asked]:
    """Each text from a private chat of its own."""
    return [(str(chat), {"message": message(chat, text)}) for chat, text in enumerate(texts, first_chat)]


def message(chat: int, text: str) -> Json:
    """Somebody's message; a leading command is marked as one."""
    person = {"id": chat, "is_bot": False, "first_name": "Reader", "language_code": "en"}
    found: Json = {
        "message_id": 1,
        "date": 1_760_000_000,
        "chat": {"id": chat, "type": "private", "first_name": "Reader"},
        "from": person,
        "text": text,
    }
    if text.startswith("/"):
        command = text.split(" ", 1)[0]
        found["entities"] = [{"type": "bot_command", "offset": 0, "length": len(command)}]
    return found


def press(number: int, chat: int, button: str) -> Asked:
    """Somebody presses a button under the bot's message."""
    person = {"id": chat, "is_bot": False, "first_name": "Reader"}
    query = {"id": f"q{number}", "from": person, "chat_instance": "1", "data": button,
             "message": message(chat, "A card")}  # fmt: skip
    return f"q{number}", {"callback_query": query}


def inline(number: int, chat: int, typed: str) -> Asked:
    """Somebody types behind the bot's name."""
    person = {"id": chat, "is_bot": False, "first_name": "Reader"}
    return f"i{number}", {"inline_query": {"id": f"i{number}", "from": person, "query": typed, "offset": ""}}


def some_reviews(dice: random.Random, named: Sequence[str], how_many: int) -> list[str]:
    """Questions for the cards of random works."""
    return [f"/review {dice.choice(named)}" for _ in range(how_many)]


def some_work(dice: random.Random, works: int) -> int:
    """The number of a random work."""
    return FIRST_WORK + dice.randrange(works)


def card_file(folder: Path, sent: Json) -> Path:
    """What a bot sent, written down for the bare bot."""
    path = folder / "card.json"
    path.write_text(json.dumps(sent), "utf-8")
    return path
