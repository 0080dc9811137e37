"""Names that stand where works are compared, but are characters', credits', tales' or events'."""

import pytest

from bot.rules.extracting.comparables import find_comparables

_KNOWN = {
    "Salt Road",
    "Heron",
    "Low Tide",
    "Gulls",
    "The Long Ferry",
    "Otto",
    "Ida",
    "The Boy",
    "Cold War",
    "Next",
}
_TEXT = ["The road is wet, the night is long and a lamp burns red.", "One old man waits for his dogs."]


def _found(*sentences: str, title: str = "Harbour") -> tuple[str, ...]:
    return find_comparables([*_TEXT, *sentences], [title], _KNOWN.__contains__)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Marsh absolutely shines as Otto, and nobody else is like Otto.",
        "It makes you think Otto will live, and then his sister Otto dies.",
        "Nobody is as kind as Otto (Rolf Dane) in the rain.",
        "\"The Boy\" (as Marsh calls him throughout) is better than the others.",
        "Her brother Otto is more than a match for them, more than Otto says.",
    ],
)  # fmt: skip
def test_characters_are_none(sentence: str) -> None:
    assert _found(sentence) == ()


def test_who_is_called_he_again_and_again_is_a_character() -> None:
    sentences = ["Otto wakes and takes his coat.", "When Otto rows, he sings.", "No one rows like Otto."]
    assert _found(*sentences) == ()
    assert _found("No one rows as they do in films like Otto.") == ("Otto",)
    assert _found(*sentences[:2], "It is no better than Otto (1998).") == ("Otto",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Rolf Dane has directed patient films like Gulls, Low Tide, and Heron.",
        "She has also directed quiet dramas such as Low Tide.",
        "We loved her, most of all after 'Low Tide', and she knows it.",
        "She has not been so awake in a role since the first Lord of the Gulls.",
        "It's one of her most wonderful performances since 'Gulls'.",
        "He plays the same kind of character as he did in the Low Tide franchise.",
        "The boats are by Ida Marsh, who also made 'Low Tide'.",
        "Dane, known since his breakout in the 'Low Tide' franchise, rows too much.",
        "Clara (Ida Marsh, Otto's wife in 'Low Tide') keeps the books.",
        "Rolf Dane ('Low Tide''s Otto Crab) plays the cook.",
        "I liked her better in 'Low Tide'.",
        "Here comes the 'Low Tide' boy with a hat.",
        "Dane's filmography has its exceptions, the comedy 'Low Tide' among them.",
    ],
)
def test_other_works_of_those_who_made_it_are_none(sentence: str) -> None:
    assert _found(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Grandmother knows an older fairy tale version of Heron by heart.",
        "It was a ballet called Heron before, and nothing like the ballet Heron.",
        "It reminded me of Orwell's Low Tide.",
        "The choir closes with a rendition of 'Low Tide'.",
        "It begins with the short film 'Low Tide', before the film itself.",
        "I can't wait for the next film, 'Low Tide'.",
        "I haven't seen 'Low Tide' yet.",
        "After that, 4 seasons of 'Low Tide' were made.",
        "The four films 'Heron', 'Gulls', and 'Otto' were cut for it.",
        "It stands between the fall of Rome and the Cold War.",
        "It takes its cues from Hitchcock and Kurosawa.",
        "The mayor is a poor copy of Walter Marsh.",
        "It reaches as far as Dover and the Far Coast, like Dover and the Far Coast.",
        "They call it \"Next level of rowing\" on the pier.",
        "We all feel that we like Westerns: Dogs and dust.",
        "The film is set in the rain, like Indian films are.",
        "Big champions like 'Roy Otter' row in it.",
        "A montage (à la Michael Marsh film adaptations) explains it.",
        "His best hour is in 'Low Tide' (S5E13).",
    ],
)  # fmt: skip
def test_tales_events_and_what_is_to_come_are_none(sentence: str) -> None:
    assert _found(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "I was excited to find it as wet as Low Tide.",
        "I had been waiting for a film like Low Tide.",
        "He is better here than in any film since Low Tide.",
        "She rows with a grace that reminds me of her in Low Tide.",
        "A song is sung, and it is as sad as Low Tide.",
    ],
)
def test_what_compares_beside_such_words_is_one(sentence: str) -> None:
    assert _found(sentence) == ("Low Tide",)


def test_the_work_by_its_number_is_none() -> None:
    assert find_comparables(["Spokes 2 is long."], ["Spokes: The Harbour"]) == ()
    assert find_comparables(["Spokes 3 is long."], ["Spokes: The Harbour"]) == ("Spokes 3",)


@pytest.mark.parametrize(
    "sentence",
    [
        "I have a shelf of old comics, such as Heron, Gulls and Low Tide.",
        "He is followed by a rider, credited only as 'The Boy'.",
        "Better than anything is the third episode, 'Rowing Home'.",
        "She sounds like the Queen of England.",
        "It is the love child of Otto Marsh and Mother Nature.",
    ],
)
def test_comics_parts_episodes_and_powers_are_none(sentence: str) -> None:
    assert _found(sentence) == ()
