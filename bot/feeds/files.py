"""Reads files of reviews: the project's own JSON and JSON lines, and plain-text articles."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.feeds.faults import Fault
from bot.feeds.importer import source_of
from bot.feeds.reading import read_json, read_jsonl
from bot.rules.drafts import Draft
from bot.rules.extracting import NotAReview, read_article

LARGEST_BYTES = 64 * 1024 * 1024
LARGEST_ARTICLE_BYTES = 1024 * 1024
FORMS = (".json", ".jsonl")
ENDINGS = (*FORMS, ".txt", ".md")


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


def read_file(path: Path, known_names: Callable[[str], bool]) -> Iterator[Found | Fault]:
    """The reviews of one file, and what is wrong with the others; never raises for a file's content."""
    ending = path.suffix.lower()
    try:
        size = path.stat().st_size
        largest = LARGEST_BYTES if ending in FORMS else LARGEST_ARTICLE_BYTES
        if size > largest:
            yield Fault(str(path), 1, "", f"is larger than {largest // 1024 // 1024} MiB; split it")
            return
        text = path.read_text("utf-8-sig")
    except OSError as error:
        yield Fault(str(path), 1, "", f"cannot be read: {error.strerror}")
        return
    except UnicodeDecodeError as error:
        yield Fault(str(path), 1, "", f"is not text in UTF-8 (byte {error.start}); save it as UTF-8")
        return
    if ending in FORMS:
        read = read_json if ending == ".json" else read_jsonl
        for each in read(text, str(path)):
            yield each if isinstance(each, Fault) else Found(each, source_of(each))
        return
    try:
        draft = read_article(text, known_names)
    except NotAReview as error:
        yield Fault(str(path), 1, "", str(error))
    else:
        yield Found(draft, f"{source_of(draft)}:{path.name}")
