"""Which of an article's sentences make its summary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.extracting.cleaning import read_lines
from bot.rules.extracting.summaries import summarise


def test_what_happens_when_somebody_acts_is_no_judgement() -> None:
    said = "Overall, the film is superb when Rosa climbs the tower."
    assert summarise(["It rains.", said], "Spokes", []) == ""
    told = "The most fun part of this great film is when the geese are shaving the mayor."
    assert summarise(["It rains.", told], "Spokes", []) == ""
    told = "Overall, seeing Rosa walk off with the prize saves the film."
    assert summarise(["It rains.", told], "Spokes", []) == ""
    told = "The film's one great highlight sees Rosa shaving the mayor."
    assert summarise(["It rains.", told], "Spokes", []) == ""
    assert summarise(["It rains.", "Overall, the film is superb when it rains."], "Spokes", []) != ""


def test_what_somebody_minds_is_no_summary() -> None:
    sentences = ["My only problem is the premise of the film: that chains are a terrible burden."]
    assert summarise(sentences, "Spokes", []) == ""


def test_a_summary_is_premise_and_judgement_without_spoilers_scores_and_adverts() -> None:
    sentences = [
        "Watch Spokes on Hulu!",
        "Spokes follows a cycling club through one wet summer.",
        "Rolf dies in the rain.",
        "The treasurer oils a chain.",
        "Overall, Spokes is a charming film.",
        "I give it 4 out of 5!",
    ]
    assert summarise(sentences, "Spokes", ["Rolf"]) == f"{sentences[1]} {sentences[4]}"


@pytest.mark.parametrize("label", ["Verdict: ", "Verdict – ", "Final verdict: "])
def test_a_verdict_that_is_labelled_so_is_the_reviewers(label: str) -> None:
    said = f"{label}a wet and long evening."
    assert summarise(["It rains.", said, "It rains."], "Spokes", []) == said


def test_a_courts_verdict_is_not_the_reviewers() -> None:
    court = "When the verdict looks to free the sailors, the mayor replaces the judge."
    said = "My verdict is that Spokes rains too much."
    assert summarise([court, "It rains.", said], "Spokes", []) == said


def test_a_summary_is_empty_where_nothing_is_safe() -> None:
    assert summarise(["Spokes follows Rolf, who dies.", "If you like rain, watch it."], "Spokes", []) == ""
    assert summarise([], "Spokes", []) == ""


def summary(*sentences: str, verdict: str | None = None) -> str:
    return summarise(sentences, "Spokes: The Long Climb", [], verdict=verdict)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "told",
    [
        "Spokes: The Long Climb follows a cycling club through one wet summer.",
        "'The Long Climb' is a drama about a treasurer who counts the wrong coins.",
        "The Long Climb (1987) follows two brothers who row out at night.",
        "Set in a harbour town, this film centres on two brothers and a bicycle.",
        "The story revolves around a mayor who cannot swim.",
        "It tells the story of a lighthouse keeper and her geese.",
        "We follow a baker through the longest night of the year.",
        "Ida Holm's The Long Climb takes place in a town without a railway.",
        "Per Lund, fresh from the stage, plays a treasurer with a secret stair.",
        "In this story of a baker and his geese, the harbour is never far away.",
    ],
)
def test_what_a_work_is_about_goes_first(told: str) -> None:
    assert summary(told, "It rains.", "It rains again.") == told


@pytest.mark.parametrize(
    "no_premise",
    [
        "The story follows the usual pattern of cycling films.",
        "The premise is as follows and will surprise nobody.",
        "I follow this film maker since his first bicycle.",
        "Ida Holm plays the part as if it were a coat.",
        "A lorry follows the club down to the harbour.",
        "The Long Climb tells Rolf that the mayor has been lying to him.",
    ],
)
def test_what_only_sounds_like_a_premise_is_none(no_premise: str) -> None:
    assert summary(no_premise, "It rains.", "It rains again.") == ""


@pytest.mark.parametrize(
    "judged",
    [
        "Overall, The Long Climb is a charming film.",
        "All in all, this is a gripping and beautiful series.",
        "The film is a dull, tedious affair.",
        "It's a wonderful film with a warm heart.",
        "I highly recommend that everyone see it.",
        "I would recommend this to anyone with a bicycle.",
        "The Long Climb, starring Ida Holm and a very patient goose from the north, is a superb thriller.",
        "An absolutely gorgeous film.",
        "In all fairness, this is a well-written movie.",
        "Overall, I enjoyed the film.",
        "While it is slow, the series is still worth watching.",
    ],
)
def test_what_is_said_of_the_whole_sums_it_up(judged: str) -> None:
    assert summary("It rains.", "It rains again.", judged) == judged


@pytest.mark.parametrize(
    "said",
    [
        "April is the best month of the year.",
        "One of my friends recommended the film to me.",
        "The best anime does the impossible.",
        "It's great to see a harbour on a screen.",
        "It is hard to say whether this is a good film.",
        "It was a beautiful song.",
        "The film's opening is gorgeous.",
        "A good story changes its people.",
        "A constant delight throughout the film is the goose.",
        "I recommend reading the book.",
        "Nevertheless, the film is a delight.",
        "Despite these faults, the film is a delight.",
        "the film is a delight.",
        "My wife and I enjoyed the film.",
        "He makes the film a delight.",
        "The film, as I mentioned, is a delight.",
        "It is the most beautiful part of the town.",
        "The studio is a masterpiece of a harbour.",
        "I loved this film, and I can't wait for Salt Road (2019).",
        "I recommend watching the original before this.",
        "I recommend checking out the harbour songs of the north.",
        'The film is a superb and gripping delight" but I should be moved.',
    ],
)
def test_what_is_said_of_something_else_or_leans_on_what_stands_before_does_not(said: str) -> None:
    assert summary("It rains.", "It rains again.", said) == ""


def test_it_means_the_work_where_the_sentence_before_speaks_of_it() -> None:
    judged = "It is superb and never dull."
    assert summary("The film was shot in Norway.", judged, "It rains.") == judged
    assert summary("The museum is open on Sundays.", judged, "It rains.") == ""


def test_what_speaks_for_the_verdict_goes_first() -> None:
    praise = "The film is a superb and gripping journey through four wet and windy counties, " * 2
    blame = "The film is a dull and tedious journey through four wet and windy counties, " * 2
    praise, blame = (f"{said.rstrip(', ')} and through a long winter." for said in (praise, blame))
    assert summary(praise, blame, verdict="watch") == praise
    assert summary(praise, blame, verdict="skip") == blame


def test_the_same_is_not_said_twice() -> None:
    once, again = (
        "I recommend this film without reservation.",
        "This is a film I recommend without reservation.",
    )
    assert summary("It rains.", once, again) in (once, again)


def test_what_differs_by_more_than_the_works_name_is_said() -> None:
    told = "'The Long Climb' is a political thriller about a mayor who cannot swim."
    judged = "'The Long Climb' is a superb, gripping political thriller."
    assert summary(told, "It rains.", judged) == f"{told} {judged}"
    quick = "This is a super quick watch, ten episodes in all."
    again = "It is a fun quick watch."
    assert summary(quick, "It rains.", again) in (quick, again)


def test_a_closing_part_counts_only_where_it_is_short() -> None:
    said = "A superb, gripping evening."
    assert read_lines(f"It rains.\n\nVerdict\n\n{said}").closing == {said}
    assert (
        read_lines(f"It rains.\n\nThoughts\n\n{said} " + " ".join(f"Rain {n}." for n in range(9))).closing
        == set()
    )


@given(st.lists(st.text(alphabet="aIt is.film 'SpokeÅ(", min_size=1, max_size=60), max_size=12))
def test_a_summary_is_some_of_the_sentences_in_their_order(sentences: list[str]) -> None:
    kept = [said for said in dict.fromkeys(" ".join(each.split()) for each in sentences) if said]
    made = summarise(kept, "Spokes", [])
    assert len(made.split()) <= 60
    place = 0
    for said in kept:
        place += len(said) + 1 if made[place:].startswith(said) else 0
    assert place >= len(made)
