"""Finds the page's own review among its things, and reads what it says into claims."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from bot.feeds.pages.claims import Claim, claim, mentions, tidy
from bot.feeds.pages.linked_data import Thing, types_of
from bot.feeds.pages.moments import read_moment
from bot.feeds.pages.ratings import Rated, rating_of
from bot.feeds.pages.values import first_text, names_of, objects, texts_of, year_of
from storage import Credit, Kind

REVIEWS = frozenset({"Review", "CriticReview", "UserReview", "MediaReview"})
_NOT_REVIEWS = frozenset({"ClaimReview", "EmployerReview", "AggregateRating", "Recommendation"})
WORKS: dict[str, Kind | None] = {
    "Movie": "film", "ShortFilm": "film", "TVSeries": "series", "TVSeason": "season", "TVEpisode": "series",
    "CreativeWorkSeason": "season", "CreativeWorkSeries": "series", "RadioSeries": "series",
    "CreativeWork": None, "VideoObject": None,
}  # fmt: skip
_OTHERS = frozenset({
    "Book", "VideoGame", "Game", "MusicAlbum", "MusicRecording", "MusicGroup", "Restaurant", "Hotel",
    "Recipe",
    "SoftwareApplication", "MobileApplication", "LocalBusiness", "FoodEstablishment", "Place", "Course",
    "TheaterEvent", "MusicEvent", "PodcastSeries", "Audiobook", "ComicIssue",
})  # fmt: skip
_ARTICLES = frozenset({"Article", "NewsArticle", "BlogPosting", "ReviewNewsArticle", "OpinionNewsArticle"})
_HELD_AS_REVIEW = frozenset({"review", "reviews"})
_SURE, _NESTED, _UNCLEAR = 0.95, 0.8, 0.5


def is_about_something_else(things: Sequence[Thing]) -> bool:
    """Whether the page's data says that what it reviews is a book, a game, a place ..., and no film."""
    reviewed = [_item_types(thing) for thing in things if thing.types & REVIEWS]
    return any(types & _OTHERS for types in reviewed) and not any(types & WORKS.keys() for types in reviewed)


def reviews_several(things: Sequence[Thing], url: str, headlines: Sequence[str]) -> bool:
    """Whether the data holds reviews of different works, and neither address nor headlines tell one."""
    reviews = [thing for thing in things if thing.types & REVIEWS and thing.role not in _HELD_AS_REVIEW]
    if any(_address(thing) and _same_page(_address(thing), url) for thing in reviews):
        return False
    names = {name for thing in reviews for name in names_of(thing.properties.get("itemReviewed"))[:1]}
    named = [name for name in names if any(mentions(name, headline) for headline in headlines)]
    return len(names) > 1 and len(named) != 1


def claims_of(things: Sequence[Thing], url: str) -> Iterator[Claim]:
    """What the page's own review and article say; nothing of reviews that others wrote."""
    own = _own_review(things, url)
    if own is not None:
        review, sure = own
        yield from _of_review(review, sure)
    for thing in things:
        if thing.types & _ARTICLES and thing.parent is None and (own is None or thing is not own[0]):
            yield from _of_article(thing)
            break


def _own_review(things: Sequence[Thing], url: str) -> tuple[Thing, float] | None:
    """The review that the page is, and how sure that is; None where it only shows reviews of others."""
    reviews = [thing for thing in things if thing.types & REVIEWS and not thing.types & _NOT_REVIEWS]
    reviews = [thing for thing in reviews if not _item_types(thing) & _OTHERS]
    outer = [thing for thing in reviews if thing.role not in _HELD_AS_REVIEW]
    if not outer:
        return (reviews[0], _NESTED) if len(reviews) == 1 and not _by_a_visitor(reviews[0], things) else None
    here = [thing for thing in outer if _address(thing) and _same_page(_address(thing), url)]
    chosen = here or outer
    ratings = {
        rating.score.value for thing in chosen if (rating := rating_of(thing.properties.get("reviewRating")))
    }
    titles = {tuple(names_of(thing.properties.get("itemReviewed"))) for thing in chosen}
    if len(ratings) > 1 or len(titles) > 1:
        return None
    best = max(chosen, key=lambda thing: len(thing.properties))
    return best, _SURE


def _by_a_visitor(review: Thing, things: Sequence[Thing]) -> bool:
    """A review inside a work's page by somebody who is not the page's author."""
    if "UserReview" in review.types:
        return True
    authors = {
        name
        for thing in things
        if thing.types & _ARTICLES
        for name in names_of(thing.properties.get("author"))
    }
    own = names_of(review.properties.get("author"))
    return bool(authors and own and not authors & set(own))


def _of_review(review: Thing, sure: float) -> Iterator[Claim]:
    properties = review.properties
    items = objects(properties.get("itemReviewed"))
    if not items and review.role in _HELD_AS_REVIEW and review.parent is not None:
        items = [dict(review.parent.properties)]
    item = items[0] if items else {}
    posted = first_text(properties.get("datePublished"))
    episode = "TVEpisode" in types_of(item.get("@type"))
    rating = rating_of(properties.get("reviewRating"))
    if rating is not None:
        yield _score_claim(rating, _UNCLEAR if episode else sure)
    title = first_text(properties.get("itemReviewed")) if not items else ""
    if title:
        yield claim("title", title[:200], title, "structured", sure - 0.1)
    yield from _of_work(item, sure, posted)
    yield from _of_article(review)
    for field, name in (("pros", "positiveNotes"), ("cons", "negativeNotes")):
        if notes := _notes(properties.get(name)):
            yield claim(field, notes, notes[0], "structured", 0.9)


def _score_claim(rating: Rated, sure: float) -> Claim:
    return claim("score", rating.score, rating.words, "structured", sure * rating.sure)


def _of_work(item: dict[str, Any], sure: float, posted: str) -> Iterator[Claim]:
    types = types_of(item.get("@type"))
    kind = next((kind for name, kind in WORKS.items() if name in types and kind), None)
    series = names_of(item.get("partOfSeries"))
    names = series or names_of(item)
    if names:
        known_kind = sure if types & WORKS.keys() else sure - 0.15
        yield claim("title", names[0], names[0], "structured", known_kind)
    if kind:
        yield claim("kind", kind, ", ".join(sorted(types)), "structured", sure)
    number = re.fullmatch(r"\s*(\d{1,3})\s*", first_text(item.get("seasonNumber")))
    if number and kind == "season" and 1 <= int(number[1]) <= 200:
        yield claim("season", int(number[1]), f"season {number[1]}", "structured", sure)
    for name in ("datePublished", "dateCreated", "releasedEvent", "copyrightYear"):
        stated = first_text(item.get(name))
        year = year_of(stated)
        if year and not (posted and stated[:10] == posted[:10]):  # many sites put the post's date there
            yield claim("year", year, stated, "structured", 0.85)
            break
    if people := _people(item):
        yield claim("people", people, people[0].name, "structured", 0.9)
    if genres := _genres(item.get("genre")):
        yield claim("genres", genres, ", ".join(genres), "structured", 0.85)


def _of_article(thing: Thing) -> Iterator[Claim]:
    """What an article and a review share: who wrote it, when, for whom, in which language."""
    properties = thing.properties
    for field, names in (
        ("author", names_of(properties.get("author"))),
        ("outlet", names_of(properties.get("publisher"))),
    ):
        if names and not names[0].startswith("http"):
            yield claim(field, names[0][:100], names[0], "structured", 0.9)
    posted = first_text(properties.get("datePublished"))
    moment = read_moment(posted)
    if moment is not None:
        yield claim("published_at", moment, posted, "structured", 0.95)
    for name in ("description", "abstract"):
        if told := tidy(first_text(properties.get(name)), 1000):
            yield claim("description", told, told, "structured", 0.8)
            break
    headline = first_text(properties.get("headline")) or first_text(properties.get("name"))
    if headline:
        yield claim("headline", tidy(headline, 300), headline, "structured", 0.8)


def _people(item: dict[str, Any]) -> tuple[Credit, ...]:
    found = [
        Credit(name[:100], role)
        for role, key in (
            ("director", "director"),
            ("creator", "creator"),
            ("cast", "actor"),
            ("cast", "actors"),
        )
        for name in names_of(item.get(key))[:6]
    ]
    return tuple(dict.fromkeys(found))[:12]


def _genres(value: object) -> tuple[str, ...]:
    named = [tidy(part, 40) for text in texts_of(value)[:12] for part in text.split(",")]
    return tuple(dict.fromkeys(name for name in named if name and not name.startswith("http")))[:6]


def _notes(value: object) -> tuple[str, ...]:
    listed = [each.get("itemListElement") for each in objects(value)] or [value]
    return tuple(tidy(name, 200) for each in listed for name in names_of(each))[:12]


def _item_types(review: Thing) -> frozenset[str]:
    items = objects(review.properties.get("itemReviewed"))
    if not items and review.role in _HELD_AS_REVIEW and review.parent is not None:
        return review.parent.types
    return frozenset(kind for item in items for kind in types_of(item.get("@type")))


def _address(thing: Thing) -> str:
    properties = thing.properties
    return next(
        (text for name in ("url", "mainEntityOfPage", "@id") if (text := first_text(properties.get(name)))),
        "",
    )


def _same_page(one: str, other: str) -> bool:
    return bool(other) and _bare_address(one) == _bare_address(other)


def _bare_address(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[?#].*$|/+(?=[?#]|$)", "", address.lower())
