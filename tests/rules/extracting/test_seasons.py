"""The season under review, told from others that are mentioned."""

import pytest

from bot.rules.extracting.cleaning import read_lines
from bot.rules.extracting.seasons import stated_season


@pytest.mark.parametrize(
    ("text", "season"),
    [
        ("Spokes Series 3 review", 3),
        ("Spokes S2 review", 2),
        ("Spokes 2nd Season", 2),
        ("Spokes sixth season review", 6),
        ("Spokes: the third and final season", 3),
        ("Spokes\nSeason: 2\nIt is wet.", 2),
        ("Spokes\nSo how was season three? Wetter than season two.", 3),
        ("Spokes\nWell, that is that; this second season was colder than the first season.", 2),
        ("Spokes\nI just finished season 4, and it rained.", 4),
        ("Spokes\nIt rained.\nThis review is on season 1.", 1),
        ("Spokes\nSeason 2 starts with a cautious ride", 2),
        ("Spokes\nIt rained.\nThis is the third series of the American version.", 3),
        ("Spokes\nIt rained.\nSeason Reviewed: 4", 4),
        ("Spokes\nMy second series of photographs hangs in the hall.", None),
        ("Spokes\nThis is season 4. How was season 3?", None),
        ("Spokes\nIt should have ended before season 5.", None),
        ("Spokes\nNothing here is as good as season one.", None),
        ("Spokes Season 1 & 2 Review", None),
        ("Spokes season 1-3", None),
        ("Spokes S1 and S2 review", None),
        ("Spokes seasons 1 and 2\nHow was season 2?", None),
        ("Spokes season 2 - 8/10", 2),
        ("This week on Spokes\nSeries 6, Episode 3\nIt rained.", 6),
        ("This week on Spokes\nIt's season six, episode eight!\nIt rained.", 6),
        ("Spokes\nAs in season six, episode eight was wet.", None),
        ("Spokes season 2 and the sea", 2),
    ],
)
def test_the_season_at_hand_is_found_and_no_other(text: str, season: int | None) -> None:
    assert stated_season("Spokes", read_lines(text)) == season
