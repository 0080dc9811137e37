"""Finds the sentences in which a reviewer sums a work up: the whole of it, not a part or a scene."""

import re

from bot.rules.extracting.tone import load_of
from bot.rules.extracting.whole_work import ADJECTIVE, KIND, THIS_WORK, WHOLE, WORK

_LABELLED = re.compile(r"(?:(?:final|my|our|the) )?(?:verdict|bottom line)(?:\s?[:–-]| is\b)")
_ALL_TOLD = (
    r"(?:over ?all|all in all|in (?:short|conclusion|summary|the end|general|essence)|"
    r"to (?:sum|summ?ari[sz]e|conclude)(?: up)?|ultimately|when all is said and done|at the end of the day|"
    r"on the whole)"
)
_SUMS_UP = re.compile(rf"{_ALL_TOLD}\b")
_RECOMMENDS = re.compile(
    r"\brecommend(?:ed)?(?: (?:(?:watching|seeing|checking(?: out)?|giving) )?"
    rf"(?:it|this|that (?:you|every\w*)|(?:the|this) (?:[\w'-]+ )?{WORK}|"
    r"(?:it )?to (?:any|every|all|fans|those|people)|if you|for (?:any|fans|those|people|all))\b|[.!]$)"
    r"|^(?:highly |very |thoroughly |strongly )?recommended\b"
    r"|\bworth (?:a |your |the |an? \w+ )?(?:watch|time|watching|seeing|look|viewing|effort)\b"
    r"|\bmust[- ](?:see|watch)\b|\b(?:great|good|fun|solid|easy|pleasant|decent|enjoyable|tough) watch\b"
    r"|^(?:skip|avoid|watch|see|go see|go watch|do(?:n't| not) (?:miss|bother|watch|waste)) "
    rf"(?:it|{WHOLE})(?! first)"
    rf"|\bgive (?:it|{THIS_WORK}) a (?:miss|go|chance|try|watch)\b|\bwaste of (?:time|your)\b"
)
_HINTS = ("recommend", "worth", "must", "watch", "skip", "avoid", "see ", "miss", "waste", "give ")
_OF_SOMETHING_ELSE = re.compile(
    r"\brecommend(?:ed|s)? (?:by|to me|it to me|from)\b|\brecommendations?\b|\bshould be recommended\b|"
    r"\bit is recommended\b|\b(?:reading|books?|novels?|games?|albums?|comics?|manga|soundtrack|playing|"
    r"chart)\b"
)
_LEAD_IN = (
    rf"(?:(?:(?:{_ALL_TOLD}(?: though)?|in my (?:humble )?opinion|in all (?:fairness|honesty)|"
    rf"as (?:an? )?(?:[\w'-]+ ){{0,3}}|for me|"
    r"visually|simply put|despite [^,]{3,60}|with [^,]{3,60}),? )?"
    r"(?:i (?:really |do |still |would )?(?:think|thought|found|feel|felt|believe|say)(?: that)? )?)"
)
_IS = (
    r"(?:is|was|isn't|wasn't|remains?|feels|felt|stays|proves|ranks|stands|makes for|offers|delivers|works|"
    r"succeeds|fails?|lacks|suffers|manages|falls|deserves|shines|excels|strikes|balances|captures|never|"
    r"blends|mixes|thrives|holds up|pays|devolves|sucks|gets|gives|leaves|doesn't|does|could have|"
    r"has (?:an?|some|plenty|enough|everything|its)|can be|may not|might not|won't|"
    r"tries)"
)
_A_KIND = rf"(?:{ADJECTIVE}(?:and )?){{%s,6}}?{KIND}"
_OF_THE_WHOLE = re.compile(
    rf"(?:{_LEAD_IN}|[^,.;]{{3,60}}, ){WHOLE}(?:,? [^,]{{3,90}},)? "
    rf"(?:(?:\w+ly|still|just|also|even) )?{_IS}\b"
    rf"|{_LEAD_IN}(?:it|this)(?:'s| is| was| remains| makes for) (?:\w+ly |still |just |also |not )*"
    rf"(?:an?|one of the|the|my) {_A_KIND % 0}(?!'| studio)"
    rf"|(?:certainly |definitely |easily |truly |still )?(?:an?|one of the) {_A_KIND % 1}"
    r"(?=[.!,:;]| (?:that|which|with|about|from|in|for|and|full|featuring|starring|of|by|but|[-–—]) )"
    rf"|{_LEAD_IN}i (?:\w+ly |did )?(?:enjoyed|liked|loved|adored|hated|disliked|didn't (?:like|enjoy)|don't "
    rf"(?:like|love)) (?:it|{WHOLE})(?: (?:a lot|very much|immensely|so much))?"
    r"(?:[.,!]| (?:and|but|for|because|overall)\b)"
)
_IT_IS = re.compile(rf"{_LEAD_IN}(?:it|this)(?:'s| {_IS})\b")
# "It is hard to say", "it is great that", "it is a good song": no word on the work.
_EMPTY_IT = re.compile(
    rf"{_LEAD_IN}(?:it|this)(?:'s| is| was|) (?:(?!{KIND})[\w'-]+ ){{1,5}}?"
    r"(?:to|how|that|why|when|what|where|because|as if|watching|seeing|hearing)\b"
    r"|(?:it|this)(?:'s| is| was|) (?:\d|like\b|not (?:every|until|like|so|to)|the (?:kind|sort|first time)|"
    r"all (?:about|just))"
    r"|(?:it|this)(?:'s| is| was| has|) (?:[\w'-]+ ){0,5}?(?:soundtrack|performance|score|song|scene|ending|"
    r"sequence|part|moment|character|role|device|theme|word|question|problem|issue|book|game|exchange|idea|"
    r"concept)s?\b"
)
_OF_A_PART = re.compile(
    r"\b(?:scenes?|moments?|sequences?|half|act|gags?|jokes?|shots?|twists?|episode \w+|"
    r"first (?:hour|\d+|few)|start(?:s|ed)|begins?|opens?|beginning|opening|character's|"
    r"characters? (?:is|was|are|were))\b"
)
# "The best part is when ...", "one highlight sees ...": what follows is the scene.
_OF_A_SCENE = re.compile(
    r"\b(?:bit|gag|highlight|moment|part|scene|sequence|shot|twist)s?\b.*?\b(?:comes?|features?|in which|"
    r"involv\w+|sees?|shows?|when|where)\b"
)
# "... when Ida learns it": fine in a premise, but what is judged lies further on.
_TELLS_WHEN = re.compile(
    r"\b(?:after|as|because|before|once|until|when|while) (?:[A-Z][\w'-]+ ){1,2}[a-z]+s\b|"
    r"\b(?:[Ss]eeing|[Ww]atching) (?:[A-Z][\w'-]+ ){1,2}[a-z]|\b[Ww]hen (?:he|she|they)\b"
)
_LOADED = 2.0


def conclusion_weight(sentence: str, marked: str, *, of_it: bool, closing: bool) -> float:
    """How well the sentence sums the work up, from 0 (not at all) to 4.5.

    `marked` is the sentence in small letters with "this film" in place of the work's name; `of_it` says that
    an "it" at its beginning means the work, `closing` that it stands under a heading such as "Verdict".
    """
    labelled = bool(_LABELLED.match(marked))
    sums_up = labelled or closing or bool(_SUMS_UP.match(marked))
    recommends = _recommends(marked)
    whole = bool(_OF_THE_WHOLE.match(marked)) or (of_it and bool(_IT_IS.match(marked)))
    judges = (sums_up or whole) and abs(load_of(sentence)) >= _LOADED and not _EMPTY_IT.match(marked)
    if not (recommends or judges or labelled) or (_OF_A_PART.search(marked) and not sums_up):
        return 0
    if _OF_A_SCENE.search(marked) or _TELLS_WHEN.search(sentence):
        return 0
    return 1.5 + 1.5 * recommends + 0.5 * sums_up + 0.5 * whole + 0.5 * (THIS_WORK in marked)


def _recommends(marked: str) -> bool:
    may = any(hint in marked for hint in _HINTS)  # much cheaper than to try the pattern on each sentence
    return may and bool(_RECOMMENDS.search(marked)) and not _OF_SOMETHING_ELSE.search(marked)
