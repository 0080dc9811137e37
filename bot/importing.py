"""`python -m bot import`: files of reviews into the store, with progress and a report."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from bot.desk import Desk
from bot.feeds.faults import Fault
from bot.feeds.files import Found, find_files, read_file
from bot.feeds.importer import take_in
from bot.rules.identifying import AmbiguousWork
from storage import Status

OUTCOMES = ("new", "changed", "unchanged", "refused")
SHOWN = 20


async def import_files(
    desk: Desk, paths: Iterable[Path], console: Console, draft: bool = False, dry_run: bool = False
) -> int:
    """Import and report; returns how many reviews were refused. A refused one never stops the others."""
    files = find_files(paths)
    counts: Counter[str] = Counter()
    alerts = 0
    faults: list[Fault] = []
    status: Status = "draft" if draft else "published"
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("reading", total=len(files))
        for file in files:
            for found in read_file(file, desk.catalogue.titles.known):
                outcome = await _take(desk, found, str(file), status, dry_run)
                if isinstance(outcome, Fault):
                    faults.append(outcome)
                    counts["refused"] += 1
                else:
                    counts[outcome[0]] += 1
                    alerts += outcome[1]
                progress.update(task, description=f"{counts.total():,} reviews")
            progress.advance(task)
    await desk.catalogue.refresh()
    _report(console, counts, alerts, faults, dry_run)
    return counts["refused"]


async def _take(
    desk: Desk, found: Found | Fault, file: str, status: Status, dry_run: bool
) -> tuple[str, int] | Fault:
    if isinstance(found, Fault):
        return found
    try:
        done = await take_in(desk.store, found.draft, found.source, desk.now(), status, dry_run)
    except AmbiguousWork as error:
        return Fault(file, found.draft.line, "work", str(error))
    return done.outcome, done.alerts


def _report(console: Console, counts: Counter[str], alerts: int, faults: list[Fault], dry_run: bool) -> None:
    for fault in faults[:SHOWN]:
        console.print(str(fault), style="red", markup=False, soft_wrap=True)
    if len(faults) > SHOWN:
        console.print(f"… and {len(faults) - SHOWN} more", style="red")
    told = " · ".join(f"{counts[outcome]:,} {outcome}" for outcome in OUTCOMES)
    owed = f" · {alerts:,} alerts to send" if alerts else ""
    console.print(f"{told}{owed}{' (dry run: nothing was written)' if dry_run else ''}", markup=False)
