"""Small pieces of language: counts, lists, stars, bars, and texts cut where a reader would cut them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.wording import bars, listed, plural, printable, shorten, stars

WORDS = st.text(alphabet="abcdé,.!?-'3", min_size=1, max_size=12)
PROSE = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("All of it fits.", 15, "All of it fits."),
        ("One sentence. Another one that is too long.", 30, "One sentence."),
        ("“Is it?” he asks. Nobody in Winden knows.", 20, "“Is it?” he asks."),
        ("It ends so. Then it goes on (and on).", 11, "It ends so."),
        ("Half of this sentence has to go away", 20, "Half of this…"),
        ("A point, and then - more of it follows", 20, "A point, and then…"),
        ("It costs 3.50 euros and is worth it", 11, "It costs…"),
        ("Rated 3.5 of 5 stars by all", 8, "Rated…"),
        ("Short. And then a very long second sentence", 40, "Short. And then a very long second…"),
        ("好看。值得一看。真的非常好", 9, "好看。值得一看。"),
    ],
)
def test_a_text_ends_with_a_sentence_where_it_can_else_with_a_word(text: str, limit: int, cut: str) -> None:
    assert shorten(text, limit) == cut


@given(PROSE, st.integers(14, 200))
def test_no_word_is_ever_cut_and_no_limit_passed(text: str, limit: int) -> None:
    cut = shorten(text, limit)
    assert len(cut) <= limit
    kept = cut if cut == text or text.startswith(cut) else cut.removesuffix("…")
    assert text.startswith(kept)
    rest = text[len(kept) :]
    assert not rest or rest.lstrip(" ,;:-–—") == "" or rest[0] in " ,;:-–—"


@given(st.text(max_size=80), st.integers(1, 80))
def test_any_text_is_held_to_its_limit(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit


def test_one_endless_word_is_cut_all_the_same() -> None:
    assert shorten("a" * 4000, 10) == "a" * 9 + "…"


@given(st.text())
def test_nothing_invisible_that_turns_or_breaks_the_text_around_it_is_left(text: str) -> None:
    left = printable(text)
    assert all(c == "\n" or unicodedata.category(c) not in ("Cc", "Cs", "Co") for c in left)
    assert not set(left) & set(
        "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
    )
    assert printable(left) == left


def test_what_people_write_with_is_kept() -> None:
    text = "👩‍👩‍👧 Amélie — 발레리나\nनमस्ते را"
    assert printable(text) == text
    assert printable("a\u202eb\x00c\ud800d\x1b[31m") == "abcd[31m"


def test_counts_have_their_nouns() -> None:
    assert [plural(n, "vote") for n in (0, 1, 2, 1234)] == ["0 votes", "1 vote", "2 votes", "1,234 votes"]
    assert plural(2, "series", "series") == "2 series"


def test_lists_read_like_a_sentence() -> None:
    assert [listed(list(words)) for words in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]
    assert listed(["a", "b"], "or") == "a or b"


def test_votes_are_drawn_as_stars() -> None:
    assert [stars(value) for value in (1, 2, 7, 10)] == ["½", "★", "★★★½", "★★★★★"]


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=10))
def test_bars_show_every_vote_and_the_largest_full(counts: list[int]) -> None:
    drawn = bars(counts)
    assert len(drawn) == len(counts)
    for count, bar in zip(counts, drawn, strict=True):
        assert (bar == "▁") == (count == 0)
        assert count == 0 or count < max(counts) or bar == "█"
    by_count = [bar for _, bar in sorted(zip(counts, drawn, strict=True))]
    assert by_count == sorted(by_count)
