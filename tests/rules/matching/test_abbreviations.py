"""Abbreviations that people use: the first letters of a name, or of what stands before its subtitle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.matching.spelling import (
    first_letters,
    head,
    initials,
    is_of_a_to_z,
    lettered,
    other_spellings,
    romanised,
    shared,
    spelled_out,
)
from tests.rules.matching.shelves import Library, Named

SAGAS = Library(
    Named("The Lord of the Rings: The Fellowship of the Ring (2001)", fame=90),
    Named("The Lord of the Rings: The Two Towers (2002)", fame=80),
    Named("The Lord of the Rings: The Return of the King (2003)", fame=85),
    Named("Game of Thrones (2011)", kind="series", fame=90),
    Named("Game of Thrones s1 (2011)"),
    Named("Game of Thrones s4 (2014)"),
    Named("Guardians of the Galaxy (2014)", fame=60),
    Named("Guardians of the Galaxy Vol. 2 (2017)", fame=50),
    Named("Guardians of the Galaxy Vol. 3 (2023)", fame=40),
    Named("Attack on Titan (2013)", kind="series", fame=50),
    Named("Brooklyn Nine-Nine (2013)", kind="series", fame=30),
    Named("How I Met Your Mother (2005)", kind="series", fame=40),
    Named("Mission: Impossible - Ghost Protocol (2011)", fame=40),
    Named("Mission: Impossible - Rogue Nation (2015)", fame=35),
    Named("Back to the Future (1985)", fame=70),
    Named("Better Call Saul (2015)", kind="series", fame=60),
    Named("The Grand Budapest Hotel (2014)", fame=50),
    Named("Paper Harbour (2003)"),
    Named("Lotte (2010)"),
)


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("got", "Game of Thrones (2011)"),
        ("GOT", "Game of Thrones (2011)"),
        ("aot", "Attack on Titan (2013)"),
        ("himym", "How I Met Your Mother (2005)"),
        ("bttf", "Back to the Future (1985)"),
        ("bcs", "Better Call Saul (2015)"),
        ("tgbh", "The Grand Budapest Hotel (2014)"),
        ("gbh", "The Grand Budapest Hotel (2014)"),
        ("bnn", "Brooklyn Nine-Nine (2013)"),
        ("gotg", "Guardians of the Galaxy (2014)"),
    ],
)
def test_first_letters_stand_for_a_whole_name(query: str, label: str) -> None:
    certainty, labels = SAGAS.search(query)
    assert labels[0] == label
    assert certainty != "clear"


def test_first_letters_stand_for_what_several_names_share_before_their_subtitles() -> None:
    for query in ("lotr", "tlotr"):
        certainty, labels = SAGAS.search(query)
        assert {label[:21] for label in labels[:3]} == {"The Lord of the Rings"}
        assert certainty in ("likely", "several")


def test_first_letters_stand_for_what_stands_before_a_subtitle() -> None:
    library = Library("Paper Harbour Tales: The Long Night (2003)", "Paper Moon (1973)")
    assert library.first("pht") == "Paper Harbour Tales: The Long Night (2003)"


@pytest.mark.parametrize("query", ["tln", "is tln any good", "tln movie"])
def test_first_letters_stand_for_a_subtitle_with_its_article(query: str) -> None:
    library = Library("Paper Harbour Tales: The Long Night (2003)", "Long Day (1973)")
    assert library.first(query) == "Paper Harbour Tales: The Long Night (2003)"


def test_first_letters_stand_for_what_names_begin_with_alike() -> None:
    library = Library("Harbour Patrol Stories One Winter (2003)", "Harbour Patrol Stories Cold Summer (2005)")
    assert len(library.search("hps")[1]) == 2


def test_first_letters_of_a_whole_name_go_before_those_of_what_names_begin_with() -> None:
    library = Library(
        Named("Harbour Patrol Stories One Winter (2003)", fame=3),
        Named("Harbour Patrol Stories Cold Summer (2005)", fame=3),
        Named("Hidden Paper Ships (1995)", kind="series", fame=3),
    )
    certainty, labels = library.search("hps")
    assert (certainty, labels[0]) == ("several", "Hidden Paper Ships (1995)")


def test_much_fame_outdoes_that() -> None:
    library = Library(
        Named("Harbour Patrol Stories: Long Winter (2003)", fame=300),
        Named("Hidden Paper Ships (1995)", fame=3),
    )
    assert library.first("hps") == "Harbour Patrol Stories: Long Winter (2003)"


@pytest.mark.parametrize("query", ["hps show", "hps anime", "that show hps", "hps tv series"])
def test_a_kind_beside_first_letters_outdoes_fame(query: str) -> None:
    library = Library(
        Named("Hidden Paper Ships (1995)", kind="series"), Named("Harbour Patrol Songs (2003)", fame=300)
    )
    assert library.first("hps") == "Harbour Patrol Songs (2003)"
    assert library.first("hps movie") == "Harbour Patrol Songs (2003)"
    assert library.first(query) == "Hidden Paper Ships (1995)"


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("gotg 2", "Guardians of the Galaxy Vol. 2 (2017)"),
        ("gotg vol 3", "Guardians of the Galaxy Vol. 3 (2023)"),
        ("gotg iii", "Guardians of the Galaxy Vol. 3 (2023)"),
        ("lotr two towers", "The Lord of the Rings: The Two Towers (2002)"),
        ("lotr the return king", "The Lord of the Rings: The Return of the King (2003)"),
        ("lotr: the fellowship of the ring", "The Lord of the Rings: The Fellowship of the Ring (2001)"),
        ("mi rogue nation", "Mission: Impossible - Rogue Nation (2015)"),
        ("got s4", "Game of Thrones s4 (2014)"),
        ("got season 1", "Game of Thrones s1 (2011)"),
        ("is aot any good", "Attack on Titan (2013)"),
        ("have you seen himym", "How I Met Your Mother (2005)"),
        ("gotg 2017", "Guardians of the Galaxy Vol. 2 (2017)"),
    ],
)
def test_an_abbreviation_may_stand_among_more_words(query: str, label: str) -> None:
    assert SAGAS.first(query) == label


def test_an_abbreviation_is_suggested_while_typing() -> None:
    assert "Game of Thrones (2011)" in SAGAS.complete("got")
    assert "Attack on Titan (2013)" in SAGAS.complete("aot")


def test_a_name_goes_before_what_it_abbreviates() -> None:
    library = Library("Got (2020)", Named("Game of Thrones (2011)", kind="series", fame=99))
    assert library.search("got") == ("clear", ["Got (2020)"])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("game of thrones", ["got"]),
        ("the grand budapest hotel", ["tgbh", "gbh"]),
        ("brooklyn 99", ["b99"]),
        ("the host", []),
        ("host", []),
        ("3 33", []),
        ("夜 の 港", []),
        ("a b c d e f g h", []),
    ],
)
def test_initials_of_a_name(name: str, expected: list[str]) -> None:
    assert list(initials(name)) == expected


# Signs that make a difference to first letters: digits, articles, other letters, and of two bytes too.
NAMES = st.lists(
    st.lists(st.text("ab7é夜", min_size=1, max_size=3) | st.just("the"), max_size=9).map(" ".join), max_size=9
)


@given(NAMES)
def test_first_letters_found_at_once_lead_to_the_same_initials(names: list[str]) -> None:
    letters = first_letters(names)
    assert len(letters) == len(names)
    for name, firsts in zip(names, letters, strict=True):
        words = name.split()
        for end in range(len(words) + 1):
            beginning = " ".join(words[:end])
            assert initials(beginning, firsts) == initials(beginning)


@pytest.mark.parametrize(
    ("letters", "form", "words"),
    [
        ("got", "game of thrones", "game of thrones"),
        ("gotg", "guardians of the galaxy vol 2", "guardians of the galaxy"),
        ("lotr", "the lord of the rings the two towers", "lord of the rings"),
        ("xyz", "game of thrones", ""),
        ("got", "", ""),
    ],
)
def test_letters_are_written_in_full(letters: str, form: str, words: str) -> None:
    assert spelled_out(letters, form) == words


@pytest.mark.parametrize(
    ("name", "subtitle", "rest"),
    [
        ("night harbour the long return", "long return", "night harbour"),
        ("night harbour long return", "long return", "night harbour"),
        ("the long return", "long return", ""),
        ("long return", "long return", ""),
        ("night harbour", "long return", ""),
    ],
)
def test_a_head_is_what_stands_before_a_subtitle(name: str, subtitle: str, rest: str) -> None:
    assert head(name, subtitle) == rest


@pytest.mark.parametrize(
    ("name", "other", "both"),
    [
        ("night harbour stories one", "night harbour stories two", "night harbour stories"),
        ("night harbour of the east", "night harbour of the west", "night harbour"),
        ("night of the east", "night of the west", ""),
        ("night harbour", "night watch", ""),
        ("night", "night", ""),
        ("night harbour", "night harbours", ""),
        ("", "night harbour", ""),
    ],
)
def test_what_two_names_begin_with_alike(name: str, other: str, both: str) -> None:
    assert shared(name, other) == both


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("se7en", {"seven", "seten"}),
        ("l3on", {"leon"}),
        ("scr4m", {"scram"}),
        ("rocky 2", set()),
        ("2001", set()),
        ("x2", set()),
    ],
)
def test_digits_inside_words_look_like_letters(form: str, expected: set[str]) -> None:
    assert expected <= set(lettered(form))
    assert bool(expected) == bool(set(lettered(form)))


@pytest.mark.parametrize(
    ("words", "latin"),
    [
        ("брат", "brat"),
        ("κυνοδοντας", "kynodontas"),
        ("パプリカ", "papurika"),
        ("기생충", "gisaengchung"),
        ("rocky", "rocky"),
        ("", ""),
    ],
)
def test_a_name_in_latin_letters(words: str, latin: str) -> None:
    assert romanised(words) == latin


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("брат", {"brat"}),
        ("l3on", {"leon"}),
        ("= l3on", {"leon"}),
        ("> брат и", set()),
        ("rocky 2", set()),
        ("night harbour", set()),
    ],
)
def test_other_spellings_are_latin_letters_and_letters_for_digits(form: str, expected: set[str]) -> None:
    assert expected <= set(other_spellings(form))
    assert bool(expected) == bool(set(other_spellings(form)))


@given(st.text("ab c13é夜?", max_size=9), st.sampled_from(["", "= ", "> "]))
def test_what_is_of_a_to_z_has_no_other_spellings(words: str, mark: str) -> None:
    assert not (is_of_a_to_z(mark + words) and set(other_spellings(mark + words)))


def test_what_is_of_a_to_z_is_told_with_its_mark() -> None:
    assert is_of_a_to_z("> night harbour")
    assert not is_of_a_to_z("night harbour 2")
