"""A served world, a connected bot and a person who has met it."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from bot.standins.telegram import Actor, TelegramWorld, telegram_world
from tests.standins.lines import connected


@pytest.fixture(autouse=True)
def _times_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library warns about numbers of seconds, and warnings are errors here."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
async def world() -> AsyncIterator[TelegramWorld]:
    async with telegram_world() as world:
        yield world


@pytest.fixture
async def bot(world: TelegramWorld) -> AsyncIterator[Bot]:
    async with connected(world) as bot:
        yield bot


@pytest.fixture
def ann(world: TelegramWorld) -> Actor:
    """A person who has opened the private chat."""
    ann = world.user("Ann")
    ann.write(world.private(ann), "/start")
    return ann
