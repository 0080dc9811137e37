"""Works that an article reviews in sections of their own: each is reviewed, and none a comparison."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.rules.extracting.cleaning import BULLET, Article, words
from bot.rules.extracting.headlines import bare, title_case, without_rubric
from bot.rules.extracting.own_name import same

_LONGEST, _PROSE, _FEWEST = 8, 25, 2  # words, words, sections
_MARKS = "'\" "
_BEHIND = re.compile(r"\s?(?:[(\[|–—]|\s-\s).*$")


def reviewed_in_sections(article: Article) -> frozenset[str]:
    """What heads a section of prose, where an article has two such or more; as `same` writes names."""
    names = frozenset(same(name) for name in _heads(article))
    return names if len(names) >= _FEWEST else frozenset()


def _heads(article: Article) -> Iterator[str]:
    """The names in "Low Tide: a paragraph", and alone on a line above one."""
    for line, below in pairwise((*article.lines[1:], "")):
        name, colon, told = line.removeprefix(BULLET).partition(": ")
        if colon and words(told) >= _PROSE and _is_name(name):
            yield name.strip(_MARKS)
        elif words(line) <= _LONGEST and words(below) >= _PROSE:
            name = bare(_BEHIND.sub("", without_rubric(line.removeprefix(BULLET)))).strip(_MARKS)
            if _is_name(name):
                yield name


def _is_name(name: str) -> bool:
    return 0 < words(name) <= _LONGEST and title_case(name)
