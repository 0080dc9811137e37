"""How a word sounds, roughly: for names that people heard and write as they please."""

import re
from collections.abc import Iterator

# Much simplified after Lawrence Philips' Metaphone (1990): letters that sound alike become one.
_CLUSTERS = {
    "tsch": "x",
    "tch": "x",
    "sch": "x",
    "sh": "x",
    "ch": "x",
    "cz": "x",
    "ph": "f",
    "qu": "k",
    "ck": "k",
    "gh": "",
}
_SOFT_C = {"ce": "se", "ci": "si", "cy": "sy"}
_CLUSTER = re.compile("|".join([*_CLUSTERS, *_SOFT_C]))
_LETTERS = str.maketrans("cqgjvwzdb", "kkkkffstp", "aeiouyh")
_FIRST = str.maketrans("cqgjvwzdb", "kkkkffstp")
_TWICE = re.compile(r"(.)\1+")
_SHORTEST = 3

# What an English ear makes of French words, inside them and at their end, and how the French write it.
_HEARD_INSIDE = (("oo", "ou"), ("wa", "oi"))
_HEARD_LAST = (
    (re.compile("(?:oo|ou|uo|u|w)(?:ie|ey|ye|ee|i|y)$"), ("ouille",)),
    (re.compile("(?:ay|ai|ei|ey|eye)$"), ("aille", "eille", "et")),
    (re.compile("o[hw]?$"), ("eau", "ot")),
    (re.compile("ah?$"), ("at",)),
    (re.compile("(?:ee|i)c?k$"), ("ique",)),
)
_SHORTEST_HEARD = 4


def sound(word: str) -> str:
    """The consonants of a Latin word as they sound, with its first vowel; "" where they are too few."""
    if not word.isascii() or not word.isalpha():
        return ""
    clustered = _CLUSTER.sub(_simpler, word)
    heard = _TWICE.sub(r"\1", clustered[:1].translate(_FIRST) + clustered[1:].translate(_LETTERS))
    return heard if len(heard) >= _SHORTEST else ""


def in_french(word: str) -> Iterator[str]:
    """How the French may write what was heard: "ratatouille" for "ratatooey", "noir" for "nwar"."""
    if len(word) < _SHORTEST_HEARD or not word.isascii():
        return
    if (written := _with_french_vowels(word)) != word:
        yield written
    for ending, spellings in _HEARD_LAST:
        if (heard := ending.search(word)) and heard.start():
            yield from (_with_french_vowels(word[: heard.start()]) + spelling for spelling in spellings)


def _with_french_vowels(word: str) -> str:
    for heard, letters in _HEARD_INSIDE:
        word = word.replace(heard, letters)
    return word


def _simpler(cluster: re.Match[str]) -> str:
    return _CLUSTERS.get(cluster[0]) or _SOFT_C.get(cluster[0], "")
