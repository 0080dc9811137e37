"""The image's folders and commands at work without Docker: copied, started, asked how it is, stopped.

Packages come from the test's own environment; `/app` and `/data` stand below a temporary folder.
"""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from bot.standins.telegram import TelegramWorld, telegram_world
from tests.deploy.image import ROOT, Image
from tests.survival.processes import PATIENCE, Running
from tests.survival.worlds import readers, telegram_settings, until
from tests.test_env_example import shown


class Container:
    """The image with settings of its own, as a container is; `port` is where it tells how it is."""

    def __init__(self, root: Path, port: int) -> None:
        self.root = root
        self.port = port
        self._image = Image()
        self._image.build(ROOT, root)

    @asynccontextmanager
    async def run(self, name: str, **settings: str) -> AsyncIterator[Running]:
        """CMD or HEALTHCHECK as it stands, with nothing in its environment but the image's and settings."""
        program, *arguments = self._image.command(name)
        where = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
        environment = where | self._image.environment(self.root) | settings | {"HEALTH_PORT": str(self.port)}
        process = await asyncio.create_subprocess_exec(
            program,
            *(each.replace("/app", f"{self.root}/app", 1) for each in arguments),
            cwd=self.root / self._image.all("WORKDIR")[-1].lstrip("/"),
            env=environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        running = Running(process)
        try:
            yield running
        finally:
            if process.returncode is None:
                process.kill()
            await running.ended()

    async def health(self) -> tuple[int, str]:
        """The health check's exit status and words."""
        async with self.run("HEALTHCHECK") as check:
            return await check.ended(), check.log

    async def becomes(self, status: int, word: str) -> None:
        """Wait until the health check ends so and says this; what it said last where it does not in time."""
        said: tuple[int, str] = (-1, "")

        async def reached() -> bool:
            nonlocal said
            said = await self.health()
            return said[0] == status and word in said[1]

        try:
            await until(reached, 30)
        except TimeoutError:
            pytest.fail(f"the health check ended with {said[0]}: {said[1]}")

    def files(self) -> set[str]:
        """All its files outside of the volume."""
        below = (file.relative_to(self.root) for file in self.root.rglob("*") if file.is_file())
        return {str(file) for file in below if file.parts[0] != "data"}


@pytest.fixture
def container(tmp_path: Path) -> Container:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return Container(tmp_path, port)


def port_of(world: TelegramWorld) -> int:
    return int(world.base_url.split(":")[2].split("/")[0])


async def test_it_is_healthy_while_it_serves_and_sick_while_telegram_is_away(container: Container) -> None:
    async with AsyncExitStack() as stack:
        assert (await container.health())[0] == 1
        async with telegram_world() as world:
            port, settings = port_of(world), telegram_settings(world)
            bot = await stack.enter_async_context(container.run("CMD", **settings))
            await container.becomes(0, '"well": true')
        await container.becomes(1, "telegram")
        async with telegram_world(port=port, timeout=PATIENCE) as world:
            await container.becomes(0, '"well": true')
            (ann,) = readers(world, "Ann")
            assert "/review" in (await ann.say(world.private(ann), "/help")).text
            assert world.token not in bot.log
            assert await bot.stop() == 0
    status, said = await container.health()
    assert (status, "the bot does not answer" in said) == (1, True), said


async def test_it_is_sick_when_it_is_killed(container: Container) -> None:
    async with telegram_world() as world, container.run("CMD", **telegram_settings(world)) as bot:
        await container.becomes(0, '"well": true')
        await bot.kill()
        assert (await container.health())[0] == 1


async def test_it_writes_to_the_volume_alone(container: Container) -> None:
    before = container.files()
    async with telegram_world() as world, container.run("CMD", **telegram_settings(world)) as bot:
        await bot.says("serving Telegram")
        assert await bot.stop() == 0
    assert container.files() == before
    assert [file.name for file in (container.root / "data").iterdir()] == ["reviews.db"]


async def test_settings_copied_from_the_example_lead_to_the_volume_too(container: Container) -> None:
    before = container.files()
    async with telegram_world() as world, container.run("CMD", **shown() | telegram_settings(world)) as bot:
        await bot.says("serving Telegram")
        assert await bot.stop() == 0
    assert container.files() == before
    assert (container.root / "data" / "reviews.db").exists()


async def test_a_refused_token_ends_it_with_the_status_that_asks_for_no_restart(container: Container) -> None:
    async with telegram_world() as world:
        settings = telegram_settings(world) | {"TELEGRAM_TOKEN": "123456:not-the-token"}
        async with container.run("CMD", **settings) as bot:
            assert await bot.ended() == 2
