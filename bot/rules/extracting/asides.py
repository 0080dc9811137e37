"""The lines at an article's head that say nothing of the work: bylines, dates, links, names of sections."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from bot.rules.extracting.cleaning import BULLET, is_fact, words
from bot.rules.extracting.introductions import labelled

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_SECTION = (
    r"(?:the\s)?(?:pop\s)?(?:arts?|culture|entertainment|films?|movies?|cinema|reviews?|tv|television|features|lifestyle|"
    r"opinion|a&e|blog|home)"
)
_OFFICE = (
    r"(?:staff|senior|chief|contributing|guest|films?|movies?|tv|arts?|culture|entertainment|features|news|"
    r"managing|assistant|associate|deputy|student|opinion|a&e|copy)"
)
_JOB = r"(?:writer|editor|reporter|critic|columnist|contributor|correspondent|reviewer)s?"
_ASIDE = re.compile(
    rf"""(?:[\w.'-]+\s){{0,4}}[\w.'-]*,?\s?(?:on\s)?(?:19|20)\d\d-\d\d?-\d\d?(?:[T,\s]+\d\d?:\d\d.*)?
    | (?:(?:posted|published|updated|written|added)\b[\s:]*(?:on\s)?|[\w.'-]+\s[\w.'-]+,\s)?
      (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?
      (?:{_DAY}\s{_MONTH},?|{_MONTH}\s{_DAY},?)\s(?:19|20)\d\d\b.{{0,40}}
    | (?:posted|published)\s(?:on|by|in|at)\b.{{0,80}}
    | (?:an?\s)?(?:[\w-]+\s){{0,2}}(?:review(?:ed)?|words|written|text|post)\sby\s[\w.'@&\s-]{{2,50}}
    | (?!the\s)(?:[\w.'-]+\s){{1,3}}?(?:[|,/–—-]\s?)?(?:{_OFFICE}\s(?:&\s|and\s)?){{1,3}}{_JOB}
    | (?:{_OFFICE}\s(?:&\s|and\s)?){{1,3}}{_JOB}
    | (?:mpaa\s)?(?:rated|cert(?:ificate)?)\b:?\s(?:pg|r|g|nc|tv|u|1[258]a?)\b.{{0,80}}
    | '?(?:estimated\s)?read(?:ing)?\stime.*|\d{{1,2}}\s?min(?:ute)?s?(?:\sread)?
    | {_SECTION}(?:\s?(?:&|>|»|›|/|,|\||and)\s?{_SECTION}){{1,4}}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LINK = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
# Facts with a dash for a colon, and such as seldom open a line of prose: "Genre - Drama", "Camera: Ida Holm".
_CREW = (
    r"(?:music|editing|editor|cinematograph(?:y|er)|dop|camera|screenplay|story|dialogues?|banner|production|"
    r"budget|box\soffice|composers?|studios?|distributors?|status|episodes|type|watched|seen|format|duration|"
    r"length|mpaa|rated|certificate|streaming\son|where\sto\swatch|available\son)"
)
_FACT = re.compile(
    rf"{_CREW}\s?[:–-]\s|"
    r"(?:directors?|cast|starring|genres?|year|country|language|platform|release[ds]?|runtime|running\stime|"
    r"(?:my\s|our\s)?(?:rating|score|grade))\s?[-–—=]\s(?!.*(?:\s[-–—]\s|\((?:19|20)\d\d\)))",
    re.IGNORECASE,
)
_WHERE_TO_SEE = re.compile(
    r"(?P<title>[A-Z0-9][^()]{0,60}?)\s\((?=[^()]{0,80}\b(?:cinemas?|netflix|prime|disney|hulu|hbo|"
    r"apple|itv\w?|bbc\w*|vod|download|dvd|streaming|digital|cert\w*|pg|12a?|15|18)\b)[^()]{1,80}\)",
    re.IGNORECASE,
)
# One of a list of works, such as "• Low Tide (2019)".
_DATED_ITEM = re.compile(rf"(?:{BULLET}|\d{{1,2}}[.)]\s).{{1,80}}\((?:19|20)\d\d\)")
_RATING = re.compile(r"rating\s?:", re.IGNORECASE)
PROSE = 15
_LONGEST_ASIDE, _LONGEST_FACT = 120, 9
_FIRST_LINES, _MOST_TELLING = 8, 5


def telling_lines(lines: Sequence[str]) -> Iterator[str]:
    """The first lines that may name the work, five at most, from the first eight.

    Of several works listed with ratings or places, only the first counts.
    """
    return islice(_telling(lines[:_FIRST_LINES]), _MOST_TELLING)


def _telling(head: Sequence[str]) -> Iterator[str]:
    listed, above = False, ""
    for line, following in zip_longest(head, head[1:], fillvalue=""):
        is_listing = bool(_WHERE_TO_SEE.match(line) or _RATING.match(following)) and words(line) <= PROSE
        is_one_of_several = _DATED_ITEM.match(line) and (
            _DATED_ITEM.match(above) or _DATED_ITEM.match(following)
        )
        if not (is_aside(line) or is_one_of_several or (listed and is_listing)):
            yield line
        listed, above = listed or (is_listing and not is_fact(line)), line


def is_aside(line: str) -> bool:
    """Whether the line is a fact, a byline, a date, a link or the name of a section."""
    if labelled(line):
        return False
    if is_fact(line):
        return line[-1:] != "." or words(line) <= _LONGEST_FACT
    if len(line) > _LONGEST_ASIDE:
        return False
    return bool(_FACT.match(line) or _LINK.search(line) or _ASIDE.fullmatch(line))


def where_to_see(line: str) -> str:
    """The name before brackets that say where the work is shown or for whom; empty without."""
    found = _WHERE_TO_SEE.match(line)
    return found["title"] if found else ""
