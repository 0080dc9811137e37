"""Knows a sentence that gives something away by its words."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from bot.rules.extracting.alternatives import any_of, parted
from bot.rules.extracting.languages import sure_language
from bot.rules.extracting.spoiler_words import CUES, HARMLESS

# Read in small letters: much cheaper than to ignore the case. All languages at once, cues as well: names of
# foreign films, a quotation or a misjudged language must not let anything slip.
_HARMLESS = re.compile(rf"\b(?:{'|'.join(HARMLESS.values())})\b")
_DEED = re.compile(
    r"\b(?:barges?|strikes?|attacks?|kidnap\w*|rapes?|raped|tortur\w+|steals?|confesses|breaks? (?:into|up|"
    r"out)|cuts? a deal|runs? away|leaves? (?:his|her|their)|fights? (?:off|back)|arrest\w*|shooting|flees?|"
    r"lures?|"
    r"takes? (?:all )?(?:his|her|their) (?:victims|revenge|life)|crash(?:es|ed)|captur\w+|becomes?|joins?)\b",
    re.IGNORECASE,
)
_ADVERT = re.compile(r"\breview\b", re.IGNORECASE)
# "SPOILERS" and "Spoilers ahead:" warn of what follows; "I hate spoilers" and "NO SPOILERS" do not.
_WARNING = re.compile(
    r"(?:<\w{1,10}>|[*_(\['\"]){0,4}"
    r"(?:(?<!NO )(?<!ANY )(?<!ZERO )(?<!WITHOUT )(?<!NON-)(?<!NON )\bSPOILERS?\b(?![- ]?FREE)|"
    r"(?<![\w,;] )(?<!\w)(?:(?:[Mm]ajor|[Bb]ig|[Mm]ild) )?[Ss]poilers?(?!-?free)"
    r"(?= ?[-–—:.!*)<\]'\"\n]| (?:ahead|below|follow|alert|warning)))"
    r"(?: (?i:alert|warning))?(?: (?i:ahead|below|follow))?(?:</\w{1,10}>|[^\w\n<«\"])*"
)
_GAP = re.compile(r"\n\s*\n\s*")
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
    cue = _cue()
    return bool(cue.search(lowered) and cue.search(_HARMLESS.sub("", lowered)))


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(parted('|'.join(CUES.values())))}\b")


def may_be_shown(text: str, sentences: Sequence[str]) -> bool:
    """Whether the whole text may stand for all to read: its language is known here, and no sentence tells."""
    return sure_language(text) in CUES and not any(gives_away(sentence) for sentence in sentences)


def parted_at_warning(text: str) -> tuple[str, str]:
    """What all may read, and what stands behind "SPOILERS" up to the end of its paragraph.

    A warning that is a paragraph of its own speaks of all that follows.
    """
    shown, told = [], []
    while warning := _WARNING.search(text):
        shown.append(text[: warning.start()].strip())
        behind = text[warning.end() :]
        is_apart = bool(_GAP.match(behind))
        paragraph, *rest = [behind] if is_apart else _GAP.split(behind, maxsplit=1)
        told.append(paragraph.strip())
        text = "".join(rest)
    return "\n\n".join(filter(None, [*shown, text.strip()])), "\n\n".join(told)


def spoiler_part(sentences: Iterable[str], characters: Iterable[str]) -> str:
    """The sentences that give something away, in order, at most 3,000 characters."""
    names = tuple(characters)
    part = ""
    for sentence in sentences:
        quotable = not _ADVERT.search(sentence)
        if quotable and gives_away(sentence, names) and len(part) + len(sentence) < _LONGEST:
            part = f"{part} {sentence}".strip()
    return part
