"""What the columns of a table are called: by the form's own names, and by others that people use."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from bot.feeds.form import ReviewPart, WorkPart
from bot.rules.wording import listed

TEXT = "review"
PEOPLE = ("director", "cast")
OF_WORK = tuple(name for name in WorkPart.model_fields if name != "people")
OF_REVIEW = tuple(ReviewPart.model_fields)
COLUMNS = (*OF_WORK, *OF_REVIEW, TEXT, *PEOPLE)
# What else people call them, where it can mean nothing else in a table of reviews.
_ALSO = {
    "name": "title", "film": "title", "movie": "title", "rating": "score", "stars": "score", "text": TEXT,
    "body": TEXT, "watched": "date", "reviewer": "author", "genre": "genres", "directors": "director",
}  # fmt: skip
_MOST = 100
_SHORTEST_SLIP = 5
_SHOWN = 5
_DELIMITERS = ",;\t"


def meaning(name: str) -> str:
    """What a column of this name, in small letters, holds: one of COLUMNS, or the name where it is none."""
    return _ALSO.get(name, name)


def delimiter_of(text: str) -> str:
    """What parts the first row into the most names of columns that are known."""
    first = text.lstrip("\r\n").partition("\n")[0].lower()

    def known(delimiter: str) -> tuple[int, int]:
        names = [meaning(name.strip(' "\r')) for name in first.split(delimiter)]
        return len({*names} & {*COLUMNS}), len(names)

    return max(_DELIMITERS, key=known)


def are_columns(names: Sequence[str]) -> bool:
    """Whether a row of words, in small letters, is the head of a table rather than a line of a text."""
    known = sum(meaning(name) in COLUMNS for name in names)
    fewest = 2 if "title" in names else 3
    return "title" in map(meaning, names) and known >= fewest and 2 * known > len(names)


def wrong_with(names: Sequence[str]) -> str:
    """Why a table with these columns, in small letters, is not read; "" where it is."""
    if len(names) > _MOST:
        return f"names {len(names):,} columns; it may have {_MOST}"
    meant = [meaning(name) for name in names if name]
    if unknown := [name for name in dict.fromkeys(meant) if name not in COLUMNS]:
        return _unknown(unknown, meant)
    if twice := [name for name in COLUMNS if meant.count(name) > 1]:
        called = [name for name in dict.fromkeys(names) if meaning(name) in twice]
        return f"names {listed(twice)} more than once{'' if called == twice else f', as {listed(called)}'}"
    return "" if "title" in meant else 'should name a column "title" in its first row'


def _unknown(unknown: Sequence[str], meant: Sequence[str]) -> str:
    """That some columns are not known, and which are; the nearest one only where it is a slip away."""
    known = f"I know {listed(COLUMNS)}"
    slips = {name: _meant_by(name, meant) for name in unknown}
    if len(unknown) == len({*meant}) and not any(slips.values()):
        return f"should name its columns in the first row; {known}"
    told = [f'"{name[:40]}"{f" ({slips[name]}?)" if slips[name] else ""}' for name in unknown[:_SHOWN]]
    told += [f"{len(unknown) - _SHOWN:,} more"] if len(unknown) > _SHOWN else []
    one = len(unknown) == 1
    said = f"has {'a column' if one else 'columns'} that I do not know: {listed(told)}"
    out = f"{said}; rename {'it or take it' if one else 'them or take them'} out"
    return out if all(slips.values()) else f"{out}. {known}"


def _meant_by(name: str, meant: Sequence[str]) -> str:
    """The column that a name is one slip of the keys away from, where the table has none of it yet.

    "" where there is none: several of a thing ("seasons") may well be something else.
    """
    if len(name) < _SHORTEST_SLIP:
        return ""
    near = (
        known for known in COLUMNS
        if known not in meant and name != f"{known}s" and known != f"{name}s"
        and OSA.distance(name, known, score_cutoff=1) <= 1
    )  # fmt: skip
    return next(near, "")
