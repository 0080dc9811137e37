"""Replies on a terminal: every part is drawn, buttons are numbered, and no text is taken for markup."""

import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from bot.actions import Latest, Suggest
from bot.platforms.terminal.render import buttons_of, draw
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
    Reply,
    Span,
    Spoiler,
    line,
)


def drawn(*blocks: Block, width: int = 100, colour: bool = False, **reply: object) -> str:
    file = io.StringIO()
    console = Console(
        file=file, width=width, force_terminal=colour, color_system="truecolor" if colour else None
    )
    console.print(draw(Reply(blocks, **reply)))  # type: ignore[arg-type]
    return file.getvalue()


def rows(text: str) -> list[str]:
    return [row.strip("│ ").rstrip() for row in text.splitlines()[1:-1]]


def test_every_kind_of_block_stands_on_lines_of_its_own() -> None:
    assert rows(
        drawn(
            Heading("Dark"),
            Paragraph("Series"),
            Quote("It rains."),
            Points(("one", "two")),
            Points(("bare",), mark=""),
            Note("small"),
        )
    ) == ["Dark", "Series", "It rains.", "• one", "• two", "bare", "small"]


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Bold(Italic("both")), "both"),
        (Code("x = 1"), "x = 1"),
        (Link("more", "https://example.org/a_b"), "more (https://example.org/a_b)"),
        (Ask("review", "Dark"), "/review Dark"),
        (Ask("top"), "/top"),
        (line("a", Bold("b"), line("c", "d")), "abcd"),
    ],
)
def test_every_kind_of_text_is_read_as_words(span: Span, text: str) -> None:
    assert rows(drawn(Paragraph(span))) == [text]


def test_a_spoiler_is_black_on_black() -> None:
    assert "\x1b[30;40mShe wins.\x1b[0m" in drawn(Paragraph(Spoiler("She wins.")), colour=True)


def test_buttons_are_numbered_through_all_rows() -> None:
    buttons = (
        (Button("Latest", Latest()), Button("Mine", Suggest())),
        (Button("Site", url="https://a.example"),),
    )
    reply = Reply((Heading("x"),), buttons)
    assert rows(drawn(*reply.blocks, rows=buttons))[2:] == ["[1] Latest  [2] Mine", "[3] Site"]
    assert [button.label for button in buttons_of(reply)] == ["Latest", "Mine", "Site"]


def test_a_poster_is_an_address() -> None:
    assert (
        rows(drawn(Heading("x"), image="https://example.org/p.jpg"))[-1]
        == "poster: https://example.org/p.jpg"
    )


@pytest.mark.parametrize("text", ["[bold]loud[/bold]", "[/]", "[link=x]y", ":smile:", "[red", "a\\[b]"])
def test_no_text_is_taken_for_markup(text: str) -> None:
    for reply in (drawn(Heading(text)), drawn(Heading("x"), rows=((Button(text, Latest()),),))):
        assert text in reply


def test_what_could_drive_the_terminal_is_left_out() -> None:
    text = drawn(Paragraph("a\x1b[2Jb\x07c\u202ed"), image="https://x/\x1b]0;t\x07", colour=True)
    assert "a[2Jbcd" in text
    assert "\x1b[2J" not in text
    assert "\x1b]0" not in text
    assert "\x07" not in text


@example(["0" * 15 + "0\u0300"], 20)
@given(st.lists(st.text(max_size=300), max_size=4), st.integers(20, 120))
def test_no_line_is_wider_than_the_terminal(texts: list[str], width: int) -> None:
    text = drawn(Heading("x"), *map(Paragraph, texts), width=width)
    assert all(cell_len(row) <= width for row in text.splitlines())  # an accent of its own takes no room
