"""Which work a review is about: decided by what it says, refused where it says too little."""

from typing import Any

import pytest

from bot.rules.drafts import Draft
from bot.rules.identifying import NEW, AmbiguousWork, facets_of, follow_up, identify
from storage import Credit, Facet, Work, WorkId

DANCER = Work(WorkId(1), "film", "Ballerina", 2016, people=(Credit("Elle Fanning", "cast", "Félicie"),))
AVENGER = Work(
    WorkId(2),
    "film",
    "Ballerina",
    2023,
    original="발레리나",
    platform="Netflix",
    genres=("Action", "Thriller"),
    people=(Credit("Jeon Jong-seo", "cast", "Ok-ju"), Credit("Kim Ji-hoon")),
    image="https://example.org/b.jpg",
)
WICK = Work(WorkId(3), "film", "Ballerina", 2025, people=(Credit("Ana de Armas"),))
BALLERINAS = (DANCER, AVENGER, WICK)


def draft(title: str = "Ballerina", **said: Any) -> Draft:
    return Draft(title, **said)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ({"year": 2016}, DANCER),
        ({"year": 2025, "kind": "film"}, WICK),
        ({"platform": "netflix"}, AVENGER),
        ({"people": (Credit("Ana de Armas", "cast", "Eve"),)}, WICK),
        ({"people": (Credit("Kim Ji-hoon"), Credit("Nobody Known"))}, AVENGER),
        ({"original": "발레리나"}, AVENGER),
        ({"people": (Credit("Ana de Armas"),), "platform": "Netflix"}, WICK),
    ],
    ids=[
        "year",
        "year and kind",
        "platform",
        "cast",
        "one of the cast",
        "original",
        "people before platform",
    ],
)
def test_what_the_review_says_decides_between_namesakes(said: dict[str, Any], meant: Work) -> None:
    assert identify(draft(**said), BALLERINAS).id == meant.id


def test_where_nothing_decides_the_review_is_refused_with_all_that_it_could_mean() -> None:
    with pytest.raises(AmbiguousWork) as trouble:
        identify(draft(), BALLERINAS)
    assert str(trouble.value) == (
        "Ballerina could be any of: Ballerina (2025, film), Ballerina (2023, film), Ballerina (2016, film). "
        "Add the year, the kind or some of the cast."
    )


def test_only_the_ones_that_fit_equally_well_are_offered() -> None:
    second = Work(WorkId(4), "film", "Ballerina", platform="Netflix")
    with pytest.raises(AmbiguousWork) as trouble:
        identify(draft(platform="Netflix"), (DANCER, AVENGER, second))
    assert "2016" not in str(trouble.value)
    assert "(no year, film)" in str(trouble.value)


@pytest.mark.parametrize(
    "said",
    [
        {"year": 1999},
        {"kind": "series"},
        {"title": "Ballerinas"},
        {"season": 2},
        {"kind": "season", "season": 1},
    ],
)
def test_a_review_that_fits_no_known_work_is_of_a_new_one(said: dict[str, Any]) -> None:
    assert identify(draft(**said), BALLERINAS).id == NEW


def test_a_new_work_is_what_the_review_says_of_it() -> None:
    people = (Credit("Ada Moss", "director"),)
    new = identify(draft("Solo", year=2020, genres=("Drama",), people=people, platform="Mubi"), ())
    assert new == Work(NEW, "film", "Solo", 2020, platform="Mubi", genres=("Drama",), people=people)
    assert identify(draft("Dark", season=2), ()).kind == "season"


def test_seasons_and_their_series_are_works_of_their_own() -> None:
    series = Work(WorkId(1), "series", "Dark", 2017)
    first, second = (Work(WorkId(n + 1), "season", "Dark", 2016 + n, season=n) for n in (1, 2))
    known = (series, first, second)
    assert identify(draft("Dark", season=2), known).id == second.id
    assert identify(draft("Dark", season=3), known).id == NEW
    assert identify(draft("Dark"), known).id == series.id


@pytest.mark.parametrize("title", ["ballerina", "발레리나", "BALLERINA!"])
def test_a_work_goes_by_any_of_its_names_however_written(title: str) -> None:
    assert identify(draft(title, year=2023), BALLERINAS).id == AVENGER.id


def test_a_known_work_keeps_what_was_known_and_gains_what_is_new() -> None:
    merged = identify(
        draft(
            year=2023,
            platform="Somewhere Else",
            other_names=("Ballerina: Revenge",),
            genres=("Drama", "action"),
            people=(Credit("kim ji-hoon", "cast", "Choi Pro"), Credit("Lee Chung-hyun", "director")),
            image="https://example.org/other.jpg",
        ),
        BALLERINAS,
    )
    assert (merged.platform, merged.image, merged.original) == ("Netflix", AVENGER.image, "발레리나")
    assert merged.genres == ("Action", "Thriller", "Drama")
    assert merged.other_names == ("Ballerina: Revenge",)
    assert [credit.name for credit in merged.people] == ["Jeon Jong-seo", "kim ji-hoon", "Lee Chung-hyun"]
    assert merged.people[1].character == "Choi Pro"


def test_a_character_that_is_known_stays() -> None:
    merged = identify(draft(year=2023, people=(Credit("Jeon Jong-seo", "cast", "Somebody"),)), BALLERINAS)
    assert merged.people[0].character == "Ok-ju"


def test_a_name_that_a_review_uses_is_learnt() -> None:
    heist = Work(WorkId(1), "series", "Money Heist", 2017)
    merged = identify(draft("La casa de papel", other_names=("Money Heist",)), (heist,))
    assert (merged.title, merged.other_names) == ("Money Heist", ("La casa de papel",))


def test_an_edited_review_corrects_its_work() -> None:
    wrong = Work(WorkId(1), "film", "Balerina", 2032, platform="Netflix", other_names=("The Dancer",))
    mended = follow_up(draft("Ballerina", year=2023, kind="series"), wrong)
    assert (mended.id, mended.title, mended.year, mended.kind) == (1, "Ballerina", 2023, "series")
    assert (mended.platform, mended.other_names) == ("Netflix", ("The Dancer",))
    assert follow_up(draft("Amélie"), Work(WorkId(1), "film", "Amelie")).title == "Amélie"


def test_an_edited_review_under_another_name_of_its_work_does_not_rename_it() -> None:
    heist = Work(WorkId(1), "series", "Money Heist", 2017, other_names=("La casa de papel",))
    assert follow_up(draft("La casa de papel"), heist).title == "Money Heist"


def test_a_work_can_be_followed_by_its_genres_its_platform_and_its_people() -> None:
    work = Work(
        WorkId(1),
        "film",
        "Solo",
        platform="Apple TV+",
        genres=("Drama", "drama", "…"),
        people=(Credit("Léa Roy", "director"), Credit("Léa Roy", "cast")),
    )
    assert facets_of(work) == (
        Facet("genre", "drama", "drama"),
        Facet("platform", "apple-tv", "Apple TV+"),
        Facet("person", "lea-roy", "Léa Roy"),
    )
    assert facets_of(Work(WorkId(1), "film", "Solo")) == ()
