"""Picks what the reviewer praises and blames, and for whom the work is."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from bot.rules.extracting.cleaning import BULLET, Article, words
from bot.rules.extracting.spoilers import gives_away
from bot.rules.extracting.standing_alone import stands_alone

# These are read in small letters: much cheaper than to ignore the case.
PRAISE = re.compile(
    r"\b(?:great|excellent|impeccabl[ey]|superb\w*|brilliant\w*|terrific|striking|stunning\w*|gorgeous\w*|"
    r"beautiful\w*|outstanding|wonderful\w*|delight\w*|engaging|gripping|compelling|charming|clever\w*|"
    r"impressive|strong|well[- ](?:choreographed|written|acted|made|crafted|paced)|(?:fast|face)-paced|"
    r"perfect\w*|remarkabl[ey]|memorable|worth (?:noticing|watching|seeing)|fantastic|masterful\w*|vivid\w*|"
    r"vibrant|nuanced|magnetic|"
    r"highlights?|triumph\w*|fun|funny|hilarious|enjoyable|solid|astonishing\w*|satisfying|shines?)\b",
)
BLAME = re.compile(
    r"\b(?:disappoint\w*|weak(?:est|ness)?|dull|boring|bland|clich\w*|predictable|lacklustre|lackluster|"
    r"underwritten|underdeveloped|overlong|too long|tedious|messy|muddled|forgettable|unconvincing|wooden|"
    r"drags?|suffers?|fails?|falls? flat|unfortunately|sadly|stilted|shallow|clumsy|uneven|overstays|"
    r"poor(?:ly)?|"
    r"lacks?|generic|monotonous)\b",
)
_CRAFT = re.compile(
    r"\b(?:cast|acting|actors?|actress\w*|performances?|performers?|leads?|direct(?:ion|ing)|script|"
    r"screenplay|writing|plot|story|storytelling|dialogues?|pac(?:e|ing)|score|soundtrack|music|songs?|"
    r"cinematography|camerawork|visuals?|colou?rs?|effects|choreograph\w+|action|set[- ]pieces?|sequences?|"
    r"design|costumes?|editing|animation|humou?r|"
    r"comedy|comic relief|jokes?|atmosphere|chemistry|characters?|photography|sound)\b",
)
_NEGATION = re.compile(
    r"\b(?:not|never|no|hardly|nor|neither|without|barely|isn't|aren't|wasn't|doesn't|don't|can't)\b|n't\b"
)
_TURN = re.compile(r"\b(?:but|however|although|though|despite|while|yet)\b")
_PIECE = re.compile(r",\s|;\s|\s(?:with|that|which|who)\s|\s[–—-]\s|\.\s")
_LEAD_IN = re.compile(
    r"^(?:and|are|is|with|displaying|featuring|boasting|including|plus|also|it has|there (?:is|are))\s",
    re.IGNORECASE,
)
_PLUG = re.compile(r"\b(?:stream\w*|available)\s(?:\w+\s)?on\b")
_OPEN_END = re.compile(r"\b(?:a|an|the|in|of|on|as|for|to|by|and|or)$", re.IGNORECASE)
_GOOD = frozenset(
    {"pros", "the good", "what works", "what we liked", "likes", "positives", "highs", "good", "strengths"}
)
_BAD = frozenset(
    {"cons", "the bad", "what doesn't work", "what doesn't", "what we didn't like", "dislikes", "negatives",
     "lows", "bad", "weaknesses"}
)  # fmt: skip
_AUDIENCE = re.compile(
    r"\b(?:perfect|ideal|great|suitable|best|made|delight|treat|feast|must[- ]watch|must[- ]see|"
    r"recommended|one|film|movie|show|series|watch)\s(?:only\s|strictly\s)?for\s(?:an?\s|all\s|every\s|"
    r"any\s|the\s)?(?P<who>(?:(?!fans?\b|lovers?\b)[\w'-]+\s){0,3}(?:lovers?|fans?|buffs?|aficionados?|"
    r"enthusiasts?|families)\b)"
    r"(?P<of>\sof\s(?:the\s)?[\w'-]+(?:\s[\w'-]+){0,3}(?=[.,!?;]|\sand\b|$))?",
    re.IGNORECASE,
)
_MOST = 5
_LONGEST_POINT = 18
_LONGEST_PHRASE = 8


def find_points(article: Article, characters: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What works and what does not, at most five each: the article's own lists, else its short judgements."""
    good, bad = _listed(article.lines, _GOOD), _listed(article.lines, _BAD)
    if good or bad:
        return good, bad

    def fair(points: Callable[[str], Iterator[str]]) -> Iterator[str]:
        for sentence in article.sentences:
            found = tuple(points(sentence))
            if found and stands_alone(sentence) and not gives_away(sentence, characters):
                yield from found

    return _distinct(fair(_praised)), _distinct(fair(_blamed))


def find_audience(sentences: Sequence[str]) -> str:
    """For whom the reviewer says the work is, such as "for action-thriller lovers"; empty if not said."""
    for sentence in reversed(sentences):
        found = _AUDIENCE.search(sentence) if " for " in sentence else None
        if found and not _NEGATION.search(sentence[: found.start()][-40:]):
            who = found["who"].strip()
            plural = who if who.endswith("s") else f"{who}s"
            return f"for {plural}{found['of'] or ''}"
    return ""


def _listed(lines: Sequence[str], names: frozenset[str]) -> tuple[str, ...]:
    """The items under a heading, or behind a label, of one of these names."""
    for index, line in enumerate(lines):
        head, _, rest = line.partition(":")
        if head.strip().lower() not in names:
            continue
        if rest.strip():
            return tuple(part.strip(" .") for part in re.split(r";|,", rest) if part.strip(" ."))[:_MOST]
        below = takewhile(lambda line: line.startswith(BULLET), lines[index + 1 :])
        return tuple(item.removeprefix(BULLET).rstrip(" .") for item in below)[:_MOST]
    return ()


def _praised(sentence: str) -> Iterator[str]:
    lowered = sentence.lower()
    if not PRAISE.search(lowered) or any(cue.search(lowered) for cue in (BLAME, _NEGATION, _PLUG)):
        return
    if words(sentence) <= _LONGEST_POINT:
        if _CRAFT.search(lowered) and not sentence.endswith("?"):
            yield sentence.rstrip(".!")
    elif not _TURN.search(lowered):
        yield from _phrases(sentence)


def _phrases(sentence: str) -> Iterator[str]:
    for piece in _PIECE.split(sentence.rstrip(".!?")):
        phrase = _LEAD_IN.sub("", piece.strip())
        whole = 2 <= words(phrase) <= _LONGEST_PHRASE and not _OPEN_END.search(phrase)
        if whole and PRAISE.search(phrase.lower()) and _CRAFT.search(phrase.lower()):
            yield phrase


def _blamed(sentence: str) -> Iterator[str]:
    lowered = sentence.lower()
    if words(sentence) > _LONGEST_POINT or not (BLAME.search(lowered) and _CRAFT.search(lowered)):
        return
    if not any(cue.search(lowered) for cue in (PRAISE, _NEGATION, _TURN)):
        yield sentence.rstrip(".!")


def _distinct(points: Iterator[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    while len(found) < _MOST and (point := next(points, None)):
        found[point] = None
    return tuple(found)
