"""A review without a score still says whether it recommends the work."""

import pytest

from bot.rules.extracting.cleaning import split_sentences
from bot.rules.extracting.tone import Tone, listen
from storage import Verdict

WARM = (
    "Low Tide is a gorgeous film. The lead is superb. I loved the quiet ending of every scene. "
    "The music is charming and the camera is never dull. A triumph, and not to be missed."
)
COLD = (
    "Low Tide is a tedious film. The lead is wooden. The jokes fall flat and the plot is a mess. "
    "The music is not good. A waste of a fine idea, and a disappointing evening."
)


def tone(text: str) -> Tone:
    return listen(split_sentences(text))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (WARM, "watch"),
        (COLD, "skip"),
        ("It rained in the harbour. The boat left at nine.", None),
        (
            "Warm and witty in parts. The middle is weak and flat. Some scenes are strong, others poor.",
            "maybe",
        ),
    ],
)
def test_the_words_tell_the_verdict(text: str, verdict: Verdict | None) -> None:
    assert tone(text).verdict == verdict


def test_a_negation_turns_a_word_round() -> None:
    assert tone("It is never boring.").warmth > 0 > tone("It is not funny.").warmth


def test_the_end_outweighs_the_middle() -> None:
    middle = ["It rained."] * 4 + ["It is superb."] + ["It rained."] * 4 + ["It is dreadful."]
    assert listen(middle).warmth < 0


def test_the_sentence_that_tells_it_best_is_quoted() -> None:
    assert tone(WARM).words == "A triumph, and not to be missed."


def test_a_lukewarm_review_is_trusted_less() -> None:
    assert tone("Warm and witty. Flat and poor. Strong, but weak.").sure < 0.7 <= tone(WARM * 2).sure


def test_nothing_said_is_nothing_heard() -> None:
    assert listen([]) == Tone(0.0, 0.0, "")
