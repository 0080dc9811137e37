"""Texts in alphabetical order with the lines that they stand on, packed tightly."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, compress, islice
from operator import ne
from typing import NamedTuple, Self

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.rules.matching.later import Later

_AFTER_ALL = b"\xff"
_SCANNED = 4000


class Texts:
    """Texts one after the other in one block of bytes; none holds a line break."""

    def __init__(self, block: bytes, starts: array[int]) -> None:
        self.block, self.starts = block, starts

    @classmethod
    def of(cls, texts: Iterable[str]) -> Texts:
        """These texts in this order."""
        return cls.lined(lined(texts).encode())

    @classmethod
    def lined(cls, block: bytes) -> Texts:
        """The texts of a block where a line break stands behind each."""
        lengths = map(len, block.splitlines(keepends=True))
        return cls(block, array("I", accumulate(lengths, initial=0)))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, position: int) -> bytes:
        return self.block[self.starts[position] : self.starts[position + 1] - 1]

    def between(self, first: int, last: int) -> list[str]:
        """The texts from one position up to another."""
        if first >= last:
            return []
        return self.block[self.starts[first] : self.starts[last] - 1].decode().split("\n")

    def place(self, text: bytes) -> int:
        """Where the text stands, or would stand, if all stand in alphabetical order."""
        return bisect_left(range(len(self)), text, key=self.__getitem__)

    def starting(self, text: str) -> tuple[int, int]:
        """The first position of those that begin with the text, and the one behind the last."""
        beginning = text.encode()
        return self.place(beginning), self.place(beginning + _AFTER_ALL)


def lined(texts: Iterable[str]) -> str:
    """These texts as one, a line break behind each."""
    return "\n".join([*texts, ""])


def unlined(text: str) -> list[str]:
    """The texts of one where a line break stands behind each."""
    texts = text.split("\n")
    texts.pop()
    return texts


class Register:
    """Which lines each text stands on: asked by the whole text or by its beginning."""

    def __init__(self, texts: Texts, ends: array[int], lines: array[int]) -> None:
        self.texts, self.ends, self.lines = texts, ends, lines

    @classmethod
    def of(cls, texts: Sequence[str], ends: array[int], lines: array[int]) -> Self:
        """Of texts in alphabetical order; `ends` tells where in `lines` those of each end, from 0 on."""
        return cls(Texts.of(texts), ends, lines)

    @classmethod
    def by_line(cls, names: Sequence[str], lines: array[int]) -> Self:
        """Of one text a line, told in alphabetical order with their lines."""
        first = [True, *map(ne, names, islice(names, 1, None))]
        ends = array("I", [*compress(range(len(lines)), first), len(lines)])
        return cls.of([*compress(names, first)], ends, lines)

    @classmethod
    def by_text(cls, lines: Mapping[str, array[int]]) -> Self:
        """Of texts that stand on several lines each."""
        texts = sorted(lines)
        ends, in_order = array("I", [0]), array("I")
        for text in texts:
            in_order += lines[text]
            ends.append(len(in_order))
        return cls.of(texts, ends, in_order)

    def position(self, text: str) -> int | None:
        """Where exactly this text stands."""
        written = text.encode()
        place = self.texts.place(written)
        return place if place < len(self.texts) and self.texts[place] == written else None

    def text(self, position: int) -> str:
        """The text at a position."""
        return self.texts[position].decode()

    def lines_of(self, first: int, last: int | None = None) -> Sequence[int]:
        """The lines of the text at one position, or of all from there up to another."""
        return self.lines[self.ends[first] : self.ends[first + 1 if last is None else last]]

    def equal(self, text: str) -> Sequence[int]:
        """The lines of exactly this text."""
        found = self.position(text)
        return () if found is None else self.lines_of(found)


class Mirror(NamedTuple):
    """Texts written backwards, in alphabetical order, and the positions that they stand at forwards."""

    texts: Texts
    positions: array[int]

    @classmethod
    def of(cls, texts: Texts) -> Mirror:
        """Of all these texts."""
        backwards = texts.between(0, len(texts))
        backwards = "\n".join(reversed(backwards))[::-1].split("\n") if backwards else []
        positions = array("I", sorted(range(len(texts)), key=backwards.__getitem__))
        return cls(Texts.of(map(backwards.__getitem__, positions)), positions)


class Spellings(Register):
    """A register that can be asked with typing errors too: it holds every text backwards as well.

    Written backwards they are only when that is asked for, unless they are told as they were kept.
    """

    def __init__(
        self, texts: Texts, ends: array[int], lines: array[int], mirror: Mirror | None = None
    ) -> None:
        super().__init__(texts, ends, lines)
        self.mirror = Later(lambda: mirror or Mirror.of(texts))

    def near(self, text: str, most: int, shared: int = 0) -> dict[int, tuple[str, int]]:
        """The positions of texts with 1 to `most` typing errors, each with its text and their number.

        An error counts as in the optimal string alignment distance: a letter more, less, other, or
        two swapped. Looked at is what shares the first or the last third of the text, since an error
        (of two, mostly) leaves one of them whole; where thousands share it, what shares more of it.
        """
        third, backwards = shared or max(1, len(text) // 3), text[::-1]
        found = {at: (name, slips) for name, slips, at in _near(self.texts, text, third, most)}
        mirror = self.mirror.get()
        for name, slips, at in _near(mirror.texts, backwards, third, most):
            found[mirror.positions[at]] = name[::-1], slips
        return found


def _near(texts: Texts, text: str, shared: int, most: int) -> Iterator[tuple[str, int, int]]:
    first, last = texts.starting(text[:shared])
    while last - first > _SCANNED and shared < len(text) - 1:
        shared += 1
        first, last = texts.starting(text[:shared])
    names = texts.between(first, last)
    for name, slips, at in process.extract(text, names, scorer=OSA.distance, score_cutoff=most, limit=None):
        if slips:
            yield name, round(slips), first + at
