"""Decides what a review recommends: by its score, by what it says in so many words, or by its tone."""

from dataclasses import dataclass

from bot.rules.extracting.cleaning import Article, split_sentences
from bot.rules.extracting.opinions import stated_verdict
from bot.rules.extracting.own_scores import OwnScore
from bot.rules.extracting.tone import Tone, listen
from bot.rules.scores import verdict_for
from storage import Verdict

_CLEAR, _UNCLEAR = 0.9, 0.65
_MIDDLE = (50.0, 70.0)
_STATED, _STATED_AGAINST_THE_TONE = 0.75, 0.5


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a review recommends, the words that say so, and how sure that is (0-1)."""

    verdict: Verdict
    words: str
    sure: float


def find_verdict(own: OwnScore | None, article: Article) -> Judgement | None:
    """The verdict of the score, else the stated one, else that of the tone; None where nothing is heard."""
    if own:
        low, high = _MIDDLE
        sure = _UNCLEAR if low <= own.score.value <= high else _CLEAR
        return Judgement(verdict_for(own.score), own.score.text, min(sure, own.sure))
    tone = listen([sentence for line in article.lines for sentence in split_sentences(line)])
    stated = stated_verdict(article.sentences)
    if stated:
        return Judgement(stated, tone.words, _STATED if tone.verdict == stated else _STATED_AGAINST_THE_TONE)
    return _by_tone(tone)


def _by_tone(tone: Tone) -> Judgement | None:
    return Judgement(tone.verdict, tone.words, tone.sure) if tone.verdict else None
