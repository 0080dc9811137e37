"""Subscriptions: who wants to hear of what, and the places that they live in."""

from storage import Place, Store, SubscriptionId, subscriptions
from storage.records import Subscription
from tests.storage.worlds import NOW, follow, look, number, owe

HERE = Place("telegram", -100, kind="group")
TOPIC = Place("telegram", -100, 7, "group")


async def add(store: Store, place: Place = HERE, key: str = "drama") -> tuple[Subscription, bool]:
    ids = (store.ids(), store.ids())
    return await store.write(subscriptions.add, place, "genre", key, key.title(), ids, NOW)


async def states(store: Store) -> list[object]:
    return [state for (state,) in await look(store, "SELECT state FROM deliveries ORDER BY review_id")]


async def test_a_subscription_is_kept_as_it_was_wished(store: Store) -> None:
    made, changed = await add(store)
    assert changed
    assert made == Subscription(made.id, HERE, "genre", "drama", "Drama", paused=False)
    assert await store.read(subscriptions.get, made.id) == made
    assert await store.read(subscriptions.of, HERE) == [made]


async def test_subscribing_twice_is_subscribing_once(store: Store) -> None:
    first, _ = await add(store)
    again, changed = await add(store)
    assert (again, changed) == (first, False)
    assert await number(store, "SELECT COUNT(*) FROM subscriptions") == 1


async def test_a_chat_and_its_topics_are_places_of_their_own(store: Store) -> None:
    await add(store, HERE)
    _, changed = await add(store, TOPIC)
    assert changed
    assert [each.place for each in await store.read(subscriptions.of, TOPIC)] == [TOPIC]
    assert await number(store, "SELECT COUNT(*) FROM places") == 2


async def test_subscriptions_are_listed_in_the_order_they_were_made(store: Store) -> None:
    for key in ("drama", "action", "comedy"):
        await add(store, key=key)
    assert [each.key for each in await store.read(subscriptions.of, HERE)] == ["drama", "action", "comedy"]
    assert await store.read(subscriptions.of, Place("discord", -100)) == []


async def test_pausing_stops_new_alerts_and_those_already_owed(store: Store) -> None:
    made, _ = await add(store)
    await owe(store, 1, NOW, ("genre", "drama"))
    await store.write(subscriptions.pause, made.id, NOW)
    assert (await store.read(subscriptions.of, HERE))[0].paused
    assert await states(store) == ["cancelled"]
    assert await owe(store, 2, NOW, ("genre", "drama")) == 0


async def test_pausing_twice_keeps_the_first_moment(store: Store) -> None:
    made, _ = await add(store)
    await store.write(subscriptions.pause, made.id, NOW)
    await store.write(subscriptions.pause, made.id, NOW + 60)
    assert await number(store, "SELECT paused_at FROM subscriptions") == NOW


async def test_a_resumed_subscription_hears_of_what_comes_next_only(store: Store) -> None:
    made, _ = await add(store)
    await store.write(subscriptions.pause, made.id, NOW)
    await owe(store, 1, NOW, ("genre", "drama"))
    await store.write(subscriptions.resume, made.id)
    assert not (await store.read(subscriptions.of, HERE))[0].paused
    assert await states(store) == []
    assert await owe(store, 2, NOW, ("genre", "drama")) == 1


async def test_subscribing_to_what_is_paused_resumes_it(store: Store) -> None:
    made, _ = await add(store)
    await store.write(subscriptions.pause, made.id, NOW)
    again, changed = await add(store)
    assert changed
    assert (again.id, again.paused) == (made.id, False)


async def test_a_removed_subscription_is_gone_with_what_it_was_owed(store: Store) -> None:
    made, _ = await add(store)
    await owe(store, 1, NOW, ("genre", "drama"))
    await store.write(subscriptions.remove, made.id)
    assert await store.read(subscriptions.get, made.id) is None
    assert await store.read(subscriptions.of, HERE) == []
    assert await states(store) == ["cancelled"]
    await store.write(subscriptions.remove, made.id)


async def test_changing_an_unknown_subscription_is_harmless(store: Store) -> None:
    await store.write(subscriptions.pause, SubscriptionId(404), NOW)
    await store.write(subscriptions.resume, SubscriptionId(404))
    assert await store.read(subscriptions.get, SubscriptionId(404)) is None


async def test_a_place_is_met_once(store: Store) -> None:
    first = await store.write(subscriptions.meet, HERE, 11)
    assert await store.write(subscriptions.meet, HERE, 12) == first == 11
    assert await store.write(subscriptions.meet, TOPIC, 13) == 13


async def test_a_place_is_open_from_when_it_is_met(store: Store) -> None:
    assert not await store.read(subscriptions.open_to, HERE)
    await store.write(subscriptions.meet, HERE, 11)
    assert await store.read(subscriptions.open_to, HERE)
    assert not await store.read(subscriptions.open_to, TOPIC)


async def test_places_of_two_platforms_with_one_number_are_strangers(store: Store) -> None:
    await follow(store, Place("discord", 5))
    await follow(store, Place("telegram", 5))
    assert len(await store.read(subscriptions.of, Place("discord", 5))) == 1
    assert await owe(store, 1) == 2
