"""Further ways in which a review sets other works beside its own."""

import pytest

from bot.rules.extracting.comparables import find_comparables

_KNOWN = {"Salt Road", "Heron", "Low Tide", "Gulls", "The Long Ferry"}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("It tries to capture that Salt Road or Low Tide feel.", ("Salt Road", "Low Tide")),
        ("We've already had Salt Road.", ("Salt Road",)),
        ("It shares some of Heron's grim outlook.", ("Heron",)),
        ("It takes its cues from Salt Road.", ("Salt Road",)),
        ("The joke works here in a way it did not in Salt Road.", ("Salt Road",)),
        ("Even if you haven't seen The Long Ferry, you know the end.", ("The Long Ferry",)),
        ("I really loved Low Tide.", ("Low Tide",)),
        ("There are better options in the series ('Harbour II' or better yet 'Harbour III').",
         ("Harbour II", "Harbour III")),
        ("'Seagulls' is an example of this.", ("Seagulls",)),
        ("Gulls did this first and better.", ("Gulls",)),
        ("The lodger is nearly identical to the one in Low Tide.", ("Low Tide",)),
        ("For an hour it is a children's version of 'Seagulls'.", ("Seagulls",)),
        ("I grew up with Salt Road, Low Tide and the rain.", ("Salt Road", "Low Tide")),
        ("I dreaded this Salt Road spin-off.", ("Salt Road",)),
        ("It keeps its secret, which The Long Ferry also does.", ("The Long Ferry",)),
        ("It is a mixture of Heron, Gulls and rain.", ("Heron", "Gulls")),
        ("It turns round at half-time, à la Otto Marsh's Heron.", ("Heron",)),
        ("He lumbers just like The Old Heron!", ("The Old Heron",)),
        ("It copies from The Long Ferry and Low Tide.", ("The Long Ferry", "Low Tide")),
        ("The silence reminded me of S3E4 of Salt Road.", ("Salt Road",)),
        ("It has the same fault as Salt Road has.", ("Salt Road",)),
        ("It reaches Salt Road levels of wetness.", ("Salt Road",)),
        ("The harbour calls to mind Low Tide.", ("Low Tide",)),
        ("Shows like Piers are doing it now.", ("Piers",)),
        ("If you want rain, go watch The Old Pier or The Wet Coat.", ("The Old Pier", "The Wet Coat")),
        ("It is better than Company of Able Seamen 2/5.", ("Company of Able Seamen",)),
    ],
)  # fmt: skip
def test_a_work_that_is_set_beside_is_found(sentence: str, names: tuple[str, ...]) -> None:
    assert find_comparables([sentence], ["Harbour"], _KNOWN.__contains__) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "It costs less than a Heron.",
        "They are invaders as much as the Gulls.",
        "They look a lot like Divers from Marvel.",
        "Ida and Otto did it better.",
        "A combination of CGI and Otto Marsh.",
        "It was a good end to the '9' players, unlike others.",
        "The climbing reminded me of The Salt Cliff the video game.",
    ],
)
def test_things_and_characters_are_not(sentence: str) -> None:
    assert find_comparables([sentence], ["Harbour"], _KNOWN.__contains__) == ()


def test_a_name_that_the_text_comes_back_to_is_a_measure() -> None:
    sentences = ["The irony of The Long Ferry is gone.", "The Long Ferry went further."]
    assert find_comparables(sentences, ["Harbour"], _KNOWN.__contains__) == ("The Long Ferry",)


def test_what_belongs_to_the_name_is_kept_in_that_of_a_spin_off() -> None:
    sentences = ["It does not compare well to the Miller's Galley Celebrity UK series."]
    assert find_comparables(sentences, ["Miller's Galley USA"]) == ("Miller's Galley Celebrity UK",)
