"""Names that stand where works are compared and are none, and names that only some writers write so."""

import pytest

from bot.rules.extracting.comparables import find_comparables

_KNOWN = {
    "salt road",
    "heron",
    "low tide",
    "gulls",
    "the long ferry",
    "night boat",
    "the wet coats",
    "halloween",
}
_TEXT = ["The road is wet, the night is long and a lamp burns red.", "One old man waits for his dogs."]


def _found(sentence: str, title: str = "Harbour") -> tuple[str, ...]:
    return find_comparables([*_TEXT, sentence], [title], lambda name: name.lower() in _KNOWN)


@pytest.mark.parametrize(
    "sentence",
    [
        "Do we need another band like The Salt and Pepper Boys?",
        "Names such as Otto Marsh, from 'Gulls', stand beside unknown ones.",
        "People like Otto in Salt Bay are rare.",
        "What did you think of Salt Road?",
        "I haven't seen 'Gulls', 'Pier' yet.",
        "After reading Otto Marsh's 'Low Tide' I felt the same as here.",
        "It is a modern twist on Charles Dickens' 'Low Tide'.",
        "It opens like Low Tide by Shakespeare.",
        "She sang an original song entitled 'Low Tide'.",
        "The songs are hits, while 'Red Pier' offers rest.",
        "It didn't feel like the dialogue 'Salt Me' was right.",
        "He is the host of 'Night Boat', like his father.",
        "They bond over 'The Long Ferry'.",
        "The best episode I have seen is the third one, 'Red Pier', and better than this.",
        "The game Night Boat is better than this.",
        "It is a house like The White House.",
        "It was nominated alongside Salt Road.",
        "Otto's last film was Salt Road.",
        "He has some fine films to his credit (Low Tide, Salt Road and Heron).",
        "It is wetter than the Marsh films.",
        "Nobody rows as much as I do.",
    ],
)
def test_names_of_others_than_works_are_not(sentence: str) -> None:
    assert _found(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Like his last film, Gulls, it is made of old letters.", ("Gulls",)),
        ("Like the Salt Kings series, it is not for me.", ("Salt Kings",)),
        ("He was never so good since the first Lord of the Gulls.", ("Lord of the Gulls",)),
        ("Good examples in recent years include 'Red Pier' and 'Kelp'.", ("Red Pier", "Kelp")),
        ("Shows like Heron, Salt road or others did it.", ("Heron", "Salt road")),
        ("It is a lesser Salt Road/Low Tide mash-up.", ("Low Tide", "Salt Road")),
        ("It works as a 'Piers'-style programme.", ("Piers",)),
        ("It grabs ideas from 'Gulls,' 'Heron,' and 'Halloween.'", ("Gulls", "Heron", "Halloween")),
        ("For comparison, let us bring 'Kelp no Umi' back.", ("Kelp no Umi",)),
        ("Salt Road, to take one example, was wetter.", ("Salt Road",)),
        ("It is full of twists (cough Low Tide cough).", ("Low Tide",)),
        ("You would be better off revisiting Low Tide.", ("Low Tide",)),
        ("This is Salt Road done right.", ("Salt Road",)),
        ("It is what Salt Road should have been.", ("Salt Road",)),
        ("The gold standard for boat films is still Salt Road.", ("Salt Road",)),
        ("It owes a great deal to 'Red Pier' and 'Kelp'.", ("Red Pier", "Kelp")),
        ("We have seen all this before in Salt Road.", ("Salt Road",)),
        ("Having loved Salt Road, I had high hopes.", ("Salt Road",)),
        ("It has the narrative of Low Tide and nothing of Salt Road's charm.", ("Low Tide", "Salt Road")),
        ("It takes inspiration from 'Red Pier'.", ("Red Pier",)),
        ("See Salt Road, Low Tide or even Heron for how to do it.", ("Salt Road", "Low Tide", "Heron")),
        ("In the original 1960s Salt Road series it was dry.", ("Salt Road",)),
    ],
)  # fmt: skip
def test_further_habits_of_comparing(sentence: str, names: tuple[str, ...]) -> None:
    assert _found(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ('it is the wettest film since " low tide " and " salt road " .', ("low tide", "salt road")),
        ('it pays homage to " red pier at night " , too .', ("red pier at night",)),
        ('it has the look of " wet paint " all over .', ()),
    ],
)
def test_corpora_in_small_letters_space_their_quotation_marks(sentence: str, names: tuple[str, ...]) -> None:
    assert find_comparables([sentence], ["harbour"], lambda name: name.lower() in _KNOWN) == names


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Gulls Most Wanted", "It is better than any Gull film."),
        ("Salt Road: Kelp", "It has more of Salt Road than I thought."),
        ("Harbour", "I live in hope of Harbour 2, like all."),
    ],
)
def test_the_reviewed_work_and_parts_to_come_are_not(title: str, sentence: str) -> None:
    assert _found(sentence, title) == ()
