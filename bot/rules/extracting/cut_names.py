"""Mends names of works that a reading has cut short: at a comma, at a small word, at an "and"."""

import re
from collections.abc import Iterator

from bot.rules.extracting.bare_names import Known

_WORD = r"[A-Z0-9][\w'&-]*"
_JOINS = r"(?:,\s(?:(?:the|and)\s){0,2}|\s(?:[a-z]{1,7}\s){1,3})"
_BEFORE = re.compile(rf"(?<![\w']){_WORD}{_JOINS}$")
_BEHIND = re.compile(rf"{_JOINS}{_WORD}(?:\s{_WORD}){{0,3}}")
# "Low Tide: Wetter, Longer and Uncut": commas within what stands behind a colon.
_SUBTITLE_GOES_ON = re.compile(r",\s[A-Z]\w+(?:,?\s(?:and|&)\s[A-Z]\w+)(?=[.,;!?)'\"]|$)")
_AT_ONCE = re.compile(r"(?:,\s|\s)(?:and|or|meets)\s$|,\s$")
_FAR = 40  # characters


def regrown(sentence: str, name: str, known: Known) -> str:
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


def _longer(sentence: str, begin: int, end: int) -> Iterator[str]:
    before = _BEFORE.search(sentence, max(0, begin - _FAR), begin)
    behind = _BEHIND.match(sentence, end)
    tails: list[str] = []
    while behind is not None and len(tails) < 3:
        tails.append(sentence[end : behind.end()])
        behind = _BEHIND.match(sentence, behind.end())
    for tail in reversed(tails):
        yield f"{sentence[begin:end]}{tail}"
    if before:
        yield sentence[before.start() : end]
