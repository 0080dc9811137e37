"""The catalogue: all of a store's titles at the start, and what other processes write soon after."""

from pathlib import Path

from bot.catalogue import PAGE, Catalogue, open_catalogue
from bot.rules.drafts import Draft
from storage import Store, Work, WorkId, works
from tests.desks import bring, desk_in


def found(catalogue: Catalogue, words: str) -> int:
    return len(catalogue.titles.search(words).matches)


async def test_it_holds_every_title_of_the_store(tmp_path: Path) -> None:
    async with desk_in(tmp_path) as desk:
        await bring(
            desk.store, Draft("Dark", kind="series", year=2017), Draft("Amélie", original="Le fabuleux")
        )
        catalogue = await open_catalogue(desk.store)
        assert len(catalogue.titles) == 2
        assert all(found(catalogue, words) for words in ("dark", "amelie", "le fabuleux"))


async def test_more_titles_than_a_page_are_all_taken_in(tmp_path: Path) -> None:
    async with desk_in(tmp_path) as desk:
        names = [f"film {number}" for number in range(PAGE + 3)]

        def many(store: Store) -> object:
            for number, name in enumerate(names, 1):
                yield from works.save(Work(WorkId(number), "film", name), (name,), ())
            return None

        await desk.store.write(many, desk.store)  # type: ignore[arg-type]
        assert len((await open_catalogue(desk.store)).titles) == PAGE + 3


async def test_a_refresh_sees_what_another_process_wrote(tmp_path: Path) -> None:
    async with desk_in(tmp_path) as mine, desk_in(tmp_path) as theirs:
        assert len(mine.catalogue.titles) == 0
        await bring(theirs.store, Draft("Dark", kind="series", year=2017), Draft("Solo", year=2018))
        assert not found(mine.catalogue, "dark")
        await mine.catalogue.refresh()
        assert found(mine.catalogue, "dark")
        assert len(mine.catalogue.titles) == 2


async def test_a_renamed_work_is_found_by_its_new_name_only(tmp_path: Path) -> None:
    async with desk_in(tmp_path) as mine, desk_in(tmp_path) as theirs:
        await bring(theirs.store, Draft("Zzyzx Roadhouse", url="https://example.org/1"))
        await mine.catalogue.refresh()
        await bring(theirs.store, Draft("Quiet Harbour", url="https://example.org/1"))
        await mine.catalogue.refresh()
        assert mine.catalogue.titles.search("quiet harbour").certainty == "clear"
        assert not found(mine.catalogue, "zzyzx roadhouse")
        assert len(mine.catalogue.titles) == 1


async def test_a_refresh_without_news_changes_nothing(tmp_path: Path) -> None:
    async with desk_in(tmp_path) as desk:
        await bring(desk.store, Draft("Dark"))
        for _ in range(2):
            await desk.catalogue.refresh()
            assert len(desk.catalogue.titles) == 1
