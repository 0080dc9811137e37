"""What a check-up finds: typed values, the same for the command line and for the chat."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Literal

Level = Literal["ok", "warning", "trouble"]

CLOCK_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what was found, and where there is something to mend, how."""

    level: Level
    subject: str
    found: str
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a platform sees around a chat: the chat itself first, then others near it that have alerts.

    `writes` tells whether the bot may write in the chat. `invitation` is the address under which the bot is
    added with the rights that it needs, "" where that helps nobody here.
    """

    findings: tuple[Finding, ...]
    writes: bool
    invitation: str = ""


def ok(subject: str, found: str) -> Finding:
    """All is as it should be."""
    return Finding("ok", subject, found)


def warning(subject: str, found: str, mend: str) -> Finding:
    """The bot runs, but something is missing or will be."""
    return Finding("warning", subject, found, mend)


def trouble(subject: str, found: str, mend: str) -> Finding:
    """Something does not work until it is mended."""
    return Finding("trouble", subject, found, mend)


def well(findings: Iterable[Finding]) -> bool:
    """Whether there is no trouble; warnings are allowed."""
    return all(finding.level != "trouble" for finding in findings)


def judge_clock(platform: str, date: str, now: float) -> list[Finding]:
    """This machine's clock held against the Date of an HTTP answer ("": there was none)."""
    try:
        theirs = parsedate_to_datetime(date)
    except ValueError:
        return []
    ahead = now - theirs.replace(tzinfo=theirs.tzinfo or UTC).timestamp()
    if abs(ahead) <= CLOCK_SECONDS:
        return [ok(f"{platform} clock", "this machine's clock agrees")]
    way = "ahead" if ahead > 0 else "behind"
    found = f"this machine's clock is {abs(ahead):.0f} s {way} of theirs"
    mend = "Let the machine set its clock by itself (timedatectl set-ntp true)."
    return [warning(f"{platform} clock", found, mend)]
