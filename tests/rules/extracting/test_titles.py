"""The reviewed work is found in headlines of many kinds."""

import pytest

from bot.rules.extracting.cleaning import read_lines
from bot.rules.extracting.titles import Name, find_name


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
    ],
)
def test_a_headlines_title(head: str, name: Name) -> None:
    assert find_name(read_lines(head)) == name


@pytest.mark.parametrize(
    "head", ["", "it rained, and then it stopped.", "Director: Otto Marsh", "Review", "★★★"]
)
def test_no_title_is_made_up(head: str) -> None:
    assert find_name(read_lines(head)) is None


def test_a_year_elsewhere_is_not_the_works() -> None:
    name = find_name(read_lines("Spokes review\nIn 2003 Otto Marsh met the crew of Highmoor (1998)."))
    assert name == Name("Spokes")
