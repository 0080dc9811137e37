"""Reads tables of reviews, one a row: with our own fields as columns, or as Letterboxd exports them."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from bot.feeds.bulk.columns import (
    OF_REVIEW,
    OF_WORK,
    PEOPLE,
    TEXT,
    are_columns,
    delimiter_of,
    meaning,
    wrong_with,
)
from bot.feeds.bulk.letterboxd import NO_TEXT, is_letterboxd, is_other_table, read_entry
from bot.feeds.faults import Fault, Skipped
from bot.feeds.importer import source_of
from bot.feeds.reading import read_record
from bot.rules.drafts import Draft
from bot.rules.wording import printable

TWICE = "there twice"
_WITHIN = ";"
_NUMBERS = ("year", "season")
_CHOICES = ("kind", "verdict")
_LISTS = ("names", "genres", "pros", "cons", "comparables", "notes")
# What the review's own words say where no column does.
_SCORE = ("score_text", "score")
_FROM_TEXT = (
    "verdict", "audience", "summary", "spoilers", "pros", "cons", "comparables", "notes", "text",
)  # fmt: skip

Row = dict[str, str]
_Places = dict[str, tuple[int, int]]  # the line that took it, and a checksum of its cells


def read_table(
    text: str, source: str, known_names: Callable[[str], bool]
) -> Iterator[Draft | Fault | Skipped]:
    """The reviews of a table whose first row names its columns, and every mistake, by its line.

    Cells are parted by commas, semicolons or tabs; several genres, names or people of one cell by semicolons.
    A row with a mistake is left out and the next one read, and so is one that would take the place of an
    earlier row's review. A table with a column that is not known is not read: what stands there would be lost
    without a word.
    """
    text = text.removeprefix("\ufeff")
    rows = _rows(text, delimiter_of(text), source)
    first = next(rows, None)
    if first is None or isinstance(first, Fault):
        yield first or Fault(source, 1, "", "is empty; its first row should name the columns")
        return
    line, header = first
    names = [printable(name).strip().lower() for name in header]
    if is_other_table(names):
        yield Skipped(NO_TEXT)
        return
    theirs = is_letterboxd(names)
    if not theirs and (wrong := wrong_with(names)):
        yield Fault(source, line, "", wrong)
        return
    places: _Places = {}
    for each in _under(names, rows, source):
        if isinstance(each, Fault):
            yield each
            continue
        line, row = each
        reading = (row, source, line, known_names)
        found = [read_entry(*reading)] if theirs else _read_row(*reading)
        for one in found:
            yield _in_its_place(one, row, places, source) if isinstance(one, Draft) else one


def is_table(text: str) -> bool:
    """Whether a text begins as a table does: with a row of columns' names, most of them known."""
    first = text.lstrip("\ufeff\r\n").partition("\n")[0]
    cells = first.split(delimiter_of(first))
    names = [printable(cell).strip(' "\r').lower() for cell in cells]
    return are_columns(names) or is_letterboxd(names) or is_other_table(names)


def _in_its_place(draft: Draft, row: Row, places: _Places, source: str) -> Draft | Fault | Skipped:
    """The draft, unless it would take the place of an earlier row's in the store."""
    said = hash(tuple(row.items()))
    line, before = places.setdefault(draft.url or source_of(draft), (draft.line, said))
    if line == draft.line:
        return draft
    if said == before:
        return Skipped(TWICE)
    alike = "address" if draft.url else "title and year, and the same author or none,"
    wrong = f"has the same {alike} as line {line} and would replace its review; tell them apart by"
    return Fault(source, draft.line, "", f"{wrong} {'their addresses' if draft.url else 'author or url'}")


def _rows(text: str, delimiter: str, source: str) -> Iterator[tuple[int, list[str]] | Fault]:
    """The rows that are not empty, each with the line where it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Fault(source, line, "", f"is no row of a table: {error}. Is a quotation mark left open?")
        else:
            if any(map(str.strip, cells)):
                yield line, cells


def _under(
    names: list[str], rows: Iterator[tuple[int, list[str]] | Fault], source: str
) -> Iterator[tuple[int, Row] | Fault]:
    """The rows by the names of their columns."""
    for row in rows:
        if isinstance(row, Fault):
            yield row
            continue
        line, cells = row
        if len(cells) < len(names) or any(map(str.strip, cells[len(names) :])):
            said = f"has {len(cells)} cells, and the first row names {len(names)} columns"
            yield Fault(source, line, "", f"{said}; put quotation marks around a cell that holds commas")
        else:
            yield line, {name: cell.strip() for name, cell in zip(names, cells, strict=False) if name}


def _read_row(
    row: Row, source: str, line: int, known_names: Callable[[str], bool]
) -> Iterator[Draft | Fault]:
    """The review of a row, or its mistakes, told of the columns as the table calls them."""
    called = {meaning(name): name for name in row}
    cells = {meaning(name): cell for name, cell in row.items() if cell}
    for each in _read_cells(cells, source, line):
        if isinstance(each, Draft) and TEXT in cells:
            each = _with_text(each, cells, source, known_names)
        if isinstance(each, Fault):
            field, mark, rest = each.field.partition("#")
            each = replace(each, field=f"{called.get(field, field)}{mark}{rest}")
        yield each


def _read_cells(cells: Row, source: str, line: int) -> Iterator[Draft | Fault]:
    values = {name: _value(name, cell) for name, cell in cells.items()}
    work: dict[str, Any] = {name: value for name, value in values.items() if name in OF_WORK}
    review = {name: value for name, value in values.items() if name in OF_REVIEW}
    work["people"] = [
        {"name": name, "role": role} for role in PEOPLE for name in _several(cells.get(role, ""))
    ]
    for each in read_record({"work": work, "review": review}, source, line):
        if isinstance(each, Fault):
            each = replace(each, field=each.field.partition(".")[2])
        yield each


def _with_text(stated: Draft, cells: Row, source: str, known_names: Callable[[str], bool]) -> Draft | Fault:
    """With what the review's own words say, read as those of Letterboxd's rows, where no column says it."""
    entry = {
        "name": stated.title,
        "year": str(stated.year or ""),
        "review": cells[TEXT],
        "letterboxd uri": "",
    }
    read = read_entry(entry, "", stated.line, known_names)
    if not isinstance(read, Draft):
        return stated
    wanted = _FROM_TEXT if stated.score_text else (*_SCORE, *_FROM_TEXT)
    told: dict[str, Any] = {
        name: getattr(read, name) for name in wanted if not getattr(stated, name) and getattr(read, name)
    }
    shown = stated.score_text or stated.verdict or stated.summary
    if not (shown or told):
        wrong = "says neither a score, a verdict nor a summary that may be shown; add one of these columns"
        return Fault(source, stated.line, TEXT, wrong)
    if "language" not in cells:
        told["language"] = read.language
    evidence = {name: read.evidence[name] for name in told if name in read.evidence}
    return replace(stated, **told, evidence=evidence)


def _value(name: str, cell: str) -> object:
    """A cell as the form takes it; what does not fit stays as it is, for the form to refuse."""
    if name in _NUMBERS:
        return int(cell) if cell.isascii() and cell.isdecimal() and len(cell) < 9 else cell
    if name in _LISTS:
        return _several(cell)
    return cell.lower() if name in _CHOICES else cell


def _several(cell: str) -> list[str]:
    return [part for part in map(str.strip, cell.split(_WITHIN)) if part]
