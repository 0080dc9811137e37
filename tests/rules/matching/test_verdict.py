"""The rule of how sure an answer is: each sentence of `verdict` is a test here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.matching import Entry, Hit, verdict


def hit(
    work: int,
    score: float,
    *,
    fame: float = 0.0,
    year: int = 2000,
    form: str = "host",
    kind: str = "film",
    season: int = 0,
) -> Hit:
    return Hit(score, Entry(work, form, year, "season" if season else kind, season, fame))


def order(*hits: Hit, chosen: dict[int, int] | None = None) -> list[int]:
    return [match.work for match in verdict(hits, 9, chosen).matches]


def certainty(*hits: Hit, chosen: dict[int, int] | None = None) -> str:
    return verdict(hits, 9, chosen).certainty


def test_hits_are_ordered_by_how_well_they_fit() -> None:
    assert order(hit(1, 0.7, fame=50), hit(2, 0.9), hit(3, 0.8)) == [2, 3, 1]


def test_among_hits_that_fit_as_well_the_chosen_goes_before_the_famous() -> None:
    assert order(hit(1, 1.0, fame=30), hit(2, 1.0, fame=20), chosen={2: 3}) == [2, 1]


def test_then_the_famous_goes_before_the_new() -> None:
    assert order(hit(1, 1.0, fame=30, year=1990), hit(2, 1.0, fame=20, year=2020)) == [1, 2]


def test_then_the_newer_goes_first_and_of_one_year_the_one_that_came_first() -> None:
    assert order(hit(1, 1.0, year=1990), hit(2, 1.0, year=2020), hit(3, 1.0, year=2020)) == [2, 3, 1]


def test_choices_and_fame_never_outdo_a_clear_fit() -> None:
    assert order(hit(1, 1.0), hit(2, 0.85, fame=1e6), chosen={2: 1000}) == [1, 2]


@pytest.mark.parametrize(
    ("score", "sure"), [(0.49, "nothing"), (0.5, "near"), (0.83, "near"), (0.84, "likely")]
)
def test_a_poor_best_hit_is_near_or_nothing(score: float, sure: str) -> None:
    assert certainty(hit(1, score)) == sure
    assert bool(order(hit(1, score))) == (sure != "nothing")


def test_no_hits_are_nothing() -> None:
    assert verdict([], 5) == verdict([], 5, {1: 9})
    assert certainty() == "nothing"


@pytest.mark.parametrize(
    ("score", "sure"), [(1.0, "clear"), (0.97, "clear"), (0.96, "likely"), (0.9, "likely")]
)
def test_a_single_contender_is_clear_only_where_the_name_is_exactly_its_own(score: float, sure: str) -> None:
    assert certainty(hit(1, score), hit(2, 0.6)) == sure


@pytest.mark.parametrize(("score", "sure"), [(0.96, "clear"), (0.97, "several")])
def test_who_fits_an_exact_best_nearly_as_well_is_a_contender(score: float, sure: str) -> None:
    assert certainty(hit(1, 1.0), hit(2, score)) == sure


@pytest.mark.parametrize(("score", "sure"), [(0.82, "likely"), (0.84, "several")])
def test_below_an_exact_name_contenders_stand_further_apart(score: float, sure: str) -> None:
    assert certainty(hit(1, 0.9), hit(2, score)) == sure


@pytest.mark.parametrize(("fame", "sure"), [(24, "likely"), (23, "several"), (11, "several")])
def test_of_several_the_most_famous_is_likely_with_more_than_twice_the_fame_and_three(
    fame: int, sure: str
) -> None:
    assert certainty(hit(1, 1.0, fame=fame), hit(2, 1.0, fame=10), hit(3, 1.0, fame=2)) == sure


@pytest.mark.parametrize(("people", "sure"), [(0, "several"), (2, "several"), (3, "likely"), (50, "likely")])
def test_of_several_the_one_that_people_mostly_chose_is_likely(people: int, sure: str) -> None:
    chosen = {2: people} if people else {}
    assert certainty(hit(1, 1.0), hit(2, 1.0), chosen=chosen) == sure
    assert order(hit(1, 1.0), hit(2, 1.0), chosen=chosen)[0] == (2 if people else 1)


def test_where_people_differ_it_stays_several() -> None:
    assert certainty(hit(1, 1.0), hit(2, 1.0), chosen={1: 4, 2: 3}) == "several"


def test_a_choice_alone_never_makes_it_clear() -> None:
    assert certainty(hit(1, 1.0), hit(2, 1.0), chosen={1: 1000}) == "likely"


def test_what_people_chose_and_is_not_first_makes_nothing_likely() -> None:
    assert certainty(hit(1, 1.0, fame=3), hit(2, 0.9), hit(3, 1.0), chosen={2: 50}) == "several"


def test_a_series_stands_before_its_seasons() -> None:
    series, two, one = hit(1, 1.0, kind="series"), hit(2, 1.0, season=2, fame=9), hit(3, 1.0, season=1)
    assert order(one, two, series) == [1, 2, 3]
    assert certainty(one, two, series) == "clear"


def test_failing_that_the_newest_season_stands_first_and_is_a_guess() -> None:
    assert order(hit(1, 1.0, season=1, fame=9), hit(2, 1.0, season=2)) == [2, 1]
    assert certainty(hit(1, 1.0, season=1), hit(2, 1.0, season=2)) == "likely"


def test_a_season_that_fits_better_stands_before_its_series() -> None:
    series, season = hit(1, 0.86, kind="series", fame=40), hit(2, 0.91, season=12)
    assert order(series, season) == [2, 1]
    assert certainty(series, season) == "likely"


def test_seasons_of_another_name_stand_behind_no_series() -> None:
    assert certainty(hit(1, 1.0, kind="series"), hit(2, 1.0, season=2, form="the host")) == "several"


def test_two_series_of_one_name_are_several() -> None:
    assert certainty(hit(1, 1.0, kind="series"), hit(2, 1.0, kind="series")) == "several"


def test_a_film_and_a_series_of_one_name_are_several() -> None:
    assert certainty(hit(1, 1.0), hit(2, 1.0, kind="series"), hit(3, 1.0, season=1)) == "several"


HITS = st.lists(
    st.builds(
        lambda work, score, fame, kind, season: hit(work, score, fame=fame, kind=kind, season=season),
        st.integers(1, 30),
        st.floats(-0.5, 1.0),
        st.floats(0, 1e6),
        st.sampled_from(["film", "series"]),
        st.integers(0, 3),
    ),
    max_size=10,
    unique_by=lambda one: one.entry.work,
)


@given(HITS, st.dictionaries(st.integers(1, 30), st.integers(1, 1000), max_size=4), st.integers(1, 5))
def test_any_hits_are_judged_the_same_in_any_order(
    hits: list[Hit], chosen: dict[int, int], limit: int
) -> None:
    found = verdict(hits, limit, chosen)
    assert found == verdict(hits[::-1], limit, chosen)
    assert len(found.matches) == (0 if found.certainty == "nothing" else min(limit, len(hits)))
    assert all(0 <= match.score <= 1 for match in found.matches)
