"""How sure an answer sounds."""

import pytest

from tests.rules.matching.shelves import Library, Named

THREE = ("Ballerina (2016)", "Ballerina (2023)", "Ballerina (2025)")


def test_one_work_of_exactly_this_name_is_clear() -> None:
    library = Library("Sundown Kingdom (2012)", "Sunfall (2022)")
    assert library.search("sundown kingdom") == ("clear", ["Sundown Kingdom (2012)"])


def test_works_of_one_name_are_several_with_the_newest_first() -> None:
    assert Library(*THREE).search("ballerina") == ("several", list(reversed(THREE)))


def test_a_typed_year_makes_it_clear() -> None:
    certainty, labels = Library(*THREE).search("ballerina 2023")
    assert certainty == "clear"
    assert labels[0] == "Ballerina (2023)"


def test_a_year_of_none_of_them_leaves_the_choice() -> None:
    assert Library(*THREE).search("ballerina 1999") == ("several", list(reversed(THREE)))


@pytest.mark.parametrize("year", [2011, 1999])
def test_a_wrong_year_of_the_only_work_is_no_more_than_likely(year: int) -> None:
    library = Library("Sundown Kingdom (2012)")
    assert library.search(f"sundown kingdom {year}") == ("likely", ["Sundown Kingdom (2012)"])


@pytest.mark.parametrize(("fame", "certainty"), [(24, "likely"), (23, "several"), (5, "several")])
def test_more_than_twice_the_fame_and_three_makes_the_best_guess(fame: int, certainty: str) -> None:
    library = Library(Named("Glasshouse (1996)", fame=fame), Named("Glasshouse (2018)", fame=10))
    assert library.search("glasshouse")[0] == certainty


def test_the_best_guess_stands_first() -> None:
    library = Library(Named("Glasshouse (1996)", fame=100), Named("Glasshouse (2018)", fame=10))
    assert library.first("glasshouse") == "Glasshouse (1996)"


def test_who_leaves_out_an_article_may_mean_either_name() -> None:
    library = Library(Named("The Host (2006)", fame=900), Named("Host (2020)", fame=5))
    assert library.search("host") == ("likely", ["The Host (2006)", "Host (2020)"])
    assert library.search("the host") == ("clear", ["The Host (2006)", "Host (2020)"])


def test_a_series_stands_before_its_seasons() -> None:
    library = Library("Dark s1 (2017)", "Dark s2 (2019)", Named("Dark (2017)", kind="series"))
    assert library.search("dark") == ("clear", ["Dark (2017)", "Dark s2 (2019)", "Dark s1 (2017)"])


def test_without_the_series_its_newest_season_is_likely() -> None:
    library = Library("Dark s1 (2017)", "Dark s2 (2019)")
    assert library.search("dark") == ("likely", ["Dark s2 (2019)", "Dark s1 (2017)"])


def test_a_film_and_a_series_of_one_name_are_several_until_the_kind_is_named() -> None:
    library = Library("Dark (2016)", Named("Dark (2017)", kind="series"), "Dark s1 (2017)")
    assert library.search("dark")[0] == "several"
    assert library.search("dark film")[0] == "clear"


def test_a_small_typo_is_likely_and_a_wild_one_only_near() -> None:
    library = Library("Sundown Kingdom (2012)")
    assert library.search("sundown kindom")[0] == "likely"
    assert library.search("sndwn kigdm")[0] == "near"


def test_a_typo_in_a_shared_name_leaves_the_choice() -> None:
    assert Library(*THREE).search("balerina") == ("several", list(reversed(THREE)))


def test_the_common_beginning_of_many_names_is_several() -> None:
    library = Library("Night Harbour and the Silver Key (2001)", "Night Harbour and the Iron Door (2004)")
    assert library.search("night harbour")[0] == "several"


def test_a_subtitle_alone_gives_way_to_a_work_of_that_name() -> None:
    library = Library("Iron Coast: The Last Watch (2006)", "The Last Watch (2013)")
    assert library.search("the last watch")[0] == "clear"
    assert library.first("the last watch") == "The Last Watch (2013)"
    assert library.first("the last watch 2006") == "Iron Coast: The Last Watch (2006)"


def test_unrelated_words_find_nothing() -> None:
    assert Library("Sundown Kingdom (2012)").search("qwertz uiop") == ("nothing", [])
