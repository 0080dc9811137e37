"""Sheets: a form that somebody has begun to fill in is kept, and theirs alone."""

from storage import Store, sheets
from storage.sheets import KEPT_SECONDS, Sheet
from tests.storage.worlds import ANA, BEN, NOW

ONE = Sheet(1, ANA, "1_edit_1_1_0", "{}")


async def test_a_sheet_is_kept_filled_and_put_away(store: Store) -> None:
    await store.write(sheets.lay, ONE, NOW)
    assert await store.read(sheets.get, 1) == ONE
    assert await store.write(sheets.fill, ONE, "1_edit_1_2_0", '{"a": 1}', NOW)
    filled = await store.read(sheets.get, 1)
    assert filled == Sheet(1, ANA, "1_edit_1_2_0", '{"a": 1}')
    await store.write(sheets.put_away, 1)
    assert await store.read(sheets.get, 1) is None


async def test_of_two_answers_at_once_the_second_does_not_overwrite_the_first(store: Store) -> None:
    await store.write(sheets.lay, ONE, NOW)
    assert await store.write(sheets.fill, ONE, ONE.does, "first", NOW)
    assert not await store.write(sheets.fill, ONE, ONE.does, "second", NOW)
    kept = await store.read(sheets.get, 1)
    assert kept is not None
    assert kept.form == "first"


async def test_only_the_last_question_of_a_chat_is_open_and_only_for_its_asker(store: Store) -> None:
    two = Sheet(2, ANA, ONE.does, "{}")
    for sheet in (ONE, two):
        await store.write(sheets.lay, sheet, NOW)
    await store.write(sheets.ask, ONE, 3, 7, NOW)
    await store.write(sheets.ask, two, 4, 7, NOW)
    asked = await store.read(sheets.asked, ANA, 7, NOW)
    assert asked is not None
    assert (asked.id, asked.asked) == (2, 4)
    assert await store.read(sheets.asked, BEN, 7, NOW) is None
    assert await store.read(sheets.asked, ANA, 8, NOW) is None
    assert await store.read(sheets.asked, ANA, 7, NOW + 1) is None
    await store.write(sheets.fill, two, two.does, "{}", NOW)
    assert await store.read(sheets.asked, ANA, 7, NOW) is None


async def test_a_sheet_that_was_left_lying_is_thrown_away(store: Store) -> None:
    await store.write(sheets.lay, ONE, NOW)
    await store.write(sheets.lay, Sheet(2, BEN, ONE.does, "{}"), NOW + KEPT_SECONDS + 1)
    assert await store.read(sheets.get, 1) == ONE
    await store.write(sheets.lay, Sheet(3, ANA, ONE.does, "{}"), NOW + KEPT_SECONDS + 1)
    assert await store.read(sheets.get, 1) is None
