"""/status: how the bot itself is, for the community's editors."""

import time
from collections.abc import Iterator

from bot.commands.command import Command, Desk
from bot.commands.editors import for_editors, is_editor
from bot.replies import Code, Heading, Line, Note, Paragraph, Points, Reply, Span
from bot.requests import Request
from bot.rules.wording import capitalised, listed, plural
from bot.vitals import VERSION, Pulse, Vitals
from storage import figures
from storage.figures import Figures, Shut

STATES = {"due": "to be sent", "held": "held back", "failed": "failed", "cancelled": "cancelled"}
MISSING_RIGHTS = ("right", "permission", "access")


async def status(desk: Desk, request: Request, words: str) -> Reply:
    """Since when it runs, each platform's state, what waits, and what went wrong."""
    if not is_editor(desk, request):
        return for_editors(request)
    found = await desk.store.read(figures.now)
    vitals, now = desk.vitals, desk.clock()
    return Reply(
        (
            Heading("How I am"),
            Paragraph(f"Version {VERSION}, up for {span(now - vitals.began)} ({_moment(vitals.began)})."),
            Points(tuple(_platforms(vitals, now)) or ("No platform is being served.",)),
            Points(tuple(_alerts(vitals, found, now))),
            Points((_incidents(vitals), _patience(vitals, now))),
            Note(f"{plural(found.reviews, 'review')}, {plural(found.votes, 'vote')}, "
                 f"{plural(found.subscriptions, 'subscription')}."),
        ),
        private=True,
    )  # fmt: skip


def _platforms(vitals: Vitals, now: float) -> Iterator[Span]:
    for name, pulse in vitals.pulses.items():
        if trouble := pulse.trouble(now):
            yield f"🔴 {capitalised(name)}: {trouble}, for {span(now - pulse.since)}"
        else:
            heard = f"connected for {span(now - pulse.since)}, heard {_ago(pulse.heard_at, now)}"
            yield f"🟢 {capitalised(name)}: {heard}"


def _alerts(vitals: Vitals, found: Figures, now: float) -> Iterator[Span]:
    last = max((pulse.sent_at for pulse in vitals.pulses.values()), default=0.0)
    yield f"Last alert: {_ago(last, now)}" if last else "No alert was sent since I started."
    waiting = [
        f"{sum(count for (_, each), count in found.alerts.items() if each == state):,} {named}"
        for state, named in STATES.items()
    ]
    yield f"Alerts: {listed(waiting)}"
    yield from shut_out(found.shut)


def shut_out(shut: tuple[Shut, ...]) -> Iterator[str]:
    """The places that do not let us write, counted by platform and reason."""
    counts: dict[tuple[str, str], int] = {}
    for each in shut:
        said = each.why.casefold()
        rights = any(word in said for word in MISSING_RIGHTS)
        why = "I lack the right to write" if rights else "I was blocked or removed"
        counts[each.platform, why] = counts.get((each.platform, why), 0) + each.places
    for (platform, why), count in sorted(counts.items()):
        gets = "gets" if count == 1 else "get"
        yield f"{plural(count, 'chat')} on {capitalised(platform)} {gets} no alerts: {why}"


def _incidents(vitals: Vitals) -> Span:
    total = vitals.incidents.total()
    if not total:
        return "No incident since I started."
    return Line((f"{plural(total, 'incident')} since I started, the last was ", Code(vitals.last_incident)))


def _patience(vitals: Vitals, now: float) -> str:
    asked = [(pulse.too_fast_at, name, pulse) for name, pulse in vitals.pulses.items() if pulse.too_fast]
    if not asked:
        return "No platform asked for patience (429)."
    return "; ".join(_asked(name, pulse, now) for _, name, pulse in sorted(asked, reverse=True))


def _asked(name: str, pulse: Pulse, now: float) -> str:
    times = plural(pulse.too_fast, "time")
    return f"{capitalised(name)} asked for patience (429) {times}, last {_ago(pulse.too_fast_at, now)}"


def span(seconds: float) -> str:
    """A length of time in its two largest units: "3 h 12 min"."""
    left = max(0, int(seconds))
    parts: list[str] = []
    for unit, size in (("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1)):
        count, left = divmod(left, size)
        if count or parts:
            parts.append(f"{count} {unit}")
    return " ".join(part for part in parts[:2] if part[0] != "0") or "0 s"


def _ago(moment: float, now: float) -> str:
    return f"{span(now - moment)} ago"


def _moment(moment: float) -> str:
    return time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(moment))


COMMAND = Command("status", "How I am, for this community's editors", status)
