"""The store's versions: each step once, in order, whole or not at all."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest

from storage import Store, migrate, postgres, sqlite, votes
from storage.migrate import Step, pending, steps
from tests.storage.conftest import Opening
from tests.storage.worlds import ANA, cast, look, number, rows_in, shelve

Know = Callable[..., None]


@pytest.fixture
def know(monkeypatch: pytest.MonkeyPatch) -> Know:
    """Let the program know further steps, each a tuple of statements."""

    def know(*further: tuple[str, ...]) -> None:
        known = [*steps(), *(Step(len(steps()) + place, each) for place, each in enumerate(further, 1))]
        for engine in (sqlite, postgres):
            monkeypatch.setattr(engine, "steps", lambda: tuple(known))

    return know


async def fill(url: str, opening: Opening) -> None:
    store = await opening(url)
    shelved = await shelve(store)
    await cast(store, ANA, shelved.work, 8)
    await store.close()


async def version(url: str) -> int:
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(Path(url.removeprefix("sqlite:///")))) as plain:
            return int(plain.execute("PRAGMA user_version").fetchone()[0])
    connection = await asyncpg.connect(url)
    try:
        return int(await connection.fetchval("SELECT version FROM store_version"))
    finally:
        await connection.close()


def test_steps_are_numbered_from_one_without_gaps() -> None:
    assert [step.number for step in steps()] == list(range(1, len(steps()) + 1))
    assert all(step.statements for step in steps())


def test_a_store_lacks_the_steps_above_its_version() -> None:
    known = [Step(place, ("SELECT 1",)) for place in (1, 2, 3)]
    assert [step.number for step in pending(known, 1)] == [2, 3]
    assert pending(known, 3) == []


def test_a_step_is_read_statement_by_statement_without_its_comments() -> None:
    text = "-- One; two;\nCREATE TABLE a (\n    b TEXT -- why; not\n);\n\nINSERT INTO a VALUES ('x; y');\n"
    assert migrate._statements(text) == (
        "CREATE TABLE a (\n    b TEXT -- why; not\n)",
        "INSERT INTO a VALUES ('x; y');",
    )


async def test_opening_again_changes_nothing(store_url: str, opening: Opening) -> None:
    await fill(store_url, opening)
    assert await version(store_url) == len(steps())
    await (await opening(store_url)).close()
    assert await version(store_url) == len(steps())


async def test_new_steps_are_applied_to_a_filled_store_one_after_another(
    store_url: str, know: Know, opening: Opening
) -> None:
    await fill(store_url, opening)
    know(
        ("ALTER TABLE reviews ADD COLUMN stars INTEGER", "UPDATE reviews SET stars = 4"),
        ("CREATE TABLE shelves (name TEXT PRIMARY KEY)", "INSERT INTO shelves VALUES ('best')"),
    )
    for _ in range(2):
        store = await opening(store_url)
        assert await number(store, "SELECT stars FROM reviews") == 4
        assert await look(store, "SELECT name FROM shelves") == [("best",)]
        assert len(await store.read(votes.of, ANA)) == 1
        await store.close()
    assert await version(store_url) == len(steps()) + 2


@pytest.mark.parametrize("broken", ["SELECT nothing FROM nowhere", "INSERT INTO shelves VALUES ('best')"])
async def test_a_failing_step_leaves_the_store_at_the_version_it_had(
    store_url: str, know: Know, monkeypatch: pytest.MonkeyPatch, broken: str, opening: Opening
) -> None:
    await fill(store_url, opening)
    good = ("CREATE TABLE shelves (name TEXT PRIMARY KEY)", "INSERT INTO shelves VALUES ('best')")
    know(good, ("ALTER TABLE reviews ADD COLUMN stars INTEGER", broken))
    with pytest.raises((sqlite3.Error, asyncpg.PostgresError)):
        await opening(store_url)
    assert await version(store_url) == len(steps())
    monkeypatch.undo()
    store = await opening(store_url)
    assert await rows_in(store, "reviews") == 1
    assert not await has_table(store, "shelves")
    await store.close()
    know(good)
    store = await opening(store_url)
    assert await has_table(store, "shelves")
    await store.close()


async def has_table(store: Store, table: str) -> bool:
    try:
        await rows_in(store, table)
    except (sqlite3.Error, asyncpg.PostgresError):
        return False
    return True


async def test_a_step_that_fails_on_a_new_store_leaves_room_for_the_next_try(
    store_url: str, know: Know, monkeypatch: pytest.MonkeyPatch, opening: Opening
) -> None:
    know(("SELECT nothing FROM nowhere",))
    with pytest.raises((sqlite3.Error, asyncpg.PostgresError)):
        await opening(store_url)
    monkeypatch.undo()
    await fill(store_url, opening)
    assert await version(store_url) == len(steps())


def test_a_gap_in_the_numbers_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("0001_first.sql", "0003_third.sql"):
        (tmp_path / name).write_text("CREATE TABLE a (b INTEGER);\n")
    monkeypatch.setattr("storage.migrate.resources.files", lambda package: tmp_path)
    with pytest.raises(ValueError, match="without gaps"):
        steps.__wrapped__()


async def test_texts_are_ordered_by_their_bytes_whatever_the_databases_locale(
    postgres_url: str, opening: Opening
) -> None:
    store = await opening(postgres_url)
    rows = await look(
        store,
        "SELECT table_name, column_name FROM information_schema.columns "
        "WHERE table_schema = current_schema() AND data_type = 'text' "
        "AND collation_name IS DISTINCT FROM 'C'",
    )
    assert rows == []
    await store.close()
