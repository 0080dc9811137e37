"""Finds the sentence that tells what a work is: what it is about, whom it follows, who plays whom."""

import re

from bot.rules.extracting.cleaning import words
from bot.rules.extracting.whole_work import KIND, THIS_WORK, WHOLE

_IT = rf"(?:{WHOLE}|it|this)"
_STORY = r"(?:the|its|this) (?:[\w'-]+ ){0,2}(?:story|plot|narrative|tale|premise|action)"
_WHERE_FROM = (
    r"(?:(?:set|based|directed|written|released|created|adapted|made|loosely|starring|in) [^.;]{3,90}, )?"
)
# "It follows a formula", "it follows on from": no story.
_FOLLOWS = (
    r"follows?(?! (?:suit|up|on|from|in|through|the (?:same|usual|familiar|typical|blueprint|formula|pattern|"
    r"template|structure|long)|an? (?:familiar|similar|typical|standard))\b)"
)
_TELLS = (
    rf"(?:{_FOLLOWS}|tells (?:us\b|of\b|the\b|an?\b)|chronicles|documents|depicts|recounts|portrays|traces|"
    r"tracks|explores|examines|concerns|introduces us|focus+es (?:up)?on|deals with|"
    r"(?:is )?(?:cent(?:re|er)(?:s|ed|d)) (?:up)?(?:on|around)|revolves around|"
    r"is (?:\w+ly )?(?:about|set (?:in|on|at|during)|based (?:up)?on|adapted from|inspired by|"
    r"the (?:\w+ )?(?:story|tale) of)|takes place|takes us|stars|is told)"
)
_OF_THE_WORK = re.compile(
    rf"^{_WHERE_FROM}(?:{_IT}|{_STORY}),? (?:which |that )?(?:\w+ly |also |mainly |itself )?{_TELLS}\b"
    r"|^we follow\b|\bwe follow (?:an?|the|two|three|[a-z]+'s)\b"
    r"|\b(?:tells? (?:us )?(?:the|an?)|(?:in|with) (?:the|this|an?)) (?:[\w'-]+ ){0,3}(?:story|tale) (?:of|"
    r"about)\b"
)
_OF_WHAT = (
    r"(?:about|in which|where|set (?:in|on|at|during)|starring|directed by|created by|based (?:up)?on|"
    r"adapted from|following|centred|centered|(?:story|tale|portrait|account|look|study|retelling|"
    r"adaptation) (?:of|at)|(?:that|which) (?:follows|tells|explores|centers|centres|chronicles|takes))"
)
_IS_A_KIND = rf"(?:is|was) (?:an?|the) (?:[\w'-]+,? (?:and )?){{0,8}}?{KIND}"
_WHAT_IT_IS = re.compile(rf"{_IT}(?:, [^,]{{3,60}},)? {_IS_A_KIND}\b[^.;]*?\b{_OF_WHAT}\b")
_SIMPLY_IS = re.compile(rf"{THIS_WORK} {_IS_A_KIND}")
_PLAYS = re.compile(
    r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}(?:, [^,]{3,90},)? (?:plays|stars as) "
    r"(?:(?:an?|the) (?!part|role|lead|main|character|hell)|(?!Himself|Herself)[A-Z])"
)
_NONE = re.compile(
    r"\b(?:i|me|my|we're|you)\b|\bas follows\b|\b(?:series|show|book|novel|game) of the same name\b"
)
_LONG, _SHORT = 35, 7


def premise_weight(sentence: str, marked: str) -> float:
    """How well the sentence tells what the work is, from 0 (not at all) to 3.5; from 2 it does.

    `marked` is the sentence in small letters with "this film" in place of the work's name.
    """
    if words(sentence) < _SHORT or _NONE.search(marked):
        return 0
    if _WHAT_IT_IS.match(marked):
        told = 3.0
    elif _OF_THE_WORK.search(marked):
        told = 2.5
    elif _PLAYS.match(sentence):
        told = 2.0
    else:
        told = 1.5 if _SIMPLY_IS.match(marked) else 0.0
    return told and told + 0.5 * (THIS_WORK in marked) - 0.5 * (words(sentence) > _LONG)
