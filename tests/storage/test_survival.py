"""Real processes on one store: killed among their votes, or writing side by side."""

import asyncio
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

import pytest

from storage import Account, Store, WorkId, votes
from storage.votes import COUNTS
from tests.storage.conftest import Opening
from tests.storage.voter import WORKS
from tests.storage.worlds import NOW, a_work, an_incoming, number, publish

ROOT = Path(__file__).parents[2]
ROUNDS = 6


async def start_voter(url: str, first: int, wanted: int = 0) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.storage.voter", url, str(first), str(wanted),
        cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip


def acknowledged(lines: Sequence[bytes]) -> set[tuple[int, ...]]:
    """Votes as (person, work, value); a line that death cut short acknowledges nothing."""
    return {
        tuple(int(part) for part in line.split())
        for line in lines
        if line.endswith(b"\n") and line != b"ready\n"
    }


async def kill_after(voter: asyncio.subprocess.Process, votes_seen: int) -> set[tuple[int, ...]]:
    assert voter.stdout is not None
    lines = [await voter.stdout.readline() for _ in range(votes_seen + 1)]
    voter.send_signal(signal.SIGKILL)
    lines += (await voter.stdout.read()).splitlines(keepends=True)
    assert await voter.wait() == -signal.SIGKILL
    return acknowledged(lines)


async def test_every_acknowledged_vote_survives_kill_9(
    sqlite_url: str, tmp_path: Path, opening: Opening
) -> None:
    promised: set[tuple[int, ...]] = set()
    for turn in range(ROUNDS):
        voter = await start_voter(sqlite_url, first=turn * 1_000_000 + 1)
        promised |= await kill_after(voter, votes_seen=40 * turn * turn + 1)
    with closing(sqlite3.connect(tmp_path / "store.db")) as plain:
        kept = set(
            plain.execute(
                "SELECT a.number, v.work_id, v.value FROM votes v JOIN accounts a USING (person_id)"
            )
        )
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        tallied = plain.execute(f"SELECT {', '.join(f'SUM({n})' for n in COUNTS)} FROM tallies").fetchone()  # noqa: S608
    assert promised
    assert promised <= kept
    assert tallied == tuple(sum(value == half for _, _, value in kept) for half in range(1, 11))
    store = await opening(sqlite_url)
    assert (await store.read(votes.community)).counts == tallied
    await store.close()


def bytes_in(folder: Path) -> int:
    """How much is written; -1 while there is no store at all."""
    sizes = [0] if (folder / "store.db").exists() else [-1]
    for file in folder.glob("store.db*"):
        with suppress(FileNotFoundError):  # a journal comes and goes
            sizes.append(file.stat().st_size)
    return sum(sizes)


def kill_when_written(folder: Path, size: int) -> None:
    """Start a voter on an empty folder and kill it as soon as its files have so many bytes."""
    command = [sys.executable, "-m", "tests.storage.voter", f"sqlite:///{folder / 'store.db'}", "1", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as voter:
        try:
            while voter.poll() is None and bytes_in(folder) < size:
                pass
        finally:
            voter.kill()
    assert voter.returncode == -signal.SIGKILL


@pytest.mark.parametrize("size", [0, 1, 4096, 4097, 30_000])
async def test_a_store_killed_while_it_is_first_made_opens_again(
    tmp_path: Path, size: int, opening: Opening
) -> None:
    kill_when_written(tmp_path, size)
    store = await opening(f"sqlite:///{tmp_path / 'store.db'}")
    await publish(store, an_incoming(a_work()))
    await store.close()


async def test_processes_that_make_and_write_one_store_at_once_never_find_it_locked(
    store_url: str, opening: Opening
) -> None:
    each = 150
    voters = [await start_voter(store_url, 1 + turn * each, each) for turn in range(3)]
    for voter in voters:
        out, complaints = await voter.communicate()
        assert (voter.returncode, complaints.decode()) == (0, "")
        assert len(acknowledged(out.splitlines(keepends=True))) == each
    store = await opening(store_url)
    assert await number(store, "SELECT COUNT(*) FROM votes") == 3 * each
    assert sum((await store.read(votes.community)).counts) == 3 * each
    assert await number(store, "SELECT COUNT(*) FROM works") == WORKS
    await store.close()


@pytest.fixture
async def other(store_url: str, store: Store, opening: Opening) -> Store:
    """The same store, opened once more."""
    return await opening(store_url)


async def test_one_persons_votes_through_two_stores_at_once_are_one_vote(store: Store, other: Store) -> None:
    await publish(store, an_incoming(a_work(id=1)))
    await asyncio.gather(
        *(
            each.write(votes.cast, Account("discord", person), WorkId(1), value, NOW, each.ids())
            for value in range(1, 11)
            for person in range(1, 6)
            for each in (store, other)
        )
    )
    await other.close()
    assert await number(store, "SELECT COUNT(*) FROM votes") == 5
    assert sum((await store.read(votes.community)).counts) == 5
    assert await number(store, "SELECT votes FROM tallies") == 5
