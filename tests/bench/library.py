"""The data set: a large library with reviews, votes and several names for many works.

A few works with reviews go the program's own way in; the rows that they leave are the pattern for all
others, so that every row looks as the program writes it.
"""

import random
import sqlite3
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import Any

from bot.catalogue import open_catalogue
from bot.feeds.importer import take_in
from bot.rules.drafts import Draft
from bot.rules.matching import forms
from storage import Credit, Store, open_store

NOW = 1_760_000_000
FIRST_WORK, FIRST_REVIEW, FIRST_PERSON = 1_000_001, 5_000_001, 9_000_001
PATTERNS = 48
VOTERS = 5_000
_SYLLABLES = (
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ha",
    "je",
    "ki",
    "lo",
    "mu",
    "na",
    "pe",
    "ri",
    "so",
    "tu",
    "va",
    "we",
)
_GENRES = ("Drama", "Thriller", "Crime", "Comedy", "Horror", "Romance", "Action", "Mystery")
_PLATFORMS = ("Netflix", "Hulu", "Mubi", "Max", "Prime Video", "Apple TV+")

Rows = Sequence[tuple[Any, ...]]


async def build(path: Path, works: int, votes: int) -> None:
    """Write a library of so many works, each with a review, and so many votes, as an import leaves it."""
    url = f"sqlite:///{path.absolute()}"
    async with opened(url) as store:
        await _patterns(store)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -262144")
        connection.execute("BEGIN")
        _fill(connection, works, votes)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
    async with opened(url) as store:
        catalogue = await open_catalogue(store)
        await catalogue.keep(NOW)


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Store]:
    """The store for as long as the block lasts."""
    store = await open_store(url)
    try:
        yield store
    finally:
        await store.close()


def titles(works: int) -> list[str]:
    """So many titles, about 3 % of them twice; always the same ones."""
    dice = random.Random(2)
    words = ["".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4))).capitalize() for _ in range(6_000)]
    found: list[str] = []
    for _ in range(works):
        roll = dice.random()
        title = " ".join(dice.choices(words, k=dice.choice((1, 2, 2, 2, 3, 3, 4))))
        if roll < 0.03 and found:
            title = dice.choice(found)
        elif roll < 0.26:
            title = f"The {title}"
        elif roll < 0.36:
            title = f"{title}: {' '.join(dice.choices(words, k=2))}"
        found.append(title)
    return found


def draft(number: int) -> Draft:
    """A review of usual length, the same for the same number."""
    dice = random.Random(number)
    said = [" ".join(dice.choices(_SYLLABLES, k=12)).capitalize() + "." for _ in range(9)]
    return Draft(
        title=f"Pattern {number}",
        kind="film" if number % 3 else "series",
        year=1970 + number % 55,
        platform=dice.choice(_PLATFORMS),
        genres=tuple(dice.sample(_GENRES, 2)),
        people=tuple(Credit(f"Person {number} {n}", "cast", f"Part {n}") for n in range(4)),
        image=f"https://pictures.example/{number}.jpg",
        outlet="The Bench",
        author=f"Author {number % 7}",
        url=f"https://reviews.example/{number}",
        published_at=NOW - 1_000_000 - number,
        score_text=f"{1 + number % 5}/5",
        score=20.0 * (1 + number % 5),
        verdict=("watch", "maybe", "skip")[number % 3],
        audience="those who like to wait",
        summary=" ".join(said[:4]),
        spoilers=said[4],
        pros=(said[5], said[6]),
        cons=(said[7],),
        comparables=("Gone Girl", "The Glory"),
        notes=("violence", "grief"),
    )


async def _patterns(store: Store) -> None:
    for number in range(PATTERNS):
        await take_in(store, replace(draft(number)), "", NOW)


def _fill(connection: sqlite3.Connection, works: int, votes: int) -> None:
    patterns = connection.execute(
        "SELECT w.kind, w.year, w.season, w.details, r.score, r.verdict, r.details "
        "FROM works w JOIN reviews r ON r.work_id = w.id"
    ).fetchall()
    named = titles(works)
    searched = [forms(title, ()) for title in named]
    _many(connection, "works", _work_rows(named, patterns))
    _many(connection, "names", sorted(_name_rows(searched)))
    _many(connection, "reviews", _review_rows(works, patterns))
    _many(connection, "facets", sorted(set(_facet_rows(works))))
    _many(connection, "comparables", sorted(set(_comparable_rows(searched))))
    _vote(connection, works, votes)


def _many(connection: sqlite3.Connection, table: str, rows: Iterator[tuple[Any, ...]] | Rows) -> None:
    rows = iter(rows)
    first = next(rows)
    marks = ", ".join("?" * len(first))
    # By name, since later versions of the store have added columns with defaults.
    known = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
    columns = ", ".join(known[: len(first)])
    connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", chain([first], rows))


def _work_rows(named: Sequence[str], patterns: Rows) -> Iterator[tuple[Any, ...]]:
    for number, title in enumerate(named):
        kind, year, season, details, *_ = patterns[number % len(patterns)]
        yield FIRST_WORK + number, kind, title, year + number % 5 - 2, season, details


def _name_rows(searched: Sequence[Sequence[str]]) -> Iterator[tuple[str, int]]:
    for number, found in enumerate(searched):
        for form in found:
            yield form, FIRST_WORK + number


def _review_rows(works: int, patterns: Rows) -> Iterator[tuple[Any, ...]]:
    for number in range(works):
        *_, score, verdict, details = patterns[number % len(patterns)]
        yield (
            FIRST_REVIEW + number, FIRST_WORK + number, f"bench:{number}", "digest", "published", 1,
            NOW - 10_000_000 - number, score, verdict, details,
        )  # fmt: skip


def _facet_rows(works: int) -> Iterator[tuple[str, str, int, str]]:
    dice = random.Random(3)
    for work in range(FIRST_WORK, FIRST_WORK + works):
        for genre in dice.sample(_GENRES, 2):
            yield "genre", genre.lower(), work, genre
        platform = dice.choice(_PLATFORMS)
        yield "platform", platform.lower().replace(" ", "-").strip("+"), work, platform
        for _ in range(3):
            person = dice.randrange(1 + works // 3)
            yield "person", f"player-{person}", work, f"Player {person}"


def _comparable_rows(searched: Sequence[Sequence[str]]) -> Iterator[tuple[str, int]]:
    dice = random.Random(4)
    for number in range(len(searched)):
        for found in dice.choices(searched, k=2):
            yield found[0], FIRST_REVIEW + number


def _vote(connection: sqlite3.Connection, works: int, votes: int) -> None:
    dice = random.Random(5)
    pairs = ((dice.randrange(VOTERS), int(dice.paretovariate(0.4)) % works) for _ in range(2 * votes))
    chosen = list(islice(dict.fromkeys(pairs), votes))
    _many(connection, "accounts", [("telegram", n, FIRST_PERSON + n, NOW) for n in range(VOTERS)])
    values = [(FIRST_PERSON + who, FIRST_WORK + work, dice.randint(1, 10), NOW) for who, work in chosen]
    _many(connection, "votes", sorted(values))
    counts = ", ".join(f"SUM(value = {value})" for value in range(1, 11))
    columns = ", ".join(f"n{value}" for value in range(1, 11))
    connection.execute(
        f"INSERT INTO tallies (work_id, {columns}, votes, points) "
        f"SELECT work_id, {counts}, COUNT(*), SUM(value) FROM votes GROUP BY work_id"
    )
    sets = ", ".join(f"n{value} = (SELECT SUM(n{value}) FROM tallies)" for value in range(1, 11))
    connection.execute(f"UPDATE community SET {sets}")
