"""Abbreviations in which a word made of two gives two letters: "nwb" for "Nightwatch Blues"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.rules.matching.normalising import ENGLISH_ARTICLES, WEAK, bare, loose
from bot.rules.matching.register import Register
from bot.rules.matching.shelf import Entry, Shelf

_FEWEST, _MOST = 3, 5
_SIDE = 3  # the fewest letters of each of the two
_NAMES = 200


class InFull(NamedTuple):
    """What letters stand for: these words of a name, and whether both parts of the compound are known."""

    entry: Entry
    words: str
    known: bool

    @property
    def whole(self) -> bool:
        """Whether the words are a whole name, its English article aside."""
        name = bare(self.entry.form)
        return not self.entry.form.startswith(WEAK) and self.words in (name, loose(name))


def with_a_compound(shelf: Shelf, letters: str) -> Iterator[InFull]:
    """Names that these letters stand for where one word gives two of them, but not the last word."""
    if not (_FEWEST <= len(letters) <= _MOST and letters.isascii() and letters.isalpha()):
        return
    for at in range(len(letters) - 2):
        rest, inner = letters[: at + 1] + letters[at + 2 :], letters[at + 1]
        lines = shelf.initials.equal(rest) if len(rest) > 2 else _of_compounds(shelf, rest[0], inner)
        for entry in shelf.read(shelf.famous(lines, _NAMES)):
            words = beginning_with(rest, entry.form)
            if words and inner in _well_inside(words[at]):
                yield InFull(entry, " ".join(words), _is_made_of_two(shelf.words, words[at], inner))


def beginning_with(letters: str, form: str) -> list[str]:
    """The first words of a form if they have these letters, its English article aside; [] if not."""
    words = bare(form).split()
    for some in (words, words[words[0] in ENGLISH_ARTICLES :]):
        first = some[: len(letters)]
        if "".join([word[0] for word in first]) == letters:
            return first
    return []


def _of_compounds(shelf: Shelf, first: str, inner: str) -> Sequence[int]:
    """The lines of words that begin so and end in another word: names of two words have no initials."""
    words = shelf.words
    begin, end = words.texts.starting(first)
    long = [
        (place, word)
        for place, word in enumerate(words.texts.between(begin, end), begin)
        if inner in word and inner in _well_inside(word)
    ]
    ends = {*words.texts.between(*words.texts.starting(inner))} if long else set()
    return [
        line
        for place, word in long
        if any(last in ends for _, last in _parts(word, inner))
        for line in words.lines_of(place)
    ]


def _is_made_of_two(words: Register, word: str, inner: str) -> bool:
    return any(None not in map(words.position, parts) for parts in _parts(word, inner))


def _parts(word: str, inner: str) -> Iterator[tuple[str, str]]:
    """A word cut in two before each inner letter of this kind."""
    for cut in range(_SIDE, len(word) - _SIDE + 1):
        if word[cut] == inner:
            yield word[:cut], word[cut:]


def _well_inside(word: str) -> str:
    return word[_SIDE : 1 - _SIDE]
