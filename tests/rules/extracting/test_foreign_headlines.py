"""Headlines in other languages say "review" in their own words and mark names their own way."""

import pytest

from bot.rules.extracting import read_article
from bot.rules.extracting.cleaning import read_lines
from bot.rules.extracting.titles import Name, find_name

BODY = {
    "es": "La película avanza despacio y con mucho cuidado. La actriz está muy bien y el mar se oye siempre.",
    "de": "Der Film ist ruhig und schön, und die Musik drängt sich nie auf. Man sieht Menschen am Wasser.",
    "fr": "Le film avance lentement, et c'est sa force. Les acteurs sont justes et la lumière est belle.",
}


@pytest.mark.parametrize(
    ("head", "body", "name"),
    [
        (
            "Crítica de «La casa de sal» (2025), de Ida Montes\n\nNota: 7,5/10",
            "es",
            Name("La casa de sal", 2025),
        ),
        ("Crítica: La casa de sal\n\nNota: 7,5/10", "es", Name("La casa de sal")),
        ("Crítica de La casa de sal\n\nPuntuación: 7/10", "es", Name("La casa de sal")),
        ("Filmkritik: Leise am Kai\n\nWertung: 7,5/10", "de", Name("Leise am Kai")),
        ("Kritik zu „Leise am Kai“\n\n7,5/10", "de", Name("Leise am Kai")),
        ("„Leise am Kai“ – Kritik\n\nNote: 2/6", "de", Name("Leise am Kai")),
        ("Leise am Kai: Die Kritik", "de", Name("Leise am Kai")),
        ("Critique de « Le bac du soir »\n\nNote : 3,5/5", "fr", Name("Le bac du soir")),
        ("Critique : Le bac du soir\n\n15/20", "fr", Name("Le bac du soir")),
        ("Nota: 7,5/10\n\nCrítica: La casa de sal", "es", Name("La casa de sal")),
    ],
)
def test_the_name_is_found_though_the_body_does_not_repeat_it(head: str, body: str, name: Name) -> None:
    assert find_name(read_lines(f"{head}\n\n{BODY[body]}")) == name


def test_a_person_behind_the_name_leaves_it_in_doubt_where_the_body_does_not_settle_it() -> None:
    head = "Critique : Les Heures claires de Paul Nerval\n\nNote : 15/20"
    name = find_name(read_lines(f"{head}\n\n{BODY['fr']}"))
    assert name is not None
    assert name.sure < 0.7
    settled = find_name(read_lines(f"{head}\n\n{BODY['fr']} Les Heures claires dure deux heures."))
    assert settled == Name("Les Heures claires")
    whole = find_name(
        read_lines(f"Crítica: La casa de Ida Alba\n\n{BODY['es']} La casa de Ida Alba dura poco.")
    )
    assert whole == Name("La casa de Ida Alba")


def test_a_line_that_holds_the_score_is_no_title() -> None:
    assert find_name(read_lines(f"Nota: 7,5/10\n\n{BODY['es']}")) is None


@pytest.mark.parametrize(
    "headline",
    [
        "Kritik: Ebbe – 2. Staffel",
        "Ebbe Staffel 2 Kritik",
        "Ebbe, zweite Staffel: Kritik",
        "Die zweite Staffel von Ebbe",
        "Critique : Ebbe saison 2",
        "Crítica: Ebbe (temporada 2)",
        "Ebbe 2ª temporada: crítica",
        "Recensione: Ebbe stagione 2",
    ],
)
def test_a_season_in_other_languages(headline: str) -> None:
    text = f"{headline}\n\n" + "Die Serie ist warm und klug, die Kamera ruht lange auf den Gesichtern. " * 6
    draft = read_article(text)
    assert (draft.title, draft.season, draft.kind) == ("Ebbe", 2, "season")


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Ebbe, saison 1 à 3 : critique", "Ebbe, saison 1 à 3"),
        ("Ebbe: Besser als die erste Staffel?", "Ebbe"),
        (
            "Ebbe\n\nNach der 1. Staffel war ich skeptisch, aber die Serie wird von Folge zu Folge besser.",
            "Ebbe",
        ),
        ("Ebbe : mieux que la saison 1 ?", "Ebbe"),
    ],
)
def test_several_seasons_or_another_one_are_none(headline: str, title: str) -> None:
    text = f"{headline}\n\n" + "Die Serie ist warm und klug, die Kamera ruht lange auf den Gesichtern. " * 6
    draft = read_article(text)
    assert (draft.title, draft.season) == (title, None)
