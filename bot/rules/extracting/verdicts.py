"""Decides what a review recommends: by its score, by what it says in so many words, and by its tone."""

from dataclasses import dataclass

from bot.rules.extracting.cleaning import Article, split_sentences
from bot.rules.extracting.opinions import stated_verdict
from bot.rules.extracting.own_scores import OwnScore
from bot.rules.extracting.tone import Tone, chances, listen, verdict_of
from bot.rules.scores import verdict_for
from storage import Verdict

_CLEAR, _UNCLEAR = 0.9, 0.65
_MIDDLE = (50.0, 65.0)
# What a plain recommendation or warning adds to the warmth, as it did in reviews with a score.
_LEAN = {"watch": 3.0, "skip": -3.0, None: 0.0}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a review recommends, the words that say so, and how sure that is (0-1)."""

    verdict: Verdict
    words: str
    sure: float


def find_verdict(own: OwnScore | None, article: Article) -> Judgement | None:
    """The verdict of the score, else that of the words; None where neither tells.

    A score in the middle of its scale is softened to "maybe" by words that plainly say otherwise.
    """
    low, high = _MIDDLE
    if own and not low <= own.score.value <= high:
        return Judgement(verdict_for(own.score), own.score.text, min(_CLEAR, own.sure))
    tone = listen([sentence for line in article.lines for sentence in split_sentences(line)])
    lean = _LEAN[stated_verdict(article.sentences)]
    if own:
        verdict = _softened(verdict_for(own.score), tone, lean)
        return Judgement(verdict, own.score.text, min(_UNCLEAR, own.sure))
    heard = verdict_of(tone, lean)
    return Judgement(heard[0], tone.words(heard[0]), heard[1]) if heard else None


def _softened(scored: Verdict, tone: Tone, lean: float) -> Verdict:
    if verdict_of(tone, lean) is None:
        return scored
    heard = chances(tone.warmth + lean)
    return "maybe" if heard["maybe"] > heard[scored] else scored
