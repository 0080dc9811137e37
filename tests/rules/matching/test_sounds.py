"""How words sound, roughly."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.matching.sounds import sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("schindler", "shindler"),
        ("phantom", "fantom"),
        ("knight", "knite"),
        ("coraline", "koraline"),
        ("cinema", "sinema"),
        ("gretel", "grettel"),
        ("hansel", "hanzel"),
        ("mississippi", "misisipi"),
        ("labyrinth", "labirint"),
        ("catcher", "cacher"),
        ("quentin", "kentin"),
        ("volver", "folver"),
        ("black", "blak"),
    ],
)
def test_words_that_sound_alike_are_one(one: str, other: str) -> None:
    assert sound(one) == sound(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rocky", "ricotta"),
        ("paprika", "parasite"),
        ("alien", "lion"),
        ("ratatouille", "rapunzel"),
        ("sundown", "sunrise"),
    ],
)
def test_words_that_sound_otherwise_are_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize("word", ["", "a", "io", "aeiou", "up", "брат", "se7en", "2001", "two words", "é"])
def test_what_is_too_short_or_not_latin_has_no_sound(word: str) -> None:
    assert sound(word) == ""


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=30))
def test_a_sound_is_no_longer_than_its_word_and_doubled_letters_do_not_count(word: str) -> None:
    heard = sound(word)
    assert len(heard) <= len(word)
    assert heard == "" or len(heard) >= 3
    assert all(one != other for one, other in pairwise(heard))
