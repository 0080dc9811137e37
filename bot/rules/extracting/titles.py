"""Finds the name of the reviewed work: nearly always in the first five lines, seldom all of the first."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, zip_longest

from bot.rules.extracting.cleaning import Article, is_fact, words
from bot.rules.extracting.headline_words import (
    FESTIVALS,
    OF_A_PERSON,
    SCORE_LABEL,
    with_plain_quotes,
    without_foreign_review,
)
from bot.rules.extracting.headlines import (
    OF_SOMEBODY,
    SEASON,
    YEAR,
    bare,
    behind_dashes,
    is_filler,
    is_spoken,
    names_in_headline,
    title_case,
    without_rubric,
    without_taglines,
)
from bot.rules.extracting.introductions import introduced, is_person, labelled
from bot.rules.extracting.names import TITLE, quoted_names
from bot.rules.extracting.seasons import stated_season
from bot.rules.extracting.uncased import is_uncased, uncased_title
from bot.rules.extracting.whole_names import as_in_the_body, is_part, rejoined, with_article, with_its_fillers
from bot.rules.extracting.years import stated_year

_WITH_YEAR = re.compile(rf"\((?P<year>{YEAR})(?:\s?[-–]\s?(?:{YEAR})?)?\)")
_REVIEW = re.compile(r"\breview(?:ed|s)?\b", re.IGNORECASE)
_BYLINE = re.compile(r"[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){1,2}\s(?:reviews|reviewed|takes)\s")
_AFTER_REVIEWS = re.compile(
    r"\b(?:[Rr]eview(?:s|ed)?(?: of| for)?|takes? on|look at)\s(?:the\s(?:return of\s)?)?(?:\w+ly\s)?"
    rf"(?:new|latest|released)?\s?(?P<title>{TITLE})"
)
_SEGMENT = re.compile(r"\s[-–—|]\s(?!(?:Part|Volume|Vol|Chapter)\b)|:\s|\s?[|•]\s?|\s#\d+\s")
_NAME = re.compile(rf"(?<!\w)(?<!\w'){TITLE}")
_SCORE_MARK = re.compile(r"\[?\(?\b\d{1,2}(?:[.,]\d{1,2})?\s?/\s?(?:4|5|6|10|20|100)\b\)?\]?|[★☆⭐½]+")
_AFTER_A_NAME = re.compile(r"\s[-–—|]\s|\s?[|•]\s?|[:!?]\s")
_BETWEEN = re.compile(r"\s(?:with|in|at|on|and|from|by|for)\s")
_TELLS = re.compile(
    r"\s(?:is|isn't|was|wasn't|has|may|will|tells|follows|proves|feels|offers|delivers|begins|opens|(?:stars(?=\s[A-Z])))\b|"
    r",\s(?:directed|starring)\b"
)
_NEVER = re.compile(
    r"(?:reviews?|movie|film|series|trailer|verdict|rating|score|plot|story|cast|director|starring|"
    r"home|news|spoilers?|notice|note|warning|disclaimer|update|introduction|overview|zero|seen|watched|"
    r"title|year|runtime|country|language|"
    r"summary|synopsis|info(?:rmation)?|details|background|premise|conclusion|"
    r"\w+n't|(?:i|you|we|they|he|she|it|that|there|what|who)'\w+)"
)
_FIGURES = re.compile(r"\d+\s(?:(?:on|of|out|the|to|an?|in|and|at|from|by|for|or|\d+)\s)*\d+")
_SELDOM = re.compile(r"(?:i|it|he|she|we|you|they|this|that|the|an?|his|her|my|our|there|when|if|in)")
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
    r"(?:(?:co-)?(?:written|directed|adapted)\b|(?:an?|the(?!\sonly)|one of|not)\s[^.!?]{0,60}?"
    r"\b(?:films?|movies?|series|show|drama|comedy|thriller|documentary|remake|sequel|"
    r"prequel|adaptation|western|musical|biopic|romance)\b(?!\s(?:topic|fan|lover|industry|star|maker)))"
)
_BY_SOMEBODY = re.compile(r"\s?[:|–—-]\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)?'s?(?:\s[\w-]+){0,2}$")
_LIKE_A_PERSONS = re.compile(r"(?!The\s)[A-Z][\w'.-]+(?:\s[A-Z][\w'.-]+){0,2}")
_TALK_OF_WORKS = re.compile(
    r"\b(?:films?|movies?|series|episodes?|directors?|plot|acting|actors?|characters?|scenes?|screenplay|"
    r"script|cast|performances?|review)\b"
)
_WORK = r"(?:film|movie|picture|documentary|series|show|drama|comedy)"
_SEQUEL = re.compile(r"\s(?:\d|[IVX]{1,4}|Part \w+)$")
_CREDITED = re.compile(
    r"(?P<title>[\w'\"][^,()]{0,60}?)(?:,\s|\s[-–—|(]\s?)\(?(?:directed\sby|dir\b|director\b)", re.IGNORECASE
)
_AT_A_VENUE = re.compile(
    r"\sat\s(?:the\s)?(?:[A-Z][\w'&-]*\s){0,4}(?:Cinemas?|Theat(?:re|er)s?|Festival|Film|Playhouse|Museum|"
    rf"Arthouse|Multiplex|IMAX|Odeon|{FESTIVALS}|[A-Z]\w*[Ff]est)\b.*$"
)
_THOUGHTS = re.compile(r"\s(?:thoughts|impressions|reactions?|musings|ramblings|review)\b")
_ITS_THOUGHTS = re.compile(rf"(?<![\w'])(?P<title>{TITLE}){_THOUGHTS.pattern}")
# "The new Spokes film, Low Tide": the first name is the franchise's.
_THE_NEW = re.compile(
    rf"\b(?:new|latest|newest)\s(?:{TITLE}\s)?(?:film|movie|series|show|entry|instalment|installment),?\s"
    rf"(?:(?:called|titled|named)\s)?(?P<title>{TITLE})"
)
_STANDFIRST = re.compile(
    rf"(?P<title>{TITLE})\s(?:makes for|is|was|remains|proves)\s(?:\w+ly\s)?(?:an?|the)\s[^.!?]{{0,60}}?"
    r"\b(?:films?|movie|series|show|drama|comedy|thriller|documentary|biopic|remake|sequel|romance|western|musical)\b"
)
_DATE_OR_STUDIO = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:[a-z]*)\.?\s\d{1,2}(?:st|nd|rd|th)?"
    r"(?:,?\s(?:19|20)\d\d)?|posted\b.*|published\b.*|(?:\w+\s){1,3}(?:pictures|studios|productions|"
    r"entertainment|releasing)"
)
_SIGNED_AND_DATED = re.compile(
    r"(?:[\w.'-]+\s){0,4}[\w.'-]*,?\s?(?:on\s)?(?:19|20)\d\d-\d\d?-\d\d?(?:[T,\s]+\d\d?:\d\d.*)?"
)
_DATED_NAME = re.compile(rf"(?<!\w)(?<!\w'){TITLE}$")
_COMPARED = re.compile(r"\b(?:called|(?:un)?like|as|than|after|before|since|and|or|from)\s$")
_REJOINED = 3.0
_MUCH_TALK, _FIRST_WORDS, _SURE_OF_NOTHING = 3, 6, 0.15
_MOST_CLAIMS = 12
_SURE_OF_UNCASED, _SURE_OF_A_PART = 0.45, 0.6
_LONGEST = 80
_PROSE, _LONGEST_FACT = 15, 9
_ENOUGH, _PLAINLY, _PLAIN = 1.2, 2.5, 5.5


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
    article = with_plain_quotes(article)
    guesses = [
        _Guess(guess.title, guess.weight - 0.1 * index)
        for index, line in enumerate(_telling(article.head))
        for guess in _guesses(line, first=index == 0, early=index < 2)
    ]
    guesses += (
        _Guess(found["title"], 1.5) for found in islice(_IS_A_WORK.finditer(article.body), _MOST_CLAIMS)
    )
    guesses += (_Guess(name, _REJOINED) for name in rejoined(article))
    weights: dict[str, float] = {}
    for guess in guesses:
        title = as_in_the_body(with_its_fillers(guess.title, article), article)
        weights[title] = max(guess.weight, weights.get(title, guess.weight))
    weighed = [(_weight(title, weight, article, known), title) for title, weight in weights.items()]
    weight, title = max(weighed, key=lambda pair: (pair[0], len(pair[1])), default=(0.0, ""))
    title = _whole(title, weights, article)
    if known is not None and weight < _PLAIN and is_uncased(article):
        return _uncased(article, known)
    if weight < _ENOUGH:
        return None
    others = (other for other, name in weighed if title.lower() not in name.lower() not in title.lower())
    sure = _sureness(weight, max(others, default=0.0))
    doubtful = is_part(title, article) or any(_is_owned(title, each.title, article) for each in guesses)
    sure = min(sure, _SURE_OF_A_PART) if doubtful else sure
    title = with_article(title, article)
    return Name(title, stated_year(title, article), stated_season(title, article), sure)


def _is_owned(title: str, said: str, article: Article) -> bool:
    """Whether the headline has a person behind the name, who may have made it or may be a part of it."""
    return bool(OF_A_PERSON.search(said)) and said.startswith(title) and title not in article.body


def doubtful_name(article: Article, known: Callable[[str], bool] | None = None) -> Name | None:
    """A title to work with for what is plainly a review though it names nothing: its first words at worst."""
    if len(_TALK_OF_WORKS.findall(article.lowered)) < _MUCH_TALK:
        return None
    title = uncased_title(article, known or (lambda _: False)) if is_uncased(article) else ""
    opening = re.split(r"[.,:;!?(]", article.lines[0])[0].split()[:_FIRST_WORDS]
    title = title or bare(" ".join(opening)) or article.lines[0][:_LONGEST].strip()
    return Name(title, None, None, _SURE_OF_NOTHING)


def _telling(head: Sequence[str]) -> Iterator[str]:
    """The first lines without facts; of several works listed with ratings or places, only the first."""
    listed = False
    for line, following in zip_longest(head, head[1:], fillvalue=""):
        is_listing = bool(_WHERE_TO_SEE.match(line) or _RATING.match(following)) and words(line) <= _PROSE
        is_prose = line[-1:] == "." and words(line) > _LONGEST_FACT
        is_aside = (is_fact(line) and not is_prose) or _SIGNED_AND_DATED.fullmatch(line)
        if not (is_aside or (listed and is_listing)):
            yield line
        listed = listed or (is_listing and not is_fact(line))


def _whole(title: str, names: Iterable[str], article: Article) -> str:
    """A longer name round the title that the headline has or that is called a film, if borne out.

    So "Low Tide Returns" where "Low Tide" alone would be found; not if the text mostly says "Low Tide".
    """
    if not title:
        return title
    in_headline = set(re.findall(r"\w+", article.lines[0].lower()))
    part = re.compile(rf"(?<!\w){re.escape(title.removeprefix('The '))}(?!\w)")
    second_line = bare(_SCORE_MARK.sub(" ", without_rubric(article.body[:_LONGEST].partition("\n")[0])))
    best, alone = title, len(re.findall(rf"{part.pattern}(?!: [A-Z])", article.body))
    for name in names:
        longer = len(name) > len(best) and name != f"The {title}" and part.search(name)
        if longer and _possible(name, article) and title_case(name) and not is_spoken(name):
            told = in_headline.issuperset(re.findall(r"\w+", name.lower())) or _is_called(name, article)
            told = told or second_line == name
            whole = _mentions(name, article)
            borne_out = whole > 0 and (2 * whole >= alone or _is_called(name, article))
            if told and (borne_out or (_SEQUEL.search(name) and article.lines[0] == name)):
                best = name
    return best


def _is_called(name: str, article: Article) -> bool:
    """Whether the first lines call it a film in so many words: "their new movie 'Low Tide Returns'"."""
    called = re.compile(rf"\b{_WORK}(?:\s(?:called|titled|named))?,?\s['\"]{re.escape(name)}['\"]")
    return any(called.search(line) for line in article.head)


def _uncased(article: Article, known: Callable[[str], bool]) -> Name | None:
    title = uncased_title(article, known)
    return Name(title, None, stated_season(title, article), _SURE_OF_UNCASED) if title else None


def _sureness(weight: float, next_best: float) -> float:
    """The heavier the guess and the lighter what speaks against it, the surer."""
    return round(max(0.2, min(0.95, 0.3 + 0.05 * weight + 0.12 * (weight - next_best))), 2)


def _weight(title: str, weight: float, article: Article, known: Callable[[str], bool] | None) -> float:
    """Grows with how often the body names it: a strong guess trusts the body more than a weak one."""
    if not _possible(title, article):
        return 0.0
    mentions, said = _mentions(title, article), weight
    if weight < _PLAINLY and _LIKE_A_PERSONS.fullmatch(title) and is_person(title, article.text):
        weight *= 0.3
    weight += 0.4 * min(weight, 1.5) * min(mentions, 4) + 0.05 * min(mentions, 16)
    if mentions and article.lines[0].startswith(title):
        weight += 0.8
    if known is not None and known(title):
        in_passing = title not in article.lines[0]
        weight += 0.8 if words(title) == 1 else min(2.0, 2 * said) if in_passing else 2.0
    return weight


def _guesses(line: str, *, first: bool, early: bool) -> Iterator[_Guess]:
    line = _SCORE_MARK.sub(" ", line)[:400].strip(" -–|")
    line = _AT_A_VENUE.sub("", line) if first else line
    if early and (reviewed := without_foreign_review(line)) != line:
        line = reviewed
        yield from _reviewed_abroad(line)
    yield from _in_so_many_words(line, first=first, early=early)
    told, is_sentence = without_rubric(line), words(line) > _PROSE or line[-1:] == "."
    if dated := _WITH_YEAR.search(line):
        yield from _dated(line[: dated.start()].rstrip(), is_sentence)
    if (shown := _WHERE_TO_SEE.match(line)) and not is_sentence:
        yield _Guess(shown["title"], 3.5)
    for _, title in quoted_names(line):
        yield _Guess(title, 2.5 if first else 0.8 if words(line) > _PROSE else 1.5)
    if found := _AFTER_REVIEWS.search(line):
        yield _Guess(found["title"], 3.0)
    elif (found := _REVIEW.search(told)) and found.start() < _LONGEST and not _BYLINE.match(line):
        said = told[: found.start()]
        yield from _around_review(said if title_case(said) or not is_sentence else "", told[found.end() :])
    if season := SEASON.search(line):
        before = line[: season.start()].rstrip(" -–—|:,")
        yield _Guess(_SEGMENT.split(before)[-1], 2.5)
        if first and title_case(before):
            yield _Guess(before, 2.7)
    if (first or (told != line and line.endswith(told))) and not is_sentence:
        yield from (_Guess(name, plainly) for name, plainly in names_in_headline(line))
    if label := labelled(line):
        yield _Guess(label, 3.5)
    yield from (_Guess(name, 1.3) for name in introduced(line))
    yield from _parts(line, first=first, early=early)


def _reviewed_abroad(line: str) -> Iterator[_Guess]:
    """The name behind "Crítica de" or "Filmkritik:": capitals tell a name from a sentence in English only."""
    if quoted := next(quoted_names(line), None):
        yield _Guess(quoted[1], 5.0)
    else:
        dated = _WITH_YEAR.search(line)
        name = line[: dated.start()].rstrip() if dated else _AFTER_A_NAME.split(line)[0]
        yield _Guess(name, 4.5)
        yield _Guess(OF_A_PERSON.sub("", name), 4.4)


def _in_so_many_words(line: str, *, first: bool, early: bool) -> Iterator[_Guess]:
    """What stands before a credit, before "thoughts", or is called a film in the line below the headline."""
    if early and words(line) <= _PROSE and (found := _CREDITED.match(line)):
        yield _Guess(found["title"], 4.0)
    if _THOUGHTS.search(line) and (found := _ITS_THOUGHTS.search(line)):
        yield _Guess(found["title"], 2.5)
    if early and not first and (found := _STANDFIRST.match(line)):
        yield _Guess(found["title"], 2.0)
    if found := _THE_NEW.search(line):
        yield _Guess(found["title"], 5.5)


def _dated(before: str, is_sentence: bool) -> Iterator[_Guess]:
    """What may stand before a year in brackets: all of a headline, or what its last part says."""
    whole, part = behind_dashes(without_rubric(before)), _SEGMENT.split(before)[-1]
    if is_sentence:
        if title_case(part):
            yield _Guess(part, 1.0)
        elif (last := _DATED_NAME.search(part)) and not _COMPARED.search(part[: last.start()]):
            yield _Guess(last[0], 1.0)
    elif title_case(whole) and ": " in whole and part == whole.rpartition(": ")[2]:
        yield from (_Guess(whole, 4.0), _Guess(part, 1.5))
    else:
        name = _SEGMENT.split(whole)[-1]
        yield from (_Guess(name, 4.0), _Guess(OF_SOMEBODY.sub("", name), 3.4))


def _parts(line: str, *, first: bool, early: bool) -> Iterator[_Guess]:
    """The whole line where it is short, its segments, and the names in it."""
    in_prose = words(line) > _PROSE
    if words(line) <= 9 and line[-1:] not in {".", "?"}:
        yield _Guess(line, 0.3 if not title_case(line) else 0.9 if is_spoken(line) else 1.6 if first else 2.0)
    for segment in _SEGMENT.split(line)[:4]:
        if words(segment) <= 8:
            yield _Guess(segment, 1.2 if title_case(segment) else 0.2)
    for name in _NAME.finditer(line):
        tells = _TELLS.match(line, name.end())
        in_a_headline = early and name.start() > 0 and words(name[0]) > 1
        if tells or not in_prose:
            yield _Guess(name[0], 0.6 if in_prose else 1.0 if tells or in_a_headline else 0.3)
        weight = 0.5 if first else 0.1
        yield from (_Guess(part, weight) for part in _BETWEEN.split(name[0]) if part != name[0])


def _around_review(before: str, after: str) -> Iterator[_Guess]:
    before, after = re.sub(r"^my\s", "", before.rstrip(" (["), flags=re.IGNORECASE), after.strip()
    if before.rstrip(" -–—:|"):
        before = _BY_SOMEBODY.sub("", before)
        name = without_taglines(before)
        yield _Guess(name, 3.0)
        yield _Guess(before, 1.5 if name != before else 3.0)
        yield _Guess(_SEGMENT.split(before.rstrip(" -–—:|"))[-1], 2.5)
    if after.startswith((":", "–", "-", "—", "|", "of")):
        rest = after.lstrip(":–-—| ").removeprefix("of ")
        yield _Guess(_SEGMENT.split(rest)[0], 3.0 if not bare(before) or is_filler(before) else 1.0)


def _possible(title: str, article: Article) -> bool:
    lowered = title.lower()
    return (
        0 < len(title) <= _LONGEST
        and words(title) <= 10
        and any(character.isalnum() for character in title)
        and not _FIGURES.fullmatch(lowered)
        and not _NEVER.fullmatch(lowered)
        and not SEASON.fullmatch(lowered)
        and not (_DATE_OR_STUDIO.fullmatch(lowered) and title != article.lines[0])
        and (not _SELDOM.fullmatch(lowered) or _often_quoted(title, article))
        and not is_filler(title)
        and not _REVIEW.search(title)
        and not re.fullmatch(
            rf"{SCORE_LABEL}\s?(?::.*|[\d.,/\s]*)|"
            r"[\W\d]*(?:min(?:ute)?s?)?|\w+:[\s\d./-]+|"
            r".*\b(?:directed by|starring|director|(?:rating|score|verdict):).*",
            lowered,
        )
    )


def _often_quoted(title: str, article: Article) -> bool:
    return sum(article.body.count(f"{mark}{title}{mark}") for mark in "'\"") > 1


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
