"""Which single words are the names of persons in the story, though works may be called so, too."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from bot.rules.extracting.names import places_of

_RELATIVES = (
    r"(?:aunt|best friend|boss|boyfriend|brother|character|colleague|companion|computer|cousin|daughter|"
    r"detective|dog|father|friend|girlfriend|hero|heroine|husband|killer|lover|mother|neighbou?r|nephew|niece|"
    r"partner|protagonist|rival|robot|servant|sidekick|sister|son|uncle|villain|wife)s?"
)
_IN_A_ROLE = (
    r"(?:(?:appear|cast|debut|delight|excel|impress|kill\w* it|perform|return|shin|star)\w*|job|performance|"
    r"turn|roles?|superb|terrific|magnificent|brilliant)(?:\s(?!as\b)\w+){0,3}\sas"
)
_BEFORE = re.compile(
    rf"\b(?:{_RELATIVES},?|portray\w*|plays|playing|played by|voicing|voices|role of|character of|"
    rf"{_IN_A_ROLE})\s['\"]?$"
)
_BEHIND = re.compile(
    r"(?!\s[A-Z])['\"]?\s(?:\((?!as\b)[A-Z][\w.'-]+(?:\s[A-Z][\w.'-]+){1,2}\)|"
    r"(?:asks|dies|died|said|says|refuses|reali[sz]es|whispers|herself|himself)\b|"
    r"\(as [A-Z][\w ]{1,30} (?:calls|refers)|[–—-] the \w+ (?:figure|hero|villain|killer))|"
    rf"'s\s{_RELATIVES}\b"
)
_PRONOUN = re.compile(r"(?!['\"]|\s[A-Z])[^.;:]{0,60}\b(?:he|she|his|her|him)\b")
_ALSO_SAID_OF_WORKS = re.compile(r"['\"]?\s\((?:19|20)\d\d\)")
_OFTEN, _NEAR = 3, 60  # mentions, characters
_MOST_MENTIONS = 50


def is_somebody(name: str, sentences: Iterable[str]) -> bool:
    """Whether the text says of a word what is said of persons only: "her sister Ida", "Ida ... she"."""
    if not name.removeprefix("The ").isalpha() or name.isupper():
        return False
    is_one, mentions, pronouns = False, 0, 0
    for sentence, place in islice(_mentions(name, sentences), _MOST_MENTIONS):
        end = place + len(name)
        if _ALSO_SAID_OF_WORKS.match(sentence, end):
            return False
        before = _BEFORE.search(sentence, max(0, place - _NEAR), place)
        one_goes_on = sentence[end : end + 2].strip().isupper()
        is_one = (
            is_one or (before is not None and not one_goes_on) or _BEHIND.match(sentence, end) is not None
        )
        mentions, pronouns = mentions + 1, pronouns + (_PRONOUN.match(sentence, end) is not None)
    return is_one or (mentions >= _OFTEN and pronouns >= _OFTEN - 1)


def _mentions(name: str, sentences: Iterable[str]) -> Iterator[tuple[str, int]]:
    """The places where the name stands as a word of its own."""
    yield from ((sentence, place) for sentence in sentences for place in places_of(name, sentence))
