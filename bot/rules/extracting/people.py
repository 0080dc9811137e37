"""Who made the work and who plays whom, as the article says it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from storage import Credit

# A stop belongs to a name in initials and titles only: elsewhere it ends a sentence.
_PART = (
    r"(?<!\w)(?:(?:[A-Z]\.-?){1,4}|(?:Capt|Col|Dr|Jr|Lt|Mrs?|Ms|Prof|Sgt|Sr|St)\.|"
    r"[A-Z][\w'-]{0,30})(?![\w'])"
)
_JOIN = r"(?:\s(?:(?:de|del|da|di|van|von|der|la|le|bin|al)\s)?)"
_PERSON = rf"{_PART}(?:{_JOIN}{_PART}){{1,3}}"
_ROLE = rf"{_PART}(?:\s(?:of\s|the\s)?{_PART}){{0,3}}"
_PLAYED_BY = re.compile(
    rf"(?P<role>{_ROLE}),?\s\(?(?:is\s)?(?:played|portrayed|voiced)\sby\s(?P<person>{_PERSON})"
)
_PLAYS = re.compile(
    rf"(?P<person>{_PERSON})\s(?:\w+ly\s)?(?:plays|portrays|voices|stars\sas|as)\s(?:the\s)?(?P<role>{_ROLE})"
    r"(?!\s(?:boy|girl|villain|henchman|fan|movie|film|star|actor|actress|alum|veteran)s?\b)"
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
    r"Hollywood|Rotten|University|Universe|Studios?|Pictures|Spoilers?)\b"
)
_FULL_NAME = re.compile(_PERSON)
_SENTENCE_STARTS = frozenset(
    {
        "After",
        "And",
        "As",
        "Both",
        "But",
        "Enter",
        "Here",
        "If",
        "In",
        "Meet",
        "When",
        "Where",
        "While",
        "With",
    }
)
_MOST = 24


def find_people(
    labels: Mapping[str, str], sentences: Sequence[str], known: Callable[[str], bool] | None = None
) -> tuple[Credit, ...]:
    """Makers and cast, in order of appearance, each person once for each role; at most 24.

    Who is only told of in the text and has a name that is `known` as a work's is taken for the work.
    """
    found: dict[tuple[str, str], Credit] = {}
    told = (credit for credit in _told(sentences) if known is None or not known(credit.name))
    for credit in (*_labelled(labels), *told):
        key = credit.name.lower(), credit.role
        before = found.get(key)
        if before is None or (credit.character and not before.character):
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
