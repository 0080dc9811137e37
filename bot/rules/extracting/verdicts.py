"""Decides what a review recommends: by its score, by what it says and remarks, and by its tone."""

import re
from dataclasses import dataclass

from bot.rules.extracting.cleaning import Article, split_sentences
from bot.rules.extracting.own_scores import OwnScore
from bot.rules.extracting.remarks import remarks
from bot.rules.extracting.statements import stated_verdict
from bot.rules.extracting.tone import Tone, chances, listen, verdict_of
from bot.rules.scores import is_in_doubt, verdict_for
from storage import Verdict

_CLEAR, _UNCLEAR = 0.9, 0.65
# At the edge a score's verdict stands where the words make it this much likelier than "maybe".
_PLAINLY = 2.0
_LUKEWARM = re.compile(
    r"\b(?:average|mixed|middling|mediocre|so-so|okay|ok|decent|passable|fair|meh|not bad|watchable)\b",
    re.IGNORECASE,
)
_BESIDE = 40
# What a plain recommendation or warning adds to the warmth: it outweighs all but a rave or a torn-up work.
_LEAN = {"watch": 6.0, "skip": -6.0, None: 0.0}
# What a remark adds: the best of 0 to 4 on labelled reviews by some 150 writers.
_REMARK = 2.0


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a review recommends, the words that say so, and how sure that is (0-1)."""

    verdict: Verdict
    words: str
    sure: float


def find_verdict(own: OwnScore | None, article: Article) -> Judgement | None:
    """The verdict of the score, else that of the words; None where neither tells.

    The custom of the score's scale decides, whatever the words say, unless the score lies in the scale's
    "maybe" band or at its edge. There the words may only soften: to "maybe", and never past it. They do
    where the reviewer calls the score average or the like, and where the review, by what it recommends in
    so many words and by its tone, does not plainly agree. A review that hardly judges leaves the score.
    """
    if own and not is_in_doubt(own.score):
        return Judgement(verdict_for(own.score), own.score.text, min(_CLEAR, own.sure))
    tone = listen([sentence for line in article.lines for sentence in split_sentences(line)])
    stated = stated_verdict(article.sentences)
    if own:
        agrees = not _is_called_average(own) and _plainly_agrees(verdict_for(own.score), tone, stated)
        verdict = verdict_for(own.score) if agrees else "maybe"
        return Judgement(verdict, own.score.text, min(_UNCLEAR, own.sure))
    heard = verdict_of(tone, _LEAN[stated] + _REMARK * remarks(article.sentences))
    return Judgement(heard[0], tone.words(heard[0]), heard[1]) if heard else None


def _is_called_average(own: OwnScore) -> bool:
    place = own.words.find(own.score.text)
    beside = own.words[max(0, place - _BESIDE) : place + len(own.score.text) + _BESIDE]
    return bool(_LUKEWARM.search(beside))


def _plainly_agrees(scored: Verdict, tone: Tone, stated: Verdict | None) -> bool:
    if stated == scored or verdict_of(tone, _LEAN[stated]) is None:
        return True
    heard = chances(tone.warmth + _LEAN[stated])
    return scored != "maybe" and heard[scored] > _PLAINLY * heard["maybe"]
