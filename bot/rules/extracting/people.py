"""Who made the work and who plays whom, as the article says it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from storage import Credit

_PART = r"(?<!\w)[A-Z][\w'.-]{0,30}"
_JOIN = r"(?:\s(?:(?:de|del|da|di|van|von|der|la|le|bin|al)\s)?)"
_PERSON = rf"{_PART}(?:{_JOIN}{_PART}){{1,3}}"
_ROLE = rf"{_PART}(?:\s(?:of\s|the\s)?{_PART}){{0,3}}"
_PLAYED_BY = re.compile(
    rf"(?P<role>{_ROLE}),?\s\(?(?:is\s)?(?:played|portrayed|voiced)\sby\s(?P<person>{_PERSON})"
)
_PLAYS = re.compile(
    rf"(?P<person>{_PERSON})\s(?:\w+ly\s)?(?:plays|portrays|voices|stars\sas|as)\s(?:the\s)?(?P<role>{_ROLE})"
)
_IN_BRACKETS = re.compile(rf"(?P<role>{_ROLE})\s\((?P<person>{_PERSON})\)")
_MAKERS = {
    "director": re.compile(rf"\b(?:directed\sby|director)\s(?P<person>{_PERSON})", re.IGNORECASE),
    "writer": re.compile(rf"\b(?:written\sby|screenwriter)\s(?P<person>{_PERSON})", re.IGNORECASE),
}
_LABELS = {
    "director": "director", "directors": "director", "directed by": "director", "writer": "writer",
    "writers": "writer", "written by": "writer", "screenwriter": "writer", "screenwriters": "writer",
    "cast": "cast", "starring": "cast", "stars": "cast", "actors": "cast", "creator": "creator",
    "created by": "creator",
}  # fmt: skip
_NOT_A_PERSON = re.compile(
    r"\b(?:The|This|That|Season|Review|Netflix|Film|Movie|Street|City|War|World|School|House|Festival|Award|"
    r"Hollywood|Rotten|University|Studios?|Pictures)\b"
)
_FULL_NAME = re.compile(_PERSON)
_SENTENCE_STARTS = frozenset(
    {
        "As",
        "When",
        "While",
        "Here",
        "And",
        "But",
        "With",
        "After",
        "Where",
        "Both",
        "If",
        "In",
        "Meet",
        "Enter",
    }
)
_MOST = 24


def find_people(labels: Mapping[str, str], sentences: Sequence[str]) -> tuple[Credit, ...]:
    """Makers and cast, in order of appearance, each person once for each role; at most 24."""
    found: dict[tuple[str, str], Credit] = {}
    for credit in (*_labelled(labels), *_told(sentences)):
        key = credit.name.lower(), credit.role
        known = found.get(key)
        if known is None or (credit.character and not known.character):
            found[key] = credit
    return tuple(found.values())[:_MOST]


def _labelled(labels: Mapping[str, str]) -> Iterator[Credit]:
    for label, value in labels.items():
        role = _LABELS.get(label)
        if role is None:
            continue
        for name in re.split(r",|;|\sand\s|\s&\s|/", re.sub(r"\([^()]*\)", "", value)[:400]):
            if _is_person(name.strip(" .")):
                yield Credit(name.strip(" ."), role)


def _told(sentences: Sequence[str]) -> Iterator[Credit]:
    for sentence in sentences:
        for pattern in (_PLAYED_BY, _PLAYS, _IN_BRACKETS):
            for found in pattern.finditer(sentence):
                person, role = _without_opening(found["person"]), _character(found["role"])
                if role and _is_person(person) and person != role:
                    yield Credit(person, "cast", role)
        for role, pattern in _MAKERS.items():
            for found in pattern.finditer(sentence):
                if _is_person(name := _bare(found["person"])):
                    yield Credit(name, role)


def _character(text: str) -> str:
    text = _bare(_without_opening(text))
    return "" if text in _SENTENCE_STARTS or _NOT_A_PERSON.search(text) else text


def _bare(name: str) -> str:
    return name.strip(" .,'").removesuffix("'s").rstrip(" .,'")


def _without_opening(name: str) -> str:
    """Drops a first word that is only capital because the sentence begins with it."""
    first, _, rest = name.partition(" ")
    return _bare(rest if first in _SENTENCE_STARTS and rest else name)


def _is_person(name: str) -> bool:
    return len(name) <= 50 and bool(_FULL_NAME.fullmatch(name)) and not _NOT_A_PERSON.search(name)
