"""Patterns of many wordings, put together by their first letters, find what the plain ones find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.extracting.alternatives import any_of, parted

_WORDINGS = ("gulls?", "gull of", "pier", "[a-c]x", "(?:low|high) tide", "a?b", "as in")


def test_alternatives_are_parted_outside_brackets_only() -> None:
    assert list(parted(r"a|b(?:c|d(?:e|f))|[|)]g|h\|i|j")) == [
        "a", "b(?:c|d(?:e|f))", "[|)]g", r"h\|i", "j",
    ]  # fmt: skip


@given(st.lists(st.sampled_from((*"gul pierabcxtdehosn", "low tide", "gull of ", " ")), max_size=12))
def test_a_text_is_found_by_both_or_by_neither(pieces: list[str]) -> None:
    text = "".join(pieces)
    plain = re.compile(rf"\b(?:{'|'.join(_WORDINGS)})\b")
    assert bool(re.search(rf"\b{any_of(_WORDINGS)}\b", text)) == bool(plain.search(text))


def test_the_longer_of_two_that_begin_alike_comes_first() -> None:
    found = re.match(any_of(["gull", "gull of"]), "gull of June")
    assert found is not None
    assert found[0] == "gull of"
