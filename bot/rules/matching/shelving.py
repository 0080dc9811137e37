"""Puts names on a shelf."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, islice

from bot.rules.matching.normalising import LOOSE, WEAK, bare
from bot.rules.matching.register import Register, Spellings, Texts
from bot.rules.matching.shelf import KINDS, Columns, Entry, Shelf
from bot.rules.matching.sounds import sound
from bot.rules.matching.spelling import has_digit, head, initials, lettered, romanised, shared

_PAGE = 4096  # written together: column by column is twice as fast as name by name


class Lines:
    """Names as they come, one after the other, packed tightly since there are many."""

    def __init__(self) -> None:
        self.text = bytearray()
        self.starts, self.works = array("I", [0]), array("q")
        self.years, self.seasons, self.kinds, self.fames = array("i"), array("i"), array("B"), array("f")

    def write(self, entries: Iterable[Entry]) -> "Lines":
        """Put down more names, just as they are."""
        coming = iter(entries)
        while page := list(islice(coming, _PAGE)):
            works, forms, years, kinds, seasons, fames = zip(*page, strict=True)
            written = [f"{form}\n".encode() for form in forms]
            self.starts.extend(islice(accumulate(map(len, written), initial=len(self.text)), 1, None))
            self.text += b"".join(written)
            self.works.extend(works)
            self.years.extend(years)
            self.seasons.extend(seasons)
            self.kinds.extend(map(KINDS.index, kinds))
            self.fames.extend(fames)
        return self


def spelled(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The names, and after each the other ways to spell it."""
    for entry in entries:
        yield entry
        form = entry.form
        if not form.isascii() and not form.startswith((LOOSE, WEAK)) and (latin := romanised(form)):
            yield entry._replace(form=LOOSE + latin)
        if has_digit(form):
            for text in lettered(form):
                yield entry._replace(form=LOOSE + text)


def shelve(lines: Lines) -> Shelf:
    """A shelf of these names."""
    forms = Texts(bytes(lines.text), lines.starts)
    written = forms.between(0, len(forms))
    bared = [bare(form) for form in written]
    by_work = array("I", sorted(range(len(lines.works)), key=lines.works.__getitem__))
    names = Spellings.by_line([name.replace(" ", "") for name in bared])
    words = Spellings.by_text(_words(bared))
    heads = _before_subtitles(written, lines.works)
    return Shelf(
        Columns(
            forms, lines.works, lines.years, lines.seasons, lines.kinds, lines.fames, by_work, names, words,
            sounds=Register.by_text(_sounds(words.texts)),
            initials=Register.by_text(_initials(written, bared, names.lines, heads)),
        )
    )  # fmt: skip


def together(shelves: Iterable[Shelf]) -> Shelf:
    """One shelf of what stands on these."""
    return shelve(Lines().write(chain.from_iterable(shelf.entries() for shelf in shelves)))


def _words(names: Iterable[str]) -> Mapping[str, Sequence[int]]:
    found: dict[str, array[int]] = {}
    for line, name in enumerate(names):
        for word in name.split():
            lines = found.get(word)
            if lines is None:
                found[word] = array("I", (line,))
            elif lines[-1] != line:
                lines.append(line)
    return found


def _sounds(words: Texts) -> Mapping[str, Sequence[int]]:
    """The positions of the words that sound alike."""
    found: dict[str, array[int]] = {}
    for position, word in enumerate(words.between(0, len(words))):
        if heard := sound(word):
            found.setdefault(heard, array("I")).append(position)
    return found


def _initials(
    forms: Sequence[str], names: Sequence[str], in_order: Iterable[int], heads: Mapping[int, str]
) -> Mapping[str, Sequence[int]]:
    """Which forms people may mean by initials: of the whole, of what stands before a subtitle, and of
    what it begins with like its neighbour in alphabetical order."""
    found: dict[str, array[int]] = {}
    before = None
    for line in in_order:
        name = names[line]
        if " " not in name or (forms[line].startswith(LOOSE) and not name[-1:].isdecimal()):
            continue
        _note(found, line, name)
        if line in heads:
            _note(found, line, heads[line])
        if before is not None and (both := shared(names[before], name)):
            _note(found, before, both)
            _note(found, line, both)
        before = line
    return found


def _note(found: "dict[str, array[int]]", line: int, name: str) -> None:
    for letters in initials(name):
        lines = found.get(letters)
        if lines is None:
            found[letters] = array("I", (line,))
        elif lines[-1] != line:
            lines.append(line)


def _before_subtitles(forms: Sequence[str], works: Sequence[int]) -> Mapping[int, str]:
    """What stands before a subtitle that is a form of its own, by the lines of the whole names."""
    subtitles: dict[int, list[str]] = {}
    for form, work in zip(forms, works, strict=True):
        if form.startswith(WEAK):
            subtitles.setdefault(work, []).append(form)
    found: dict[int, str] = {}
    for line, work in enumerate(works):
        for subtitle in subtitles.get(work, ()):
            if name := head(forms[line], subtitle):
                found.setdefault(line, name)
    return found
