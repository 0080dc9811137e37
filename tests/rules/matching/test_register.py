"""The register: texts in order, found by the whole, by their beginning and with typing errors."""

from array import array
from collections.abc import Sequence
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.rules.matching.register import Register, Spellings, Texts, lined, unlined

# Few letters, so that texts are often equal, near, or begin another; one of two bytes, one of four.
WORDS = st.text("abé𝄞", max_size=9)
NAMES = st.lists(WORDS, max_size=25)


@given(NAMES)
def test_texts_are_read_as_they_were_written(names: list[str]) -> None:
    texts = Texts.of(names)
    assert len(texts) == len(names)
    assert [texts[place].decode() for place in range(len(texts))] == names
    for first in range(len(names) + 1):
        assert texts.between(first, len(names)) == names[first:]
        assert texts.between(first, first) == []


@given(NAMES)
def test_texts_are_one_text_and_several_again(names: list[str]) -> None:
    assert unlined(lined(names)) == names


@given(NAMES, WORDS)
def test_texts_that_begin_so_stand_together(names: list[str], beginning: str) -> None:
    names.sort()
    first, last = Texts.of(names).starting(beginning)
    assert [name for name in names if name.startswith(beginning)] == names[first:last]


Kind = TypeVar("Kind", bound=Register)


def by_line(kind: type[Kind], names: Sequence[str]) -> Kind:
    lines = array("I", sorted(range(len(names)), key=names.__getitem__))
    return kind.by_line([names[line] for line in lines], lines)


def positions(register: Register) -> list[str]:
    return [register.text(place) for place in range(len(register.texts))]


@given(NAMES, WORDS)
def test_a_text_leads_to_the_lines_that_it_stands_on(names: list[str], asked: str) -> None:
    register = by_line(Register, names)
    for name in {*names, asked}:
        assert list(register.equal(name)) == [line for line, other in enumerate(names) if other == name]
        place = register.position(name)
        assert (place is not None) == (name in names)
        assert place is None or register.text(place) == name
    assert positions(register) == sorted(set(names))


@given(st.dictionaries(WORDS, st.lists(st.integers(0, 99), min_size=1, max_size=4), max_size=12))
def test_a_text_may_stand_on_several_lines(lines: dict[str, list[int]]) -> None:
    register = Register.by_text({name: array("I", found) for name, found in lines.items()})
    assert {name: list(register.equal(name)) for name in lines} == lines
    everything = [line for name in sorted(lines) for line in lines[name]]
    assert list(register.lines_of(0, len(lines))) == everything


def near_by_hand(names: Sequence[str], text: str, most: int) -> dict[str, int]:
    """All texts that differ by 1 to `most` errors and share the first or the last third of the asked one."""
    third = max(1, len(text) // 3)
    ends = text[:third], text[-third:]
    slips = {
        name: OSA.distance(name, text) for name in names if name.startswith(ends[0]) or name.endswith(ends[1])
    }
    return {name: errors for name, errors in slips.items() if 1 <= errors <= most}


@given(NAMES, WORDS.filter(bool), st.integers(0, 3))
def test_everything_near_that_is_promised_is_found_and_nothing_else(
    names: list[str], text: str, most: int
) -> None:
    register = by_line(Spellings, names)
    found = register.near(text, most)
    assert dict(found.values()) == near_by_hand(names, text, most)
    assert all(register.text(place) == name for place, (name, _) in found.items())


@given(st.text("xyz", min_size=3, max_size=12), st.data())
def test_one_error_anywhere_is_found(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    slip = data.draw(st.sampled_from(["more", "less", "other", "swapped"]))
    wrong = {
        "more": text[:at] + "q" + text[at:],
        "less": text[:at] + text[at + 1 :],
        "other": text[:at] + "q" + text[at + 1 :],
        "swapped": text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
    }[slip]
    found = by_line(Spellings, [text]).near(wrong, 1)
    assert list(found.values()) == ([] if wrong == text else [(text, 1)])


def test_errors_at_both_ends_are_found_by_a_shorter_share() -> None:
    register = by_line(Spellings, ["interstellar"])
    assert register.near("onterstellat", 2) == {}
    assert register.near("inerstelalr", 2, shared=2) == {0: ("interstellar", 2)}


@pytest.mark.parametrize("text", ["", "a", "𝄞"])
def test_an_empty_register_finds_nothing(text: str) -> None:
    register = by_line(Spellings, [])
    assert list(register.equal(text)) == []
    assert register.position(text) is None
    assert register.near(text, 2) == {}
