"""Mends names of works that a reading has cut short: at a comma, at a small word, at an "and"."""

import re
from collections.abc import Callable, Iterator

_WORD = r"[A-Z0-9][\w'&-]*"
_JOINS = r"(?:,\s(?:(?:the|and)\s){0,2}|\s(?:[a-z]{1,7}\s){1,3})"
_BEFORE = re.compile(rf"(?<![\w']){_WORD}(?:\s{_WORD}){{0,2}}{_JOINS}$")
_BEHIND = re.compile(rf"{_JOINS}{_WORD}(?:\s{_WORD}){{0,3}}")
# "Low Tide: Wetter, Longer and Uncut": commas within what stands behind a colon.
_SUBTITLE_GOES_ON = re.compile(r",\s[A-Z]\w+(?:,?\s(?:and|&)\s[A-Z]\w+)(?=[.,;!?)'\"]|$)")
_FAR, _MOST_PIECES = 40, 3  # characters


def regrown(sentence: str, name: str, known: Callable[[str], bool]) -> str:
    """The name with the words round it that belong to it, or as it is."""
    cut, place = name, sentence.find(name)
    if place < 0:  # "The" may be added, as the name is known
        place, name = sentence.find(name.removeprefix("The ")), name.removeprefix("The ")
    for whole in _longer(sentence, place, place + len(name)) if place >= 0 else ():
        if known(whole) or (" and " in whole and known(whole.replace(" and ", " & "))):
            return whole
    if place < 0:
        return cut
    goes_on = _SUBTITLE_GOES_ON.match(sentence, place + len(name)) if ": " in name else None
    return f"{name}{goes_on[0]}" if goes_on else cut


def with_what_follows(sentence: str, begin: int, end: int) -> Iterator[str]:
    """What may be the whole name of which the piece from `begin` to `end` is the first, the longest first."""
    behind = _BEHIND.match(sentence, end)
    ends: list[int] = []
    while behind is not None and len(ends) < _MOST_PIECES:
        ends.append(behind.end())
        behind = _BEHIND.match(sentence, behind.end())
    for last in reversed(ends):
        yield sentence[begin:last]


def _longer(sentence: str, begin: int, end: int) -> Iterator[str]:
    yield from with_what_follows(sentence, begin, end)
    if before := _BEFORE.search(sentence, max(0, begin - _FAR), begin):
        yield sentence[before.start() : end]
