"""Reads a post of a static site: Markdown with front matter."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.feeds.pages.claims import Claim, claim, tidy
from bot.feeds.pages.descriptions import summary_from
from bot.feeds.pages.drafting import draft_from
from bot.feeds.pages.front_matter import split_post
from bot.feeds.pages.moments import read_moment
from bot.feeds.pages.ratings import Rated, rated
from bot.feeds.pages.screening import SOMETHING_ELSE, calls_itself_other, looks_like_another
from bot.feeds.pages.titles import title_claims
from bot.feeds.pages.values import first_text, names_of, year_of
from bot.rules.drafts import Draft
from bot.rules.extracting import NotAReview, read_article
from bot.rules.scores import parse_score
from storage import Credit

_WORK = (
    "movie", "film", "show", "work", "movie_title", "film_title", "show_title", "series_title", "movie.title",
    "film.title", "show.title", "movie.name", "film.name", "review.title", "review.item", "review.movie",
    "reviewed", "item_reviewed", "itemreviewed", "movietitle", "filmtitle", "movie-title", "film-title",
)  # fmt: skip
_YEARS = (
    "year",
    "movie_year",
    "film_year",
    "release_year",
    "released",
    "release_date",
    "movie.year",
    "film.year",
)
_SCORES = (
    "rating", "score", "stars", "grade", "my_rating", "myrating", "review_rating", "review.rating",
    "review.score",
    "rating.value", "rating.score", "rating_value", "star_rating",
    "starrating",
    "review_score", "final_score", "verdict.score", "extra.rating", "extra.score", "extra.stars",
    "params.rating",
)  # fmt: skip
_BESTS = (
    "rating_max", "max_rating", "maxrating", "rating_scale", "score_max", "max_score", "best_rating",
    "bestrating",
    "out_of", "outof", "scale", "rating.max", "rating.best", "rating.out_of", "rating.scale", "review.max",
    "max_stars",
)  # fmt: skip
_OF_TEN, _LOOKS_WRONG = 0.6, 0.6
_LONGEST_HEADLINE = 150
_OF_FILM = re.compile("film|movie|show|series")
_FILINGS = ("category", "categories", "type", "section", "taxonomies.categories")
_CREW = ("director", "directors", "cast", "starring")
_OF_OTHERS = re.compile(
    r"(?:books?|novels?|literature|music|albums?|concerts?|(?:video|board)?\s?-?games?|gaming|theat(?:re|er)|plays|"
    r"restaurants?|food|recipes?|podcasts?|gadgets?|tech)(?:[\s-]reviews?)?"
)
_OF_SCREENS = re.compile(
    r"films?|movies?|\btv\b|television|series|shows?|cinema|anime|streaming|netflix|screen"
)
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")
_SUMMARIES = ("description", "summary", "excerpt", "seo.description", "extra.description")
_DECKS = ("subtitle", "subheading", "standfirst", "deck", "tagline", "lead")
_UNPUBLISHED = {"draft": "true", "published": "false"}


def read_post(text: str, known_names: Callable[[str], bool]) -> Draft:
    """The draft of a Markdown article; its front matter, where it has one, is believed before its text.

    Raises NotAReview where it is too short, names no work, or says itself that it is not published yet.
    """
    post = split_post(text)
    if not post.keys:
        return _screened(read_article(text, known_names), _first_line(text), text, known_names)
    if any(first_text(post.keys.get(key)).lower() == value for key, value in _UNPUBLISHED.items()) or (
        post.keys.get("draft") is True or post.keys.get("published") is False
    ):
        raise NotAReview("Its front matter says that it is not published yet.")
    headline = tidy(first_text(post.keys.get("title")), 300)
    deck = next((text for key in _DECKS if (text := _first(post.keys, key))), "")
    text = f"{deck}\n\n{post.text}" if deck else post.text
    stated = [
        claim("title", name, name, "structured", 0.98)
        for key in _WORK
        for name in names_of(post.keys.get(key))
    ]
    claims = list(_claims(post.keys))
    claims += title_claims(stated[:1], [headline] if headline else [], text, known_names, "", "")
    claims += summary_from([each for each in claims if each.field == "description"], claims)
    draft = draft_from(claims, [headline] if headline else [], text, "", known_names)
    names_film = any(_OF_FILM.search(key) and _first(post.keys, key) for key in _WORK)
    says_screen = bool(_OF_SCREENS.search(headline.lower())) or any(key in post.keys for key in _CREW)
    if not (names_film or says_screen) and _filed_elsewhere(post.keys):
        raise NotAReview(SOMETHING_ELSE)
    return draft if names_film else _screened(draft, headline or _first_line(text), post.text, known_names)


def _filed_elsewhere(keys: Mapping[str, Any]) -> bool:
    """Whether the post is filed under books, games or the like, and nowhere under films or series."""
    filed = [name.lower() for key in _FILINGS for name in names_of(keys.get(key))]
    return any(map(_OF_OTHERS.fullmatch, filed)) and not any(map(_OF_SCREENS.search, filed))


def _screened(draft: Draft, headline: str, text: str, known: Callable[[str], bool]) -> Draft:
    """The draft, its title in doubt where the text looks like no review of a film.

    Raises NotAReview where its headline says so itself; somebody chose it, so looks alone refuse nothing.
    """
    if calls_itself_other([headline], known):
        raise NotAReview(SOMETHING_ELSE)
    if not looks_like_another([headline], text, known):
        return draft
    title = draft.evidence["title"]
    doubtful = replace(title, sure=min(title.sure, _LOOKS_WRONG))
    return replace(draft, evidence={**draft.evidence, "title": doubtful})


def _first_line(text: str) -> str:
    """The first line as a headline; empty where it is a paragraph already."""
    line = next((bare for line in text.splitlines() if (bare := line.strip(" \t#*_>"))), "")
    return line if len(line) <= _LONGEST_HEADLINE else ""


def _claims(keys: Mapping[str, Any]) -> Iterator[Claim]:
    if rating := _rating(keys):
        yield claim("score", rating.score, rating.words, "structured", rating.sure)
    for key in _YEARS:
        if year := year_of(_first(keys, key)):
            yield claim("year", year, f"{key}: {_first(keys, key)}", "structured", 0.8)
            break
    posted = _first(keys, "date") or _first(keys, "pubdate") or _first(keys, "published_at")
    moment = read_moment(posted)
    if moment is not None:
        yield claim("published_at", moment, f"date: {posted}", "structured", 0.95)
    for name in names_of(keys.get("author"))[:1]:
        yield claim("author", name[:100], name, "structured", 0.9)
    if people := _people(keys):
        yield claim("people", people, people[0].name, "structured", 0.85)
    for key in _SUMMARIES:
        if told := tidy(_first(keys, key), 1000):
            yield claim("description", told, told, "structured", 0.8)
            return


def _rating(keys: Mapping[str, Any]) -> Rated | None:
    """The score with its scale; a bare number has none that anybody could know, unless it counts stars.

    From 5 to 10 it is a guess for an editor to confirm; above, it is an age certificate as often as a score.
    """
    best = next((number for key in _BESTS if (number := _number(_first(keys, key)))), None)
    for key in _SCORES:
        text = _first(keys, key)
        value = _number(text)
        if value is None:
            if text and (score := parse_score(text)):
                return Rated(score, f"{key}: {text}", 0.93)
            continue
        words = f"{key}: {text}"
        if best is not None:
            return rated(value, best, f"{words} of {best:g}", 0.93)
        if "star" in key and value <= 5:
            return rated(value, 5, words, 0.8)
        if 5 < value <= 10:
            return rated(value, 10, words, _OF_TEN)
    return None


def _people(keys: Mapping[str, Any]) -> tuple[Credit, ...]:
    found = [
        Credit(name[:100], role)
        for role, key in (
            ("director", "director"),
            ("director", "directors"),
            ("cast", "cast"),
            ("cast", "actors"),
            ("cast", "starring"),
        )
        for text in names_of(keys.get(key))[:6]
        for name in (part.strip() for part in text.split(","))
        if name
    ]
    return tuple(dict.fromkeys(found))[:12]


def _first(keys: Mapping[str, Any], key: str) -> str:
    value = keys.get(key)
    return value.isoformat() if isinstance(value, date) else first_text(value)


def _number(text: str) -> float | None:
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text.strip()) else None
