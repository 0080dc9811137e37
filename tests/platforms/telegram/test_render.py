"""What Telegram is sent: HTML that it takes, within its limits, every word from outside as the word it is."""

from typing import Any

import pytest
from hypothesis import given, settings

from bot.actions import Latest, Show
from bot.cards import clean, spoilers, title_of
from bot.platforms.telegram.limits import ROW_BUTTONS, TEXT_UNITS, units
from bot.platforms.telegram.render import FOLDED_FROM, Drawn, draw
from bot.replies import Ask, Button, Code, Heading, Line, Link, Note, Paragraph, Points, Quote, Reply, Spoiler
from bot.standins.telegram.buttons import check_markup, is_web_address
from bot.standins.telegram.formatting import Formatted, format_text
from storage import CardFacts, WorkId
from tests.platforms import records
from tests.specs.telegram import problems

# Addresses and commands that Telegram finds by itself are words all the same.
OURS = {"bold", "italic", "blockquote", "expandable_blockquote", "text_link", "code", "spoiler"}
FOUND = {"url", "bot_command"}


def accepted(drawn: Drawn) -> Formatted:
    """The text as Telegram keeps it, when the whole message is within its rules."""
    keyboard: Any = drawn.keyboard.to_dict() if drawn.keyboard else None
    check_markup(keyboard)
    formatted = format_text(drawn.text, "HTML")
    assert units(formatted.text) <= TEXT_UNITS
    assert {entity["type"] for entity in formatted.entities} <= OURS | FOUND
    links = [entity["url"] for entity in formatted.entities if entity["type"] == "text_link"]
    assert all(is_web_address(link) and link.isascii() for link in links)
    preview = drawn.preview.to_dict()
    assert preview.get("is_disabled") or is_web_address(preview["url"])
    call = {
        "chat_id": 1,
        "text": drawn.text,
        "parse_mode": "HTML",
        "reply_markup": keyboard,
        "link_preview_options": preview,
    }
    assert problems("sendMessage", call) == []
    return formatted


def marked(formatted: Formatted, kind: str) -> str:
    """The words under one kind of mark."""
    raw = formatted.text.encode("utf-16-le", "surrogatepass")
    return "".join(
        raw[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
        for entity in formatted.entities
        if entity["type"] == kind
    )


def words_of(formatted: Formatted) -> str:
    return formatted.text.replace("\u200b", "")


@given(records.cards())
@settings(max_examples=60)
def test_any_card_is_accepted_and_shows_its_words_as_they_are(made: tuple[CardFacts, Reply]) -> None:
    facts, card = made
    words = words_of(accepted(draw(card)))
    assert title_of(facts.work).strip() in words
    if facts.review:
        assert clean(facts.review.summary, 60).removesuffix("…") in words


@given(records.facts)
@settings(max_examples=60)
def test_any_ending_is_hidden_as_far_as_it_fits(facts: CardFacts) -> None:
    formatted = accepted(draw(spoilers(facts)))
    kept = clean(facts.review.spoilers, 3000) if facts.review else ""
    hidden = marked(formatted, "spoiler").replace("\u200b", "").replace(" ", "")
    assert kept.replace(" ", "").startswith(hidden)
    assert len(hidden) >= min(len(kept.replace(" ", "")), 1700)


@given(records.text)
@settings(max_examples=100)
def test_any_text_in_any_part_of_a_reply_is_only_text(text: str) -> None:
    word = clean(text, 150)
    reply = Reply(
        (
            Heading(f"a {word} b"),
            Paragraph(Line((f"a{word}", f"{word}b"))),
            Quote(f"a {word} b"),
            Points((f"a {word} b", Line((word, " b"))), mark=""),
            Note(Line((Link(f"a {word} b", "https://example.org/x"), Spoiler(f"a {word} b")))),
        )
    )
    formatted = accepted(draw(reply))
    words = words_of(formatted)
    assert words.count(word) >= 6 or not word
    assert marked(formatted, "spoiler").replace("\u200b", "") == f"a {word} b"


@pytest.mark.parametrize("summary", [FOLDED_FROM - 1, FOLDED_FROM])
def test_a_long_quote_is_folded(summary: int) -> None:
    formatted = accepted(draw(Reply((Quote("w" * summary),))))
    kind = "expandable_blockquote" if summary >= FOLDED_FROM else "blockquote"
    assert marked(formatted, kind) == "w" * summary


def test_a_text_of_exactly_the_limit_is_kept_whole() -> None:
    emoji = "😀" * 1000
    head = 4096 - 2000 - 4
    reply = Reply((Heading("h" * head), Paragraph(emoji)))
    assert accepted(draw(reply)).text.split() == ["h" * head, emoji]
    over = Reply((Heading("h" * (head + 1)), Paragraph(emoji)))
    assert accepted(draw(over)).text == "h" * (head + 1)


def test_what_has_no_room_is_left_out_from_the_end_optional_parts_first() -> None:
    reply = Reply(
        (
            Heading("Head"),
            Paragraph("o" * 1500, optional=True),
            Paragraph("n" * 1500),
            Paragraph("p" * 1500, optional=True),
        )
    )
    text = accepted(draw(reply)).text
    assert ("o" * 1500 in text, "n" * 1500 in text, "p" * 1500 in text) == (True, True, False)


def test_buttons_go_into_rows_that_a_phone_shows_whole() -> None:
    wide = tuple(Button("w" * 20, Show(WorkId(number))) for number in range(5))
    narrow = tuple(Button("½★", Show(WorkId(number))) for number in range(20))
    drawn = draw(Reply((Heading("x"),), (wide, narrow)))
    accepted(drawn)
    assert drawn.keyboard is not None
    rows = [len(row) for row in drawn.keyboard.inline_keyboard]
    assert rows[:5] == [1] * 5
    assert max(rows) <= ROW_BUTTONS
    assert sum(rows) == 25


def test_a_mention_is_no_mention_and_a_command_to_type_can_be_pressed() -> None:
    formatted = accepted(draw(Reply((Paragraph(Line(("@durov says ", Ask("latest")))),))))
    assert [entity["type"] for entity in formatted.entities] == ["bot_command"]
    assert words_of(formatted) == "@durov says /latest"


def test_a_command_with_words_stands_in_code() -> None:
    reply = Reply(
        (Paragraph(Line((Ask("review", "<b>&"), " ", Code("</code>")))),), ((Button("x", Latest()),),)
    )
    formatted = accepted(draw(reply))
    assert formatted.text == "/review <b>& </code>"
    assert marked(formatted, "code") == "/review <b>&</code>"
