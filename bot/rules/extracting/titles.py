"""Finds the name of the reviewed work: nearly always in the first five lines, seldom all of the first."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from bot.rules.extracting.cleaning import Article, words
from bot.rules.extracting.first_names import FIRST_NAMES
from bot.rules.extracting.headline_words import OF_A_PERSON, with_plain_marks
from bot.rules.extracting.headlines import (
    OF_A_MAKER,
    OF_SOMEBODY,
    SCORE_MARK,
    YEAR,
    bare,
    is_spoken,
    title_case,
    without_rubric,
)
from bot.rules.extracting.names import places_of, stands_in
from bot.rules.extracting.passing_mentions import is_like_a_persons, is_somebody, mentioned_in_passing
from bot.rules.extracting.possible_titles import (
    LONGEST_TITLE,
    is_exclaimed,
    is_possible,
    is_within_longer,
    mentions_of,
)
from bot.rules.extracting.seasons import stated_season, with_english_seasons
from bot.rules.extracting.subtitles import with_subtitle
from bot.rules.extracting.title_guesses import AGAIN, guesses_in, strongest
from bot.rules.extracting.uncased import is_uncased, uncased_title
from bot.rules.extracting.whole_names import as_in_the_body, is_part, with_article, with_its_fillers
from bot.rules.extracting.years import stated_year

_TALK_OF_WORKS = re.compile(
    r"\b(?:films?|movies?|series|episodes?|directors?|plot|acting|actors?|characters?|scenes?|screenplay|"
    r"script|cast|performances?|review)\b"
)
_SEEN_ON_A_SCREEN = re.compile(
    r"\b(?:ending|screen|cinemas?|netflix|drama|comedy|thriller|plays|stars|hulu|hbo)\b"
)
_WORK = r"(?:film|movie|picture|documentary|series|show|drama|comedy)"
_ONLY_DATED = re.compile(r"\s(?:199\d|20[0-2]\d)$")
_SUBTITLE = re.compile(r": [A-Z]")
_AGAINST = re.compile(r"\s(?:vs?\.?|versus)\s")
_PARTED = re.compile(r"\s[-–—|#]")
_YEAR_BEHIND = re.compile(rf"\s?[(\[]{YEAR}[)\]]")
_SEQUEL = re.compile(r"\s(?:\d|[IVX]{1,4}|Part \w+)$")
_MUCH_TALK, _FIRST_WORDS, _FIRST_LINES, _SURE_OF_NOTHING = 3, 6, 4, 0.15
_SURE_OF_UNCASED, _SURE_OF_A_PART = 0.45, 0.6
_ENOUGH, _DOUBTFUL, _PLAINLY, _PLAIN = 1.2, 1.4, 2.5, 5.5
_OF_A_WORD, _SAID_IN_PASSING, _BROUGHT_IN = 0.25, 1.0, 1.3
_SHORTEST_LETTERS, _LONGEST_LETTERS = 2, 6
_PUN, _LIKER_THAN_A_PUN = 2.4, 1.9
_LIKE_A_WORKS, _SURE_OF_PASSING = 0.85, 0.35


@dataclass(frozen=True, slots=True)
class Name:
    """What the work is called; year and season only where they are stated with it. `sure` is 0-1."""

    title: str
    year: int | None = None
    season: int | None = None
    sure: float = field(default=0.0, compare=False)


def find_name(article: Article, known: Callable[[str], bool] | None = None) -> Name | None:
    """The reviewed work's name, or None. `known` says whether a work of a name is known; a hint only."""
    article = with_english_seasons(with_plain_marks(article))
    if not article.lines:
        return None
    guesses = list(guesses_in(article, known))
    weights: dict[str, float] = {}
    for said, weight in strongest(guesses).items():
        title = as_in_the_body(with_its_fillers(said, article, known), article)
        weights[title] = max(weight, weights.get(title, weight))
    weighed = [(_weight(title, weight, article, known), title) for title, weight in weights.items()]
    weight, title = max(weighed, key=lambda pair: (pair[0], len(pair[1])), default=(0.0, ""))
    if title not in article.lines[0]:
        title = _in_full(title, weights)
    title = _undated(_whole(title, weights, article, known), known)
    subtitled = with_subtitle(title, weights, article, known)
    is_likely_only = subtitled != title and subtitled not in article.body
    title = subtitled
    if known is not None and weight < _PLAIN and is_uncased(article):
        return _uncased(article, known)
    is_of_works = _TALK_OF_WORKS.search(article.lowered) or _SEEN_ON_A_SCREEN.search(article.lowered)
    likeness, passing = _in_passing(title, weight, article, known) if is_of_works else (0.0, "")
    if likeness:
        return _named(with_article(passing, article), article, _SURE_OF_PASSING)
    if weight < _ENOUGH:
        return None
    others = (other for other, name in weighed if title.lower() not in name.lower() not in title.lower())
    sure = _sureness(weight, max(others, default=0.0))
    doubtful = (
        is_likely_only
        or is_part(title, article)
        or any(_is_owned(title, each.title, article) for each in guesses)
    )
    sure = min(sure, _SURE_OF_A_PART) if doubtful else sure
    return _named(with_article(title, article), article, sure)


def _in_passing(
    title: str, weight: float, article: Article, known: Callable[[str], bool] | None
) -> tuple[float, str]:
    """The name said in passing that is likelier than the title, with how far it looks like a work's."""
    in_headline, is_borne_out = title in article.lines[0], bool(title and mentions_of(title, article))
    if weight < _ENOUGH:
        hurdle = _LIKE_A_WORKS
    elif words(title) == 1 and not in_headline and weight < _DOUBTFUL:
        hurdle = 2 * _LIKE_A_WORKS
    elif in_headline and not is_borne_out and weight < _PUN and is_like_a_persons(title):
        hurdle = _LIKER_THAN_A_PUN
    else:
        return 0.0, ""
    likeness, name = mentioned_in_passing(article, known)
    is_likelier = likeness >= hurdle and (hurdle == _LIKE_A_WORKS or name not in article.lines[0])
    return (likeness, name) if is_likelier else (0.0, "")


def _named(title: str, article: Article, sure: float) -> Name:
    return Name(title, stated_year(title, article), stated_season(title, article), sure)


def _is_owned(title: str, said: str, article: Article) -> bool:
    """Whether the headline has a person behind the name, who may have made it or may be a part of it."""
    return bool(OF_A_PERSON.search(said)) and said.startswith(title) and title not in article.body


def doubtful_name(article: Article, known: Callable[[str], bool] | None = None) -> Name | None:
    """A title to work with for what is plainly a review though it names nothing: its first words at worst."""
    if len(_TALK_OF_WORKS.findall(article.lowered)) < _MUCH_TALK:
        return None
    title = uncased_title(article, known or (lambda _: False)) if is_uncased(article) else ""
    opening = re.split(r"[.,:;!?(]", without_rubric(article.lines[0]))[0].split()[:_FIRST_WORDS]
    title = title or bare(" ".join(opening)) or article.lines[0][:LONGEST_TITLE].strip()
    return Name(title, None, None, _SURE_OF_NOTHING)


def _in_full(title: str, names: Iterable[str]) -> str:
    """The name that fans write as its first letters: "Low Tide" for "LT"."""
    if not title.isupper() or not _SHORTEST_LETTERS <= len(title) <= _LONGEST_LETTERS:
        return title
    return next((name for name in names if "".join(word[0] for word in name.split()) == title), title)


def _whole(title: str, names: Iterable[str], article: Article, known: Callable[[str], bool] | None) -> str:
    """A longer name round the title that the headline has or that is called a film, if borne out.

    So "Low Tide Returns" where "Low Tide" alone would be found; not if the text mostly says "Low Tide".
    """
    if not title:
        return title
    part, body, best = title.removeprefix("The "), article.body, title
    alone = sum(not _SUBTITLE.match(body, place + len(part)) for place in places_of(part, body))
    for name in names:
        is_longer = len(name) > len(best) and name != f"The {title}" and stands_in(part, name)
        if not is_longer or OF_A_MAKER.search(name):
            continue
        if is_possible(name, article) and title_case(name) and not is_spoken(name):
            is_line = name in article.lines[1:_FIRST_LINES] or _is_headline(name, article)
            is_so = is_line and known is not None and known(name)
            is_so = is_so or _is_dated(name, article) or _is_its_sequel(name, title, article)
            is_so = is_so or (name.startswith(title) and _is_against(name, article))
            if is_so or (_is_told(name, title, article) and _is_borne_out(name, alone, article)):
                best = name
    return best


def _is_headline(name: str, article: Article) -> bool:
    """Whether the headline is nothing else, but for the word "review"."""
    headline = article.lines[0]
    return headline.startswith(name) and headline[len(name) :].strip().lower() in {"", "review", "(review)"}


def _is_told(name: str, short: str, article: Article) -> bool:
    """Whether the headline has all its words, the next line is it, or the text calls it so, never short."""
    in_headline = set(re.findall(r"\w+", article.lines[0].lower()))
    second_line = bare(SCORE_MARK.sub(" ", without_rubric(article.body[:LONGEST_TITLE].partition("\n")[0])))
    return (
        in_headline.issuperset(re.findall(r"\w+", name.lower()))
        or second_line == name
        or _is_called(name, article)
        or _is_never_short(name, short, article)
    )


def _is_borne_out(name: str, alone: int, article: Article) -> bool:
    """Whether the body says all of it as often as half of its shorter form, or both sides of its comma."""
    whole, (first, comma, last) = mentions_of(name, article), name.rpartition(", ")
    if comma and first in article.body and words(last) > 1 and last.removeprefix("The ") in article.body:
        return True
    return whole > 0 and (2 * whole >= alone or _is_called(name, article))


def _is_against(name: str, article: Article) -> bool:
    """Whether it is all of the headline and sets two at odds whom the body names: "Gull vs Heron"."""
    rivals = _AGAINST.split(name)
    return len(rivals) > 1 and name == article.lines[0] and all(rival in article.body for rival in rivals)


def _is_dated(name: str, article: Article) -> bool:
    """Whether the headline has a year in brackets right behind it, and nothing else before it."""
    is_more = _PARTED.search(name) or OF_SOMEBODY.match(name) or AGAIN.match(name)
    return not is_more and any(
        _YEAR_BEHIND.match(article.lines[0], place + len(name)) for place in places_of(name, article.lines[0])
    )


def _is_its_sequel(name: str, title: str, article: Article) -> bool:
    """Whether it is the title with a number, with which the article begins, or that the second line has."""
    if not (name.startswith(title) and _SEQUEL.search(name)):
        return False
    heads = article.lines[0] == name or (mentions_of(name, article) > 0 and article.lines[0].startswith(name))
    return heads or any(_SEQUEL.fullmatch(name[len(title) :]) and name in line for line in article.lines[1:2])


def _undated(title: str, known: Callable[[str], bool] | None) -> str:
    """The known name without the year that is written behind it: "Low Tide 2016"."""
    year = _ONLY_DATED.search(title)
    name = title[: year.start()] if year else ""
    return name if name and known is not None and known(name) and not known(title) else title


def _is_never_short(name: str, short: str, article: Article) -> bool:
    """Whether the text has the longer name in quotation marks, and never the shorter one by itself."""
    body = article.body
    is_quoted = any(f"{mark}{name}" in body for mark in "'\"")
    return name.startswith(short) and is_quoted and body.count(short) == body.count(name)


def _is_called(name: str, article: Article) -> bool:
    """Whether the first lines call it a film in so many words: "their new movie 'Low Tide Returns'"."""
    called = re.compile(rf"\b{_WORK}(?:\s(?:called|titled|named))?,?\s['\"]{re.escape(name)}['\"]")
    return any(called.search(line) for line in article.head)


def _uncased(article: Article, known: Callable[[str], bool]) -> Name | None:
    title = uncased_title(article, known)
    return _named(title, article, _SURE_OF_UNCASED) if title else None


def _sureness(weight: float, next_best: float) -> float:
    """The heavier the guess and the lighter what speaks against it, the surer."""
    return round(max(0.2, min(0.95, 0.3 + 0.05 * weight + 0.12 * (weight - next_best))), 2)


def _weight(title: str, weight: float, article: Article, known: Callable[[str], bool] | None) -> float:
    """Grows with how often the body names it: a strong guess trusts the body more than a weak one."""
    if not is_possible(title, article):
        return 0.0
    mentions, said = mentions_of(title, article), weight
    in_passing = title not in article.lines[0]
    if mentions and weight < _PLAINLY and words(title) == 1 and is_within_longer(title, article):
        mentions = 0
    is_first_name = in_passing and weight < _BROUGHT_IN and title in FIRST_NAMES
    if weight < _PLAINLY and (
        is_first_name or is_somebody(title, article) or (in_passing and is_exclaimed(title))
    ):
        weight *= 0.3
    trust = _OF_A_WORD if in_passing and words(title) == 1 and weight <= _SAID_IN_PASSING else 0.4
    weight += trust * min(weight, 1.5) * min(mentions, 4) + 0.05 * min(mentions, 16)
    if mentions and article.lines[0].startswith(title):
        weight += 0.8
    if title in article.lines[0] and f"'{title}'" in article.body.replace('"', "'"):
        weight += 0.8
    if known is not None and known(title):
        is_phrase = not mentions and not title_case(title)
        weight += 0.8 if words(title) == 1 or is_phrase else min(2.0, 2 * said) if in_passing else 2.0
    return weight
