"""Shows findings: a line each with a mark that reads without colour, or as JSON."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

from rich.console import Console
from rich.text import Text

from bot.findings import Finding, Level, well
from bot.rules.wording import plural, printable

WELL, AMISS = 0, 1
_MARKS: dict[Level, tuple[str, str]] = {
    "ok": ("ok", "green"),
    "warning": ("warning", "yellow"),
    "trouble": ("TROUBLE", "bold red"),
}
_WIDTH = 9


def tell(findings: Sequence[Finding], console: Console, *, as_json: bool) -> int:
    """Print the findings; returns the exit status: 0 where nothing is in trouble, 1 otherwise."""
    if as_json:
        body = {"well": well(findings), "findings": [asdict(finding) for finding in findings]}
        console.print_json(data=body, ensure_ascii=False)
    else:
        for finding in findings:
            _show(finding, console)
        console.print(_counts(findings), soft_wrap=True)
    return WELL if well(findings) else AMISS


def _show(finding: Finding, console: Console) -> None:
    mark, colour = _MARKS[finding.level]
    line = Text(mark.ljust(_WIDTH), colour).append(f"{_one_line(finding.subject)}: ", "bold")
    # Wrapped by the terminal alone, so that addresses can be copied.
    console.print(line.append(_one_line(finding.found), "not bold"), soft_wrap=True)
    if finding.mend:
        console.print(Text(f"{' ' * _WIDTH}→ {_one_line(finding.mend)}"), soft_wrap=True)


def _counts(findings: Sequence[Finding]) -> Text:
    counts = Counter(finding.level for finding in findings)
    found = f"\n{counts['ok']} ok, {plural(counts['warning'], 'warning')}, {counts['trouble']} in trouble. "
    verdict = "All is well." if well(findings) else "Something needs mending."
    return Text(found + verdict, "green" if well(findings) else "red")


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())
