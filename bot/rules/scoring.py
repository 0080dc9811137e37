"""The community's score: the mean of a Dirichlet posterior over the ten half stars.

The prior is the histogram of all votes in this community, worth `strength` votes; the editors'
score never enters. With few votes the score stays near the community's mean and says so; with many
it is the plain mean. See any text on Dirichlet-multinomial shrinkage; 1.645 is the normal
quantile that leaves five per cent on either side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from storage import Community, Tally

VALUES = range(1, 11)
SHOWN_FROM = 3
SETTLED_FROM = 10
CHARTED_FROM = 5
WIDE = 2.0
DEFAULT_STRENGTH = 8.0
WEAKEST, STRONGEST = 4.0, 12.0
TITLES_NEEDED = 30
_QUANTILE = 1.645


@dataclass(frozen=True, slots=True)
class Score:
    """A community score in points of ten (half stars).

    `low` and `high` bound the 90 % credible interval, cut to 1-10. `state` is "few" under three votes
    (not to be shown), "early" under ten, else "settled".
    """

    value: float
    low: float
    high: float
    votes: int
    state: Literal["few", "early", "settled"]

    @property
    def wide(self) -> bool:
        """Whether the interval is so wide that only whole half stars should be shown."""
        return self.high - self.low > WIDE

    @property
    def margin(self) -> float:
        """Half the interval's width, in points of ten."""
        return (self.high - self.low) / 2


def score(tally: Tally, community: Community) -> Score:
    """The community's score of a work: S = sum(k * a_k) / A with a_k = m * q_k + n_k."""
    shape = prior_shape(community)
    weights = [community.strength * q + n for q, n in zip(shape, tally.counts, strict=True)]
    total = sum(weights)
    mean = sum(k * a for k, a in zip(VALUES, weights, strict=True)) / total
    square = sum(k * k * a for k, a in zip(VALUES, weights, strict=True)) / total
    reach = _QUANTILE * sqrt(max(0.0, square - mean * mean) / (total + 1))
    votes = tally.votes
    state: Literal["few", "early", "settled"] = (
        "few" if votes < SHOWN_FROM else "early" if votes < SETTLED_FROM else "settled"
    )
    return Score(mean, max(1.0, mean - reach), min(10.0, mean + reach), votes, state)


def prior_shape(community: Community) -> list[float]:
    """The share of each half star among all votes, one vote added to each."""
    total = sum(community.counts) + len(community.counts)
    return [(count + 1) / total for count in community.counts]


def prior_mean(community: Community) -> float:
    """The community's mean vote in points of ten, one vote added to each half star."""
    return sum(k * q for k, q in zip(VALUES, prior_shape(community), strict=True))


def prior_strength(tallies: Sequence[Tally]) -> float:
    """How many votes the prior is worth, from how much works differ: m = 1/rho - 1, within 4-12.

    rho, the intraclass correlation, is estimated as sum n((x - c)^2/s^2 - 1/n) / sum n(1 - 1/n) with x
    a work's mean, c and s^2 the mean and variance of all votes. 8 until thirty works have votes.
    """
    voted = [tally for tally in tallies if tally.votes]
    if len(voted) < TITLES_NEEDED:
        return DEFAULT_STRENGTH
    counts = [sum(column) for column in zip(*(tally.counts for tally in voted), strict=True)]
    centre, variance = _moments(counts)
    weight = sum(tally.votes - 1 for tally in voted)
    if variance == 0 or weight == 0:
        return STRONGEST
    spread = sum(tally.votes * (_moments(tally.counts)[0] - centre) ** 2 / variance - 1 for tally in voted)
    correlation = spread / weight
    if correlation <= 0:
        return STRONGEST
    return min(STRONGEST, max(WEAKEST, 1 / correlation - 1))


def gap(found: Score, editors: float | None) -> float | None:
    """How far the community stands above (+) or below (-) the editors' 0-100 score, in points of ten.

    None unless the difference is at least one point and larger than the score's own doubt.
    """
    if editors is None or found.state == "few":
        return None
    difference = found.value - editors / 10
    return difference if abs(difference) >= max(1.0, found.margin) else None


def _moments(counts: Sequence[int]) -> tuple[float, float]:
    total = sum(counts)
    mean = sum(k * n for k, n in zip(VALUES, counts, strict=True)) / total
    return mean, sum(n * (k - mean) ** 2 for k, n in zip(VALUES, counts, strict=True)) / total
