"""How words sound, roughly."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.matching.sounds import in_french, sound
from tests.rules.matching.shelves import Library, Named


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("schindler", "shindler"),
        ("phantom", "fantom"),
        ("knight", "knite"),
        ("coraline", "koraline"),
        ("cinema", "sinema"),
        ("gretel", "grettel"),
        ("hansel", "hanzel"),
        ("mississippi", "misisipi"),
        ("labyrinth", "labirint"),
        ("catcher", "cacher"),
        ("quentin", "kentin"),
        ("volver", "folver"),
        ("black", "blak"),
    ],
)
def test_words_that_sound_alike_are_one(one: str, other: str) -> None:
    assert sound(one) == sound(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rocky", "ricotta"),
        ("paprika", "parasite"),
        ("alien", "lion"),
        ("ratatouille", "rapunzel"),
        ("sundown", "sunrise"),
    ],
)
def test_words_that_sound_otherwise_are_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize("word", ["", "a", "io", "aeiou", "up", "брат", "se7en", "2001", "two words", "é"])
def test_what_is_too_short_or_not_latin_has_no_sound(word: str) -> None:
    assert sound(word) == ""


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=30))
def test_a_sound_is_no_longer_than_its_word_and_doubled_letters_do_not_count(word: str) -> None:
    heard = sound(word)
    assert len(heard) <= len(word)
    assert heard == "" or len(heard) >= 3
    assert all(one != other for one, other in pairwise(heard))


@pytest.mark.parametrize(
    ("heard", "written"),
    [
        ("grenooey", "grenouille"),
        ("grenooie", "grenouille"),
        ("grenwee", "grenouille"),
        ("citrouie", "citrouille"),
        ("canay", "canaille"),
        ("corbay", "corbeille"),
        ("cabaray", "cabaret"),
        ("chapo", "chapeau"),
        ("chapoh", "chapeau"),
        ("margo", "margot"),
        ("odala", "odalat"),
        ("magneek", "magnique"),
        ("mwarser", "moirser"),
        ("boolwar", "bouloir"),
    ],
)
def test_what_an_english_ear_hears_is_written_as_the_french_do(heard: str, written: str) -> None:
    assert written in in_french(heard)


@pytest.mark.parametrize("word", ["", "ay", "oui", "way", "night", "брат", "rocky", "rat"])
def test_most_words_are_written_no_other_way(word: str) -> None:
    assert list(in_french(word)) == []


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("la grenooie verte", "La Grenouille verte (1998)"),
        ("grenooey", "La Grenouille verte (1998)"),
        ("la citroui", "La Citrouille (2003)"),
        ("le shato nwar", "Le Château noir (1961)"),
    ],
)
def test_a_french_name_is_found_as_an_english_ear_hears_it(query: str, label: str) -> None:
    library = Library(
        "La Grenouille verte (1998)", "La Citrouille (2003)", "Le Château noir (1961)", "Green (1990)"
    )
    assert library.first(query) == label


def test_where_no_word_is_written_so_slips_are_looked_for_too() -> None:
    library = Library("La Grenouille verte (1998)", "Winter (1990)")
    assert library.first("grennooey verte") == "La Grenouille verte (1998)"


def test_a_word_that_the_library_knows_is_meant_as_it_is() -> None:
    library = Library(Named("Le Bureau (2015)", fame=90), "Buro (2001)", "Buroo (2002)")
    assert library.search("buro") == ("clear", ["Buro (2001)"])
