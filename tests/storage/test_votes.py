"""Votes: one live vote per person and work, and counts that are right whatever happens."""

import asyncio
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import Account, Receipt, Store, Tally, WorkId, facts, votes
from storage.votes import COUNTS
from tests.storage.worlds import ANA, BEN, NOW, cast, look, number, shelve


async def receipt(store: Store, account: Account, work: int, value: int | None) -> Receipt:
    found = await store.write(votes.cast, account, WorkId(work), value, NOW, store.ids())
    assert found is not None
    return found


def counted(**by_value: int) -> tuple[int, ...]:
    """Ten counts: n8=2 means two votes of 8."""
    return tuple(by_value.get(column, 0) for column in COUNTS)


async def recounted(store: Store, work: int | None = None) -> tuple[int, ...]:
    """The counts as the votes themselves give them, of one work or of all."""
    rows = await look(store, "SELECT value, work_id FROM votes")
    return counted(**Counter(f"n{value}" for value, voted in rows if work in (None, voted)))


async def kept(store: Store, work: int) -> tuple[int, ...]:
    """The counts as a card shows them."""
    found = await store.read(facts.card, WorkId(work), ANA)
    assert found is not None
    return found.tally.counts


async def test_a_first_vote_is_counted(store: Store) -> None:
    work = (await shelve(store)).work
    told = await receipt(store, ANA, work, 8)
    assert (told.now, told.before) == (8, None)
    assert told.tally == Tally(counted(n8=1))
    assert told.community.counts == counted(n8=1)
    assert await store.read(votes.of, ANA) == {work: 8}


async def test_a_changed_vote_replaces_the_former_one(store: Store) -> None:
    work = (await shelve(store)).work
    await receipt(store, ANA, work, 8)
    told = await receipt(store, ANA, work, 3)
    assert (told.now, told.before) == (3, 8)
    assert told.tally.counts == told.community.counts == counted(n3=1)


async def test_the_same_vote_again_changes_nothing(store: Store) -> None:
    work = (await shelve(store)).work
    await receipt(store, ANA, work, 8)
    told = await receipt(store, ANA, work, 8)
    assert (told.now, told.before) == (8, 8)
    assert told.tally.counts == told.community.counts == counted(n8=1)


async def test_a_vote_can_be_taken_back_and_taking_back_none_is_harmless(store: Store) -> None:
    work = (await shelve(store)).work
    await receipt(store, ANA, work, 8)
    for before in (8, None):
        told = await receipt(store, ANA, work, None)
        assert (told.now, told.before) == (None, before)
        assert told.tally.counts == told.community.counts == counted()
    assert await store.read(votes.of, ANA) == {}


async def test_nobody_votes_on_an_unknown_work(store: Store) -> None:
    assert await store.write(votes.cast, ANA, WorkId(404), 8, NOW, 1) is None
    assert await number(store, "SELECT COUNT(*) FROM accounts") == 0


async def test_accounts_of_two_platforms_with_one_number_are_two_voters(store: Store) -> None:
    work = (await shelve(store)).work
    await receipt(store, Account("discord", 7), work, 10)
    told = await receipt(store, Account("telegram", 7), work, 1)
    assert told.before is None
    assert told.tally.counts == counted(n1=1, n10=1)


async def test_an_account_stays_the_same_person(store: Store) -> None:
    first, second = (await shelve(store)).work, (await shelve(store, "Little Women")).work
    await cast(store, ANA, first, 8)
    await cast(store, ANA, second, 9)
    await cast(store, BEN, second, 2)
    assert await number(store, "SELECT COUNT(DISTINCT person_id) FROM votes") == 2
    assert await store.read(votes.of, ANA) == {first: 8, second: 9}


async def test_a_value_that_is_no_half_star_is_not_kept(store: Store) -> None:
    work = (await shelve(store)).work
    with pytest.raises(Exception, match=r"(?i)check"):
        await receipt(store, ANA, work, 11)
    assert await number(store, "SELECT COUNT(*) FROM votes") == 0
    assert await kept(store, work) == await recounted(store) == counted()


async def test_two_hundred_people_at_once_are_all_counted(store: Store) -> None:
    work = (await shelve(store)).work
    voters = [Account("discord", person) for person in range(1, 201)]
    await asyncio.gather(*(receipt(store, voter, work, voter.number % 10 + 1) for voter in voters))
    everybody = (20,) * 10
    assert await recounted(store, work) == await kept(store, work) == everybody
    assert (await store.read(votes.community)).counts == everybody
    points = await number(store, "SELECT points FROM tallies WHERE work_id = ?", work)
    assert points == await number(store, "SELECT CAST(SUM(value) AS BIGINT) FROM votes")


async def test_one_person_pressing_everything_at_once_has_one_vote(store: Store) -> None:
    work = (await shelve(store)).work
    told = await asyncio.gather(*(receipt(store, ANA, work, value) for value in range(1, 11)))
    last = told[-1].now
    assert sorted(each.before or 0 for each in told) == list(range(10))
    assert await recounted(store, work) == await kept(store, work) == counted(**{f"n{last}": 1})


async def test_works_with_enough_votes_are_told_with_their_counts(store: Store) -> None:
    liked, disputed = (await shelve(store)).work, (await shelve(store, "Little Women")).work
    await cast(store, ANA, liked, 9)
    await cast(store, ANA, disputed, 1)
    await cast(store, BEN, disputed, 10)
    assert await store.read(votes.tallies, 2) == [Tally(counted(n1=1, n10=1))]
    assert len(await store.read(votes.tallies, 1)) == 2


async def test_the_strength_of_the_prior_is_kept(store: Store) -> None:
    assert (await store.read(votes.community)).strength == 8.0
    await store.write(votes.set_strength, 12.5)
    assert (await store.read(votes.community)).strength == 12.5


PRESSES = st.lists(
    st.tuples(st.integers(1, 4), st.integers(0, 2), st.none() | st.integers(1, 10)), max_size=12
)


@given(rounds=st.lists(PRESSES, max_size=3))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_after_any_presses_the_counts_equal_a_recount(
    store: Store, rounds: list[list[tuple[int, int, int | None]]]
) -> None:
    works = [(await shelve(store, f"Work {place}", year=None)).work for place in range(3)]
    for presses in rounds:
        await asyncio.gather(
            *(receipt(store, Account("discord", who), works[which], value) for who, which, value in presses)
        )
    for work in works:
        assert await kept(store, work) == await recounted(store, work)
        rows = await look(store, "SELECT votes, points FROM tallies WHERE work_id = ?", work)
        counts = await recounted(store, work)
        points = sum(value * count for value, count in enumerate(counts, 1))
        assert (rows or [(0, 0)]) == [(sum(counts), points)]
    assert (await store.read(votes.community)).counts == await recounted(store)
