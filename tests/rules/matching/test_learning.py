"""What a community's choices do: they lift a counterpart, a little, and can be taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.matching import query_number
from bot.rules.matching.learning import preferred, rise

CHOSEN = st.dictionaries(st.integers(1, 5), st.integers(1, 2000), max_size=5)


@given(CHOSEN, st.integers(1, 6))
def test_a_rise_is_bounded_and_only_for_what_was_chosen(chosen: dict[int, int], work: int) -> None:
    assert 0 <= rise(chosen, work) < 0.05
    assert (rise(chosen, work) > 0) == (work in chosen)


@given(CHOSEN, st.integers(1, 6))
def test_one_more_person_lifts_this_work_and_lowers_the_others(chosen: dict[int, int], work: int) -> None:
    more = {**chosen, work: chosen.get(work, 0) + 1}
    assert rise(more, work) > rise(chosen, work)
    assert all(rise(more, other) < rise(chosen, other) for other in chosen if other != work)


@given(CHOSEN.filter(bool), st.integers(1, 6))
def test_who_takes_a_choice_back_leaves_nothing_behind(chosen: dict[int, int], work: int) -> None:
    more = {**chosen, work: chosen.get(work, 0) + 1}
    back = {other: people - (other == work) for other, people in more.items() if people > (other == work)}
    assert all(rise(back, other) == rise(chosen, other) for other in range(1, 7))


def test_more_people_lift_further() -> None:
    lifted = [rise({1: people}, 1) for people in (0, 1, 2, 5, 50, 1000)]
    assert lifted == sorted(set(lifted))


@pytest.mark.parametrize(
    ("chosen", "work"),
    [
        ({}, None),
        ({1: 1}, None),
        ({1: 2}, None),
        ({1: 3}, 1),
        ({1: 4, 2: 2}, 1),
        ({1: 3, 2: 2}, None),
        ({1: 199, 2: 100}, None),
        ({1: 200, 2: 100}, 1),
        ({1: 2, 2: 1}, None),
        ({1: 5, 2: 5}, None),
    ],
)
def test_a_work_is_preferred_by_two_thirds_and_at_least_three(
    chosen: dict[int, int], work: int | None
) -> None:
    assert preferred(chosen) == work


@pytest.mark.parametrize(
    "query",
    [
        "the host",
        "host",
        "HOST",
        "Hóst!",
        "is the host any good",
        "host on netflix",
        "host 2019",
        "have you seen the host?",
        "h o s t",
    ],
)
def test_queries_that_differ_in_chat_case_accents_or_an_article_are_one(query: str) -> None:
    assert query_number(query) == query_number("the host")


def test_other_queries_have_other_numbers() -> None:
    queries = ("host", "hosts", "ghost", "rocky", "rocky 2", "брат")
    assert len({query_number(query) for query in queries}) == len(queries)
    assert query_number("rocky two") == query_number("rocky ii") == query_number("rocky 2")


@pytest.mark.parametrize("query", ["", " ", "\x00", "\u200f"])
def test_nothing_has_no_number(query: str) -> None:
    assert query_number(query) == 0
