"""Writes a line's scores the plain way before they are looked for: with scale and label, not negated."""

import re

_LABEL = r"(?:score|grade|ratings?|overall|total|verdict|marks?|nota|note|voto|cijfer)"
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_TEXT_END = r"[*_\s]*[.!]?[*_\s]*$"

# "I won't give it more than 2/5" gives it 2/5, and "I can't give it less than 4/5" gives it 4/5.
_LIMITED = re.compile(
    r"(?:\b(?P<who>i|we|it|this(?: one)?|(?:the|this) (?:film|movie|show|series|season))\s"
    r"|^|(?<=[.!]\s))(?:won't|will not|wouldn't|would not|can't|can ?not|couldn't|could not|do(?:es)?n't|"
    r"do(?:es)? not|'m not|am not)\s(?:really\s|honestly\s)?"
    r"(?P<does>give|giving|rate|rating|score|award|go|going|deserve|merit|think it's|say it's|call it)"
    r"(?P<object>\s(?:it|this|that|this one|(?:the|this) (?:film|movie|show|series|season|one)))?"
    r"\s(?:an?\s)?(?:any(?:thing)?\s)?(?:more|higher|better|less|lower|further|above|over|beyond)\s?(?:than\s)?"
    r"(?=(?:an?\s)?(?:\d|one|two|three|four|five|six|seven|eight|nine|half))",
    re.IGNORECASE,
)
_UNSPACED = re.compile(r"(?<=[a-z\s][.!?])(?=\d(?:[.,]\d)?\s?(?:/|out of|stars?\b)|[A-Z][a-z]*\s)")
_COMPARED = re.compile(r"(?:than|higher|above|over|beyond)\s")
_NO_MORE = re.compile(
    r"\b(?:no|not(?: any)?|nothing) (?:more|less|higher|better) than "
    r"(?=(?:an?\s)?[\w.,½]{1,6}\s?(?:/|out\b|stars?\b))",
    re.IGNORECASE,
)
_ARROW = re.compile(
    rf"^([\W_]*(?:[\w']+\s){{0,3}}{_LABEL})\s?(?:→|->|=>|»|>>|\.{{3,}}|…)\s?(?=[\d★⭐])", re.IGNORECASE
)
_SCALED_LABEL = re.compile(
    rf"^([\W_]*(?:[\w']+\s){{0,3}}{_LABEL})\s?[(\[]?\s?/\s?(5|10|100)\s?[)\]]?\s?[:=–-]?\s?({_NUMBER}){_TEXT_END}",
    re.IGNORECASE,
)
_BARE_LABEL = re.compile(
    rf"^(?P<label>[\W_]*(?P<own>(?:[\w'&]+\s){{0,3}}){_LABEL}(?:\s?[:=–-]\s?[*_\s]*|\s(?=\d[.,]\d)))"
    rf"(?P<amount>{_NUMBER}){_TEXT_END}",
    re.IGNORECASE,
)
_AT_THAT = (
    r"(?=,?\s(?:at (?:best|most|a push)|overall|tops|(?:from|for) me|in my book)\b"
    r"|[*_]{0,2}(?:[.!](?!\d)|,\s|$))"
)
_SAID = re.compile(
    r"(?P<said>(?:\b(?:(?:i|we)(?:'ll|'d|'m|'re)?(?: (?!(?:not|never)\b)[\w']+){0,4}? "
    r"(?:give|giving|rate|rating|score)|"
    r"(?:it|this|the (?:film|movie|show|series|season)) (?:gets|earns|deserves|scores))\s[^.!?:;]{0,40}?"
    r"(?:\ban?\s(?:solid\s|strong\s|very\s|weak\s|generous\s|straight\s)*|(?<=\bit\s)|(?<=\bthis\s)|\bonly\s)"
    r"|^(?:overall,? |so,? )?(?:it's )?an? (?:solid|strong|easy|weak|generous) (?=\d)"
    r"|\bit's an? (?=\d[\d.]* (?:from|for) me\b)|^an? (?=\d[\d.]* at best\b)))"
    rf"(?P<amount>{_NUMBER}){_AT_THAT}",
    re.IGNORECASE,
)
_CLOSING_LABEL = re.compile(
    rf"(?<=[.!?|]\s)(?P<label>[*_]*(?:(?:my|our|final|overall|personal|total)\s){{1,2}}{_LABEL}\s?[:=]\s?[*_]*"
    rf"|[*_]*(?:overall|total)\s?[:=]\s?[*_]*)(?P<amount>{_NUMBER}){_TEXT_END}",
    re.IGNORECASE,
)
_PERFECT = re.compile(r"\b((?:a|an absolute) (?:perfect|flawless) )(?:10|ten)(?=[.!,]|$)", re.IGNORECASE)
_OF_SIX = re.compile(r"\bterningkast\s?:?\s([1-6])\b", re.IGNORECASE)
# Looked for first, for most lines have none: that is cheaper than to look for who gives it.
_SOME_AMOUNT = re.compile(rf"(?<![\d.,/-]){_NUMBER}(?=[\s*_]|[.,!]|$)")
_OWN_RATING = re.compile(r"\b(?:my|our|final|overall)\s|\b\w+'s\s|rating.*\d[.,]\d", re.IGNORECASE)


def restated(line: str) -> str:
    """The line with its scores as "label: n/scale" or "give it n/scale", where it says so in other words."""
    line = _UNSPACED.sub(" ", line)
    if _COMPARED.search(line):
        line = _NO_MORE.sub("", _LIMITED.sub(_plainly, line))
    return _SCALED_LABEL.sub(r"\1: \3/\2", _ARROW.sub(r"\1: ", line))


def with_scale(line: str, *, ends_the_text: bool = False) -> str:
    """The line with the scale behind a number that is given without one, where only one is likely.

    More than 5 and up to 10 is out of ten; a whole number over 50 is out of a hundred. Up to 5 it may be
    out of four, five or ten, and from there to 50 an age or a count: those stay as they are. So does a bare
    "Rating: 7", which may be an age as well, unless the text ends with it.
    """
    if "perfect" in line or "flawless" in line:
        line = _PERFECT.sub(r"\g<1>10/10", line)
    if not _SOME_AMOUNT.search(line):
        return line
    line = _OF_SIX.sub(r"Score: \1/6", line)
    if label := _BARE_LABEL.match(line):
        may_be_age = "rating" in label["label"].lower() and not ends_the_text
        is_age = may_be_age and not _OWN_RATING.search(line)
        return line if is_age else line[: label.end("amount")] + _likely_scale(label["amount"])
    if label := _CLOSING_LABEL.search(line):
        return line[: label.end("amount")] + _likely_scale(label["amount"])
    return _SAID.sub(lambda found: found[0] + _likely_scale(found["amount"]), line)


def _plainly(found: re.Match[str]) -> str:
    does = found["does"].lower()
    plain = {"giving": "give", "rating": "rate", "go": "go with", "going": "go with", "deserve": "deserves",
             "merit": "merits"}.get(does, does)  # fmt: skip
    return f"{found['who'] or 'I'} {plain}{found['object'] or ''} "


def _likely_scale(amount: str) -> str:
    value = float(amount.replace(",", "."))
    if 5 < value <= 10:
        return "/10"
    return "/100" if amount.isdigit() and 50 < value <= 100 else ""
