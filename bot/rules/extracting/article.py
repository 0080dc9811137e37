"""Puts a review article's parts together into a draft."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from bot.rules.drafts import Draft, Evidence
from bot.rules.extracting.cleaning import LONGEST, Article, read_lines, split_sentences, words
from bot.rules.extracting.comparables import find_comparables
from bot.rules.extracting.famous_names import Known, known_or_famous
from bot.rules.extracting.labels import (
    find_genres,
    find_kind,
    find_notes,
    find_platform,
    sure_of_kind,
)
from bot.rules.extracting.languages import find_language
from bot.rules.extracting.opinions import find_audience, find_points
from bot.rules.extracting.own_name import same
from bot.rules.extracting.own_scores import OwnScore, find_score
from bot.rules.extracting.people import find_people
from bot.rules.extracting.quoting import Quotations
from bot.rules.extracting.sections import reviewed_in_sections
from bot.rules.extracting.spoilers import spoiler_part
from bot.rules.extracting.summaries import summarise
from bot.rules.extracting.titles import Name, doubtful_name, find_name
from bot.rules.extracting.uncased import is_uncased
from bot.rules.extracting.verdicts import Judgement, find_verdict
from bot.rules.wording import capitalised

SHORTEST = 30
LONGEST_TITLE = 200
# How far the fields can be trusted whose finders do not say: cautious guesses, not measured.
_USUALLY_RIGHT = {
    "platform": 0.75, "genres": 0.6, "people": 0.75, "audience": 0.6, "summary": 0.6, "spoilers": 0.6,
    "pros": 0.5, "cons": 0.5, "comparables": 0.65, "notes": 0.5,
}  # fmt: skip


class NotAReview(ValueError):
    """The text is too short, or it names no work; the message says which, for people to read."""


def read_article(text: str, known_names: Callable[[str], bool] | None = None) -> Draft:
    """The draft of a review given as plain text, with the words that each of its fields rests on.

    `known_names` tells whether a work of a name is known, besides those that everybody knows: a hint,
    never a condition. Raises NotAReview where the text has fewer than 30 words, or no title can be found and
    it does not read as a review that gives a score or is all in small letters; such a review is kept under
    its likeliest title, with little trust in it.
    """
    text = text[:LONGEST]
    article = read_lines(text)
    if words(article.text) < SHORTEST:
        raise NotAReview("That is too short to be a review. Please send the whole article.")
    known = known_or_famous(known_names)
    name = find_name(article, known)
    own = find_score(text, name.title if name else "")
    name = name or (doubtful_name(article, known) if own or is_uncased(article) else None)
    if name is None:
        raise NotAReview("I could not find which work this is about. Please put its title in the first line.")
    judgement = find_verdict(own, article)
    draft = _with_story(_draft(article, name, own, judgement, known), article)
    quotations = Quotations(text)
    evidence = {
        **{field: quotations.around(said, _USUALLY_RIGHT[field]) for field, said in _told(draft)},
        **_weighed(article, name, own, judgement, quotations),
    }
    return replace(draft, evidence=evidence, text=text)


def _draft(
    article: Article,
    name: Name,
    own: OwnScore | None,
    judgement: Judgement | None,
    known: Known,
) -> Draft:
    people = find_people(article.labels, (*article.head[:3], *article.sentences), known)
    characters = (credit.character for credit in people if credit.character)
    own_names = (name.title, *characters, *(credit.name for credit in people))
    reviewed_too = reviewed_in_sections(article)
    compared = find_comparables(article.sentences, own_names, known)
    comparables = tuple(other for other in compared if same(other) not in reviewed_too)
    return Draft(
        title=name.title[:LONGEST_TITLE],
        kind=find_kind(article, name.season),
        year=name.year,
        season=name.season,
        platform=find_platform(article),
        genres=find_genres(article, comparables),
        people=people,
        language=find_language(article.text),
        score_text=own.score.text if own else "",
        score=own.score.value if own else None,
        verdict=judgement.verdict if judgement else None,
        audience=capitalised(find_audience(article.sentences).removeprefix("for ")),
        comparables=comparables,
        notes=find_notes(article.sentences),
    )


def _with_story(draft: Draft, article: Article) -> Draft:
    """Adds what may be said of the story, and what only those who ask may read."""
    characters = tuple(dict.fromkeys(credit.character for credit in draft.people if credit.character))
    pros, cons = find_points(article, characters)
    return replace(
        draft,
        summary=summarise(article.sentences, draft.title, characters, article.closing, draft.verdict),
        spoilers=spoiler_part(article.sentences, characters),
        pros=pros,
        cons=cons,
    )


def _weighed(
    article: Article, name: Name, own: OwnScore | None, judgement: Judgement | None, quotations: Quotations
) -> dict[str, Evidence]:
    """The evidence of the fields whose finders say how sure they are."""
    found = {
        "title": quotations.around(name.title, name.sure),
        "kind": quotations.around(name.title, sure_of_kind(article, name.season)),
        "language": quotations.around(article.lines[0], 0.9),
    }
    if name.year is not None:
        found["year"] = quotations.around(str(name.year), min(0.9, name.sure + 0.1))
    if name.season is not None:
        found["season"] = quotations.around(name.title, min(0.85, name.sure + 0.1))
    if own:
        found["score"] = found["score_text"] = quotations.around(own.score.text, own.sure)
    if judgement:
        found["verdict"] = quotations.around(judgement.words, judgement.sure)
    return found


def _told(draft: Draft) -> Iterator[tuple[str, str]]:
    """The other fields that are set, each with words of the article that speak of it."""
    if draft.people:
        yield "people", draft.people[0].name
    if draft.notes:
        yield "notes", draft.notes[0]
    for field in ("platform", "audience"):
        if said := getattr(draft, field):
            yield field, said
    for field in ("summary", "spoilers"):
        if sentences := split_sentences(getattr(draft, field)):
            yield field, sentences[0]
    for field in ("genres", "pros", "cons", "comparables"):
        if listed := getattr(draft, field):
            yield field, listed[0]
