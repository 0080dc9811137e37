"""A stage for each test, on both platforms, and the account of everything that was sent."""

import asyncio
import logging
import shutil
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import certifi
import pytest
from rich.console import Console

from bot.catalogue import open_catalogue
from bot.commands import Desk
from bot.importing import import_files
from bot.platforms.discord.client import ReviewClient
from bot.platforms.discord.outlet import DiscordOutlet
from bot.samples import sample_path
from storage import open_store
from tests.journeys.discord_stage import DiscordStage, discord_stage
from tests.journeys.stage import Stage
from tests.journeys.telegram_stage import TelegramStage, telegram_stage


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with all sample reviews, to be copied."""
    path = tmp_path_factory.mktemp("samples") / "reviews.db"
    asyncio.run(_fill(path))
    return path


async def _fill(path: Path) -> None:
    async with _open(path) as desk:
        assert await import_files(desk, [sample_path()], Console(quiet=True)) == 0


@asynccontextmanager
async def _open(path: Path) -> AsyncIterator[Desk]:
    store = await open_store(f"sqlite:///{path}")
    try:
        yield Desk(store, await open_catalogue(store), "The Late Row")
    finally:
        await store.close()


@pytest.fixture(scope="session")
def one_certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle of one certificate: loading all of them would be most of a test's time."""
    bundle = Path(certifi.where()).read_text("utf-8")
    end = "-----END CERTIFICATE-----"
    path = tmp_path_factory.mktemp("tls") / "one.pem"
    path.write_text(bundle.partition(end)[0] + end + "\n", "utf-8")
    ssl.create_default_context(cafile=str(path))
    return path


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, one_certificate: Path) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(one_certificate))
    # The library warns about numbers of seconds, and warnings are errors here.
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
async def desk(samples: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """The desk of a store with the samples."""
    path = tmp_path / "reviews.db"
    shutil.copy(samples, path)
    async with _open(path) as desk:
        yield desk


@pytest.fixture(params=["discord", "telegram"])
async def stage(
    request: pytest.FixtureRequest, desk: Desk, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[Stage]:
    """The community, on each platform in turn."""
    opened = discord_stage(desk) if request.param == "discord" else telegram_stage(desk)
    async with opened as stage:
        yield stage
    hold_to_account(stage, caplog)


@pytest.fixture
async def on_discord(desk: Desk, caplog: pytest.LogCaptureFixture) -> AsyncIterator[DiscordStage]:
    """The community, for what only Discord has."""
    async with discord_stage(desk) as stage:
        yield stage
    hold_to_account(stage, caplog)


@pytest.fixture
async def on_telegram(desk: Desk, caplog: pytest.LogCaptureFixture) -> AsyncIterator[TelegramStage]:
    """The community, for what only Telegram has."""
    async with telegram_stage(desk) as stage:
        yield stage
    hold_to_account(stage, caplog)


@asynccontextmanager
async def on_discord_with_mia(desk: Desk) -> AsyncIterator[Stage]:
    """The server's bot starts again once mia has a number, which its settings name."""
    async with discord_stage(desk) as stage:
        stage.desk = replace(desk, editors=frozenset({stage.mia.account}))
        client = ReviewClient(stage.desk)
        await stage.env.restart_bot(client)
        stage.outlet = DiscordOutlet(client)
        yield stage


@asynccontextmanager
async def on_telegram_with_mia(desk: Desk) -> AsyncIterator[Stage]:
    """The stand-in gives numbers in the same order each time."""
    async with telegram_stage(desk) as rehearsal:
        mia = rehearsal.mia.account
    async with telegram_stage(replace(desk, editors=frozenset({mia}))) as stage:
        assert stage.mia.account == mia
        yield stage


@pytest.fixture(params=[on_discord_with_mia, on_telegram_with_mia], ids=["discord", "telegram"])
async def staffed(
    request: pytest.FixtureRequest, desk: Desk, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[Stage]:
    """The community with mia as an editor, on each platform in turn."""
    async with request.param(desk) as stage:
        yield stage
    hold_to_account(stage, caplog)


def hold_to_account(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    said = [*stage.complaints(), *_warnings(caplog)]
    assert [one for one in said if not any(part in one for part in stage.expected)] == []


def _warnings(caplog: pytest.LogCaptureFixture) -> Iterator[str]:
    for when in ("setup", "call"):
        for record in caplog.get_records(when):
            if record.levelno >= logging.WARNING:
                yield f"logged: {record.getMessage()}"
