"""Works that a sentence names in a row: "all of Low Tide, Salt Road, Gulls and Heron did that"."""

import re
from collections.abc import Iterator, Sequence

from bot.rules.extracting.bare_names import unpossessed
from bot.rules.extracting.comparison_words import is_credit
from bot.rules.extracting.famous_names import is_famous
from bot.rules.extracting.likely_works import is_hero
from bot.rules.extracting.named_in_sentences import Sentence

_JOINED = re.compile(r"['\"]?(?:\s\([^()]{1,25}\))?,?\s(?:(?:and|or|even|also|then|the)\s){0,2}['\"]?")
# Behind a person's name in brackets, of other kinds, or only a reviewer's habits.
_OF_SOMEBODY = re.compile(r"[A-Z][\w'-]+\s\(['\"]?$")
_PERSON = re.compile(r"[A-Z][\w'.-]+(?:\s[A-Z][\w'.-]+){1,2}")
_NO_ROW = re.compile(
    r"\b(?:books?|comics?|games?|graphic novels?|novels?|songs?|characters?|mastermind|behind|references?|"
    r"gr[eo]w(?:ing)? up|have(?:n't| not) (?:seen|watched)|hadn't (?:seen|watched)|"
    r"(?:made|did|gave) (?:some|us|me))\b"
)
_PRIZES = re.compile(r"\b(?:awards?|oscars?)\b")  # many compete for them
_FEWEST, _FEWEST_FAMOUS, _NEAR = 3, 2, 120  # characters


def in_rows(sentence: Sentence) -> Iterator[tuple[int, str]]:
    """Each of three names or more, of which two at least are famous, unless they tell what somebody made."""
    text = sentence.text
    if "," not in text or _NO_ROW.search(text):
        return
    for row in _rows(sentence):
        if _are_works(row) and not _are_somebodys(row, text):
            yield from row


def _are_works(row: Sequence[tuple[int, str]]) -> bool:
    famous = [name for _, name in row if is_famous(name) and not is_hero(name)]
    return len(row) >= _FEWEST and len(famous) >= _FEWEST_FAMOUS and any(" " in name for name in famous)


def _are_somebodys(row: Sequence[tuple[int, str]], text: str) -> bool:
    """Whether a person is named before the works, or first in their brackets: "(Otto Marsh, 'Low Tide')"."""
    place, first = row[0]
    before = text[max(0, place - _NEAR) : place]
    is_player = before.endswith("(") and _PERSON.fullmatch(first) is not None and not is_famous(first)
    return is_player or bool(_OF_SOMEBODY.search(before)) or is_credit(_PRIZES.sub("", before.lower()))


def _rows(sentence: Sentence) -> Iterator[list[tuple[int, str]]]:
    """The names between which nothing but commas and conjunctions stands."""
    marked = ((place + 1, name) for place, name in sentence.quoted)
    names = sorted([*marked, *((found.start(), unpossessed(found[0])) for found in sentence.names)])
    row: list[tuple[int, str]] = []
    for place, name in names:
        if row and not _JOINED.fullmatch(sentence.text, row[-1][0] + len(row[-1][1]), place):
            yield row
            row = []
        row.append((place, name))
    yield row
