"""Finds the works that the article sets beside the reviewed one."""

import re
from collections.abc import Callable, Iterator, Sequence

from bot.rules.extracting.titles import quoted_names

_CUE = re.compile(
    r"\bif you(?:'ve| have)?(?: ever)?\b|\b(?:fans|lovers|admirers) of\b|\b(?:quite |very |so )?similar to\b|"
    r"\breminiscent of\b|\bin the (?:vein|mould|mold|spirit|tradition) of\b|\bakin to\b|\bcompar\w+ (?:to|with)\b|"
    r"\bremind\w* (?:me |us |you |one )?of\b|\b(?:recalls|echoes|evokes)\b|\b(?:cross|mix|mash-?up|hybrid) (?:between|of)\b|"
    r"\b(?:better|worse|darker|funnier|stronger|weaker|lighter|slower|scarier|smarter|more \w+|less \w+) than\b|"
    r"\bthink\b(?=.{1,60}\bmeets\b)|\b(?:much |just |a lot |something )like\b|\bowes \w+(?: \w+)? to\b",
    re.IGNORECASE,
)
_WORK_WORD = r"(?:franchise|series|saga|trilogy|films?|movies?|shows?|remake)"
_TITLE = r"[A-Z0-9][\w'&!-]*(?:(?::\s|\s)(?:(?:a|an|and|at|by|for|from|in|of|on|the|to|with)\s){0,2}[A-Z0-9][\w'&!-]*){0,6}"
_UNQUOTED = re.compile(
    rf"(?:(?:\s|,|\bthe (?:first|original|likes of)|\b(?:both|either|and|or|meets|a|the|something like)\b"
    rf"|[A-Z][\w-]+'s)\s*){{0,4}}(?P<title>{_TITLE})(?P<work>\s{_WORK_WORD}\b)?"
)
_NOT_A_WORK = re.compile(
    r"\b(?:Netflix|Prime|Disney|Hulu|HBO|Hollywood|Bollywood|American|British|Korean|English|French|Oscar|I|It|He|She|"
    r"You|They|We|This|That|If|But|Christmas|Halloween)\b"
)
_PART = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or|meets)\s")
_MOST = 12


def find_comparables(
    sentences: Sequence[str], excluded: Sequence[str], known: Callable[[str], bool] | None = None
) -> tuple[str, ...]:
    """Other works named in a comparison, in order of appearance, each once.

    A name in quotation marks counts anywhere after the cue; a bare one only right behind it, and only
    if a word such as "franchise" follows or `known` knows it. `excluded` are names of the reviewed work
    and of people.
    """
    barred = {name.lower() for name in excluded}
    found: dict[str, str] = {}
    for sentence in sentences:
        for _, name in sorted(_compared(sentence, known)):
            if name.lower() not in barred and not _NOT_A_WORK.fullmatch(name):
                found.setdefault(name.lower(), name)
    return tuple(found.values())[:_MOST]


def _compared(sentence: str, known: Callable[[str], bool] | None) -> Iterator[tuple[int, str]]:
    cue = _CUE.search(sentence)
    if cue is None:
        return
    quoted = list(quoted_names(sentence))
    yield from ((place, name) for place, name in quoted if place > cue.start())
    for cue in list(_CUE.finditer(sentence))[:6]:
        start = cue.end()
        for _ in range(6):
            bare = _UNQUOTED.match(sentence, start)
            if bare is None:
                break
            name = _trusted(bare, known)
            if name and all(
                not place < bare.start("title") < place + len(other) + 2 for place, other in quoted
            ):
                yield bare.start("title"), name
            start = bare.end()


def _trusted(bare: re.Match[str], known: Callable[[str], bool] | None) -> str:
    """The name as far as there is reason to take it for a work's; empty without."""
    title = re.sub(r"^[A-Z][\w-]+'s\s(?=[A-Z0-9])", "", bare["title"]).removesuffix("'s")
    if bare["work"]:
        return title
    if known is None:
        return ""
    candidates = (title, *(part for part in _PART.split(title) if part != title), bare["title"])
    return next((name for name in candidates if len(name) > 2 and known(name)), "")
