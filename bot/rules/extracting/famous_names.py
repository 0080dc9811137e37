"""Names of films and series that everybody compares others with, for bots that know few works themselves."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from bot.rules.matching.normalising import plain

Known = Callable[[str], bool]  # tells whether a work of the name is known

_ARTICLES = frozenset({"the", "a", "an"})


def is_famous(name: str, *, as_written: bool = False) -> bool:
    """Whether a work that most viewers have heard of is called so.

    An article more or less does not matter, but where `as_written` says that none must be too many.
    """
    written = plain(name)
    return written in _famous() or (not as_written and _without_article(written) in _famous())


def begins_a_famous_name(words: str) -> bool:
    """Whether a famous name begins with the first two words, or is the first; quick enough for long texts."""
    first, _, rest = words.partition(" ")
    beginnings = _beginnings()
    if first.isalpha() and first.casefold() not in beginnings:
        return False
    both = plain(f"{first} {rest.partition(' ')[0]}").split(" ")
    return both[0] in _famous() or " ".join(both[:2]) in beginnings


def known_or_famous(known: Known | None) -> Known:
    """Knows what `known` knows and what everybody knows; made for one text, as it keeps its answers."""
    return cache(lambda name: is_famous(name) or (known is not None and known(name)))


@cache
def _famous() -> frozenset[str]:
    """As they are searched, each with its article and without."""
    written = Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()
    names = tuple(map(plain, written))
    return frozenset((*names, *map(_without_article, names)))


@cache
def _beginnings() -> frozenset[str]:
    """Their first words, and their first two."""
    names = [name.split(" ", 2) for name in _famous()]
    return frozenset((*(first for first, *_ in names), *(" ".join(name[:2]) for name in names)))


def _without_article(name: str) -> str:
    """Names of one word keep theirs: "The Ring" is a film, a ring is not."""
    first, _, rest = name.partition(" ")
    return rest if first in _ARTICLES and " " in rest else name
