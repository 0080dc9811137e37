"""Puts names on a shelf."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress, count, islice

from bot.rules.matching.later import Later
from bot.rules.matching.normalising import LOOSE, WEAK, all_bare
from bot.rules.matching.register import Register, Spellings, Texts, lined, unlined
from bot.rules.matching.shelf import KINDS, Columns, Row, Shelf
from bot.rules.matching.sounds import sound
from bot.rules.matching.spelling import (
    first_letters,
    head,
    initials,
    is_of_a_to_z,
    other_spellings,
    shared,
)

_PAGE = 4096  # written together: column by column is twice as fast as name by name


class Lines:
    """Names as they come, one after the other, packed tightly since there are many."""

    def __init__(self) -> None:
        self.text = bytearray()
        self.works = array("q")
        self.years, self.seasons, self.kinds, self.fames = array("i"), array("i"), array("B"), array("f")

    def write(self, rows: Iterable[Row]) -> "Lines":
        """Put down more names, just as they are; none holds a line break."""
        coming = iter(rows)
        while page := list(islice(coming, _PAGE)):
            works, forms, years, kinds, seasons, fames = zip(*page, strict=True)
            self.text += lined(forms).encode()
            self.works += array("q", works)
            self.years += array("i", years)
            self.seasons += array("i", seasons)
            self.kinds += array("B", map(KINDS.index, kinds))
            self.fames += array("f", fames)
        return self


def spelled(rows: Iterable[Row]) -> Iterator[Row]:
    """The names, and after each the other ways to spell it."""
    for row in rows:
        yield row
        if not is_of_a_to_z(row[1]):
            work, form, year, kind, season, fame = row
            for text in other_spellings(form):
                yield work, LOOSE + text, year, kind, season, fame


def shelve(lines: Lines) -> Shelf:
    """A shelf of these names: found exactly at once, guessed at when it is finished (`Shelf.finish`)."""
    forms, works = Texts.lined(bytes(lines.text)), lines.works
    names = _spaceless(_names(forms))
    by_name = array("I", sorted(range(len(names)), key=names.__getitem__))
    words = Later(lambda: Spellings.by_text(_noted(zip(map(str.split, _names(forms)), count()))))
    return Shelf(
        Columns(
            forms, works, lines.years, lines.seasons, lines.kinds, lines.fames,
            by_work=array("I", sorted(range(len(works)), key=works.__getitem__)),
            names=Spellings.by_line(_in_order(names, by_name), by_name),
            words=words,
            sounds=Later(lambda: Register.by_text(_noted(_sounds(words.get().texts)))),
            initials=Later(lambda: Register.by_text(_noted(_initials(forms, works, by_name)))),
        )
    )  # fmt: skip


def together(shelves: Iterable[Shelf]) -> Shelf:
    """One shelf of what stands on these."""
    return shelve(Lines().write(chain.from_iterable(shelf.entries() for shelf in shelves)))


def _names(forms: Texts) -> list[str]:
    return unlined(all_bare(forms.block.decode()))


def _spaceless(names: Iterable[str]) -> list[str]:
    return unlined(lined(names).replace(" ", ""))


def _in_order(names: Sequence[str], lines: Iterable[int]) -> list[str]:
    """The names of these lines, written anew: what lies one behind the other in memory is read faster."""
    return unlined(lined(map(names.__getitem__, lines)))


def _noted(told: Iterable[tuple[Iterable[str], int]]) -> "Mapping[str, array[int]]":
    """The lines that each text is told of."""
    found: dict[str, array[int]] = {}
    for texts, line in told:
        for text in texts:
            lines = found.get(text)
            if lines is None:
                found[text] = array("I", (line,))
            elif lines[-1] != line:
                lines.append(line)
    return found


def _sounds(words: Texts) -> Iterator[tuple[Sequence[str], int]]:
    """What the words sound like, with their positions."""
    for position, word in enumerate(words.between(0, len(words))):
        if heard := sound(word):
            yield (heard,), position


def _initials(
    forms: Texts, works: Sequence[int], by_name: Sequence[int]
) -> Iterator[tuple[Sequence[str], int]]:
    """What initials people may mean these names by, told in alphabetical order: those of the whole, of
    what stands before a subtitle, and of what a name begins with like its neighbour."""
    names, marks = _names(forms), bytes(map(forms.block.__getitem__, forms.starts[:-1]))
    abbreviated, heads = _abbreviated(marks, names), _heads(marks, names, works)
    lines = [*compress(by_name, map(abbreviated.__getitem__, by_name))]
    names = _in_order(names, lines)
    neighbour, its_line, its_three = "", 0, ""
    for name, line, letters in zip(names, lines, first_letters(names), strict=True):
        yield initials(name, letters), line
        if line in heads:
            yield initials(heads[line], letters), line
            if (subtitle := name[len(heads[line]) + 1 :]).startswith("the "):
                yield initials(subtitle), line  # its form has lost the article
        three = letters[:3]  # where they differ, names of a to z share too little: that is seen at once
        if three == its_three or not three or not its_three:
            both = initials(shared(neighbour, name), letters)
            yield both, its_line
            yield both, line
        neighbour, its_line, its_three = name, line, three


def _abbreviated(marks: bytes, names: Iterable[str]) -> bytes:
    """Of each line, whether people may abbreviate it: not one word, nor what only lacks an article."""
    loose = ord(LOOSE[0])
    told = zip(marks, names, strict=True)
    return bytes([" " in name and (mark != loose or name[-1].isdecimal()) for mark, name in told])


def _heads(marks: bytes, names: Sequence[str], works: Sequence[int]) -> Mapping[int, str]:
    """What stands before a subtitle that is a form of its own, by the lines of the whole names."""
    weak = ord(WEAK[0])
    subtitles: dict[int, list[str]] = {}
    for line, mark in enumerate(marks):
        if mark == weak:
            subtitles.setdefault(works[line], []).append(names[line])
    found: dict[int, str] = {}
    for line, work in enumerate(works):
        for subtitle in subtitles.get(work, ()):
            if name := head(names[line], subtitle):
                found.setdefault(line, name)
    return found
