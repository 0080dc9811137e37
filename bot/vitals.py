"""How the program itself fares: what it hears from each platform, how fast it answers, what goes wrong.

Everything here is a number or a word of our own; nothing that anybody wrote, and nobody's number.
"""

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from prometheus_client import Histogram

VERSION = "0.1.0"
SILENCE_SECONDS = 90.0
_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

Sent = Literal["sent", "later", "gone", "failed"]


@dataclass(slots=True)
class Pulse:
    """One platform as the program hears it. Times are unix time in seconds, 0: never.

    `since` is when it was connected or lost; `why` says, while it is not connected, for which reason.
    `latency` is the last heartbeat's, in seconds, NaN where the platform has no heartbeat.
    """

    since: float
    connected: bool = False
    why: str = "not connected yet"
    heard_at: float = 0.0
    latency: float = math.nan
    update_at: float = 0.0
    too_fast: int = 0
    too_fast_at: float = 0.0
    sent_at: float = 0.0
    alerts: Counter[Sent] = field(default_factory=Counter)

    def silent_for(self, now: float) -> float:
        """Seconds since anything was heard; where nothing ever was, since it was tried."""
        return max(0.0, now - (self.heard_at or self.since))

    def trouble(self, now: float) -> str:
        """What is wrong at that time; empty where nothing is."""
        if not self.connected:
            return self.why
        silent = self.silent_for(now)
        return f"nothing heard for {silent:.0f} s" if silent > SILENCE_SECONDS else ""


class Vitals:
    """What the rooms of the program note about themselves. `began` is unix time in seconds, 0: not yet.

    `unwritten` says why the store's last writer could not write, "" where it could.
    """

    def __init__(self) -> None:
        self.began = 0.0
        self.pulses: dict[str, Pulse] = {}
        self.queues: dict[tuple[str, str], Callable[[], int]] = {}
        self.incidents: Counter[str] = Counter()
        self.last_incident = ""
        self.unwritten = ""
        # Of no registry yet: whoever serves the metrics has one of their own.
        self.answers = Histogram(
            "reviews_bot_answer_seconds",
            "How long it took to work out an answer, by what was asked and whether it failed.",
            ("what", "outcome"),
            registry=None,
            buckets=_BUCKETS,
        )
        self._timers: dict[tuple[str, bool], Histogram] = {}

    def answered(self, what: str, seconds: float, incident: str = "") -> None:
        """Something was worked out, or has failed under an incident's number.

        `what` is one of few: the name of a command or button, never what somebody wrote.
        """
        known = what, bool(incident)
        if known not in self._timers:
            self._timers[known] = self.answers.labels(what, "failed" if incident else "answered")
        self._timers[known].observe(seconds)
        if incident:
            self.incidents[what] += 1
            self.last_incident = incident

    def expect(self, platform: str, now: float) -> Pulse:
        """A platform that is to be served: from now on its absence is trouble."""
        return self.pulses.setdefault(platform, Pulse(now))

    def heard(self, platform: str, now: float) -> None:
        """The platform is connected and has just answered."""
        pulse = self.expect(platform, now)
        if not pulse.connected:
            pulse.connected, pulse.why, pulse.since = True, "", now
        pulse.heard_at = now

    def heartbeat(self, platform: str, now: float, latency: float) -> None:
        """The connection has answered a heartbeat, after `latency` seconds."""
        pulse = self.expect(platform, now)
        pulse.heard_at, pulse.latency = now, latency

    def lost(self, platform: str, now: float, why: str) -> None:
        """The platform is away; `why` is a few words of ours, since libraries' words may hold secrets."""
        pulse = self.expect(platform, now)
        if pulse.connected:
            pulse.since = now
        pulse.connected, pulse.why = False, why

    def update(self, platform: str, now: float) -> None:
        """Somebody there asked or pressed something."""
        self.expect(platform, now).update_at = now

    def too_fast(self, platform: str, now: float) -> None:
        """The platform asked for patience (429)."""
        pulse = self.expect(platform, now)
        pulse.too_fast += 1
        pulse.too_fast_at = now

    def alert(self, platform: str, outcome: Sent, now: float) -> None:
        """An alert was tried there."""
        pulse = self.expect(platform, now)
        pulse.alerts[outcome] += 1
        if outcome == "sent":
            pulse.sent_at = now
