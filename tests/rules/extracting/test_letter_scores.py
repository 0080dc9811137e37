"""Letters are heard as scores where they stand for one: alone, as a tier, or among a review's tags."""

import pytest

from bot.rules.extracting.own_scores import find_score

# What it is worth of 100, and the text; "⏎" is a new line.
LETTERS = """
75 | Low Tide⏎B⏎It rained in the harbour.
75 | Low Tide⏎**B**⏎It rained in the harbour.
75 | Low Tide⏎(B)⏎It rained in the harbour.
25 | Low Tide⏎boats, drama⏎Released 2019⏎⏎D⏎⏎It rained in the harbour.
75 | B⏎Low Tide⏎It rained in the harbour.
50 | Low Tide⏎It rained in the harbour.⏎The boat left at nine.⏎C
0 | Low Tide⏎It rained in the harbour.⏎The boat left at nine.⏎[F]
83 | Low Tide⏎boats, drama⏎B+⏎It rained in the harbour.
100 | Low Tide⏎S⏎It rained in the harbour.
100 | Low Tide⏎S tier⏎It rained in the harbour.
100 | Low Tide⏎It rained.⏎S-Tier
91 | Low Tide⏎It rained.⏎A- tier
75 | Low Tide⏎It rained.⏎Tier: B
100 | Low Tide⏎It rained.⏎Rank: S
75 | Low Tide⏎It rained.⏎Verdict: B
100 | Low Tide⏎It rained.⏎Grade: S
75 | Low Tide⏎It rained.⏎It's a solid B-tier film.
75 | Low Tide⏎It rained.⏎This is a B-tier movie, no more.
75 | Low Tide⏎Released 2019 · Reviewed May 2022 · B⏎It rained.
83 | Low Tide⏎2019 | 102 min | B+⏎It rained.
83 | Low Tide⏎2019 | B+ | drama⏎It rained.
83 | Low Tide⏎Tags: drama, boats, B+⏎It rained.
40 | Low Tide⏎2019 | 2/5 | drama⏎It rained.
40 | Low Tide⏎Rosa Quint · 102 min · ★★⏎It rained.
45 | Low Tide⏎HarbourLog Score: 45/100⏎It rained.⏎Verdict: C+
"""

TRAPS = """
A⏎nother boat leaves the harbour.
A⏎film about boats is a rare thing.
Low Tide⏎It rained.⏎—A.
Low Tide⏎It rained.⏎- B
Low Tide⏎It rained.⏎Yours,⏎A.
Low Tide⏎It rained.⏎Certificate:⏎A
Low Tide⏎Certificate⏎A⏎It rained.
# A⏎Anchors Aweigh⏎# B⏎Boats
A⏎Anchors Aweigh⏎B⏎Boats
Low Tide⏎Hindi | A | 2 h 10 min⏎It rained.
Low Tide⏎Tags: A, B, boats⏎It rained.
Low Tide⏎It rained.⏎C⏎The boat left.⏎It came back.⏎Nobody was in it.⏎It sank.
Low Tide⏎It rained.⏎He is a B-tier actor.
Low Tide⏎It rained.⏎A B-list cast in a B movie.
Low Tide⏎It rained.⏎The S tier list of all boats is below.
Low Tide⏎It rained.⏎A tier list of boats.
Low Tide⏎It rained.⏎a tier above the rest
Low Tide⏎It rained.⏎A tier above the rest.
Low Tide⏎It rained.⏎Audience tier: B
Low Tide⏎It rained.⏎Rank: 4
Low Tide⏎It rained.⏎Tier: 2
Low Tide⏎It rained.⏎It's his. S
Low Tide⏎2019 | IMDb 7.5/10 | drama⏎It rained.
Low Tide⏎IMDb | 7/10⏎It rained.
Low Tide⏎Audience | 4/5⏎It rained.
Low Tide⏎Acting | 4/5⏎It rained.
Low Tide⏎2019 | 94% | drama⏎It rained.
"""


def rows(table: str) -> list[str]:
    return [row.replace("⏎", "\n") for row in table.strip().splitlines()]


@pytest.mark.parametrize("row", rows(LETTERS))
def test_a_letter_or_a_tag_that_is_the_score(row: str) -> None:
    value, _, text = row.partition(" | ")
    own = find_score(text)
    assert own is not None
    assert own.score.value == float(value)


@pytest.mark.parametrize("text", rows(TRAPS))
def test_a_letter_or_a_tag_that_is_no_score(text: str) -> None:
    assert find_score(text) is None


def test_a_lone_letter_yields_to_a_score_that_is_said_in_words() -> None:
    own = find_score("Low Tide\nB\nIt rained in the harbour.\nI give it 2 out of 5.")
    assert own is not None
    assert (own.score.value, own.sure) == (40, 0.6)
