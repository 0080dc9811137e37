"""Queries with slips of the finger, of the ear and of memory; and those that are not finished yet."""

import pytest

from tests.rules.matching.library import FILMS
from tests.rules.matching.shelves import Library, Named


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("interstelar", "Interstellar (2014)"),
        ("interstellarr", "Interstellar (2014)"),
        ("inyerstellar", "Interstellar (2014)"),
        ("intertsellar", "Interstellar (2014)"),
        ("ibterstellar", "Interstellar (2014)"),
        ("nterstellar", "Interstellar (2014)"),
        ("interstella", "Interstellar (2014)"),
        ("ricky", "Rocky (1976)"),
        ("rokcy", "Rocky (1976)"),
        ("rocy", "Rocky (1976)"),
        ("rockky", "Rocky (1976)"),
        ("parasire", "Parasite (2019)"),
        ("sundown kindgom", "Sundown Kingdom (2012)"),
        ("shindlers list", "Schindler's List (1993)"),
        ("стиляги".replace("я", "и"), "Стиляги (2008)"),
        ("кинодонтас", "Κυνόδοντας (2009)"),
    ],
)
def test_one_slip_is_forgiven_but_never_clear(query: str, label: str) -> None:
    certainty, labels = FILMS.search(query)
    assert labels[0] == label
    assert certainty == "likely"


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("intrestelar", "Interstellar (2014)"),
        ("imterstelar", "Interstellar (2014)"),
        ("ratatoulie", "Ratatouille (2007)"),
        ("ratatuoile", "Ratatouille (2007)"),
        ("inglorious bastards", "Inglourious Basterds (2009)"),
        ("sudnown kindom", "Sundown Kingdom (2012)"),
        ("mulhollnad drvie", "Mulholland Drive (2001)"),
        ("koyanisquatsi", "Koyaanisqatsi (1982)"),
        ("the pricess brde", "The Princess Bride (1987)"),
        ("eternal sunshien of the spotles mind", "Eternal Sunshine of the Spotless Mind (2004)"),
    ],
)
def test_two_slips_are_forgiven_in_long_names(query: str, label: str) -> None:
    certainty, labels = FILMS.search(query)
    assert labels[0] == label
    assert certainty != "clear"


@pytest.mark.parametrize(
    ("query", "label"), [("xy", "X-Men (2000)"), ("+-", "+ (2013)"), ("brut", "Rocky (1976)")]
)
def test_short_names_forgive_little(query: str, label: str) -> None:
    assert label not in FILMS.search(query)[1]


def test_other_digits_are_no_slip_but_another_name() -> None:
    assert FILMS.first("blade runner 2048") != "Blade Runner 2049 (2017)"


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("shindler list", "Schindler's List (1993)"),
        ("interstelluh", "Interstellar (2014)"),
        ("coyaniscatsy", "Koyaanisqatsi (1982)"),
        ("inglorius basturds", "Inglourious Basterds (2009)"),
        ("mulhaland drive", "Mulholland Drive (2001)"),
        ("hanzel and grettel", "Hansel & Gretel: Oven Keepers (2013)"),
        ("parrasight", "Parasite (2019)"),
    ],
)
def test_what_was_only_heard_is_found_by_its_sound(query: str, label: str) -> None:
    assert label in FILMS.search(query)[1]


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("the island vanity", "The Island of Vanity (2018)"),
        ("eternal sunshine spotless mind", "Eternal Sunshine of the Spotless Mind (2004)"),
        ("eternal sunshine", "Eternal Sunshine of the Spotless Mind (2004)"),
        ("girl dragon tattoo", "The Girl with the Dragon Tattoo (2009)"),
        ("spotless mind", "Eternal Sunshine of the Spotless Mind (2004)"),
        ("budapest hotel", "The Grand Budapest Hotel (2014)"),
        ("fabuleux destin amelie", "Amélie (2001)"),
        ("hansel and gretel", "Hansel & Gretel: Oven Keepers (2013)"),
    ],
)
def test_words_may_be_missing(query: str, label: str) -> None:
    assert FILMS.first(query) == label


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("eternal sunshine of the endless mind", "Eternal Sunshine of the Spotless Mind (2004)"),
        ("the girl with a dragon tattoo", "The Girl with the Dragon Tattoo (2009)"),
        ("the great budapest hotel", "The Grand Budapest Hotel (2014)"),
        ("the last princess bride", "The Princess Bride (1987)"),
        ("the island of total vanity", "The Island of Vanity (2018)"),
        ("schindlers famous list", "Schindler's List (1993)"),
        ("mulholland street", "Mulholland Drive (2001)"),
    ],
)
def test_a_word_may_be_wrong_or_too_many(query: str, label: str) -> None:
    certainty, labels = FILMS.search(query)
    assert labels[0] == label
    assert certainty != "clear"


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("vanity island", "The Island of Vanity (2018)"),
        ("kingdom sundown", "Sundown Kingdom (2012)"),
        ("runner blade 2049", "Blade Runner 2049 (2017)"),
        ("hotel grand budapest", "The Grand Budapest Hotel (2014)"),
        ("the spotless mind of eternal sunshine", "Eternal Sunshine of the Spotless Mind (2004)"),
        ("gretel and hansel", "Hansel & Gretel: Oven Keepers (2013)"),
    ],
)
def test_words_may_be_shuffled(query: str, label: str) -> None:
    assert FILMS.first(query) == label


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("inters", "Interstellar (2014)"),
        ("sundo", "Sundown Kingdom (2012)"),
        ("sundown k", "Sundown Kingdom (2012)"),
        ("the grand bud", "The Grand Budapest Hotel (2014)"),
        ("grand bud", "The Grand Budapest Hotel (2014)"),
        ("fifty sha", "Fifty Shades of Grey (2015)"),
        ("50 sha", "Fifty Shades of Grey (2015)"),
        ("spiderm", "Spider-Man (2002)"),
        ("sunshine of the sp", "Eternal Sunshine of the Spotless Mind (2004)"),
        ("стил", "Стиляги (2008)"),
        ("stily", "Стиляги (2008)"),
        ("千と", "Spirited Away (2001)"),
        ("기생", "Parasite (2019)"),
        ("κυνοδ", "Κυνόδοντας (2009)"),
    ],
)
def test_a_name_may_be_typed_in_part(query: str, label: str) -> None:
    assert FILMS.first(query) == label
    assert FILMS.complete(query)[0] == label


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("schindlers list liam neeson", "Schindler's List (1993)"),
        ("ratatouille with the rat in paris", "Ratatouille (2007)"),
        ("paprika satoshi kon", "Paprika (2006)"),
        ("oskar werner rocky", "Rocky (1976)"),
        ("dogtooth yorgos lanthimos greek weird family", "Κυνόδοντας (2009)"),
    ],
)
def test_a_name_is_found_among_words_that_say_nothing_to_it(query: str, label: str) -> None:
    assert FILMS.first(query) == label


WORDY = Library(
    Named("The Harbour in Their Dreams (2009)", fame=20),
    Named("The Harbour (2006)", fame=4),
    Named("Harbour (2007)"),
    Named("Dreams (2012)", fame=9),
    Named("Magnificent Gardener Kim (2022)", kind="series", fame=30),
    Named("Magnificent (2017)"),
    Named("Magnificent Tales (2013)", fame=5),
)


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("the harbour in his dreams", "The Harbour in Their Dreams (2009)"),
        ("the harbour in his dreams finland", "The Harbour in Their Dreams (2009)"),
        ("finnish the harbour in his dreams", "The Harbour in Their Dreams (2009)"),
        ("the harbor in his dreams finland", "The Harbour in Their Dreams (2009)"),
        ("magnificent florist kim", "Magnificent Gardener Kim (2022)"),
        ("magnificent florist kim korean", "Magnificent Gardener Kim (2022)"),
    ],
)
def test_one_other_word_is_forgiven_where_several_agree(query: str, label: str) -> None:
    certainty, labels = WORDY.search(query)
    assert (certainty, labels[0]) == ("near", label)


@pytest.mark.parametrize("query", ["the harbour in my boat", "magnificent florist lee"])
def test_two_other_words_are_not(query: str) -> None:
    assert not {"The Harbour in Their Dreams (2009)", "Magnificent Gardener Kim (2022)"} & {
        WORDY.first(query)
    }


def test_another_first_or_last_word_makes_another_name() -> None:
    library = Library(
        Named("Comet Trail Forever (2016)", fame=90), Named("Comet Trail II: The Wrath of Kim (1982)", fame=5)
    )
    assert library.first("comet trail kim") == "Comet Trail II: The Wrath of Kim (1982)"


def test_another_number_is_no_other_word() -> None:
    library = Library(Named("Night 4 Train (2001)", fame=20), "Night Owl Train (1999)")
    assert library.first("night bird train finland") == "Night Owl Train (1999)"


TOGETHER = Library(
    Named("Otter-Man: Into the Otter-Maze (2018)", fame=60),
    Named("The Lamp of Harbour Street (2013)", fame=40),
    Named("The Otter (1999)"),
    Named("Maze (2001)"),
    Named("Lamp (2004)", fame=5),
    Named("Harbourmaster (2009)"),
)


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("ottermaze", "Otter-Man: Into the Otter-Maze (2018)"),
        ("that ottermaze movie", "Otter-Man: Into the Otter-Maze (2018)"),
        ("harbourstreet lamp", "The Lamp of Harbour Street (2013)"),
        ("lamp of harbourstreet", "The Lamp of Harbour Street (2013)"),
        ("harbourmaster", "Harbourmaster (2009)"),
    ],
)
def test_two_words_inside_a_name_may_run_together(query: str, label: str) -> None:
    assert TOGETHER.first(query) == label


@pytest.mark.parametrize("query", ["mazelamp", "ottlamp", "lampmazeotter"])
def test_words_that_no_name_holds_together_are_not_cut(query: str) -> None:
    assert TOGETHER.search(query) == ("nothing", [])


def test_an_answer_by_a_word_cut_in_two_is_never_more_than_near() -> None:
    library = Library(Named("A Copper Heart: The Ines Valdemar Story (2014)", fame=30))
    assert library.search("copperheart") == ("near", ["A Copper Heart: The Ines Valdemar Story (2014)"])
