"""The way to the rows: what is asked often never walks through a whole table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from storage import (
    Facet,
    Place,
    PostedCard,
    ReviewId,
    Shown,
    Store,
    SubscriptionId,
    WorkId,
    arrivals,
    cards,
    corrections,
    deliveries,
    entries,
    facts,
    feeds,
    figures,
    inbox,
    marks,
    subscriptions,
    titles,
    votes,
    works,
)
from storage.engine import Unit
from storage.feeds import Reading
from tests.storage.conftest import Opening
from tests.storage.worlds import ANA, NOW, cast, follow, look, owe, shelve

HERE = Place("discord", 1)
DRAMA = Facet("genre", "drama", "Drama")
ONE = WorkId(1)
READING = Reading("The Late Row", "", "", 3600, NOW)
COUNTED = ("reviews_by_date", "reviews_by_score", "subscriptions_by_place", "community", "deliveries_due",
           "deliveries_resting", "places_shut")  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """A unit of work, and the indexes that it may walk from an end because it stops when it has enough."""

    name: str
    unit: Callable[[], Unit[Any]]
    walks: tuple[str, ...] = ()


HOT = [
    Asked("card", lambda: facts.card(ONE, ANA)),
    Asked("reviewed", lambda: facts.reviewed(ReviewId(1))),
    Asked("of", lambda: facts.of([ONE], ANA)),
    Asked("latest", lambda: facts.latest(8, ANA), ("reviews_by_date",)),
    Asked("arrivals", lambda: arrivals.latest(None, 20), ("arrivals_by_time",)),
    Asked("arrivals of a work", lambda: arrivals.latest(ONE, 20)),
    Asked("top", lambda: facts.top(None, None, 8.0, 6.0, 8, 5)),
    Asked("top of a genre", lambda: facts.top(DRAMA, None, 8.0, 6.0, 8, 5)),
    Asked("top of a year", lambda: facts.top(None, 2023, 8.0, 6.0, 8, 5)),
    Asked("alike", lambda: facts.alike([ONE], ANA)),
    Asked("best reviewed", lambda: facts.best_reviewed([], ANA, 9), ("reviews_by_score",)),
    Asked("best of a rare genre", lambda: facts.best_reviewed(["drama"], ANA, 9)),
    # It counts them and steps over some: in an index, never in the wide rows.
    Asked("lucky", lambda: facts.lucky(0.5, ANA), ("reviews_by_score", "reviews_by_date")),
    Asked("first vote", lambda: votes.cast(ANA, ONE, 8, NOW, 1)),
    Asked("changed vote", lambda: votes.cast(ANA, ONE, 3, NOW, 1), ("community",)),
    Asked("votes of", lambda: votes.of(ANA)),
    Asked("named", lambda: works.named(["ballerina"])),
    Asked("names", lambda: titles.names((ONE, ""), 10)),
    Asked("names since", lambda: titles.names_since(0)),
    Asked("last change", titles.last_change),
    Asked("fames", lambda: titles.fames(WorkId(0), 10)),
    Asked("choose a title", lambda: titles.choose(7, ANA, ONE, NOW)),
    Asked("titles chosen", lambda: titles.chosen(7, NOW)),
    Asked("titles asked for", lambda: titles.asked({ONE: 2}, NOW)),
    # All that was asked for within some months: as many rows as works that anybody looked at.
    Asked("forget", lambda: titles.forget(NOW), ("asked", "chosen_by_date")),
    Asked("part of the title index", lambda: titles.index_part(0)),
    Asked("keep a part of the title index", lambda: titles.keep_index_part(0, 1, b"titles")),
    Asked("drop parts of the title index", lambda: titles.drop_index_parts(1)),
    Asked("facets like", lambda: works.facets_like("dr", 10)),
    Asked("owe", lambda: deliveries.owe(ReviewId(1), [("all", "all"), ("genre", "drama")], NOW)),
    Asked("claim", lambda: deliveries.claim("discord", NOW, 60, 10)),
    Asked("shut out", lambda: deliveries.shut_out(HERE, NOW, "kicked")),
    Asked("let in", lambda: deliveries.let_in(HERE, NOW)),
    Asked("moved", lambda: deliveries.moved("discord", 1, 2)),
    Asked("subscriptions of", lambda: subscriptions.of(HERE)),
    Asked("pause", lambda: subscriptions.pause(SubscriptionId(1), NOW)),
    Asked("remove", lambda: subscriptions.remove(SubscriptionId(1))),
    Asked("outdated", lambda: cards.outdated(ONE)),
    Asked("posted", lambda: cards.posted(HERE, "1", Shown(ONE), NOW)),
    Asked("namesake changed", lambda: cards.namesake_changed(ONE, ["ballerina", "= ballerina"])),
    Asked("corrections made", lambda: corrections.made(ReviewId(1), ONE)),
    Asked("stale", lambda: cards.stale("discord", NOW, 5, 9, (3, 4))),
    Asked("drawn", lambda: cards.drawn(PostedCard(HERE, "1", Shown(ONE)), 1, NOW)),
    Asked("forget", lambda: cards.forget(HERE, "1")),
    Asked("answered", lambda: inbox.answered("telegram", 1)),
    Asked("mark", lambda: marks.get("name")),
    Asked("claim a feed", lambda: feeds.claim(NOW, 60)),
    Asked("feed at", lambda: feeds.at("https://example.org/feed")),
    Asked("note entries", lambda: entries.note(1, ["a"], ["b"], lambda *_: (), lambda _: READING, NOW)),
    Asked("what became of a feed", lambda: feeds.last_event(1, NOW)),
    Asked("what became of feeds", lambda: feeds.events(9), ("feed_events",)),
    Asked("claim an entry", lambda: entries.claim(NOW, 60)),
    Asked("fates of entries", lambda: entries.counts(1)),
    Asked("troubled entries", lambda: entries.troubled(1, 5)),
    # It counts in indexes: of reviews and subscriptions all, of alerts and places only those that wait.
    Asked("figures", figures.now, COUNTED),
]


@pytest.fixture
async def filled(sqlite_url: str, opening: Opening) -> Store:
    store = await opening(sqlite_url)
    shelved = await shelve(store, genres=("Drama",))
    await cast(store, ANA, shelved.work, 8)
    for place in (HERE, Place("discord", 2)):
        await follow(store, place)
    await owe(store, shelved.review)
    return store


def explained(unit: Unit[Any], scans: list[str]) -> Unit[None]:
    """Runs a unit and notes every table that one of its statements walks through."""
    rows: list[Any] = []
    try:
        sql, args = next(unit)
        while True:
            plan = yield f"EXPLAIN QUERY PLAN {sql}", args
            scans += [step[3] for step in plan if step[3].startswith("SCAN ")]
            rows = list((yield sql, args))
            sql, args = unit.send(rows)
    except StopIteration:
        return


@pytest.mark.parametrize("asked", HOT, ids=lambda asked: asked.name)
async def test_no_table_is_walked_through(filled: Store, asked: Asked) -> None:
    rows = await look(filled, "SELECT name FROM sqlite_schema WHERE type = 'table'")
    tables = {str(name) for (name,) in rows}
    scans: list[str] = []
    await filled.write(explained, asked.unit(), scans)
    aliases = {"r", "w", "t", "v", "f", "s", "o"} | tables
    walked = [scan for scan in scans if scan.split()[1] in aliases]
    assert [scan for scan in walked if not scan.endswith(asked.walks or "\0")] == []
