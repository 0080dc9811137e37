"""The reviewed work is found in headlines of many kinds."""

import pytest

from bot.rules.extracting.cleaning import read_lines
from bot.rules.extracting.titles import Name, doubtful_name, find_name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Lanternfish Review", Name("Lanternfish")),
        ("Lanternfish (Movie) Review", Name("Lanternfish")),
        ("Lanternfish Netflix Review – Trailer", Name("Lanternfish")),
        ("Review: Lanternfish", Name("Lanternfish")),
        ("Movie Review: Cold Harbour", Name("Cold Harbour")),
        ("Really Late Review – Cold Harbour\n\nCold Harbour is old.", Name("Cold Harbour")),
        ("Review : Spokes (2009)", Name("Spokes", 2009)),
        ("[3.50/10] Spokes (2018)", Name("Spokes", 2018)),
        ("Spooky month 2021 #20 – Studio – The Glass Fjord (1952)", Name("The Glass Fjord", 1952)),
        ("Dark Harbour season 2 review", Name("Dark Harbour", season=2)),
        ("Dark Harbour season four review: it returns", Name("Dark Harbour", season=4)),
        ("Watch or wait: ‘Dark Harbour’ Season 5 on Netflix, quietly", Name("Dark Harbour", season=5)),
        ("“Lanternfish” (2021) | Series on Hulu. Review: A cold fish", Name("Lanternfish", 2021)),
        ("Spokes: Series Review", Name("Spokes")),
        ("Spokes ★★½", Name("Spokes")),
        ("A pun on water\nRosa Quint reviews Cold Harbour", Name("Cold Harbour")),
        ("It rains\nThe Long Ferry is a quiet film\nI saw 'The Long Ferry' alone.", Name("The Long Ferry")),
        ("'The Long Ferry'", Name("The Long Ferry")),
        ("Rosa Quint reviews My Old Harbour", Name("My Old Harbour")),
        ("My Lanternfish review", Name("Lanternfish")),
        ("Tide review\nIn The Tide it rains. The Tide is wet. I like The Tide.", Name("The Tide")),
        (
            "Round and round\nRosa Quint sees stars\nLOW TIDE\nDirector: Otto Marsh\n"
            "In Low Tide it rains. Low Tide is wet.",
            Name("Low Tide"),
        ),
        (
            "Otto Marsh drowns\nRosa Quint reviews the second of them\nLow Tide – Part 2\n"
            "It rains in Low Tide – Part 2.",
            Name("Low Tide – Part 2"),
        ),
        ("How good is The Long Ferry?\nBack for more, The Long Ferry sails again.", Name("The Long Ferry")),
        ("Rosa Quint goes to sea\nSpokes (Hulu, 15)\nRating:", Name("Spokes")),
        ("Ghosts: The Marsh Mystery - Season 1", Name("Ghosts: The Marsh Mystery", season=1)),
        (
            "Sink or swim\nIt rained.\nFor an hour it did.\nSpokes: Reborn is a loud remake.",
            Name("Spokes: Reborn"),
        ),
        (
            "Falling for The Tide\n'Quay' was her first. 'The Tide' is written and directed by Ida Holm.\n"
            "'The Tide' is cold. 'The Tide' is long.",
            Name("The Tide"),
        ),
        (
            "Ida Holm reviews Low Tide And Other Stories as the ferry returns\n\n"
            "Low Tide And Other Stories (cinemas, PG)\nRating:\nThe Harbour At Night (Hulu, 18)\nRating:\n"
            "The Harbour At Night is long. I liked The Harbour At Night. See The Harbour At Night.",
            Name("Low Tide And Other Stories"),
        ),
        (
            "Last night's television: a pun\nRed Ferry Lane\nRating:\nHarbour Hospital\nRating:\n"
            "In Harbour Hospital it rains. Harbour Hospital is wet.",
            Name("Red Ferry Lane"),
        ),
        ("Rosa Quint reviews the return of Low Tide\nIt rained on Low Tide.", Name("Low Tide")),
        ("Otto Marsh's World of TV\nIn Otto Marsh's World of TV it rains.", Name("Otto Marsh's World of TV")),
        ("Film corner\nThis week it's The Ferry\nThe Ferry sails. The Ferry is wet.", Name("The Ferry")),
        (
            "A song\n'Who's Afraid of Low Tide' is a warm documentary. I saw it, 'Who's Afraid of Low Tide'.",
            Name("Who's Afraid of Low Tide"),
        ),
        ("Salt & Ferry review\nSalt & Ferry is a comedy.", Name("Salt & Ferry")),
    ],
)
def test_a_headlines_title(head: str, name: Name) -> None:
    assert find_name(read_lines(head)) == name


@pytest.mark.parametrize(
    "head", ["", "it rained, and then it stopped.", "Director: Otto Marsh", "Review", "★★★"]
)
def test_no_title_is_made_up(head: str) -> None:
    assert find_name(read_lines(head)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Spokes\nI have watched season two of Spokes. Season one is old.", Name("Spokes", season=2)),
        ("Spokes\nI like the third season of 'Spokes' best.", Name("Spokes", season=3)),
        ("Spokes\nSeason: 2\nIt is wet.", Name("Spokes", season=2)),
        ("Spokes 2nd Season\nSpokes is wet.", Name("Spokes", season=2)),
        ("Spokes\nI missed it when it aired in 2006.", Name("Spokes", 2006)),
        ("Spokes\nSpokes was released in 1998. Low Tide came out in 2004.", Name("Spokes", 1998)),
        ("Spokes\nSpokes is wet. Low Tide came out in 2004.", Name("Spokes")),
        ("Spokes (TV Series, 2019)\nIt rained.", Name("Spokes", 2019)),
        ("Spokes (Otto Marsh, 2019)\nIt rained.", Name("Spokes", 2019)),
    ],
)
def test_season_and_year_are_read_where_they_are_told_of_it(text: str, name: Name) -> None:
    assert find_name(read_lines(text)) == name


def test_a_review_that_names_nothing_has_a_doubtful_title() -> None:
    text = "the old harbour is wet , and so is the film .\nthe director films the rain . the cast is cold ."
    name = doubtful_name(read_lines(text))
    assert name is not None
    assert name.title
    assert name.sure < 0.3
    assert doubtful_name(read_lines("the old harbour is wet .\nwe went home in the rain .")) is None


def test_a_year_elsewhere_is_not_the_works() -> None:
    name = find_name(read_lines("Spokes review\nIn 2003 Otto Marsh met the crew of Highmoor (1998)."))
    assert name == Name("Spokes")


UNCASED = (
    "losing a boat is a common thing . building one is not . in harbour lights , an old man builds one .\n"
    "the old man is good , and the sea is cold . harbour lights is a quiet film , and it knows it .\n"
    "i saw harbour lights twice , and the old man was better the second time ."
)


def test_in_a_text_without_capitals_a_known_name_that_is_repeated_is_the_title() -> None:
    known = {"harbour lights", "the sea", "boat"}.__contains__
    assert find_name(read_lines(UNCASED), known) == Name("Harbour Lights")
    assert find_name(read_lines(UNCASED)) != Name("Harbour Lights")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            'in " the quiet ferry , " an old man builds a boat . it rains , and he waits .\n'
            'the sea is cold . " the quiet ferry " knows it , and so do we .',
            "The Quiet Ferry",
        ),
        (
            "harbour lights ( 1998 )\nan old man builds a boat , and it rains on him for two hours .\n"
            "i liked the boat .",
            "Harbour Lights",
        ),
        (
            "an old man builds a boat .\nlantern street is a wet comedy about him .\n"
            "the rain is real , and lantern street has a heart .",
            "Lantern Street",
        ),
        (
            "boats like those of winter ferry are rare .\nsalt wind has one , and salt wind is "
            "proud of it .\ni saw salt wind twice , and winter ferry once .",
            "Salt Wind",
        ),
    ],
)
def test_in_a_text_without_capitals_marks_and_plain_words_tell_the_title(text: str, title: str) -> None:
    known = {"salt wind", "winter ferry"}.__contains__
    assert find_name(read_lines(text), known) == Name(title)


def test_in_a_text_without_capitals_stray_marks_and_small_words_are_no_part_of_a_name() -> None:
    text = (
        "as it rains , `` the quiet ferry ' ' sails .\n"
        'the cook says " as " twice . as he says it , as it is .'
    )
    name = find_name(read_lines(text), {"as"}.__contains__)
    assert name is None or name.title not in {"As", "The Quiet Ferry'"}


def test_in_a_text_without_capitals_nothing_is_made_up() -> None:
    text = 'ida holm plays the old man .\nida holm waits .\nthe old man said , " i like rain . " it rained .'
    assert find_name(read_lines(text), {"rain"}.__contains__) is None


def test_a_title_that_the_article_repeats_is_surer_than_one_that_it_never_names() -> None:
    named = find_name(read_lines("Spokes review\nSpokes is a film on wheels. Spokes is 'Spokes'."))
    unnamed = find_name(read_lines("Round and round\nIt rained, and it was about wheels."))
    assert named is not None
    assert unnamed is None or unnamed.sure < 0.7 <= named.sure


def test_a_known_name_in_passing_does_not_outweigh_the_headlines() -> None:
    text = "Low Water by Otto Marsh\nIt rained. The director knows his trade.\n"
    text += "He made the drier Salt Road too, long ago, and on a smaller boat with a much smaller crew."
    name = find_name(read_lines(text), {"Salt Road"}.__contains__)
    assert name is not None
    assert name.title == "Low Water"
