"""Finds the name of the reviewed work: nearly always in the first five lines, seldom all of the first."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.rules.extracting.cleaning import Article, words

_YEAR = r"(?:19|20)\d\d"
_WITH_YEAR = re.compile(rf"\((?P<year>{_YEAR})(?:\s?[-–]\s?(?:{_YEAR})?)?\)")
_QUOTED = re.compile(r"""(?<!\w)["'](?P<title>[A-Z0-9](?:[^"'\n]|'(?=\w)){0,60})["'](?!\w)""")
_REVIEW = re.compile(r"\breview(?:ed|s)?\b", re.IGNORECASE)
_AFTER_REVIEWS = re.compile(
    r"\b(?:review(?:s|ed)?(?: of| for)?|takes? on|look at)\s(?:the\s)?(?:\w+ly\s)?(?:new|latest|released)?\s?"
    r"(?P<title>(?:[A-Z0-9][\w'&!-]*)(?:\s(?:(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with)\s){0,2}[A-Z0-9][\w'&!-]*){0,7})"
)
_SEASON = re.compile(
    r"[\s,:(–-]*\b(?:(?:season|series)\s(?P<number>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"|(?P<ordinal>first|second|third|fourth|fifth|final)\sseason|s(?P<short>\d{1,2}))\b\)?",
    re.IGNORECASE,
)
_ORDER = {
    name: number
    for number, names in enumerate(
        (
            "one first",
            "two second",
            "three third",
            "four fourth",
            "five fifth",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
        ),
        start=1,
    )
    for name in names.split()
}
_PLATFORM = (
    r"netflix(?:'s)?|(?:amazon\s)?prime(?:\svideo)?|amazon|disney\s?(?:\+|plus)|hulu|hbo(?:\smax)?|apple\stv\+?|"
    r"paramount\+|peacock|shudder|mubi|hotstar"
)
_FILLER = rf"{_PLATFORM}|movie|film|series|tv|show|full|spoiler[- ]free|quick|early|advance|my|the movie|original|k-?drama"
_TRAILING = re.compile(rf"[\s,:|(–—-]*\b(?:{_FILLER})\)?$", re.IGNORECASE)
_LEADING = re.compile(rf"^(?:{_FILLER}|really late|late|classic)\b[\s:|–—-]*", re.IGNORECASE)
_SEGMENT = re.compile(r"\s[-–—|]\s|:\s|\s?[|•]\s?|\s#\d+\s")
_NAME = re.compile(
    r"(?<![\w'])[A-Z0-9][\w'&!-]*(?:[\s:]\s?(?:(?:a|an|and|at|by|for|from|in|of|on|or|the|to|vs|with)\s){0,2}"
    r"[A-Z0-9][\w'&!-]*){0,6}"
)
_SCORE_MARK = re.compile(r"\[?\(?\b\d{1,2}(?:\.\d{1,2})?\s?/\s?(?:4|5|10|100)\b\)?\]?|[★☆⭐½]+")
_SMALL = frozenset("a an and as at but by for from in into is of on or the to vs with".split())
_NEVER = frozenset(
    "review movie film series trailer verdict rating score plot story cast director starring home news".split()
)
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Name:
    """What the work is called; year and season only where they are stated with it."""

    title: str
    year: int | None = None
    season: int | None = None


@dataclass(frozen=True, slots=True)
class _Guess:
    title: str
    weight: float


def find_name(article: Article, known: Callable[[str], bool] | None = None) -> Name | None:
    """The reviewed work's name, or None. `known` says whether a work of a name is known; a hint only."""
    best, best_weight = "", 0.0
    for index, line in enumerate(article.head):
        for guess in _guesses(line, first=index == 0):
            title, weight = _bare(guess.title), guess.weight - 0.1 * index
            if not _possible(title):
                continue
            weight += 0.6 * min(_mentions(title, article), 5)
            weight += 2.0 if known is not None and known(title) else 0.0
            if weight > best_weight or (weight == best_weight and len(title) > len(best)):
                best, best_weight = title, weight
    return Name(best, _year(best, article), _season(best, article)) if best_weight >= 1.5 else None


def quoted_names(text: str) -> Iterator[tuple[int, str]]:
    """Names in quotation marks with the place where each begins."""
    for found in _QUOTED.finditer(text):
        yield found.start(), found["title"].rstrip(" ,.;:")


def _guesses(line: str, *, first: bool) -> Iterator[_Guess]:
    line = _SCORE_MARK.sub(" ", line)[:400].strip(" -–|")
    if dated := _WITH_YEAR.search(line):
        yield _Guess(_SEGMENT.split(line[: dated.start()].rstrip())[-1], 4.0)
    for _, title in quoted_names(line):
        yield _Guess(title, 2.5 if first else 1.5)
    if found := _AFTER_REVIEWS.search(line):
        yield _Guess(found["title"], 2.0)
    if (found := _REVIEW.search(line)) and found.start() < _LONGEST:
        yield from _around_review(line[: found.start()], line[found.end() :])
    if season := _SEASON.search(line):
        yield _Guess(_SEGMENT.split(line[: season.start()])[-1], 2.5)
    if words(line) <= 9 and line[-1:] not in {".", "?"}:
        yield _Guess(line, 2.0 if _title_case(line) else 0.3)
    for segment in _SEGMENT.split(line)[:4]:
        if words(segment) <= 8:
            yield _Guess(segment, 1.2 if _title_case(segment) else 0.2)
    for name in _NAME.finditer(line):
        yield _Guess(name[0], 0.4)


def _around_review(before: str, after: str) -> Iterator[_Guess]:
    before, after = before.rstrip(" (["), after.strip()
    if before.rstrip(" -–—:|"):
        yield _Guess(before, 3.0)
        yield _Guess(_SEGMENT.split(before.rstrip(" -–—:|"))[-1], 2.5)
    if after.startswith((":", "–", "-", "—", "|", "of")):
        rest = after.lstrip(":–-—| ").removeprefix("of ")
        yield _Guess(_SEGMENT.split(rest)[0], 3.0 if not _LEADING.sub("", before).strip(" -–:") else 1.0)


def _bare(title: str) -> str:
    """The name without what headlines hang on it: platform, kind, season, year, quotation marks."""
    before = None
    while before != title:
        before = title
        title = _WITH_YEAR.sub("", title).strip(" \t-–—:|,.;#[")
        title = _SEASON.sub("", title) if not _SEASON.match(title) else title
        title = _TRAILING.sub("", title) or title
        title = _LEADING.sub("", title) or title
        if title[:1] in {'"', "'"} and title.count(title[0]) != 1 + title[1:].count(title[0]) % 2:
            title = title.strip("\"'")
        title = title.removesuffix("'s").strip()
        if title[:1] in {'"', "'"} and title[-1:] == title[:1]:
            title = title[1:-1]
    return title


def _possible(title: str) -> bool:
    lowered = title.lower()
    return (
        0 < len(title) <= _LONGEST
        and words(title) <= 10
        and any(character.isalnum() for character in title)
        and lowered not in _NEVER
        and not _REVIEW.search(title)
        and not re.fullmatch(r"[\W\d]*(?:min(?:ute)?s?)?|.*\b(?:directed by|starring|director)\b.*", lowered)
    )


def _mentions(title: str, article: Article) -> int:
    pattern = re.compile(rf"(?<!\w){re.escape(title)}(?!\w)")
    return sum(len(pattern.findall(line)) for line in article.lines[1:])


def _title_case(text: str) -> bool:
    parts = [part for part in re.findall(r"[^\W\d_][\w'-]*", text) if part.lower() not in _SMALL]
    return all(part[0].isupper() for part in parts)


def _year(title: str, article: Article) -> int | None:
    """The year in brackets after the title, or on a line of its own; a year elsewhere is something else."""
    after_title = re.compile(rf"(?<!\w){re.escape(title)}[\"']?\s?(?:\(film,?\s?)?\(?(?P<year>\({_YEAR})\b")
    for line in article.lines:
        if found := after_title.search(line):
            return int(found["year"].strip("( "))
    label = re.match(_YEAR, article.labels.get("year", ""))
    return int(label[0]) if label else None


def _season(title: str, article: Article) -> int | None:
    near = re.compile(rf"(?<!\w){re.escape(title)}['\"]?(?P<rest>.{{0,20}})", re.IGNORECASE)
    for line in article.head:
        for place in near.finditer(line[:2000]):
            found = _SEASON.match(place["rest"])
            if found:
                return _season_number(found)
    lead = _SEASON.search(article.head[0][:200]) if article.head else None
    return _season_number(lead) if lead else None


def _season_number(found: re.Match[str]) -> int | None:
    text = (found["number"] or found["ordinal"] or found["short"]).lower()
    return int(text) if text.isdigit() else _ORDER.get(text)
