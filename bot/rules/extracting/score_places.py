"""Finds where numbers that may be scores stand in a text: in which line, behind and before which words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from bot.rules.extracting.cleaning import raw_lines
from bot.rules.extracting.restating import restated, with_scale
from bot.rules.scores import NOTATION, Score, scale_last, score_of, tidy

LONGEST_HEADLINE = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its neighbours, its place from the top, the other opening lines and the first, lowered.

    Its scale is supposed where the reviewer gives a number without one.
    """

    text: str
    above: str
    below: str
    heading: str
    place: int
    opening: str
    headline: str
    is_supposed: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A notation in its line: the clause before it, what of that is said last, and all that stands behind."""

    line: Line
    found: re.Match[str]
    score: Score
    before: str
    said: str
    behind: str


_TWO_CELLS = re.compile(r"\|?\s*([A-Za-z][^|:]{1,39}?)\s*\|\s*([^|]{1,30}?)\s*\|?")
_ASKED_LABEL = re.compile(
    r"\b(?:(rating|score|grade|verdict)\?\s(?=(?:an?\s)?(?:\W{0,3}\d|[★⭐*]|[ABCDF][+-]?(?:\W|$)"
    r"|(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|half)\b))|(helpful)\?\s(?=\S))",
    re.IGNORECASE,
)
_COUNTED_STARS = re.compile(
    r"^([*_#\s]*)(?:star rating|(?:number of )?stars?(?: given)?)\s?[:=–….-]{1,5}\s?"
    r"([0-5](?:[.,]5)?)[*_\s]*$",
    re.IGNORECASE,
)
_ASTERISKS = re.compile(
    r"(?:^|(?<=[.|]\s))((?:(?:my|final|overall|star)\s)?(?:rating|score|stars)\s?[:=]\s?|[\[(](?=\*{4}))(\*{1,5})(?=\s?(?:½|1/2)?[\])]?$)",
    re.IGNORECASE,
)
# "I award it * 1/2", and the legend below many such reviews: "**** = One of the top films of the year".
_GIVEN_ASTERISKS = re.compile(
    r"\b((?:rating of|(?:give|award|rate) (?:it|this(?: film| movie)?)(?: an?| only)?) )"
    r"(\*{1,5})(\s?1/2)?(?=[.,;!\s]|$)",
    re.IGNORECASE,
)
_LEGEND = re.compile(r"(?<!\*)(\*{2,5})\s=\s")
# Pictures that people count as they count stars; others say what they think: 💩, 🌶, 😴.
_PICTURES = re.compile(
    r"^([*_#\s]*(?:(?:my|our|final|overall)\s)?(?:rating|score)\s?[:=–-][*_\s]*)"
    r"(?P<all>(?P<one>[🍿🎬🎥🎞📽🎟🏆👑🐾])(?:\s?(?P=one)){2,4})[*_\s]*$",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"[*_]{0,2}\d{1,2}(?:[.,]\d{1,2})?[*_]{0,2}")
_SCALE_BELOW = re.compile(r"[*_]{0,2}(?:out of|/)\s?(?:4|5|10|100)[*_.]{0,2}", re.IGNORECASE)
_PROSE_SCALES = frozenset({"4", "5", "6", "8", "10", "20", "100", "letter", "percent"})
# What marks for parts add up to: only behind a label that says so.
_SUM_SCALES = frozenset({"9", "12", "15", "25", "30", "40", "50"})
_SUM = re.compile(
    r"\b(?:total|overall|conclusion|verdict|final)(?: score)?[*_]*\s?[:=|–-][*_\s]*$", re.IGNORECASE
)
_CLAUSE_END = re.compile(r"[.!?;]\s|[|•·]|\((?=[^)]{0,30}\d)")
_TURN = re.compile(
    r",?\s(?:so|but|though|(?:and )?therefore)\s|,\s(?:and|now)\s|\s[–—]\s|"
    r"\sand\s(?=(?:i|I|we)(?:'m|'re|\sam|\sare)\sgiving)"
)
# As in "8. 5/10", a point with a space behind it, or "3 out of stars 5 stars", where five are all.
_CUT_OFF = re.compile(r"(?<![\w-])\d\.\s$|\bout of (?:stars|points) $", re.IGNORECASE)
_CLAUSE, _SHORT_OF, _AT_ONCE = 140, 24, 40
_OPENING, _LONGEST_OPENING = 5, 1000
_STAR = re.compile("[★⭐🌟☆]")
# "★★★★⯪ (4.3/5)" is 4.3: stars can only come near.
_COUNTED_AS_WELL = re.compile(
    r"[★⭐☆✩⯪⯨½ ]{0,20}[★⭐☆✩⯪⯨½][\s,:=–—-]{0,3}\s(?P<open>\()?"
    r"(?P<count>\d{1,2}(?:[.,]\d{1,2})?\s?/\s?(?:4|5|6|10))(?(open)\))"
)
# "*3/5*" is emphasis, where "***1/2" is three stars and a half.
_EMPHASISED = re.compile(r"(?<![*_\w])([*_]{1,3})(\d{1,2}(?:[.,]\d)?\s?/\s?(?:4|5|10|100))\1(?![*_\w])")
_EMPHASISED_LINE = re.compile(r"([*_]{1,3})(?![*_\s])(?=.*[A-Za-z\d])(?!.*%)(?P<said>[^*_]+)(?<!\s)\1")
# An age certificate before the score, such as "Rating: (PG) ★★★★".
_CERTIFIED = re.compile(
    r"^([*_\s]*rat(?:ing|ed)[*_]*\s?:?[*_]*\s)[(\[]?(?:cert\.?\s)?"
    r"(?:U|G|PG(?:-?13)?|12A?|15|18|R(?:\d\d)?|M(?:A15\+)?|NC-?17|TV-[A-Z\d]+)[)\]]?[\s,|/–-]{1,3}"
    r"(?=[★⭐]|(?:\d|one|two|three|four|five)\b.{0,4}\sstars?\b|\d(?:[.,]\d)?\s?/\s?\d)",
    re.IGNORECASE,
)
_UNDERLINED = re.compile(r"(?<!\w)\\?_{1,3}(?=[^\s_])|(?<=[^\s_\\])\\?_{1,3}(?!\w)|`")
_EMPHASIS = re.compile(r"(?<=[A-Za-z])\*{1,3}|\*{1,3}(?=[A-Za-z])")
# A face behind a closing number or sentence says how it was meant.
_MOOD = re.compile(
    r"(?<=[\dA-Za-z.!)%])\s?(?:[☹☺\U0001f600-\U0001f64f\U0001f910-\U0001f92f\U0001f970-\U0001f97a\U0001fae0-\U0001faef]\s?){1,4}$"
)
_TAG = re.compile(r"</?(?:b|i|u|em|strong|p|br|span|center|h[1-6])\b[^<>]{0,100}>", re.IGNORECASE)


def score_lines(text: str) -> Iterator[Line]:
    """The lines of a text, with rows of tables and the like written as "Label: score"."""
    scale = max((len(found[1]) for found in _LEGEND.finditer(text)), default=0) if "** =" in text else 0
    lines = list(_with_their_scales([line for line in map(tidy, raw_lines(text)) if line]))
    openings = [line[:_LONGEST_OPENING].lower() for line in lines[:_OPENING]]
    above = heading = ""
    for place, raw in enumerate(lines):
        told = _plainly_labelled(scale_last(restated(raw)))
        told = _GIVEN_ASTERISKS.sub(partial(_starred, scale), told)
        line = with_scale(told, ends_the_text=place == len(lines) - 1)
        if line.startswith("#"):
            heading = line
        others = openings[:place] + openings[place + 1 :]
        below = lines[place + 1] if place + 1 < len(lines) else ""
        yield Line(
            line, above, below, heading, place, " ".join(others or openings), openings[0], line != told
        )
        above = line


def _with_their_scales(lines: Sequence[str]) -> Iterator[str]:
    """The lines, those in one that have a number and, below it, "out of 10"."""
    number = ""
    for line in lines:
        if number and not _SCALE_BELOW.fullmatch(line):
            yield number
            number = ""
        if not number and _BARE_NUMBER.fullmatch(line):
            number = line
        else:
            yield f"{number} {line}" if number else line
            number = ""
    if number:
        yield number


def score_places(line: Line) -> Iterator[Place]:
    """The scores of a line, on scales that people use in prose."""
    for found in NOTATION.finditer(line.text):
        score = None if found["letter"] == "a" else score_of(found)
        start = found.start()
        nearest = max(0, start - _SHORT_OF)
        if score is None or _CUT_OFF.search(line.text, nearest, start):
            continue
        is_sum = score.scale in _SUM_SCALES and "/" in found[0] and _SUM.search(line.text, nearest, start)
        if not (is_sum or score.scale in _PROSE_SCALES):
            continue
        clause = _CLAUSE_END.split(line.text[max(0, start - _CLAUSE) : start])[-1]
        yield Place(line, found, score, clause, _TURN.split(clause)[-1], line.text[found.end() :])


def _starred(scale: int, found: re.Match[str]) -> str:
    return f"{found[1]}{'★' * len(found[2])}{'½' * bool(found[3])}" + (f"/{scale}" if scale else "")


def is_list(line: str) -> bool:
    """Whether a line gives three scores or more: they are of several works, or of parts."""
    return count_scores(line) > 2


def count_scores(line: str) -> int:
    """How many notations stand in a line, single letters aside; it counts no further than three."""
    found = (found for found in NOTATION.finditer(line) if len(found["letter"] or "A+") > 1)
    return len(list(islice(found, 3)))


def _plainly_labelled(line: str) -> str:
    """The line with what looks like a score written plainly, and without emphasis, tags and faces.

    A row of a table, a question, counted stars, asterisks or pictures become "Label: score"; of a row of
    stars and a number behind it only the number stays. Most lines have nothing of it, which is known at once.
    """
    if "<" in line:
        line = _TAG.sub("", line)
    if "*" in line or "_" in line or "`" in line:
        whole = _EMPHASISED_LINE.fullmatch(line)
        line = _EMPHASIS.sub("", _UNDERLINED.sub("", whole["said"] if whole else line))
    if not line.isascii():
        line = _MOOD.sub("", line)
    line = _CERTIFIED.sub(r"\1", line) if "rat" in line[:_AT_ONCE].lower() else line
    if _STAR.search(line):
        line = line.replace("*", "").strip()  # these are emphasis there, no stars
        line = _COUNTED_AS_WELL.sub(r"\g<count>", line)
    if "|" in line and (cells := _TWO_CELLS.fullmatch(line)):
        line = f"{cells[1]}: {cells[2]}"
    if "*" in line or "_" in line:
        line = _EMPHASISED.sub(r"\2", line)
        line = _ASTERISKS.sub(lambda found: found[1] + "★" * len(found[2]), line)
    if not line.isascii():
        line = _PICTURES.sub(lambda found: found[1] + "★" * found["all"].count(found["one"]), line)
    line = _ASKED_LABEL.sub(r"\1\2: ", line) if "?" in line else line
    return _COUNTED_STARS.sub(r"\1\2 stars", line) if "star" in line[:_AT_ONCE].lower() else line
