"""Hears from a review's words whether it recommends the work: for articles that give no score."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from storage import Verdict

_WARM = """
    amazing astonishing award-worthy beautiful beautifully best breathtaking brilliant brilliantly
    captivating charming classic compelling delight delightful delightfully deserves enchanting
    enthralling essential excellent exceptional exhilarating extraordinary fantastic fascinating faultless
    finest flawless flawlessly gem genius glorious gorgeous gorgeously great greatest gripping
    heart-warming heartwarming hilarious hypnotic imaginative impeccable impeccably incredible incredibly
    ingenious irresistible joy love loved magical magnificent marvellous marvel masterclass masterful
    masterfully masterpiece memorable mesmerising mesmerizing must-see must-watch outstanding perfect
    perfectly phenomenal poignant powerful refreshing refreshingly remarkable remarkably riveting
    satisfying sensational spectacular spellbinding splendid splendidly stellar stunning stunningly
    sublime superb superbly terrific thrilling top-notch touching treat triumph triumphant unforgettable
    unmissable wonderful wonderfully
"""
_FRIENDLY = """
    admirable affecting amusing apt assured authentic believable bold charismatic clever commendable
    confident convincing crafted creative daring deft definitely delivers effective effectively
    effortlessly elegant emotional engaging engrossing enjoy enjoyable enjoyed entertained entertaining
    entertainment epic exciting fine flair fresh fun funny good heartfelt highlight honest human impressed
    impressive impressively innovative inspired intelligent intense intriguing likeable lovely moving
    natural nicely nuanced original pleasant pleasantly pleasure pleasing poetic realistic recommend
    recommended relish rewarding rich right satisfies sharp shine shines smart solid sterling strong
    subtle succeed succeeds success successful suspenseful sweet tender tense thoughtful thought-provoking
    unique vibrant vivid warm watchable well-acted well-crafted well-made well-written winning wit witty
    works worthwhile worthy
"""
_SOUR = """
    abysmal appalling atrocious avoid awful badly bland bore bored boring clichéd crap dire disappointing
    disappoints disappointment disaster dreadful drivel dull embarrassing embarrassment failure fails flop
    forgettable garbage horrible idiotic inane incoherent inept insult insulting joyless lacklustre
    lackluster lame laughable lazy lifeless lousy ludicrous mediocre mess miserable miserably mishmash
    moronic nonsense painful painfully pathetic pointless poorly rubbish shambles soulless squandered
    stinks stupid sucks tedious tedium terrible terribly tiresome travesty trite turgid turkey unbearable
    unfunny unimaginative uninspired uninspiring uninteresting unwatchable waste wasted woeful worse worst
    wreck
"""
_COOL = """
    alas annoying awkward bad cheap cliche cliché cliches clichés clumsy confused confusing contrived
    convoluted derivative disappointed drag drags excuse fail failed falls far-fetched flat flaw flawed
    flimsy formulaic frustrating generic half-baked hackneyed hollow implausible inconsistent irritating
    lack lacking lacks lost meandering messy misfire mindless muddled obvious off-putting one-dimensional
    overdone overlong paper-thin plodding poor predictable preposterous pretentious problem problems
    promising repetitive ridiculous sadly shallow silly sloppy slow sluggish stale stilted struggles
    supposed supposedly tacky tired unconvincing underdeveloped underused underwhelming underwritten
    uneven unfortunately unlikable unnecessary weak weakest weakness wooden
"""
_SETTLED_FOR = re.compile(
    r"\b(?:must[- ](?:see|watch)|(?:highly|heartily|warmly|thoroughly|definitely|strongly) recommend\w*|"
    r"(?:i|we)(?: \w+)? (?:recommend|urge)|recommended|(?:well|more than|definitely|certainly) worth|"
    r"worth (?:a |the |"
    r"your |every )?(?:watch\w*|time|look|see\w*|visit|wait|price|it)|(?:do(?:n't| not)|not to be|"
    r"never) miss\w*|"
    r"check (?:it|this(?: \w+)?) out|go (?:and |out and )?(?:see|watch)|you should (?:see|watch)|"
    r"see (?:it|this)\b|"
    r"(?:film|movie|show|series)s? of the (?:year|decade|summer)|(?:one of|among) the (?:best|finest|"
    r"greatest)|"
    r"stays? with you|i (?:really |absolutely |truly |thoroughly )?(?:loved|enjoyed|adored|"
    r"admired) (?:it|this|the)|"
    r"highly entertaining|really (?:good|enjoyable)|thumbs up|two thumbs)\b",
    re.IGNORECASE,
)
_SETTLED_AGAINST = re.compile(
    r"\b(?:skip (?:it|this)|avoid (?:it|this)|(?:do(?:n't| not) bother|not worth|can(?:'t|not) recommend|"
    r"not recommend\w*|do(?:n't| not) waste|waste of)|a miss\b|stay away|steer clear|thumbs down|"
    r"(?:missed|wasted) (?:opportunity|potential)|misses? (?:its|the) mark|fails? to|failed to|"
    r"falls? (?:flat|short)|"
    r"so bad|(?:nothing|not much) (?:more|new|special)|should have been|could have been|might have been|"
    r"redeeming|save (?:your|this)|barely|at best|too long|too much|not (?:funny|scary|enough|even)|"
    r"sit through|makes no sense|no sense|what a shame|(?:a|the) shame|one of the worst|hard to care)\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W\d_][\w'-]*")
_TURNS = frozenset(
    {"not", "never", "no", "hardly", "nor", "neither", "without", "barely", "isn't", "aren't", "wasn't",
     "doesn't", "don't", "can't", "didn't", "won't", "wouldn't", "couldn't", "nothing", "lacks", "less",
     "cannot", "far"}
)  # fmt: skip
_REACH = 3
_TURNED = 0.5
_OPENING, _LONG, _CLOSING = 3, 8, 0.8
_WEIGHT_OF_OPENING, _WEIGHT_OF_CLOSING, _WEIGHT_OF_A_PHRASE = 2.0, 2.5, 3.0
_CAUTION, _LITTLE, _MUCH = 4.0, 6.0, 15.0
_WATCH, _SKIP = 0.15, -0.12
_PLAINLY_WARM, _PLAINLY_COLD = 0.6, -0.45


@dataclass(frozen=True, slots=True)
class Tone:
    """How warm a review is, from -1 to 1, how much was heard, and the sentence that tells it best."""

    warmth: float
    heard: float
    words: str

    @property
    def verdict(self) -> Verdict | None:
        """What that comes to; None where too little was heard."""
        if self.heard < _LITTLE:
            return None
        if self.warmth >= _WATCH:
            return "watch"
        return "skip" if self.warmth <= _SKIP else "maybe"

    @property
    def sure(self) -> float:
        """How far the verdict can be trusted, from 0 to 1: a lukewarm review is easily misheard."""
        if self.heard >= _MUCH and (self.warmth >= _PLAINLY_WARM or self.warmth <= _PLAINLY_COLD):
            return 0.75
        return 0.6 if self.warmth >= _WATCH or self.warmth <= _SKIP else 0.35


def listen(sentences: Sequence[str]) -> Tone:
    """The tone of a whole review; its first and last sentences speak loudest."""
    warm, cold, telling, told_by = 0.0, 0.0, 0.0, ""
    for index, sentence in enumerate(sentences):
        weight = _weight(index, len(sentences))
        liked, disliked = _heard(sentence)
        warm, cold = warm + weight * liked, cold + weight * disliked
        if weight * abs(liked - disliked) > telling:
            telling, told_by = weight * abs(liked - disliked), sentence
    return Tone((warm - cold) / (warm + cold + _CAUTION), warm + cold, told_by)


def _weight(index: int, count: int) -> float:
    if index >= _CLOSING * count:
        return _WEIGHT_OF_CLOSING
    return _WEIGHT_OF_OPENING if index < _OPENING and count > _LONG else 1.0


def _heard(sentence: str) -> tuple[float, float]:
    """How much the sentence likes and dislikes; a negation just before a word turns it round, but weaker."""
    loads, liked, disliked = _loads(), 0.0, 0.0
    tokens = [token.lower() for token in _TOKEN.findall(sentence)]
    for index, token in enumerate(tokens):
        load = loads.get(token, 0.0)
        if load and not _TURNS.isdisjoint(tokens[max(0, index - _REACH) : index]):
            load *= -_TURNED
        liked, disliked = liked + max(load, 0.0), disliked + max(-load, 0.0)
    liked += _WEIGHT_OF_A_PHRASE * len(_SETTLED_FOR.findall(sentence))
    return liked, disliked + _WEIGHT_OF_A_PHRASE * len(_SETTLED_AGAINST.findall(sentence))


@cache
def _loads() -> Mapping[str, float]:
    kinds = ((_WARM, 2.0), (_FRIENDLY, 1.0), (_SOUR, -2.0), (_COOL, -1.0))
    return {word: load for listed, load in kinds for word in listed.split()}
