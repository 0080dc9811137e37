"""Reads files of reviews: JSON, tables and exports of many; articles, posts and saved pages of one."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from bot.feeds.contents import (
    LARGEST_ARTICLE_BYTES,
    LARGEST_PAGE_BYTES,
    Found,
    read_chunks,
    read_contents,
    read_many,
    read_one,
)
from bot.feeds.faults import Fault, Skipped
from bot.feeds.importer import source_of
from bot.feeds.pages import NotAReview
from bot.feeds.sorts import BY_ENDING, Sort

LARGEST_BYTES = 64 * 1024 * 1024
LARGEST_EXPORT_BYTES = 512 * 1024 * 1024
_CHUNK_BYTES = 64 * 1024
_LARGEST = {"export": LARGEST_EXPORT_BYTES, "page": LARGEST_PAGE_BYTES, "text": LARGEST_ARTICLE_BYTES}


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files to read: those named, and in folders all whose ending is known, in order of their names.

    An archive is read where it is named: in a folder, it stands beside what it was made of.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(each for each in path.rglob("*") if _sort(each) not in ("archive", None))
            found += filter(Path.is_file, inside)
        else:
            found.append(path)
    return found


def read_file(path: Path, known_names: Callable[[str], bool]) -> Iterator[Found | Fault | Skipped]:
    """The reviews of a file, by its ending, and what is wrong with others; never raises for its content."""
    sort, source = _sort(path) or "text", str(path)
    try:
        # An export is never in memory as a whole.
        largest = _LARGEST.get(sort, LARGEST_BYTES)
        if path.stat().st_size > largest:
            yield Fault(source, 1, "", f"is larger than {largest // 1024 // 1024} MiB; split it")
            return
        if sort == "export":
            with path.open("rb") as file:
                yield from read_chunks(iter(partial(file.read, _CHUNK_BYTES), b""), source, known_names)
            return
        body = path.read_bytes()
        if sort not in ("page", "archive"):
            body.decode("utf-8-sig")
    except OSError as error:
        yield Fault(source, 1, "", f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        yield Fault(source, 1, "", f"is not text in UTF-8 (byte {error.start}); save it as UTF-8")
    else:
        yield from _read(path, sort, body, known_names)


def _read(
    path: Path, sort: Sort, body: bytes, known_names: Callable[[str], bool]
) -> Iterator[Found | Fault | Skipped]:
    if sort == "archive":
        yield from read_contents(body, str(path), known_names)
    elif sort in ("page", "text"):
        try:
            draft = read_one(sort, body, "", "", known_names)
        except NotAReview as error:
            yield Fault(str(path), 1, "", str(error))
        else:
            yield Found(draft, f"{source_of(draft)}:{path.name}")
    else:
        yield from read_many(sort, body, str(path), "utf-8", known_names)


def _sort(path: Path) -> Sort | None:
    return BY_ENDING.get(path.suffix.lower())
