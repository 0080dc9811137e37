"""Makes a summary of a page's own description, where it is one and gives nothing away."""

import re
from collections.abc import Iterator, Sequence

from bot.feeds.pages.claims import Claim, claim, mentions
from bot.rules.extracting.cleaning import split_sentences
from bot.rules.extracting.spoilers import may_be_shown

LONGEST_WORDS, LONGEST = 60, 600
_FEWEST_WORDS = 8
_ADVERT = re.compile(
    r"\b(?:read (?:more|our|the full|on)|check out|find out (?:more|if|whether)|click|subscribe|trailer|"
    r"(?:our|my|full) review|review (?:of|by|for)|reviews?,|news|podcast|cookies?|log ?in|sign up"
    r"|official site|"
    r"blog (?:about|of|by)|welcome to|imdb|rotten|posted (?:on|by)|written by|directed by)\b"
    r"|\d\s?/\s?\d|[★⭐]|https?:",
    re.IGNORECASE,
)
_ABOUT_A_WORK = re.compile(
    r"\b(?:films?|movies?|series|season|show|drama|comedy|thriller|documentary|horror|sequel|remake|directors?|"
    r"story|tale|stars?|cast|performances?|adaptation|debut|cinema)\b",
    re.IGNORECASE,
)
_ENDS = (".", "!", "?", '."', '!"', ".”", "!”")


def summary_from(descriptions: Sequence[Claim], claims: Sequence[Claim]) -> Iterator[Claim]:
    """The whole sentences of the first description that is about the work; nothing where none is safe."""
    titles = [each.value for each in claims if each.field == "title"]
    for each in descriptions:
        summary = whole_sentences(each.value)
        about = bool(_ABOUT_A_WORK.search(summary)) or any(mentions(title, summary) for title in titles)
        if about and len(summary.split()) >= _FEWEST_WORDS:
            yield claim("summary", summary, each.value, each.evidence.origin, each.evidence.sure)
            return


def whole_sentences(text: str) -> str:
    """The leading whole sentences, at most 60 words, no adverts; empty where they may not all be shown."""
    sentences = [sentence for sentence in split_sentences(text) if sentence.rstrip().endswith(_ENDS)]
    if not may_be_shown(text, sentences):
        return ""
    kept = ""
    for sentence in sentences:
        longer = f"{kept} {sentence}".strip()
        if sentence.endswith(("...", "…")) or _ADVERT.search(sentence):
            continue
        if len(longer.split()) > LONGEST_WORDS or len(longer) > LONGEST:
            break
        kept = longer
    return kept
