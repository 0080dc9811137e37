"""Kinds of naming other works as a measure: unlike, in brackets, mixed, by number; and what only looks so."""

import pytest

from bot.rules.extracting.comparables import find_comparables

_KNOWN = {"Salt Road", "Heron", "Low Tide", "Gulls", "The Long Ferry", "The Wet Coats", "Night Boat"}
_TEXT = ["The road is wet, the night is long and a lamp burns red.", "One old man waits for his dogs."]


def _found(sentence: str, title: str = "Harbour", text: list[str] = _TEXT) -> tuple[str, ...]:
    return find_comparables([*text, sentence], [title], _KNOWN.__contains__)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Unlike Night Harvest, it never hurries.", ("Night Harvest",)),
        ("Compared to Sea Dogs, this is tame.", ("Sea Dogs",)),
        ("It is a far better film than Salt Road ever was.", ("Salt Road",)),
        ("It's no Salt Road.", ("Salt Road",)),
        ("It is certainly no 'Red Pier'.", ("Red Pier",)),
        ("Call it Low Tide for dogs.", ("Low Tide",)),
        ("So soon after Low Tide, it feels late.", ("Low Tide",)),
        ("I'd put it just behind Salt Road and ahead of Low Tide.", ("Salt Road", "Low Tide")),
        ("It cribs its best gag from 'Red Pier'.", ("Red Pier",)),
        ("The same director's 'Red Pier' had more bite.", ("Red Pier",)),
        ("It would make a fine double bill with 'Red Pier'.", ("Red Pier",)),
        ("Pair it with Night: Kelp.", ("Night: Kelp",)),
        ("It is tied with The Long Ferry for my favourite.", ("The Long Ferry",)),
        ("It feels like another sequel to Crab Summer.", ("Crab Summer",)),
        ("It is a spin-off of the Otto Crab series.", ("Otto Crab",)),
        ("A fable, a la Wet Coats, it is not.", ("Wet Coats",)),
        ("It's basically Salt Road with Ida Marsh in the boat.", ("Salt Road",)),
        ("'Gulls'' influence is clear.", ("Gulls",)),
        ("'Gulls' casts a long shadow over it.", ("Gulls",)),
        ("It is 'Gulls' with the manners of 'Red Pier'.", ("Gulls", "Red Pier")),
        ("It wears its Salt Road influence on its sleeve.", ("Salt Road",)),
        ("Salt Road was a masterpiece; this is not.", ("Salt Road",)),
        ("I have long called 'Red Pier' (2003) a favourite.", ("Red Pier",)),
        ("It reminded me of the classic 'Rowing in the rain'.", ("Rowing in the rain",)),
        ("It never scares (like the wet and windy Dane's 'Red Pier').", ("Red Pier",)),
        ("It steals from the scenes of Marsh's Heron.", ("Heron",)),
        ("It is the 2019 'Red Pier'.", ("Red Pier",)),
        ("It is to boats what 'Red Pier' was to trains.", ("Red Pier",)),
        ("One thinks of Salt Road.", ("Salt Road",)),
        ("I'd rate it above Salt Road but below Low Tide.", ("Salt Road", "Low Tide")),
        ("It is closer in spirit to Low Tide.", ("Low Tide",)),
        ("It sticks to the Salt Road playbook.", ("Salt Road",)),
        ("This time, it is 'Red Pier' all over again.", ("Red Pier",)),
    ],
)
def test_further_words_that_compare(sentence: str, names: tuple[str, ...]) -> None:
    assert _found(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("So many boat films (Low Tide, Otto Crab, Piers) end so.", ("Low Tide", "Otto Crab", "Piers")),
        ("The best sagas of the sea (Low Tide) end so.", ("Low Tide",)),
        ("His earlier films (Low Tide, Salt Road) were shot in June.", ()),
        ("It is part Salt Road, part Crab Summer.", ("Salt Road", "Crab Summer")),
        ("It's Salt Road meets Crab Summer.", ("Salt Road", "Crab Summer")),
        ("Ida meets Otto at the pier.", ()),
    ],
)
def test_works_in_brackets_and_mixtures(sentence: str, names: tuple[str, ...]) -> None:
    assert _found(sentence) == names


def test_a_list_that_an_abbreviation_parts_from_its_sentence_is_read_with_it() -> None:
    sentences = ["I like boat films (e.g.", "Old Rope, Sea Crabs), and this one too."]
    assert find_comparables(sentences, ["Harbour"]) == ("Old Rope", "Sea Crabs")


@pytest.mark.parametrize(
    ("title", "sentence", "names"),
    [
        ("Spokes 2", "Spokes 3 and 4 never happened.", ("Spokes 3",)),
        ("Spokes: The Harbour", "In Spokes II the boat was real.", ("Spokes II",)),
        ("Spokes Reborn", "Everybody has seen Spokes Again 3 by now.", ("Spokes Again 3",)),
        ("Spokes 2", "I give Spokes 4 stars.", ()),
        ("Spokes 2", "Spokes 7/10", ()),
        ("Spokes 2", "Spokes 2 is long.", ()),
    ],
)
def test_other_numbered_parts_are_measures(title: str, sentence: str, names: tuple[str, ...]) -> None:
    assert _found(sentence, title) == names


def test_a_name_that_is_shortened_later_is_given_whole_and_once() -> None:
    text = ["It lacks the wit of 'The Red Pier'.", "In that it is like 'Red Pier', and like 'Pier', too."]
    assert find_comparables(text, ["Harbour"]) == ("The Red Pier",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Unlike Ida Marsh, he can row.",
        "He is better than Will Black.",
        "I watched it with the 'Wet' setting, like everybody.",
        "It gets the 'Shun' label, like so many.",
        "She rows like Ida 'Salt Road' Marsh.",
        "She gives a fine performance of 'The Long Ferry'.",
        "They send you a message like 'THIS IS US' at night.",
        "It is more of a Western than a drama, with a nod to America's past.",
        "Like Gulls of Salt's Ida Marsh, I hope.",
        "Don't feel like a fool.",
        "They call him 'Salt Road'.",
        "She sang 'Night Boat' for an hour.",
        "I read Low Tide at school, and this is no Low Tide.",
    ],
)
def test_people_mottoes_and_kinds_are_not(sentence: str) -> None:
    known = _KNOWN | {"Western", "America", "Don't"}
    assert find_comparables([*_TEXT, sentence], ["Harbour"], known.__contains__) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "It is better than weak episodes such as 'The Gull' and 'The Buoy'.",
        "Unlike 'The Gull', the final episode, it is slow.",
        "It recalls the dreadful two-part 'Salt Flesh'.",
    ],
)
def test_episodes_of_the_series_are_no_other_works(sentence: str) -> None:
    assert find_comparables([sentence], ["Low Tide"]) == ()
