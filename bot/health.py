"""How the bot is, over HTTP: /healthz (does it live), /readyz (can it answer), /metrics (in numbers)."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from aiohttp import web

from bot.config import BadSettings
from bot.desk import Desk
from bot.metrics import CONTENT_TYPE, LastFigures, Metrics
from bot.vitals import SILENCE_SECONDS

log = logging.getLogger(__name__)

LOOK_SECONDS = 1.0
LATE_SECONDS = 5.0
STOP_SECONDS = 0.5


class Nurse:
    """Looks at the program every second: does the loop run on time, is a platform silent for long.

    `clock` is monotonic, in seconds.
    """

    def __init__(self, desk: Desk, clock: Callable[[], float] = time.monotonic) -> None:
        self._desk = desk
        self._clock = clock
        self._looked_at = clock()
        self._late = 0.0
        self._silent: dict[str, float] = {}

    async def watch(self) -> None:
        """Look for ever."""
        while True:
            self.look()
            await asyncio.sleep(LOOK_SECONDS)

    def look(self) -> None:
        """Look once. Long silence of a platform is told once, and once more when it is over."""
        self._late, self._looked_at = self._behind(), self._clock()
        now = self._desk.clock()
        for platform, pulse in self._desk.vitals.pulses.items():
            name, silent = platform.capitalize(), pulse.silent_for(now)
            if silent > SILENCE_SECONDS and platform not in self._silent:
                self._silent[platform] = now - silent
                log.warning("%s has not been heard for %.0f s: %s", name, silent, pulse.trouble(now))
            elif silent <= SILENCE_SECONDS and platform in self._silent:
                log.info("%s is heard again after %.0f s", name, now - self._silent.pop(platform))

    def sick(self) -> list[str]:
        """What keeps the program from working at all; empty where nothing does."""
        late = max(self._late, self._behind())
        return [f"the loop was held up for {late:.0f} s"] if late > LATE_SECONDS else []

    def not_ready(self, store_answers: bool) -> list[str]:
        """What keeps the program from answering people; empty where nothing does."""
        now = self._desk.clock()
        told = [] if store_answers else ["the store does not answer"]
        if unwritten := self._desk.vitals.unwritten:
            told.append(f"the store cannot be written ({unwritten})")
        for name, pulse in self._desk.vitals.pulses.items():
            if trouble := pulse.trouble(now):
                told.append(f"{name}: {trouble}")
        return [*self.sick(), *told]

    def _behind(self) -> float:
        return max(0.0, self._clock() - self._looked_at - LOOK_SECONDS)


class Ward:
    """Answers who asks how the program is."""

    def __init__(self, desk: Desk, nurse: Nurse) -> None:
        self._nurse = nurse
        self._figures = LastFigures(desk)
        self._metrics = Metrics(desk, self._figures)

    def application(self) -> web.Application:
        """The three pages."""
        application = web.Application()
        application.router.add_get("/healthz", self._alive)
        application.router.add_get("/readyz", self._ready)
        application.router.add_get("/metrics", self._numbers)
        return application

    async def _alive(self, _: web.Request) -> web.Response:
        return _verdict(self._nurse.sick())

    async def _ready(self, _: web.Request) -> web.Response:
        return _verdict(self._nurse.not_ready(await self._figures.get() is not None))

    async def _numbers(self, _: web.Request) -> web.Response:
        return web.Response(body=await self._metrics.page(), headers={"Content-Type": CONTENT_TYPE})


def _verdict(sick: Sequence[str]) -> web.Response:
    return web.json_response({"well": not sick, "sick": list(sick)}, status=503 if sick else 200)


@asynccontextmanager
async def told_at(host: str, port: int, desk: Desk, nurse: Nurse) -> AsyncIterator[None]:
    """Serve the pages while the block lasts; nowhere with port 0. Raises BadSettings."""
    if not port:
        yield
        return
    runner = web.AppRunner(Ward(desk, nurse).application(), access_log=None, shutdown_timeout=STOP_SECONDS)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            why = (
                f"nothing can be served on {host}:{port} ({error.strerror}); name a free port, or 0 for none"
            )
            raise BadSettings([("HEALTH_PORT", why)]) from None
        log.info("telling how I am at http://%s:%d/healthz, /readyz and /metrics", host, port)
        yield
    finally:
        await runner.cleanup()
