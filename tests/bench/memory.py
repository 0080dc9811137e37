"""Memory of a process that serves both platforms, after about an hour's traffic of a lively community."""

import asyncio
import json
import random
from itertools import count

from bot.actions import Similar, Vote, pack
from storage import WorkId
from tests.bench.chats import Asked, child, inline, message, press, responder, some_work
from tests.bench.figures import Figure, Ground
from tests.bench.library import titles
from tests.bench.stores import subscribe
from tests.bench.telegram import FIRST_CHAT

TOKEN = "3:memory"
BATCH, DISCORD_PEOPLE, SUBSCRIBERS, PEOPLE = 120, 20, 20, 500
MEBI = 2**20


async def resident_memory(ground: Ground) -> list[Figure]:
    """What is resident behind the first half of the traffic, and at the end."""
    path = ground.copy("memory")
    subscribe(path, SUBSCRIBERS, [("all", "all")], platforms=("telegram",))
    traffic = _Traffic(ground.scale.works)
    batches = max(2, ground.scale.requests // (BATCH + 3 * DISCORD_PEOPLE + SUBSCRIBERS))
    found = []
    async with (
        responder() as api,
        child("-m", "tests.bench.resident", api.url, TOKEN, f"sqlite:///{path}") as process,
    ):
        for _ in range(batches):
            await api.round(TOKEN, traffic.batch())
            await _told(process, f"discord {DISCORD_PEOPLE}")
            found.append(await _told(process, "publish 1"))
    warm, end = found[batches // 2], found[-1]
    return [
        Figure(
            "memory, both platforms",
            f"{end / MEBI:.0f} MiB",
            f"{warm / MEBI:.0f} MiB warm",
            f"{end / warm:.2f}x",
            "under 150 MiB, at most 1.05x",
            end < 150 * MEBI and end / warm <= 1.05,
        )
    ]


class _Traffic:
    """What people on Telegram do, in batches that are all alike and never the same."""

    def __init__(self, works: int) -> None:
        self._dice = random.Random(10)
        self._named = titles(works)
        self._works = works
        self._chats = (FIRST_CHAT + number % PEOPLE for number in count())
        self._numbers = count(1)

    def batch(self) -> list[Asked]:
        """Questions in private chats, presses and inline queries."""
        part = BATCH // 6
        texts = [f"/review {self._title()}" for _ in range(2 * part)]
        texts += [self._title()[1:] for _ in range(part // 2)]
        texts += [f"/recommend {self._title()}" for _ in range(part // 2)]
        texts += ["/recommend", "/top", "/latest", "/random", "/help"]
        people = zip(self._chats, texts, strict=False)
        asked = [(str(chat), {"message": message(chat, text)}) for chat, text in people]
        asked += [self._press() for _ in range(2 * part)]
        asked += [inline(next(self._numbers), next(self._chats), self._title()[:4]) for _ in range(part)]
        return asked

    def _title(self) -> str:
        return self._dice.choice(self._named)

    def _press(self) -> Asked:
        work = WorkId(some_work(self._dice, self._works))
        action = Vote(work, self._dice.randint(1, 10)) if self._dice.random() < 0.9 else Similar(work)
        return press(next(self._numbers), next(self._chats), pack(action))


async def _told(process: asyncio.subprocess.Process, line: str) -> int:
    if process.stdin is None or process.stdout is None:
        raise AssertionError("a child without pipes")
    process.stdin.write(f"{line}\n".encode())
    async with asyncio.timeout(60):
        answer = await process.stdout.readline()
    if not answer:
        raise AssertionError("the process under measure died")
    return int(json.loads(answer))
