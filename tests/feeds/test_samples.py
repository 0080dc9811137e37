"""The sample set: it is read without a fault, it is as awkward as it should be, and it keeps its secrets."""

import json
import re
import unicodedata
from collections import Counter
from functools import cache

import jsonschema
import pytest

from bot.feeds.faults import Fault
from bot.feeds.form import WORDS, schema
from bot.feeds.reading import read_jsonl
from bot.rules.drafts import Draft
from bot.rules.scores import parse_score
from bot.samples import sample_path

TEXT = sample_path().read_text(encoding="utf-8")
Work = tuple[str, str | None, int | None]


@cache
def drafts() -> tuple[Draft, ...]:
    return tuple(found for found in read_jsonl(TEXT, "reviews.jsonl") if isinstance(found, Draft))


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def plain(title: str) -> str:
    """A title without case, accents and punctuation."""
    return "".join(
        words("".join(c for c in unicodedata.normalize("NFKD", title) if not unicodedata.combining(c)))
    )


def works_called(title: str) -> set[Work]:
    return {(draft.title, draft.kind, draft.year) for draft in drafts() if draft.title == title}


def test_every_sample_is_read_without_a_fault() -> None:
    assert [str(found) for found in read_jsonl(TEXT, "reviews.jsonl") if isinstance(found, Fault)] == []
    assert len(drafts()) >= 48


def test_every_sample_keeps_to_the_published_schema() -> None:
    validator = jsonschema.Draft202012Validator(schema())
    for row in TEXT.splitlines():
        validator.validate(json.loads(row))


def test_every_sample_is_a_work_of_its_own_with_an_address_of_its_own() -> None:
    assert len({(draft.title, draft.kind, draft.year, draft.season) for draft in drafts()}) == len(drafts())
    assert len({draft.url for draft in drafts()}) == len(drafts())


@pytest.mark.parametrize(
    ("title", "works"),
    [
        ("Ballerina", {("film", 2016), ("film", 2023), ("film", 2025)}),
        ("Little Women", {("film", 2019), ("series", 2022)}),
        ("Mr. & Mrs. Smith", {("film", 2005), ("series", 2024)}),
        ("Fargo", {("film", 1996), ("series", 2014)}),
        ("Westworld", {("film", 1973), ("series", 2016)}),
        ("Oldboy", {("film", 2003), ("film", 2013)}),
    ],
)
def test_works_that_share_a_title_are_all_there(title: str, works: set[tuple[str, int]]) -> None:
    assert works_called(title) == {(title, kind, year) for kind, year in works}


@pytest.mark.parametrize(
    "titles",
    [
        pytest.param(
            "Gone Girl|The Glory|Celebrity|John Wick|Nowhere|Mask Girl|Flower of Evil", id="neighbours"
        ),
        pytest.param("Amélie|Léon", id="diacritics"),
        pytest.param("Se7en|12 Angry Men|1917|2001: A Space Odyssey|21 Grams|9 to 5", id="digits"),
        pytest.param(
            "WALL·E|(500) Days of Summer|Good Bye, Lenin!|M*A*S*H|8½|tick, tick... BOOM!", id="punctuation"
        ),
        pytest.param("Everything Everywhere All at Once|What We Do in the Shadows", id="long"),
        pytest.param("Money Heist: Korea – Joint Economic Area", id="dash"),
        pytest.param("It|Her|Us|Up", id="common words"),
    ],
)
def test_awkward_titles_are_there(titles: str) -> None:
    assert [title for title in titles.split("|") if not works_called(title)] == []


@pytest.mark.parametrize(
    ("title", "original"),
    [
        ("Ballerina", "발레리나"),
        ("Spirited Away", "千と千尋の神隠し"),
        ("Parasite", "기생충"),
        ("Stalker", "Сталкер"),
        ("Leviathan", "Левиафан"),
        ("A Separation", "جدایی نادر از سیمین"),
        ("Seven Samurai", "七人の侍"),
    ],
)
def test_original_names_in_other_scripts_are_there(title: str, original: str) -> None:
    assert [draft.title for draft in drafts() if draft.original == original] == [title]


def test_a_series_stands_beside_its_seasons() -> None:
    dark = {(draft.kind, draft.season) for draft in drafts() if draft.title == "Dark"}
    assert dark == {("series", None), ("season", 1), ("season", 2), ("season", 3)}


def test_one_actor_is_spelled_in_two_ways() -> None:
    spelled = {
        credit.name: draft.title
        for draft in drafts()
        for credit in draft.people
        if "Seo" in credit.name.title()
    }
    assert {"Jeon Jong-seo", "Jeong Jong Seo"} <= set(spelled)
    assert spelled["Jeon Jong-seo"] != spelled["Jeong Jong Seo"]


def test_scores_stand_on_many_scales_and_one_is_missing() -> None:
    scales = {score.scale for draft in drafts() if (score := parse_score(draft.score_text))}
    assert {"4", "5", "10", "100", "letter", "percent"} <= scales
    assert any("★" in draft.score_text for draft in drafts())
    assert any(draft.score is None and draft.verdict for draft in drafts())


def test_the_editors_do_not_like_everything() -> None:
    verdicts = Counter(draft.verdict for draft in drafts())
    assert min(verdicts["watch"], verdicts["maybe"], verdicts["skip"]) >= 4


def test_four_editors_of_one_outlet_write_from_2023_to_november_2026() -> None:
    assert {draft.outlet for draft in drafts()} == {"The Late Row"}
    assert len({draft.author for draft in drafts()}) == 4
    dates = sorted(json.loads(row)["review"]["date"][:10] for row in TEXT.splitlines())
    assert {date[:4] for date in dates} == {"2023", "2024", "2025", "2026"}
    assert dates[-1] == "2026-11-20"


@pytest.mark.parametrize("draft", drafts(), ids=lambda draft: draft.url.rpartition("/")[2])
def test_a_sample_is_whole_and_its_summary_gives_nothing_away(draft: Draft) -> None:
    assert draft.genres
    assert draft.pros
    assert draft.cons
    assert draft.notes
    assert 2 <= len(draft.people) <= 5
    assert 2 <= len(draft.comparables) <= 4
    assert 10 <= len(draft.summary.split()) <= WORDS
    assert draft.summary.endswith((".", "?", "!"))
    told, hidden = words(draft.summary), words(draft.spoilers)
    runs = {tuple(told[at : at + 6]) for at in range(len(told) - 5)}
    assert not runs & {tuple(hidden[at : at + 6]) for at in range(len(hidden) - 5)}


def test_most_samples_have_something_to_hide() -> None:
    assert sum(bool(draft.spoilers) for draft in drafts()) >= len(drafts()) * 0.9


def test_a_comparable_that_is_in_the_set_is_written_as_its_title() -> None:
    titles = {draft.title for draft in drafts()}
    forms = {
        plain(name) for draft in drafts() for name in (draft.title, draft.original, *draft.other_names)
    } - {""}
    named = [
        comparable for draft in drafts() for comparable in draft.comparables if plain(comparable) in forms
    ]
    assert [comparable for comparable in named if comparable not in titles] == []
    assert len(named) >= 2 * len(drafts())


def test_no_work_is_compared_to_its_own_title_and_every_work_leads_to_another() -> None:
    titles = {draft.title for draft in drafts()}
    for draft in drafts():
        assert draft.title not in draft.comparables
        assert titles & set(draft.comparables)
