"""A film is told from a series by how the article speaks of it."""

import pytest

from bot.rules.extracting.cleaning import read_lines
from bot.rules.extracting.labels import find_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Spokes\nThe best that television has to offer, from s01e03 on.", "series"),
        ("Spokes\nI binged it in a weekend.", "series"),
        ("Spokes\nThis anime came out of nowhere.", "series"),
        ("Spokes\nThis anime film came out of nowhere.", "film"),
        ("Spokes\nThe film opens with rain.", "film"),
        ("Spokes\nThe Salt Road series goes on, and this series grows stale.", "film"),
        ("Spokes\nThe third part of a film series.", "film"),
        ("Spokes\nThis British series from Ida Holm is the best series of the year.", "series"),
        ("Spokes\nThe Netflix Original series is long, and so is the series of gulls in it.", "series"),
        ("Spokes\nThe Harbour series is back, the best series of the year.", "series"),
        ("Spokes\nThe Netflix series goes on, and this series grows stale.", "series"),
        ("Spokes\nThe Salt Road series goes on for six episodes.", "series"),
    ],
)
def test_the_kind_is_what_the_article_speaks_of(text: str, kind: str) -> None:
    assert find_kind(read_lines(text), None) == kind
