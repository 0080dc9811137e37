"""What Discord is sent: within its limits, and every word from outside shown as the word it is."""

from typing import Any

import pytest
from hypothesis import given, settings

from bot.actions import Latest, Show
from bot.cards import clean, spoilers, title_of
from bot.platforms.discord.buttons import make_button
from bot.platforms.discord.limits import COMPONENTS, LABEL, ROW_BUTTONS, VIEW_TEXT
from bot.platforms.discord.render import draw
from bot.replies import Ask, Button, Code, Heading, Line, Link, Note, Paragraph, Points, Quote, Reply, Spoiler
from storage import CardFacts, WorkId
from tests.platforms import records
from tests.platforms.discord import reading
from tests.specs.discord import problems

LAYOUT = 1 << 15
ROW, CONTAINER, SECTION = 1, 17, 9
Components = list[dict[str, Any]]


def components(reply: Reply) -> Components:
    made: Components = draw(reply, make_button).to_components()  # type: ignore[no-untyped-call]
    return made


def assert_accepted(made: Components) -> None:
    """Within every limit of Discord that a message of components has."""
    every = list(reading.walk(made))
    assert len(every) <= COMPONENTS
    assert 1 <= sum(map(len, reading.texts(made))) <= VIEW_TEXT
    assert all(content.strip() for content in reading.texts(made))
    ids = [button["custom_id"] for button in reading.buttons(made)]
    assert len(set(ids)) == len(ids)
    assert all(1 <= len(one) <= 100 for one in ids)
    assert all(1 <= len(button["label"].strip()) <= LABEL for button in reading.buttons(made))
    assert all(1 <= len(one["components"]) <= ROW_BUTTONS for one in every if one["type"] == ROW)
    picture = reading.picture(made)
    assert picture == "" or picture.startswith(("https://", "http://"))
    assert len(picture) <= 500
    assert problems("POST", "/channels/1/messages", {"flags": LAYOUT, "components": made}) == []


def shown(made: Components) -> str:
    """All words as they are shown; nothing from outside may have become a mark, a link or a ping."""
    read = [reading.read(content) for content in reading.texts(made)]
    assert [one for each in read for one in each.strange] == []
    assert all(
        link.isascii() and link.startswith(("https://", "http://")) for each in read for link in each.links
    )
    return "\n".join(each.text for each in read).replace("\u200b", "")


@given(records.cards())
@settings(max_examples=60)
def test_any_card_is_accepted_and_shows_its_words_as_they_are(made: tuple[CardFacts, Reply]) -> None:
    facts, card = made
    drawn = components(card)
    assert_accepted(drawn)
    words = shown(drawn)
    assert title_of(facts.work) in words
    if facts.review:
        assert clean(facts.review.summary, 60).removesuffix("…") in words


@given(records.facts)
@settings(max_examples=60)
def test_any_ending_is_hidden_as_far_as_it_fits(facts: CardFacts) -> None:
    drawn = components(spoilers(facts))
    assert_accepted(drawn)
    shown(drawn)
    hidden = "".join(reading.read(content).hidden for content in reading.texts(drawn)).replace("\u200b", "")
    hidden = hidden.replace(" ", "")
    kept = (clean(facts.review.spoilers, 3000) if facts.review else "").replace(" ", "")
    assert kept.startswith(hidden)
    assert len(hidden) >= min(len(kept), 1700)


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
    drawn = components(reply)
    words = shown(drawn)
    assert words.count(word) >= 6 or not word
    assert_accepted(drawn)


@pytest.mark.parametrize("rows", [1, 5, 6, 13, 40])
def test_many_rows_of_one_button_share_rows_and_stay_within_the_limit(rows: int) -> None:
    reply = Reply(
        (Heading("List"),),
        tuple((Button(f"Title {number}", Show(WorkId(number))),) for number in range(rows)),
    )
    drawn = components(reply)
    assert_accepted(drawn)
    labels = [button["label"] for button in reading.buttons(drawn)]
    assert labels == [f"Title {number}" for number in range(len(labels))]
    assert len(labels) >= min(rows, 25)


def test_the_head_of_a_card_stands_beside_its_picture() -> None:
    reply = Reply(
        (Heading("Up"), Paragraph("Film"), Paragraph("People"), Paragraph("Rest")),
        image="https://example.org/up.jpg",
    )
    (container,) = components(reply)
    section, rest = container["components"]
    assert (container["type"], section["type"]) == (CONTAINER, SECTION)
    assert section["accessory"]["media"]["url"] == "https://example.org/up.jpg"
    assert reading.texts([section]) == ["## Up\nFilm\nPeople"]
    assert reading.texts([rest]) == ["Rest"]


def test_a_long_label_is_cut_and_says_so() -> None:
    drawn = components(Reply((Heading("x"),), ((Button("w" * 200, Latest()),),)))
    (button,) = reading.buttons(drawn)
    assert button["label"] == "w" * (LABEL - 1) + "…"


def test_what_has_no_room_is_left_out_from_the_end_optional_parts_first() -> None:
    reply = Reply(
        (
            Heading("Head"),
            Paragraph("o" * 1500, optional=True),
            Paragraph("n" * 1500),
            Paragraph("p" * 1500, optional=True),
        )
    )
    drawn = components(reply)
    assert_accepted(drawn)
    assert "p" * 1500 not in shown(drawn)
    assert "o" * 1500 in shown(drawn)
    assert "n" * 1500 in shown(drawn)


def test_a_command_to_type_stands_in_code_and_cannot_leave_it() -> None:
    drawn = components(Reply((Paragraph(Line((Ask("review", "a`b` @everyone"), " ", Code("x``")))),)))
    (content,) = reading.texts(drawn)
    assert reading.read(content).text == "/review aˋbˋ @everyone xˋˋ"
