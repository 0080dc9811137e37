"""A shelf as bytes: it comes back the same, and nothing else is taken for one."""

from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.matching import (
    BadPack,
    Entry,
    Lines,
    Shelf,
    TitleIndex,
    forms,
    packed,
    shelve,
    spelled,
    unpacked,
)
from tests.rules.matching.library import FILMS

ENTRIES = st.lists(
    st.builds(
        lambda work, title, *rest: [Entry(work, form, *rest) for form in forms(title, ())],
        st.integers(0, 2**53),
        st.text(min_size=1, max_size=20),
        st.integers(-1, 3000),
        st.sampled_from(["film", "series", "season"]),
        st.integers(0, 99),
        st.floats(0, 1e6, width=32),
    ),
    max_size=12,
    unique_by=lambda made: made[0].work,
)


def shelf_of(entries: list[Entry]) -> Shelf:
    return shelve(Lines().write(spelled(entries)))


SMALL = shelf_of(
    [Entry(7, "night harbour", 2001, "film", 0, 3.5), Entry(2**40, "брат", 1997, "film", 0, 0.0)]
)
DATA = packed(SMALL)


@given(ENTRIES)
def test_a_shelf_comes_back_the_same(made: list[list[Entry]]) -> None:
    entries = [entry for one in made for entry in one]
    shelf = shelf_of(entries)
    again = unpacked(packed(shelf))
    assert list(again.entries()) == list(shelf.entries())
    assert set(entries) <= set(again.entries())
    assert packed(again) == packed(shelf)


def test_what_comes_back_answers_the_same() -> None:
    (shelf,) = FILMS.index.shelves()
    again = TitleIndex(unpacked(packed(shelf)))
    for query in (
        "ballerina 2016",
        "sundwn kingdom",
        "das boot",
        "stilyagi",
        "rocky two",
        "interst",
        "dogtoth",
        "",
    ):
        assert again.search(query) == FILMS.index.search(query)
        assert again.complete(query) == FILMS.index.complete(query)
    assert len(again) == len(FILMS.index)


def test_what_comes_back_may_change() -> None:
    index = TitleIndex(unpacked(DATA))
    index.regard({7: 9.0})
    index.remove(2**40)
    index.add([Entry(9, "paper moon", 1973, "film", 0, 0.0)])
    assert [match.work for match in index.search("night harbour").matches] == [7]
    assert index.known("paper moon")
    assert not index.known("брат")


def test_works_that_were_taken_off_are_back() -> None:
    shelf = shelf_of([*SMALL.entries()])
    shelf.take_off({7})
    assert unpacked(packed(shelf)).works() == {7, 2**40}


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_no_damaged_byte_goes_unseen(at: int, by: int) -> None:
    damaged = bytearray(DATA)
    damaged[at] ^= by
    with pytest.raises(BadPack):
        unpacked(bytes(damaged))


@given(st.integers(0, len(DATA) - 1))
def test_no_cut_goes_unseen(length: int) -> None:
    for cut in (DATA[:length], DATA[length + 1 :], DATA[:length] + DATA[length + 1 :]):
        with pytest.raises(BadPack):
            unpacked(cut)


@given(st.binary(max_size=200))
def test_foreign_bytes_are_no_shelf(data: bytes) -> None:
    for foreign in (
        data,
        DATA + data + b"\0",
        crc32(data).to_bytes(4, "little"),
        data + crc32(data).to_bytes(4, "little"),
    ):
        with pytest.raises(BadPack):
            unpacked(foreign)


def test_a_shelf_of_another_format_is_no_shelf() -> None:
    other = DATA[:-4].replace(b"titles ", b"titles 0", 1)
    with pytest.raises(BadPack):
        unpacked(other + crc32(other).to_bytes(4, "little"))
