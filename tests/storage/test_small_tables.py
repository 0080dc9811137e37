"""The inbox of unanswered updates, and the marks that outlive a restart."""

from storage import Store, inbox, marks


async def test_unanswered_updates_are_taken_up_in_order(store: Store) -> None:
    await store.write(inbox.keep, "telegram", [(30, "c"), (10, "a")])
    await store.write(inbox.keep, "telegram", [(20, "b")])
    assert await store.write(inbox.take_up, "telegram", 3) == [(10, "a"), (20, "b"), (30, "c")]


async def test_an_update_handed_over_twice_is_kept_once_as_first_seen(store: Store) -> None:
    await store.write(inbox.keep, "telegram", [(10, "first"), (10, "second")])
    await store.write(inbox.keep, "telegram", [(10, "third")])
    assert await store.write(inbox.take_up, "telegram", 3) == [(10, "first")]


async def test_an_answered_update_is_forgotten(store: Store) -> None:
    await store.write(inbox.keep, "telegram", [(10, "a"), (20, "b")])
    await store.write(inbox.answered, "telegram", 10)
    await store.write(inbox.answered, "telegram", 404)
    assert await store.write(inbox.take_up, "telegram", 3) == [(20, "b")]


async def test_an_update_that_brings_us_down_is_dropped_after_its_tries(store: Store) -> None:
    await store.write(inbox.keep, "telegram", [(10, "deadly")])
    assert [len(await store.write(inbox.take_up, "telegram", 2)) for _ in range(4)] == [1, 1, 0, 0]


async def test_platforms_have_inboxes_of_their_own(store: Store) -> None:
    await store.write(inbox.keep, "telegram", [(10, "a")])
    await store.write(inbox.keep, "discord", [(10, "b")])
    await store.write(inbox.answered, "discord", 10)
    assert await store.write(inbox.take_up, "discord", 3) == []
    assert await store.write(inbox.take_up, "telegram", 3) == [(10, "a")]


async def test_no_updates_are_no_work(store: Store) -> None:
    await store.write(inbox.keep, "telegram", [])
    assert await store.write(inbox.take_up, "telegram", 3) == []


async def test_a_mark_is_empty_until_it_is_set_and_then_the_last_one_counts(store: Store) -> None:
    assert await store.read(marks.get, "commands") == ""
    await store.write(marks.put, "commands", "abc")
    await store.write(marks.put, "commands", "déjà vu 🎬")
    await store.write(marks.put, "other", "")
    assert await store.read(marks.get, "commands") == "déjà vu 🎬"
    assert await store.read(marks.get, "other") == ""
