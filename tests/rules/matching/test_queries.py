"""What people type, and the work that they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.matching.shelves import Library, Named

LIBRARY = Library(
    Named("Ballerina (2016)"),
    Named("Ballerina (2023)"),
    Named("Ballerina (2025)"),
    Named("Dark (2017)", kind="series"),
    Named("Dark s1 (2017)"),
    Named("Dark s2 (2019)"),
    Named("Mirror Lake (2011)"),
    Named("Mirror Lake (2015)", kind="series"),
    Named("Spider-Man (2002)"),
    Named("WALL·E (2008)"),
    Named("Schindler's List (1993)"),
    Named("Hansel & Gretel: Witch Hunters (2013)"),
    Named("The Godfather (1972)"),
    Named("The Godfather: Part II (1974)"),
    Named("Fifty Shades of Grey (2015)"),
    Named("Patient Seven (2016)"),
    Named("2:22 (2017)"),
    Named("Scary Movie (2000)"),
    Named("Blade Runner (1982)"),
    Named("Blade Runner 2049 (2017)"),
    Named("The Land of Hypocrisy (2018)"),
    Named("The Princess Bride (1987)"),
    Named("Hail Satan? (2019)"),
    Named("Not Cool (2014)"),
    Named("Is Paris Burning? (1966)"),
    Named("Amélie (2001)", also=("Le Fabuleux Destin d'Amélie Poulain",)),
    Named("Spirited Away (2001)", also=("千と千尋の神隠し", "Sen to Chihiro no kamikakushi")),
    Named("Крид (2015)"),
    Named("المومياء (1969)"),
    Named("+ (2013)"),
)


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("ballerina 2023", "Ballerina (2023)"),
        ("Ballerina (2016)", "Ballerina (2016)"),
        ("2025 ballerina", "Ballerina (2025)"),
        ("balerina 2016", "Ballerina (2016)"),
        ("blade runner 2049", "Blade Runner 2049 (2017)"),
        ("blade runer 2049", "Blade Runner 2049 (2017)"),
        ("blade runner 1982", "Blade Runner (1982)"),
    ],
)
def test_a_year_chooses_unless_it_is_part_of_the_name(query: str, label: str) -> None:
    assert LIBRARY.first(query) == label


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("dark s2", "Dark s2 (2019)"),
        ("dark S01", "Dark s1 (2017)"),
        ("dark s2e5", "Dark s2 (2019)"),
        ("dark season two", "Dark s2 (2019)"),
        ("is dark season 2 any good", "Dark s2 (2019)"),
        ("dark season 9", "Dark (2017)"),
        ("dark", "Dark (2017)"),
    ],
)
def test_a_season_chooses_and_its_series_stands_in_for_an_unknown_one(query: str, label: str) -> None:
    assert LIBRARY.first(query) == label


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("mirror lake movie", "Mirror Lake (2011)"),
        ("the film mirror lake", "Mirror Lake (2011)"),
        ("mirror lake tv series", "Mirror Lake (2015)"),
        ("that show called mirror lake", "Mirror Lake (2015)"),
        ("scary movie", "Scary Movie (2000)"),
    ],
)
def test_a_kind_is_preferred_unless_the_word_is_part_of_the_name(query: str, label: str) -> None:
    assert LIBRARY.first(query) == label


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("is hail satan? any good", "Hail Satan? (2019)"),
        ("hey bot, not cool worth watching?", "Not Cool (2014)"),
        ("have you reviewed schindlers list", "Schindler's List (1993)"),
        ("what did you think of the godfather", "The Godfather (1972)"),
        ("show me blade runner please", "Blade Runner (1982)"),
        ("that film called spiderman", "Spider-Man (2002)"),
        ("the princess bride review", "The Princess Bride (1987)"),
        ("scary movie on netflix", "Scary Movie (2000)"),
        ("is paris burning", "Is Paris Burning? (1966)"),
    ],
)
def test_chat_around_a_name_is_passed_over(query: str, label: str) -> None:
    assert LIBRARY.search(query) == ("clear", [label])


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("spiderman", "Spider-Man (2002)"),
        ("spider man", "Spider-Man (2002)"),
        ("walle", "WALL·E (2008)"),
        ("wall-e", "WALL·E (2008)"),
        ("theprincess bride", "The Princess Bride (1987)"),
        ("hansel and gretel witch hunters", "Hansel & Gretel: Witch Hunters (2013)"),
        ("Schindler`s List", "Schindler's List (1993)"),
        ("amelie", "Amélie (2001)"),
        ("princess bride", "The Princess Bride (1987)"),
        ("the blade runner", "Blade Runner (1982)"),
        ("witch hunters", "Hansel & Gretel: Witch Hunters (2013)"),
    ],
)
def test_spelling_spaces_articles_and_subtitles_are_forgiven(query: str, label: str) -> None:
    assert LIBRARY.first(query) == label


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("godfather 2", "The Godfather: Part II (1974)"),
        ("the godfather part two", "The Godfather: Part II (1974)"),
        ("godfather ii", "The Godfather: Part II (1974)"),
        ("50 shades of grey", "Fifty Shades of Grey (2015)"),
        ("patient 7", "Patient Seven (2016)"),
        ("two 22", "2:22 (2017)"),
    ],
)
def test_numbers_are_the_same_in_digits_words_and_roman(query: str, label: str) -> None:
    assert LIBRARY.first(query) == label


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("shindlers list", "Schindler's List (1993)"),
        ("blaed runner", "Blade Runner (1982)"),
        ("the princes bird", "The Princess Bride (1987)"),
        ("the land hypocrisy", "The Land of Hypocrisy (2018)"),
        ("hypocrisy land", "The Land of Hypocrisy (2018)"),
        ("fifty sha", "Fifty Shades of Grey (2015)"),
        ("fabuleux destin amelie", "Amélie (2001)"),
        ("schindlers list liam neeson", "Schindler's List (1993)"),
    ],
)
def test_typos_missing_words_and_beginnings_find_the_nearest(query: str, label: str) -> None:
    assert LIBRARY.first(query) == label


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("крид", "Крид (2015)"),
        ("КРИД", "Крид (2015)"),
        ("千と千尋の神隠し", "Spirited Away (2001)"),
        ("千と千尋", "Spirited Away (2001)"),
        ("\u202bالمومياء\u202c", "المومياء (1969)"),
        ("+", "+ (2013)"),
    ],
)
def test_names_in_any_script_are_found(query: str, label: str) -> None:
    assert LIBRARY.first(query) == label


@pytest.mark.parametrize("query", ["", "   ", "\x00\x1b", "🍿", "qqqq zzzz", "\u200f\u202e", "x" * 10_000])
def test_nothing_is_found_where_nothing_is_meant(query: str) -> None:
    assert LIBRARY.search(query) == ("nothing", [])


@given(st.text(max_size=300) | st.text("the is 2 s movie?", max_size=300))
def test_any_text_is_answered(query: str) -> None:
    found = LIBRARY.index.search(query, limit=3)
    assert len(found.matches) <= 3
    assert all(0 <= match.score <= 1 for match in found.matches)
    assert (found.certainty == "nothing") == (not found.matches)
    assert len({match.work for match in found.matches}) == len(found.matches)
    LIBRARY.index.complete(query)
    LIBRARY.index.known(query)


@pytest.mark.parametrize("query", ["ballerina " * 1000, "is it " * 2000, "é" * 10_000, "ﷺ" * 10_000])
def test_a_very_long_query_is_answered_too(query: str) -> None:
    assert len(LIBRARY.search(query)[1]) <= 5
