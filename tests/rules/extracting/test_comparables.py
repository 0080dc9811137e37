"""Further ways in which a review sets other works beside its own."""

import pytest

from bot.rules.extracting.comparables import find_comparables

_KNOWN = {"Salt Road", "Heron", "Low Tide", "Gulls", "The Long Ferry", "Night Boat", "New Quay"}


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


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("While Low Tide took its time, this one runs.", ("Low Tide",)),
        ("Salt Road it ain't.", ("Salt Road",)),
        ("Think Salt Road with a smaller boat.", ("Salt Road",)),
        ("Salt Road fans will feel at home.", ("Salt Road",)),
        ("It is the Salt Road of boat films.", ("Salt Road",)),
        ("It has neither the charm of Salt Road nor the bite of Low Tide.", ("Salt Road", "Low Tide")),
        ("After the triumph of The Long Ferry, this is thin.", ("The Long Ferry",)),
        ("It feels like an episode of Night Boat.", ("Night Boat",)),
        ("Half Salt Road, half Low Tide, it never settles.", ("Salt Road", "Low Tide")),
        ("It sits comfortably alongside Salt Road and Low Tide.", ("Salt Road", "Low Tide")),
        ("Apart from Salt Road, no film about boats has made me cry.", ("Salt Road",)),
        ("It tries to be Salt Road and fails.", ("Salt Road",)),
        ("The obvious touchstone is Low Tide.", ("Low Tide",)),
        ("Viewers of Salt Road will know this trick.", ("Salt Road",)),
        ("It's Low Tide on a bus.", ("Low Tide",)),
        ("This makes Salt Road look tame.", ("Salt Road",)),
        ("As Salt Road showed, boats are not enough.", ("Salt Road",)),
        ("He does it all as in an episode of Salt Road or Low Tide.", ("Salt Road", "Low Tide")),
        ("It is as grim as Salt road was.", ("Salt road",)),
        ("It has the best tune since Salt Road: The rain falls on it.", ("Salt Road",)),
        ("If only we all lived like Otto in Gulls.", ("Gulls",)),
    ],
)
def test_a_known_name_counts_where_words_right_beside_it_compare(
    sentence: str, names: tuple[str, ...]
) -> None:
    known = {name.lower() for name in _KNOWN}
    assert find_comparables([sentence], ["Harbour"], lambda name: name.lower() in known) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Where 'Red Pier' had warmth, this has only rain.", ("Red Pier",)),
        ("The best boat film remains 'Red Pier'.", ("Red Pier",)),
        ("Move over, 'Red Pier'.", ("Red Pier",)),
        ("A modern-day 'Red Pier', it moves fast.", ("Red Pier",)),
        ("It has all the hallmarks of 'Red Pier'.", ("Red Pier",)),
        ("By comparison, 'Red Pier' is a romp.", ("Red Pier",)),
        ("It's a bit 'Red Pier', a bit 'Blue Quay'.", ("Red Pier", "Blue Quay")),
        ("The first half of the film 'Red Pier' was full of wonder.", ("Red Pier",)),
        ("It's a companion piece to the movie Red Pier.", ("Red Pier",)),
        ("If you enjoyed Red Pier (2011), you will like it.", ("Red Pier",)),
        ("Red Pier (2011)? At least that had gulls.", ("Red Pier",)),
        ("After the letdown that was this year, the scenes of The Rise of Gulls feel warm.",
         ("The Rise of Gulls",)),
        ("It is a bad copy of Red Pier.", ("Red Pier",)),
        ("Think of Rolf Dane from Red Pier.", ("Red Pier",)),
        ("You met it in things such as Lord of the Gulls, Red Pier and a dozen sitcoms.",
         ("Lord of the Gulls", "Red Pier")),
    ],
)  # fmt: skip
def test_a_name_that_nobody_knows_counts_where_it_must_be_a_works(
    sentence: str, names: tuple[str, ...]
) -> None:
    assert find_comparables([sentence], ["Harbour"]) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "They live in New Quay and take the boat to work.",
        "She is best known for films such as Salt Road and Low Tide.",
        "The director of Low Tide has made a better boat.",
        "Nothing prepares you for the scene where 'Big Otto' falls.",
        "Nobody lies in it as well as 'Otto Marsh' in Salt Nights.",
        "She stood out in the wet comedy Gulls.",
        "Two copies of Rosa Quint's voice are heard.",
        "It is drier than Otto was in the 2003 series.",
        "Watch Harbour on Wednesday.",
        "The band plays 'Salt Road' by The Oars.",
        "It was shot like New York.",
    ],
)
def test_people_places_songs_and_credits_are_not(sentence: str) -> None:
    known = _KNOWN | {"New York"}
    assert find_comparables([sentence], ["Harbour"], known.__contains__) == ()


@pytest.mark.parametrize("title", ["Harbour 2", "Harbour: The Long Night"])
def test_the_first_part_is_a_measure_where_it_is_called_so(title: str) -> None:
    assert find_comparables(["The original Harbour was no masterpiece."], [title]) == ("Harbour",)
    assert find_comparables(["I liked the first Harbour trailer."], [title]) == ()
