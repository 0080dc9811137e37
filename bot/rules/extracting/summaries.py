"""Makes a summary of at most 60 words out of the article's own sentences, giving nothing away."""

import re
from collections.abc import Sequence

from bot.rules.extracting.cleaning import words
from bot.rules.extracting.opinions import BLAME, PRAISE
from bot.rules.extracting.spoilers import gives_away

LONGEST = 60
_PREMISE = re.compile(
    r"\b(?:follows?|tells (?:the (?:story|tale)|of)|cent(?:re|er)s? (?:on|around)|revolves? around|is about|"
    r"(?:story|tale) of|set in|is based on|[Tt]he (?:plot|story) is|stars? [A-Z]|plays|takes place|"
    r"chronicles|premise|(?:film|movie|series|show) (?:starts|opens|begins|sees))\b"
)
_VERDICT = re.compile(
    r"\b(?:over ?all|all in all|in short|to sum up|in conclusion|ultimately|(?:final|my|our) verdict|"
    r"verdict(?=\s?[:–-])|recommend\w*|"
    r"worth (?:a |your |the )?(?:watch|time|watching|seeing)|must[- ](?:see|watch)|"
    r"(?:great|good|fun|solid|easy) watch|skip|miss it|the (?:best|worst)|masterpiece)\b|"
    r"^(?:the|this) (?:film|movie|series|show|season) is\b"
)
_ADVERT = re.compile(
    r"\b(?:reviews?|click|subscribe|trailer|watch (?:\w+ )?on|podcast|comment|we give|i give|out of (?:5|"
    r"five|10|ten)|stars?\b"
    r"(?! \w+ as)|imdb|rotten|metacritic|spoiler)|\d/\d|[★⭐]|^if you\b"
)
_ABOUT_A_PART = re.compile(
    r"^(?:for (?:instance|example)|my (?:\w+ )?(?:complaint|gripe|issue|problem|quibble)s?|"
    r"this|these|that|those|it's|he|she|they|his|her|another|one of the|also|"
    r"not|well|yes|no|"
    r"then|and|but|so|there)\b",
    re.IGNORECASE,
)
# "... when Ida learns it": fine in a premise, but what is judged lies further on.
_TELLS_WHEN = re.compile(
    r"\b(?:after|as|because|before|once|until|when|while) (?:[A-Z][\w'-]+ ){1,2}[a-z]+s\b|"
    r"\b(?:[Ss]eeing|[Ww]atching) (?:[A-Z][\w'-]+ ){1,2}[a-z]"
)
# "The best part is when ...", "one highlight sees ...": what follows is the scene.
_OF_A_SCENE = re.compile(
    r"\b(?:bit|gag|highlight|moment|part|scene|sequence|shot|twist)s?\b.*?\b(?:comes?|features?|in which|"
    r"involv\w+|sees?|shows?|when|where)\b",
    re.IGNORECASE,
)
_LONGEST_SENTENCE = 42
_WHOLE = re.compile(r"(?<!in the )(?<!of the )\b(?:film|movie|series|show|season|drama|thriller|comedy)\b")
_NO_PREMISE = re.compile(r"^(?:In|At|When|As)\s|\b(?:I|me|my)\b")
_ENOUGH, _MOST, _LONG = 2, 3, 35
_EARLY, _LATE = 0.45, 0.7


def summarise(
    sentences: Sequence[str], title: str, characters: Sequence[str], closing: frozenset[str] = frozenset()
) -> str:
    """One sentence of premise and up to two of judgement, in their order; empty where none is safe to show.

    `closing` are the sentences under a heading such as "Verdict", the best place for a judgement.
    """
    safe = [
        (index / len(sentences), sentence)
        for index, sentence in enumerate(sentences)
        if _quotable(sentence) and not gives_away(sentence, characters)
    ]
    premises = [
        (_premise_weight(sentence, title), place, sentence) for place, sentence in safe if place <= _EARLY
    ]
    weight, place, premise = max(premises, key=lambda weighed: weighed[0], default=(0.0, 0.0, ""))
    chosen = [(place, premise)] if weight >= _ENOUGH else []
    room = LONGEST - sum(words(sentence) for _, sentence in chosen)
    judgements = [
        (_judgement_weight(place, text, title, text in closing), place, text) for place, text in safe
    ]
    for weight, place, sentence in sorted(judgements, key=lambda weighed: -weighed[0]):
        if weight < _ENOUGH or len(chosen) == _MOST:
            break
        if (place, sentence) not in chosen and words(sentence) <= room:
            chosen.append((place, sentence))
            room -= words(sentence)
    return " ".join(sentence for _, sentence in sorted(chosen))


def _quotable(sentence: str) -> bool:
    return (
        4 <= words(sentence) <= _LONGEST_SENTENCE
        and sentence[0] not in "\"'"
        and "(" not in sentence
        and sentence[-1] in ".!"
        and not _ADVERT.search(sentence.lower())
        and not _ABOUT_A_PART.match(sentence)
    )


def _premise_weight(sentence: str, title: str) -> float:
    if not _PREMISE.search(sentence) or _NO_PREMISE.search(sentence):
        return 0
    return 2 + (title in sentence) - 0.5 * (words(sentence) > _LONG)


def _judgement_weight(place: float, sentence: str, title: str, closing: bool) -> float:
    lowered = sentence.lower()
    verdict = closing or bool(_VERDICT.search(lowered))
    praise, blame = len(PRAISE.findall(lowered)), bool(BLAME.search(lowered))
    on_the_whole = title in sentence or bool(_WHOLE.search(lowered))
    if not verdict and not (on_the_whole and (praise or blame) and place > _EARLY):
        return 0
    if _TELLS_WHEN.search(sentence) or _OF_A_SCENE.search(sentence):
        return 0
    return 1 + 2 * verdict + 0.5 * min(2, praise) + 0.5 * blame + (title in sentence) + (place >= _LATE)
