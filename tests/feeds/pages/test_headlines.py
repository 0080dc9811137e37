"""Names in headlines: the work's name alone, whatever hangs on it."""

import pytest

from bot.feeds.pages.headlines import names_in, score_in, without_site
from tests.feeds.pages.markup import known


def first(headline: str, site: str = "", url: str = "") -> str:
    return names_in(headline, known, site, url)[0].name


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Harbour Lights Review", "Harbour Lights"),
        ("Harbour Lights (2019) Review", "Harbour Lights"),
        ("Harbour Lights, Directed By Ida Moss (North Pictures), Late Show", "Harbour Lights"),
        ("Harbour Lights starring Per Lund", "Harbour Lights"),
        ("Ferry Odyssey – A Review", "Ferry Odyssey"),
        ("Harbour Lights: a review", "Harbour Lights"),
        ("Harbour Lights Movie Reaction – Not bad!", "Harbour Lights"),
        ("Nell's Movie Blog - Harbour Lights", "Harbour Lights"),
        ("Wind on the Drift", "Wind on the Drift"),
        ("The Northern Drift", "The Northern Drift"),
        ("Harbour Lights: Movie Review", "Harbour Lights"),
        ("Harbour Lights movie review & film summary (2019)", "Harbour Lights"),
        ("Movie Review: Harbour Lights", "Harbour Lights"),
        ("Film review | Harbour Lights", "Harbour Lights"),
        ("Review – Harbour Lights – a ferry tale", "Harbour Lights"),
        ("Very Late Review – Harbour Lights", "Harbour Lights"),
        ("Harbour Lights Review: All Aboard", "Harbour Lights"),
        ("Review: ‘Harbour Lights’ sails on", "Harbour Lights"),
        ("Ida Moss’s “Harbour Lights’ is a wonder (REVIEW)", "Harbour Lights"),
        ("Per Lund Harbour Lights Movie Review", "Harbour Lights"),
        ("[3.5/5] Harbour Lights (2019)", "Harbour Lights"),
        ("Harbour Lights ★★½", "Harbour Lights"),
        ("Believe it: Harbour Lights is a small miracle", "Harbour Lights"),
        ("Glass Orchard season 2 review: more of the same", "Glass Orchard"),
        ("Stream It Or Skip It: ‘Glass Orchard’ Season 2 on Netflix", "Glass Orchard"),
        ("Netflix's Glass Orchard review", "Glass Orchard"),
        ("An Unheard Name Review", "An Unheard Name"),
        ("Unheard (2021) | Movie on Netflix. Review: A film of parts", "Unheard"),
        ("The Un-Known: Part Two (1999)", "The Un-Known: Part Two"),
        ("Boss (A) of Them (2010), Movie Review", "Boss (A) of Them"),
        ("Kritik zu „Harbour Lights“: Fähre im Nebel", "Harbour Lights"),
        ("Harbour Lights – Filmkritik", "Harbour Lights"),
        ("„Leise am Kai“ Kritik: Nebel über dem Hafen", "Leise am Kai"),
        ("Critique : Le bac du soir", "Le bac du soir"),
        ("Crítica de la película Luces del puerto", "Luces del puerto"),
        ("Crítica: Luces, puerto y nada (2020)", "Luces, puerto y nada"),
        ("Recensione di Luci del porto", "Luci del porto"),
        ("Luzes do cais (direção: Ida Moss)", "Luzes do cais"),
        (
            "The Un-Known: Bigger, Colder And Wetter, Directed By Ida Moss (North Pictures)",
            "The Un-Known: Bigger, Colder And Wetter",
        ),
        ("Luz do Cais (Harbour Lamps)", "Luz do Cais"),
        ("Rainy Evening Matinee #12: Harbour Lights", "Harbour Lights"),
        ("The Un-Known – Venice 2018 Review", "The Un-Known"),
        ("‘The Ferry Movie’ Review: all aboard", "The Ferry Movie"),
        ("Harbour Lights (Blu-ray Disc)", "Harbour Lights"),
        ("Glass Orchard | Saison 2", "Glass Orchard"),
        ("Vanishing may have a fine idea, but it goes off the rails", "Vanishing"),
    ],
)
def test_the_name_is_found(headline: str, name: str) -> None:
    assert first(headline) == name


@pytest.mark.parametrize(
    ("headline", "site", "url", "rest"),
    [
        ("Drift Review | Late Show", "Late Show", "", "Drift Review"),
        ("Drift Review - The Late Show", "Late Show", "", "Drift Review"),
        ("Drift review – lateshow.example", "", "https://www.lateshow.example/x", "Drift review"),
        ("Late Show » Drift Review", "Late Show", "", "Drift Review"),
        ("Drift Review | Movie Reviews | Late Show", "Late Show", "", "Drift Review"),
        ("Drift | Reviews", "", "", "Drift"),
        ("Drift - A Love Story", "Late Show", "", "Drift - A Love Story"),
        ("Late Show", "Late Show", "", "Late Show"),
    ],
)
def test_the_sites_name_is_taken_off(headline: str, site: str, url: str, rest: str) -> None:
    assert without_site(headline, site, url) == rest


@pytest.mark.parametrize(
    ("headline", "year", "season"),
    [
        ("Harbour Lights (2019) Review", 2019, None),
        ("Harbour Lights Review", None, None),
        ("Harbour Lights, and the winter of 1987", None, None),
        ("Glass Orchard Season 2 Review", None, 2),
        ("Glass Orchard: the third season", None, 3),
        ("Glass Orchard S04 review", None, 4),
        ("Glass Orchard series two review", None, 2),
    ],
)
def test_year_and_season_are_read_where_they_are_stated(
    headline: str, year: int | None, season: int | None
) -> None:
    best = names_in(headline, known)[0]
    assert (best.year, best.season) == (year, season)


@pytest.mark.parametrize(
    ("headline", "score"),
    [
        ("[2.00/10] Drift (2019)", 20),
        ("Drift ★★½", 50),
        ("Drift – 4/5", 80),
        ("Drift (7/10)", 70),
        ("Drift", None),
        ("Drift (R)", None),
        ("Catch 22/7 and other numbers", None),
        ("9/11 remembered", None),
    ],
)
def test_a_score_is_read_at_the_ends_of_a_headline(headline: str, score: float | None) -> None:
    found = score_in(headline)
    assert (found.value if found else None) == score


@pytest.mark.parametrize(
    "headline", ["", "Review", "Movie Reviews", "★★★", "(2019)", "Home", "a" * 400, "\u202e", "- | -"]
)
def test_a_headline_without_a_name_gives_none_that_is_sure(headline: str) -> None:
    assert all(each.sure < 0.7 for each in names_in(headline, known))
