"""Names of films and series that everybody compares others with, for bots that know few works of their own."""

from functools import cache
from pathlib import Path

from bot.rules.extracting.bare_names import Known
from bot.rules.matching.normalising import plain

_ARTICLES = frozenset({"the", "a", "an"})


def is_famous(name: str) -> bool:
    """Whether a work known to most viewers is called so, be it with an article or without."""
    return _key(name) in _famous()


def known_or_famous(known: Known | None) -> Known:
    """Knows what `known` knows, and what everybody knows; made anew for each text, as it keeps its answers."""
    return cache(lambda name: is_famous(name) or (known is not None and known(name)))


@cache
def _famous() -> frozenset[str]:
    names = Path(__file__).with_suffix(".txt").read_text("utf-8")
    return frozenset(map(_key, names.splitlines()))


def _key(name: str) -> str:
    """As it is searched; names of one word keep their article: "The Ring" is a film, a ring is not."""
    words = plain(name)
    first, _, rest = words.partition(" ")
    return rest if first in _ARTICLES and " " in rest else words
