"""What editors hand over in the chat, an address, a text or a file, becomes drafts: the way of /import."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from bot.cards import clean
from bot.desk import Desk
from bot.feeds.arriving import arriving
from bot.feeds.assistant import Assist, unassisted
from bot.feeds.contents import Each, Found, all_of, read_contents
from bot.feeds.faults import Fault, Skipped
from bot.feeds.fetching import Unfetchable
from bot.feeds.importer import take_in
from bot.feeds.online import Fetch, read_address
from bot.feeds.sandbox import IN_THREADS, Read
from bot.feeds.sorts import refusal_of
from bot.requests import NONE, Attached, Brought, Handed, NotHandedOver
from bot.rules.wording import capitalised, listed, plural, printable
from storage import Editor, ReviewId, Status, reviews

SECONDS = 60.0
MEGABYTE = 1_000_000
LARGEST_BYTES = 20 * MEGABYTE  # what Telegram lets bots download; more is for the command line
MOST_REVIEWS = 2000
LONGEST_NAME = 120
SHOWN = 5
PASTED = "a pasted text"
TOO_LONG = "That took too long to read; try again in a minute, or use python -m bot import."
TOO_MANY = (
    f"More than {MOST_REVIEWS:,} reviews are for the command line: python -m bot import, with that file."
)
TOO_LARGE = (
    f"That file is larger than {LARGEST_BYTES // MEGABYTE} MB, which is all that I can take here. "
    "Pack it as .zip, or use python -m bot import."
)
NOTHING = "No review stands there."
NOTHING_NEW = "Nothing of it is new"
DRAFT = "A draft, as I read it; members do not see it before it is published."
SAME = "That draft is here already, and nothing in it is new."


class _Taken(NamedTuple):
    """What became of one review; `status` is how it stands now."""

    how: str
    review: ReviewId
    status: Status


async def bring(
    desk: Desk,
    fetch: Fetch,
    handed: Handed,
    by: Editor,
    assist: Assist = unassisted,
    read: Read = IN_THREADS,
) -> Brought:
    """Make drafts of what an editor hands over. What was published before is left as it is.

    A single review is completed by `assist`; of many, that would take minutes.
    """
    if isinstance(handed, Attached):
        handed = replace(handed, name=" ".join(printable(handed.name).split())[-LONGEST_NAME:])
        name = handed.name or "that file"
    else:
        name = clean(_address(handed), 200) or PASTED
    try:
        async with asyncio.timeout(SECONDS):
            found = await _read(desk, fetch, handed, by, read)
    except TimeoutError:
        return Brought(TOO_LONG)
    except (NotHandedOver, Unfetchable) as error:
        return Brought(str(error))
    match found:
        case []:
            return Brought(NOTHING)
        case [Found() as only]:
            return await _only(desk, only, name, by, assist)
        case [Fault() as fault]:
            return Brought(": ".join(filter(None, (fault.field, fault.message))))
    if sum(isinstance(each, Found) for each in found) > MOST_REVIEWS:
        return Brought(TOO_MANY)
    return await _all(desk, found, name, by)


async def _read(desk: Desk, fetch: Fetch, handed: Handed, by: Editor, read: Read) -> list[Each]:
    known = desk.catalogue.titles.known
    if isinstance(handed, Attached):
        body = await _got(fetch, handed)
        return await all_of(read, "file", handed.name, read_contents, body, handed.name, known, handed.kind)
    if address := _address(handed):
        return await read_address(fetch, address, known, read)
    found = await all_of(read, "text", "", read_contents, handed.encode(), "", known)
    return [_pasted(each, by) if isinstance(each, Found) else each for each in found]


def _address(text: str) -> str:
    """The web address that a text is, "" where it is more than one word; chats may enclose it in < and >."""
    word = text.strip().removeprefix("<").removesuffix(">")
    return word if len(word.split()) == 1 and not word.startswith("{") else ""


def _pasted(found: Found, by: Editor) -> Found:
    """An article that was pasted bears no name: told from others' by who pasted it."""
    source = f"{found.source}:pasted:{by.account.platform}:{by.account.number}"
    return Found(found.draft, source) if found.draft.text else found


async def _got(fetch: Fetch, file: Attached) -> bytes:
    """The file's content. Raises NotHandedOver, Unfetchable."""
    if why := refusal_of(file.name, file.kind):
        raise NotHandedOver(why)
    if file.size > LARGEST_BYTES:
        raise NotHandedOver(TOO_LARGE)
    if callable(file.get):
        return await file.get()
    return (await fetch(file.get, file_bytes=LARGEST_BYTES)).body


async def _only(desk: Desk, found: Found, name: str, by: Editor, assist: Assist) -> Brought:
    """A single review: it is shown whole."""
    done = await _take(desk, found, assist)
    await desk.catalogue.refresh()
    if done.how == "kept":
        return Brought(f"It is here already, {done.status}; I changed nothing.", done.review)
    if done.how == "unchanged":
        return Brought(SAME, done.review)
    async with arriving(desk.store, by, name, desk.now) as record:
        await record.came(*done, found.draft.title)
    return Brought(DRAFT, done.review)


async def _all(desk: Desk, found: Sequence[Each], name: str, by: Editor) -> Brought:
    """Many reviews: they are counted, and what is wrong is said of the first few."""
    counts: Counter[str] = Counter()
    skipped = Counter(each.why for each in found if isinstance(each, Skipped))
    faults = [each for each in found if isinstance(each, Fault)]
    refused = len({(fault.source, fault.line) for fault in faults})
    async with arriving(desk.store, by, name, desk.now) as record:
        record.refused(refused)
        for each in found:
            if isinstance(each, Found):
                done = await _take(desk, each, unassisted)
                counts[done.how] += 1
                await record.came(*done, each.draft.title)
    await desk.catalogue.refresh()
    said = _counted(name, counts, skipped, refused)
    return Brought(said, NONE, counts["new"] + counts["changed"], _refused(faults, refused))


async def _take(desk: Desk, found: Found, assist: Assist) -> _Taken:
    """Take one review in as a draft; "kept": it is out already."""
    known = await desk.store.read(reviews.come_from, found.draft.url or found.source)
    if known and known[1] != "draft":
        return _Taken("kept", *known)
    found = replace(found, draft=await assist(found.draft))
    done = await take_in(desk.store, found.draft, found.source, desk.now(), "draft")
    return _Taken("kept" if done.outcome == "left" else done.outcome, done.review_id, done.status)


def _counted(name: str, counts: Counter[str], skipped: Counter[str], refused: int) -> str:
    """What became of many, in a sentence."""
    there = counts["unchanged"] + counts["kept"]
    parts = [
        plural(counts["new"], "new draft") if counts["new"] else "",
        plural(counts["changed"], "changed draft") if counts["changed"] else "",
        f"{there:,} here already" if there else "",
        *(f"{count:,} {why}" for why, count in skipped.most_common(SHOWN)),
        f"{refused:,} refused" if refused else "",
    ]
    said = f"{capitalised(clean(name, 80))}: {listed([part for part in parts if part])}."
    return said if counts["new"] or counts["changed"] else f"{NOTHING_NEW}. {said}"


def _refused(faults: Sequence[Fault], count: int) -> tuple[str, ...]:
    """The first few mistakes by their place, and how many more rows have some."""
    several = len({fault.source for fault in faults}) > 1
    told: dict[tuple[str, int], list[str]] = {}
    for fault in faults:
        told.setdefault((fault.source, fault.line), []).append(
            ": ".join(filter(None, (fault.field, fault.message)))
        )
    shown = [
        clean(f"{_place(source if several else '', line)}{'; '.join(wrong)}", 300)
        for (source, line), wrong in islice(told.items(), SHOWN)
    ]
    return (*shown, f"… and {count - SHOWN:,} more") if count > SHOWN else tuple(shown)


def _place(source: str, line: int) -> str:
    where = ", ".join(filter(None, (source, f"line {line}" if line else "")))
    return f"{capitalised(where)}: " if where else ""
