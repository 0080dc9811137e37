"""Remarks on the whole work in a review's opening and closing tip a verdict that the tone leaves open."""

import pytest

from bot.rules.extracting.cleaning import read_lines
from bot.rules.extracting.remarks import remarks
from bot.rules.extracting.verdicts import find_verdict

STORY = ["The boat leaves at nine.", "A keeper finds a letter.", "Two sisters row home.", "It rains."] * 3


@pytest.mark.parametrize(
    "words",
    [
        "This is a really good film.",
        "It's an absolute gem.",
        "My favourite series of 2019 was Low Tide.",
        "It is the best thriller I've seen.",
        "I absolutely loved the movie.",
        "I was pleasantly surprised.",
        "A return to form for the whole crew.",
        "It surpassed all my expectations.",
        "This one is definitely worth watching.",
    ],
)
def test_praise_of_the_whole_counts_first_and_last(words: str) -> None:
    assert remarks([words, *STORY]) == 1
    assert remarks([*STORY, words]) == 1


@pytest.mark.parametrize(
    "words",
    [
        "I watched it at once, but was ultimately disappointed.",
        "Low Tide is a letdown in two ways.",
        "It was as bad as I had feared.",
        "The movie falls flat.",
        "This show just doesn't work.",
        "I will probably not be tuning in for more.",
        "I saw it so that you don't have to.",
        "I really disliked the film.",
        "It is one of the worst sequels of the year.",
        "The film is simply boring.",
        "It isn't very good.",
        "I would say: hard pass.",
    ],
)
def test_blame_of_the_whole_counts_first_and_last(words: str) -> None:
    assert remarks([words, *STORY]) == -1
    assert remarks([*STORY, words]) == -1


@pytest.mark.parametrize(
    "words",
    [
        "It is a really good film, but the end drags.",
        "He is disappointed in his brother.",
        "The captain is a bad person.",
        "She loved the sea.",
        "It's a joy at first, though it tires.",
        "It is not worth watching twice, nor is it short.",
        "It is hardly worth watching.",
        "I wish I could say I loved it.",
        "It's not a masterpiece.",
    ],
)
def test_what_is_taken_back_or_said_of_the_story_is_no_praise(words: str) -> None:
    assert remarks([words, *STORY]) <= 0


@pytest.mark.parametrize(
    "words",
    [
        "This is anything but boring.",
        "It is never dull.",
        "It's not bad.",
        "I can't recommend it enough.",
        "I was not disappointed.",
        "Her father is a disappointment.",
        "The cook is a mess.",
    ],
)
def test_blame_that_is_denied_or_of_the_story_is_none(words: str) -> None:
    assert remarks([words, *STORY]) >= 0


def test_no_more_than_two_remarks_count() -> None:
    assert remarks(["I loved it."] * 9) == 2
    assert remarks(["I hated it."] * 9) == -2


def test_what_stands_in_the_middle_is_left_alone() -> None:
    assert remarks([*STORY[:5], "I loved it.", *STORY]) == 0


@pytest.mark.parametrize(("words", "verdict"), [("I loved it.", "watch"), ("I hated it.", "skip")])
def test_a_remark_tips_what_the_tone_leaves_open(words: str, verdict: str) -> None:
    lukewarm = (
        "Low Tide is warm and witty in parts. The middle is weak and flat. Some of it is strong, some poor."
    )
    judgement = find_verdict(None, read_lines(f"{words} {words} {lukewarm}"))
    assert judgement is not None
    assert judgement.verdict == verdict
