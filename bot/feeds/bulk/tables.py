"""Reads tables of reviews, one a row: with our own fields as columns, or as Letterboxd exports them."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from bot.feeds.bulk.letterboxd import NO_TEXT, is_letterboxd, is_other_table, read_entry
from bot.feeds.faults import Fault, Skipped
from bot.feeds.form import ReviewPart, WorkPart
from bot.feeds.reading import read_record
from bot.rules.drafts import Draft
from bot.rules.wording import listed, printable

_DELIMITERS = ",;\t"
_WITHIN = ";"
_MOST_COLUMNS = 100
_NUMBERS = ("year", "season")
_CHOICES = ("kind", "verdict")
_PEOPLE = ("director", "cast")
_LISTS = ("names", "genres", "pros", "cons", "comparables", "notes")
_OF_WORK = frozenset(WorkPart.model_fields) - {"people"}
_OF_REVIEW = frozenset(ReviewPart.model_fields)
COLUMNS = (*WorkPart.model_fields, *ReviewPart.model_fields, *_PEOPLE)

Row = dict[str, str]


def read_table(
    text: str, source: str, known_names: Callable[[str], bool]
) -> Iterator[Draft | Fault | Skipped]:
    """The reviews of a table whose first row names its columns, and every mistake, by its line.

    Cells are parted by commas, semicolons or tabs; several genres, names or people of one cell by semicolons.
    A row with a mistake is left out and the next one read. A table with a column that is not known is not
    read: what stands there would be lost without a word.
    """
    text = text.removeprefix("\ufeff")
    delimiter = _delimiter(text)
    rows = _rows(text, delimiter, source)
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
    if not theirs and (faults := list(_faults_of(names, source, line))):
        yield from faults
        return
    for each in _under(names, rows, source):
        if isinstance(each, Fault):
            yield each
        elif theirs:
            yield read_entry(each[1], source, each[0], known_names)
        else:
            yield from _read_row(each[1], source, each[0])


def is_table(text: str) -> bool:
    """Whether a text begins as a table does: with a row of columns' names, most of them known."""
    first = text.lstrip("\ufeff\r\n").partition("\n")[0]
    cells = first.split(_delimiter(first))
    names = [printable(cell).strip(' "\r').lower() for cell in cells]
    known = sum(name in COLUMNS for name in names)
    ours = "title" in names and len(names) > 1 and 2 * known > len(names)
    return ours or is_letterboxd(names) or is_other_table(names)


def _delimiter(text: str) -> str:
    """What parts the first row into the most names of columns that are known."""
    first = text.lstrip("\r\n").partition("\n")[0].lower()

    def known(delimiter: str) -> tuple[int, int]:
        names = [name.strip(' "\r') for name in first.split(delimiter)]
        return len({*names} & {*COLUMNS}), len(names)

    return max(_DELIMITERS, key=known)


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


def _faults_of(names: list[str], source: str, line: int) -> Iterator[Fault]:
    """What is wrong with the names of the columns."""
    if len(names) > _MOST_COLUMNS:
        yield Fault(source, line, "", f"names {len(names):,} columns; it may have {_MOST_COLUMNS}")
        return
    known = [name for name in COLUMNS if name != "people"]
    unknown = [name for name in dict.fromkeys(names) if name and name not in known]
    for name in unknown:
        near = get_close_matches(name[:40], known, n=1, cutoff=0)[0]
        said = f'is not a known column; the nearest is "{near}". Rename it or take it out'
        yield Fault(source, line, name[:40], said)
    if twice := sorted({name for name in names if name and names.count(name) > 1}):
        yield Fault(source, line, "", f"names {listed(twice)} more than once")
    if "title" not in names and not unknown:
        yield Fault(source, line, "title", "is missing; the first row should name the columns")


def _read_row(row: Row, source: str, line: int) -> Iterator[Draft | Fault]:
    values = {name: _value(name, cell) for name, cell in row.items() if cell}
    work: dict[str, Any] = {name: value for name, value in values.items() if name in _OF_WORK}
    review = {name: value for name, value in values.items() if name in _OF_REVIEW}
    work["people"] = [
        {"name": name, "role": role} for role in _PEOPLE for name in _several(row.get(role, ""))
    ]
    for each in read_record({"work": work, "review": review}, source, line):
        if isinstance(each, Fault):
            each = replace(each, field=each.field.partition(".")[2])
        yield each


def _value(name: str, cell: str) -> object:
    """A cell as the form takes it; what does not fit stays as it is, for the form to refuse."""
    if name in _NUMBERS:
        return int(cell) if cell.isascii() and cell.isdecimal() and len(cell) < 9 else cell
    if name in _LISTS:
        return _several(cell)
    return cell.lower() if name in _CHOICES else cell


def _several(cell: str) -> list[str]:
    return [part for part in map(str.strip, cell.split(_WITHIN)) if part]
