"""Knows a sentence that gives something away by its words."""

import re
from collections.abc import Iterable
from functools import lru_cache

# Read in small letters: much cheaper than to ignore the case.
_CUES = re.compile(
    r"\b(?:endings?|finale|climax|denouement|epilogue|post-credits?|(?:final|last|closing) (?:scenes?|"
    r"shots?|acts?|moments?|minutes|frames?|reel|twist|confrontation|battle)|by the end|in the end|"
    r"at the end|ends? (?:up|with|in|when)|dies|died|dying|deaths?|dead|drowns?|drowned|kill(?:s|ed|ing|"
    r"er)?|murder\w*|shoots?|shot (?:dead|in the)|stab(?:s|bed)|strangl\w+|suicid\w*|hangs? (?:him|her|"
    r"them)sel\w+|blood|corpse|funeral|buried|burns? \w+ (?:down|alive)|blows? up|sacrific\w+|reveal\w*|"
    r"revelation|twist|turns? out|turned out|unmask\w*|true identity|real identity|secretly|all along|"
    r"only to (?:discover|find|learn)|discovers? that|learns? that|finds? out|realis\w+ that|realiz\w+ that|"
    r"flashbacks?|betray\w*|double-cross\w*|culprit|is the (?:killer|murderer|traitor|father)|eventually|ultimately|"
    r"culminat\w+|escapes? (?:from|to)|survives?|rescues?|marr(?:ies|ied)|pregnan\w+|"
    r"sets? \w+ \w* ?free|defeats?|spoilers?|until|overcom\w+|nick of time|confess\w*|reunions?|reunit\w+|"
    r"los(?:es|ing) (?:his|her|their|a|the)|breaks? down|gets? away|last-minute|third act|"
    r"showdown|face-off|cameos?|comes? back to life|"
    r"(?:big|huge|giant|final|epic|climactic|cgi|boss|monster|massive) (?:\w+ ){0,2}"
    r"(?:fights?|battles?|brawl|duel)|"
    r"sets? up (?:a|the|its) (?:sequel|rivalry|next))\b"
)
_HARMLESS = re.compile(
    r"\btwists and turns|\b(?:drop-dead|dead (?:pan|serious|centre|center)|to die for|killer (?:score|"
    r"soundtrack))\b"
)
_DEED = re.compile(
    r"\b(?:barges?|strikes?|attacks?|kidnap\w*|rapes?|raped|tortur\w+|steals?|confesses|breaks? (?:into|up|"
    r"out)|cuts? a deal|runs? away|leaves? (?:his|her|their)|fights? (?:off|back)|arrest\w*|shooting|flees?|"
    r"lures?|"
    r"takes? (?:all )?(?:his|her|their) (?:victims|revenge|life)|crash(?:es|ed)|captur\w+|becomes?|joins?)\b",
    re.IGNORECASE,
)
_ADVERT = re.compile(r"\breview\b", re.IGNORECASE)
_LONGEST = 3000


def gives_away(sentence: str, characters: Iterable[str] = ()) -> bool:
    """Whether the sentence tells what happens: by a cue word, or as a deed of somebody named."""
    if _has_cue(sentence):
        return True
    named = sum(1 for name in characters if name in sentence)
    return named >= 3 or (named >= 1 and bool(_DEED.search(sentence)))


@lru_cache  # the same few sentences are asked about for the summary, the points and the spoiler part
def _has_cue(sentence: str) -> bool:
    lowered = sentence.lower()
    return bool(_CUES.search(lowered) and _CUES.search(_HARMLESS.sub("", lowered)))


def spoiler_part(sentences: Iterable[str], characters: Iterable[str]) -> str:
    """The sentences that give something away, in order, at most 3,000 characters."""
    names = tuple(characters)
    part = ""
    for sentence in sentences:
        quotable = not _ADVERT.search(sentence)
        if quotable and gives_away(sentence, names) and len(part) + len(sentence) < _LONGEST:
            part = f"{part} {sentence}".strip()
    return part
