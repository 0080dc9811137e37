"""The work's name among several that a page's headlines may mean: what the text says decides."""

import pytest

from bot.feeds.pages.titles import best_headed
from tests.feeds.pages.markup import known

SETTING = "We sat in the third row, and the rain could be heard between the reels of the evening. " * 12


def best(headline: str, text: str, url: str = "") -> str:
    found = best_headed([headline], f"{text}\n{SETTING}", known, url=url)
    assert found is not None
    return found[0].name


@pytest.mark.parametrize(
    ("headline", "text", "name"),
    [
        ("Drift: Northern Water", "Drift: Northern Water is the second Drift, and Drift is missed.",
         "Drift: Northern Water"),
        ("Drift - Northern Water", "With Drift: Northern Water the series ends.", "Drift - Northern Water"),
        ("Drift: Northern Water", "Drift is a film about ice.", "Drift"),
        ("Man on Ice", "Man on Ice shows ice, more ice and a man. Ice!", "Man on Ice"),
        ("Ida Moss’s Drift", "Ida Moss’s Drift is slow. Drift is long.", "Drift"),
        ("Drift: Northern Water (2019)", "Nobody who saw Drift will forget Drift.", "Drift: Northern Water"),
        ("Great Ferries of the Screen: Old Tom (1950)", "Old Tom sails. " * 12, "Old Tom"),
        ("la barca de ayer", "En la barca de ayer no hay prisa.", "la barca de ayer"),
    ],
)  # fmt: skip
def test_the_text_tells_the_whole_name_from_its_part(headline: str, text: str, name: str) -> None:
    assert best(headline, text) == name


def test_headlines_that_stand_in_the_text_again_are_no_second_witness() -> None:
    assert best("Drift: a cold bath", "Drift: a cold bath\nDrift is a film about ice.") == "Drift"


def test_names_in_other_languages_need_no_capitals() -> None:
    text = "En la noche vimos una película sobre el agua, y nadie quiso volver. " * 20
    found = best_headed(["La barca de ayer"], text, known)
    assert found is not None
    assert found[0].name == "La barca de ayer"
    assert found[0].sure >= 0.6


def test_the_address_tells_the_name_where_the_headline_is_a_pun() -> None:
    text = "Northern Water is a film about ice. Northern Water has few words."
    url = "https://lateshow.example/2019/northern-water-movie-review-2019.html"
    assert best("cold feet and what they are for", text, url) == "Northern Water"


def test_an_address_that_the_text_does_not_repeat_tells_nothing() -> None:
    found = best_headed(["cold feet"], SETTING, known, url="https://lateshow.example/northern-water")
    assert found is None or found[0].name != "northern water"
