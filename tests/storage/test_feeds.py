"""Feeds and their entries in the store: claimed by one, noted whole, settled once."""

from dataclasses import replace

import pytest

from storage import Store, entries, feeds, reviews
from storage.entries import THERE_ALREADY, TOUCHED, UNSURE, Known, Seen, Waiting
from storage.feeds import Feed, Reading
from tests.storage.worlds import NOW, a_work, an_incoming, look, publish, rows_in

HERE = "https://example.org/feed"
READING = Reading("The Late Row", '"e"', "m", 1800, NOW + 1800, moved_to="https://example.org/new")


async def followed(store: Store, address: str = HERE) -> Feed:
    feed, _ = await store.write(feeds.add, address, "draft", "test", store.ids(), NOW, NOW)
    return feed


async def note(store: Store, feed: Feed, *seen: Seen) -> None:
    names, digests = [each.name for each in seen], [each.digest for each in seen]
    await store.write(
        entries.note, feed.id, names, digests, lambda *_: seen, lambda new: replace(READING, changed=new), NOW
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
        await store.write(feeds.failed, feed.id, "It sleeps.", NOW + 9, None)
    found = await store.read(feeds.get, feed.id)
    assert found is not None
    assert (found.failures, found.error, found.next_at) == (2, "It sleeps.", NOW + 9)
    await store.write(feeds.was_read, feed.id, READING, NOW)
    found = await store.read(feeds.get, feed.id)
    assert found is not None
    assert (found.failures, found.error, found.read_at, found.changed_at) == (0, "", NOW, 0)
    await store.write(feeds.failed, feed.id, "It is gone.", NOW + 9, NOW)
    found = await store.read(feeds.get, feed.id)
    assert found is not None
    assert found.paused_at == NOW


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
