"""A score decides the verdict; words decide without one, and soften one from the middle of its scale."""

import pytest

from bot.rules.extracting.cleaning import read_lines
from bot.rules.extracting.own_scores import find_score
from bot.rules.extracting.verdicts import Judgement, find_verdict
from storage import Verdict

WARM = "Low Tide is a gorgeous film. The lead is superb, the music charming. A witty, moving triumph."
COLD = "Low Tide is a tedious film. The lead is wooden, the music bland. A dull, disappointing mess."
BOTH = (
    "Low Tide is warm and witty in parts. The middle is weak and flat. Some scenes are strong and moving, "
    "some poor."
)


def judged(text: str) -> Judgement | None:
    return find_verdict(find_score(text), read_lines(text))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"{COLD}\nRating: 4/5", "watch"),
        (f"{WARM}\nRating: 1/5", "skip"),
        (f"{WARM}\nRating: 3/5", "watch"),
        (f"{COLD}\nRating: 3/5", "maybe"),
        (f"{COLD}\nRating: 5/10", "skip"),
        (f"{WARM}\nRating: 5/10", "maybe"),
        (f"{BOTH}\nRating: 3/5", "maybe"),
        (f"{BOTH}\nRating: 2.5/5", "maybe"),
        (f"{BOTH}\nRating: 2.5/4", "maybe"),
        (f"{WARM}\nRating: 2/4", "skip"),
        (f"{COLD}\nRating: 3/4", "watch"),
        (f"{BOTH}\nRating: B-", "maybe"),
        (f"{COLD}\nRating: 7/10", "watch"),
        (f"{WARM}\nRating: 3/5 (average)", "maybe"),
        (f"{COLD}\nA middling 2.5 stars.", "maybe"),
        (f"{BOTH} Highly recommended.\nRating: 3/5", "watch"),
        (f"{BOTH} Two thumbs up.\nRating: 3/5", "watch"),
        (f"{BOTH} Thumbs down.\nRating: 2.5/5", "skip"),
        (f"{BOTH} Don't bother.\nRating: 5/10", "skip"),
        ("It rained on Low Tide.\nRating: 3/5", "watch"),
        ("It rained on Low Tide.\nRating: 5/10", "skip"),
    ],
)
def test_a_score_decides_and_words_only_soften_the_middle(text: str, verdict: Verdict) -> None:
    found = judged(text)
    assert found is not None
    assert (found.verdict, found.words) == (verdict, find_score(text).score.text)  # type: ignore[union-attr]


def test_a_score_from_the_middle_is_in_doubt() -> None:
    plain, middle = judged(f"{WARM}\nRating: 5/5"), judged(f"{WARM}\nRating: 3/5")
    assert plain is not None
    assert middle is not None
    assert middle.sure < 0.7 <= plain.sure


@pytest.mark.parametrize(("text", "verdict"), [(WARM, "watch"), (COLD, "skip"), (BOTH, "maybe")])
def test_without_a_score_the_words_decide_and_are_quoted(text: str, verdict: Verdict) -> None:
    found = judged(text)
    assert found is not None
    assert found.verdict == verdict
    assert found.words in text


@pytest.mark.parametrize(
    ("closing", "verdict"),
    [
        ("Highly recommended.", "watch"),
        ("Don't bother.", "skip"),
        ("What a sad waste.", "skip"),
        ("A missed opportunity.", "skip"),
        ("Save your money.", "skip"),
        ("Spend your $10 on a boat.", "skip"),
        ("You might want to let Low Tide pass you by.", "skip"),
        ("It is easily in my top ten of all time.", "watch"),
    ],
)
def test_a_plain_recommendation_tips_a_lukewarm_review(closing: str, verdict: Verdict) -> None:
    found = judged(f"{BOTH} {closing}")
    assert found is not None
    assert found.verdict == verdict


def test_where_nothing_is_judged_there_is_no_verdict() -> None:
    assert judged("It rained in the harbour. The boat left at nine.") is None
