"""Reads files of reviews: JSON, tables and exports of many; articles, posts and saved pages of one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.feeds.bulk import read_export, read_table
from bot.feeds.faults import Fault, Skipped
from bot.feeds.importer import source_of
from bot.feeds.pages import NotAReview, read_page, read_post
from bot.feeds.reading import read_json, read_jsonl
from bot.rules.drafts import Draft
from bot.rules.extracting import read_article

LARGEST_BYTES = 64 * 1024 * 1024
LARGEST_EXPORT_BYTES = 512 * 1024 * 1024
_CHUNK_BYTES = 64 * 1024
LARGEST_PAGE_BYTES = 5 * 1024 * 1024
LARGEST_ARTICLE_BYTES = 1024 * 1024
FORMS = (".json", ".jsonl")
TABLES = (".csv", ".tsv")
EXPORTS = (".xml", ".wxr")
PAGES = (".html", ".htm")
POSTS = (".md", ".markdown")
ENDINGS = (*FORMS, *TABLES, *EXPORTS, *PAGES, *POSTS, ".txt")


@dataclass(frozen=True, slots=True)
class Found:
    """A draft and which review it is."""

    draft: Draft
    source: str


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files to read: those named, and in folders all whose ending is known, in order of their names."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(each for each in path.rglob("*") if each.suffix.lower() in ENDINGS)
            found += filter(Path.is_file, inside)
        else:
            found.append(path)
    return found


def read_file(path: Path, known_names: Callable[[str], bool]) -> Iterator[Found | Fault | Skipped]:
    """The reviews of one file, and what is wrong with the others; never raises for a file's content."""
    ending = path.suffix.lower()
    try:
        largest = _largest(ending)
        if path.stat().st_size > largest:
            yield Fault(str(path), 1, "", f"is larger than {largest // 1024 // 1024} MiB; split it")
            return
        if ending in EXPORTS:
            yield from _read_export(path, known_names)
            return
        body = path.read_bytes()
        text = "" if ending in PAGES else body.decode("utf-8-sig")
    except OSError as error:
        yield Fault(str(path), 1, "", f"cannot be read: {error.strerror}")
        return
    except UnicodeDecodeError as error:
        yield Fault(str(path), 1, "", f"is not text in UTF-8 (byte {error.start}); save it as UTF-8")
        return
    if ending in FORMS or ending in TABLES:
        for each in _read_many(ending, text, str(path), known_names):
            yield Found(each, source_of(each)) if isinstance(each, Draft) else each
        return
    try:
        draft = _read_one(ending, body, text, known_names)
    except NotAReview as error:
        yield Fault(str(path), 1, "", str(error))
    else:
        yield Found(draft, f"{source_of(draft)}:{path.name}")


def _largest(ending: str) -> int:
    """How many bytes a file of this ending may have; an export is never in memory as a whole."""
    if ending in EXPORTS:
        return LARGEST_EXPORT_BYTES
    if ending in FORMS or ending in TABLES:
        return LARGEST_BYTES
    return LARGEST_PAGE_BYTES if ending in PAGES else LARGEST_ARTICLE_BYTES


def _read_export(path: Path, known_names: Callable[[str], bool]) -> Iterator[Found | Fault | Skipped]:
    with path.open("rb") as file:
        chunks = iter(partial(file.read, _CHUNK_BYTES), b"")
        for each in read_export(chunks, str(path), known_names):
            if isinstance(each, Fault | Skipped):
                yield each
            else:
                draft, name = each
                yield Found(draft, name or source_of(draft))


def _read_many(
    ending: str, text: str, source: str, known_names: Callable[[str], bool]
) -> Iterator[Draft | Fault | Skipped]:
    """The reviews of a file in the project's own form, or of a table."""
    if ending in TABLES:
        return read_table(text, source, known_names)
    return (read_json if ending == ".json" else read_jsonl)(text, source)


def _read_one(ending: str, body: bytes, text: str, known_names: Callable[[str], bool]) -> Draft:
    """The one review of a page, which says itself how it is encoded, or of a text."""
    if ending in PAGES:
        return read_page(body, "", "", known_names)
    return (read_post if ending in POSTS else read_article)(text, known_names)
