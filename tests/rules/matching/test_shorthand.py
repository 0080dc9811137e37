"""Short ways to write a word."""

import pytest

from bot.rules.matching.shorthand import same_words
from tests.rules.matching.shelves import Library, Named

CLINICS = Library(
    Named("Doctor Harbour (2016)", fame=60),
    Named("Mr. Lantern (2015)", kind="series", fame=20),
    Named("Mr. & Mrs. Lantern (2005)"),
    Named("Squid v Heron: Winter of Ink (2016)", fame=40),
    Named("Squid vs. Walrus (2013)", fame=4),
    Named("Lobsters vs. Lanterns (2010)"),
    Named("St. Benedict (2014)"),
    Named("A Very Merry Xmas (1999)"),
    Named("Miss Lantern (1994)"),
)


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("dr harbour", "Doctor Harbour (2016)"),
        ("dr. harbour", "Doctor Harbour (2016)"),
        ("mister lantern", "Mr. Lantern (2015)"),
        ("mister and missus lantern", "Mr. & Mrs. Lantern (2005)"),
        ("squid vs heron", "Squid v Heron: Winter of Ink (2016)"),
        ("squid versus heron", "Squid v Heron: Winter of Ink (2016)"),
        ("squid v walrus", "Squid vs. Walrus (2013)"),
        ("lobsters versus lanterns", "Lobsters vs. Lanterns (2010)"),
        ("saint benedict", "St. Benedict (2014)"),
        ("a very merry christmas", "A Very Merry Xmas (1999)"),
    ],
)
def test_a_word_may_be_written_short_or_in_full(query: str, label: str) -> None:
    certainty, labels = CLINICS.search(query)
    assert labels[0] == label
    assert certainty != "clear"


def test_what_is_written_as_typed_goes_first() -> None:
    library = Library(Named("Dr. Lantern (1990)"), Named("Doctor Lantern (2016)", fame=90))
    assert library.first("dr lantern") == "Dr. Lantern (1990)"
    assert library.first("doctor lantern") == "Doctor Lantern (2016)"


@pytest.mark.parametrize(
    ("word", "others"),
    [("versus", {"vs", "v"}), ("vs", {"versus", "v"}), ("dr", {"doctor"}), ("harbour", set())],
)
def test_the_other_ways_to_write_a_word(word: str, others: set[str]) -> None:
    assert same_words(word) == others
