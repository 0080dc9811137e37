"""A running program's health pages, asked over HTTP."""

import json
import socket
from collections.abc import Mapping
from typing import Any

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

from tests.survival.worlds import until

HOST = "127.0.0.1"
Labels = frozenset[tuple[str, str]]


class Pages:
    """The pages of a program that was started with `settings`."""

    def __init__(self) -> None:
        with socket.create_server((HOST, 0)) as reserved:
            self._port = reserved.getsockname()[1]

    @property
    def settings(self) -> dict[str, str]:
        return {"HEALTH_PORT": str(self._port)}

    async def get(self, path: str) -> tuple[int, str]:
        """Status and body of a page; 0 where nothing answers."""
        patience = aiohttp.ClientTimeout(total=5)
        try:
            async with (
                aiohttp.ClientSession(timeout=patience) as session,
                session.get(f"http://{HOST}:{self._port}{path}") as answer,
            ):
                return answer.status, await answer.text()
        except (TimeoutError, aiohttp.ClientError):
            return 0, ""

    async def sick(self, path: str) -> list[str]:
        """What a page says is wrong, in an answer whose status fits."""
        status, body = await self.get(path)
        verdict: Mapping[str, Any] = json.loads(body)
        assert (status == 200) == verdict["well"] == (not verdict["sick"])
        assert status in (200, 503)
        return list(verdict["sick"])

    async def ready(self) -> None:
        """Wait until the program says that it is ready."""
        await until(lambda: self._answers("/readyz", 200))

    async def unready(self) -> None:
        """Wait until the program says that it is not."""
        await until(lambda: self._answers("/readyz", 503))

    async def numbers(self) -> dict[tuple[str, Labels], float]:
        """Every metric of ours by its name, without the common beginning, and its labels."""
        _, text = await self.get("/metrics")
        return {
            (sample.name.removeprefix("reviews_bot_"), frozenset(sample.labels.items())): sample.value
            for family in text_string_to_metric_families(text)
            for sample in family.samples
        }

    async def _answers(self, path: str, status: int) -> bool:
        return (await self.get(path))[0] == status


def labels(**named: str) -> Labels:
    """The labels of a metric."""
    return frozenset(named.items())
