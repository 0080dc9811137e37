"""Works, the names they are found by, and what they can be followed by."""

from hypothesis import given
from hypothesis import strategies as st

from storage import Credit, Facet, Store, Work, WorkId, works
from tests.storage.worlds import a_work, facets_of, forms_of


async def save(store: Store, work: Work) -> None:
    await store.write(works.save, work, forms_of(work), facets_of(work))


async def test_a_work_comes_back_as_it_was_saved(store: Store) -> None:
    cast = (Credit("Anne Consigny", "cast", "Claire"), Credit("Fabrice Gobert", "director"))
    work = Work(
        WorkId(2**52), "season", "Les Revenants — 2", 2015, 2, "Les Revenants",
        ("The Returned", "帰ってきた"), "Canal+", ("Horror", "Drama"), cast, "https://example.org/1.jpg",
    )  # fmt: skip
    await save(store, work)
    assert await store.read(works.get, [work.id]) == [work]


async def test_works_come_in_the_order_asked_for_without_unknown_ones(store: Store) -> None:
    for one in (1, 2, 3):
        await save(store, a_work(id=one))
    found = await store.read(works.get, [WorkId(3), WorkId(404), WorkId(1), WorkId(2)])
    assert [work.id for work in found] == [3, 1, 2]
    assert await store.read(works.get, []) == []


async def test_saving_again_replaces_names_and_facets(store: Store) -> None:
    await save(store, a_work(id=1, title="Balerina", names=("Bailarina",), genres=("Action", "Drama")))
    await save(store, a_work(id=1, title="Ballerina", names=("Bailarina",), genres=("Drama",)))
    assert [work.title for work in await store.read(works.get, [WorkId(1)])] == ["Ballerina"]
    found = await store.read(works.named, ("ballerina", "bailarina", "balerina"))
    assert [(work.id, work.title) for work in found] == [(1, "Ballerina")]
    assert await store.read(works.named, ("balerina",)) == []
    assert await store.read(works.facet, "genre", "action") is None
    assert await store.read(works.facet, "genre", "drama") == Facet("genre", "drama", "Drama")


async def test_works_are_found_by_any_of_their_names_each_once(store: Store) -> None:
    await save(store, a_work(id=1, title="Ballerina", names=("Ballerina (2023)", "발레리나")))
    await save(store, a_work(id=2, title="Ballerina", year=2016))
    await save(store, a_work(id=3, title="Little Women"))
    found = await store.read(works.named, ("ballerina", "발레리나", "unheard of"))
    assert [work.id for work in found] == [1, 2]


async def test_the_most_common_facets_come_first(store: Store) -> None:
    await save(store, a_work(id=1, genres=("Action", "Drama"), platform="Netflix"))
    await save(store, a_work(id=2, genres=("Drama",)))
    await save(store, a_work(id=3, genres=("Comedy", "Drama", "Action")))
    assert [facet.name for facet in await store.read(works.facets, "genre", 9)] == [
        "Drama", "Action", "Comedy",
    ]  # fmt: skip
    assert [facet.key for facet in await store.read(works.facets, "genre", 2)] == ["drama", "action"]
    assert await store.read(works.facets, "person", 9) == []


async def test_facets_are_completed_from_their_beginning(store: Store) -> None:
    people = ("Science Friend", "Sci", "Zoë Kravitz", "전종서")
    await save(store, a_work(id=1, genres=("Sci-Fi", "Drama"), platform="SciTV", people=people))

    async def keys(typed: str, limit: int = 9) -> list[str]:
        return [facet.key for facet in await store.read(works.facets_like, typed, limit)]

    assert await keys("sci") == ["sci", "sci-fi", "science-friend", "scitv"]
    assert await keys("sci-") == ["sci-fi"]
    assert await keys("sci", 2) == ["sci", "sci-fi"]
    assert await keys("zo") == ["zoë-kravitz"]
    assert await keys("전") == ["전종서"]
    assert await keys("x") == []


@given(st.lists(st.integers(), min_size=1, max_size=600))
def test_value_lists_have_few_widths_and_repeat_only_their_last_value(values: list[int]) -> None:
    padded = works.padded(values)
    assert works.marks(values).count("?") == len(padded)
    assert len(padded) & (len(padded) - 1) == 0
    assert len(padded) < 2 * len(values)
    assert list(padded[: len(values)]) == values
    assert set(padded[len(values) :]) <= {values[-1]}
