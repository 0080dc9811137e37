"""Works that a round-up reviews, too, are none that it compares with."""

import pytest

from bot.rules.extracting import read_article

_TOLD = (
    "two brothers row out at night and only one comes home, while their mother waits at the window with a "
    "lamp, and the film is better than Red Pier."
)
_PLOT = f"{_TOLD[0].upper()}{_TOLD[1:]}"
_WORKS = frozenset({"Heron", "Salt Road", "Low Tide", "Red Pier"})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            f"Heron review\n\n{_PLOT} It is no Salt Road.\n\nSalt Road: {_TOLD}\n\nLow Tide: {_TOLD}",
            ("Red Pier",),
        ),
        (
            f"Heron review\n\n{_PLOT} It is no Salt Road.\n\nSalt Road (2019)\n{_PLOT}\n\n"
            f"'Low Tide'\n{_PLOT}",
            ("Red Pier",),
        ),
        (
            f"Heron review\n\n{_PLOT} Heron is worse than Salt Road.\n\nSalt Road: wetter.",
            ("Red Pier", "Salt Road"),
        ),
        (f"Heron review\n\n{_PLOT} It is no Salt Road.\n\nVerdict: {_TOLD}", ("Red Pier", "Salt Road")),
    ],
)
def test_what_heads_a_section_is_reviewed_and_not_compared(text: str, names: tuple[str, ...]) -> None:
    assert read_article(text, _WORKS.__contains__).comparables == names
