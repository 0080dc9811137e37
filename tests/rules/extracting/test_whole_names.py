"""A name is neither cut short nor lengthened by what a headline hangs on it."""

import pytest

from bot.rules.extracting.cleaning import read_lines
from bot.rules.extracting.titles import find_name

_TALK = "It is a wet film and I liked it."


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
