"""Knows a sentence that gives something away by its words."""

import re
from collections.abc import Iterable

_CUES = re.compile(
    r"\b(?:endings?|finale|climax|denouement|epilogue|post-credits?|(?:final|last|closing) "
    r"(?:scenes?|shots?|acts?|moments?|minutes|frames?|reel|twist|confrontation|battle)|by the end|in the end|"
    r"at the end|ends? (?:up|with|in|when)|"
    r"dies|died|dying|deaths?|dead|drowns?|drowned|kill(?:s|ed|ing|er)?|murder\w*|shoots?|shot (?:dead|in the)|"
    r"stab(?:s|bed)|strangl\w+|suicid\w*|hangs? (?:him|her|them)sel\w+|blood|corpse|funeral|buried|burns? \w+ "
    r"(?:down|alive)|blows? up|sacrific\w+|"
    r"reveal\w*|revelation|twist|turns? out|turned out|unmask\w*|true identity|real identity|secretly|"
    r"all along|only to (?:discover|find|learn)|discovers? that|learns? that|finds? out|realis\w+ that|"
    r"realiz\w+ that|flashbacks?|betray\w*|double-cross\w*|culprit|is the (?:killer|murderer|traitor|father)|"
    r"eventually|culminat\w+|escapes? (?:from|to)|survives?|rescues?|marr(?:ies|ied)|pregnan\w+|"
    r"sets? \w+ \w* ?free|defeats?|spoilers?)\b",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"\btwists and turns|\b(?:drop-dead|dead (?:pan|serious|centre|center)|to die for|killer (?:score|soundtrack))\b",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"\b(?:barges?|strikes?|attacks?|kidnap\w*|rapes?|raped|tortur\w+|steals?|confesses|breaks? (?:into|up|out)|"
    r"cuts? a deal|runs? away|leaves? (?:his|her|their)|fights? (?:off|back)|arrest\w*|shooting|flees?|lures?|"
    r"takes? (?:all )?(?:his|her|their) (?:victims|revenge|life)|crash(?:es|ed)|captur\w+|becomes?|joins?)\b",
    re.IGNORECASE,
)
_LONGEST = 1500


def gives_away(sentence: str, characters: Iterable[str] = ()) -> bool:
    """Whether the sentence tells what happens: by a cue word, or as a deed of somebody named."""
    if _CUES.search(_HARMLESS.sub("", sentence)):
        return True
    named = sum(1 for name in characters if name in sentence)
    return named >= 3 or (named >= 1 and bool(_DEED.search(sentence)))


def spoiler_part(sentences: Iterable[str], characters: Iterable[str]) -> str:
    """The sentences that give something away, in order, at most about 1,500 characters."""
    names = tuple(characters)
    part = ""
    for sentence in sentences:
        if gives_away(sentence, names) and len(part) + len(sentence) < _LONGEST:
            part = f"{part} {sentence}".strip()
    return part
