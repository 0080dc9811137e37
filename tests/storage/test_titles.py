"""What finds works: their names and changes, what was asked for and chosen, and the index that is kept."""

from dataclasses import replace

import pytest

from storage import Account, Store, Work, WorkId, titles, works
from storage.engine import Unit
from tests.storage.worlds import ANA, BEN, DAY, NOW, a_work, cast, facets_of, forms_of, look, number, rows_in

ONE, TWO, THREE = WorkId(1), WorkId(2), WorkId(3)
QUERY = 2**32 - 1
YEAR = 365 * DAY


async def save(store: Store, *saved: Work) -> None:
    for work in saved:
        await store.write(works.save, work, forms_of(work), facets_of(work))


@pytest.fixture
async def three(store: Store) -> Store:
    """A store with the works 1 to 3."""
    await save(store, *(a_work(id=work, title=f"Film {work}") for work in (ONE, TWO, THREE)))
    return store


async def all_names(store: Store, page: int) -> list[titles.Name]:
    found: list[titles.Name] = []
    after = (WorkId(0), "")
    while names := await store.read(titles.names, after, page):
        assert len(names) <= page
        found += names
        after = (names[-1].work, names[-1].form)
    return found


async def choose(store: Store, who: Account, work: int, now: int = NOW, query: int = QUERY) -> None:
    await store.write(titles.choose, query, who, WorkId(work), now)


async def chosen(store: Store, now: int = NOW, query: int = QUERY) -> dict[int, int]:
    return await store.read(titles.chosen, query, now)


async def ask(store: Store, times: dict[int, int], now: int = NOW) -> None:
    await store.write(titles.asked, {WorkId(work): more for work, more in times.items()}, now)


async def fames(store: Store) -> dict[int, float]:
    return await store.read(titles.fames, WorkId(0), 100)


# Names and their changes


async def test_names_come_in_pages_that_leave_none_out(store: Store) -> None:
    written = ["Ballerina", "ballerina", "Zoë", "발레리나", "1917", "~tilde", "(500) Days"]
    for place, title in enumerate(written, 1):
        await save(store, a_work(id=place, title=title, year=None))
    found = await all_names(store, 2)
    assert sorted((name.form, name.work) for name in found) == sorted(
        (title.casefold(), place) for place, title in enumerate(written, 1)
    )
    assert found == await all_names(store, 100)
    assert [name.work for name in found] == list(range(1, len(written) + 1))


async def test_a_page_may_end_amid_the_names_of_a_work(store: Store) -> None:
    await save(store, a_work(id=1, title="Spiral", names=("Uzumaki", "うずまき", "Vortex")))
    assert len(await all_names(store, 3)) == 4
    assert await all_names(store, 3) == await all_names(store, 1)


async def test_a_name_carries_what_ranks_it(store: Store) -> None:
    await save(store, a_work(id=1, title="The Glory", kind="season", year=None, season=2))
    await cast(store, ANA, 1, 9)
    await cast(store, BEN, 1, 8)
    await ask(store, {1: 6})
    (name,) = await all_names(store, 10)
    assert name == titles.Name(ONE, "the glory", 0, "season", 2, 2 + 6 * titles.ASKED_WEIGHT)


async def test_changed_names_are_told_since_the_last_look(store: Store) -> None:
    assert await store.read(titles.last_change) == 0
    assert await store.read(titles.names_since, 0) == (0, [], [])
    await save(store, a_work(id=1, title="Ballerina"))
    seen = await store.read(titles.last_change)
    await save(store, a_work(id=2, title="Little Women", names=("작은 아씨들",)))
    await save(store, replace(a_work(id=1), title="Ballerina!"))
    newest, changed, names = await store.read(titles.names_since, seen)
    assert changed == [1, 2]
    assert {name.form for name in names} == {"ballerina!", "little women", "작은 아씨들"}
    assert await store.read(titles.names_since, newest) == (newest, [], [])


async def test_hundreds_of_changed_works_are_told_with_all_their_names(store: Store) -> None:
    await save(store, *(a_work(id=one, title=f"Work {one}", names=(f"W{one}",)) for one in range(1, 301)))
    newest, changed, names = await store.read(titles.names_since, 0)
    assert (newest, len(changed), len(names)) == (300, 300, 600)


# What people choose


async def test_each_person_counts_once_for_each_query(three: Store) -> None:
    for who, work in ((ANA, 1), (ANA, 2), (BEN, 2), (Account("telegram", 1), 3)):
        await choose(three, who, work)
    await choose(three, ANA, 3, query=7)
    assert await chosen(three) == {TWO: 2, THREE: 1}
    assert await chosen(three, query=7) == {THREE: 1}
    assert await chosen(three, query=8) == {}


async def test_the_newest_choice_counts_and_can_be_taken_back(three: Store) -> None:
    await choose(three, ANA, 1)
    await choose(three, ANA, 2, NOW + 5)
    assert await chosen(three, NOW + 5) == {TWO: 1}
    await choose(three, ANA, 1, NOW + 9)
    assert await chosen(three, NOW + 9) == {ONE: 1}


async def test_an_unknown_work_cannot_be_chosen(three: Store) -> None:
    await choose(three, ANA, 404)
    assert await rows_in(three, "chosen") == 0


def drop_the_first() -> Unit[None]:
    yield "DELETE FROM works WHERE id = 1", ()


async def test_a_choice_goes_with_its_work(three: Store) -> None:
    await choose(three, ANA, 1)
    await three.write(drop_the_first)
    assert await chosen(three) == {}


async def test_a_choice_counts_for_a_year_and_is_then_forgotten(three: Store) -> None:
    await choose(three, ANA, 1)
    assert await chosen(three, NOW + YEAR - 1) == {ONE: 1}
    assert await chosen(three, NOW + YEAR) == {}
    await three.write(titles.forget, NOW + YEAR - 1)
    assert await rows_in(three, "chosen") == 1
    await three.write(titles.forget, NOW + YEAR)
    assert await rows_in(three, "chosen") == 0


def many_choices(people: int) -> Unit[None]:
    """So many people choose the work 1, one a second."""
    yield (
        "WITH RECURSIVE crowd (person) AS (SELECT 1 UNION ALL SELECT person + 1 FROM crowd WHERE person < ?)"
        " INSERT INTO chosen (query, platform, number, work_id, chosen_at) "
        "SELECT 4294967295, 'discord', person, 1, 1800000000 + person FROM crowd",
        (people,),
    )


async def test_for_a_query_the_newest_thousand_people_count(three: Store) -> None:
    await three.write(many_choices, titles.MOST_FOR_A_QUERY)
    for person in range(5):
        await choose(three, Account("telegram", person), 2, NOW + DAY)
    told = await chosen(three, NOW + DAY)
    assert told == {ONE: titles.MOST_FOR_A_QUERY - 5, TWO: 5}


async def test_only_so_many_choices_are_kept_the_oldest_go_first(three: Store) -> None:
    await three.write(many_choices, titles.MOST_CHOSEN + 20)
    await three.write(titles.forget, NOW + DAY)
    assert await rows_in(three, "chosen") == titles.MOST_CHOSEN
    assert await number(three, "SELECT MIN(chosen_at) FROM chosen") == NOW + 21


# What people ask for


async def test_what_is_asked_for_adds_up_and_counts_less_than_votes(three: Store) -> None:
    await ask(three, {1: 3, 2: 1, 404: 9})
    await ask(three, {1: 5}, NOW + 5)
    await cast(three, ANA, 3, 8)
    assert await fames(three) == {ONE: 8 * 0.25, TWO: 0.25, THREE: 1.0}


async def test_fames_come_in_pages_of_works_that_anybody_cares_for(three: Store) -> None:
    await ask(three, {1: 4, 3: 4})
    assert await three.read(titles.fames, WorkId(0), 1) == {ONE: 1.0}
    assert await three.read(titles.fames, ONE, 1) == {THREE: 1.0}
    assert await three.read(titles.fames, THREE, 1) == {}


async def test_what_was_asked_for_counts_half_after_a_month(three: Store) -> None:
    await ask(three, {1: 8})
    await three.write(titles.forget, NOW + titles.HALF_LIFE - 1)
    assert await fames(three) == {ONE: 2.0}
    await three.write(titles.forget, NOW + titles.HALF_LIFE)
    assert await fames(three) == {ONE: 1.0}
    await three.write(titles.forget, NOW + 2 * titles.HALF_LIFE - 1)
    assert await fames(three) == {ONE: 1.0}
    await three.write(titles.forget, NOW + 2 * titles.HALF_LIFE)
    assert await fames(three) == {ONE: 0.5}


async def test_what_nobody_asks_for_any_more_is_told_of_as_unknown_and_then_forgotten(three: Store) -> None:
    await ask(three, {1: 1, 2: 16})
    for month in (1, 2):
        await three.write(titles.forget, NOW + month * titles.HALF_LIFE)
    assert await fames(three) == {ONE: 0.0, TWO: 1.0}
    await three.write(titles.forget, NOW + 3 * titles.HALF_LIFE)
    assert await look(three, "SELECT work_id, times FROM asked") == [(2, 2.0)]


async def test_a_work_that_lost_its_votes_is_told_of_as_unknown(three: Store) -> None:
    await cast(three, ANA, 1, 8)
    await cast(three, ANA, 1, None)
    assert await fames(three) == {ONE: 0.0}


# The index that is kept


async def test_an_index_is_kept_in_parts_that_replace_older_ones(store: Store) -> None:
    assert await store.read(titles.index_part, 0) is None
    every_byte = bytes(range(256)) * 10
    for part, data in enumerate((every_byte, b"", b"last")):
        await store.write(titles.keep_index_part, part, 12, data)
    assert await store.read(titles.index_part, 0) == (12, every_byte)
    assert await store.read(titles.index_part, 1) == (12, b"")
    await store.write(titles.keep_index_part, 0, 2**40, b"new")
    await store.write(titles.drop_index_parts, 1)
    assert await store.read(titles.index_part, 0) == (2**40, b"new")
    assert await store.read(titles.index_part, 1) is None
    assert await rows_in(store, "title_index") == 1
