"""Telegram's HTML is read as Telegram reads it."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.standins.telegram import Refused
from bot.standins.telegram.html import parse, utf16_length


@pytest.mark.parametrize(
    ("source", "text", "kind", "more"),
    [
        ("<strong>a</strong>", "a", "bold", {}),
        ("<em>a</em>", "a", "italic", {}),
        ("<ins>a</ins>", "a", "underline", {}),
        ("<del>a</del>", "a", "strikethrough", {}),
        ('<span class="tg-spoiler">a</span>', "a", "spoiler", {}),
        ("<tg-spoiler>a</tg-spoiler>", "a", "spoiler", {}),
        ("<code>a &lt; b</code>", "a < b", "code", {}),
        ("<pre>a</pre>", "a", "pre", {}),
        ('<pre><code class="language-sql">a</code></pre>', "a", "pre", {"language": "sql"}),
        ("<blockquote>a</blockquote>", "a", "blockquote", {}),
        ("<blockquote expandable>a</blockquote>", "a", "expandable_blockquote", {}),
        (
            "<a href='https://x.example/?a=1&amp;b'>a</a>",
            "a",
            "text_link",
            {"url": "https://x.example/?a=1&b"},
        ),
        ('<tg-emoji emoji-id="5368">👍</tg-emoji>', "👍", "custom_emoji", {"custom_emoji_id": "5368"}),
    ],
)
def test_each_tag_becomes_its_entity(source: str, text: str, kind: str, more: dict[str, str]) -> None:
    entity = {"type": kind, "offset": 0, "length": utf16_length(text)}
    assert parse(source) == (text, [entity | more])


@pytest.mark.parametrize(
    ("source", "wording"),
    [
        ("é<h1>a</h1>", 'Unsupported start tag "h1" at byte offset 2'),
        ("a < b", "Unclosed start tag at byte offset 2"),
        ("a < b and c > d", 'Unsupported start tag "" at byte offset 2'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a "x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<tg-emoji>a</tg-emoji>", "Invalid custom emoji identifier specified"),
        (
            "<blockquote>a<blockquote>b</blockquote></blockquote>",
            "Unexpected nested blockquote at byte offset 13",
        ),
        ('<a href="javascript:alert(1)">a</a>', "which Telegram drops"),
        ('<b class="x">a</b>', "which Telegram ignores"),
        ("<b><code>a</code></b>", "where Telegram drops one of the two"),
        ("<code><b>a</b></code>", "where Telegram drops it"),
    ],
)
def test_bad_markup_is_refused(source: str, wording: str) -> None:
    with pytest.raises(Refused) as caught:
        parse(source)
    assert wording in caught.value.refusal.description


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert parse(escape(text)) == (text, [])


@given(st.text(), st.text(min_size=1), st.text())
def test_entities_count_utf16_units(before: str, marked: str, after: str) -> None:
    text, entities = parse(f"{escape(before)}<b>{escape(marked)}</b>{escape(after)}")
    start, length = entities[0]["offset"], entities[0]["length"]
    units = text.encode("utf-16-le")
    assert units[2 * start : 2 * (start + length)].decode("utf-16-le") == marked


def test_a_link_to_a_user_is_a_mention() -> None:
    _, (entity,) = parse('<a href="tg://user?id=42">Ann</a>')
    assert (entity["type"], entity["user"]["id"]) == ("text_mention", 42)


def test_unknown_references_stay_as_they_are() -> None:
    assert parse("R&amp;B &copy; &#233; &#xE9; &") == ("R&B &copy; é é &", [])
