"""What everybody knows need stand in no store: famous names are other works' wherever texts compare."""

from pathlib import Path

import pytest

from bot.rules.extracting import famous_names, read_article
from bot.rules.extracting.comparables import find_comparables
from bot.rules.extracting.famous_names import is_famous, known_or_famous

_REVIEW = """Lanternfish review

Lanternfish follows a diver who cannot let go of an old debt. The harbour is wet, the nights are long, and
the cast is splendid from the first scene to the last one. {}
"""
_SMALL = [
    "the harbour is wet and the nights are long .",
    "a diver can not let go of an old debt , and his sister helps him .",
]


@pytest.mark.parametrize("name", ["Blade Runner", "Breaking Bad", "The Godfather", "Spirited Away", "Sholay"])
def test_a_famous_name_is_compared_though_the_store_lacks_it(name: str) -> None:
    draft = read_article(_REVIEW.format(f"It is better than {name} by some way."))
    assert draft.comparables == (name,)


def test_a_store_that_lacks_a_famous_name_does_not_hide_it() -> None:
    draft = read_article(
        _REVIEW.format("It is better than Blade Runner by some way."), {"Gulls"}.__contains__
    )
    assert draft.comparables == ("Blade Runner",)


@pytest.mark.parametrize(
    ("name", "famous"),
    [
        ("the godfather", True),
        ("Deer Hunter", True),
        ("The Deer Hunter", True),
        ("The Blade Runner", True),
        ("GOODFELLAS", True),
        ("Wall-E", True),
        ("The Ring", True),
        ("Ring", False),
        ("Lanternfish", False),
        ("", False),
    ],
)
def test_an_article_more_or_less_does_not_matter_but_for_single_words(name: str, famous: bool) -> None:
    assert is_famous(name) is famous


def test_as_written_an_article_too_many_does_matter() -> None:
    assert is_famous("the deer hunter", as_written=True)
    assert is_famous("deer hunter", as_written=True)
    assert not is_famous("the star trek", as_written=True)


def test_known_names_and_famous_ones_are_both_known() -> None:
    known = known_or_famous({"Lanternfish"}.__contains__)
    assert known("Lanternfish")
    assert known("Blade Runner")
    assert not known("Salt Road")


def test_each_famous_name_stands_once_in_the_list() -> None:
    names = Path(famous_names.__file__).with_suffix(".txt").read_text("utf-8").splitlines()
    assert len(names) > 5000
    assert all(name == name.strip() and is_famous(name) for name in names)
    assert len({name.lower() for name in names}) == len(names)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("it is not unlike the deer hunter , but wetter .", ("the deer hunter",)),
        ("in other films , such as bull durham and the natural , it rains .", ("bull durham", "the natural")),
        ("it plays like a wet star trek: insurrection .", ("star trek: insurrection",)),
        ("films like goodfellas are longer .", ("goodfellas",)),
        ('it is wetter than " the deer hunter " .', ("the deer hunter",)),
    ],
)
def test_famous_names_in_small_letters_are_names(sentence: str, names: tuple[str, ...]) -> None:
    assert find_comparables([*_SMALL, sentence], ["Lanternfish"], is_famous) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "it is more like a river than a film .",  # "A River" alone is nothing
        "it is better than the ring that she wears .",
        "nobody is as good as friends are .",
        "like the others , he waits in the rain .",
    ],
)
def test_words_in_small_letters_are_no_names(sentence: str) -> None:
    assert find_comparables([*_SMALL, sentence], ["Lanternfish"], is_famous) == ()


def test_texts_with_capitals_are_left_as_they_are() -> None:
    sentences = [
        "The harbour is wet. Ida Holm Waits in the Rain.",
        "it is not unlike the deer hunter, but wetter.",
    ]
    assert find_comparables(sentences, ["Lanternfish"], is_famous) == ()


def test_one_pair_of_marks_may_hold_several_names() -> None:
    sentence = "It is drawn like 'Spirited Away, Castle in the Sky, Princess Mononoke'."
    names = ("Spirited Away", "Castle in the Sky", "Princess Mononoke")
    assert find_comparables([sentence], ["Lanternfish"], is_famous) == names


def test_a_comma_within_a_name_parts_nothing() -> None:
    sentence = "It is better than 'The Good, the Bad and the Ugly', and akin to Kiss Kiss, Bang Bang."
    names = ("The Good, the Bad and the Ugly", "Kiss Kiss, Bang Bang")
    assert find_comparables([sentence], ["Lanternfish"], is_famous) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Marsh was the mind behind films like Blue Velvet.",
        'Ida Holm ("The Big Bang Theory"\'s Amy Farrah Fowler as a child) sings.',
        "It is better than Frank, who waits.",
    ],
)
def test_credits_and_persons_are_no_comparables(sentence: str) -> None:
    known = known_or_famous({"Frank"}.__contains__)
    assert find_comparables([sentence], ["Lanternfish"], known) == ()


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Can anyone make a film that betters the much loved Rocky?", ("Rocky",)),
        ("It is no film that is as aesthetically pleasing as Raging Bull.", ("Raging Bull",)),
        ("It makes the Twilight franchise look appealing.", ("Twilight",)),
        ("It gave up drama for a remake of Saw.", ("Saw",)),
        ("It is almost the opposite of Inception.", ("Inception",)),
        ("The average attempts of late (ahem, Alice in Wonderland) are worse.", ("Alice in Wonderland",)),
        ("The technique is a clever one that worked well in Forrest Gump.", ("Forrest Gump",)),
        (
            "It is better than the fourth movie(On Stranger Tides), of which nobody speaks.",
            ("On Stranger Tides",),
        ),
        (
            "After the success of Twilight, and the rise and fall of True Blood, there is another one.",
            ("Twilight", "True Blood"),
        ),
    ],
)
def test_more_is_compared_where_the_name_is_famous(sentence: str, names: tuple[str, ...]) -> None:
    assert find_comparables([sentence], ["Lanternfish"], is_famous) == names


def test_a_first_name_with_a_year_is_a_works() -> None:
    assert find_comparables(["Unlike Emma (2020), it rains."], ["Lanternfish"], {"Emma"}.__contains__) == (
        "Emma",
    )


def test_what_the_text_says_for_short_is_not_listed_twice() -> None:
    sentences = ["It refers to The Wet Life of Ida Holm.", "These are nods to 'Wet Life', too."]
    known = {"The Wet Life of Ida Holm", "Wet Life"}
    assert find_comparables(sentences, ["Lanternfish"], known.__contains__) == ("The Wet Life of Ida Holm",)


def test_what_a_name_is_called_for_short_is_no_part_of_it() -> None:
    sentence = "It is sour because 'The Last Jedi (TLJ)' showed us that this could be fresh."
    assert find_comparables([sentence], ["Lanternfish"], is_famous) == ("The Last Jedi",)


@pytest.mark.parametrize(
    "sentence",
    [
        "He is the opposite of Batman, and waits in the rain.",  # who is a hero first of all
        "Ida looks exactly like Paul, who waits.",
        "The keeper as well as Otto finally learns to swim.",
        "Marsh was the mind behind films like 'Gulls' and 'Low Tide', where it rains.",
        "We should expect a dark Lanternfish Season 4 Finale.",
        "It is unlike Otto Marsh's 2011 film of the sea.",
        "It is bigger than the Wet Star, and feels like the New Harbour.",
        "In comparison, songs like The Wet Stone, You Are Wetter Than You Think, and Gulls stand out.",
        "It is wetter than the rest, for it was written by Ida Holm ('Gulls', 'Low Tide').",
        "It rained more than it does now, from 1960 to 2010.",
    ],
)
def test_persons_and_things_are_not_compared_as_works(sentence: str) -> None:
    known = known_or_famous({"Paul", "Otto", "Gulls", "Low Tide"}.__contains__)
    assert find_comparables([sentence], ["Lanternfish"], known) == ()


def test_a_repeated_phrase_in_small_letters_is_no_title() -> None:
    """A word's last letter is no article: "ida holm" has none, "the harbour" has."""
    text = (
        "kissing an otter has a slow first act . "
        + " ".join(_SMALL)
        + (
            " kissing an otter is a comedy that is not funny . i like otters . "
            "when the rain stops , kissing an otter ends ."
        )
    )
    assert read_article(text).title == "Kissing an Otter"
