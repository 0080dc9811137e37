"""Other spellings of a name: in Latin letters, with letters for look-alike digits, as its initials."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import accumulate, takewhile

from anyascii import anyascii

from bot.rules.matching.normalising import ENGLISH_ARTICLES, LITTLE_WORDS, LOOSE, WEAK, bare, plain

_LOOKALIKES = "oieastbg", "oieasvbg"
_DIGITS = "01345789"
_DIGIT_AMONG_LETTERS = re.compile(r"(?<=[a-z])[0-9](?=[a-z])|(?<=[a-z]{3})[0-9]\b")
_NOT_A_TO_Z = re.compile(f"[^a-z{LOOSE}{WEAK}]")
_ALL_BUT_CAPITALS = b" abcdefghijklmnopqrstuvwxyz"
_LONGEST = 7
_LONGEST_TYPED = 6


def other_spellings(form: str) -> Iterator[str]:
    """A form in Latin letters, and with letters for look-alike digits."""
    if not form.isascii() and not form.startswith((LOOSE, WEAK)) and (latin := romanised(form)):
        yield latin
    yield from lettered(form)


def is_of_a_to_z(form: str) -> bool:
    """Whether a form has no other signs, so that there are no other spellings of it."""
    return _NOT_A_TO_Z.search(form) is None


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


def head(name: str, subtitle: str) -> str:
    """A name without this subtitle at its end; "" where it does not end so."""
    if not name.endswith(f" {subtitle}"):
        return ""
    words = name[: -len(subtitle)].split()
    return " ".join(words[:-1] if words[-1] in ENGLISH_ARTICLES else words)


def shared(name: str, other: str) -> str:
    """The words, two or more, that two names begin with, without little ones at their end."""
    second = name.find(" ", name.find(" ") + 1)
    if not other.startswith(name[:second] if second > 0 else f"{name} "):
        return ""
    both = [one for one, _ in takewhile(_alike, zip(name.split(), other.split(), strict=False))]
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


def initials(name: str, letters: str = "") -> tuple[str, ...]:
    """What people abbreviate a name to, an English article first or not: "lotr", "b99".

    Two letters stand for too many names; a letter and a number do not. `letters` are its first letters,
    or those of a name that begins with it, where `first_letters` knows them.
    """
    words = name.count(" ") + 1
    if not 1 < words <= _LONGEST or not name.isascii():
        return ()
    letters = letters[:words] or "".join(map(_mark, name.split()))
    if (words == 2 and letters.isalpha()) or letters.isdecimal():
        return ()
    if words > 2 and name[: name.find(" ")] in ENGLISH_ARTICLES:
        return letters, letters[1:]
    return (letters,)


def first_letters(names: Iterable[str]) -> list[str]:
    """The first letters of each name's words; "" for a name that is not of a to z alone.

    They are what is left of all names in title case without small letters: for 100,000 names found in
    20 ms instead of 100.
    """
    capitals = "\n".join([*names, ""]).encode().title().translate(None, _ALL_BUT_CAPITALS).lower()
    return [letters.decode() if letters.isalpha() else "" for letters in capitals.split(b"\n")[:-1]]
