"""Finds the title in a text without capital letters, where nothing but known names can tell one."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from bot.rules.extracting.cleaning import Article, words

_FEW = 0.005
_TOKEN = re.compile(r"[\w'&-]+|[.,:;!?()]")
_LONGEST = 6
_MOST_LOOKED_UP = 150
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "be", "but", "by", "for", "from", "he", "her", "his", "i", "in", "is",
     "it", "its", "of", "on", "or", "she", "that", "the", "they", "this", "to", "was", "we", "with", "you"}
)  # fmt: skip
_NAMED = (
    r"(?:(?:in|of|see|seen|watch|saw|like|called|titled|,)\s{name}(?=\s?[,.;:!?)]|\s(?:is|was|has|"
    r"tells|does))"
    r"|{name}\s(?:is|tells|has|manages|provides|never|proves)\b)"
)


def is_uncased(article: Article) -> bool:
    """Whether the text has next to no capital letters."""
    return sum(map(str.isupper, article.text)) < _FEW * len(article.text)


def uncased_title(article: Article, known: Callable[[str], bool]) -> str:
    """The known name that the text says most often and most plainly, with capitals; empty without one."""
    text = " ".join(article.lines).lower()
    weighed = ((_weight(name, count, text), name) for name, count in _repeated(text) if known(name))
    weight, name = max(weighed, default=(0.0, ""))
    return _capitals(name) if weight >= 3 else ""


def _repeated(text: str) -> Iterator[tuple[str, int]]:
    """Phrases of up to six words that occur at least twice, the commonest first."""
    tokens = _TOKEN.findall(text)
    counts: Counter[str] = Counter()
    for start, first in enumerate(tokens):
        if not first[0].isalnum():
            continue
        for end in range(start + 1, min(start + 1 + _LONGEST, len(tokens) + 1)):
            last = tokens[end - 1]
            if not last[0].isalnum():
                break
            if last not in _SMALL and (first not in _SMALL or (first == "the" and end > start + 1)):
                counts[" ".join(tokens[start:end])] += 1
    yield from ((name, count) for name, count in counts.most_common(_MOST_LOOKED_UP) if count > 1)


def _weight(name: str, count: int, text: str) -> float:
    plainly = len(re.findall(_NAMED.format(name=re.escape(name)), text))
    if words(name) == 1 and not plainly:
        return 0.0
    share = 1.0 if words(name) > 1 else 0.3  # a single word is more often a person than a title
    return share * (min(count, 6) + 2.0 * min(plainly, 4))


def _capitals(name: str) -> str:
    first, *rest = name.split()
    return " ".join([first.capitalize(), *(word if word in _SMALL else word.capitalize() for word in rest)])
