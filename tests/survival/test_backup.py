"""Backup and restore as an operator runs them: beside a bot that takes votes and sends alerts, and killed."""

import asyncio
import signal
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.standins.telegram import Actor, TelegramWorld, telegram_world
from storage import Store
from tests.survival.processes import PATIENCE, Running
from tests.survival.worlds import (
    alerts_in,
    files_in,
    follow,
    in_state,
    private,
    publish,
    readers,
    states,
    store_of,
    telegram_bot,
    until,
)

PEOPLE, TRIES = 12, 10
FAST = {"TELEGRAM_MESSAGES_PER_SECOND": "500"}


async def done(folder: Path, world: TelegramWorld, *arguments: str) -> tuple[int, str]:
    """Run a command to its end: its exit status and what it said."""
    async with telegram_bot(folder, world, *arguments) as command:
        return await command.ended(), command.log


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as plain:
        return plain.execute(query).fetchall()


def voters_in(path: Path) -> set[int]:
    query = "SELECT a.number FROM votes v JOIN accounts a ON a.person_id = v.person_id"
    return {number for (number,) in rows(path, query)}


def sent_in(path: Path) -> int:
    return int(rows(path, "SELECT COUNT(*) FROM deliveries WHERE state = 'sent'")[0][0])


async def vote(world: TelegramWorld, person: Actor, acknowledged: set[int]) -> None:
    """Ask for the card, press four stars, and note it when the bot has said so."""
    card = await person.say(world.private(person), "/review Parasite")
    answer = await person.press(card, label="4★")
    assert "★★★★" in answer.text
    acknowledged.add(person.id)


def told(world: TelegramWorld, people: list[Actor], title: str) -> list[int]:
    """How many alerts about the title stand in each person's chat."""
    return [len(alerts_in(world.private(person), title)) for person in people]


async def test_a_backup_beside_a_busy_bot_holds_what_was_acknowledged_before_it_began(tmp_path: Path) -> None:
    async with telegram_world(timeout=PATIENCE) as world, store_of(tmp_path) as store:
        people = readers(world, *(f"Reader {number}" for number in range(PEOPLE)))
        await publish(store, "Parasite")
        await follow(store, *map(private, people))
        acknowledged: set[int] = set()
        async with telegram_bot(tmp_path, world) as bot:
            await asyncio.gather(*(vote(world, person, acknowledged) for person in people[:4]))
            await publish(store, "Oldboy", "The Host", "Mother")
            await in_state(store, "sent", 3)
            before, sent = set(acknowledged), (await store.read(states))["sent"]
            backup = asyncio.create_task(done(tmp_path, world, "backup", "safe.db"))
            await asyncio.gather(*(vote(world, person, acknowledged) for person in people[4:]))
            status, said = await backup
            assert (status, said.startswith(f"Backed up to {tmp_path / 'safe.db'}: ")) == (0, True), said
            await in_state(store, "sent", 3 * PEOPLE)
            assert await bot.stop() == 0
        assert len(acknowledged) == PEOPLE
        assert before <= voters_in(tmp_path / "safe.db")
        assert sent <= sent_in(tmp_path / "safe.db")
        assert "locked" not in bot.log


async def test_a_restored_bot_answers_and_repeats_no_alert(tmp_path: Path) -> None:
    async with telegram_world(timeout=PATIENCE) as world:
        people = readers(world, *(f"Reader {number}" for number in range(PEOPLE)))
        acknowledged: set[int] = set()
        async with store_of(tmp_path) as store:
            await follow(store, *map(private, people))
            await publish(store, "Parasite")
            await sent_by_a_bot(tmp_path, world, store, PEOPLE)
            await publish(store, "Oldboy")
            assert (await done(tmp_path, world, "backup", "safe.db"))[0] == 0
            assert sent_in(tmp_path / "safe.db") == PEOPLE
            await sent_by_a_bot(tmp_path, world, store, 2 * PEOPLE)
        status, said = await done(tmp_path, world, "restore", "safe.db")
        assert (status, "safe.db is the store now" in said) == (0, True), said
        assert "will again" not in said
        async with store_of(tmp_path) as store:
            await publish(store, "Mother")
            async with telegram_bot(tmp_path, world, **FAST) as bot:
                await vote(world, people[0], acknowledged)
                await in_state(store, "sent", 3 * PEOPLE)
                assert await bot.stop() == 0
        assert voters_in(tmp_path / "reviews.db") == acknowledged
        for title in ("Parasite", "Oldboy", "Mother"):
            assert told(world, people[1:], title) == [1] * (PEOPLE - 1)


async def sent_by_a_bot(folder: Path, world: TelegramWorld, store: Store, count: int) -> None:
    """Run the bot until so many alerts are sent."""
    async with telegram_bot(folder, world, **FAST) as bot:
        await in_state(store, "sent", count)
        assert await bot.stop() == 0


async def test_a_restore_is_refused_while_a_bot_runs_and_goes_through_after_its_kill(tmp_path: Path) -> None:
    async with telegram_world(timeout=PATIENCE) as world:
        ann, bob = readers(world, "Ann", "Bob")
        acknowledged: set[int] = set()
        async with store_of(tmp_path) as store:
            await publish(store, "Parasite")
        async with telegram_bot(tmp_path, world) as bot:
            await bot.says("serving Telegram")
            assert (await done(tmp_path, world, "backup", "safe.db"))[0] == 0
            await vote(world, ann, acknowledged)
            status, said = await done(tmp_path, world, "restore", "safe.db")
            assert status == 1
            assert f"a program has {tmp_path / 'reviews.db'} open; stop the bot first" in said
            await vote(world, bob, acknowledged)
            await bot.kill()
        assert "reviews.db-wal" in files_in(tmp_path)
        status, said = await done(tmp_path, world, "restore", "safe.db")
        assert status == 0, said
        kept, *others = sorted(files_in(tmp_path))
        assert others == ["reviews.db", "safe.db"]
        assert f"kept as {tmp_path / kept}" in said
        assert voters_in(tmp_path / kept) == acknowledged == {ann.id, bob.id}
        assert voters_in(tmp_path / "reviews.db") == set()


async def make_large(folder: Path) -> None:
    """Give the folder a store that takes a while to copy."""
    async with store_of(folder) as store:
        await publish(store, "Parasite")
    with closing(sqlite3.connect(folder / "reviews.db")) as plain, plain:
        plain.execute("INSERT INTO marks VALUES ('ballast', zeroblob(200000000))")


async def has_begun(folder: Path, backup: Running) -> bool:
    """Whether the backup is being written, or was already."""
    return backup.process.returncode == 0 or any(name.endswith(".part") for name in files_in(folder))


async def interrupted(
    folder: Path, world: TelegramWorld, end: Callable[[Running], Awaitable[int]]
) -> tuple[int, str]:
    """Status and log of a backup that was ended while it was written; one that was faster is made anew."""
    for _ in range(TRIES):
        async with telegram_bot(folder, world, "backup", "safe.db") as backup:
            await until(partial(has_begun, folder, backup))
            if status := await end(backup):
                return status, backup.log
        (folder / "safe.db").unlink()
    raise AssertionError(f"of {TRIES} backups, all were done before they could be ended")


async def killed(backup: Running) -> int:
    await backup.kill()
    return await backup.ended()


async def test_kill_nine_during_a_backup_leaves_the_store_and_no_half_file(tmp_path: Path) -> None:
    await make_large(tmp_path)
    async with telegram_world(timeout=PATIENCE) as world, telegram_bot(tmp_path, world) as bot:
        await bot.says("serving Telegram")
        assert (await interrupted(tmp_path, world, killed))[0] == -signal.SIGKILL
        assert "safe.db" not in files_in(tmp_path)
        (ann,) = readers(world, "Ann")
        acknowledged: set[int] = set()
        await vote(world, ann, acknowledged)
        assert (await done(tmp_path, world, "backup", "safe.db"))[0] == 0
        assert voters_in(tmp_path / "safe.db") == acknowledged
        assert await bot.stop() == 0
    for name in ("reviews.db", "safe.db"):
        assert rows(tmp_path / name, "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_stopped_backup_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    await make_large(tmp_path)
    async with telegram_world() as world:
        status, log = await interrupted(tmp_path, world, lambda backup: backup.stop(number))
    assert status == 130
    assert files_in(tmp_path) == ["reviews.db"]
    assert "Traceback" not in log
