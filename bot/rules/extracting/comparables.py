"""Finds the works that the article sets beside the reviewed one."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from bot.rules.extracting.names import TITLE, quoted_names

_CUE = re.compile(
    r"\bif you(?:'ve| have)?(?: ever)?\b|\b(?:fans|lovers|admirers) of\b|\b(?:quite |very |"
    r"so )?similar to\b|\breminiscent of\b|\bin the (?:vein|mould|mold|spirit|tradition) of\b|\bakin to\b|"
    r"\bcompar\w+ (?:to|with)\b|\bremind\w* (?:me |us |you |one )?of\b|\b(?:recalls|echoes|evokes)\b|"
    r"\b(?:cross|mix|mash-?up|hybrid) (?:between|of)\b|\b(?:better|worse|darker|funnier|stronger|weaker|"
    r"lighter|slower|scarier|smarter|more \w+|less \w+) than\b|"
    r"\bthink\b(?=.{1,60}\bmeets\b)|\b(?:much |just |a lot |something )like\b|\bowes \w+(?: \w+)? to\b",
    re.IGNORECASE,
)
_WORK_WORD = r"(?:franchise|series|saga|trilogy|films?|movies?|shows?|remake)"
_UNQUOTED = re.compile(
    rf"(?:(?:\s|,|\bthe (?:first|original|likes of)|\b(?:both|either|and|or|meets|a|the|something like)\b"
    rf"|[A-Z][\w-]+'s)\s*){{0,4}}(?P<title>{TITLE})(?P<work>\s{_WORK_WORD}\b)?"
)
_NOT_A_WORK = re.compile(
    r"\b(?:Netflix|Prime|Disney|Hulu|HBO|Hollywood|Bollywood|American|British|Korean|English|French|Oscar|I|"
    r"It|He|She|You|They|We|This|That|If|But|Christmas|Halloween)\b"
)
_PART = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or|meets)\s")
_MOST, _MOST_CUES = 12, 6


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
    cues = list(islice(_CUE.finditer(sentence), _MOST_CUES))
    if not cues:
        return
    yield from ((place, name) for place, name in quoted_names(sentence) if place > cues[0].start())
    for cue in cues:
        bare = _UNQUOTED.match(sentence, cue.end())
        while bare is not None:
            if name := _trusted(bare, known):
                yield bare.start("title"), name
            bare = _UNQUOTED.match(sentence, bare.end())


def _trusted(bare: re.Match[str], known: Callable[[str], bool] | None) -> str:
    """The name as far as there is reason to take it for a work's; empty without."""
    title = re.sub(r"^[A-Z][\w-]+'s\s(?=[A-Z0-9])", "", bare["title"]).removesuffix("'s")
    if bare["work"]:
        return title
    if known is None:
        return ""
    candidates = (title, *(part for part in _PART.split(title) if part != title), bare["title"])
    return next((name for name in candidates if len(name) > 2 and known(name)), "")
