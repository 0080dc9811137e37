"""Hears when a platform answers a check-up: by its clock, and by ours."""

from collections.abc import Callable

import aiohttp


class Ear:
    """Notes the Date of each HTTP answer and when it came. `clock` tells unix time in seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.date = ""
        self.at = 0.0
        self._clock = clock

    def trace(self) -> aiohttp.TraceConfig:
        """What tells this ear of answers."""
        config = aiohttp.TraceConfig()
        config.on_request_end.append(self.heard)
        return config

    async def heard(self, _: object, __: object, answer: aiohttp.TraceRequestEndParams) -> None:
        """An answer has come."""
        self.date, self.at = answer.response.headers.get("Date", ""), self._clock()
