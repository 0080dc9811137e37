"""A review without a score still says whether it recommends the work."""

import pytest

from bot.rules.extracting.cleaning import split_sentences
from bot.rules.extracting.loaded_words import loads
from bot.rules.extracting.tone import Tone, chances, listen, verdict_of
from storage import Verdict

WARM = (
    "Low Tide is a gorgeous film. The lead is superb. I loved the quiet ending of every scene. "
    "The music is charming and the camera is never dull. A triumph, and not to be missed."
)
COLD = (
    "Low Tide is a tedious film. The lead is wooden. The jokes fall flat and the plot is a mess. "
    "The music is not good. A waste of a fine idea, and a disappointing evening."
)
BOTH = "Warm and witty in parts. The middle is weak and flat. Some scenes are strong and moving, others poor."


def tone(text: str) -> Tone:
    return listen(split_sentences(text))


def verdict(text: str) -> Verdict | None:
    heard = verdict_of(tone(text))
    return heard[0] if heard else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WARM, "watch"),
        (COLD, "skip"),
        (BOTH, "maybe"),
        ("It rained in the harbour. The boat left at nine.", None),
    ],
)
def test_the_words_tell_the_verdict(text: str, expected: Verdict | None) -> None:
    assert verdict(text) == expected


def test_a_review_that_hardly_judges_is_not_of_two_minds() -> None:
    assert verdict("A superb start and a dull end. It rained.") is None


def test_a_negation_turns_a_word_round() -> None:
    assert tone("It is never boring.").warmth > 0 > tone("It is not funny.").warmth


def test_the_end_outweighs_the_middle() -> None:
    middle = ["It rained."] * 4 + ["It is superb."] + ["It rained."] * 4 + ["It is dreadful."]
    assert listen(middle).warmth < 0


def test_what_is_said_of_the_whole_work_outweighs_what_is_said_of_a_part() -> None:
    assert (
        tone("The film is dull. The song was witty.").warmth
        < tone("The song was dull. The film is witty.").warmth
    )
    assert (
        tone("It's a witty film. The end was dull.").warmth
        > tone("It was a dull film. The end is witty.").warmth
    )


def test_what_follows_a_but_outweighs_what_precedes_it() -> None:
    assert tone("It is brilliant, but boring.").warmth < tone("It is boring, but brilliant.").warmth


def test_saying_it_again_and_at_length_is_not_saying_it_louder() -> None:
    assert tone("It is superb. " * 9).warmth < 2 * tone("It is superb.").warmth
    assert tone(WARM * 9).warmth == pytest.approx(tone(WARM).warmth, rel=0.3)


def test_a_phrase_has_a_load_of_its_own() -> None:
    assert tone("What makes it tick is unclear.").warmth > 0 > tone("At best it ticks.").warmth


def test_the_sentence_that_tells_the_verdict_best_is_quoted() -> None:
    assert tone(WARM).words("watch") == "The music is charming and the camera is never dull."
    assert tone(COLD).words("skip") == "A waste of a fine idea, and a disappointing evening."
    assert tone("It is superb. It is witty but dull.").words("maybe") == "It is witty but dull."
    assert tone("It is superb.").words("skip") == "It is superb."


def test_a_lukewarm_review_is_trusted_less() -> None:
    sure = {text: heard[1] for text in (WARM, BOTH, COLD) if (heard := verdict_of(tone(text)))}
    assert sure[BOTH] < 0.7 <= min(sure[WARM], sure[COLD])


@pytest.mark.parametrize("warmth", [-20.0, -3.0, 0.0, 0.25, 3.5, 20.0])
def test_the_chances_of_the_verdicts_add_up_to_one(warmth: float) -> None:
    assert sum(chances(warmth).values()) == pytest.approx(1)
    assert min(chances(warmth).values()) > 0


def test_a_plain_recommendation_tips_a_lukewarm_review() -> None:
    assert verdict_of(tone(BOTH), lean=3.0) != verdict_of(tone(BOTH), lean=-3.0)


def test_nothing_said_is_nothing_heard() -> None:
    assert listen([]) == Tone(0.0, 0, "", "", "")
    assert verdict_of(listen([])) is None


def test_each_word_has_one_load() -> None:
    assert {abs(load) for load in loads().values()} <= set(range(2, 13))
    assert all(word == word.lower() and len(word.split()) <= 2 for word in loads())
