"""Small pieces of language: counts, lists, stars, and texts that end where a sentence does."""

import re
import unicodedata
from collections.abc import Sequence

_SENTENCE_END = re.compile(r"(?:[.!?…]['\"”’)]*(?=\s)|[。！？][”’」』）]*)")
# Invisible characters that turn or break the text around them; joiners stay, emoji need them.
_UNWANTED = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")


def printable(text: str) -> str:
    """A text without control characters, direction marks or lone surrogates, safe to draw anywhere."""
    if text.isprintable():
        return text
    kept = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs", "Co"))
    return _UNWANTED.sub("", kept)


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters: whole sentences where one fits, else whole words and an ellipsis."""
    if len(text) <= limit:
        return text
    head = text[:limit]
    ends = [match.end() for match in _SENTENCE_END.finditer(text[: limit + 1]) if match.end() <= limit]
    if ends and ends[-1] >= limit // 3:
        return head[: ends[-1]]
    words = head[: limit - 1].rsplit(None, 1)
    kept = words[0] if len(words) == 2 else head[: limit - 1]
    return kept.rstrip(" ,;:-–—") + "…"


def capitalised(text: str) -> str:
    """The text with a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 vote", "2 votes"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a list in a sentence: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def stars(value: int) -> str:
    """A vote of 1-10 half stars as stars: 7 is "★★★½"."""
    return "★" * (value // 2) + ("½" if value % 2 else "")


def bars(counts: Sequence[int]) -> str:
    """Counts as a row of bars, one character each, the largest full."""
    top = max(counts, default=0)
    if not top:
        return "▁" * len(counts)
    return "".join("▁▂▃▄▅▆▇█"[-(-7 * count // top)] for count in counts)
