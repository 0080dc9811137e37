"""Finds the year that an article gives for the work; a post's own date is never it."""

import re
from collections.abc import Iterator

from bot.rules.extracting.cleaning import BULLET, Article, words
from bot.rules.extracting.headlines import YEAR
from bot.rules.extracting.names import places_of, quoted_names
from bot.rules.extracting.uncased import is_uncased

_ANY = re.compile(YEAR)
_LABELS = (
    "year", "release date", "release year", "year of release", "released", "release", "premiered",
    "first aired", "original release", "opened", "opens", "opening date", "in cinemas", "year released",
    "date released", "date of release",
)  # fmt: skip
_ALONE = re.compile(r"(?:Release )?[Yy]ears?(?: of release)?:?|Release(?:d| [Dd]ate):?")
_MONTH = r"(?:[A-Za-z]{3,9}\.?,?\s)?"
_DATE = rf"{_MONTH}(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s)?{_MONTH}(?P<year>{YEAR})\b"
_DATED = re.compile(_DATE)
_DATED_ONLY = re.compile(rf"{_DATE}(?:\s?[-–]\s?(?:{YEAR}|present)?)?", re.IGNORECASE)
_RELEASED = re.compile(
    rf"(?:first\s)?(?:released?(?:\syear|\sdate)?|year(?:\sof\srelease)?|premiered?|aired):?\s(?:in\s|on\s)?{_DATE}",
    re.IGNORECASE,
)
_CAME_OUT = re.compile(
    rf"\b(?P<what>[Ii]t|[Tt](?:he|his) (?:film|movie|series|show)|[\w'!?]+)\s"
    rf"(?:was\s)?(?:first\s|originally\s)?(?:aired|released|premiered|came\sout)\s(?:back\s|theatrically\s|on\s[A-Z]\w+\s)?(?:in|on)\s"
    rf"(?:early\s|mid-?\s?|late\s)?{_DATE}"
)
_IT = re.compile(r"it|th(?:e|is) (?:film|movie|series|show)", re.IGNORECASE)
_RAN = re.compile(
    rf"\b(?:ran|aired)\s(?:for\s[\w-]+\s(?:seasons?|series|years)\s)?from\s(?P<year>{YEAR})\s(?:to|until)\s"
)
_KIND = (
    r"(?:films?|movies?|picture|silent|series|miniseries|drama|comedy|thriller|western|classic|documentary)"
)
_WORK_OF_A_YEAR = re.compile(
    rf"(?:'s|^An?|^The|\b[Tt]his)\s(?P<year>{YEAR})\s(?:[a-z-]+\s){{0,3}}{_KIND}\b(?!\s[A-Z])"
)
# "2026 · Directed by Ida Holm" or "UK 2026, 107 mins" right below the headline.
_LEADS = re.compile(
    rf"(?:~\s|[A-Z]{{2,4}}(?:/[A-Z]{{2,4}}){{0,3}},?\s)?(?P<year>{YEAR})\s?[·•|,]\s?"
    r"(?:directed by\b|dir\b|(?:[\w/+ ]{2,20}\s?[·•|]\s?)?(?:\d{1,3} episodes\b|"
    r"(?:\d h\s)?\d{2,3} ?mins?(?!\w| read)))",
    re.IGNORECASE,
)
# "Directed by Ida Holm // 2026".
_CREDITED = re.compile(
    rf"(?:directed by|dir\.?|director:?)\s[^.()]{{2,60}}?\s?(?://|[|·•,–-])\s(?P<year>{YEAR})$", re.IGNORECASE
)
_BEHIND_THE_NAME = re.compile(
    rf"[\"']?(?:\s?[|·•,]\s?|\s[–-]\s)(?P<barred>{YEAR})"
    rf"(?=$|\s?[|·•,]\s?(?:dir\b|directed|pg|r,|unrated|\d{{2,3}} ?min)|\s[–-]\s[★☆⭐\d])"
    rf"|(?:\s[-–—]\s[A-Z][\w.'-]+(?:\s[A-Z][\w.'-]+){{1,2}},)?\s(?P<bare>{YEAR})$"
    rf"|(?:[\s,:–-]+\(?(?:season|series)\s\d{{1,2}}\)?(?:\s(?:film |movie |tv )?review\.?)?"
    rf"|,\s(?:starring|directed by|featuring|with)\s[^()]{{1,60}}?)"
    rf"\s?[(\[](?P<last>{YEAR})[)\]]",
    re.IGNORECASE,
)
_IN_BRACKETS = (
    r"[.!?]?[\"']?(?:\sby(?:\s[A-ZÀ-Ý][\w.'-]+){2,3})?\s?"
    rf"[(\[](?:[^()\d]{{1,40}}[\s,](?:\d{{1,2}},?\s)?)?(?P<bracketed>{YEAR})\b"
)
_IS = r"[.!?]?[\"']?(?:\s?,[\"']?|\sis)\s"
_OF_THAT_YEAR = rf"(?P<told>{YEAR})\s(?:[A-Za-z][a-z-]+\s){{0,3}}{_KIND}\b"
_FROM = rf"\s(?:is|was)\san?\s(?:[\w-]+\s){{0,5}}?{_KIND}\s(?:from|made\sin)\s(?P<from>{YEAR})\b"
_STATED = re.compile(rf"{_IN_BRACKETS}|{_IS}an?\s{_OF_THAT_YEAR}|{_FROM}")
_STATED_IN_SMALL = re.compile(rf"{_IN_BRACKETS}|{_IS}(?:an?\s)?{_OF_THAT_YEAR}|{_FROM}")
# "Rosa Quint's 2015 film Low Tide", "Released in 1980, Rosa Quint's Low Tide".
_BEFORE_THE_NAME = re.compile(
    rf"\b(?P<told>{YEAR})\s(?:[a-z-]+\s){{0,3}}{_KIND},?\s['\"]?$|"
    rf"(?:^|[.!?]\s)(?:First\s)?[Rr]eleased\sin\s(?P<released>{YEAR}),\s(?:[A-Z][\w.-]+\s){{0,2}}[A-Z][\w.-]+'s\s['\"]?$"
)
_ANOTHER = re.compile(
    r"\b(?:remak\w+|based|original|like|since|unlike|than|from|sequel|reboot|adapt\w+|version) "
)
# Whatever "it" is after these, it may be the book, or the film that this one was made after.
_EARLIER_WORK = re.compile(
    r"\b(?:[Oo]riginal|[Ff]irst|[Pp]revious|[Ll]ast|[Ee]arlier|novel|book|play|comics?|games?|[Bb]ased|"
    r"(?:re)?mak\w+|(?:se|pre)quels?|predecessor|version|adapt\w+|reboot\w*)\b"
)
_CREDIT_LINES, _FIRST_LINES, _FACT_LINES, _LAST_LINES, _SHORT = 6, 3, 30, 12, 14
_NEAR = 100  # characters
_QUOTES = "\"'"


def stated_year(title: str, article: Article) -> int | None:
    """The year in brackets after the title, in "Title is a 2016 film", as a label or as a release date."""
    return next((int(year) for year in _stated(title, article)), None)


def _stated(title: str, article: Article) -> Iterator[str]:
    yield from _in_headline(title, article.lines[0])
    openings = (line for line in article.lines[1:_FIRST_LINES] if line.lstrip(_QUOTES).startswith(title))
    yield from (year for line in openings for year in _in_headline(title, line))
    dated = filter(_ANY.search, article.lines)  # much cheaper than to look for the name in all of them
    shape = _STATED_IN_SMALL if is_uncased(article) else _STATED
    yield from (year for line in dated for year in _beside_name(title, line, shape))
    yield from _came_out(title, article)
    values = (article.labels.get(label, "") for label in _LABELS)
    yield from (found["year"] for found in map(_DATED.match, values) if found)
    yield from _as_a_fact((*article.lines[:_FACT_LINES], *article.lines[_FACT_LINES:][-_LAST_LINES:]))
    for shape in (_LEADS, _CREDITED):
        yield from (found["year"] for found in map(shape.match, article.lines[1:_CREDIT_LINES]) if found)
    for line in article.lines[1:_FIRST_LINES]:
        tells_at_once = words(line) <= _SHORT or line.startswith("This ")
        found = _WORK_OF_A_YEAR.search(line) if tells_at_once else None
        if found and not _ANOTHER.search(line[: found.start() + 1]):
            yield found["year"]


def _beside_name(title: str, line: str, shape: re.Pattern[str]) -> Iterator[str]:
    """The first year that stands right beside the name, in whatever letters: "Low Tide (2012)"."""
    for place in places_of(title.lower(), line.lower()):
        if found := shape.match(line, place + len(title)):
            yield found["bracketed"] or found["told"] or found["from"]
            return
        begin = max(0, place - _NEAR)
        before = _BEFORE_THE_NAME.search(line, begin, place)
        if before and not _ANOTHER.search(line, begin, before.start()):
            yield before["told"] or before["released"]
            return


def _in_headline(title: str, headline: str) -> Iterator[str]:
    """The year behind the name and a bar, a comma, a season or the stars."""
    behind = headline[headline.lower().find(title.lower()) + len(title) :] if title else ""
    if title.lower() in headline.lower() and (found := _BEHIND_THE_NAME.match(behind)):
        yield found["barred"] or found["bare"] or found["last"]


def _came_out(title: str, article: Article) -> Iterator[str]:
    for line in filter(_ANY.search, article.head):
        if (ran := _RAN.search(line)) and _is_told_of(title, line[: ran.start()]):
            yield ran["year"]
        found = _CAME_OUT.search(line)
        if not found:
            continue
        is_it = _IT.fullmatch(found["what"])
        begins = 0 if is_it else line.rfind(". ", 0, found.start()) + 1
        if _EARLIER_WORK.search(line, begins, found.end("what")):
            continue
        if is_it or line[: found.end("what")].rstrip("'\"").endswith(title):
            yield found["year"]


def _is_told_of(title: str, before: str) -> bool:
    """Whether the sentence that goes on there begins with the title, and names nothing in quotation marks."""
    sentence = before[before.rfind(". ") + 1 :].lstrip(" '\"")
    return sentence.startswith(title) and next(quoted_names(sentence[len(title) :]), None) is None


def _as_a_fact(lines: tuple[str, ...]) -> Iterator[str]:
    """ "Released Sep 2005" on a short line, or "Year" on one line and 2005 on the next."""
    for line, following in zip(lines, (*lines[1:], ""), strict=True):
        line = line.removeprefix(BULLET)
        if words(line) <= _SHORT and (found := _RELEASED.match(line)):
            yield found["year"]
        if _ALONE.fullmatch(line) and (found := _DATED_ONLY.fullmatch(following)):
            yield found["year"]
