"""Communities in which the program is killed, stopped and cut off: Telegram, a store, people and reviews."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from bot.feeds.importer import take_in
from bot.rules.drafts import Draft
from bot.standins.telegram import Actor, Chat, TelegramWorld
from storage import Place, Store, open_store, subscriptions
from storage.engine import Unit
from tests.survival.processes import PATIENCE, Running, running, store_in


def telegram_bot(
    folder: Path, world: TelegramWorld, *arguments: str, **settings: str
) -> AbstractAsyncContextManager[Running]:
    """The program with the folder's store and this world's Telegram, which it serves without arguments."""
    return running(folder, "-m", "bot", *arguments, **telegram_settings(world) | settings)


def telegram_settings(world: TelegramWorld) -> dict[str, str]:
    """The settings that lead to this world's Telegram."""
    return {"TELEGRAM_TOKEN": world.token, "TELEGRAM_API_URL": world.base_url.removesuffix("/bot")}


@asynccontextmanager
async def store_of(folder: Path) -> AsyncIterator[Store]:
    """The folder's store, used by the test's process while others may use it too."""
    store = await open_store(store_in(folder)["DATABASE_URL"])
    try:
        yield store
    finally:
        await store.close()


async def publish(store: Store, *titles: str) -> None:
    """Publish a review of each film, as an import does."""
    for title in titles:
        draft = Draft(
            title=title, kind="film", year=2020, summary=f"{title} is a film.", published_at=int(time.time())
        )
        await take_in(store, draft, f"test:{title}", int(time.time()))


async def follow(store: Store, *places: Place) -> None:
    """Subscribe places to every new review."""
    for place in places:
        ids = (store.ids(), store.ids())
        await store.write(subscriptions.add, place, "all", "all", "every new review", ids, int(time.time()))


def readers(world: TelegramWorld, *names: str) -> list[Actor]:
    """People who have opened their private chat with the bot before."""
    people = [world.user(name) for name in names]
    for person in people:
        world.private(person).started = True
    return people


def private(person: Actor) -> Place:
    """A person's private chat."""
    return Place("telegram", person.id)


def group_place(chat: Chat, thread: int = 0) -> Place:
    """A group, or a topic of it."""
    return Place("telegram", chat.id, thread, "group")


async def until(reached: Callable[[], Awaitable[bool]], seconds: float = PATIENCE) -> None:
    """Ask again and again until the answer is yes; TimeoutError where it is not in time."""
    async with asyncio.timeout(seconds):
        while True:
            if await reached():
                return
            await asyncio.sleep(0.01)


async def in_state(store: Store, state: str, count: int) -> None:
    """Wait until so many deliveries are in a state."""

    async def reached() -> bool:
        return (await store.read(states)).get(state, 0) >= count

    await until(reached)


def files_in(folder: Path) -> list[str]:
    """What stands in a folder."""
    return [file.name for file in folder.iterdir()]


def alerts_in(chat: Chat, title: str = "") -> list[str]:
    """What the bot wrote in a chat, as first lines; only what names the title."""
    return [m.text.splitlines()[0] for m in chat.messages if m.sender.is_bot and title in m.text]


def states() -> Unit[dict[str, int]]:
    """How many deliveries are in each state."""
    rows = yield "SELECT state, COUNT(*) FROM deliveries GROUP BY state", ()
    return dict(rows)


def waiting_updates() -> Unit[int]:
    """How many updates are written down as not answered."""
    rows = yield "SELECT COUNT(*) FROM inbox", ()
    return int(rows[0][0])
