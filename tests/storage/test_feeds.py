"""Feeds and their entries in the store: claimed by one, noted whole, settled once."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.feeds.syndication.deciding import news
from bot.feeds.syndication.entry import Entry
from storage import Editor, Place, Store, editing, entries, feeds, reviews
from storage.editing import Correction
from storage.engine import Unit
from storage.entries import (
    A_DAY,
    AT_ONCE,
    DAY,
    FLOODS,
    RETRACTED,
    THERE_ALREADY,
    TOUCHED,
    UNSURE,
    Known,
    Seen,
    Waiting,
)
from storage.feeds import Event, Feed, Reading
from tests.storage.worlds import ANA, NOW, a_work, an_incoming, follow, look, publish, rows_in

HERE = "https://example.org/feed"
MIA = Editor(ANA, "Mia")
READING = Reading("The Late Row", '"e"', "m", 1800, NOW + 1800, moved_to="https://example.org/new")


async def followed(store: Store, address: str = HERE) -> Feed:
    feed, _ = await store.write(feeds.add, address, "draft", "test", store.ids(), NOW, NOW)
    return feed


async def note(store: Store, feed: Feed, *seen: Seen, now: int = NOW) -> None:
    names, digests = [each.name for each in seen], [each.digest for each in seen]
    await store.write(
        entries.note, feed.id, names, digests, lambda *_: seen, lambda new: replace(READING, changed=new), now
    )


async def waiting(store: Store, feed: Feed, digest: str = "d1") -> Waiting:
    await note(store, feed, Seen("one", digest, "waiting", "{}"))
    claimed = await store.write(entries.claim, NOW, 60)
    assert claimed is not None
    return claimed


async def take(store: Store, entry: Waiting, incoming: reviews.Incoming) -> str | None:
    return await store.write(entries.take, entry, incoming, store.ids, NOW, False)


async def test_a_feed_is_followed_once_and_may_be_trusted_later(store: Store) -> None:
    first, new = await store.write(feeds.add, HERE, "draft", "test", store.ids(), NOW, NOW)
    again, newer = await store.write(feeds.add, HERE, "publish", "test", store.ids(), NOW, NOW)
    assert (new, newer, again.id, again.trust) == (True, False, first.id, "publish")
    assert await store.read(feeds.at, HERE) == again


async def test_a_due_feed_is_claimed_by_one_and_comes_back_when_the_claimer_died(store: Store) -> None:
    feed = await followed(store)
    claimed = await store.write(feeds.claim, NOW, 60)
    assert claimed is not None
    assert claimed.id == feed.id
    assert await store.write(feeds.claim, NOW, 60) is None
    assert await store.write(feeds.claim, NOW + 60, 60) is not None


async def test_a_paused_feed_is_not_due_until_it_is_resumed(store: Store) -> None:
    feed = await followed(store)
    await store.write(feeds.pause, feed.id, NOW)
    await store.write(feeds.hurry, feed.id, NOW)
    assert await store.write(feeds.claim, NOW + 999, 60) is None
    await store.write(feeds.resume, feed.id, NOW)
    assert await store.write(feeds.claim, NOW, 60) is not None


async def test_failures_are_counted_with_their_reason_until_a_good_reading(store: Store) -> None:
    feed = await followed(store)
    for _ in range(2):
        await store.write(feeds.failed, feed.id, "It sleeps.", NOW + 9)
    found = await store.read(feeds.get, feed.id)
    assert found is not None
    assert (found.failures, found.error, found.next_at) == (2, "It sleeps.", NOW + 9)
    await store.write(feeds.was_read, feed.id, READING, NOW)
    found = await store.read(feeds.get, feed.id)
    assert found is not None
    assert (found.failures, found.error, found.read_at, found.changed_at) == (0, "", NOW, 0)
    await store.write(feeds.rest, feed.id, "It is gone.", "is gone", store.ids(), NOW)
    found = await store.read(feeds.get, feed.id)
    assert found is not None
    assert (found.paused_at, found.error) == (NOW, "It is gone.")
    assert await store.read(feeds.last_event, feed.id, NOW) == Event("The Late Row", "is gone", NOW)
    assert await store.read(feeds.last_event, feed.id, NOW + 1) is None


async def test_a_reading_and_its_entries_are_noted_together(store: Store) -> None:
    feed = await followed(store)
    await note(store, feed, Seen("old", "d0", "known"), Seen("one", "d1", "waiting", "{}"))
    found = await store.read(feeds.get, feed.id)
    assert found is not None
    assert (found.title, found.etag, found.changed_at) == ("The Late Row", '"e"', NOW)
    told: list[list[Known]] = []
    await store.write(
        entries.note, feed.id, ["one", "?"], ["d0"],
        lambda known, first: told.append([*known]) or [], lambda _: READING, NOW,  # type: ignore[func-returns-value]
    )  # fmt: skip
    assert sorted(each.name for each in told[-1]) == ["old", "one"]
    assert await store.read(entries.counts, feed.id) == {"known": 1, "waiting": 1}


async def test_a_review_and_its_entrys_fate_are_written_together_and_once(store: Store) -> None:
    entry = await waiting(store, await followed(store))
    incoming = an_incoming(a_work(), source="one")
    assert await take(store, entry, incoming) == "published"
    assert await take(store, entry, incoming) is None
    assert await rows_in(store, "reviews") == 1


async def test_an_entry_that_was_edited_since_it_was_claimed_is_not_taken_as_it_was(store: Store) -> None:
    feed = await followed(store)
    entry = await waiting(store, feed)
    await note(store, feed, Seen("one", "d2", "waiting", "{}"))
    assert await take(store, entry, an_incoming(a_work())) is None
    assert await store.read(entries.counts, feed.id) == {"waiting": 1}


async def test_a_review_from_elsewhere_is_left_as_it_is(store: Store) -> None:
    await publish(store, an_incoming(a_work(), source="one"))
    feed = await followed(store)
    assert await take(store, await waiting(store, feed), an_incoming(a_work(), source="one")) == "skipped"
    assert [each.why for each in await store.read(entries.troubled, feed.id, 5)] == [THERE_ALREADY]


async def test_a_feed_moves_unless_its_new_address_is_another_feed_s(store: Store) -> None:
    feed, other = await followed(store), await followed(store, "https://example.org/other")
    assert not await store.write(feeds.move, feed.id, other.address, "draft", "moved", store.ids(), NOW)
    assert await store.write(
        feeds.move, feed.id, "https://example.org/new", "draft", "moved", store.ids(), NOW
    )
    moved = await store.read(feeds.at, "https://example.org/new")
    assert moved is not None
    assert (moved.id, moved.moved_to) == (feed.id, "")
    assert [event.told for event in await store.read(feeds.events, 9)] == ["moved"]


async def test_what_an_editor_corrected_stays_when_its_entry_is_edited_and_the_rest_follows(
    store: Store,
) -> None:
    feed = await followed(store)
    await take(store, await waiting(store, feed), an_incoming(a_work(), source="one", score=80.0))
    await corrected(store, score=40.0)
    edited = an_incoming(a_work(), source="one", digest="2", score=90.0, summary="She dances no more.")
    assert await take(store, await waiting(store, feed, "d2"), edited) == "published"
    rows = await look(store, "SELECT CAST(score AS INTEGER), details FROM reviews")
    assert rows[0][0] == 40
    assert "She dances no more." in rows[0][1]
    again = an_incoming(a_work(), source="one", digest="3", summary="Once more.")
    assert await take(store, await waiting(store, feed, "d3"), again) == "published"
    assert await look(store, "SELECT CAST(score AS INTEGER), revision FROM reviews") == [(40, 4)]


async def test_a_draft_that_an_editor_has_a_hand_in_is_not_published_behind_their_back(store: Store) -> None:
    feed = await followed(store)
    drafted = an_incoming(a_work(), source="one", status="draft")
    await take(store, await waiting(store, feed), drafted)
    await corrected(store, score=40.0)
    assert (
        await take(store, await waiting(store, feed, "d2"), an_incoming(source="one", digest="2")) == "draft"
    )
    assert await look(store, "SELECT status, CAST(score AS INTEGER) FROM reviews") == [("draft", 40)]


@pytest.mark.parametrize("same", [True, False], ids=["the same text", "another text"])
async def test_a_retracted_review_stays_retracted(store: Store, same: bool) -> None:
    feed = await followed(store)
    first = an_incoming(a_work(), source="one")
    await take(store, await waiting(store, feed), first)
    rows = await look(store, "SELECT id FROM reviews")
    await store.write(editing.retract, rows[0][0], 1, MIA, store.ids, NOW)
    edited = first if same else replace(first, digest="2")
    assert await take(store, await waiting(store, feed, "d2"), edited) == "skipped"
    assert await look(store, "SELECT status FROM reviews") == [("retracted",)]
    assert [each.why for each in await store.read(entries.troubled, feed.id, 5)] == [RETRACTED]


async def corrected(store: Store, **changes: object) -> None:
    """An editor has set this of the one review."""
    rows = await look(store, "SELECT id FROM reviews")
    known = await store.read(editing.manuscript, rows[0][0])
    assert known is not None
    wanted = Correction(replace(known.review, **changes), {}, tuple(changes), ())  # type: ignore[arg-type]
    assert (await store.write(editing.correct, wanted, MIA, store.ids, NOW)).outcome == "done"


async def flood(store: Store, feed: Feed, first: int, count: int, now: int = NOW) -> list[str | None]:
    """So many new entries come in with one reading; what became of each."""
    seen = [Seen(f"e{each}", f"d{each}", "waiting", "{}") for each in range(first, first + count)]
    await note(store, feed, *seen, now=now)
    fates: list[str | None] = []
    for each in range(count):
        entry = await store.write(entries.claim, now, 60)
        assert entry is not None
        incoming = an_incoming(a_work(title=f"Film {entry.name}"), source=entry.name, published_at=now)
        fates.append(await store.write(entries.take, entry, incoming, store.ids, now, True))
        assert each < AT_ONCE or fates[-1] == "draft"
    return fates


async def test_of_a_flood_a_few_are_published_the_rest_are_drafts_and_it_is_told_once(store: Store) -> None:
    await follow(store, Place("discord", 1))
    feed = await followed(store)
    assert (await flood(store, feed, 0, 8)).count("published") == AT_ONCE
    published = AT_ONCE
    for reading in range(1, 6):
        published += (await flood(store, feed, 10 * reading, 8, NOW + 600 * reading)).count("published")
    assert published == A_DAY
    assert await rows_in(store, "deliveries") == A_DAY
    assert [event.told for event in await store.read(feeds.events, 99)] == [FLOODS]
    assert (await flood(store, feed, 100, 1, NOW + DAY + 3600)) == ["published"]


async def test_drafts_that_a_flood_left_are_not_let_out_by_a_flood_of_edits(store: Store) -> None:
    feed = await followed(store)
    await flood(store, feed, 0, 12)
    held = await look(store, "SELECT source FROM reviews WHERE status = 'draft' ORDER BY id")
    assert len(held) == 12 - AT_ONCE
    later = NOW + 2 * DAY
    await note(store, feed, *(Seen(name, f"{name} edited", "waiting", "{}") for (name,) in held), now=later)
    fates = []
    for _ in held:
        entry = await store.write(entries.claim, later, 60)
        assert entry is not None
        incoming = an_incoming(a_work(title=f"Film {entry.name}"), source=entry.name, digest="2")
        fates.append(await store.write(entries.take, entry, incoming, store.ids, later, True))
    assert fates.count("published") == AT_ONCE


async def test_what_long_left_its_feed_shrinks_to_a_mark_and_is_no_news_when_it_comes_back(
    store: Store,
) -> None:
    feed = await followed(store)
    await note(store, feed, Seen("old", "d-old", "known"), Seen("stays", "d-stays", "known"))
    half_a_year = NOW
    for _ in range(200):  # one of them stands there all the time
        half_a_year += DAY
        await shown(store, feed, {"stays": "d-stays"}, half_a_year)
    assert await look(store, "SELECT name FROM entries") == [("stays",)]
    told = await shown(store, feed, {"old": "edited", "renamed": "d-old", "new": "d-new"}, half_a_year + 1)
    assert {each.name: each.fate for each in told} == {"old": "known", "renamed": "known", "new": "waiting"}


async def test_of_a_feed_s_entries_the_newest_are_kept_whole_and_none_that_waits_is_lost(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entries, "KEPT", 5)
    feed = await followed(store)
    await shown(store, feed, {}, NOW)
    now = NOW
    for day in range(20):
        now = NOW + 2 * DAY * day
        await shown(store, feed, {f"e{day}": f"d{day}"}, now)
        if day != 3:  # this one waits on
            await store.write(_settle, f"e{day}")
    names = {name for (name,) in await look(store, "SELECT name FROM entries")}
    assert names == {"e3", *(f"e{day}" for day in range(15, 20))}
    assert await shown(store, feed, {f"e{day}": f"d{day}" for day in range(15, 20)}, now + 1) == []
    back = await shown(store, feed, {f"e{day}": f"d{day}" for day in range(20)}, now + 1)
    assert {each.fate for each in back} == {"known"}


WINDOWS = st.lists(
    st.tuples(
        st.sets(st.integers(0, 12), max_size=6), st.sampled_from([3_600, DAY + 1, 30 * DAY, 200 * DAY])
    ),
    max_size=12,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(WINDOWS)
async def test_no_entry_is_news_twice_however_long_ago_it_was_and_none_is_lost(
    store: Store, monkeypatch: pytest.MonkeyPatch, windows: list[tuple[set[int], int]]
) -> None:
    monkeypatch.setattr(entries, "KEPT", 4)
    await store.write(_no_feeds)
    feed, now, came, there = await followed(store), NOW, list[str](), set[int]()
    await shown(store, feed, {}, now)
    for window, passed in windows:
        now += passed
        there |= window
        noted = await shown(store, feed, {f"e{each}": f"d{each}" for each in window}, now)
        came += [each.name for each in noted if each.fate == "waiting"]
        for each in noted:
            await store.write(_settle, each.name)
    assert sorted(came) == sorted(f"e{each}" for each in there)


def _no_feeds() -> Unit[None]:
    yield "DELETE FROM feeds", ()


async def test_a_removed_feed_takes_its_marks_along(store: Store) -> None:
    feed = await followed(store)
    await shown(store, feed, {"old": "d-old"}, NOW)
    await shown(store, feed, {"new": "d-new"}, NOW + 200 * DAY)
    assert await rows_in(store, "bygones") == 2
    await store.write(feeds.remove, feed.id)
    assert await rows_in(store, "bygones") == 0


async def shown(store: Store, feed: Feed, standing: dict[str, str], now: int) -> Sequence[Seen]:
    """A reading finds these entries, by name what each says; what was noted of them."""
    found = [Entry(name, name, content=f"{digest} says a lot. " * 20, digest=digest)
             for name, digest in standing.items()]  # fmt: skip
    return await store.write(
        entries.note, feed.id, [*standing], [*standing.values()], partial(news, found),
        lambda new: replace(READING, changed=new), now,
    )  # fmt: skip


def _settle(name: str) -> Unit[None]:
    yield "UPDATE entries SET fate = 'draft', body = '' WHERE name = ?", (name,)


@pytest.mark.parametrize(("status", "why"), [("published", TOUCHED), ("draft", UNSURE)])
async def test_a_published_review_is_neither_overwritten_nor_taken_back(
    store: Store, status: str, why: str
) -> None:
    feed = await followed(store)
    await take(store, await waiting(store, feed), an_incoming(a_work(), source="one"))
    if why == TOUCHED:
        await publish(store, an_incoming(a_work(), source="one", digest="an editor's"))
    edited = an_incoming(a_work(), source="one", digest="edited", status=status)  # type: ignore[arg-type]
    assert await take(store, await waiting(store, feed, "d2"), edited) == "skipped"
    assert await look(store, "SELECT status FROM reviews") == [("published",)]
    assert [each.why for each in await store.read(entries.troubled, feed.id, 5)] == [why]


async def test_a_removed_feed_takes_its_entries_along_and_leaves_its_reviews(store: Store) -> None:
    feed = await followed(store)
    await take(store, await waiting(store, feed), an_incoming(a_work()))
    await store.write(feeds.remove, feed.id)
    assert await store.read(feeds.followed) == []
    assert (await rows_in(store, "entries"), await rows_in(store, "reviews")) == (0, 1)
