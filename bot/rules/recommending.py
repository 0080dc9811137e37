"""What to watch next, and why: works weighed by what ties them to the person and by how good they are.

A young community has no votes to learn from, so content comes first: a review that names the two
side by side, a shared person, shared genres; then the editors' and the community's scores.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.rules.scoring import score
from bot.rules.slugs import slug
from storage import CardFacts, Work, WorkId

LIKED_FROM = 7
NAMED, PERSON, GENRE, GOOD, SKIP = 3.0, 1.5, 1.2, 2.0, -2.0
_CAST = "cast"


@dataclass(frozen=True, slots=True)
class Seed:
    """A work that the person likes; `weight` 0-1 says how much."""

    facts: CardFacts
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a work is recommended: what ties it to `because` (a title, "" where nothing does)."""

    kind: Literal["named", "person", "genre", "audience", "editors", "community", "new"]
    detail: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """One recommended work; `points` only order picks among each other."""

    facts: CardFacts
    points: float
    reason: Reason


def seeds_from(votes: Mapping[WorkId, int], facts: Iterable[CardFacts]) -> list[Seed]:
    """The works among a person's votes (1-10) that they like: at least 3½ stars and their own mean."""
    if not votes:
        return []
    mean = sum(votes.values()) / len(votes)
    liked = [each for each in facts if votes.get(each.work.id, 0) >= max(LIKED_FROM, mean)]
    return [Seed(each, votes[each.work.id] / 10) for each in liked]


def recommend(candidates: Iterable[CardFacts], seeds: Sequence[Seed], limit: int) -> list[Pick]:
    """The best candidates, best first; never a seed, and one work of each name."""
    taken = {seed.facts.work.id for seed in seeds}
    names = {slug(seed.facts.work.title) for seed in seeds}
    picks = sorted(
        (_pick(facts, seeds) for facts in candidates if facts.work.id not in taken),
        key=lambda pick: (-pick.points, -(pick.facts.work.year or 0), pick.facts.work.id),
    )
    chosen: list[Pick] = []
    for pick in picks:
        name = slug(pick.facts.work.title)
        if name not in names and len(chosen) < limit:
            names.add(name)
            chosen.append(pick)
    return chosen


def _pick(facts: CardFacts, seeds: Sequence[Seed]) -> Pick:
    ties = [(points * seed.weight, reason) for seed in seeds for points, reason in _ties(facts, seed.facts)]
    quality, praise = _quality(facts)
    best = max(ties, key=lambda tie: tie[0], default=(0.0, praise))
    near = sum(sorted((points for points, _ in ties), reverse=True)[:4])
    return Pick(facts, near + quality, best[1])


def _ties(facts: CardFacts, seed: CardFacts) -> Iterable[tuple[float, Reason]]:
    because = seed.work.title
    if _names(seed, facts.work) or _names(facts, seed.work):
        yield NAMED, Reason("named", because=because)
    for credit in facts.work.people:
        for other in seed.work.people:
            if slug(credit.name) == slug(other.name):
                weight = PERSON * (0.7 if _CAST in (credit.role, other.role) else 1.0)
                yield weight, Reason("person", credit.name, because)
    shared = [genre for genre in facts.work.genres if slug(genre) in {slug(g) for g in seed.work.genres}]
    if shared:
        most = max(len(facts.work.genres), len(seed.work.genres))
        yield GENRE * len(shared) / most, Reason("genre", " ".join(shared[:2]).lower(), because)


def _names(facts: CardFacts, work: Work) -> bool:
    called = {slug(name) for name in (work.title, work.original, *work.other_names) if name}
    named = facts.review.comparables if facts.review else ()
    return any(slug(name) in called for name in named)


def _quality(facts: CardFacts) -> tuple[float, Reason]:
    """Points for the scores, and the reason to give where nothing ties the work to the person."""
    crowd = score(facts.tally, facts.community)
    points = GOOD * (crowd.value - 5.5) / 4.5 * min(1.0, crowd.votes / 10)
    review = facts.review
    if review and review.verdict == "skip":
        points += SKIP
    if review and review.score is not None:
        points += GOOD * (review.score - 50) / 50
    if crowd.state == "settled" and crowd.value >= LIKED_FROM:
        return points, Reason("community", f"{crowd.value:.1f}")
    if review and review.audience:
        return points, Reason("audience", review.audience)
    if review and review.score_text:
        return points, Reason("editors", review.score_text)
    return points, Reason("new")
