"""Replies: the blocks that fit, the plain words of a text, and buttons that do one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions import Latest
from bot.replies import (
    Ask,
    Block,
    Bold,
    Button,
    Code,
    Heading,
    Italic,
    Link,
    Note,
    Paragraph,
    Points,
    Quote,
    Spoiler,
    fitted,
    line,
    plain,
    say,
)


def measure(block: Block) -> int:
    return sum(map(len, map(plain, block.items))) if isinstance(block, Points) else len(plain(block.text))


BLOCKS = st.lists(
    st.one_of(
        st.builds(Heading, st.text(max_size=20)),
        *(st.builds(kind, st.text(max_size=20), optional=st.booleans()) for kind in (Paragraph, Quote, Note)),
        st.builds(Points, st.lists(st.text(max_size=9), max_size=3).map(tuple), optional=st.booleans()),
    ),
    max_size=8,
)


@given(BLOCKS, st.integers(0, 120))
def test_what_is_kept_fits_in_order_and_headings_always_stay(blocks: list[Block], limit: int) -> None:
    kept = fitted(blocks, measure, limit)
    headings = [block for block in blocks if isinstance(block, Heading)]
    assert [block for block in kept if isinstance(block, Heading)] == headings
    assert sum(map(measure, kept)) <= limit or kept == headings
    left = iter(blocks)
    assert all(any(block == other for other in left) for block in kept)


@given(BLOCKS)
def test_nothing_is_left_out_where_there_is_room(blocks: list[Block]) -> None:
    assert fitted(blocks, measure, sum(map(measure, blocks))) == blocks


def test_optional_blocks_go_first_and_the_last_of_them_before_others() -> None:
    head, need = Heading("1234"), Paragraph("5678")
    first, second = Quote("abcd", optional=True), Note("efgh", optional=True)
    blocks: list[Block] = [head, first, need, second]
    assert fitted(blocks, measure, 15) == [head, first, need]
    assert fitted(blocks, measure, 11) == [head, need]
    assert fitted(blocks, measure, 7) == [head]
    assert fitted(blocks, measure, 3) == [head]


def test_of_two_equal_blocks_it_is_the_last_that_goes() -> None:
    same = Paragraph("abcd", optional=True)
    assert fitted([same, Heading("h"), same], measure, 5) == [same, Heading("h")]


def test_the_plain_words_of_a_text_give_no_spoiler_away() -> None:
    text = line(
        Bold("Dark"),
        ", ",
        Italic(Code("x")),
        ": ",
        Link("more", "https://example.org"),
        " ",
        Spoiler("She did it"),
    )
    assert plain(text) == "Dark, x: more (spoiler)"
    assert plain(line(Ask("review", "Dark"), " or ", Ask("top"))) == "/review Dark or /top"


def test_a_button_does_something_or_opens_an_address_never_both_or_neither() -> None:
    assert Button("a", Latest()).url == ""
    assert Button("a", url="https://example.org").does is None
    for wrong in ({}, {"does": Latest(), "url": "https://example.org"}):
        with pytest.raises(ValueError, match="either does something or opens"):
            Button("a", **wrong)  # type: ignore[arg-type]


def test_a_short_answer_is_one_paragraph() -> None:
    assert say("a", Bold("b"), private=True).blocks == (Paragraph(line("a", Bold("b"))),)
