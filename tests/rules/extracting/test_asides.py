"""Bylines, dates and sections at an article's head are not taken for the work."""

import pytest

from bot.rules.extracting.asides import is_aside, telling_lines


@pytest.mark.parametrize(
    "line",
    [
        "By Dana Wick",
        "A review by danawick",
        "Words by Dana Wick",
        "Dana Wick | Culture Editor",
        "Staff Writer",
        "Posted on March 3, 2019 by dana",
        "3 March 2019 · Movies",
        "Jul 2nd, 2005",
        "Dana Wick, 2007-07-22 01:27",
        "'Reading time: 3 minutes'",
        "Home > Reviews > Film",
        "Arts & Entertainment",
        "More at https://example.org/reviews",
        "Genre - Drama",
        "Camera: Ida Holm",
        "Rated PG-13",
        "Director: Otto Marsh",
    ],
)
def test_what_says_nothing_of_the_work_is_an_aside(line: str) -> None:
    assert is_aside(line)


@pytest.mark.parametrize(
    "line",
    [
        "The Film Critic",
        "Low Tide",
        "Death by Water",
        "Genres – Heavy Drama #4 – Low Tide (2018)",
        "Movies and Mermaids",
        "Starring Rosa Quint, this film about a lock keeper is the quietest of the year by a long way.",
    ],
)
def test_what_may_name_the_work_is_none(line: str) -> None:
    assert not is_aside(line)


def test_five_telling_lines_are_read_past_the_asides() -> None:
    lines = ("A pun", "By Dana Wick", "3 March 2019", "One", "Two", "Three", "Four", "Five", "Six")
    assert list(telling_lines(lines)) == ["A pun", "One", "Two", "Three", "Four"]


@pytest.mark.parametrize("mark", ["• ", "• 1. ", "1. "])
def test_a_list_of_other_works_tells_nothing(mark: str) -> None:
    listed = [f"{mark}{name}" for name in ("Old Boat (1999)", "New Boat (2003)", "Third Boat (2005)")]
    assert [*telling_lines(["Why I like it", *listed, "Low Tide is wet."])] == [
        "Why I like it",
        "Low Tide is wet.",
    ]


def test_one_dated_line_may_be_the_works() -> None:
    lines = ["Film club", "• Low Tide (2019)", "It is wet."]
    assert [*telling_lines(lines)] == lines
