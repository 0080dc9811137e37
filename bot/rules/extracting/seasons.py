"""Finds the one season that an article reviews; of several, or of one merely mentioned, it says nothing."""

import re

from bot.rules.extracting.cleaning import Article
from bot.rules.extracting.headlines import SEASON
from bot.rules.extracting.names import places_of

_ORDER = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_ABROAD = {
    "erste": 1, "zweite": 2, "dritte": 3, "vierte": 4, "fünfte": 5, "sechste": 6,
    "première": 1, "deuxième": 2, "seconde": 2, "troisième": 3, "quatrième": 4, "cinquième": 5,
    "primera": 1, "segunda": 2, "tercera": 3, "cuarta": 4, "quinta": 5,
    "prima": 1, "seconda": 2, "terza": 3, "quarta": 4, "primeira": 1, "terceira": 3,
}  # fmt: skip
_SEASON_ABROAD = re.compile(
    r"\b(?:(?P<before>\d{1,2})(?:\.|ª|a|e|ème|º|°)?\s(?:Staffel|saison|temporada|stagione|seizoen|sezon)"
    r"|(?:Staffel|saison|temporada|stagione|seizoen|sezon)\s(?P<behind>\d{1,2})"
    rf"|(?P<ordinal>{'|'.join(_ABROAD)})\s(?:Staffel|saison|temporada|stagione))(?!\w)"
    r"(?!\s?(?:bis|à|a|e|et|y|und|al|tot|[&+,–-])\s?(?:la\s|die\s)?\d)",  # of several it says nothing
    re.IGNORECASE,
)
# "mieux que la saison 1", "nach der 1. Staffel": another one.
_ANOTHER_ABROAD = re.compile(
    r"\b(?:als|nach|seit|que|qu'|depuis|après|à|desde|tras|di|della|dopo|dalla)\s(?:der|die|la|el|las?)?\s?$",
    re.IGNORECASE,
)
_OF_ABROAD = re.compile(r"^(?:Die|La|A)\s(Season \d{1,2})\s(?:von|de|di|da)\s")
_NUMBER = rf"(?:\d{{1,2}}(?!\s?/|[.,]?\d)|{'|'.join(_ORDER)})\b"
_AND_ANOTHER = re.compile(
    rf"\s?(?:(?:&|\+|\band\b|\bto\b|\bthrough\b|\bund\b|\bet\b|\by\b)\s?(?:the\s)?|[-–/])(?:seasons?\s|s)?{_NUMBER}",
    re.IGNORECASE,
)
_SEVERAL = re.compile(rf"\bseasons\s{_NUMBER}", re.IGNORECASE)
_OF = re.compile(r"^\sof\s(?:the\s)?['\"]?")
# "The review covers season one", "This is the third series of Spokes", "Season 2 starts with a bang".
_REVIEWED = re.compile(
    r"\b(?:this|my|the)\sreview\s(?:is\s(?:on|of|for|about|based\son)|covers|only\scovers|looks\sat)"
    r"(?:\sonly)?(?:\sthe)?$",
    re.IGNORECASE,
)
_SERIES_OF = re.compile(
    rf"\b[Tt]his\s(?:is|was)\sthe\s(?P<ordinal>{'|'.join(_ORDER)})\sseries\sof\s(?=(?:the\s)?['\"A-Z])"
)
_OPENS_WITH = re.compile(
    r"\s(?:is|was|starts|begins|opens|returns|ends|brings|takes|picks|continues|finds|delivers)\b"
)
_EPISODE = re.compile(r"\s?[,:–-]?\s?\b(?:episode|ep\.?)\s\w+\W*(?:$|[.!:–-]\s)", re.IGNORECASE)
_LABELS = ("season", "season reviewed", "series number")
_SHORT = 14
# "How was season three?", "I just finished the second season", "This is the fourth season".
_THIS_ONE = re.compile(
    r"\b(?:this(?:\sis(?:\sthe)?)?|how(?:'s|\s(?:is|was|did))(?:\sthe)?|(?:review(?:ing)?|thoughts\s(?:on|about))"
    r"(?:\sof)?(?:\sthe)?|just\s(?:finished|watched|binged)(?:\swatching)?(?:\sthe)?)$",
    re.IGNORECASE,
)
_FIRST_LINES, _MOST_LINES, _LEAD, _LONGEST = 3, 8, 200, 2000


def with_english_seasons(article: Article) -> Article:
    """The article with "Season 2" for "2. Staffel", "saison 2" and the like in its first five lines."""
    head = tuple(map(_with_english_season, article.head))
    return article if head == article.head else Article((*head, *article.lines[len(head) :]))


def _with_english_season(line: str) -> str:
    if len(line.split()) > _SHORT:
        return line
    return _OF_ABROAD.sub(r"\1 of ", _SEASON_ABROAD.sub(_in_english, line))


def _in_english(found: re.Match[str]) -> str:
    if _ANOTHER_ABROAD.search(found.string, 0, found.start()):
        return found[0]
    number = found["before"] or found["behind"] or _ABROAD[found["ordinal"].lower()]
    return f"Season {number}"


def stated_season(title: str, article: Article) -> int | None:
    """The season beside the title, in the headline, on its own line, or that the first lines speak of."""
    for line in (line[:_LONGEST] for line in article.head):
        for place in places_of(title.lower(), line.lower()):
            end = place + len(title)
            if found := SEASON.match(line, end + line.startswith(("'", '"'), end)):
                return _number(found)
        for found in SEASON.finditer(line):
            if _OF.sub("", line[found.end() :][: len(title) + 8]).lower().startswith(title.lower()):
                return _number(found)
    if not article.head:
        return None
    labelled = (article.labels.get(label, "") for label in _LABELS)
    if told := next((value for value in labelled if value.isdigit()), ""):
        return int(told)
    headline = article.head[0][:_LEAD]
    lines_of_their_own = map(_as_a_line, article.head[1:_FIRST_LINES])
    if lead := next(filter(None, lines_of_their_own), None) or SEASON.search(headline):
        return _number(lead)
    return None if _SEVERAL.search(headline) else _this_one(article) or _reviewed(article)


def _as_a_line(line: str) -> re.Match[str] | None:
    """The season of a line that tells no more than which it is: "Series 6, Episode 3"."""
    found = SEASON.search(line) if len(line.split()) <= _SHORT else None
    tells = found and (found[0] == line or _EPISODE.match(line, found.end()))
    return found if tells else None


def _reviewed(article: Article) -> int | None:
    """The season that the review says it covers, or with which the line below the headline opens."""
    for line in article.lines[:_MOST_LINES]:
        for found in SEASON.finditer(line[:_LONGEST]) if "review" in line.lower() else ():
            if _REVIEWED.search(line[: found.start()]):
                return _number(found)
        if series := _SERIES_OF.search(line[:_LONGEST]):
            return _ORDER[series["ordinal"]]
    for line in article.head[1:2]:
        opening = SEASON.match(line)
        if opening and len(line.split()) <= _SHORT and _OPENS_WITH.match(line, opening.end()):
            return _number(opening)
    return None


def _this_one(article: Article) -> int | None:
    """The season that the first lines speak of as the one at hand, if they do so of one only."""
    told = {
        _number(found)
        for line in article.head[:_FIRST_LINES]
        for found in SEASON.finditer(line[:_LONGEST])
        if _THIS_ONE.search(line[: found.start()])
    }
    return told.pop() if len(told) == 1 else None


def _number(found: re.Match[str]) -> int | None:
    """The season's number; None where another follows, as in "Season 1 & 2"."""
    if _AND_ANOTHER.match(found.string, found.end()):
        return None
    text = (found["number"] or found["ordinal"] or found["short"]).lower()
    digits = text.rstrip("stndrh")
    return int(digits) if digits.isdigit() else _ORDER.get(text)
