"""Numbers in names: digits, words and Roman numerals are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.matching.numbers import digits, number
from tests.rules.matching.library import FILMS

ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def below_hundred(value: int) -> str:
    """A small oracle: 0 to 99 in words."""
    if value < 20:
        return ONES[value]
    return TENS[value // 10 - 2] + (f" {ONES[value % 10]}" if value % 10 else "")


def in_words(value: int, link: str = " and ") -> str:
    """A number from 0 to 2099 as people say it."""
    thousands, hundreds, rest = value // 1000, value // 100 % 10, value % 100
    high = [f"{ONES[thousands]} thousand"] * bool(thousands) + [f"{ONES[hundreds]} hundred"] * bool(hundreds)
    if not high:
        return below_hundred(rest)
    return " ".join(high) + (link + below_hundred(rest) if rest else "")


def read(words: str) -> str:
    return " ".join(digits(words.split()))


@given(st.integers(0, 2099), st.sampled_from([" ", " and "]))
def test_any_number_in_words_is_read(value: int, link: str) -> None:
    assert read(in_words(value, link)) == str(value)


@given(st.integers(0, 2099), st.sampled_from([" ", " and "]))
def test_a_number_amid_a_name_leaves_the_other_words_alone(value: int, link: str) -> None:
    assert read(f"harbour {in_words(value, link)} lights") == f"harbour {value} lights"


@given(st.integers(10, 20), st.integers(10, 99))
def test_years_are_read_as_they_are_said(century: int, year: int) -> None:
    assert read(f"{below_hundred(century)} {below_hundred(year)}") == str(100 * century + year)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a hundred and twenty seven hours", "127 hours"),
        ("a thousand nights", "1000 nights"),
        ("hundred days", "100 days"),
        ("nineteen hundred", "1900"),
        ("12 hundred", "1200"),
        ("rocky iv", "rocky 4"),
        ("rocky xxix", "rocky 29"),
        ("harbour part two", "harbour 2"),
        ("harbour part i", "harbour 1"),
        ("harbour vol 3", "harbour 3"),
        ("harbour chapter iv", "harbour 4"),
        ("two for one", "2 for 1"),
        ("seven and eight", "7 and 8"),
    ],
)
def test_numbers_are_found_in_names(words: str, expected: str) -> None:
    assert read(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "",
        "i robot",
        "x men",
        "part time",
        "part",
        "vi warshawski",
        "a hundredth",
        "the third",
        "someone",
        "malcolm x",
    ],
)
def test_what_only_looks_like_a_number_stays(words: str) -> None:
    assert read(words) in (words, words.replace(" x", " 10"))


@given(
    st.lists(
        st.sampled_from([*ONES, *TENS, "hundred", "thousand", "and", "a", "ii", "i", "part", "7", "x"]),
        max_size=9,
    )
)
def test_numbers_once_read_are_read_the_same_again(words: list[str]) -> None:
    once = digits(words)
    assert len(once) <= len(words)
    assert all(once)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("7", 7),
        ("2049", 2049),
        ("iv", 4),
        ("twelve", 12),
        ("forty", 40),
        ("i", None),
        ("20490", None),
        ("²", None),
        ("", None),
    ],
)
def test_one_word_has_a_value_or_none(word: str, value: int | None) -> None:
    assert number(word) == value


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("se7en", "Se7en (1995)"),
        ("seven", "Se7en (1995)"),
        ("nineteen eighty four", "1984 (1956)"),
        ("nineteen eighty-four", "1984 (1956)"),
        ("1984", "1984 (1956)"),
        ("a hundred and twenty seven hours", "127 Hours (2010)"),
        ("one hundred twenty seven hours", "127 Hours (2010)"),
        ("hundred and twenty-seven hours", "127 Hours (2010)"),
        ("two thousand and one a space odyssey", "2001: A Space Odyssey (1968)"),
        ("two thousand one: a space odyssey", "2001: A Space Odyssey (1968)"),
        ("12 angry men", "Twelve Angry Men (1957)"),
        ("xii angry men", "Twelve Angry Men (1957)"),
        ("rocky 2", "Rocky II (1979)"),
        ("rocky two", "Rocky II (1979)"),
        ("rocky ii", "Rocky II (1979)"),
        ("rocky part 2", "Rocky II (1979)"),
        ("rocky2", "Rocky II (1979)"),
        ("rocky 4", "Rocky IV (1985)"),
        ("rocky four", "Rocky IV (1985)"),
        ("godfather part 2", "The Godfather: Part II (1974)"),
        ("the godfather part two", "The Godfather: Part II (1974)"),
        ("godfather ii", "The Godfather: Part II (1974)"),
        ("godfather pt 2", "The Godfather: Part II (1974)"),
        ("50 shades of grey", "Fifty Shades of Grey (2015)"),
        ("cabin 7", "Cabin Seven (2016)"),
        ("three 33", "3:33 (2017)"),
        ("3 33", "3:33 (2017)"),
        ("blade runner twenty forty nine", "Blade Runner 2049 (2017)"),
        ("blade runner two thousand forty nine", "Blade Runner 2049 (2017)"),
        ("sch1ndlers list", "Schindler's List (1993)"),
    ],
)
def test_names_are_found_by_their_numbers_in_any_writing(query: str, label: str) -> None:
    assert FILMS.first(query) == label


def test_another_number_is_another_work() -> None:
    assert FILMS.first("rocky 4") != FILMS.first("rocky 2") != FILMS.first("rocky") == "Rocky (1976)"
    assert "Rocky (1976)" != FILMS.first("rocky iv") != "Rocky II (1979)"
