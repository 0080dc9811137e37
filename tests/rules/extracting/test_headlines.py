"""Headlines of many kinds name the same work, whatever stands round the name."""

import pytest

from bot.rules.extracting.cleaning import read_lines
from bot.rules.extracting.headlines import bare, without_rubric
from bot.rules.extracting.titles import find_name

UNNAMED = "\n\nI went on a wet evening. The director knows his trade, and the film shows it.\n"
NAMED = UNNAMED.replace("the film", "{n}") + "\nOtto Marsh knows it. I liked {n}.\n"


@pytest.mark.parametrize(
    "headline",
    [
        "[Movie Review] {n}",
        "[Movie Review] {n} (2019)",
        "[Film] {n}",
        "(Review) {n}",
        "Mini-Review: {n}",
        "Blu-ray Review: {n}",
        "Film: {n} (2019)",
        "Film of the Week: {n}",
        "Movie Night: {n}",
        "Friday Film: {n}",
        "31 Days of Horror: {n}",
        "Day 12: {n}",
        "100 Films in 2019 #12 – {n}",
        "12. {n}",
        "What I Watched: {n}",
        "Just Watched: {n}",
        "{n} - A Review",
        "{n}: A Spoiler-Free Review",
        "{n}: My Thoughts",
        "{n} – First Impressions",
        "{n} - Film vs Book",
        "{n} (Limited Series)",
        "{n} (TV Series, 2019)",
        "{n} (2019, dir. Otto Marsh)",
        "{n} [2019]",
        "{n}, 2019",
        "{n} (No Spoilers)",
        "{n} @ the Odeon",
        "{n} at 20",
        "{n} - 10 Years Later",
        "{n} Spoiler Review",
    ],
)
@pytest.mark.parametrize("name", ["Lanternfish", "The Long Ferry", "Cold Harbour: The Last Tide"])
def test_what_hangs_on_a_name_is_not_of_it(headline: str, name: str) -> None:
    found = find_name(read_lines(headline.format(n=name) + UNNAMED))
    assert found is not None
    assert found.title == name


@pytest.mark.parametrize(
    "headline",
    [
        "Biased Thoughts on {n}",
        "A Few Thoughts About {n}",
        "First Impressions of {n}",
        "Notes on {n}",
        "Looking Back at {n}",
        "In Defense of {n}",
        "An ode to {n}",
        "The Trouble with {n}",
        "Let's talk about {n}",
        "I finally watched {n}",
        "Re-watching {n}",
        "Revisiting {n}",
        "So I saw {n}",
        "Go see {n}",
        "Why I Love {n}",
        "Why you should watch {n}",
        "Should you watch {n} on Netflix?",
        "Is {n} Worth Watching?",
        "What {n} Gets Right",
        "The new {n} film wasn't terrible",
    ],
)
@pytest.mark.parametrize("name", ["Lanternfish", "The Long Ferry"])
def test_a_phrase_leads_to_the_name(headline: str, name: str) -> None:
    found = find_name(read_lines(headline.format(n=name) + UNNAMED))
    assert found is not None
    assert found.title == name


@pytest.mark.parametrize(
    "headline",
    [
        "{n} wasn't terrible",
        "{n} Made Me Cry",
        "{n}, or How I Stopped Worrying",
        "{n}, a wet masterpiece",
        "{n}: A Wet Masterpiece",
        "{n} – wet, wild and wonderful",
        "A Wet Masterpiece: {n}",
        "Otto Marsh's {n}",
        "Otto Marsh's {n} (2019)",
        "{n} by Otto Marsh",
        "{n} | The Reel Blog",
        "The {n} review",
    ],
)
def test_what_is_said_of_a_name_that_the_text_repeats_is_not_of_it(headline: str) -> None:
    found = find_name(read_lines(headline.format(n="Lanternfish") + NAMED.format(n="Lanternfish")))
    assert found is not None
    assert found.title == "Lanternfish"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "Marsh: The Dark Ferry (2013)\nThe second Marsh film is about The Dark Ferry.",
            "Marsh: The Dark Ferry",
        ),
        (
            "Otto Road: Salt Run (2015)\nI saw the old Otto Road films. In 'Salt Run' it rains.",
            "Otto Road: Salt Run",
        ),
        (
            "Tidal Beasts: The Crimes of Quint (2018)\n'The Crimes of Quint' is long.",
            "Tidal Beasts: The Crimes of Quint",
        ),
        (
            "Captain v Sailor: Dawn of Salt\nDidn't love it.\nThe 'Salt League' takes its time.",
            "Captain v Sailor: Dawn of Salt",
        ),
    ],
)
def test_of_a_name_in_two_parts_both_are_kept(head: str, title: str) -> None:
    found = find_name(read_lines(head))
    assert found is not None
    assert found.title == title


def test_a_word_that_is_seldom_a_name_is_one_where_the_text_quotes_it() -> None:
    text = "Thoughts on It\nNotice: I am no expert, but I heard much of _It_.\nI enjoyed _It_ and its clown."
    found = find_name(read_lines(text))
    assert found is not None
    assert found.title == "It"


@pytest.mark.parametrize("said", ["I'd", "Don't", "Zero", "Notice"])
def test_what_only_opens_a_sentence_is_no_name(said: str) -> None:
    found = find_name(
        read_lines(f"It rained on us\n{said} stars, so the reviews {said} say.\n{said} it was.")
    )
    assert found is None or found.title != said


def test_a_headline_that_nothing_bears_out_is_not_trusted() -> None:
    found = find_name(read_lines("A Sea of Troubles" + UNNAMED))
    assert found is not None
    assert found.sure < 0.7


def test_rubrics_go_and_names_stay() -> None:
    assert without_rubric("Movie of the week: Low Tide - A Review") == "Low Tide"
    assert without_rubric("Low Tide: Salt Run") == "Low Tide: Salt Run"
    assert bare("Low Tide (Hulu, 2014)") == "Low Tide"
    assert bare("Low Tide [Live]") == "Low Tide [Live]"
