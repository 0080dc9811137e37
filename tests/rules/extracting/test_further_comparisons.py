"""More habits of comparing, names that are easily cut short, and names in capitals."""

import pytest

from bot.rules.extracting.comparables import find_comparables

_KNOWN = {
    "Salt Road",
    "Heron",
    "Low Tide",
    "Gulls",
    "The Long Ferry",
    "Night Boat",
    "Body",
    "Quay 2",
    "Dr. Kelp",
}
_LONG = {"Eels, Crabs and Clams", "Rain was the Old Boat", "Rope & Water", "Boats with Oars"}
_TEXT = ["The road is wet, the night is long and a lamp burns red.", "One old man waits for his dogs."]


def _found(*sentences: str, title: str = "Harbour") -> tuple[str, ...]:
    return find_comparables([*_TEXT, *sentences], [title], (_KNOWN | _LONG).__contains__)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("It has easily topped Lord of the Gulls and Red Pier this year.", ("Lord of the Gulls", "Red Pier")),
        ("Salt Road and then Heron set the bar so high.", ("Salt Road", "Heron")),
        ("Heron was much better than this.", ("Heron",)),
        ("The ending felt like a rip off from Salt Road.", ("Salt Road",)),
        ("It is a big improvement on Salt Road.", ("Salt Road",)),
        ("It was as good as, if not better, then Salt Road.", ("Salt Road",)),
        ("Even Heron had better boats than this film.", ("Heron",)),
        ("It builds up to the wonderful Heron, which is my favourite boat film.", ("Heron",)),
        ("Otto Marsh handled the same story better, but Heron did it first.", ("Heron",)),
        ("My favourite part of Heron was its ending.", ("Heron",)),
        ("It is like the 2011 Heron film.", ("Heron",)),
        ("It is the only film I have seen since Quay 2 that moves.", ("Quay 2",)),
        ("A movie named 'Red Pier' was shorter.", ("Red Pier",)),
        ("The last scene felt like an acknowledgement of Salt Road and its boat.", ("Salt Road",)),
        ("Its jokes raise the stakes from Salt Road.", ("Salt Road",)),
        ("The music evoked memories of Gulls.", ("Gulls",)),
        ("It took me straight back to Heron.", ("Heron",)),
        ("I thought back to Salt Road more than once.", ("Salt Road",)),
        ("If you want wet coats, look no further than Gulls.", ("Gulls",)),
        ("It takes more than a few cues from Otto Marsh's Gulls.", ("Gulls",)),
        ("No small feat in a year that's seen Low Tide and Gulls.", ("Low Tide", "Gulls")),
        ("Good examples are Sea Dogs of Dover, Kelp or Mist.", ("Sea Dogs of Dover", "Kelp", "Mist")),
        ("Sadly it is not even a Heron or Otto Marsh's own Salt Road.", ("Heron", "Salt Road")),
        ("The pier scenes have a Wet Games feel.", ("Wet Games",)),
        ("From the first shot it looked like Silent Road.", ("Silent Road",)),
        ("Unlike Silent Harvest, it never hurries.", ("Silent Harvest",)),
        ("It abandons the Gulls formula.", ("Gulls",)),
        ("A cook sings now and then, like Otto in the Wet Coats movies.", ("Wet Coats",)),
        ("Boats with Oars meets Kelp in space, if you like.", ("Boats with Oars", "Kelp")),
        ("It did for boats what the songs did for Salt Road.", ("Salt Road",)),
        ("I would rather watch good boat films, e.g. 'Red Pier'.", ("Red Pier",)),
        ("Say what you like about Salt Road, it had boats.", ("Salt Road",)),
        ("Or Low Tide for a drier example.", ("Low Tide",)),
    ],
)  # fmt: skip
def test_further_habits_of_comparing(sentence: str, names: tuple[str, ...]) -> None:
    assert _found(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Best since Gull Park: Deeper, Wetter and Colder.", ("Gull Park: Deeper, Wetter and Colder",)),
        ("You may compare this to Rain was the Old Boat, and be wrong.", ("Rain was the Old Boat",)),
        ("It reminds me of Eels, Crabs and Clams.", ("Eels, Crabs and Clams",)),
        ("It bears comparison to Emma's Body.", ("Emma's Body",)),
        ("It is no better than Scott's Heron.", ("Heron",)),
        ("It is no better than Emma's Low Tide.", ("Low Tide",)),
        ("This movie is wetter than Dr. Kelp.", ("Dr. Kelp",)),
        ("It has a 'Clay Pots: The Long Kiln'-esque look.", ("Clay Pots: The Long Kiln",)),
        ("It crosses the charm of 'Mist' and 'Rain Like Gulls'.", ("Mist", "Rain Like Gulls")),
    ],
)  # fmt: skip
def test_names_are_not_cut_short(sentence: str, names: tuple[str, ...]) -> None:
    assert _found(sentence) == names


def test_what_the_text_marks_once_is_believed_without_marks() -> None:
    assert "Kelpwater" in _found("His 'Kelpwater' ran for a year.", "Unlike Kelpwater, it has no songs.")


def test_the_first_word_of_a_marked_name_stands_for_all_of_it() -> None:
    sentences = ["It has the plot of 'Eels with Onions'.", "We mix equal parts 'Eels' and 'Red Pier'."]
    assert _found(*sentences) == ("Eels with Onions", "Red Pier")


def test_names_in_capitals_count_where_the_text_writes_its_own_so() -> None:
    sentences = ["WET HARBOUR runs for an hour.", "It is funnier than LOW TIDE, and CGI is used well."]
    assert find_comparables(sentences, ["Wet Harbour"], _KNOWN.__contains__) == ("Low Tide",)
    assert find_comparables(sentences[1:], ["Wet Harbour"], _KNOWN.__contains__) == ()
