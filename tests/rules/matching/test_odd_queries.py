"""Queries that are none: nothing, control characters, emoji, other directions, ten thousand characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.matching import query_number
from tests.rules.matching.library import FILMS
from tests.rules.matching.shelves import Library

LONG = 10_000


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "\n\t",
        "\x00\x1b",
        "\u200f\u202e",
        "\ufeff",
        "🍿",
        "🏻",
        "🏳️‍🌈🎬🍿",
        "???",
        "...",
        "/",
        "qqqq zzzz",
        "x" * LONG,
        "🍿" * LONG,
    ],
)
def test_nothing_is_found_where_nothing_is_meant(query: str) -> None:
    assert FILMS.search(query) == ("nothing", [])


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("inter\u200bstellar", "Interstellar (2014)"),
        ("\x00interstellar\x1b", "Interstellar (2014)"),
        ("\u202einterstellar\u202c", "Interstellar (2014)"),
        ("🍿 interstellar 🍿", "Interstellar (2014)"),
        ("interstellar 🤔🤔🤔", "Interstellar (2014)"),
        ("**interstellar**", "Interstellar (2014)"),
        ("“interstellar”", "Interstellar (2014)"),
        ("#interstellar", "Interstellar (2014)"),
        ("is interstellar any good ?!?!", "Interstellar (2014)"),
        ("interstellar\nplease", "Interstellar (2014)"),
        ("\u200fالمومياء\u200f 🍿", "المومياء (1969)"),
    ],
)
def test_what_cannot_be_read_does_not_hide_a_name(query: str, label: str) -> None:
    assert FILMS.search(query) == ("clear", [label])


def test_a_name_of_symbols_is_found_by_them() -> None:
    library = Library("🍿🎬 (2020)", "?! (2011)", "$ (1971)")
    assert library.first("🍿 🎬") == "🍿🎬 (2020)"
    assert library.first("?!") == "?! (2011)"
    assert library.first("$") == "$ (1971)"


@pytest.mark.parametrize(
    "query",
    [
        "ballerina " * 1000, "is it " * 2000, "the " * 3000, "a b c d e f g " * 800, "2 ii two " * 1200,
        "é" * LONG,
        "ﷺ" * LONG, "ब्र" * LONG, "기생충 " * 3000, "s1 " * 3000, "1999 " * 2000, "\u0301" * LONG,
        "a\u0301" * LONG,
        "interstellar " + "blah " * 2000,
    ],
)  # fmt: skip
def test_a_very_long_query_is_answered_too(query: str) -> None:
    assert len(FILMS.search(query)[1]) <= 5
    assert len(FILMS.complete(query)) <= 25
    assert query_number(query) >= 0


PIECES = [
    "the", "is", "a", "2", "s", "s1", "season", "two", "hundred", "thousand", "and", "&", "part", "vol",
    "i", "ii", "of", "movie", "netflix", "1999", "'99", "dark", "rocky", "é", "기생충", "?", "nineteen",
]  # fmt: skip
WORDS = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)


@given(st.text(max_size=300) | WORDS)
def test_any_text_is_answered(query: str) -> None:
    found = FILMS.index.search(query, limit=3)
    assert len(found.matches) <= 3
    assert all(0 <= match.score <= 1 for match in found.matches)
    assert (found.certainty == "nothing") == (not found.matches)
    assert len({match.work for match in found.matches}) == len(found.matches)
    assert len(set(FILMS.index.complete(query, 4))) == len(FILMS.index.complete(query, 4)) <= 4
    FILMS.index.known(query)
    assert 0 <= query_number(query) < 2**32


@given(st.text(max_size=40))
def test_an_empty_library_answers_any_text(query: str) -> None:
    assert Library().search(query) == ("nothing", [])
