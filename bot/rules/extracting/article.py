"""Puts a review article's parts together into a draft."""

from collections.abc import Callable

from bot.rules.drafts import Draft
from bot.rules.extracting.cleaning import LONGEST, read_lines, words
from bot.rules.extracting.comparables import find_comparables
from bot.rules.extracting.labels import find_genres, find_kind, find_language, find_notes, find_platform
from bot.rules.extracting.opinions import find_audience, find_points, stated_verdict
from bot.rules.extracting.people import find_people
from bot.rules.extracting.spoilers import spoiler_part
from bot.rules.extracting.summaries import summarise
from bot.rules.extracting.titles import find_name
from bot.rules.scores import find_score, verdict_for
from bot.rules.wording import capitalised

SHORTEST = 30


class NotAReview(ValueError):
    """The text is too short, or it names no work; the message says which, for people to read."""


def read_article(text: str, known_names: Callable[[str], bool] | None = None) -> Draft:
    """The draft of a review given as plain text.

    `known_names` tells whether a work of a name is known: a hint, never a condition. Raises NotAReview
    where the text has fewer than 30 words or no title can be found.
    """
    article = read_lines(text)
    if words(article.text) < SHORTEST:
        raise NotAReview("That is too short to be a review. Please send the whole article.")
    name = find_name(article, known_names)
    if name is None:
        raise NotAReview("I could not find which work this is about. Please put its title in the first line.")
    people = find_people(article.labels, (*article.head[:3], *article.sentences))
    characters = tuple(dict.fromkeys(credit.character for credit in people if credit.character))
    own_names = (name.title, *characters, *(credit.name for credit in people))
    comparables = find_comparables(article.sentences, own_names, known_names)
    pros, cons = find_points(article, characters)
    score = find_score(text[:LONGEST])
    return Draft(
        title=name.title,
        kind=find_kind(article, name.season),
        year=name.year,
        season=name.season,
        platform=find_platform(article),
        genres=find_genres(article, comparables),
        people=people,
        language=find_language(article.text),
        score_text=score.text if score else "",
        score=score.value if score else None,
        verdict=verdict_for(score) if score else stated_verdict(article.sentences),
        audience=capitalised(find_audience(article.sentences).removeprefix("for ")),
        summary=summarise(article.sentences, name.title, characters, article.closing),
        spoilers=spoiler_part(article.sentences, characters),
        pros=pros,
        cons=cons,
        comparables=comparables,
        notes=find_notes(article.sentences),
    )
