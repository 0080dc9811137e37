"""How a word sounds, roughly: for names that people heard and write as they please."""

import re

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


def sound(word: str) -> str:
    """The consonants of a Latin word as they sound, with its first vowel; "" where they are too few."""
    if not word.isascii() or not word.isalpha():
        return ""
    clustered = _CLUSTER.sub(_simpler, word)
    heard = _TWICE.sub(r"\1", clustered[:1].translate(_FIRST) + clustered[1:].translate(_LETTERS))
    return heard if len(heard) >= _SHORTEST else ""


def _simpler(cluster: re.Match[str]) -> str:
    return _CLUSTERS.get(cluster[0]) or _SOFT_C.get(cluster[0], "")
