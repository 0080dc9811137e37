"""Names as they are searched: spelling, punctuation, articles and numbers made alike.

A form is plain text of words and single spaces. A two-character mark before it tells how much it
is worth: none (the name as written), LOOSE (English article dropped, numbers as digits) or WEAK
(a subtitle alone, a foreign article dropped).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from bot.rules.matching.numbers import digits

LOOSE = "= "
WEAK = "> "
LONGEST = 200
_MARK_OF_A_LINE = re.compile(f"\n(?:{LOOSE}|{WEAK})")

ENGLISH_ARTICLES = frozenset({"the", "a", "an"})
_FOREIGN_ARTICLES = frozenset({
    "le", "la", "les", "un", "une", "der", "die", "das", "ein", "eine", "el", "los", "las", "una", "il",
    "lo", "gli", "o", "os", "as", "um", "uma", "de", "het", "een", "den", "det", "en", "ett",
})  # fmt: skip
LITTLE_WORDS = ENGLISH_ARTICLES | {
    "of", "and", "in", "to", "on", "at", "for", "is", "it", "my", "de", "la", "le", "el", "der", "die", "das",
}  # fmt: skip
_SPELLINGS = str.maketrans(
    dict.fromkeys("'’‘ʼʹ`´′™®©", "")
    | {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th"}
    | {"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i"}
)
_ARTICLE_LAST = re.compile(r"^(.+), (the|an?|le|la|les|der|die|das|el|los|las|il)$", re.IGNORECASE)
_ELIDED = re.compile(r"^l['’](?=\w)", re.IGNORECASE)
_SUBTITLE = re.compile(r":\s|:$|\s[-–—]\s")
_NEITHER_LETTER_NOR_DIGIT = re.compile(r"[^a-z0-9]+")


def forms(title: str, others: Iterable[str]) -> tuple[str, ...]:
    """The search forms of a work's names, the strongest first; never empty unless the title is.

    They depend on nothing but the names, so they may be stored.
    """
    names = [_article_first(" ".join(name.split())) for name in (title, *others)]
    marks: dict[str, str] = {}
    for name in names:
        marks.setdefault(plain(name), "")
    for name in names:
        marks.setdefault(loose(plain(name)), LOOSE)
    for name in names:
        for part in _parts(name):
            marks.setdefault(part, WEAK)
    found = tuple(mark + text for text, mark in marks.items() if text)
    return found or (("?",) if title else ())


def plain(text: str) -> str:
    """The text in lower case without accents, apostrophes and punctuation, at most LONGEST characters.

    A text without letters and digits keeps its symbols.
    """
    taken_apart = unicodedata.normalize("NFKD", text[:LONGEST].translate(_SPELLINGS))
    folded = taken_apart.translate(_SPELLINGS).casefold().replace("&", " and ")
    if folded.isascii():
        words = _NEITHER_LETTER_NOR_DIGIT.sub(" ", folded)
    else:
        words = unicodedata.normalize("NFC", "".join(map(_kept, folded)))
    words = " ".join(words.split())
    if words:
        return words[:LONGEST].rstrip()
    return "".join(character for character in text[:LONGEST] if character.isprintable()).replace(" ", "")


def loose(words: str) -> str:
    """The plain form with numbers as digits and without its leading English article."""
    return _without_first(" ".join(digits(words.split())), ENGLISH_ARTICLES)


def bare(form: str) -> str:
    """A form's words without its mark."""
    return form[2:] if form[:2] in (LOOSE, WEAK) else form


def all_bare(forms: str) -> str:
    """The words of forms that stand a line each, without their marks."""
    return _MARK_OF_A_LINE.sub("\n", f"\n{forms}")[1:]


def same_names(own: Iterable[str]) -> tuple[str, ...]:
    """The forms that other works have where they share a name with one of these forms."""
    strong = [bare(form) for form in own if not form.startswith(WEAK)]
    return tuple(dict.fromkeys((*strong, *(LOOSE + words for words in strong))))


def key(form: str) -> str:
    """A form's letters without mark and spaces: what equal names share."""
    return bare(form).replace(" ", "")


def _parts(name: str) -> Iterator[str]:
    for cut in _SUBTITLE.finditer(name):
        subtitle = plain(name[cut.end() :])
        if " " in subtitle:
            yield loose(subtitle)
    if _ELIDED.match(name):
        yield loose(plain(_ELIDED.sub("", name)))
    yield loose(_without_first(plain(name), _FOREIGN_ARTICLES))


def _article_first(name: str) -> str:
    return _ARTICLE_LAST.sub(r"\2 \1", name)


def _without_first(words: str, articles: frozenset[str]) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and first in articles else words


def _kept(character: str) -> str:
    """Marks that carry a vowel (as in Hindi or Thai) stay; Latin accents and invisible signs go."""
    category = unicodedata.category(character)
    if category == "Cf" or "\u0300" <= character <= "\u036f":
        return ""
    return character if character.isalnum() or category[0] == "M" else " "
