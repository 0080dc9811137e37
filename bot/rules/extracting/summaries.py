"""Makes a summary of at most 60 words out of the article's own sentences, giving nothing away."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.rules.extracting.cleaning import words
from bot.rules.extracting.conclusions import conclusion_weight
from bot.rules.extracting.premises import premise_weight
from bot.rules.extracting.spoilers import gives_away
from bot.rules.extracting.standing_alone import stands_alone
from bot.rules.extracting.tone import load_of
from bot.rules.extracting.whole_work import THIS_WORK, marked_work, speaking_of_it, undated
from storage import Verdict

LONGEST = 60
_ENOUGH, _MOST = 2.0, 3
_EARLY, _LATE = 0.45, 0.7
_ALIKE, _LONG_WORD = 0.6, re.compile(r"[^\W\d_]{4,}")
_SPEAKS_FOR = {"watch": 1, "maybe": 0, "skip": -1, None: 0}


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, its own words, how far down it stands (0-1), what it would tell, how well it would sum up.

    Its own words are those of four letters and more, but for the work's name.
    """

    text: str
    says: frozenset[str]
    place: float
    premise: float
    conclusion: float


def summarise(
    sentences: Sequence[str],
    title: str,
    characters: Sequence[str],
    closing: frozenset[str] = frozenset(),
    verdict: Verdict | None = None,
) -> str:
    """One sentence of premise and up to two that sum up, in their order; empty where none is safe to show.

    `closing` are the sentences under a heading such as "Verdict", the best place to sum up. Of what sums up,
    that which speaks for the verdict goes first.
    """

    def safe(sentence: _Sentence) -> bool:
        return stands_alone(undated(sentence.text, title)) and not gives_away(sentence.text, characters)

    weighed = list(_weighed(sentences, title, closing, verdict))
    premises = sorted(
        (each for each in weighed if each.premise >= _ENOUGH and each.place <= _EARLY),
        key=lambda each: -each.premise,
    )
    conclusions = sorted(
        (each for each in weighed if each.conclusion >= _ENOUGH), key=lambda each: -each.conclusion
    )
    chosen = _within_room([*islice(filter(safe, premises), 1), *filter(safe, conclusions)])
    return " ".join(each.text for each in sorted(chosen, key=lambda each: each.place))


def _weighed(
    sentences: Sequence[str], title: str, closing: frozenset[str], verdict: Verdict | None
) -> Iterator[_Sentence]:
    marked = [marked_work(sentence, title) for sentence in sentences]
    spoken = zip(sentences, marked, speaking_of_it(marked), strict=True)
    for index, (text, as_marked, of_it) in enumerate(spoken):
        place = index / len(sentences)
        conclusion = conclusion_weight(text, as_marked, of_it=of_it, closing=text in closing)
        if conclusion:
            conclusion += _agreement(text, verdict) + 0.5 * (place >= _LATE)
        says = frozenset(_LONG_WORD.findall(as_marked.replace(THIS_WORK, "")))
        yield _Sentence(text, says, place, premise_weight(text, as_marked), conclusion)


def _agreement(sentence: str, verdict: Verdict | None) -> float:
    load = load_of(sentence)
    return _SPEAKS_FOR[verdict] * ((load > 0) - (load < 0))


def _within_room(best_first: Sequence[_Sentence]) -> list[_Sentence]:
    chosen: list[_Sentence] = []
    room = LONGEST
    for sentence in best_first:
        fits = len(chosen) < _MOST and words(sentence.text) <= room
        if fits and not any(_alike(sentence.says, other.says) for other in chosen):
            chosen.append(sentence)
            room -= words(sentence.text)
    return chosen


def _alike(these: frozenset[str], those: frozenset[str]) -> bool:
    """Whether one says what the other does: most words of the shorter stand in the longer."""
    return len(these & those) > _ALIKE * min(len(these), len(those))
