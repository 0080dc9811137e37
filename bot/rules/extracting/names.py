"""How the name of a work looks in running text."""

import re
from collections.abc import Iterator

_WORD = (
    r"(?:(?:Dr|Mrs?|Ms|St|Vol)\.(?=\s[A-Z])|(?:[A-Z]\.){2,8}"
    r"|(?!\d+(?:\.\d)?/\d)[A-Z0-9][\w'&!-]*)"  # no score behind a name
)
_SMALL = r"(?:(?:a|an|and|&|at|by|for|from|in|of|on|or|the|to|v|vs|vs\.|with) ){0,2}"
TITLE = rf"{_WORD}(?:(?:: | ){_SMALL}{_WORD}){{0,6}}"
_QUOTED = re.compile(
    r"""(?<!\w)(?:"(?P<double>[A-Z0-9][^"\n]{0,60})"|'(?P<single>[A-Z0-9](?:[^"'\n]|'(?=\w)){0,60})')(?!\w)"""
)
# Corpora in small letters have a space on both sides of each mark.
_SPACED = re.compile(r'"\s([^"\n]{1,60}?)\s?([,.]?)\s?"')
_QUOTED_SMALL = re.compile(r'(?<!\w)"(?P<double>[a-z0-9][^"\n]{0,60})(?P<single>)"(?!\w)')


def places_of(name: str, text: str) -> Iterator[int]:
    """Where the name stands as words of its own; much cheaper than a pattern made for each name."""
    place = text.find(name) if name else -1
    while place >= 0:
        end = place + len(name)
        if not (text[place - 1 : place].isalnum() or text[end : end + 1].isalnum()):
            yield place
        place = text.find(name, end)


def stands_in(name: str, text: str) -> bool:
    """Whether the name stands somewhere in the text as words of its own."""
    return next(places_of(name, text), None) is not None


def closed_up(text: str) -> str:
    """The text, with the spaces inside quotation marks taken off where all of it is in small letters."""
    return without_inner_spaces(text.replace("`", "'") if "`" in text else text)


def without_inner_spaces(text: str) -> str:
    """The same, whatever other marks it has."""
    return _SPACED.sub(r'"\1"\2', text) if '" ' in text and text.islower() else text


def quoted_names(text: str) -> Iterator[tuple[int, str]]:
    """Names in quotation marks with the place where each begins."""
    return _within_marks(_QUOTED, text)


def quoted_in_any_letters(text: str) -> Iterator[tuple[int, str]]:
    """The same, and words in quotation marks where all of the text is in small letters."""
    return _within_marks(_QUOTED_SMALL if '"' in text and text.islower() else _QUOTED, text)


def _within_marks(quoted: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    for found in quoted.finditer(text):
        yield found.start(), (found["double"] or found["single"]).rstrip(" ,.;:")
