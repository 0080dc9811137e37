"""Reviews into the store: `python -m bot import`, with progress and a report."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.progress import Progress

from bot.desk import Desk
from bot.feeds.arriving import arriving
from bot.feeds.assistant import Assist, unassisted
from bot.feeds.contents import Found
from bot.feeds.faults import Fault, Skipped
from bot.feeds.fetching import Fetcher
from bot.feeds.files import find_files, read_file
from bot.feeds.importer import take_in
from bot.feeds.online import is_address, read_address
from bot.feeds.sandbox import IN_THREADS, Read
from bot.rules.drafts import doubts
from bot.rules.wording import listed
from storage import Account, Editor, ReviewId, Status, reviews

OPERATOR = Editor(Account("terminal", 1), "whoever runs me")
OUTCOMES = ("new", "changed", "unchanged", "refused")
IN_DOUBT = "in doubt"
SHOWN = 20
SHOWN_SKIPPED = 6
# A draft takes nothing back that is out, and nothing brings back what an editor has taken back.
LEFT = {
    "published": "the review is published: correct it in the chat with /edit",
    "retracted": "the review is retracted: publish it in the chat with /publish",
}


class Taken(NamedTuple):
    """What became of one review, the alerts that are owed for it, whether it is in doubt, and which it is."""

    how: str
    alerts: int
    in_doubt: bool
    review: ReviewId
    status: Status
    title: str


async def import_files(
    desk: Desk,
    paths: Iterable[Path | str],
    console: Console,
    draft: bool = False,
    dry_run: bool = False,
    fetch: Fetcher | None = None,
    assist: Assist = unassisted,
    read: Read = IN_THREADS,
) -> int:
    """Import and report; returns how many reviews were refused. A refused one never stops the others.

    With `fetch`, web addresses are read too, by `read`. `assist` completes what is kept as drafts.
    """
    places = _places(paths, online=fetch is not None)
    counts: Counter[str] = Counter()
    alerts = 0
    faults: list[Fault] = []
    skipped: Counter[str] = Counter()
    status: Status = "draft" if draft else "published"
    async with arriving(desk.store, OPERATOR, _named(places), desk.now) as record:
        with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
            task = progress.add_task("reading", total=len(places))
            for place in places:
                for found in await _read(desk, place, fetch, read):
                    if isinstance(found, Skipped):
                        skipped[found.why] += 1
                        continue
                    outcome = await _take(desk, found, str(place), status, dry_run, assist)
                    if isinstance(outcome, Fault):
                        faults.append(outcome)
                        counts["refused"] += not outcome.further
                        record.refused(not outcome.further)
                    else:
                        counts[outcome.how] += 1
                        counts[IN_DOUBT] += outcome.in_doubt
                        alerts += outcome.alerts
                        if not dry_run:
                            await record.came(outcome.how, outcome.review, outcome.status, outcome.title)
                    progress.update(task, description=f"{counts.total() - counts[IN_DOUBT]:,} reviews")
                progress.advance(task)
    await desk.catalogue.refresh()
    if not dry_run:
        await desk.catalogue.keep(desk.now())
    _report(console, counts, alerts, faults, dry_run, skipped)
    return counts["refused"]


async def _assisted(found: Found, assist: Assist) -> Found:
    return replace(found, draft=await assist(found.draft))


def _places(paths: Iterable[Path | str], *, online: bool) -> list[Path | str]:
    """The addresses as they are and the files to read, in the order in which they were named."""
    places: list[Path | str] = []
    for path in paths:
        if online and isinstance(path, str) and is_address(path):
            places.append(path)
        else:
            places += find_files([Path(path)])
    return places


def _named(places: Sequence[Path | str]) -> str:
    """What is imported, in a few words: the first file or address, and how many more."""
    names = [place if isinstance(place, str) else place.name for place in places[:1]]
    return f"{listed(names)}{f' and {len(places) - 1:,} more' if len(places) > 1 else ''}"


async def _read(
    desk: Desk, place: Path | str, fetch: Fetcher | None, read: Read
) -> Iterable[Found | Fault | Skipped]:
    known = desk.catalogue.titles.known
    if fetch is not None and isinstance(place, str):
        return await read_address(fetch, place, known, read)
    return read_file(Path(place), known)


async def _take(
    desk: Desk, found: Found | Fault, file: str, asked: Status, dry_run: bool, assist: Assist
) -> Taken | Fault:
    """Take one review in; what is in doubt becomes a draft, but takes nothing back that is out."""
    if isinstance(found, Fault):
        return found
    unsure = doubts(found.draft) if asked == "published" else ()
    status: Status = "draft" if unsure else asked
    known = await desk.store.read(reviews.come_from, found.source)
    is_out = known is not None and known[1] != "draft"
    if status == "draft" and not (dry_run or is_out):  # what an assistant says is never published unread
        found = await _assisted(found, assist)
    done = await take_in(desk.store, found.draft, found.source, desk.now(), status, dry_run)
    if done.outcome == "left":
        field, why = (unsure[0], "is in doubt, and ") if unsure else ("", "")
        return Fault(file, found.draft.line, field, f"{why}{LEFT[done.status]}")
    in_doubt = done.status == "draft" and asked == "published"
    return Taken(done.outcome, done.alerts, in_doubt, done.review_id, done.status, found.draft.title)


def _report(
    console: Console,
    counts: Counter[str],
    alerts: int,
    faults: list[Fault],
    dry_run: bool,
    skipped: Counter[str],
) -> None:
    for fault in faults[:SHOWN]:
        console.print(str(fault), style="red", markup=False, soft_wrap=True)
    if len(faults) > SHOWN:
        console.print(f"… and {len(faults) - SHOWN} more", style="red")
    told = " · ".join(f"{counts[outcome]:,} {outcome}" for outcome in OUTCOMES)
    doubt = f" · {counts[IN_DOUBT]:,} in doubt, kept as drafts" if counts[IN_DOUBT] else ""
    whys = ", ".join(f"{count:,} {why}" for why, count in skipped.most_common(SHOWN_SKIPPED))
    told += f" · {skipped.total():,} skipped ({whys})" if skipped else ""
    owed = f" · {alerts:,} alerts to send" if alerts else ""
    console.print(f"{told}{doubt}{owed}{' (dry run: nothing was written)' if dry_run else ''}", markup=False)
