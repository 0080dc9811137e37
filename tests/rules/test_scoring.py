"""The community score: its laws, its formula worked out a second way, and when it is shown how."""

from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.scoring import gap, prior_mean, prior_shape, prior_strength, score
from storage import Community, Tally

COUNTS = st.lists(st.integers(0, 500), min_size=10, max_size=10).map(tuple)
TALLIES = COUNTS.map(Tally)
COMMUNITIES = st.builds(Community, COUNTS, st.floats(4, 12))
VALUES = st.integers(1, 10)


def tally(**votes: int) -> Tally:
    """`tally(v7=3)`: three votes of seven half stars."""
    return Tally(tuple(votes.get(f"v{value}", 0) for value in range(1, 11)))


def plus(counts: Tally, value: int, step: int = 1) -> Tally:
    return Tally(tuple(n + step * (k == value) for k, n in enumerate(counts.counts, 1)))


def by_the_book(counts: Tally, community: Community) -> tuple[float, float, float]:
    """SCORE.md, lines 3 and 5-7, from single votes instead of from sums."""
    everyone = [k for k, n in enumerate(community.counts, 1) for _ in range(n + 1)]
    votes = [float(k) for k, n in enumerate(counts.counts, 1) for _ in range(n)]
    weighed = [(k, community.strength / len(everyone)) for k in everyone] + [(k, 1.0) for k in votes]
    total = sum(weight for _, weight in weighed)
    mean = sum(k * weight for k, weight in weighed) / total
    variance = sum(weight * (k - mean) ** 2 for k, weight in weighed) / total
    reach = 1.645 * sqrt(variance / (total + 1))
    return mean, max(1.0, mean - reach), min(10.0, mean + reach)


@given(TALLIES, COMMUNITIES)
def test_it_is_the_formula_of_the_document(counts: Tally, community: Community) -> None:
    found = score(counts, community)
    for mine, theirs in zip(
        (found.value, found.low, found.high), by_the_book(counts, community), strict=True
    ):
        assert isclose(mine, theirs, rel_tol=1e-6, abs_tol=1e-5)


@given(TALLIES, COMMUNITIES)
def test_it_lies_between_half_a_star_and_five_and_inside_its_interval(
    counts: Tally, community: Community
) -> None:
    found = score(counts, community)
    assert 1 <= found.low <= found.value <= found.high <= 10


@given(TALLIES, COMMUNITIES, VALUES, VALUES)
def test_moving_one_vote_up_never_lowers_it(
    counts: Tally, community: Community, one: int, other: int
) -> None:
    low, high = sorted((one, other))
    assert score(plus(counts, high), community).value >= score(plus(counts, low), community).value - 1e-9


@given(COUNTS.filter(any), COMMUNITIES, st.integers(2, 50))
def test_more_votes_of_the_same_kind_narrow_it(
    counts: tuple[int, ...], community: Community, times: int
) -> None:
    """With the prior's own shape, so that only the number of votes differs."""
    alike = Community(tuple(10 * n + 9 for n in counts), community.strength)
    few = score(Tally(tuple(n + 1 for n in counts)), alike)
    many = score(Tally(tuple(times * (n + 1) for n in counts)), alike)
    assert many.margin <= few.margin + 1e-9
    assert isclose(many.value, few.value, abs_tol=1e-6)


@given(COUNTS.filter(any), COMMUNITIES)
def test_with_many_votes_it_is_the_plain_mean(counts: tuple[int, ...], community: Community) -> None:
    plain = sum(k * n for k, n in enumerate(counts, 1)) / sum(counts)
    distances = [
        abs(score(Tally(tuple(n * m for n in counts)), community).value - plain) for m in (1, 100, 10**6)
    ]
    assert distances[0] + 1e-9 >= distances[1] >= distances[2] - 1e-9
    assert distances[2] < 1e-3


@given(COMMUNITIES)
def test_without_votes_it_is_the_mean_of_the_community(community: Community) -> None:
    assert isclose(score(Tally(), community).value, prior_mean(community))
    assert isclose(sum(prior_shape(community)), 1)


@pytest.mark.parametrize(
    ("votes", "state"), [(0, "few"), (2, "few"), (3, "early"), (9, "early"), (10, "settled")]
)
def test_it_says_how_far_it_can_be_trusted(votes: int, state: str) -> None:
    assert score(tally(v7=votes), Community()).state == state


def test_a_wide_interval_is_marked() -> None:
    assert score(tally(v1=2, v10=2), Community()).wide
    assert not score(tally(v7=200), Community()).wide


def works(*tallies: Tally, times: int = 1) -> list[Tally]:
    return list(tallies) * times


def test_the_prior_is_worth_eight_votes_until_thirty_titles_have_votes() -> None:
    assert prior_strength([]) == 8
    assert prior_strength(works(tally(v1=50), times=29) + [Tally()] * 50) == 8
    assert prior_strength(works(tally(v1=50), tally(v10=50), times=15)) != 8


@given(st.lists(TALLIES, max_size=60))
def test_the_prior_is_worth_four_to_twelve_votes(tallies: list[Tally]) -> None:
    assert 4 <= prior_strength(tallies) <= 12


def test_the_more_works_differ_the_less_the_prior_is_worth() -> None:
    apart = prior_strength(works(tally(v1=20), tally(v10=20), times=20))
    alike = prior_strength(works(tally(v1=10, v10=10), times=40))
    between = prior_strength(works(tally(v5=6, v6=8, v7=6, v8=2), tally(v7=6, v8=8, v6=6, v5=2), times=20))
    assert (apart, alike) == (4, 12)
    assert 4 < between < 12


def test_the_strength_is_the_one_of_the_document() -> None:
    """SCORE.md, line 4, worked out from single votes."""
    tallies = works(tally(v4=5, v6=9, v8=6), tally(v5=3, v7=9, v9=6), tally(v3=3, v6=6, v9=1), times=12)
    votes = [k for each in tallies for k, n in enumerate(each.counts, 1) for _ in range(n)]
    centre = sum(votes) / len(votes)
    variance = sum((k - centre) ** 2 for k in votes) / len(votes)
    above = below = 0.0
    for each in tallies:
        mean = sum(k * n for k, n in enumerate(each.counts, 1)) / each.votes
        above += each.votes * ((mean - centre) ** 2 / variance - 1 / each.votes)
        below += each.votes * (1 - 1 / each.votes)
    assert isclose(prior_strength(tallies), min(12, max(4, below / above - 1)))
    assert 4 < prior_strength(tallies) < 12


@pytest.mark.parametrize(
    ("votes", "editors", "side"),
    [
        (tally(v9=100), 80.0, 0),
        (tally(v9=100), 60.0, 1),
        (tally(v3=100), 90.0, -1),
        (tally(v9=2), 10.0, 0),
        (tally(v1=2, v10=2), 70.0, 0),
        (tally(v9=100), None, 0),
    ],
    ids=["near", "above", "below", "few votes", "within its doubt", "no editors' score"],
)
def test_a_gap_to_the_editors_is_told_only_where_it_is_large_and_sure(
    votes: Tally, editors: float | None, side: int
) -> None:
    found = gap(score(votes, Community()), editors)
    assert (found is None) if side == 0 else (found is not None and found * side >= 1)


@given(TALLIES, COMMUNITIES, st.floats(0, 100))
def test_a_gap_is_never_smaller_than_a_point_nor_than_the_doubt(
    counts: Tally, community: Community, editors: float
) -> None:
    found = score(counts, community)
    told = gap(found, editors)
    assert told is None or (abs(told) >= max(1, found.margin) and isclose(told, found.value - editors / 10))
