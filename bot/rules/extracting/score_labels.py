"""Reads the labels that scores stand behind: "My rating: 4/5", "Overall - B+", "Fazit: 8/10"."""

import re

from bot.rules.extracting.score_signs import Sign
from bot.rules.extracting.whose_scores import is_elsewhere
from bot.rules.scores import Score

_OWN = re.compile(
    r"(?P<qualifier>(?:(?<![\w'&-])(?!-\s)[\w'&-]+\s){0,4})(?<![A-Za-z])"
    r"(?P<label>ratings?|raing|ratting|raiting|tier|rank|recommendation|score|grade|verdict|overall|total|stars|marks?|"
    r"rated?|bottom line|conclusion|points|summary|summing up|to sum up|in a nutshell|in short|tl;?dr|"
    r"my take|vote|tally|evaluation|assessment|impressions?|report card|(?:final|closing|parting|overall) "
    r"(?:thoughts|words?)|"
    r"(?:the )?(?:film|movie|show|series)(?=\s?:)|(?:mine|me|final)(?=\s?[:–-])|"
    r"nota(?: final)?|note(?: globale)?|(?:gesamt)?wertung|bewertung|gesamt|fazit|voto|valutazione|"
    r"puntuación|calificación|valoración|ocena|betyg|cijfer|karakter|arvosana|puan\w*|"
    r"оценка|评分|評分|評価|평점)"
    r"(?:\s(?:of|for)(?:\s[\w'-]+){1,5})?(?:\s\([^()\d]{1,20}\))?[*_]{0,3}"
    r"\s?(?P<mark>:|：|-|–|—|=|\||is|was|of)?"
    r"[\s\[({*_\"'★⭐☆✩½\U0001f300-\U0001faff]*(?:an?\s(?:[\w-]+\s)?)?$",
    re.IGNORECASE,
)
_LEADING_SIGNS = re.compile(r"^(?:[^\w\[(]|_)+")
_GRADES = frozenset({"grade", "score", "mark", "verdict", "tier", "rank"})
_OF_ALL = frozenset({"overall", "total", "final"})
# Words that label much else: they count only where the score is all that follows.
_SOFT = frozenset(
    {"points", "summary", "conclusion", "in a nutshell", "to sum up", "summing up", "total", "overall"}
)
# Such as end names and belong to others as well: "The Truman Show: 10/10", "Wife's vote: 8/10".
_BARE = frozenset(
    {"film", "movie", "show", "series", "the film", "the movie", "the show", "the series", "me", "mine",
     "final", "vote", "tally", "assessment", "impression", "impressions", "report card"}
)  # fmt: skip
_OWN_QUALIFIERS = frozenset({"", "my", "our", "the", "final", "the final", "overall", "nota"})
_GOES_ON = re.compile(r"\s(?!stars?\b|out\b|points?\b|or \d)[a-z]")
_PARTS_BEFORE = re.compile(r".*\d(?:/\d+)?\s?[,;/–—-]\s")


def labelled(before: str, score: Score, behind: str = "") -> Sign | None:
    """Which label of the reviewer's own ends the words before a score; None without one."""
    before = before.replace("_", " ")
    label = _OWN.search(before)
    if label is None:
        return None
    word, mark, qualifier = label["label"].lower(), label["mark"], (label["qualifier"] or "").lower()
    own = re.search(r"\b(?:my|our|final|overall|total)\b", qualifier) or word in _OF_ALL
    parts = _PARTS_BEFORE.match(before) if word in _OF_ALL else None
    if is_elsewhere(before[parts.end() :] if parts else before):
        return None
    starts_here = _LEADING_SIGNS.sub("", before.lower()).startswith((qualifier + word).strip())
    if word in _BARE and qualifier.strip() not in _OWN_QUALIFIERS:
        return None
    if word == "evaluation" and " " in qualifier.strip():
        return None  # "Tom's evaluation" is the reviewer's, "The captain's evaluation" is not
    goes_on = _GOES_ON.match(behind) or (score.scale == "percent" and behind[1:2].isalpha())
    if goes_on and (word in _SOFT or word in _BARE):
        return None
    if mark in {"is", "was", "of"} or not (mark or starts_here):
        starts_here = False
    if not (own or starts_here):
        return None
    is_plain_letter = score.scale == "letter" and len(score.text) == 1 and not (own or word in _GRADES)
    if is_plain_letter and (score.text == "A" or mark != ":"):
        return None  # "Rated A" and "Rating: A" are age certificates; nobody gives a "B" or a "C"
    return Sign.LABEL_OF_ALL if own else Sign.LABEL
