"""Names of works in capitals, as reviewers wrote them before there were italics: "funnier than LOW TIDE"."""

import re
from collections.abc import Iterator, Sequence

_WORD = r"[A-Z][A-Z'&-]+"
_SMALL = r"(?:(?:A|I|OF|THE|TO|[0-9]+)\s){0,2}"
_SHOUTED = re.compile(
    rf"(?<![\w'\"])(?:(?:A|I)\s)?{_WORD}(?:(?::\s|\s){_SMALL}{_WORD}){{0,7}}(?:\s[0-9]{{1,2}})?(?![\w'\"])"
)
_SMALL_WORDS = frozenset(
    {"A", "AN", "AND", "AT", "BY", "FOR", "FROM", "IN", "OF", "ON", "OR", "THE", "TO", "WITH"}
)
_SHORTEST = 5  # letters: shorter ones are "CGI" and "DVD"


def in_quotation_marks(sentences: Sequence[str], title: str) -> Sequence[str]:
    """The sentences; names in capitals are put into quotation marks where the text writes its own work so."""
    own = title.upper()
    if len(own) < _SHORTEST or not any(own in sentence and not sentence.isupper() for sentence in sentences):
        return sentences
    if " " not in own and sum(own in sentence for sentence in sentences) < 2:
        return sentences  # one word may be stressed
    return [
        _SHOUTED.sub(_quoted, sentence) if _mostly_small(sentence) else sentence for sentence in sentences
    ]


def _mostly_small(sentence: str) -> bool:
    return 2 * sum(map(str.isupper, sentence)) < sum(map(str.isalpha, sentence))


def _quoted(name: re.Match[str]) -> str:
    words = name[0].removesuffix("'S")
    if len(words) < _SHORTEST:
        return name[0]
    possessive = "'s" if words != name[0] else ""
    return f"'{' '.join(_capitalised(words))}'{possessive}"


def _capitalised(name: str) -> Iterator[str]:
    for place, word in enumerate(name.split()):
        yield word.lower() if place and word in _SMALL_WORDS else word.capitalize()
