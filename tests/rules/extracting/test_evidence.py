"""Every field that a reading sets says which words of the text it rests on, and how sure it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.drafts import SHOWN_WORDS
from bot.rules.extracting import read_article
from bot.rules.extracting.quoting import Quotations

ARTICLE = """\
Low Tide (2019) review: the sea gives nothing back

Low Tide follows two sisters who run a ferry that nobody takes. Mia Torrance (Ruth Calder) is superb, and the
harbour looks gorgeous. It is a drama in the vein of 'Winter Ferry', and it is streaming on Hulu. In the last
scene the older sister drowns. It is a must-see for drama lovers.

My rating: 4/5
"""


def test_every_field_that_is_set_has_words_of_the_text() -> None:
    draft, text = read_article(ARTICLE), " ".join(ARTICLE.split())
    fields = ("title", "kind", "year", "platform", "people", "score", "score_text", "verdict", "summary",
              "spoilers", "comparables", "language")  # fmt: skip
    for field in fields:
        assert getattr(draft, field), field
        evidence = draft.evidence[field]
        assert evidence.words in text
        assert len(evidence.words) <= 120
        assert (evidence.origin, 0 < evidence.sure <= 1) == ("text", True)


def test_no_field_that_is_not_set_has_evidence() -> None:
    draft = read_article(
        "Low Tide\n\n" + "It rained on Low Tide, and nobody came out to look at it at all. " * 4
    )
    unset = ("score", "score_text", "year", "season", "platform", "comparables", "people")
    assert not draft.evidence.keys() & set(unset)


def test_the_score_is_quoted_with_its_label() -> None:
    assert "My rating: 4/5" in read_article(ARTICLE).evidence["score"].words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a b c", "b"),
        ("word " * 100 + "Low Tide " + "word " * 100, "Low Tide"),
        ("x" * 300 + " Low Tide", "Low Tide"),
        ("It was LOW TIDE then.", "Low Tide"),
        ("l" * 500, "l" * 300),
    ],
)
def test_a_quotation_holds_the_words_and_is_short(text: str, words: str) -> None:
    quoted = Quotations(text).around(words, 0.5).words
    assert quoted in text
    assert words[:120].lower() in quoted.lower()
    assert len(quoted) <= 120
    assert words[:SHOWN_WORDS].lower() in quoted[:SHOWN_WORDS].lower()


@given(st.text(max_size=300), st.text(max_size=200))
def test_any_quotation_is_short(text: str, words: str) -> None:
    assert len(Quotations(text).around(words, 0.5).words) <= 120
