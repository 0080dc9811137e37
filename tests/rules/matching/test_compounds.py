"""Abbreviations in which a word made of two gives two letters."""

import pytest

from bot.rules.matching.compounds import beginning_with, with_a_compound
from tests.rules.matching.shelves import Library, Named

HARBOURS = Library(
    Named("Nightwatch Blues (2004)", kind="series", fame=8),
    Named("Nightwatch Blues: The Long Winter (2009)", fame=6),
    Named("The Old Sandcastle Harbour (2011)"),
    Named("Winter Blackbird Songs (2015)", fame=4),
    Named("Night Club (1990)"),
    Named("Watch the Birds (1991)"),
    Named("Sand and Stone (1992)"),
    Named("A Castle by the Sea (1993)"),
    Named("Big Blue Lake (2001)"),
    Named("Quillomant Borders Rising (2016)"),
)


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("nwb", "Nightwatch Blues (2004)"),
        ("NWB", "Nightwatch Blues (2004)"),
        ("nwb show", "Nightwatch Blues (2004)"),
        ("is nwb any good", "Nightwatch Blues (2004)"),
        ("osch", "The Old Sandcastle Harbour (2011)"),
        ("tosch", "The Old Sandcastle Harbour (2011)"),
        ("nwb the long winter", "Nightwatch Blues: The Long Winter (2009)"),
    ],
)
def test_a_word_made_of_two_may_give_two_letters(query: str, label: str) -> None:
    certainty, labels = HARBOURS.search(query)
    assert labels[0] == label
    assert certainty != "clear"


def test_parts_that_are_no_words_of_the_library_are_a_guess() -> None:
    assert HARBOURS.search("qmbr") == ("near", ["Quillomant Borders Rising (2016)"])


def test_a_whole_name_goes_before_a_longer_one() -> None:
    assert HARBOURS.search("nwb")[1] == [
        "Nightwatch Blues (2004)",
        "Nightwatch Blues: The Long Winter (2009)",
    ]


def test_first_letters_of_whole_words_go_before_a_compound() -> None:
    library = Library(
        Named("Nightwatch Blues (2004)", fame=900), "Nine White Boats (1994)", "Night (1990)", "Watch (1991)"
    )
    assert library.search("nwb")[1] == ["Nine White Boats (1994)", "Nightwatch Blues (2004)"]


@pytest.mark.parametrize("query", ["wbb", "nib", "ngb", "nwt", "wbs", "nw", "nwbtlw", "ñwb", "n1b"])
def test_other_letters_stand_for_nothing(query: str) -> None:
    (shelf,) = HARBOURS.index.shelves()
    assert list(with_a_compound(shelf, query)) == []


def test_the_last_word_gives_one_letter() -> None:
    library = Library("Winter Nightwatch (2004)", "Night (1990)", "Watch (1991)")
    assert library.search("wnw")[1] == []


@pytest.mark.parametrize(
    ("letters", "form", "words"),
    [
        ("nb", "nightwatch blues", ["nightwatch", "blues"]),
        ("nb", "> nightwatch blues again", ["nightwatch", "blues"]),
        ("nb", "the nightwatch blues", ["nightwatch", "blues"]),
        ("tnb", "the nightwatch blues", ["the", "nightwatch", "blues"]),
        ("nbx", "nightwatch blues", []),
        ("nb", "blues nightwatch", []),
        ("nb", "n", []),
    ],
)
def test_the_words_that_letters_are_the_first_of(letters: str, form: str, words: list[str]) -> None:
    assert beginning_with(letters, form) == words
