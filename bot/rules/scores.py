"""Reads a score's notation, and what it recommends on its own scale."""

import re
from dataclasses import dataclass

from storage import Verdict


@dataclass(frozen=True, slots=True)
class Score:
    """A score as written, as 0-100, and its scale: "4", "5", "10", "100", "letter", "percent" ..."""

    text: str
    value: float
    scale: str


_LETTERS = {
    "S": 100, "A+": 100, "A": 100, "A-": 91, "B+": 83, "B": 75, "B-": 67, "C+": 58, "C": 50, "C-": 42,
    "D+": 33, "D": 25, "D-": 17, "F+": 8, "F": 0, "F-": 0,
}  # fmt: skip
_NUMBERS = {
    "half": 0.5, "no": 0, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "a hundred": 100, "one hundred": 100,
}  # fmt: skip
_PARTS = {
    "and a half": 0.5, "and three quarters": 0.75, "½": 0.5, "¼": 0.25, "¾": 0.75, " 1/2": 0.5, " 1/4": 0.25,
    " 3/4": 0.75, "a single": 1, "a half": 0.5, " point two": 0.2, " point five": 0.5, " point seven": 0.7,
    " point eight": 0.8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Custom:
    """From where (0-100) a scale's scores recommend, from where they may, and which leave it in doubt."""

    watch: float
    maybe: float
    doubt: tuple[float, float]


# By whether critics' own papers called such scores a recommendation: 92 % of 3/5, 12 % of 2.5/5, half of
# 2.5/4, two thirds of 6/10, 15 % of C+. In doubt is what lies between, with the first score on either side.
_CUSTOMS = {
    "4": _Custom(75.0, 62.5, (62.5, 62.5)),
    "5": _Custom(60.0, 60.0, (50.0, 60.0)),
    "10": _Custom(70.0, 60.0, (50.0, 65.0)),
    "letter": _Custom(67.0, 67.0, (58.0, 67.0)),
}
_OTHERWISE = _Custom(65.0, 57.0, (50.0, 65.0))
_SCALES = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100})

# A range of no more than this share of the scale is a score; "1 to 5 stars" tells of the scale.
_WIDEST = 0.2

# What a glyph of a row of stars or moons is worth, and the pictures that people count in instead of stars.
_WORTH = {
    "★": 1, "⭐": 1, "✦": 1, "✪": 1, "✭": 1, "✮": 1, "🌟": 1, "*": 1, "⭑": 1,
    "⯪": 0.5, "⯨": 0.5, "½": 0.5, "✨": 0.5, "💫": 0.5, "⭒": 0,
    "☆": 0, "✩": 0, "✧": 0, "🌕": 1, "🌖": 0.75, "🌗": 0.5, "🌘": 0.25, "🌑": 0,
    "●": 1, "◐": 0.5, "○": 0, "■": 1, "□": 0, "◼": 1, "◻": 0, "⬛": 1, "⬜": 0,
    "▰": 1, "▱": 0, "♥": 1, "❤": 1, "♡": 0, "🖤": 0,
}  # fmt: skip
_GLYPH = "[*★⭐✦✪✭✮🌟⯪⯨☆✩✧🌕🌖🌗🌘🌑●◐○■□◼◻⬛⬜▰▱♥❤♡🖤✨💫⭑⭒]"
# Behind plain stars, one that glows is a half: there is no picture of half a star.
_HALF_STAR = re.compile("(?<=⭐)[🌟✨💫]$")
_EMPTY = frozenset("☆✩✧⭒⯪⯨🌖🌗🌘🌑◐○□◻⬜▱♡🖤")
# Signs that are bullets, ornaments and greetings as well: only beside an empty one do they count.
_AMBIGUOUS = frozenset("*✦✪●■◼⬛▰♥❤✨💫")
_PICTURE = "[\U0001f300-\U0001faff]"
_DIGITS = r"\d{1,3}(?:[.,]\d{1,2})?"
_WORD = r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten)"
_HALF = (
    r"(?:\s?[½¼¾]|[\s-](?:and\s)?1/2(?![\d/])|\s(?:and\s)?[13]/4(?=[\s-]stars?|\sout|\s?/)"
    r"|[\s-]and[\s-]a[\s-]half|[\s-]and[\s-]three[\s-]quarters|(?<=\w)\spoint\s(?:two|five|seven|eight)\b)"
)
_AMOUNT = (
    rf"(?:(?:{_DIGITS}|{_WORD}){_HALF}?|½|half(?=\sa\sstar|\sstars?)|no(?=\sstars?)"
    r"|a\s(?:single|half)(?=[\s-]star))"
)
# "7-8/10", "3 to 3.5 stars", "between 3 and 4 stars".
_LEAST = (
    rf"(?:(?P<least>{_AMOUNT})(?:[-–]|\s(?:to|or)\s)|between\s(?:an?\s)?(?P<between>{_AMOUNT})\sand\s)"
    r"(?!1/2\b|[13]/4\b)(?:an?\s)?"
)
_SCALE = r"(?:\d{1,3}(?:\.0{1,2})?|four|five|six|eight|ten|(?:a|one)\shundred|[*★⭐]{3,10}+)"
_STARS = (
    r"(?:[\s-](?:a\s)?(?:stars?|Sterne?n?|étoiles?|estrellas?|stelle)\b"
    r"|(?:\sx)?\s?[★⭐🌟](?!\s?[*★⭐🌟☆½\d]))"
)
_UNITS = r"(?:(?:\s(?!out\b)[A-Za-z'-]{2,20}){1,3}(?=\sout\sof\s))"
_FROM = r"(?:0|1|zero|one)\s?(?:to|-|–)\s?"
_POINTS = r"(?:[\s-](?:point|star)s?\sscale\b)"
_MARKS = r"(?:\s(?:points?|Punkten?|puntos|punti)\b)"
_OVER = (
    rf"(?:\s?[/\\]\s?|\soutta\s|\s\(?(?:out\s)?of\s(?:a\spossible\s)?|\s(?:von|sur|su|de|av|из|uit)\s"
    rf"|\son\s(?=(?:5|10|five|ten)\b)|\son\s(?:a|the|my)\s(?:scale\s(?:of|from)\s(?:{_FROM})?+|{_FROM}|(?=\w{{1,5}}{_POINTS})))"
)
NOTATION = re.compile(
    rf"""(?<![A-Za-z0-9./,$€£#-])(?:(?:{_LEAST})?(?:
      (?P<amount>{_AMOUNT})(?:{_STARS}|{_UNITS})?{_OVER}(?P<scale>{_SCALE})(?:{_POINTS}|{_STARS}|{_MARKS})?(?![\dA-Za-z/%]|[.,]\d)
    | (?P<stars>{_AMOUNT}){_STARS}(?!{_OVER}\d{{1,3}}[.,]\d))
    | (?<![★⭐🌟])[★⭐🌟]\s?x?\s?(?P<starred>[0-5](?:[.,]\d)?)(?![\d.,]*\d|\s?(?:/|out\b|of\b|%|★|⭐))
    | (?P<percent>\d{{1,3}}(?:[.,]\d{{1,2}})?)\s?(?:%|per\s?cent\b)
    | (?P<letter>(?:[ABCDF]|(?<!')(?-i:S)(?=[\s-]tier\b|[)\]*_]*$))
        (?:\s?[+−–-](?![A-Za-z0-9])|[\s-](?:plus|minus)\b)?)(?P<tier>[\s-]tier\b(?!\slists?\b))?
        (?![A-Za-z0-9'/&+-]|\.\w)
    )
    | (?<!{_GLYPH})(?<!{_GLYPH}\s)(?P<run>{_GLYPH}(?:\s?(?:{_GLYPH}|½))*+)(?P<half>\s?1/2|\.5)?
      (?!\s?\d)(?:\s?\(?(?:/\s?|(?:out\s)?of\s)(?P<run_scale>{_SCALE}){_STARS}?\)?)?+(?![.,]\d)
    | (?P<pictures>(?P<picture>{_PICTURE})(?:\s?(?P=picture)){{0,9}}+)
      \s?\(?(?:/\s?|(?:out\s)?of\s)(?P<picture_scale>{_SCALE})\)?(?!\d|[.,]\d)""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_SCALE_FIRST = re.compile(
    rf"(?:\bon\s(?:a|my|our)\s(?:scale\s(?:of|from)\s(?:{_FROM})?+(?P<scale>{_SCALE})\b|(?P<points>{_SCALE}){_POINTS})"
    rf"|^out\sof\s(?:a\spossible\s)?(?P<opening>{_SCALE})(?:\sstars)?(?=,)"
    rf"|[(\[]?\b(?:out\sof\s|{_FROM})(?P<bracketed>{_SCALE})(?:\sstars)?[)\]]?(?=:|\s-))"
    rf"(?P<between>[^.!?;]{{0,60}}?)(?P<amount>\b{_AMOUNT}|[*★]{{1,5}})(?![\w/])",
    re.IGNORECASE | re.ASCII,
)


def parse_score(text: str) -> Score | None:
    """The score of a notation that stands alone, such as "3.5/4", "B+" or "★★★½"; None where it is none."""
    text = tidy(text)
    found = NOTATION.match(text)
    if found is None:
        return None
    rest = text[found.end() :].strip()
    needs_all = found["letter"] or found["percent"]
    if rest and needs_all and rest[0] != "(":
        return None
    return score_of(found)


def verdict_for(score: Score) -> Verdict:
    """What the score recommends; critics mean different things by the same share of different scales."""
    custom = _CUSTOMS.get(score.scale, _OTHERWISE)
    if score.value >= custom.watch:
        return "watch"
    return "maybe" if score.value >= custom.maybe else "skip"


def is_in_doubt(score: Score) -> bool:
    """Whether the score lies in its scale's "maybe" band or at the edge of it, as 3/5 and 5/10 do."""
    low, high = _CUSTOMS.get(score.scale, _OTHERWISE).doubt
    return low <= score.value <= high


def tidy(text: str) -> str:
    """One line with straight apostrophes, as NOTATION wants it."""
    text = text.replace("\ufe0f", "").replace("’", "'").replace("‘", "'")
    return " ".join(text.split())


def scale_last(line: str) -> str:
    """Turns "on a scale of 1 to 10, I give it a 7" into ", I give it a 7/10"."""
    return _SCALE_FIRST.sub(
        lambda found: (
            f"{found['between']}{found['amount']}"
            f"/{found['scale'] or found['points'] or found['opening'] or found['bracketed']}"
        ),
        line,
    )


def score_of(found: re.Match[str]) -> Score | None:
    """The score of a match of NOTATION; None where its scale is none or its amount is beyond it."""
    text = found[0].strip()
    if letter := found["letter"]:
        grade = letter.lower().replace("plus", "+").replace("minus", "-").replace("−", "-").replace("–", "-")
        grade = letter[0] + grade[-1] if grade[-1] in "+-" else letter
        return Score(text, float(_LETTERS[grade]), "letter") if grade in _LETTERS else None
    if percent := found["percent"]:
        percentage = float(percent.replace(",", "."))
        return Score(text, percentage, "percent") if percentage <= 100 else None
    if found["run"]:
        return _star_run(found)
    if pictures := found["pictures"]:
        amount = float(pictures.count(found["picture"]))
        return _share(text, amount, _scale(found["picture_scale"]))
    amount = _number(found["amount"] or found["stars"] or found["starred"])
    scale = _scale(found["scale"]) if found["scale"] else 5
    if least := found["least"] or found["between"]:
        span = amount - _number(least)
        return _share(text, amount - span / 2, scale) if 0 < span <= _WIDEST * scale else None
    return _share(text, amount, scale)


def _star_run(found: re.Match[str]) -> Score | None:
    glyphs = _HALF_STAR.sub("½", found["run"].replace(" ", ""))
    worth = [_WORTH[glyph] for glyph in glyphs]
    if worth != sorted(worth, reverse=True):
        return None  # an ornament: nobody counts empty ones first
    amount = sum(worth) + (0.5 if found["half"] else 0)
    scale = 5
    if found["run_scale"]:
        scale = _scale(found["run_scale"])
    elif not _EMPTY.isdisjoint(glyphs):
        scale = len(glyphs) + (1 if found["half"] else 0)
    elif not _AMBIGUOUS.isdisjoint(glyphs) and "½" not in glyphs and not found["half"]:
        return None
    if not amount:
        return None  # a row for readers to click on
    return _share(found[0].strip(), amount, scale)


def _share(text: str, amount: float, scale: int) -> Score | None:
    if scale not in _SCALES or amount > scale:
        return None
    return Score(text, round(100 * amount / scale, 2), str(scale))


def _number(text: str) -> float:
    text = text.lower().replace("-", " ").replace(",", ".")
    for ending, part in _PARTS.items():
        if text.endswith(ending):
            whole = text.removesuffix(ending).removesuffix(" and").strip()
            return part + (_number(whole) if whole else 0.0)
    return float(_NUMBERS.get(text, text))


def _scale(text: str) -> int:
    text = text.lower()
    if text[0] in "*★⭐":
        return len(text)
    return int(_NUMBERS[text] if text in _NUMBERS else float(text))
