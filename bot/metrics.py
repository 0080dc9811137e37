"""The program's numbers in Prometheus' text form: its vitals, its process, and the store's figures.

Every label is one of few words of our own: a platform, a command, a state. No chat, no person, no title.
"""

import asyncio
import math
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import Any

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Info,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.desk import Desk
from bot.incidents import guarded
from bot.vitals import VERSION
from storage import StoreError, figures
from storage.figures import Figures

CONTENT_TYPE = CONTENT_TYPE_LATEST
FRESH_SECONDS = 3.0
STORE_SECONDS = 2.0
PREFIX = "reviews_bot"

# Numbers by the values of their labels.
Values = Mapping[Any, float]


class LastFigures:
    """The store's figures, read when asked for, at most once in a few seconds however many ask."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._line = asyncio.Lock()
        self._read_at = -math.inf
        self._figures: Figures | None = None

    async def get(self) -> Figures | None:
        """The figures; None where the store does not answer."""
        async with self._line:
            now = asyncio.get_running_loop().time()
            if now - self._read_at > FRESH_SECONDS:
                self._figures, _ = await guarded(self._desk.vitals, "the store's figures", self._read())
                self._read_at = now
            return self._figures

    async def _read(self) -> Figures | None:
        try:
            async with asyncio.timeout(STORE_SECONDS):
                return await self._desk.store.read(figures.now)
        except (StoreError, TimeoutError):
            return None


class Metrics:
    """The page that Prometheus reads, on a registry of its own."""

    def __init__(self, desk: Desk, last: LastFigures) -> None:
        self._last = last
        self._gauges = _Gauges(desk)
        self._registry = CollectorRegistry()
        info = Info(f"{PREFIX}_build", "What runs here.", registry=self._registry)
        info.info({"version": VERSION, "discord_py": version("discord.py"),
                   "python_telegram_bot": version("python-telegram-bot")})  # fmt: skip
        for collector in (desk.vitals.answers, self._gauges):
            self._registry.register(collector)
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)

    async def page(self) -> bytes:
        """All numbers of this moment."""
        self._gauges.figures = await self._last.get()
        return generate_latest(self._registry)


class _Gauges(Collector):
    """What is looked up when it is asked for."""

    def __init__(self, desk: Desk) -> None:
        self.figures: Figures | None = None
        self._desk = desk

    def describe(self) -> Iterator[Metric]:
        """Nothing beforehand: registering asks, and there is nothing to look up yet."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        """Each number with its explanation."""
        yield from self._of_platforms()
        yield from self._of_the_program()
        yield _gauge("store_up", "Whether the store answers.", {(): self.figures is not None})
        writes = not self._desk.vitals.unwritten
        yield _gauge("store_writable", "Whether the store could be written at last.", {(): writes})
        if self.figures is not None:
            yield from _of_the_store(self.figures, self._desk.clock())

    def _of_platforms(self) -> Iterator[Metric]:
        now, pulses = self._desk.clock(), self._desk.vitals.pulses.items()
        by = ("platform",)
        yield _gauge("platform_up", "Whether a platform is connected and heard of.",
                     {(name,): not pulse.trouble(now) for name, pulse in pulses}, by)  # fmt: skip
        yield _gauge("heard_age_seconds", "Since when nothing was heard: heartbeats, polls.",
                     {(name,): pulse.silent_for(now) for name, pulse in pulses}, by)  # fmt: skip
        yield _gauge("heartbeat_latency_seconds", "How long the last heartbeat took.",
                     {(name,): pulse.latency for name, pulse in pulses if not math.isnan(pulse.latency)},
                     by)  # fmt: skip
        yield _gauge("last_update_timestamp_seconds", "When somebody last asked or pressed something.",
                     {(name,): pulse.update_at for name, pulse in pulses}, by)  # fmt: skip
        yield _gauge("last_alert_timestamp_seconds", "When the last alert was sent.",
                     {(name,): pulse.sent_at for name, pulse in pulses}, by)  # fmt: skip
        yield _counter("too_many_requests", "How often a platform asked for patience (429).",
                       {(name,): pulse.too_fast for name, pulse in pulses}, by)  # fmt: skip
        tried = {(name, outcome): count for name, pulse in pulses for outcome, count in pulse.alerts.items()}
        yield _counter("alerts", "Alerts tried, by what came of it.", tried, ("platform", "outcome"))

    def _of_the_program(self) -> Iterator[Metric]:
        vitals = self._desk.vitals
        yield _gauge("start_timestamp_seconds", "Since when it runs.", {(): vitals.began})
        yield _gauge("works", "Films, series and seasons.", {(): len(self._desk.catalogue.titles)})
        yield _counter("incidents", "Unexpected errors, by what failed.",
                       {(what,): count for what, count in vitals.incidents.items()}, ("what",))  # fmt: skip
        yield _gauge("queue_length", "Updates that wait, or are being answered.",
                     {names: length() for names, length in vitals.queues.items()},
                     ("platform", "queue"))  # fmt: skip


def _of_the_store(found: Figures, now: float) -> Iterator[Metric]:
    yield _gauge("reviews", "Published reviews.", {(): found.reviews})
    yield _gauge("votes", "Live votes.", {(): found.votes})
    yield _gauge("subscriptions", "Subscriptions.", {(): found.subscriptions})
    yield _gauge("alerts_owed", "Alerts that are not sent, by state.", found.alerts, ("platform", "state"))
    yield _gauge("alerts_late_seconds", "How long the oldest due alert is late.",
                 {(name,): max(0.0, now - due) for name, due in found.oldest_due.items()},
                 ("platform",))  # fmt: skip
    shut: dict[tuple[str, ...], float] = {}
    for each in found.shut:
        shut[(each.platform,)] = shut.get((each.platform,), 0) + each.places
    yield _gauge("places_shut", "Places that do not let the bot write.", shut, ("platform",))


def _gauge(name: str, explained: str, values: Values, labels: tuple[str, ...] = ()) -> Metric:
    family = GaugeMetricFamily(f"{PREFIX}_{name}", explained, labels=labels)
    for named, value in values.items():
        family.add_metric(named, float(value))
    return family


def _counter(name: str, explained: str, values: Values, labels: tuple[str, ...]) -> Metric:
    family = CounterMetricFamily(f"{PREFIX}_{name}", explained, labels=labels)
    for named, value in values.items():
        family.add_metric(named, float(value))
    return family
