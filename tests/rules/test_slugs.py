"""Keys of genres, platforms and people."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions import SubscribeMe, pack
from bot.rules.slugs import LONGEST, slug


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Science Fiction", "science-fiction"),
        ("  science   fiction ", "science-fiction"),
        ("Léa Seydoux", "lea-seydoux"),
        ("Apple TV+", "apple-tv"),
        ("Ana de Armas", "ana-de-armas"),
        ("Straße", "strasse"),
        ("", ""),
        ("…", ""),
    ],
)
def test_a_name_is_its_plain_words(name: str, key: str) -> None:
    assert slug(name) == key


@given(st.text(max_size=200))
def test_a_key_fits_a_button_and_stays_what_it_is(name: str) -> None:
    key = slug(name)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*|", key)
    assert len(key) <= LONGEST
    assert slug(key) == key
    assert not key or pack(SubscribeMe("platform", key))


def test_names_in_other_scripts_and_long_names_keep_apart() -> None:
    names = ["전종서", "전종", "Отец", "x" * 41, "x" * 42, "発見"]
    assert len({slug(name) for name in names}) == len(names)
