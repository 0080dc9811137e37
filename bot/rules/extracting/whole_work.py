"""How a sentence of a review speaks of the reviewed work as a whole."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.rules.extracting.headlines import YEAR

THIS_WORK = "this film"
WORK = (
    r"(?:films?|movies?|picture|flick|series|show|season|anime|mini-?series|documentary|sequel|prequel|"
    r"remake|reboot|adaptation|entry|instal+ment|special|spin-?off|biopic|rom-?com|"
    r"(?:drama|comedy|thriller|musical|western)(?! (?:of|in|between|from|is|here|elements?|aspects?)))\b"
)
KIND = (
    rf"(?:{WORK}|(?:dramedy|feature|romance|mystery|horror|fantasy|satire|fable|adventure|story|tale|ride|"
    r"watch|debut)\b)"
)
ADJECTIVE = (
    r"(?!(?:in|of|that|from|and|or|for|with|to|on|at|by|where|when|is|was|the|this|throughout|other|first|"
    r"second|original|last|previous|next|rest|than)\b)[\w'-]+,? "
)
_NO_WORK = r"(?!'s| (?:studio|franchise|industry|star|maker|buff|fan))"
_MAKERS = r"(?:[\w.'-]+ ){0,2}[\w.-]+'s? "
_NOT_OTHERS = r"(?!(?:best|worst|greatest|finest|only|average|typical|usual)\b)"
WHOLE = rf"(?:(?:the|this) {_NOT_OTHERS}(?:{ADJECTIVE}){{0,3}}?{WORK}{_NO_WORK}|{_MAKERS}{THIS_WORK}\b)"
_OF_THE_WORK = re.compile(rf"(?:[\w ]{{2,40}}, )?{WHOLE}")
_OF_IT = re.compile(r"(?:[\w ]{2,40}, )?(?:it|this)(?:'s)? ")
_LEAST_PART = 7  # letters of a part of a name that stands for the whole


def marked_work(sentence: str, title: str) -> str:
    """The sentence in small letters, with "this film" in place of the work's name or of a part of it that
    stands before or behind a colon or a dash."""
    names = _names_of(title)
    if any(name in sentence for name in names):
        sentence = _pattern_of(names).sub(THIS_WORK, sentence)
    return sentence.lower()


def undated(sentence: str, title: str) -> str:
    """The sentence without the year in brackets that may stand behind the work's name."""
    if "(" not in sentence:
        return sentence
    return _pattern_of(_names_of(title)).sub(lambda said: said[0].removesuffix(said["year"] or ""), sentence)


def speaking_of_it(marked: Sequence[str]) -> list[bool]:
    """Which of the sentences begin with the work, or with an "it" that follows one that does."""
    spoken: list[bool] = []
    for sentence in marked:
        goes_on = bool(spoken and spoken[-1] and _OF_IT.match(sentence))
        spoken.append(goes_on or bool(_OF_THE_WORK.match(sentence)))
    return spoken


@lru_cache
def _names_of(title: str) -> tuple[str, ...]:
    parts = [part.strip() for part in re.split(r":\s|\s[-–—]\s", title)]
    names = dict.fromkeys([title.strip(), *(part for part in parts if len(part) >= _LEAST_PART)])
    return tuple(name for name in names if name)


@lru_cache
def _pattern_of(names: tuple[str, ...]) -> re.Pattern[str]:
    told = "|".join(map(re.escape, names))
    return re.compile(rf"(?<!\w)(?:['\"](?:{told}),?['\"]|(?:{told}))(?!\w|'s)(?P<year> \({YEAR}\))?")
