"""What to watch next: ties before scores, a reason that is true, and never what was seen."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.recommending import Reason, Seed, recommend, seeds_from
from storage import CardFacts, Community, Credit, Review, ReviewId, Tally, Work, WorkId

COMMUNITY = Community((10,) * 10)


def facts(number: int, title: str = "", votes: int = 0, value: int = 9, **said: Any) -> CardFacts:
    """A reviewed work; what a review says goes to the review, the rest to the work."""
    written = {
        name: said.pop(name) for name in ("comparables", "verdict", "score", "score_text") if name in said
    }
    tally = Tally(tuple(votes if k == value else 0 for k in range(1, 11)))
    work = Work(WorkId(number), "film", title or f"Film {number}", **said)
    return CardFacts(work, Review(ReviewId(number), WorkId(number), **written), tally, COMMUNITY, None)


def reasons(candidates: list[CardFacts], seeds: list[CardFacts]) -> list[tuple[str, Reason]]:
    picks = recommend(candidates, [Seed(seed) for seed in seeds], 10)
    return [(pick.facts.work.title, pick.reason) for pick in picks]


SEED = facts(
    1,
    "Gone Girl",
    genres=("Thriller", "Drama"),
    people=(Credit("David Fincher", "director"), Credit("Rosamund Pike")),
    comparables=("The Glory",),
)


def test_a_review_that_names_both_ties_most_then_people_then_genres() -> None:
    found = reasons(
        [
            facts(2, "Genre", genres=("thriller",)),
            facts(3, "Person", people=(Credit("david fincher", "director"),)),
            facts(4, "The Glory"),
        ],
        [SEED],
    )
    assert found == [
        ("The Glory", Reason("named", because="Gone Girl")),
        ("Person", Reason("person", "david fincher", "Gone Girl")),
        ("Genre", Reason("genre", "thriller", "Gone Girl")),
    ]


def test_it_counts_from_either_side_and_under_any_name() -> None:
    named = facts(2, "Ballerina", comparables=("gone girl",))
    other = facts(3, "Deo geullori", other_names=("The Glory",))
    assert {reason.kind for _, reason in reasons([named, other], [SEED])} == {"named"}


def test_a_maker_ties_more_than_a_player() -> None:
    player = facts(2, "Player", people=(Credit("Rosamund Pike"),))
    maker = facts(3, "Maker", people=(Credit("David Fincher", "director"),))
    assert [title for title, _ in reasons([player, maker], [SEED])] == ["Maker", "Player"]


def test_with_nothing_to_go_by_the_scores_decide_and_say_so() -> None:
    found = reasons(
        [
            facts(2, "Unknown"),
            facts(3, "Praised", score=90.0, score_text="9/10"),
            facts(4, "Loved", votes=100, score=80.0, score_text="8/10"),
            facts(5, "Panned", score=10.0, score_text="1/10", verdict="skip"),
        ],
        [],
    )
    assert [title for title, _ in found] == ["Loved", "Praised", "Unknown", "Panned"]
    assert [reason.kind for _, reason in found] == ["community", "editors", "new", "editors"]
    assert found[0][1].detail == "8.7"


def test_a_work_to_skip_falls_behind_its_equal() -> None:
    titles = [
        title
        for title, _ in reasons([facts(2, "Skip", verdict="skip"), facts(3, "Watch", verdict="watch")], [])
    ]
    assert titles == ["Watch", "Skip"]


def test_one_work_of_each_name_and_the_newer_one_among_equals() -> None:
    found = reasons([facts(2, "Ballerina", year=2016), facts(3, "ballerina", year=2025)], [])
    assert [title for title, _ in found] == ["ballerina"]


def test_people_are_taken_to_like_what_they_voted_high_and_above_their_own_mean() -> None:
    all_facts = [facts(number) for number in range(1, 6)]
    harsh = {WorkId(1): 7, WorkId(2): 4, WorkId(3): 2}
    kind = {WorkId(1): 10, WorkId(2): 9, WorkId(3): 7}
    assert [seed.facts.work.id for seed in seeds_from(harsh, all_facts)] == [1]
    assert [seed.facts.work.id for seed in seeds_from(kind, all_facts)] == [1, 2]
    assert [seed.weight for seed in seeds_from(kind, all_facts)] == [1.0, 0.9]
    assert seeds_from({}, all_facts) == []
    assert seeds_from({WorkId(1): 3}, all_facts) == []


@given(st.lists(st.integers(1, 30), unique=True), st.sets(st.integers(1, 30)), st.integers(0, 10))
def test_no_seed_comes_back_nothing_comes_twice_and_the_order_does_not_depend_on_the_source(
    numbers: list[int], liked: set[int], limit: int
) -> None:
    candidates = [facts(number, votes=number, year=2000 + number % 5) for number in numbers]
    seeds = [Seed(facts(number)) for number in liked]
    picks = recommend(candidates, seeds, limit)
    found = [pick.facts.work.id for pick in picks]
    assert not liked & set(found)
    assert len(found) == len(set(found)) == min(limit, len(set(numbers) - liked))
    assert [pick.points for pick in picks] == sorted((pick.points for pick in picks), reverse=True)
    assert picks == recommend(candidates[::-1], seeds, limit)
