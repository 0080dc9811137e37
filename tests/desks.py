"""A desk over a store of its own, for tests of the rooms between the store and the platforms."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.config import Settings
from bot.desk import Desk
from bot.feeds.importer import source_of, take_in
from bot.requests import Request
from bot.rules.drafts import Draft
from bot.serving import open_desk
from storage import Account, Place, Store

NOW = 1_760_000_000


@asynccontextmanager
async def desk_in(folder: Path) -> AsyncIterator[Desk]:
    """A desk over the store in this folder; several may be open at once."""
    settings = Settings(_env_file=None, database_url=f"sqlite:///{folder / 'reviews.db'}")  # type: ignore[call-arg]
    async with open_desk(settings) as desk:
        yield desk


async def bring(store: Store, *drafts: Draft) -> None:
    """Import these reviews."""
    for draft in drafts:
        await take_in(store, draft, source_of(draft), NOW)


def request(**said: Any) -> Request:
    """Somebody's question in a private chat."""
    return replace(Request(Account("terminal", 1), Place("terminal", 1), NOW), **said)
