"""Puts many wordings into one pattern that is quick to try at every word of a text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator


def any_of(alternatives: Iterable[str]) -> str:
    """All as one pattern that tries at each word those of its first letter only: several times as fast.

    Of two that begin alike the longer is tried first. They are to stand behind a word's boundary.
    """
    by_letter: dict[str, list[str]] = defaultdict(list)
    for alternative in sorted(set(alternatives), reverse=True):
        is_plain = alternative[:1].isalpha() and alternative[1:2] not in {"?", "*", "+", "{"}
        by_letter[alternative[0] if is_plain else ""].append(alternative)
    others = by_letter.pop("", [])
    letters = (f"{letter}(?:{'|'.join(each[1:] for each in same)})" for letter, same in by_letter.items())
    return f"(?:{'|'.join((*letters, *others))})"


def parted(pattern: str) -> Iterator[str]:
    """The alternatives of "a|b(?:c|d)|e": those outside all brackets."""
    depth, begin, place = 0, 0, 0
    while place < len(pattern):
        if pattern[place] == "\\":
            place += 1
        elif pattern[place] == "[":
            place = pattern.index("]", place + 2)
        elif pattern[place] in "()":
            depth += 1 if pattern[place] == "(" else -1
        elif pattern[place] == "|" and depth == 0:
            yield pattern[begin:place]
            begin = place + 1
        place += 1
    yield pattern[begin:]
