"""Knows whether a sentence can be understood, and is worth reading, without those around it."""

import re

from bot.rules.extracting.cleaning import words
from bot.rules.extracting.whole_work import WORK

_SHORTEST, _LONGEST = 4, 42
# With these a sentence goes on from the one before, weighs one of several things, or addresses somebody.
_GOES_ON = frozenset(
    {"actually", "add", "additionally", "afterward", "afterwards", "again", "also", "and",
     "another", "anyway", "aside", "because", "besides", "beyond", "both", "but", "certainly",
     "consequently", "contrary", "each", "either", "especially", "finally", "first", "firstly",
     "fortunately", "furthermore", "having", "he", "hence", "her", "here", "his", "honestly", "how",
     "however", "instead", "lastly", "later", "let", "likewise", "many", "maybe", "meanwhile",
     "moreover", "most", "neither", "nevertheless", "next", "no", "nonetheless", "nor", "not",
     "now", "oh", "ok", "okay", "only", "or", "other", "others", "otherwise", "particularly",
     "perhaps", "personally", "please", "probably", "regardless", "second", "secondly", "seriously",
     "she", "shortly", "similarly", "since", "so", "some", "soon", "sorry", "still", "subsequently",
     "sure", "thank", "thanks", "that", "their", "then", "therefore", "these", "they", "third",
     "thirdly", "those", "thus", "unfortunately", "us", "well", "what", "which", "who", "whose",
     "why", "yes", "yet", "you", "your"}
)  # fmt: skip
_PHRASE_GOES_ON = re.compile(
    r"(?:for (?:instance|example|that|all that)|my (?:\w+ )?(?:complaint|gripe|issue|problem|quibble)s?|"
    r"as a (?:\w+ )?result|once (?:again|more)|one of the|there(?! (?:is|are|was|were)\b)|"
    r"(?:in|on) (?:fact|addition|contrast|that|these|the other|top|turn)|at (?:this|that|the same|times)|"
    r"even (?:then|so|if|though)|after (?:this|that|all)|by contrast|to be (?:fair|honest)|of course|"
    r"the (?:first|second|third|latter|former|other|same|only|problem|issue|reason|thing|rest|fact))\b"
)
# "this scene", "those people": what they point at stands elsewhere.
_POINTS_BACK = re.compile(
    r"\b(?:these|those)\s(?!who\b)"
    rf"|\bthis\s(?!(?:[\w'-]+\s){{0,3}}?(?:{WORK}|(?:one|is|was|drama|comedy|thriller|musical|western|episode|"
    r"feature|story|tale|year|out|to|for|with|and|but|because|at|on|in|an?)\b))"
    r"|\b(?:such|the) (?:former|latter|aforementioned)\b|\bas (?:i|we) (?:said|mentioned|write)\b"
    r"|\b(?:as|already) mentioned\b|\b(?:i|we)(?:'ve| have)? mentioned\b|\bpreviously\b"
)
_ADVERT = re.compile(
    r"\b(?:reviews?|click|subscribe|trailer|watch (?:\w+ )?on|podcast|comment|we give|i give|imdb|rotten|"
    r"out of (?:5|five|10|ten)|(?:\d|half|one|two|three|four|five|ten)[- ]stars?\b|metacritic|spoil\w*|post|"
    r"blog|article|newsletter|email|below|above(?! average| all))|\d/\d|[★⭐]|^if you\b"
)
_ANECDOTE = re.compile(
    r"\bmy (?:\w+ )?(?:wife|husband|friends?|girlfriend|boyfriend|partner|kids?|sons?|daughters?|brothers?|"
    r"sisters?|mom|mum|mother|dad|father|parents|family|siblings|college|school)\b"
    r"|\b(?:left|leav(?:e|ing)|walk\w*|went|go|going|sat|drove) (?:\w+ ){0,4}(?:theat(?:er|re)s?|cinemas?)\b"
    r"|\b(?:tickets?|netflix|sold out|this week|last (?:week|night|year)|yesterday|today|tonight)\b"
    r"|\bi(?:'m| am| was| had|'ve| have) (?!to\b|seen|ever|not|never|pleasantly|glad|impressed|blown)"
)
_SOMEBODY = re.compile(r"\b(?:he|she|they|him|her|his|their|them)\b")
_NAME = re.compile(r"(?<=[\w,;:-] )['\"]?[A-Z][a-z]|^[A-Z][\w.'-]+,? (?=[A-Z])")
_GROUP = re.compile(
    r"\b(?:an?|two|three|four|five|six|seven|several|group|team|couple|family|friends|people|kids|teens|"
    r"actors|cast|men|women|everyone|characters|heroes|performances|leads|film-?makers|viewers|audiences?|"
    r"fans)\b"
)


def stands_alone(sentence: str) -> bool:
    """Whether the sentence begins like one, is of 4 to 42 words, and points at nothing that is not in it.

    What the reviewer says of the evening, of friends or of the article itself is not worth reading there.
    """
    lowered = sentence.lower()
    return (
        _SHORTEST <= words(sentence) <= _LONGEST
        and _is_whole(sentence)
        and lowered.split()[0].rstrip(",") not in _GOES_ON
        and not _PHRASE_GOES_ON.match(lowered)
        and not any(cue.search(lowered) for cue in (_ADVERT, _POINTS_BACK, _ANECDOTE))
        and not _hangs_in_the_air(sentence, lowered)
    )


def _is_whole(sentence: str) -> bool:
    begins = sentence[0].isupper() or sentence[0].isdigit() or sentence[0] == "'"
    ends = sentence[-1] in ".!" and sentence.count('"') % 2 == 0
    return begins and ends and not sentence.endswith("..") and "(" not in sentence


def _hangs_in_the_air(sentence: str, lowered: str) -> bool:
    """Whether "he" or "their" comes before anybody whom it could mean."""
    somebody = _SOMEBODY.search(lowered)
    if not somebody:
        return False
    before = sentence[: somebody.start()]
    return not (_NAME.search(before) or _GROUP.search(before.lower()))
