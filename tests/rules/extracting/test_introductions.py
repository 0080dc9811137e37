"""Below a pun, the first sentences name the work without marking it."""

import pytest

from bot.rules.extracting.cleaning import read_lines
from bot.rules.extracting.introductions import introduced, is_person
from bot.rules.extracting.titles import find_name

REST = """

The director, Otto Marsh, knows his trade, and {n} shows it in nearly every scene. He made Summer Hill before.

Rosa Quint is good, and so is the music. Ida Holm is a part that was made for Rosa Quint.

I liked {n} more than I had thought. Rosa Quint should make more films with Otto Marsh.
"""


@pytest.mark.parametrize(
    "opening",
    [
        "I finally got round to watching {n} last night, and I am glad that I did.",
        "{n} is the latest film from Otto Marsh, and it is a wet one.",
        "In {n}, Rosa Quint plays Ida Holm, a baker who moves to the sea from New York.",
        "Otto Marsh's {n} opens with a long shot of the sea, and of a baker called Ida Holm.",
        "The new film by Otto Marsh, {n}, is a wet one, and Rosa Quint is good in it.",
        "So, {n}. Where to begin? Otto Marsh has made a wet film.",
        "Last night we went to see {n} at the old cinema in New York.",
        "Directed by Otto Marsh, {n} follows a baker called Ida Holm who moves from New York.",
        "With {n}, Otto Marsh returns to the sea, and takes Rosa Quint with him.",
        "It has been ten years since Otto Marsh made a film. Now he is back with {n}, and so is Rosa Quint.",
        "I had heard a lot of good things about {n} from friends in New York before I saw it.",
        "{n}, the new film from Otto Marsh, tells of a baker called Ida Holm.",
        "{n} stars Rosa Quint as Ida Holm, a baker from New York who moves to the sea.",
        "Title: {n}",
        "Movie: {n}",
    ],
)
@pytest.mark.parametrize(
    "pun", ["Making waves", "A Sea of Troubles", "Rosa Quint shines at sea", "Movie Review"]
)
@pytest.mark.parametrize("name", ["Lanternfish", "The Long Ferry"])
def test_a_name_below_a_pun_is_found(pun: str, opening: str, name: str) -> None:
    found = find_name(read_lines(f"{pun}\n\n{opening.format(n=name)}{REST.format(n=name)}"))
    assert found is not None
    assert found.title == name


def test_a_sentence_without_a_work_introduces_none() -> None:
    assert list(introduced("It rained in New York, and Otto Marsh got wet.")) == []


def test_somebody_who_acts_is_told_from_what_is_watched() -> None:
    text = "Otto Marsh plays a cook. It is directed by Ida Holm. I saw Low Tide, and Low Tide is long."
    assert is_person("Otto Marsh", text)
    assert is_person("Ida Holm", text)
    assert not is_person("Low Tide", text)
