"""What each of a review's first lines may call the work, and how plainly it says so."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from bot.rules.extracting.asides import PROSE, telling_lines, where_to_see
from bot.rules.extracting.cleaning import Article, is_fact, words
from bot.rules.extracting.headline_words import FESTIVALS, OF_A_PERSON, without_foreign_review
from bot.rules.extracting.headlines import (
    OF_A_MAKER,
    OF_SOMEBODY,
    SCORE_MARK,
    SEASON,
    YEAR,
    bare,
    behind_dashes,
    is_filler,
    is_spoken,
    names_in_headline,
    subject_of,
    title_case,
    without_rubric,
    without_taglines,
)
from bot.rules.extracting.introductions import introduced, labelled
from bot.rules.extracting.names import TITLE, quoted_names, stands_in
from bot.rules.extracting.passing_mentions import beside, is_beside, told_at_the_end, without_opening
from bot.rules.extracting.possible_titles import is_within_longer
from bot.rules.extracting.shared_names import known_in_headlines, named_in_both, quoted_in_both
from bot.rules.extracting.whole_names import rejoined

_BARRED_YEAR = re.compile(rf"(?P<title>[^|]{{2,80}}?)\s?\|\s?{YEAR}")
_WITH_YEAR = re.compile(rf"\((?P<year>{YEAR})(?:\s?[-–]\s?(?:{YEAR})?)?\)")
_REVIEW = re.compile(r"\breview(?:ed|s)?\b", re.IGNORECASE)
_ITS_REVIEW = re.compile(rf"(?P<title>{TITLE})\s[Rr]eview")
_NUMBERED = re.compile(rf"(?P<title>{TITLE})\s[2-9]")
_BYLINE = re.compile(r"[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){1,2}\s(?:reviews|reviewed|takes)\s")
_AFTER_REVIEWS = re.compile(
    r"\b(?:[Rr]eview(?:s|ed)?(?: of| for)?|takes? on|look at)\s(?:the\s(?:return of\s|(?:movie|film|"
    r"show|series)\s)?)?(?:\w+ly\s)?"
    rf"(?:new|latest|released)?\s?(?P<title>{TITLE})"
)
_SEGMENT = re.compile(r"\s[-–—|]\s(?!(?:Part|Volume|Vol|Chapter)\b)|:\s|\s?[|•]\s?|\s#\d+\s")
_NAME = re.compile(rf"(?<!\w)(?<!\w'){TITLE}")
_CREDITS = re.compile(r"(?:director|directed by|starring|cast)s?\b\s?:", re.IGNORECASE)
# "Year: 1982" tells of the work, "Rating: 4/5" of the review.
_FACT_OF_THE_WORK = re.compile(
    r"(?:year|directors?|directed by|release(?:d| date)|runtime|genres?):?\s[^,]+$", re.IGNORECASE
)
_SAYS_MORE = re.compile(r"[,?]|\breview", re.IGNORECASE)
_AFTER_A_NAME = re.compile(r"\s[-–—|]\s|\s?[|•]\s?|[:!?]\s")
_BETWEEN = re.compile(r"\s(?:with|in|at|on|and|from|by|for)\s")
_TELLS = re.compile(
    r"\s(?:is|isn't|was|wasn't|has|may|will|tells|follows|proves|feels|offers|delivers|begins|opens|(?:stars(?=\s[A-Z])))\b|"
    r",\s(?:directed|starring|based\son)\b"
)
_IS_A_WORK = re.compile(
    rf"(?<!\w)(?<!\w')(?P<title>{TITLE})['\"]?\s(?:\([^()]{{3,30}}\)\s)?"
    r"(?:is|was|remains|feels like|proves|tells|follows)\s(?:\w+ly\s|by far\s|hands down\s)?"
    r"(?:(?:co-)?(?:written|directed|adapted)\b|(?:an?|the(?!\sonly)|one of|not)\s[^.!?]{0,60}?"
    r"\b(?:films?|movies?|series|show|drama|comedy|thriller|documentary|remake|sequel|"
    r"prequel|adaptation|western|musical|biopic|romance|masterpiece|triumph|must-see|must-watch)\b(?!\s(?:topic|fan|lover|industry|star|maker)))"
)
_BY_SOMEBODY = re.compile(r"\s?[:|–—-]\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)?'s?(?:\s[\w-]+){0,2}$")
_CREDITED = re.compile(
    r"(?P<title>[\w'\"][^,()]{0,60}?)(?:,\s|\s[-–—|(]\s?)\(?(?:directed\sby|dir\b|director\b)", re.IGNORECASE
)
# "Low Tide Director: Ida Holm Cast: ...", a box of facts in one line.
_RUN_ON = re.compile(rf"(?P<title>{TITLE})\s\(?(?:[Dd]irectors?|Screenwriters?|Starring|Cast):?\s[A-Z]")
_AT_A_VENUE = re.compile(
    r"\sat\s(?:the\s)?(?:[A-Z][\w'&-]*\s){0,4}(?:Cinemas?|Theat(?:re|er)s?|Festival|Film|Playhouse|(?<!the\s)Museum|"
    rf"Arthouse|Multiplex|IMAX|Odeon|{FESTIVALS}|[A-Z]\w*[Ff]est)\b.*$"
)
_THOUGHTS = re.compile(r"\s(?:thoughts|impressions|reactions?|musings|ramblings|review)\b")
_ITS_THOUGHTS = re.compile(rf"(?<![\w'])(?P<title>{TITLE}){_THOUGHTS.pattern}")
# "The new Spokes film, Low Tide": the first name is the franchise's.
_THE_NEW = re.compile(
    rf"\b(?:new|latest|newest)\s(?:{TITLE}\s)?(?:film|movie|series|show|entry|instalment|installment),?\s"
    rf"(?:(?:called|titled|named)\s)?(?P<title>{TITLE})"
)
_A_NEW = re.compile(
    r"\b(?:new|latest|newest|recent)\s(?:[\w'-]+\s){0,2}(?:film|movie|series|show|drama|comedy|thriller|documentary|"
    rf"miniseries|romance|horror),?\s(?:(?:called|titled|named)\s)?['\"]?(?P<title>{TITLE})"
)
_CALLED = re.compile(
    r"\b(?:films?|movies?|series|shows?|dramas?|comed(?:y|ies)|thrillers?|documentar(?:y|ies))\s"
    rf"(?:called|titled|entitled)\s['\"]?(?P<title>{TITLE})"
)
# "... after the release of their latest, Low Tide": an apposition names what is new.
_THEIR_LATEST = re.compile(
    rf"\b(?:its|their|his|her|my|'s)\s(?:latest|newest)(?:\s(?:effort|outing|offering|work|one))?,\s(?P<title>{TITLE})"
)
_NTH = re.compile(
    r"'s\s(?:first|second|third|fourth|fifth|sixth|debut|sophomore|follow-up)\s(?:feature|film|movie|series|show|outing)"
    rf"(?:\s(?:film|length))?,?\s(?P<title>{TITLE})(?=\s(?:is|was|follows|tells|stars|opens)\b|[,.])"
)
# "Otto Marsh (Low Tide) plays a keeper": what somebody is known for.
_CREDIT = re.compile(r"[A-Z][\w'.-]+\s\((?:of\s|from\s)?['\"]?$")
_STANDFIRST = re.compile(
    rf"(?P<title>{TITLE})\s(?:makes for|is|was|remains|proves)\s(?:\w+ly\s)?(?:an?|the)\s[^.!?]{{0,60}}?"
    r"\b(?:films?|movie|series|show|drama|comedy|thriller|documentary|biopic|remake|sequel|romance|western|musical)\b"
)
# "The ABCs of Salt showcases 26 films": an article, or many words, tell a work from a person.
_SHOWS = re.compile(
    rf"(?P<title>(?=(?:The|An?)\s){TITLE}|[A-Z][\w']*(?:\s[A-Z][\w']*){{3,7}})\s[a-z]{{3,12}}s\s(?=\w)"
)
_EARLIER = re.compile(
    r"\b(?:[Ii]n\s(?:19|20)\d\d|[Ll]ast\s\w+|ago|[Pp]revious(?:ly)?|[Ee]arlier|[Oo]nce|my)\b[^.!?]{0,20}$"
)
_SPOILER_NOTE = re.compile(r"[(\[][^()\[\]]{0,30}\bspoil(?:ers?|ery)\b[^()\[\]]{0,30}[)\]]", re.IGNORECASE)
AGAIN = re.compile(
    r"(?:Revisit(?:ing|ed)|Re-?watch(?:ing|ed)?|Rediscover(?:ing|ed)|Looking [Bb]ack [Aa]t|Thoughts [Oo]n)\s"
)
_EPISODE = re.compile(
    r"(?<=\w),?\s(?:\d{1,2}x\d{2}|[Ss]\d{1,2}\s?[Ee]\d{1,3}|[Ee]pisodes?\s\d{1,3}|[Ee]p\.?\s?\d{1,3})\b"
)
_WATCHING = re.compile(r"(?:Re-?)?[Ww]atching\s(?=[A-Z])|(?:Seeing|Reviewing)\s(?=[A-Z])")
_SEEN = re.compile(rf"\bI(?:'ve)?\s(?:\(?\w+\)?\s){{0,3}}(?:watched|saw|seen)\s['\"]?(?P<title>{TITLE})")
_DATED_NAME = re.compile(rf"(?<!\w)(?<!\w'){TITLE}$")
_COMPARED = re.compile(r"\b(?:called|(?:un)?like|as|than|after|before|since|and|or|from)\s$")
# "La casa de la marea (The House of the Tide)".
_IN_ENGLISH = re.compile(r"(?P<abroad>[^()]{8,60})\s\((?P<title>(?:[\w'-]+,?\s){1,9}[\w'-]+[!?]?)\)")
_INTRODUCED, _DATED, _DATED_IN_PROSE = 1.3, 5.0, 1.3
_REJOINED, _RECURRING, _LONGEST_NAME, _LONGEST_TOLD = 3.0, 4.0, 8, 10
_MOST_CLAIMS = 12
_FIRST_LINES, _ABOVE_CREDITS = 8, 3.5
_LONGEST_HEADLINE, _ABOVE_ITS_FACTS = 6, 3.0
_BROUGHT_IN_AND_HEADED, _ABOVE_FACTS, _SAID_IN_ENGLISH, _SHORT_HEADLINE = 2.2, 2.5, 3.5, 3
_BEHIND_REVIEW, _SHORT_NAME = 2.5, 6
_ALONE_WITHIN, _KNOWN_AND_ALONE, _OF_WHAT_IS_WATCHED = 4, 3.0, 1.0
_AT_ONCE, _CALLED_AT_ONCE = 400, 2.5
_COMPARED_SAYS, _ANOTHERS_SAYS = 0.3, 0.6
_LONGEST, _A_LINE_OF_ITS_OWN = 80, 5.0


@dataclass(frozen=True, slots=True)
class Guess:
    """What the work may be called, as a line writes it; the weight says how plainly (about 0.1 to 5.5)."""

    title: str
    weight: float


def guesses_in(article: Article, known: Callable[[str], bool] | None = None) -> Iterator[Guess]:
    """Everything that the first lines may call the work, and what any line calls a film outright."""
    for index, line in enumerate(telling_lines(article.lines)):
        if 0 < index < _ALONE_WITHIN and known is not None and _is_known_and_alone(line, known):
            yield Guess(line, _KNOWN_AND_ALONE)
        for guess in _guesses(line, first=index == 0, early=index < 2):
            yield Guess(guess.title, guess.weight - 0.1 * index)
    yield from _above_credits(article)
    yield from _above_facts(article)
    yield from _in_english(article.lines[0])
    yield from _brought_in_and_headed(article)
    for found in islice(_IS_A_WORK.finditer(article.body), _MOST_CLAIMS):
        yield Guess(found["title"], _CALLED_AT_ONCE if found.start() < _AT_ONCE else 1.5)
    yield from (Guess(name, plainly) for name, plainly in quoted_in_both(article))
    yield from (Guess(name, plainly) for name, plainly in named_in_both(article, known))
    yield from (Guess(name, plainly) for name, plainly in known_in_headlines(article, known))
    yield from (Guess(name, _REJOINED) for name in rejoined(article))
    yield from (Guess(name, said) for name, said in told_at_the_end(article))
    headline = bare(SCORE_MARK.sub(" ", "".join(article.lines[:1])[:_LONGEST]))
    if headline and _is_a_name(headline, article, known):
        yield Guess(headline, _RECURRING)


def _brought_in_and_headed(article: Article) -> Iterator[Guess]:
    """The name in the headline's pun that the first lines bring in: "I just watched Low Tide"."""
    for line in article.lines[1:_ALONE_WITHIN]:
        for seen in _SEEN.finditer(line):
            if stands_in(seen["title"], article.lines[0]):
                yield Guess(seen["title"], _BROUGHT_IN_AND_HEADED)


def _above_facts(article: Article) -> Iterator[Guess]:
    """A headline of few words above "Rating: ...", or of some more above "Year: ..." or the like."""
    headline = article.lines[0]
    if is_fact("".join(article.lines[1:2])) and words(headline) <= _SHORT_HEADLINE and title_case(headline):
        yield Guess(headline, _ABOVE_FACTS)
    of_the_work = any(_FACT_OF_THE_WORK.match(line) for line in article.lines[1:3])
    if of_the_work and words(headline) <= _LONGEST_HEADLINE and not _SAYS_MORE.search(headline):
        yield Guess(headline, _ABOVE_ITS_FACTS)


def _in_english(headline: str) -> Iterator[Guess]:
    """The name that stands in brackets behind a foreign one."""
    abroad = _IN_ENGLISH.fullmatch(headline)
    if abroad and title_case(abroad["title"]) and not title_case(abroad["abroad"]):
        yield Guess(abroad["title"], _SAID_IN_ENGLISH)


def _above_credits(article: Article) -> Iterator[Guess]:
    """The short line right above "Director: ..." or "Starring: ...", unless that is a fact itself."""
    lines = article.lines[:_FIRST_LINES]
    for before, above, line in zip(lines, lines[1:], lines[2:], strict=False):
        is_among_facts = is_fact(above) or (words(before) <= _LONGEST_NAME and ":" in before)
        if (
            _CREDITS.match(line)
            and not is_among_facts
            and words(above) <= _LONGEST_NAME
            and title_case(above)
        ):
            yield Guess(above, _ABOVE_CREDITS)
            return


def strongest(guesses: Iterable[Guess]) -> dict[str, float]:
    """What the work may be called, each once, with the greatest weight."""
    weights: dict[str, float] = {}
    for guess in guesses:
        weights[guess.title] = max(guess.weight, weights.get(guess.title, guess.weight))
    return weights


def _is_known_and_alone(line: str, known: Callable[[str], bool]) -> bool:
    """Whether the line is a known name and nothing else; "The Verdict" is a heading."""
    return 1 < words(line.removeprefix("The ")) <= _LONGEST_NAME and title_case(line) and known(line)


def _is_a_name(headline: str, article: Article, known: Callable[[str], bool] | None) -> bool:
    """Whether all of a short first line is a name: a known one, or one that a longer line uses."""
    if words(headline) > _LONGEST_NAME or not title_case(headline):
        return False
    if known is not None and known(headline):
        return True
    if (numbered := _NUMBERED.fullmatch(headline)) and numbered["title"] in article.body:
        return True
    recurs = any(headline in line and words(line) > words(headline) + 3 for line in article.lines[1:])
    return recurs and not (words(headline) == 1 and is_within_longer(headline, article))


def _guesses(line: str, *, first: bool, early: bool) -> Iterator[Guess]:
    line = _SPOILER_NOTE.sub(" ", SCORE_MARK.sub(" ", line)[:400]).strip(" -–|")
    line = _EPISODE.split(_AT_A_VENUE.sub("", line), maxsplit=1)[0] if first else line
    if early and (reviewed := without_foreign_review(line)) != line:
        line = reviewed
        yield from _reviewed_abroad(line)
    yield from _in_so_many_words(line, first=first, early=early)
    told, is_sentence = without_rubric(line), words(line) > PROSE or line[-1:] == "."
    if first and told != line and _REVIEW.search(line.removesuffix(told)):
        name, colon, _ = told.partition(": ")
        if words(told) <= _LONGEST_TOLD:
            yield Guess(told, 2.0)
        elif colon and title_case(name):
            yield Guess(name, 4.0)
    if early and not first and (heralded := _ITS_REVIEW.fullmatch(line)):
        yield Guess(heralded["title"], _A_LINE_OF_ITS_OWN)
    if first and (barred := _BARRED_YEAR.fullmatch(line)):
        yield Guess(barred["title"], 4.0)
    if dated := _WITH_YEAR.search(line):
        yield from _dated(line[: dated.start()].rstrip(), is_sentence)
    if (shown := where_to_see(line)) and not is_sentence:
        yield Guess(shown, 3.5)
    compared = beside(line)
    for place, title in quoted_names(line):
        plainly = 2.5 if first else 0.8 if words(line) > PROSE else 1.5
        is_another = title in compared or _CREDIT.search(line, 0, place)
        yield Guess(title, plainly * (_COMPARED_SAYS if is_another else 1.0))
    if found := _AFTER_REVIEWS.search(line):
        yield Guess(found["title"], _ANOTHERS_SAYS if _EARLIER.search(line[: found.start()]) else 3.0)
    elif (found := _REVIEW.search(told)) and found.start() < _LONGEST and not _BYLINE.match(line):
        said = told[: found.start()]
        yield from _around_review(said if title_case(said) or not is_sentence else "", told[found.end() :])
    asked = subject_of(told)
    if season := SEASON.search(asked):
        before = asked[: season.start()].rstrip(" -–—|:,")
        last = _SEGMENT.split(before)[-1]
        yield Guess(last, 2.5 if title_case(last) or first else 0.5)
        if first and title_case(before):
            yield Guess(before, 2.7)
    if (first or (told != line and line.endswith(told))) and not is_sentence:
        yield from (Guess(name, plainly) for name, plainly in names_in_headline(line))
    if label := labelled(line):
        yield Guess(label, 3.5)
    for name, may_open in introduced(line):
        yield Guess(name, _INTRODUCED)
        if may_open and (shorter := without_opening(name)) != name:
            yield Guess(shorter, _INTRODUCED + 0.05)
    yield from _parts(line, first=first, early=early)


def _reviewed_abroad(line: str) -> Iterator[Guess]:
    """The name behind "Crítica de" or "Filmkritik:": capitals tell a name from a sentence in English only."""
    if quoted := next(quoted_names(line), None):
        yield Guess(quoted[1], 5.0)
    else:
        dated = _WITH_YEAR.search(line)
        name = line[: dated.start()].rstrip() if dated else _AFTER_A_NAME.split(line)[0]
        yield Guess(name, 4.5)
        yield Guess(OF_A_PERSON.sub("", name), 4.4)


def _in_so_many_words(line: str, *, first: bool, early: bool) -> Iterator[Guess]:
    """What stands before a credit, before "thoughts", or is called a film in the line below the headline."""
    if early and (found := _RUN_ON.match(line) or (words(line) <= PROSE and _CREDITED.match(line))):
        yield Guess(found["title"], 4.0)
    if _THOUGHTS.search(line) and (found := _ITS_THOUGHTS.search(line)):
        yield Guess(found["title"], 2.5)
    if early and not first and (found := _STANDFIRST.match(line) or _SHOWS.match(line)):
        yield Guess(found["title"], 2.0)
    if found := _CALLED.search(line):
        yield Guess(found["title"], 2.5)
    if found := _THE_NEW.search(line):
        yield Guess(found["title"], 5.5)
    elif found := _A_NEW.search(line) or _THEIR_LATEST.search(line) or _NTH.search(line):
        yield Guess(found["title"], 2.5)


def _dated(before: str, is_sentence: bool) -> Iterator[Guess]:
    """What may stand before a year in brackets: all of a headline, or what its last part says."""
    whole, part = behind_dashes(without_rubric(before)), _SEGMENT.split(before)[-1]
    if is_sentence:
        if title_case(part):
            yield Guess(part, _DATED_IN_PROSE)
        elif (last := _DATED_NAME.search(part)) and not _COMPARED.search(part[: last.start()]):
            yield Guess(last[0], _DATED_IN_PROSE)
    elif title_case(whole) and ": " in whole and part == whole.rpartition(": ")[2]:
        yield from (Guess(whole, _DATED), Guess(part, 1.5))
    else:
        name = OF_A_MAKER.sub("", subject_of(_SEGMENT.split(whole)[-1]))
        yield from (Guess(name, _DATED), Guess(OF_SOMEBODY.sub("", name), _DATED - 0.85))
        if again := AGAIN.match(name):
            yield Guess(name[again.end() :], _DATED + 0.1)


def _parts(line: str, *, first: bool, early: bool) -> Iterator[Guess]:
    """The whole line where it is short, its segments, and the names in it."""
    in_prose = words(line) > PROSE
    if words(line) <= 9 and line[-1:] not in {".", "?"}:
        yield Guess(line, 0.3 if not title_case(line) else 0.9 if is_spoken(line) else 1.6 if first else 2.0)
    for segment in _SEGMENT.split(line)[:4]:
        if words(segment) <= 8:
            yield Guess(segment, 1.2 if title_case(segment) else 0.2)
    for name in _NAME.finditer(line):
        if is_beside(line, name.start()):
            continue
        tells = _TELLS.match(line, name.end())
        in_a_headline = early and name.start() > 0 and words(name[0]) > 1
        if tells or not in_prose:
            yield Guess(name[0], 0.6 if in_prose else 1.0 if tells or in_a_headline else 0.3)
        if opened := _WATCHING.match(name[0]):
            yield Guess(name[0][opened.end() :], _OF_WHAT_IS_WATCHED)
        weight = 0.5 if first else 0.1
        yield from (Guess(part, weight) for part in _BETWEEN.split(name[0]) if part != name[0])


def _around_review(before: str, after: str) -> Iterator[Guess]:
    before, after = re.sub(r"^my\s", "", before.rstrip(" (["), flags=re.IGNORECASE), after.strip()
    if before.rstrip(" -–—:|"):
        before = _BY_SOMEBODY.sub("", before)
        name = without_taglines(before)
        yield Guess(name, 3.0)
        yield Guess(before, 1.5 if name != before else 3.0)
        yield Guess(_SEGMENT.split(before.rstrip(" -–—:|"))[-1], 2.5)
    if after.startswith((":", "–", "-", "—", "|", "of")):
        rest = after.lstrip(":–-—| ").removeprefix("of ")
        name = _SEGMENT.split(rest)[0]
        is_short = title_case(name) and words(name) <= _SHORT_NAME
        plainly = 3.0 if not bare(before) or is_filler(before) else _BEHIND_REVIEW if is_short else 1.0
        yield Guess(name, plainly)
