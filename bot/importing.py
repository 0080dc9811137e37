"""Reviews into the store: `python -m bot import` with progress and a report, and /import for one address."""

import asyncio
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.progress import Progress

from bot.desk import Desk
from bot.feeds.assistant import Assist, unassisted
from bot.feeds.faults import Fault, Skipped
from bot.feeds.fetching import Fetcher
from bot.feeds.files import Found, find_files, read_file
from bot.feeds.importer import take_in
from bot.feeds.online import is_address, read_address
from bot.requests import Brought
from bot.rules.drafts import doubts
from bot.rules.identifying import AmbiguousWork
from storage import Status, reviews

OUTCOMES = ("new", "changed", "unchanged", "refused")
IN_DOUBT = "in doubt"
SHOWN = 20
SHOWN_SKIPPED = 6
BRING_SECONDS = 60.0
TOO_LONG = "That page took too long; try again in a minute, or bring the text in as a file."
MANY = "Several reviews stand there. That is for the command line: python -m bot import, with that address."
NOTHING = "No review stands there."
DRAFT = "A draft, as I read it; members do not see it before it is published."
EDIT_IT = "correct it in the chat with /edit"
SAME = "That draft is here already, and the page says nothing new."


class Taken(NamedTuple):
    """What became of one review, the alerts that are owed for it, and whether it is in doubt."""

    how: str
    alerts: int
    in_doubt: bool


async def import_files(
    desk: Desk,
    paths: Iterable[Path | str],
    console: Console,
    draft: bool = False,
    dry_run: bool = False,
    fetch: Fetcher | None = None,
    assist: Assist = unassisted,
) -> int:
    """Import and report; returns how many reviews were refused. A refused one never stops the others.

    With `fetch`, web addresses are read too. `assist` completes what is kept as drafts.
    """
    places = _places(paths, online=fetch is not None)
    counts: Counter[str] = Counter()
    alerts = 0
    faults: list[Fault] = []
    skipped: Counter[str] = Counter()
    status: Status = "draft" if draft else "published"
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("reading", total=len(places))
        for place in places:
            for found in await _read(desk, place, fetch):
                if isinstance(found, Skipped):
                    skipped[found.why] += 1
                    continue
                outcome = await _take(desk, found, str(place), status, dry_run, assist)
                if isinstance(outcome, Fault):
                    faults.append(outcome)
                    counts["refused"] += 1
                else:
                    counts[outcome.how] += 1
                    counts[IN_DOUBT] += outcome.in_doubt
                    alerts += outcome.alerts
                progress.update(task, description=f"{counts.total() - counts[IN_DOUBT]:,} reviews")
            progress.advance(task)
    await desk.catalogue.refresh()
    _report(console, counts, alerts, faults, dry_run, skipped)
    return counts["refused"]


async def bring(desk: Desk, fetch: Fetcher, url: str, assist: Assist = unassisted) -> Brought:
    """Make a draft of the one review at a web address. One that was published before is left as it is."""
    url = url.strip().removeprefix("<").removesuffix(">")  # so written, a chat shows no preview of it
    try:
        async with asyncio.timeout(BRING_SECONDS):
            found = await read_address(fetch, url, desk.catalogue.titles.known)
    except TimeoutError:
        return Brought(TOO_LONG)
    match found:
        case [Found() as only]:
            return await _drafted(desk, only, assist)
        case [Fault(field=field, message=message)]:
            return Brought(": ".join(filter(None, (field, message))))
    return Brought(MANY if found else NOTHING)


async def _drafted(desk: Desk, found: Found, assist: Assist) -> Brought:
    known = await desk.store.read(reviews.come_from, found.source)
    if known and known[1] != "draft":
        return Brought(f"It is here already, {known[1]}; I changed nothing.", known[0])
    found = await _assisted(found, assist)
    try:
        done = await take_in(desk.store, found.draft, found.source, desk.now(), "draft")
    except AmbiguousWork as error:
        return Brought(str(error))
    await desk.catalogue.refresh()
    return Brought(SAME if done.outcome == "unchanged" else DRAFT, done.review_id)


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


async def _read(desk: Desk, place: Path | str, fetch: Fetcher | None) -> Iterable[Found | Fault | Skipped]:
    known = desk.catalogue.titles.known
    if fetch is not None and isinstance(place, str):
        return await read_address(fetch, place, known)
    return read_file(Path(place), known)


async def _take(
    desk: Desk, found: Found | Fault, file: str, status: Status, dry_run: bool, assist: Assist
) -> Taken | Fault:
    """Take one review in; what is in doubt becomes a draft, but takes nothing back that is out."""
    if isinstance(found, Fault):
        return found
    unsure = doubts(found.draft) if status == "published" else ()
    if unsure:
        known = await desk.store.read(reviews.come_from, found.source)
        if known and known[1] != "draft":
            return Fault(
                file, found.draft.line, unsure[0], f"is in doubt, and the review is {known[1]}: {EDIT_IT}"
            )
        status = "draft"
    if status == "draft" and not dry_run:  # what an assistant says is never published unread
        found = await _assisted(found, assist)
    try:
        done = await take_in(desk.store, found.draft, found.source, desk.now(), status, dry_run)
    except AmbiguousWork as error:
        return Fault(file, found.draft.line, "work", str(error))
    return Taken(done.outcome, done.alerts, bool(unsure))


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
