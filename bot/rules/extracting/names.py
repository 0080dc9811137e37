"""How the name of a work looks in running text."""

import re
from collections.abc import Iterator

_WORD = r"(?!\d+(?:\.\d)?/\d)[A-Z0-9][\w'&!-]*"  # no score behind a name
_SMALL = r"(?:(?:a|an|and|&|at|by|for|from|in|of|on|or|the|to|v|vs|vs\.|with)\s){0,2}"
TITLE = rf"{_WORD}(?:(?::\s|\s){_SMALL}{_WORD}){{0,6}}"
_QUOTED = re.compile(
    r"""(?<!\w)(?:"(?P<double>[A-Z0-9][^"\n]{0,60})"|'(?P<single>[A-Z0-9](?:[^"'\n]|'(?=\w)){0,60})')(?!\w)"""
)


def quoted_names(text: str) -> Iterator[tuple[int, str]]:
    """Names in quotation marks with the place where each begins."""
    for found in _QUOTED.finditer(text):
        yield found.start(), (found["double"] or found["single"]).rstrip(" ,.;:")
