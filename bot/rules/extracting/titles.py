"""Finds the name of the reviewed work: nearly always in the first five lines, seldom all of the first."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, zip_longest

from bot.rules.extracting.cleaning import Article, is_fact, words
from bot.rules.extracting.names import TITLE, quoted_names
from bot.rules.extracting.uncased import is_uncased, uncased_title

_YEAR = r"(?:19|20)\d\d"
_WITH_YEAR = re.compile(rf"\((?P<year>{_YEAR})(?:\s?[-–]\s?(?:{_YEAR})?)?\)")
_REVIEW = re.compile(r"\breview(?:ed|s)?\b", re.IGNORECASE)
_BYLINE = re.compile(r"[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){1,2}\s(?:reviews|reviewed|takes)\s")
_AFTER_REVIEWS = re.compile(
    r"\b(?:[Rr]eview(?:s|ed)?(?: of| for)?|takes? on|look at)\s(?:the\s(?:return of\s)?)?(?:\w+ly\s)?"
    rf"(?:new|latest|released)?\s?(?P<title>{TITLE})"
)
_SEASON = re.compile(
    r"[\s,:(–-]*\b(?:(?:season|series)\s(?P<number>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"|(?P<ordinal>first|second|third|fourth|fifth|final)\sseason|s(?P<short>\d{1,2}))\b\)?",
    re.IGNORECASE,
)
_ORDER = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
}  # fmt: skip
_PLATFORM = (
    r"netflix(?:'s)?|(?:amazon\s)?prime(?:\svideo)?|amazon|disney\s?(?:\+|plus)|hulu|hbo(?:\smax)?|"
    r"apple\stv\+?|paramount\+|peacock|shudder|mubi|hotstar"
)
_FILLER = (
    rf"{_PLATFORM}|movie|film|series|tv|show|full|spoiler[- ]free|quick|early|advance|the movie|original|"
    r"k-?drama"
)
_TRAILING = re.compile(rf"[\s,:|(–—-]*\b(?:{_FILLER})\)?$", re.IGNORECASE)
_LEADING = re.compile(rf"^(?:{_FILLER}|really late|late|classic)\b[\s:|–—-]*", re.IGNORECASE)
_SEGMENT = re.compile(r"\s[-–—|]\s(?!(?:Part|Volume|Vol|Chapter)\b)|:\s|\s?[|•]\s?|\s#\d+\s")
_NAME = re.compile(rf"(?<!\w)(?<!\w'){TITLE}")
_SCORE_MARK = re.compile(r"\[?\(?\b\d{1,2}(?:\.\d{1,2})?\s?/\s?(?:4|5|10|100)\b\)?\]?|[★☆⭐½]+")
_BETWEEN = re.compile(r"\s(?:with|in|at|on|and|from|by|for)\s")
_TELLS = re.compile(
    r"\s(?:is|isn't|was|wasn't|has|may|will|tells|follows|proves|feels|offers|delivers|begins|opens|stars)\b|"
    r",\s(?:directed|starring)\b"
)
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "of", "on", "or", "the",
     "to", "vs", "with"}
)  # fmt: skip
_NEVER = re.compile(
    r"(?:reviews?|movie|film|series|trailer|verdict|rating|score|plot|story|cast|director|starring|"
    r"home|news|i|it|he|"
    r"she|we|you|they|this|that|the|an?|his|her|my|our|there|when|if|in)"
)
_WHERE_TO_SEE = re.compile(
    r"(?P<title>[A-Z0-9][^()]{0,60}?)\s\((?=[^()]{0,80}\b(?:cinemas?|netflix|prime|disney|hulu|hbo|"
    r"apple|itv\w?|bbc\w*|"
    r"vod|download|dvd|streaming|digital|cert\w*|pg|12a?|15|18)\b)[^()]{1,80}\)",
    re.IGNORECASE,
)
_RATING = re.compile(r"rating\s?:", re.IGNORECASE)
_IS_A_WORK = re.compile(
    rf"(?<!\w)(?<!\w')(?P<title>{TITLE})['\"]?\s"
    r"(?:is|was|remains|feels like|proves|tells|follows)\s(?:\w+ly\s)?"
    r"(?:(?:co-)?(?:written|directed|adapted)\b|(?:an?|the|one of|not)\s[^.!?]{0,60}?"
    r"\b(?:films?|movies?|series|show|drama|comedy|thriller|documentary|remake|sequel|"
    r"prequel|adaptation|western|musical|biopic|romance)\b(?!\s(?:topic|fan|lover|industry|star|maker)))"
)
_MOST_CLAIMS = 12
_SHORTEST_CRY = 3
_SURE_OF_UNCASED = 0.45
_LONGEST = 80
_PROSE = 15
_ENOUGH, _PLAIN = 1.2, 5.5


@dataclass(frozen=True, slots=True)
class Name:
    """What the work is called; year and season only where they are stated with it. `sure` is 0-1."""

    title: str
    year: int | None = None
    season: int | None = None
    sure: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
class _Guess:
    title: str
    weight: float


def find_name(article: Article, known: Callable[[str], bool] | None = None) -> Name | None:
    """The reviewed work's name, or None. `known` says whether a work of a name is known; a hint only."""
    guesses = [
        _Guess(guess.title, guess.weight - 0.1 * index)
        for index, line in enumerate(_telling(article.head))
        for guess in _guesses(line, first=index == 0, early=index < 2)
    ]
    guesses += (
        _Guess(found["title"], 1.5) for found in islice(_IS_A_WORK.finditer(article.body), _MOST_CLAIMS)
    )
    weights: dict[str, float] = {}
    for guess in guesses:
        title = _as_in_the_body(_bare(guess.title), article)
        weights[title] = max(guess.weight, weights.get(title, guess.weight))
    weighed = [(_weight(title, weight, article, known), title) for title, weight in weights.items()]
    weight, title = max(weighed, key=lambda pair: (pair[0], len(pair[1])), default=(0.0, ""))
    if known is not None and weight < _PLAIN and is_uncased(article):
        return _uncased(article, known)
    if weight < _ENOUGH:
        return None
    others = (other for other, name in weighed if title.lower() not in name.lower() not in title.lower())
    sure = _sureness(weight, max(others, default=0.0))
    title = _with_article(title, article)
    return Name(title, _year(title, article), _season(title, article), sure)


def _telling(head: Sequence[str]) -> Iterator[str]:
    """The first lines without facts; of several works listed with ratings or places, only the first."""
    listed = False
    for line, following in zip_longest(head, head[1:], fillvalue=""):
        is_listing = bool(_WHERE_TO_SEE.match(line) or _RATING.match(following)) and words(line) <= _PROSE
        if not (is_fact(line) or (listed and is_listing)):
            yield line
        listed = listed or (is_listing and not is_fact(line))


def _with_article(title: str, article: Article) -> str:
    """Gives back a "The" that the guess has lost: where most of its mentions have one."""
    whole = f"The {title}"
    mentions, with_article = article.body.count(title), article.body.count(whole)
    return whole if with_article > 1 and 2 * with_article > mentions else title


def _uncased(article: Article, known: Callable[[str], bool]) -> Name | None:
    title = uncased_title(article, known)
    return Name(title, None, _season(title, article), _SURE_OF_UNCASED) if title else None


def _sureness(weight: float, next_best: float) -> float:
    """The heavier the guess and the lighter what speaks against it, the surer."""
    return round(max(0.2, min(0.95, 0.3 + 0.05 * weight + 0.12 * (weight - next_best))), 2)


def _weight(title: str, weight: float, article: Article, known: Callable[[str], bool] | None) -> float:
    """Grows with how often the body names it: a strong guess trusts the body more than a weak one."""
    if not _possible(title):
        return 0.0
    mentions = _mentions(title, article)
    weight += 0.4 * min(weight, 1.5) * min(mentions, 4) + 0.05 * min(mentions, 16)
    if mentions and article.lines[0].startswith(title):
        weight += 0.8
    if known is not None and known(title):
        weight += 2.0 if words(title) > 1 else 0.8
    return weight


def _guesses(line: str, *, first: bool, early: bool) -> Iterator[_Guess]:
    line = _SCORE_MARK.sub(" ", line)[:400].strip(" -–|")
    is_sentence = words(line) > _PROSE or line[-1:] == "."
    if dated := _WITH_YEAR.search(line):
        dated_name = _SEGMENT.split(line[: dated.start()].rstrip())[-1]
        if _title_case(dated_name) or not is_sentence:
            yield _Guess(dated_name, 1.0 if is_sentence else 4.0)
    if (shown := _WHERE_TO_SEE.match(line)) and not is_sentence:
        yield _Guess(shown["title"], 3.5)
    for _, title in quoted_names(line):
        yield _Guess(title, 2.5 if first else 0.8 if words(line) > _PROSE else 1.5)
    if found := _AFTER_REVIEWS.search(line):
        yield _Guess(found["title"], 3.0)
    elif (found := _REVIEW.search(line)) and found.start() < _LONGEST and not _BYLINE.match(line):
        yield from _around_review(line[: found.start()], line[found.end() :])
    if season := _SEASON.search(line):
        before = line[: season.start()].rstrip(" -–—|:,")
        yield _Guess(_SEGMENT.split(before)[-1], 2.5)
        if first and _title_case(before):
            yield _Guess(before, 2.7)
    if words(line) <= 9 and line[-1:] not in {".", "?"}:
        yield _Guess(line, 2.0 if _title_case(line) else 0.3)
    for segment in _SEGMENT.split(line)[:4]:
        if words(segment) <= 8:
            yield _Guess(segment, 1.2 if _title_case(segment) else 0.2)
    for name in _NAME.finditer(line):
        tells = _TELLS.match(line, name.end())
        in_prose = words(line) > _PROSE
        in_a_headline = early and name.start() > 0 and words(name[0]) > 1
        if tells or not in_prose:
            yield _Guess(name[0], 0.6 if in_prose else 1.0 if tells or in_a_headline else 0.3)
        weight = 0.5 if first else 0.1
        yield from (_Guess(part, weight) for part in _BETWEEN.split(name[0]) if part != name[0])


def _around_review(before: str, after: str) -> Iterator[_Guess]:
    before, after = re.sub(r"^my\s", "", before.rstrip(" (["), flags=re.IGNORECASE), after.strip()
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
        title = _without_filler(title) or title
        title = _LEADING.sub("", title) or title
        if title[:1] in {'"', "'"}:
            title = title[1:].removesuffix(title[0])
        title = title.removesuffix("'s").strip()
        title = title.rstrip("'") if title.count('"') != 1 else title.strip("\"'")
    return title


def _without_filler(title: str) -> str:
    """The title without a last word such as "Movie", unless that belongs to it, as in "A World of TV"."""
    shorter = _TRAILING.sub("", title)
    return title if shorter.rpartition(" ")[2].lower() in _SMALL else shorter


def _as_in_the_body(title: str, article: Article) -> str:
    """A title in capitals as the body writes it, where it does."""
    if not title.isupper() or len(title) <= _SHORTEST_CRY:
        return title
    found = re.search(rf"(?<!\w){re.escape(title)}(?!\w)", article.body.replace(title, ""), re.IGNORECASE)
    return found[0] if found and not found[0].islower() else title


def _possible(title: str) -> bool:
    lowered = title.lower()
    return (
        0 < len(title) <= _LONGEST
        and words(title) <= 10
        and any(character.isalnum() for character in title)
        and not _NEVER.fullmatch(lowered)
        and not _LEADING.fullmatch(title)
        and not _REVIEW.search(title)
        and not re.fullmatch(
            r"[\W\d]*(?:min(?:ute)?s?)?|.*\b(?:directed by|starring|director|(?:rating|score|verdict):).*",
            lowered,
        )
    )


def _mentions(title: str, article: Article) -> int:
    """How often the body names it; a name in quotation marks is meant as one and counts twice."""
    body = article.body
    return sum(2 if around in {"''", '""'} else 1 for around in _surroundings(title, body))


def _surroundings(title: str, body: str) -> Iterator[str]:
    place = body.find(title)
    while place >= 0:
        around = body[place - 1 : place] + body[place + len(title) : place + len(title) + 1]
        if not any(character.isalnum() for character in around):
            yield around
        place = body.find(title, place + len(title))


def _title_case(text: str) -> bool:
    parts = [part for part in re.findall(r"[^\W\d_][\w'-]*", text) if part.lower() not in _SMALL]
    return all(part[0].isupper() for part in parts)


def _year(title: str, article: Article) -> int | None:
    """The year in brackets after the title, in "Title is a 2016 film", or as a label; no other is its own."""
    name = rf"(?<!\w){re.escape(title)}[\"']?"
    stated = re.compile(
        rf"{name}\s?\((?:film,?\s)?(?P<bracketed>{_YEAR})\b|{name}(?:,|\sis)\san?\s(?P<told>{_YEAR})\s"
    )
    for line in article.lines:
        if found := stated.search(line):
            return int(found["bracketed"] or found["told"])
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
