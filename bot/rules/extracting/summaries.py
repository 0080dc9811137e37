"""Makes a summary of at most 60 words out of the article's own sentences, giving nothing away."""

import re
from collections.abc import Sequence

from bot.rules.extracting.cleaning import words
from bot.rules.extracting.opinions import BLAME, PRAISE
from bot.rules.extracting.spoilers import gives_away

LONGEST = 60
_PREMISE = re.compile(
    r"\b(?:follows?|tells (?:the (?:story|tale)|of)|cent(?:re|er)s? (?:on|around)|revolves? around|is about|"
    r"(?:story|tale) of|set in|is based on|stars? [A-Z]|plays|takes place|chronicles|premise|"
    r"(?:film|movie|series|show) (?:starts|opens|begins|sees))\b"
)
_VERDICT = re.compile(
    r"\b(?:over ?all|all in all|in short|to sum up|in conclusion|ultimately|verdict|recommend\w*|worth (?:a |your |the )?"
    r"(?:watch|time|watching|seeing)|must[- ](?:see|watch)|(?:great|good|fun|solid|easy) watch|skip|miss it|"
    r"the (?:best|worst)|masterpiece|(?:film|movie|series|show|season) is)\b",
    re.IGNORECASE,
)
_ADVERT = re.compile(
    r"\b(?:reviews?|click|subscribe|trailer|watch (?:\w+ )?on|podcast|comment|we give|i give|out of (?:5|five|10|ten)|stars?\b"
    r"(?! \w+ as)|imdb|rotten|metacritic|spoiler)|\d/\d|[★⭐]|^if you\b",
    re.IGNORECASE,
)
_ABOUT_A_PART = re.compile(
    r"^(?:for (?:instance|example)|this|these|that|those|it's|he|she|they|his|her|another)\b", re.IGNORECASE
)
_LONGEST_SENTENCE = 42
_EARLY, _LATE = 0.45, 0.7


def summarise(sentences: Sequence[str], title: str, characters: Sequence[str]) -> str:
    """One sentence of premise and up to two of judgement; empty where none is safe to show."""
    safe = [
        (index / len(sentences), sentence)
        for index, sentence in enumerate(sentences)
        if _quotable(sentence) and not gives_away(sentence, characters)
    ]
    premise = max(
        (s for s in safe if s[0] <= _EARLY), key=lambda s: _premise_weight(s[1], title), default=None
    )
    chosen = [premise] if premise and _premise_weight(premise[1], title) >= 2 else []
    room = LONGEST - sum(words(sentence) for _, sentence in chosen)
    for judged in sorted(safe, key=lambda s: -_judgement_weight(s, title)):
        if len(chosen) == 3 or _judgement_weight(judged, title) < 2:
            break
        if judged not in chosen and words(judged[1]) <= room:
            chosen.append(judged)
            room -= words(judged[1])
    return " ".join(sentence for _, sentence in sorted(chosen))


def _quotable(sentence: str) -> bool:
    return (
        4 <= words(sentence) <= _LONGEST_SENTENCE
        and sentence[0] not in "\"'("
        and sentence[-1] in ".!"
        and not _ADVERT.search(sentence)
        and not _ABOUT_A_PART.match(sentence)
    )


def _premise_weight(sentence: str, title: str) -> float:
    if not _PREMISE.search(sentence):
        return 0
    return 2 + (1 if title in sentence else 0) - (0.5 if words(sentence) > 35 else 0)


def _judgement_weight(placed: tuple[float, str], title: str) -> float:
    place, sentence = placed
    if not (PRAISE.search(sentence) or BLAME.search(sentence) or _VERDICT.search(sentence)):
        return 0
    weight = 1.0 + 2 * bool(_VERDICT.search(sentence)) + 0.5 * min(2, len(PRAISE.findall(sentence)))
    weight += (
        0.5 * bool(BLAME.search(sentence)) + (1 if title in sentence else 0) + (1 if place >= _LATE else 0)
    )
    return weight
