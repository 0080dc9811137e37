"""What is amiss among findings, for tests to compare."""

from collections.abc import Sequence

from bot.findings import Finding


def amiss(findings: Sequence[Finding]) -> list[tuple[str, str, str]]:
    """Level, subject and words of each that is not ok."""
    return [(each.level, each.subject, each.found) for each in findings if each.level != "ok"]


def mend(findings: Sequence[Finding]) -> str:
    """How to mend the one that is not ok."""
    (found,) = [each for each in findings if each.level != "ok"]
    return found.mend
