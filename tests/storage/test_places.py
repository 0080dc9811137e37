"""Chats that shut us out, let us in again, or move to another number."""

from storage import Place, Store, deliveries, subscriptions
from tests.storage.worlds import DAY, NOW, follow, look, next_due, number, owe

GROUP = Place("telegram", -5, kind="group")
TOPIC = Place("telegram", -5, 3, "group")
OTHER = Place("telegram", -6, kind="group")
MOVED = Place("telegram", -100_5, kind="group")


async def owed(store: Store, state: str = "due") -> list[tuple[object, ...]]:
    """Reviews and chats of the deliveries in a state."""
    return await look(
        store,
        "SELECT d.review_id, p.chat, p.thread FROM deliveries d JOIN places p ON p.id = d.place_id "
        "WHERE d.state = ? ORDER BY d.review_id, p.chat, p.thread",
        state,
    )


async def test_a_chat_that_shuts_us_out_rests_with_all_its_topics(store: Store) -> None:
    for place in (GROUP, TOPIC, OTHER):
        await follow(store, place)
    await owe(store, 1)
    await store.write(deliveries.shut_out, TOPIC, NOW, "bot was kicked")
    assert await owed(store) == [(1, -6, 0)]
    assert await owed(store, "held") == [(1, -5, 0), (1, -5, 3)]
    assert not await store.read(subscriptions.open_to, GROUP)
    assert not await store.read(subscriptions.open_to, TOPIC)
    assert await store.read(subscriptions.open_to, OTHER)
    assert len(await store.read(subscriptions.of, GROUP)) == 1


async def test_shutting_out_twice_keeps_the_first_reason(store: Store) -> None:
    await follow(store, GROUP)
    await store.write(deliveries.shut_out, GROUP, NOW, "kicked")
    await store.write(deliveries.shut_out, GROUP, NOW + 9, "still kicked")
    assert await look(store, "SELECT blocked_at, blocked_why FROM places") == [(NOW, "kicked")]


async def test_a_chat_of_another_platform_with_the_same_number_is_not_meant(store: Store) -> None:
    await follow(store, Place("discord", -5))
    await owe(store, 1)
    await store.write(deliveries.shut_out, GROUP, NOW, "kicked")
    await store.write(deliveries.moved, "telegram", -5, -6)
    assert await owed(store) == [(1, -5, 0)]


async def test_a_chat_that_lets_us_in_hears_of_the_last_day_only(store: Store) -> None:
    await follow(store, GROUP)
    await owe(store, 1, NOW - DAY - 1)
    await owe(store, 2, NOW - DAY)
    await store.write(deliveries.shut_out, GROUP, NOW - 10, "kicked")
    await store.write(deliveries.let_in, GROUP, NOW)
    assert await owed(store) == [(2, -5, 0)]
    assert await owed(store, "held") == [(1, -5, 0)]
    assert await store.read(next_due, "telegram") == NOW
    assert await store.read(subscriptions.open_to, GROUP)


async def test_what_was_settled_stays_settled_when_a_chat_lets_us_in(store: Store) -> None:
    await follow(store, GROUP)
    await owe(store, 1)
    (delivery,) = await store.write(deliveries.claim, "telegram", NOW, 60, 9)
    await store.write(deliveries.sent, delivery, "1")
    await store.write(deliveries.shut_out, GROUP, NOW, "kicked")
    await store.write(deliveries.let_in, GROUP, NOW)
    assert await owed(store) == []
    assert await owed(store, "sent") == [(1, -5, 0)]


async def test_a_subscription_paused_while_its_chat_was_shut_stays_silent_when_it_opens(store: Store) -> None:
    paused = await follow(store, GROUP)
    await owe(store, 1)
    await store.write(deliveries.shut_out, GROUP, NOW, "kicked")
    await store.write(subscriptions.pause, paused.id, NOW)
    await store.write(deliveries.let_in, GROUP, NOW)
    assert await owed(store) == []


async def test_a_place_that_writes_to_us_is_open_again(store: Store) -> None:
    await follow(store, GROUP)
    await store.write(deliveries.shut_out, GROUP, NOW, "kicked")
    await store.write(subscriptions.meet, GROUP, store.ids())
    assert await store.read(subscriptions.open_to, GROUP)
    assert await owe(store, 1) == 1


async def test_a_chat_takes_everything_along_to_its_new_number(store: Store) -> None:
    await follow(store, GROUP)
    await follow(store, TOPIC, "genre", "drama")
    await owe(store, 1, NOW, ("all", "all"), ("genre", "drama"))
    await store.write(deliveries.moved, "telegram", -5, MOVED.chat)
    assert await owed(store) == [(1, MOVED.chat, 0), (1, MOVED.chat, 3)]
    assert await store.read(subscriptions.of, GROUP) == []
    assert [each.place for each in await store.read(subscriptions.of, MOVED)] == [MOVED]
    assert await owe(store, 2) == 1


async def test_a_chat_that_moves_where_we_already_are_is_merged(store: Store) -> None:
    await follow(store, GROUP)
    await follow(store, GROUP, "genre", "drama")
    await owe(store, 1)
    await owe(store, 2)
    await follow(store, MOVED)
    await owe(store, 2)
    await store.write(deliveries.moved, "telegram", -5, MOVED.chat)
    kept = await store.read(subscriptions.of, MOVED)
    assert sorted(each.scope for each in kept) == ["all", "genre"]
    assert await owed(store) == [(1, MOVED.chat, 0), (2, MOVED.chat, 0)]
    assert await number(store, "SELECT COUNT(*) FROM places") == 1


async def test_every_merged_alert_belongs_to_a_subscription_that_is_still_there(store: Store) -> None:
    await follow(store, GROUP)
    await owe(store, 1)
    kept = await follow(store, MOVED)
    await store.write(deliveries.moved, "telegram", -5, MOVED.chat)
    (delivery,) = await store.write(deliveries.claim, "telegram", NOW, 60, 9)
    assert (delivery.place, delivery.subscription_id) == (MOVED, kept.id)


async def test_an_alert_sent_at_the_old_number_is_not_sent_again_at_the_new_one(store: Store) -> None:
    await follow(store, GROUP)
    await owe(store, 1)
    (delivery,) = await store.write(deliveries.claim, "telegram", NOW, 60, 9)
    await store.write(deliveries.sent, delivery, "1")
    await follow(store, MOVED)
    await owe(store, 1)
    await store.write(deliveries.moved, "telegram", -5, MOVED.chat)
    assert await owed(store) == []


async def test_moving_twice_is_moving_once(store: Store) -> None:
    await follow(store, GROUP)
    for _ in range(2):
        await store.write(deliveries.moved, "telegram", -5, MOVED.chat)
    assert await number(store, "SELECT COUNT(*) FROM subscriptions") == 1
    assert await look(store, "SELECT chat FROM places") == [(MOVED.chat,)]
