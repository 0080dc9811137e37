"""Reads the reviews of a file's content, in memory: by what it is, whatever it is called."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import ParamSpec

from bot.feeds.archives import unpacked
from bot.feeds.bulk import read_export, read_table
from bot.feeds.faults import Fault, Skipped
from bot.feeds.importer import source_of
from bot.feeds.pages import NotAReview, read_page, read_post
from bot.feeds.pages.decoding import decode
from bot.feeds.reading import read_json, read_jsonl
from bot.feeds.sandbox import Read, Unreadable
from bot.feeds.sorts import NotReadable, Sort, sort_of
from bot.rules.drafts import Draft

KnownNames = Callable[[str], bool]

# So many reviews and mistakes are kept in memory at once.
MOST = 20_000
LARGEST_PAGE_BYTES = 5 * 1024 * 1024
LARGEST_ARTICLE_BYTES = 1024 * 1024
_CHUNK_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Found:
    """A draft and which review it is."""

    draft: Draft
    source: str


P = ParamSpec("P")
Each = Found | Fault | Skipped


async def all_of(
    read: Read, what: str, name: str, function: Callable[P, Iterable[Each]], *args: P.args, **kwargs: P.kwargs
) -> list[Each]:
    """Everything that a function reads; where it is given up, a fault of `name` says so of that `what`."""
    found: list[Each] = []
    try:
        async with aclosing(read.each(function, *args, **kwargs)) as each:
            async for one in each:
                found.append(one)
                if len(found) == MOST:
                    found.append(
                        Fault(name, 0, "", f"That {what} holds more than {MOST:,} of them; split it.")
                    )
                    break
    except Unreadable as error:
        found.append(Fault(name, 0, "", f"That {what} {error}; bring in its text alone."))
    return found


def read_contents(
    body: bytes, name: str, known_names: KnownNames, kind: str = "", encoding: str = ""
) -> Iterator[Found | Fault | Skipped]:
    """The reviews of a file, and what is wrong with the others; never raises for what stands in it.

    `name` is the file's or "", `kind` its media type and `encoding` its character set where somebody said.
    """
    try:
        sort = sort_of(body, name, kind)
        if sort == "archive":
            for inner, content in unpacked(body):
                yield from _of_archive(content, inner, known_names)
        elif sort in ("page", "text"):
            draft = read_one(sort, body, "", encoding, known_names)
            last = PurePosixPath(name.replace("\\", "/")).name
            yield Found(draft, f"{source_of(draft)}:{last}" if last else source_of(draft))
        else:
            yield from read_many(sort, body, name, encoding, known_names)
    except (NotReadable, NotAReview) as error:
        yield Fault(name, 0, "", str(error))


def read_many(
    sort: Sort, body: bytes, source: str, encoding: str, known_names: KnownNames
) -> Iterator[Found | Fault | Skipped]:
    """The reviews of records, lines, a table or an export; `source` is what faults are told of."""
    if sort == "export":
        chunks = (body[start : start + _CHUNK_BYTES] for start in range(0, len(body), _CHUNK_BYTES))
        yield from read_chunks(chunks, source, known_names)
        return
    text = decode(body, encoding)
    if sort == "table":
        drafts = read_table(text, source, known_names)
    else:
        drafts = (read_jsonl if sort == "lines" else read_json)(text, source)
    for one in drafts:
        yield Found(one, source_of(one)) if isinstance(one, Draft) else one


def read_chunks(
    chunks: Iterable[bytes], source: str, known_names: KnownNames
) -> Iterator[Found | Fault | Skipped]:
    """The reviews of an export, which need not be in memory as a whole."""
    for each in read_export(chunks, source, known_names):
        yield each if isinstance(each, Fault | Skipped) else Found(each[0], each[1] or source_of(each[0]))


def read_one(sort: Sort, body: bytes, url: str, encoding: str, known_names: KnownNames) -> Draft:
    """The one review of a page or of a text. Raises NotAReview."""
    largest = LARGEST_PAGE_BYTES if sort == "page" else LARGEST_ARTICLE_BYTES
    if len(body) > largest:
        raise NotAReview(f"It is larger than {largest // 1024 // 1024} MiB, and no review is.")
    if sort == "page":
        return read_page(body, url, encoding, known_names)
    return read_post(decode(body, encoding), known_names)


def _of_archive(content: bytes, name: str, known_names: KnownNames) -> Iterator[Found | Fault | Skipped]:
    if content[:4] == b"PK\x03\x04":
        yield Fault(name, 0, "", "is packed once more; unpack it and send what is in it.")
    else:
        yield from read_contents(content, name, known_names)
