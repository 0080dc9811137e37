"""The store against bare sqlite3: a card's read, durable votes, and a review that many wait for."""

import asyncio
import random
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from bot.feeds.importer import take_in
from bot.rules.drafts import Draft
from bot.rules.slugs import slug
from storage import Account, Store, WorkId, facts, open_store, votes
from storage.engine import Unit
from tests.bench.figures import Figure, Ground, Stopwatch, microseconds, milliseconds
from tests.bench.library import FIRST_PERSON, FIRST_WORK, NOW, VOTERS, draft

AT_ONCE = 256
Volley = Sequence[tuple[Account, WorkId, int]]


async def card_read(ground: Ground) -> list[Figure]:
    """The store's part of /review, one caller, against one bare statement of the same answer."""
    store, bare = await opened(ground.library), bare_connection(ground.library)
    ours, baseline, dice = Stopwatch(), Stopwatch(), random.Random(1)
    try:
        for number in range(ground.scale.pairs):
            work = WorkId(FIRST_WORK + dice.randrange(ground.scale.works))
            account = Account("telegram", dice.randrange(VOTERS))
            sql, args = next(facts.card(work, account))
            for turn in (number % 2, 1 - number % 2):
                if turn:
                    with ours:
                        found = await store.read(facts.card, work, account)
                else:
                    with baseline:
                        rows = bare.execute(sql, args).fetchall()
            if found is None or found.work.id != rows[0][0]:
                raise AssertionError("the store and the bare statement answer differently")
    finally:
        bare.close()
        await store.close()
    ratio = ours.median / baseline.median
    return [
        Figure(
            "store part of /review",
            microseconds(ours.median),
            microseconds(baseline.median),
            f"{ratio:.1f}x",
            "at most 5x",
            ratio <= 5,
        )
    ]


async def durable_votes(ground: Ground) -> list[Figure]:
    """Votes that wait together against one commit for each, both synchronous = FULL."""
    path, dice = ground.copy("votes"), random.Random(2)
    store, bare = await opened(path), bare_connection(path)
    ours, baseline = Stopwatch(), Stopwatch()
    try:
        for _ in range(ground.scale.volleys):
            volley = _volley(dice, ground.scale.works)
            with ours:
                await asyncio.gather(
                    *(store.write(votes.cast, who, work, value, NOW, 1) for who, work, value in volley)
                )
            volley = _volley(dice, ground.scale.works)
            with baseline:
                for who, work, value in volley:
                    commit(bare, partial(votes.cast, who, work, value, NOW, 1))
    finally:
        bare.close()
        await store.close()
    ratio = baseline.median / ours.median
    return [
        Figure(
            f"durable votes, {AT_ONCE} at once",
            f"{AT_ONCE / ours.median:,.0f}/s",
            f"{AT_ONCE / baseline.median:,.0f}/s",
            f"{ratio:.1f}x",
            "at least 2.5x",
            ratio >= 2.5,
        )
    ]


async def alerts_owed(ground: Ground) -> list[Figure]:
    """A review that many subscribers wait for, and the votes that come meanwhile."""
    path = ground.copy("subscribers")
    wanted = replace(draft(0), title="The Awaited", url="https://reviews.example/awaited", published_at=NOW)
    subscribe(path, ground.scale.subscribers, [
        ("all", "all"), ("genre", slug(wanted.genres[0])), ("genre", slug(wanted.genres[1])),
        ("platform", slug(wanted.platform)), ("person", slug(wanted.people[0].name)),
    ])  # fmt: skip
    baseline = _bare_owed(ground, path)
    store = await opened(path)
    try:
        voting = asyncio.create_task(_vote_on(store, ground.scale.works))
        owed, seconds = await _publish(store, wanted)
        voting.cancel()
        waits = await voting
    finally:
        await store.close()
    if owed != ground.scale.subscribers:
        raise AssertionError(f"{owed} alerts are owed")
    return [
        Figure(
            f"alerts for {owed:,} subscribers",
            f"{seconds:.2f} s",
            f"{baseline:.2f} s",
            f"{seconds / baseline:.1f}x",
            "under 1 s",
            seconds < 1,
        ),
        Figure(
            f"the longest of {len(waits):,} votes meanwhile",
            milliseconds(max(waits)),
            "",
            "",
            "at most 200 ms",
            max(waits) <= 0.2,
        ),
    ]


async def opened(path: Path) -> Store:
    """The store in a file."""
    return await open_store(f"sqlite:///{path.absolute()}")


def bare_connection(path: Path) -> sqlite3.Connection:
    """A plain connection, as durable as ours."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def commit(connection: sqlite3.Connection, unit: Callable[[], Unit[Any]]) -> None:
    """Run one unit's statements in one transaction, with nothing around them."""
    connection.execute("BEGIN IMMEDIATE")
    work = unit()
    try:
        sql, args = next(work)
        while True:
            sql, args = work.send(connection.execute(sql, args).fetchall())
    except StopIteration:
        connection.execute("COMMIT")


def subscribe(
    path: Path,
    subscribers: int,
    wishes: Sequence[tuple[str, str]],
    platforms: Sequence[str] = ("telegram", "discord"),
) -> None:
    """Let so many private chats follow one of the wishes each; every tenth follows another one too."""
    connection = bare_connection(path)
    try:
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO places (id, platform, chat, thread, kind) VALUES (?, ?, ?, 0, 'private')",
            ((n, platforms[n % len(platforms)], n) for n in range(1, subscribers + 1)),
        )
        for step, offset in ((1, 0), (10, subscribers))[: len(wishes)]:
            connection.executemany(
                "INSERT INTO subscriptions (id, place_id, scope, key, name, created_at) "
                "VALUES (?, ?, ?, ?, '', 0)",
                (
                    (n + offset, n, *wishes[(n + step // 10) % len(wishes)])
                    for n in range(1, subscribers + 1, step)
                ),
            )
        connection.execute("COMMIT")
    finally:
        connection.close()


def _volley(dice: random.Random, works: int) -> Volley:
    return [
        (Account("telegram", dice.randrange(VOTERS)), WorkId(FIRST_WORK + dice.randrange(works)),
         dice.randint(1, 10))
        for _ in range(AT_ONCE)
    ]  # fmt: skip


def _bare_owed(ground: Ground, path: Path) -> float:
    """How long plain sqlite3 takes to write as many rows, without any matching."""
    connection = bare_connection(path)
    watch = Stopwatch()
    try:
        with watch:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "INSERT INTO deliveries SELECT 1, id, platform, id, 'due', 0, 0, 0, '', '' FROM places"
            )
            connection.execute("COMMIT")
        connection.execute("DELETE FROM deliveries")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
    return watch.median


async def _publish(store: Store, wanted: Draft) -> tuple[int, float]:
    await asyncio.sleep(0.05)  # some votes before
    began = perf_counter()
    published = await take_in(store, wanted, "", NOW)
    seconds = perf_counter() - began
    await asyncio.sleep(0.05)  # and some behind
    return published.alerts, seconds


async def _vote_on(store: Store, works: int) -> list[float]:
    """Vote every few milliseconds until cancelled; how long each vote took."""
    dice, votings = random.Random(6), []

    async def one() -> float:
        began = perf_counter()
        who, work = Account("telegram", dice.randrange(VOTERS)), FIRST_WORK + dice.randrange(works)
        await store.write(votes.cast, who, WorkId(work), dice.randint(1, 10), NOW, FIRST_PERSON)
        return perf_counter() - began

    try:
        while True:
            votings.append(asyncio.create_task(one()))
            await asyncio.sleep(0.003)
    except asyncio.CancelledError:
        return await asyncio.gather(*votings)
