"""A name that headline and text share is found although the headline says more, and is no part of one."""

from collections.abc import Callable

import pytest

from bot.rules.extracting.cleaning import read_lines
from bot.rules.extracting.titles import find_name

TALK = "The film is wet, the cast is good and I liked the acting."


def title_of(headline: str, below: str, known: Callable[[str], bool] | None = None) -> str:
    name = find_name(read_lines(f"{headline}\n\n{below} {TALK}"), known)
    return name.title if name else ""


@pytest.mark.parametrize(
    ("headline", "below", "title"),
    [
        (
            "Obscure Finnish Night Ferry gets belated praise",
            "I saw a film called Night Ferry.",
            "Night Ferry",
        ),
        (
            "Charting the Evolution of the Salt Road",
            "For years the Salt Road was long. I saw the Salt Road again.",
            "Salt Road",
        ),
        (
            "What Does the Fall of Old Man Tide Say About Us?",
            "I saw Old Man Tide. Nobody else saw Old Man Tide.",
            "Old Man Tide",
        ),
        (
            "Tideblog: The Keeper's Return",
            "I like The Keeper's Return. In The Keeper's Return a keeper returns.",
            "The Keeper's Return",
        ),
        ("Supper at Marsh's", "I had supper. Supper at Marsh's is wet.", "Supper at Marsh's"),
        (
            "A perfunctory piece of the past\nThe Long Ferry fails to float, despite Otto Marsh",
            "I learned of ferries at school. Rosa Quint shows one in The Long Ferry, with Otto Marsh.",
            "The Long Ferry",
        ),
        (
            "Tides, gulls and age\nGull Girls, but with a ferry",
            "It is like 'Gull Girls'. Last year 'The Long Ferry' began. I saw 'The Long Ferry' twice.",
            "The Long Ferry",
        ),
        ("Otto the gull", "I came across a ferry showing Otto the Gull.", "Otto the Gull"),
        (
            "The ferry and the fury\nThe making of Salt Tide, Otto Marsh: The Man & Salt Tide is long",
            "_Otto Marsh: The Man & Salt Tide_ tells all. I saw _Otto Marsh: The Man & Salt Tide_.",
            "Otto Marsh: The Man & Salt Tide",
        ),
        ("One Tide After Another", "Completed: January 1, 2025\nLast edited: January 2, 2026 12:43", ""),
        ("Low Tide | 2013", "Genre: Action\nI saw Low Tide and Low Tide again.", "Low Tide"),
        ("Keep her dry: The Long Ferry 2 DVD", 'What happens after "I do"? It rains.', "The Long Ferry 2"),
        (
            "Fun and frolics",
            "Absolutely Wet: The Movie (15, 91 mins)\n\nIt is wet.",
            "Absolutely Wet: The Movie",
        ),
        (
            "Spooks 2021 #39 – Otto Marsh – Devil's Harbour (1974)",
            "It is no horror at all.",
            "Devil's Harbour",
        ),
        (
            "Spooks 2021 #3 – Gullzilla – Son of Gullzilla (1967)",
            "Gullzilla is a dad. Gullzilla was bad once, and now Gullzilla is not.",
            "Son of Gullzilla",
        ),
        (
            "That Was a Wet Film: Otto's Ferry",
            "I saw Otto's Ferry. Otto's Ferry is wet. I left Otto's Ferry. That Was a Wet Film.",
            "Otto's Ferry",
        ),
        (
            "Arrest this ferry",
            "A new season of Drifting Ashore is here. I am an DA fan. DA is good, and DA is wet. I love DA.",
            "Drifting Ashore",
        ),
    ],
)
def test_the_name_is_found(headline: str, below: str, title: str) -> None:
    assert title_of(headline, below) == (title or headline)


def test_one_word_is_a_work_where_it_is_known() -> None:
    below = "They say that Tideland is long. I left Tideland early."
    assert title_of("Incoherent Tideland", below, {"Tideland"}.__contains__) == "Tideland"


@pytest.mark.parametrize("name", ["Gulls Are the New Terns", "Gull, Adrift", "Who Is Otto Marsh"])
def test_a_known_name_may_hold_small_words_and_commas(name: str) -> None:
    below = f"With {name}, Rosa Quint shows how it is done\n\nThe keeper is no longer content."
    assert title_of("Ferries are dead", below, {name}.__contains__) == name


@pytest.mark.parametrize(
    ("headline", "below"),
    [
        ("The End of the Ferry", "The End is near. In The End of the Ferry, The End comes."),
        ("The Boat That Jack Built", "There is Jack. It is Jack and Jack again."),
        ("LT", "LT is wet. It is a film called Low Terrace by its foes."),
        ("20th Century Boats", "I saw 20th Century Boats. It is 20th Century Boats."),
        ("Artemis Gull", "Then Artemis falls. I like Artemis. He is Artemis."),
    ],
)
def test_a_part_of_a_name_is_not_the_name(headline: str, below: str) -> None:
    assert title_of(headline, below, {"Jack", "The End"}.__contains__) == headline


@pytest.mark.parametrize(
    "below",
    [
        "{n} is a film directed by Holm. Holm is good. I like Holm, and Holm likes {n}.",
        "{n} stars Rosa Quint. In {n}, Rosa Kemp (Quint) sails. Rosa is brave, and Rosa is wet.",
    ],
)
def test_who_makes_or_plays_is_not_what_is_made(below: str) -> None:
    assert title_of("A keeper's delight", below.format(n="The Salt Road")) == "The Salt Road"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "why a keeper needs patching\nharbour adams a film review by otto marsh\nharbour is a keeper .\n"
            "harbour sings , and harbour laughs .",
            "Harbour Adams",
        ),
        (
            "some call him the quiet man .\nand the quiet man is a pity .\n"
            '" the salted spur " features otto marsh in a role that nobody expects .',
            "The Salted Spur",
        ),
        (
            "the trailer of salt quest is fun .\nottilie marsh ( ida holm ) and gus ( otto kemp ) sail .\n"
            "otto kemp is loud , and salt quest is long .",
            "Salt Quest",
        ),
        (
            "such a thing befell the wet stuff , 1983 film directed by otto marsh .\n"
            "the gulls are here , the gulls are loud , the gulls are wet .\nbut the wet stuff is long .",
            "The Wet Stuff",
        ),
    ],
)
def test_a_name_in_small_letters(text: str, title: str) -> None:
    talk = "\nthe film is wet , the cast is good and the acting is fine ."
    name = find_name(read_lines(text + talk), lambda _: False)
    assert name is not None
    assert name.title == title


def test_the_first_film_is_not_the_sequel() -> None:
    below = "Salt Road 2 is a film. Salt Road was about a child; Salt Road 2 is not. Salt Road is better."
    known = {"Salt Road", "Salt Road 2"}.__contains__
    assert title_of("Salt Road grows up", below, known) == "Salt Road 2"
