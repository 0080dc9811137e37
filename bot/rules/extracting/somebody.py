"""Which single words are the names of persons in the story, though works may be called so, too."""

import re
from collections.abc import Iterable

_RELATIVES = (
    r"(?:aunt|best friend|boss|boyfriend|brother|character|colleague|companion|computer|cousin|daughter|"
    r"detective|"
    r"dog|father|friend|girlfriend|hero|heroine|husband|killer|lover|mother|neighbou?r|nephew|niece|partner|"
    r"protagonist|rival|robot|servant|sidekick|sister|son|uncle|villain|wife)s?"
)
_IN_A_ROLE = (
    r"(?:(?:appear|cast|debut|delight|excel|impress|kill\w* it|perform|return|shin|star)\w*|job|performance|"
    r"turn|"
    r"roles?|superb|terrific|magnificent|brilliant)(?:\s(?!as\b)\w+){0,3}\sas"
)
_PLAYED = rf"(?:portray\w*|plays|playing|played by|voicing|voices|role of|character of|{_IN_A_ROLE})"
_OFTEN = 3
_ALSO_SAID_OF_WORKS = re.compile(r"['\"]?\s\((?:19|20)\d\d\)")


def is_somebody(name: str, sentences: Iterable[str]) -> bool:
    """Whether the text somewhere says of a single word what is said of persons only: "her sister Ida"."""
    if not name.removeprefix("The ").isalpha() or name.isupper():
        return False
    found, of_one = _said_of_persons(name), _with_pronoun(name)
    is_one, mentions, pronouns = False, 0, 0
    for sentence in sentences:
        place = sentence.find(name)
        if place >= 0:
            if _ALSO_SAID_OF_WORKS.match(sentence, place + len(name)):
                return False
            is_one = is_one or found.search(sentence) is not None
            mentions, pronouns = mentions + 1, pronouns + (of_one.search(sentence) is not None)
    return is_one or (mentions >= _OFTEN and pronouns >= _OFTEN - 1)


def _with_pronoun(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!['\"]){re.escape(name)}\b(?!['\"]?\s[A-Z])[^.;:]{{0,60}}\b(?:he|she|his|her|him)\b"
    )


def _said_of_persons(name: str) -> re.Pattern[str]:
    name = re.escape(name)
    return re.compile(
        rf"\b(?:{_RELATIVES},?|{_PLAYED})\s['\"]?{name}\b(?!\s[A-Z])|"
        rf"\b{name}['\"]?\s(?:\((?!as\b)[A-Z][\w.'-]+(?:\s[A-Z][\w.'-]+){{1,2}}\)|"
        r"(?:asks|dies|died|said|says|refuses|reali[sz]es|whispers|herself|himself)\b|"
        rf"\(as [A-Z][\w ]{{1,30}} (?:calls|refers)|[–—-] the \w+ (?:figure|hero|villain|killer))|"
        rf"\b{name}'s\s{_RELATIVES}\b"
    )
