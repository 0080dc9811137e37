"""Hides the work's own name: "First Man", "Toy Story" and "Normal People" are neither parts nor people."""

import re

# A name that says nothing to any rule.
_STAND_IN = "Zyxwell"
_NUMBER = re.compile(r"[\d\W]+")
_SHORTEST = 3
# A name of nothing but these would hide a score, or what is said of one: "Ten", "The End", "If Only".
_SAID_OF_SCORES = re.compile(
    r"(?:(?:an?|the|half|one|two|three|four|five|six|seven|eight|nine|ten|hundred|stars?|out|of|perfect|final|"
    r"verdict|score|rating|grade|overall|end|this|that|is|it|if|only|for|me|in|so|i|give|say|\d+)(?:\s|$))+",
    re.IGNORECASE,
)


def without_name(text: str, name: str) -> str:
    """The text with another name for the work; one word alone only where it is written like it."""
    if len(name) < _SHORTEST or _NUMBER.fullmatch(name) or _SAID_OF_SCORES.fullmatch(name):
        return text
    whole = r"\s".join(map(re.escape, name.split()))
    any_letters = re.IGNORECASE if " " in name else re.NOFLAG
    return re.sub(rf"(?<![^\W_])(?<!['-]){whole}(?![^\W_]|-)", _STAND_IN, text, flags=any_letters)


def with_name(words: str, name: str) -> str:
    """What was found in such a text, with the name again."""
    return words.replace(_STAND_IN, name)


def is_hidden_name(name: str) -> bool:
    """Whether this is what stands for the work's own name."""
    return name.lower() == _STAND_IN.lower()
