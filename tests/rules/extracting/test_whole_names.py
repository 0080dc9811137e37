"""A name is neither cut short nor lengthened by what a headline hangs on it."""

import pytest

from bot.rules.extracting import read_article
from bot.rules.extracting.cleaning import read_lines
from bot.rules.extracting.titles import find_name

_TALK = "It is a wet film and I liked it."
_WARM = "The film is warm, the cast is good and the sea is filmed as never before. I liked the acting. " * 3


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ferry on Fire\nI saw Ferry on Fire alone. Ferry on Fire is wet.", "Ferry on Fire"),
        ("Letters About Ida\nLetters About Ida is wet.", "Letters About Ida"),
        ("On Lanternfish\nLanternfish is wet.", "Lanternfish"),
        ("Cold Harbour Movie Reaction\n– a four point pointer\nCold Harbour rains.", "Cold Harbour"),
        ("Cold Harbour: Reactions\nCold Harbour is wet.", "Cold Harbour"),
        ("Cold Harbour at Quay Cinema\nCold Harbour is wet.", "Cold Harbour"),
        ("Cold Harbour at the Marsh Film Festival\nCold Harbour is wet.", "Cold Harbour"),
        ("Cold Harbour at Sundance\nCold Harbour is wet.", "Cold Harbour"),
        ("Cold Harbour : Otto's Quay-Side Review\nIt is wet.", "Cold Harbour"),
        ("Goin' Wet\nToday: the new Salt Road film, Cold Harbour.\nSalt Road is long.", "Cold Harbour"),
        ("films > Cold Harbour\nSeen: 2023-12-31\nIt is wet.", "Cold Harbour"),
        ("The Harbour\nA Harbour has many boats. I saw the Harbour.", "The Harbour"),
        (
            "Gulls 2: The worst this year\nDirector: Ida Holm\nGulls 2 is a sequel to Gulls. Gulls was wet.",
            "Gulls 2",
        ),
        ("Low Tide ★★★\nThis was fine. It is wet.", "Low Tide"),
        ("The Gulls vs O.T. Marsh\nAfter a wet first season, the gulls are back.", "The Gulls vs O.T. Marsh"),
        ("Review: The Quayroom UK Premiere\nThe film is wet.", "The Quayroom"),
        ("Dr. Gull and the Quay review\nI saw Dr. Gull and the Quay.", "Dr. Gull and the Quay"),
        ("In Low Tide, the sea wins\nThe film is wet.", "Low Tide"),
        ("Review: Ferries age of gulls\nThe film is wet.", "Ferries age of gulls"),
        ("Salt vs Gull\nTL;DR\nThe film is wet, and this is what I thought of it.", "Salt vs Gull"),
        ("Watched: Low Tide\nThe film is wet.", "Low Tide"),
        ("Otto Marsh's Low Tide\nThe film is wet.", "Low Tide"),
        ("A wet night\nI saw No Time to Row last night. The film is wet.", "No Time to Row"),
        ("Gull Movie (2007)\nThe film is wet.", "Gull Movie"),
        ("The Morning Gull Show\nThe film is wet.", "The Morning Gull Show"),
        ("The Gull Movie review\nThe film is wet.", "The Gull Movie"),
        ("The Gull Show\nThe Gull Show is a film about a gull.", "The Gull Show"),
        ("The Gull Movie review\nThe Gull is a film. The Gull is wet.", "The Gull"),
        ("Cold Harbour Movie Review\nThe film is wet.", "Cold Harbour"),
        ("A Day at the Museum (2006)\nThe film is wet.", "A Day at the Museum"),
        ("Cold Harbour at the Quay Museum\nThe film is wet.", "Cold Harbour"),
        ("TIFF 2009: _Cold Harbour_\nCold Harbour is wet.", "Cold Harbour"),
        ("Marsh Film Festival: Cold Harbour\nCold Harbour is wet.", "Cold Harbour"),
        ("Cold Harbour:: No harbour in sight!\nIt is wet.", "Cold Harbour"),
        ("Harbourrrr! (2022)\nHarbour is wet. I saw Harbour.", "Harbour"),
        ("The Harbour (2014) - Review\nEl Harbourista is wet.", "The Harbour"),
        ("Dinner at Eight Bells\nDinner at Eight Bells is wet.", "Dinner at Eight Bells"),
        (
            "Harbour, Directed By Otto Marsh (Gull Pictures)\nHarbour\nGull Pictures\nHarbour is wet.",
            "Harbour",
        ),
        ("Harbour (dir. Otto Marsh)\nHarbour is wet.", "Harbour"),
        ("1987 - A Sea Ballad - A Review\n20 May 2018\nI saw 1987: A Sea Ballad.", "1987: A Sea Ballad"),
        (
            "My Review of Salt Road: Ferries\nI love Salt Road. Salt Road: Ferries is wet. "
            "I saw Salt Road: Ferries.",
            "Salt Road: Ferries",
        ),
        (
            "Gulls at Quay Cinema\nby Rosa Quint\nThe Gulls are a choir. The Gulls sing.\n"
            "Their new movie 'The Gulls Eat the World' is out. The Gulls are loud.",
            "The Gulls Eat the World",
        ),
        (
            "Salt Road: Impassable II\nFebruary 26, 2023\nI love 'Salt Road: Impassable'. "
            "'Salt Road: Impassable High Water' is the only movie with a dog.",
            "Salt Road: Impassable II",
        ),
        (
            "The Cold Harbour: Who Freezes?\nJul 23, 2012\nSome quick Cold Harbour Freezes thoughts.",
            "Cold Harbour Freezes",
        ),
        (
            "The Sailor in the Galley\nIda makes for an entertaining Marsh biopic.\n"
            "Ida cooks. Ida sails. Ida is wet.",
            "Ida",
        ),
    ],
)
def test_the_whole_name_and_only_the_name_is_found(text: str, title: str) -> None:
    name = find_name(read_lines(f"{text}\n{_TALK}"))
    assert name is not None
    assert name.title == title


@pytest.mark.parametrize(
    "text",
    [
        "Lanternfish Melts Hearts\nLanternfish is wet. I like Lanternfish. See Lanternfish.",
        "Lanternfish\nLanternfish Two is planned. Lanternfish is wet. Lanternfish rains. See Lanternfish.",
    ],
)
def test_a_longer_name_that_the_text_does_not_bear_out_is_not_taken(text: str) -> None:
    name = find_name(read_lines(text))
    assert name is not None
    assert name.title == "Lanternfish"


def test_a_studio_and_a_date_are_no_names() -> None:
    name = find_name(
        read_lines("Posted December 31st, 1998 by admin\nGull Pictures\nHarbour\nHarbour is wet.")
    )
    assert name is None or name.title == "Harbour"


@pytest.mark.parametrize(
    ("text", "title", "year"),
    [
        (
            "Salt Road: Dead Gulls Sing No Songs is the fifth and last\nfilm of its kind. It rains.",
            "Salt Road: Dead Gulls Sing No Songs",
            None,
        ),
        (
            "Low Tide 2016\n\nLow Tide 2016 (8 out of 10)\n\nLow Tide 2016 is wet. Ida steals Low Tide 2016.",
            "Low Tide",
            2016,
        ),
        (
            "It's a Wet, Wet, Wet Film\nReader Review\nSalt Road\nPosted by: Rosa Quint\nSalt Road rains.",
            "Salt Road",
            None,
        ),
        (
            "Tamil\nMX Player's Heron Idly Series Review: A wet experience\nRosa Quint\nHeron Idly rains.",
            "Heron Idly",
            None,
        ),
        (
            "By Anthony Marsh, writer at\nAnthony Marsh\nLow Tide comes to theaters on Friday! "
            "Low Tide rains.\nThe Plot\nIt rains.",
            "Low Tide",
            None,
        ),
        (
            "Time to rain\nThe wet life of Low Tide is a film of 2013.\nThe Wet Life of Low Tide\n"
            "Director: Rosa Quint\nLow Tide waits. Low Tide rows. Low Tide sleeps.",
            "The Wet Life of Low Tide",
            None,
        ),
        (
            "Why won't it rain?\nWatching Salt Road is not a good day says Rosa Quint\nIt rains in Finland. "
            "I like Finland.",
            "Salt Road",
            None,
        ),
        ("Low Tide\nLow Tide:\nIt rains. Low Tide is wet.", "Low Tide", None),
        ("Ann\nBy Annie Holm\nAnn is a film about a pier. Ann waits.", "Ann", None),
        ("Low Tide\nHighlights:\nIt rains.\nDownside:\nIt rains. Low Tide is wet.", "Low Tide", None),
    ],
)
def test_known_names_stand_out_from_what_is_round_them(text: str, title: str, year: int | None) -> None:
    known = {"Low Tide", "Salt Road", "The Wet Life of Low Tide"}
    name = find_name(read_lines(f"{text}\n{_TALK}"), known.__contains__)
    assert name is not None
    assert (name.title, name.year) == (title, year)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Cold Harbour\nRosa Quint, 2011-04-02 21:40\nIt rains for an hour.", "Cold Harbour"),
        ("Cold Harbour\nSummary\nIt rains for an hour.", "Cold Harbour"),
        (
            "Cold Harbour\nSummary This is one of those reviews where it rains.\nCold Harbour is wet.",
            "Cold Harbour",
        ),
        ("Film: Harbour\nH for Harbour, 3/5.\nI read H for Harbour as a child.", "H for Harbour"),
        ("What I'm Watching: Prime Ferry\nPrime Ferry rains. I like Prime Ferry.", "Prime Ferry"),
        (
            "TV: Mr Quay (Season 2)\nLast night I saw the end of Season 2.\nSeason 2 of Mr Quay is wet.",
            "Mr Quay",
        ),
        ("Get Moored\nThe cast of Moored\nI love Moored. Moored, a show of 2003, is wet.", "Moored"),
        ("Get Moored\nI love Get Moored. Get Moored is wet.", "Get Moored"),
        (
            "There are gulls in those hills\nI fared better with the quiet Gullhunter (2010), which rains.",
            "Gullhunter",
        ),
    ],
)
def test_a_byline_a_label_or_a_part_is_not_taken_for_the_name(text: str, title: str) -> None:
    name = find_name(read_lines(f"{text}\n{_TALK}"))
    assert name is not None
    assert name.title == title


def test_a_name_that_the_text_has_only_within_a_longer_one_is_not_sure() -> None:
    name = find_name(
        read_lines(f"Harbour Review\nI saw Cold Harbour. Cold Harbour is wet. See Cold Harbour.\n{_TALK}")
    )
    assert name is not None
    assert name.sure < 0.7


def test_the_word_movie_can_belong_to_the_name() -> None:
    opening = "I liked The Harbour Movie. The Harbour Movie is fun."
    assert read_article(f"The Harbour Movie\n\n{opening} {_WARM}").title == "The Harbour Movie"


def test_a_picture_with_brackets_in_its_title_leaves_nothing_behind() -> None:
    picture = "![Harbour Day (1993)](/img/harbour-day-1993.jpg 'Harbour Day (1993)')"
    assert read_article(f"[Movie Review] Harbour Day (1993)\n\n{picture}\n\n{_WARM}").title == "Harbour Day"


def test_a_pair_of_words_is_a_name() -> None:
    assert read_article(f"Harbour Reaction\n\n{_WARM}").title == "Harbour Reaction"


def test_a_name_that_the_headline_calls_out() -> None:
    text = f"I saw Harbour Runner again. Harbour Runner is slow. {_WARM}"
    assert read_article(f"Harbour Runner!\n\n{text}").title == "Harbour Runner"


def test_movie_belongs_to_a_known_name() -> None:
    article = read_lines("Big Gull Movie Review\nThe film is wet.")
    names = find_name(article), find_name(article, {"Big Gull Movie"}.__contains__)
    assert [name and name.title for name in names] == ["Big Gull", "Big Gull Movie"]
