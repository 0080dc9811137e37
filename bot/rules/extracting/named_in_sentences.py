"""Sentences with the names that stand in them, in quotation marks and without."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.rules.extracting.bare_names import NAME
from bot.rules.extracting.famous_names import Known
from bot.rules.extracting.headlines import title_case
from bot.rules.extracting.names import quoted_in_any_letters

_ABBREVIATES = re.compile(r"\((?:i\.?e|e\.?g|cf|vs)\.$")
# With the capital of a sentence's beginning, but no part of the name that follows.
_OPENS = re.compile(
    r"['\"(]?(?:(?:Apart|Aside) from|(?:Echoes|Elements|Fans|Hints|Shades|Traces|Viewers) of|Instead of|"
    r"(?:And|Although|As|Besides|But|Even|Half|Hello|If|Imagine|In|It's|Like|Or|Remember|See|So|Take|That's|Then|Think|Though|"
    r"Unlike|Watch|Watching|Where|While|With|Without|Yes)),?\s(?=[A-Z0-9])"
)
_SEVERAL = 2


@dataclass(frozen=True)
class Sentence:
    text: str
    quoted: tuple[tuple[int, str], ...]  # with their places
    names: tuple[re.Match[str], ...]  # without quotation marks


def read_names(sentence: str, known: Known) -> Sentence:
    quoted = tuple(one for name in quoted_in_any_letters(sentence) for one in _apart(*name, known))
    begins = [place for place, _ in quoted]
    bare = (name for name in _bare(sentence) if not is_inside(name, quoted, bisect(begins, name.start())))
    phrases = {place + 1 for place, name in quoted if not title_case(name)}  # capital for the mark's sake
    bare = (name for name in bare if name.start() not in phrases or " " in name[0])
    return Sentence(sentence, quoted, tuple(bare))


def is_inside(name: re.Match[str], quoted: Sequence[tuple[int, str]], before: int) -> bool:
    """Whether the bare name is a piece of the last of the quoted ones that begin before it."""
    if not before:
        return False
    place, whole = quoted[before - 1]
    return place < name.start() and name.end() <= place + len(whole) + 2 and title_case(whole)


def rejoined(sentences: Sequence[str]) -> Iterator[str]:
    """The sentences, those in one piece that were parted behind "(e.g."."""
    begun = ""
    for sentence in sentences:
        if _ABBREVIATES.search(sentence, max(0, len(sentence) - 6)):
            begun += f"{sentence} "
        else:
            yield begun + sentence
            begun = ""
    if begun:
        yield begun.rstrip()


def _apart(place: int, name: str, known: Known) -> Iterator[tuple[int, str]]:
    """The names that one pair of marks may hold: "Low Tide, Salt Road, Gulls"."""
    names = name.split(", ")
    are_names = all(one[:1].isupper() or one[:1].isdigit() for one in names)
    if len(names) == 1 or known(name) or not are_names or sum(map(known, names)) < _SEVERAL:
        yield place, name
        return
    for one in names:
        yield place, one
        place += len(one) + 2


def _bare(sentence: str) -> Iterator[re.Match[str]]:
    opening = _OPENS.match(sentence)
    return NAME.finditer(sentence, opening.end() if opening else 0)
