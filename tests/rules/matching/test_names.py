"""Queries that are a name as it is written somewhere: in another language or script, or more carelessly."""

import pytest

from tests.rules.matching.library import FILMS
from tests.rules.matching.shelves import Library


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("das boot", "Das Boot (1981)"),
        ("the boat", "Das Boot (1981)"),
        ("el laberinto del fauno", "Pan's Labyrinth (2006)"),
        ("män som hatar kvinnor", "The Girl with the Dragon Tattoo (2009)"),
        ("verblendung", "The Girl with the Dragon Tattoo (2009)"),
        ("le fabuleux destin d'amelie poulain", "Amélie (2001)"),
        ("sen to chihiro no kamikakushi", "Spirited Away (2001)"),
        ("gisaengchung", "Parasite (2019)"),
        ("hipsters", "Стиляги (2008)"),
        ("dogtooth", "Κυνόδοντας (2009)"),
    ],
)
def test_original_english_and_local_names_are_the_same_work(query: str, label: str) -> None:
    assert FILMS.search(query) == ("clear", [label])


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("стиляги", "Стиляги (2008)"),
        ("СТИЛЯГИ", "Стиляги (2008)"),
        ("千と千尋の神隠し", "Spirited Away (2001)"),
        ("千と千尋", "Spirited Away (2001)"),
        ("パプリカ", "Paprika (2006)"),
        ("ﾊﾟﾌﾟﾘｶ", "Paprika (2006)"),
        ("기생충", "Parasite (2019)"),
        ("기 생 충", "Parasite (2019)"),
        ("아가씨", "The Handmaiden (2016)"),
        ("κυνόδοντας", "Κυνόδοντας (2009)"),
        ("ΚΥΝΟΔΟΝΤΑΣ", "Κυνόδοντας (2009)"),
        ("κυνοδοντας", "Κυνόδοντας (2009)"),
        ("ψυχη βαθια", "Ψυχή βαθιά (2009)"),
        ("\u202bالمومياء\u202c", "المومياء (1969)"),
        ("+", "+ (2013)"),
    ],
)
def test_names_in_any_script_are_found(query: str, label: str) -> None:
    assert FILMS.first(query) == label


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("stilyagi", "Стиляги (2008)"),
        ("brat", "Брат (1997)"),
        ("ironiya sudby", "Ирония судьбы (1976)"),
        ("ironia sudbi", "Ирония судьбы (1976)"),
        ("kynodontas", "Κυνόδοντας (2009)"),
        ("kinodontas", "Κυνόδοντας (2009)"),
        ("papurika", "Paprika (2006)"),
        ("gisaengchung", "Parasite (2019)"),
        ("agassi", "The Handmaiden (2016)"),
    ],
)
def test_a_name_in_another_script_is_found_in_latin_letters(query: str, label: str) -> None:
    assert FILMS.first(query) == label


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("интерстеллар", "Interstellar (2014)"),
        ("рокки 2", "Rocky II (1979)"),
        ("паразит", "Parasite (2019)"),
        ("блейд раннер", "Blade Runner (1982)"),
        ("メモリー パプリカ", "Paprika (2006)"),
    ],
)
def test_a_latin_name_is_found_in_another_script(query: str, label: str) -> None:
    assert label in FILMS.search(query)[1]


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("princess bride", "The Princess Bride (1987)"),
        ("grand budapest hotel", "The Grand Budapest Hotel (2014)"),
        ("the sundown kingdom", "Sundown Kingdom (2012)"),
        ("a sundown kingdom", "Sundown Kingdom (2012)"),
        ("boot", "Das Boot (1981)"),
        ("haine", "La Haine (1995)"),
        ("avventura", "L'Avventura (1960)"),
        ("lavventura", "L'Avventura (1960)"),
        ("laberinto del fauno", "Pan's Labyrinth (2006)"),
        ("princess bride, the", "The Princess Bride (1987)"),
    ],
)
def test_an_article_may_be_missing_or_too_many(query: str, label: str) -> None:
    assert FILMS.first(query) == label


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("oven keepers", "Hansel & Gretel: Oven Keepers (2013)"),
        ("the last watch", "Iron Coast: The Last Watch (2006)"),
        ("last watch", "Iron Coast: The Last Watch (2006)"),
        ("return to calais", "Night Ferry - Return to Calais (2010)"),
        ("a space odyssey", "2001: A Space Odyssey (1968)"),
        ("space odyssey", "2001: A Space Odyssey (1968)"),
    ],
)
def test_a_subtitle_alone_is_enough_but_never_clear(query: str, label: str) -> None:
    certainty, labels = FILMS.search(query)
    assert (certainty, labels[0]) == ("likely", label)


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("hansel and gretel oven keepers", "Hansel & Gretel: Oven Keepers (2013)"),
        ("hansel & gretel: oven keepers", "Hansel & Gretel: Oven Keepers (2013)"),
        ("hansel&gretel oven keepers", "Hansel & Gretel: Oven Keepers (2013)"),
        ("salt & vinegar", "Salt and Vinegar (2004)"),
        ("salt&vinegar", "Salt and Vinegar (2004)"),
        ("salt n vinegar", "Salt and Vinegar (2004)"),
        ("salt vinegar", "Salt and Vinegar (2004)"),
    ],
)
def test_and_may_be_written_in_any_way(query: str, label: str) -> None:
    assert FILMS.first(query) == label


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("amelie", "Amélie (2001)"),
        ("ame\u0301lie", "Amélie (2001)"),
        ("Ämèlíê", "Amélie (2001)"),
        ("smorrebrod i arhus", "Smørrebrød i Århus (2003)"),
        ("lodz noir", "Łódź Noir (2011)"),
        ("ŁÓDŹ NOIR", "Łódź Noir (2011)"),
        ("man som hatar kvinnor", "The Girl with the Dragon Tattoo (2009)"),
        ("schindler’s list", "Schindler's List (1993)"),
        ("Schindler`s List!!", "Schindler's List (1993)"),
        ("ｒｏｃｋｙ", "Rocky (1976)"),
        ("is, paris... burning?", "Is Paris Burning? (1966)"),
    ],
)
def test_accents_case_and_punctuation_do_not_matter(query: str, label: str) -> None:
    assert FILMS.search(query) == ("clear", [label])


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("spiderman", "Spider-Man (2002)"),
        ("spider man", "Spider-Man (2002)"),
        ("spider-man", "Spider-Man (2002)"),
        ("walle", "WALL·E (2008)"),
        ("wall-e", "WALL·E (2008)"),
        ("wall e", "WALL·E (2008)"),
        ("xmen", "X-Men (2000)"),
        ("x men", "X-Men (2000)"),
        ("sun down kingdom", "Sundown Kingdom (2012)"),
        ("inter stellar", "Interstellar (2014)"),
        ("sundownkingdom", "Sundown Kingdom (2012)"),
        ("theprincess bride", "The Princess Bride (1987)"),
        ("grandbudapesthotel", "The Grand Budapest Hotel (2014)"),
        ("bladerunner2049", "Blade Runner 2049 (2017)"),
    ],
)
def test_words_may_be_joined_or_split(query: str, label: str) -> None:
    certainty, labels = FILMS.search(query)
    assert labels[0] == label
    assert certainty in ("clear", "likely")


def test_an_exact_name_in_one_language_goes_before_a_loose_one_in_another() -> None:
    library = Library("The Host (2006)", "Host (2020)")
    assert library.first("host") == "Host (2020)"
    assert library.first("the host") == "The Host (2006)"
