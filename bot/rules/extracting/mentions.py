"""How a text without capital letters speaks of a name: as of a film, as of another one, as of a person."""

import re
from dataclasses import dataclass
from itertools import islice

from bot.rules.extracting.comparison_words import is_beside, measures
from bot.rules.extracting.names import places_of

GENRE = (
    r"(?:films?|movies?|pictures?|flick|series|show|comedy|drama|thriller|romance|western|musical|"
    r"documentary|sequel|prequel|remake|spoof|satire|adventure|masterpiece|entertainment|tale|debut)"
)
MARK = r"[.,\s\"'`_]{0,3}"
TOLD = re.compile(
    r"\s(?:is|was|isn't|wasn't|remains|becomes)\s(?:\w+ly\s|not\s|also\s|just\s|still\s){0,2}"
    rf"(?:an?|the|one of)\s[^.!?\n]{{0,70}}?\b{GENRE}\b"
)
_IS_TOLD = re.compile(rf"{MARK}{TOLD.pattern}")
# "low tide , 1983 film directed by", "low tide features ida holm".
_IS_CREDITED = re.compile(
    rf"{MARK}(?:(?:an?|the|this)\s)?(?:19|20)\d\d\s(?:[\w-]+\s){{0,2}}{GENRE}\b|{MARK}(?:co-)?starring\b|"
    rf"{MARK}directed\sby\b|{MARK}(?:features|stars)\s(?!an?\b|the\b)[a-z]+\s[a-z]+"
)
# What only works do: "low tide opens with", "low tide, which chronicles".
_DOES = re.compile(
    rf"{MARK}(?:,\s)?(?:which\s)?(?:(?:starts|begins|opens|ends|closes)\s(?:out\s|up\s|off\s)?(?:with|in|on)|chronicles|"
    r"concerns|revolves|cent(?:ers|res)|is\s(?:about|like\san?\s(?:film|movie))|boasts|takes\splace|suffers\sfrom|"
    r"has\sbeen\s(?:criti[cs]\w+|made|called)|premiered|clocks\sin|runs\s\d|is\srated|marks\sthe|signals|does\snot|doesn't|"
    r"(?:only\s)?has\s(?:its|the|no|a\sfew|some)\b)\b"
)
_LATEST = re.compile(
    rf"\b(?:latest|new|newest|debut)\s(?:[\w-]+\s){{0,2}}{GENRE}(?:\s?,\s|\s(?:called\s)?)(?:[\"'`_]\s?|(?<=[,d]\s))$"
)
_CALLED = re.compile(
    r"\b(?:film|flick|movie|picture|comedy|drama|thriller|sequel|called|titled|entitled|review of|watching|"
    r"i (?:rate|give|gave|saw|watched|recommend)|"
    r"(?:beginning|cast|creators|end|ending|fans|finale|makers|minutes|opening|plot|premise|problem|production|"
    r"scenes|script|set|story|strength|title|trailer|viewers|watch) (?:for|of|with))[\s,]+"
    r"[\"'`_\s]{0,2}$|"
    r"(?:\n(?:in\s)?|\b(?:director|filmmaker|writer)\s)[a-z]+\s[a-z]+'s\s[\"'`]?$"
)
_BESIDE = re.compile(
    r"\b(?:like|since|as in|such as|unlike|than|director of|star of|fame|(?:19|20)\d\d's|remake of|"
    r"(?<!,\s)and|by|giv(?:ing|en) us|gave us|responsible for|(?:after|since) (?:directing|making|writing)|"
    r"(?:borrow|copi|lift|st[eo]l)\w* from|parod(?:y|ies) of)\s"
    r"[\"'`_\s]{0,2}$"
)
_BESIDE_BEHIND = re.compile(r"\"?\s(?:series|franchise|films|movies|saga|fame|rip-?off|clone)\b")
_OPENS = re.compile(r"(?:(?<=[.!?,])\s|(?<=\n)|\b(?:in|of|see|seen|watch|saw|makes|than|for)\s)$")
_GOES_ON = re.compile(r"\s?[.,:;!?)]|\s(?:is|isn't|was|has|hasn't|tells|does|never|\w{3,}s)\b")
_PERSON_BEFORE = re.compile(
    r"\b(?:by|as|named|starring|director|writer|actor|actress|star|with|stars|screenwriter|author)\s$"
)
_PLAYS = re.compile(r"\s?\)")  # "gwen ( rosa quint )"
_PERSON_BEHIND = re.compile(r"\s(?:\(\s?[a-z]{3,}\s[a-z]|plays|as\s|stars\sas)")
_MARKS = frozenset("\"'`_")
_MOST, _NEAR = 12, 40  # characters


@dataclass(slots=True)
class Mentions:
    """How often a name is said in each way."""

    times: int = 0
    ends: int = 0  # of the text, near which it is said: 0 to 2
    marked: bool = False  # where it is said first
    told: int = 0  # to be a film
    called: int = 0  # so, or does what films do
    plainly: int = 0  # as something of its own
    beside: int = 0  # other works
    compared: int = 0
    acts: int = 0  # as a person does


def mentions(name: str, text: str, *, may_be_compared: bool) -> Mentions:
    """The first dozen, counted by what stands before and behind the name."""
    places = list(islice(places_of(name, text), _MOST))
    if not places:
        return Mentions()
    ends = (places[0] < 0.25 * len(text)) + (places[-1] > 0.75 * len(text))
    said = Mentions(len(places), ends, text[places[0] - 1] in _MARKS)
    for place in places:
        before, end = text[max(0, place - _NEAR) : place], place + len(name)
        said.told += bool(
            _IS_TOLD.match(text, end) or _IS_CREDITED.match(text, end) or _LATEST.search(before)
        )
        said.called += bool(_CALLED.search(before)) + bool(_DOES.match(text, end))
        said.plainly += bool(_OPENS.search(before) and _GOES_ON.match(text, end))
        said.beside += bool(_BESIDE.search(before) or _BESIDE_BEHIND.match(text, end))
        said.compared += may_be_compared and (is_beside(text, place) or measures(text, place, end))
        in_brackets = before.rstrip().endswith("(") and _PLAYS.match(text, end)
        said.acts += bool(in_brackets or _PERSON_BEFORE.search(before) or _PERSON_BEHIND.match(text, end))
    return said
