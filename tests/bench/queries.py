"""What people type, made from titles, or written by hand beside the works that they meant."""

import csv
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.rules.matching import Entry, forms

_LONG = 9
HERE = Path(__file__).parent
_NEXT_TO = {
    "a": "sqz", "b": "vgn", "c": "xdv", "d": "sefc", "e": "wrd", "f": "drgv", "g": "fthb", "h": "gyjn",
    "i": "uok", "j": "hukm", "k": "jil", "l": "kop", "m": "nj", "n": "bhm", "o": "ipl", "p": "ol", "q": "wa",
    "r": "etf", "s": "awdx", "t": "ryg", "u": "yij", "v": "cfb", "w": "qes", "x": "zsc", "y": "tuh",
    "z": "xas",
}  # fmt: skip
_CHAT = (
    "is {} any good?", "anyone seen {}?", "thoughts on {}", "hey bot, {} review please", "that film {}",
    "should i watch {} tonight", "{} worth it?", "how good is {}", "what do you think of {}", "{} on netflix",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, how it was made, and the works that are right."""

    kind: str
    query: str
    right: frozenset[int]


def library_entries(titles: Sequence[str]) -> Iterator[Entry]:
    """The titles as works 0, 1, ..., some better known than others."""
    for work, title in enumerate(titles):
        for form in forms(title, ()):
            yield Entry(work, form, _year(work), "film", 0, float(work % 7))


def made_queries(titles: Sequence[str], each: int) -> list[Asked]:
    """So many queries of each kind, always the same ones."""
    dice = random.Random(11)
    alike: dict[str, set[int]] = {}
    for work, title in enumerate(titles):
        alike.setdefault(title, set()).add(work)
    found = []
    long = [work for work, title in enumerate(titles) if len(title) >= _LONG]
    for kind, make in _KINDS.items():
        for _ in range(each):
            work = dice.choice(long)
            query = make(titles[work].lower(), work, dice)
            found.append(Asked(kind, query, frozenset(_right(kind, query, work, titles, alike))))
    return found


def _right(
    kind: str, query: str, work: int, titles: Sequence[str], alike: Mapping[str, set[int]]
) -> set[int]:
    """Which works nobody could complain about: of a year only one, of a beginning all that begin so."""
    if kind == "with a year":
        return {work}
    if kind == "three quarters":
        return {other for other, title in enumerate(titles) if title.lower().startswith(query)}
    return alike[titles[work]] | alike.get(titles[work].removeprefix("The "), set())


def hand_works(first: int) -> list[tuple[str, list[Entry]]]:
    """The works that `hand_queries` are about, "Title (year)" and names, numbered from `first`."""
    with (HERE / "hand_works.tsv").open(encoding="utf-8", newline="") as file:
        rows = [*csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    return [
        (
            f"{title} ({year})",
            [
                Entry(work, form, int(year or 0), kind, 0, float(fame))
                for form in forms(title, filter(None, others.split("|")))
            ],
        )
        for work, (title, year, kind, fame, others) in enumerate(rows, first)
    ]


def hand_queries(first: int) -> list[Asked]:
    """The queries written by hand, about `hand_works`."""
    numbers = {label: work for work, (label, _) in enumerate(hand_works(first), first)}
    with (HERE / "hand_queries.tsv").open(encoding="utf-8", newline="") as file:
        rows = [*csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    return [
        Asked(kind, query, frozenset(numbers[each] for each in right.split("|")))
        for kind, query, right in rows
    ]


def _year(work: int) -> int:
    return 1950 + work % 75


def _slip(title: str, dice: random.Random) -> str:
    """One typing error: a letter less, twice, its neighbour on the keyboard, or swapped with the next."""
    at = dice.choice([at for at, letter in enumerate(title) if letter in _NEXT_TO])
    before, letter, after = title[:at], title[at], title[at + 1 :]
    match dice.randrange(4):
        case 0:
            return before + after
        case 1:
            return before + letter + letter + after
        case 2:
            return before + dice.choice(_NEXT_TO[letter]) + after
    return before + after[:1] + letter + after[1:]


def _without_a_word(title: str, dice: random.Random) -> str:
    words = title.split()
    if len(words) > 3:
        words.pop(dice.randrange(1, len(words)))
    return " ".join(words)


def _shuffled(title: str, dice: random.Random) -> str:
    words = title.split()
    dice.shuffle(words)
    return " ".join(words)


_KINDS: dict[str, Callable[[str, int, random.Random], str]] = {
    "as it is": lambda title, work, dice: title,
    "one slip": lambda title, work, dice: _slip(title, dice),
    "two slips": lambda title, work, dice: _slip(_slip(title, dice), dice),
    "no spaces": lambda title, work, dice: title.replace(" ", ""),
    "no article": lambda title, work, dice: title.removeprefix("the "),
    "no punctuation": lambda title, work, dice: title.replace(":", ""),
    "three quarters": lambda title, work, dice: title[: len(title) * 3 // 4].strip(),
    "a word less": lambda title, work, dice: _without_a_word(title, dice),
    "shuffled": lambda title, work, dice: _shuffled(title, dice),
    "chat": lambda title, work, dice: dice.choice(_CHAT).format(title),
    "chat with a slip": lambda title, work, dice: dice.choice(_CHAT).format(_slip(title, dice)),
    "with a year": lambda title, work, dice: f"{title} {_year(work)}",
}
