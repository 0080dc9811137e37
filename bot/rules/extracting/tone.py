"""Hears from a review's words whether it recommends the work: for articles that give no score."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.rules.extracting.loaded_words import loads
from storage import Verdict

_TOKEN = re.compile(r"[^\W\d_][\w'-]*|[.,;:!?()]")
_NEGATIONS = frozenset(
    {"not", "never", "no", "hardly", "nor", "neither", "without", "barely", "isn't", "aren't", "wasn't",
     "doesn't", "don't", "can't", "didn't", "won't", "wouldn't", "couldn't", "nothing", "lacks", "less",
     "cannot", "far"}
)  # fmt: skip
_REACH = 3
_NEGATED = -0.5
_TURNS = frozenset({"but", "however"})
_BEHIND_A_TURN = 1.4
_OPENING, _LONG, _CLOSING = 3, 8, 0.8
_WEIGHT_OF_OPENING, _WEIGHT_OF_CLOSING = 1.5, 2.0
_WORK = (
    r"(?:film|movie|picture|show|series|season|sequel|remake|documentary|drama|comedy|thriller|adaptation|"
    r"entry)"
)
_OF_THE_WHOLE = re.compile(
    rf"\b(?:this|the)\s(?:\w+\s){{0,2}}{_WORK}\s(?:(?:\w+ly|just|still|itself)\s){{0,2}}(?:is|was|isn't|wasn't|has|"
    r"feels|felt|fails|failed|works|suffers|succeeds|lacks|delivers|manages|tries|does|doesn't|didn't|never)\b"
    rf"|\b(?:is|was|it's|makes for)\s(?:\w+\s){{0,2}}?(?:an?|the)\s(?:[\w'-]+,?\s){{0,4}}{_WORK}\b"
    r"|\b(?:it's|it is|it was|this is|this was|makes for|what)\s(?:\w+\s){0,2}?an?\s(?:[\w'-]+,?\s){0,4}"
    r"(?:disappointment|waste|mess|masterpiece|triumph|failure|delight|joy|bore|treat|gem|opportunity|experience|"
    r"effort|attempt)\b"
)
_WEIGHT_OF_THE_WHOLE = 1.5
_CAUTION = 0.5
_FEWEST, _FEWEST_IN_DOUBT, _LIKELY = 3, 5, 0.5
# A warmth where "watch" is as likely as not, one where "skip" is, and how fast both change round them.
_WARM, _COLD, _BLUR = 3.0, -2.5, 3.5


@dataclass(frozen=True, slots=True)
class Tone:
    """How warm a review is, by how many loaded words, and the sentences that praise, blame and weigh most.

    The warmth is 0 for a review that is of two minds; raves reach 15, and what is torn apart -15.
    """

    warmth: float
    heard: int
    praise: str
    blame: str
    both: str

    def words(self, verdict: Verdict) -> str:
        """The sentence that speaks for the verdict best."""
        told_by = {"watch": self.praise, "skip": self.blame, "maybe": self.both}
        return told_by[verdict] or self.praise or self.blame


def listen(sentences: Sequence[str]) -> Tone:
    """The tone of a whole review; what is said of the whole work, first or last is loudest."""
    times: defaultdict[str, float] = defaultdict(float)
    sides: list[tuple[float, float, str]] = []
    for index, sentence in enumerate(sentences):
        liked, disliked, weight = 0.0, 0.0, _weight(index, len(sentences), sentence)
        for word, said in _heard(sentence):
            times[word] += weight * said
            load = weight * said * loads()[word]
            liked, disliked = liked + max(load, 0.0), disliked + max(-load, 0.0)
        sides.append((liked, disliked, sentence))
    return Tone(
        _warmth(times),
        len(times),
        praise=_best((liked - disliked, sentence) for liked, disliked, sentence in sides),
        blame=_best((disliked - liked, sentence) for liked, disliked, sentence in sides),
        both=_best((min(liked, disliked), sentence) for liked, disliked, sentence in sides),
    )


def load_of(sentence: str) -> float:
    """How much the words of one sentence speak for the work, or below 0 against it; a word has 2 to 12."""
    return sum(said * loads()[word] for word, said in _heard(sentence))


def chances(warmth: float) -> Mapping[Verdict, float]:
    """How likely each verdict is for a review of that warmth, as it was in reviews with a score."""
    watch, skip = _rise((warmth - _WARM) / _BLUR), _rise((_COLD - warmth) / _BLUR)
    return {"watch": watch, "maybe": 1 - watch - skip, "skip": skip}


def verdict_of(tone: Tone, lean: float = 0.0) -> tuple[Verdict, float] | None:
    """The likeliest verdict of the tone and how sure it is (0-1); None where too few loaded words were heard.

    `lean` is added to the warmth for what the reviewer recommends in so many words. To be of two minds, or
    hardly of one, takes more words than to be of one.
    """
    likely = chances(tone.warmth + lean)
    verdict = max(likely, key=likely.__getitem__)
    fewest = _FEWEST if verdict != "maybe" and likely[verdict] >= _LIKELY else _FEWEST_IN_DOUBT
    if tone.heard < fewest and not lean:
        return None
    return verdict, likely[verdict]


def _weight(index: int, count: int, sentence: str) -> float:
    whole = _WEIGHT_OF_THE_WHOLE if _OF_THE_WHOLE.search(sentence.lower()) else 1.0
    if index >= _CLOSING * count:
        return whole * _WEIGHT_OF_CLOSING
    return whole * (_WEIGHT_OF_OPENING if index < _OPENING and count > _LONG else 1.0)


def _heard(sentence: str) -> Iterator[tuple[str, float]]:
    """The loaded words and phrases, each with how loudly it is said: below 0 where it is negated."""
    loaded, tokens = loads(), _TOKEN.findall(sentence.lower())
    turn = max((index for index, token in enumerate(tokens) if token in _TURNS), default=-1)
    for index, token in enumerate(tokens):
        if token in loaded:
            said = 1.0 if turn < 0 else _BEHIND_A_TURN if index > turn else 1 / _BEHIND_A_TURN
            negated = not _NEGATIONS.isdisjoint(tokens[max(0, index - _REACH) : index])
            yield token, _NEGATED * said if negated else said
        phrase = f"{token} {tokens[index + 1]}" if index + 1 < len(tokens) else ""
        if phrase in loaded:
            yield phrase, 1.0


def _warmth(times: Mapping[str, float]) -> float:
    """What is repeated counts for less each time, and a long review for no more than a short one."""
    heard = {word: math.copysign(math.log1p(abs(said)), said) for word, said in times.items()}
    length = math.sqrt(sum(said * said for said in heard.values()) + _CAUTION)
    return sum(loads()[word] * said for word, said in heard.items()) / length


def _best(weighed: Iterator[tuple[float, str]]) -> str:
    return max((pair for pair in weighed if pair[0] > 0), default=(0.0, ""), key=lambda pair: pair[0])[1]


def _rise(distance: float) -> float:
    return 1 / (1 + math.exp(-distance))
