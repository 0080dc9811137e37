"""Years, seasons and kinds beside a name tell works of one name apart."""

import pytest

from tests.rules.matching.library import FILMS


@pytest.mark.parametrize(
    "query",
    [
        "ballerina 2016", "Ballerina (2016)", "2016 ballerina", "ballerina from 2016", "ballerina, 2016",
        "ballerina '16",
        "ballerina ’16", "ballerina 16", "ballerina of 2016", "the 2016 version of ballerina",
        "ballerina the 2016 one",
        "ballerina 2016 film", "that 2016 movie ballerina", "ballerina movie from the year 2016",
        "the 2016 film ballerina",
        "is ballerina from 2016 any good", "ballerina 2016 review", "balerina 2016", "ballerina [2016]",
    ],
)  # fmt: skip
def test_a_year_chooses_in_all_its_forms(query: str) -> None:
    assert FILMS.first(query) == "Ballerina (2016)"


@pytest.mark.parametrize(
    ("query", "label"),
    [("cabin seven '16", "Cabin Seven (2016)"), ("schindlers list '93", "Schindler's List (1993)")],
)
def test_a_short_year_is_of_this_century_or_the_last(query: str, label: str) -> None:
    assert FILMS.search(query) == ("clear", [label])


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("blade runner 2049", "Blade Runner 2049 (2017)"),
        ("blade runer 2049", "Blade Runner 2049 (2017)"),
        ("blade runner 1982", "Blade Runner (1982)"),
        ("blade runner 2049 2017", "Blade Runner 2049 (2017)"),
        ("1984", "1984 (1956)"),
        ("1984 1956", "1984 (1956)"),
        ("2001 a space odyssey", "2001: A Space Odyssey (1968)"),
        ("2001 a space odyssey 1968", "2001: A Space Odyssey (1968)"),
    ],
)
def test_a_year_that_is_part_of_a_name_stays_in_it(query: str, label: str) -> None:
    assert FILMS.search(query)[1][0] == label


def test_a_year_that_is_one_off_is_forgiven_but_not_clear() -> None:
    assert FILMS.search("sundown kingdom 2011") == ("likely", ["Sundown Kingdom (2012)"])


@pytest.mark.parametrize(
    "query",
    [
        "harbour watch s12", "harbour watch S12", "harbour watch s12e03", "harbour watch s12 e3",
        "harbour watch S12E3",
        "harbour watch season 12", "harbour watch season twelve", "harbour watch season 12 episode 3",
        "harbour watch 12th season",
        "harbour watch the 12th season", "harbour watch series 12", "harbour watch staffel 12",
        "harbour watch saison 12",
        "harbour watch temporada 12", "harbour watch stagione 12", "harbour watch sezon 12",
        "harbour watch season xii",
        "is harbour watch season 12 any good", "harbour watch season 12 on netflix", "harbor watch s12",
        "harbour watch s 12",
    ],
)  # fmt: skip
def test_a_season_chooses_in_all_its_forms(query: str) -> None:
    assert FILMS.first(query) == "Harbour Watch s12 (2021)"


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("dark s2", "Dark s2 (2019)"),
        ("dark S01", "Dark s1 (2017)"),
        ("dark s2e5", "Dark s2 (2019)"),
        ("dark season two", "Dark s2 (2019)"),
        ("dark second season", "Dark s2 (2019)"),
        ("dark third season", "Dark s3 (2020)"),
        ("dark season iii", "Dark s3 (2020)"),
        ("is dark season 2 any good", "Dark s2 (2019)"),
        ("dark", "Dark (2017)"),
    ],
)
def test_one_season_of_several_is_chosen(query: str, label: str) -> None:
    assert FILMS.first(query) == label


def test_the_series_stands_in_for_an_unknown_season() -> None:
    certainty, labels = FILMS.search("dark season 9")
    assert (certainty, labels[0]) == ("likely", "Dark (2017)")


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("mirror lake movie", "Mirror Lake (2011)"),
        ("the film mirror lake", "Mirror Lake (2011)"),
        ("mirror lake tv series", "Mirror Lake (2015)"),
        ("that show called mirror lake", "Mirror Lake (2015)"),
        ("mirror lake the series", "Mirror Lake (2015)"),
        ("mirror lake miniseries", "Mirror Lake (2015)"),
    ],
)
def test_a_kind_is_preferred(query: str, label: str) -> None:
    assert FILMS.search(query) == ("clear", [label, *{"Mirror Lake (2011)", "Mirror Lake (2015)"} - {label}])


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("ballerina 2016", "Ballerina (2016)"),
        ("dark s2", "Dark s2 (2019)"),
        ("mirror lake movie", "Mirror Lake (2011)"),
        ("паприка 2006", "Paprika (2006)"),
        ("стиляги 2008", "Стиляги (2008)"),
    ],
)
def test_a_year_season_or_kind_chooses_while_typing_too(typed: str, label: str) -> None:
    assert FILMS.complete(typed)[0] == label
