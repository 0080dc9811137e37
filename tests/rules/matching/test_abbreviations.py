"""Abbreviations that people use: the first letters of a name, or of what stands before its subtitle."""

import pytest

from bot.rules.matching.spelling import head, initials, lettered, romanised, shared, spelled_out
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


def test_first_letters_stand_for_what_names_begin_with_alike() -> None:
    library = Library("Harbour Patrol Stories One Winter (2003)", "Harbour Patrol Stories Cold Summer (2005)")
    assert len(library.search("hps")[1]) == 2


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
    ("form", "subtitle", "rest"),
    [
        ("night harbour the long return", "> long return", "night harbour"),
        ("night harbour long return", "> long return", "night harbour"),
        ("the long return", "> long return", ""),
        ("long return", "> long return", ""),
        ("night harbour", "> long return", ""),
    ],
)
def test_a_head_is_what_stands_before_a_subtitle(form: str, subtitle: str, rest: str) -> None:
    assert head(form, subtitle) == rest


@pytest.mark.parametrize(
    ("name", "other", "both"),
    [
        ("night harbour stories one", "night harbour stories two", "night harbour stories"),
        ("night harbour of the east", "night harbour of the west", "night harbour"),
        ("night of the east", "night of the west", ""),
        ("night harbour", "night watch", ""),
        ("night", "night", ""),
        ("night harbour", "night harbours", ""),
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
