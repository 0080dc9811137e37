"""Other spellings of a name: in Latin letters, with letters for look-alike digits, as its initials."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import accumulate, takewhile

from anyascii import anyascii

from bot.rules.matching.normalising import ENGLISH_ARTICLES, LITTLE_WORDS, bare, plain

_LOOKALIKES = "oieastbg", "oieasvbg"
_DIGITS = "01345789"
_DIGIT_AMONG_LETTERS = re.compile(r"(?<=[a-z])\d(?=[a-z])|(?<=[a-z]{3})\d\b")
_DIGIT = re.compile("[0-9]")
_LONGEST = 7
_LONGEST_TYPED = 6


def romanised(words: str) -> str:
    """A plain form in Latin letters, by the usual romanisation of each sign; "" where none is known."""
    return plain(anyascii(words))


def lettered(form: str) -> Iterator[str]:
    """A form's words with the letters that digits inside words look like: "seven" for "se7en"."""
    if _DIGIT_AMONG_LETTERS.search(form):
        for letters in _LOOKALIKES:
            looks = str.maketrans(_DIGITS, letters)
            yield _DIGIT_AMONG_LETTERS.sub(partial(_translated, looks), bare(form))


def _translated(looks: dict[int, int], digit: re.Match[str]) -> str:
    return digit[0].translate(looks)


def head(form: str, subtitle: str) -> str:
    """A form without this subtitle at its end; "" where it does not end so."""
    name, end = bare(form), f" {bare(subtitle)}"
    if not name.endswith(end):
        return ""
    words = name[: -len(end)].split()
    return " ".join(words[:-1] if words[-1] in ENGLISH_ARTICLES else words)


def shared(name: str, other: str) -> str:
    """The words, two or more, that two names begin with, without little ones at their end."""
    second = name.find(" ", name.find(" ") + 1)
    if not other.startswith(name[:second] if second > 0 else f"{name} ") or " " not in name:
        return ""
    words = name.split()
    both = [one for one, _ in takewhile(_alike, zip(words, other.split(), strict=False))]
    while both and both[-1] in LITTLE_WORDS:
        both.pop()
    return " ".join(both) if len(both) > 1 else ""


def _alike(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def spelled_out(letters: str, form: str) -> str:
    """The words of a form that these initials stand for; "" where none do."""
    if not 1 < len(letters) <= _LONGEST_TYPED:
        return ""
    words = bare(form).split()
    marks = [_mark(word) for word in words]
    at = "".join(marks).find(letters)
    if at < 0:
        return ""
    places = [*accumulate(map(len, marks), initial=0)]
    if at not in places or at + len(letters) not in places:
        return ""
    return " ".join(words[places.index(at) : places.index(at + len(letters))])


def _mark(word: str) -> str:
    return word if word.isdecimal() else word[0]


def initials(name: str) -> tuple[str, ...]:
    """What people abbreviate a name to, an English article first or not: "lotr", "b99".

    Two letters stand for too many names; a letter and a number do not.
    """
    spaces = name.count(" ")
    if not 0 < spaces < _LONGEST or not name.isascii():
        return ()
    words = name.split()
    letters = "".join([word[0] for word in words])
    if not letters.isalpha():  # most are
        letters = "".join(map(_mark, words))
    if (spaces == 1 and letters.isalpha()) or letters.isdecimal():
        return ()
    if spaces > 1 and words[0] in ENGLISH_ARTICLES:
        return letters, letters[1:]
    return (letters,)


def has_digit(text: str) -> bool:
    """Whether there is a digit from 0 to 9 in the text."""
    return _DIGIT.search(text) is not None
