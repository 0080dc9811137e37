"""Alerts that are owed: one for each place, claimed by one, settled once, whole again after a crash."""

import asyncio

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import Delivery, Place, ReviewId, Store, deliveries, subscriptions
from storage.engine import Unit
from tests.storage.worlds import NOW, follow, look, next_due, number, owe

HERE = Place("discord", 10, kind="channel")
THERE = Place("discord", 20, kind="channel")
CHAT = Place("telegram", 30)
LEASE = 60


async def claim(store: Store, now: int = NOW, limit: int = 100, platform: str = "discord") -> list[Delivery]:
    return await store.write(deliveries.claim, platform, now, LEASE, limit)


async def claim_one(store: Store, now: int = NOW) -> Delivery:
    (delivery,) = await claim(store, now)
    return delivery


async def states(store: Store) -> dict[object, object]:
    """The state of each delivery by its review; enough where there is one place."""
    rows = await look(store, "SELECT review_id, state FROM deliveries")
    return dict(rows)


async def test_a_place_is_owed_one_alert_however_many_subscriptions_match(store: Store) -> None:
    await follow(store, HERE)
    await follow(store, HERE, "genre", "drama")
    await follow(store, HERE, "person", "ana")
    await follow(store, THERE, "genre", "drama")
    await follow(store, CHAT, "genre", "comedy")
    assert await owe(store, 1, NOW, ("all", "all"), ("genre", "drama"), ("person", "ana")) == 2
    assert [(each.place, each.review_id, each.attempts) for each in await claim(store)] == [
        (HERE, 1, 1), (THERE, 1, 1),
    ]  # fmt: skip


async def test_owing_twice_owes_once(store: Store) -> None:
    await follow(store, HERE)
    assert await owe(store, 1) == 1
    assert await owe(store, 1) == 0
    assert await number(store, "SELECT COUNT(*) FROM deliveries") == 1


async def test_paused_subscriptions_and_shut_places_are_owed_nothing(store: Store) -> None:
    paused = await follow(store, HERE)
    await store.write(subscriptions.pause, paused.id, NOW)
    await follow(store, THERE)
    await store.write(deliveries.shut_out, THERE, NOW, "kicked")
    assert await owe(store, 1) == 0


async def test_a_place_with_one_subscription_paused_hears_by_the_other(store: Store) -> None:
    paused = await follow(store, HERE)
    live = await follow(store, HERE, "genre", "drama")
    await store.write(subscriptions.pause, paused.id, NOW)
    assert await owe(store, 1, NOW, ("all", "all"), ("genre", "drama")) == 1
    assert (await claim_one(store)).subscription_id == live.id


async def test_a_claimed_alert_is_nobody_elses_until_its_lease_ends(store: Store) -> None:
    await follow(store, HERE)
    await owe(store, 1)
    first = await claim_one(store)
    assert await claim(store, NOW + LEASE - 1) == []
    again = await claim_one(store, NOW + LEASE)
    assert (first.attempts, again.attempts) == (1, 2)


async def test_claims_take_the_longest_due_first_up_to_the_limit(store: Store) -> None:
    await follow(store, HERE)
    for review, due in ((1, NOW), (2, NOW - 20), (3, NOW - 10), (4, NOW + 1)):
        await owe(store, review, due)
    assert [each.review_id for each in await claim(store, limit=2)] == [2, 3]
    assert [each.review_id for each in await claim(store)] == [1]


async def test_platforms_claim_their_own(store: Store) -> None:
    await follow(store, HERE)
    await follow(store, CHAT)
    await owe(store, 1)
    assert [each.place for each in await claim(store, platform="telegram")] == [CHAT]
    assert [each.place for each in await claim(store, platform="discord")] == [HERE]


async def test_claims_at_once_never_share_an_alert(store: Store) -> None:
    for chat in range(60):
        await follow(store, Place("discord", chat))
    assert await owe(store, 1) == 60
    taken = await asyncio.gather(*(claim(store, limit=7) for _ in range(12)))
    places = [each.place_id for claimed in taken for each in claimed]
    assert len(places) == len(set(places)) == 60


async def test_a_sent_alert_is_never_due_again(store: Store) -> None:
    await follow(store, HERE)
    await owe(store, 1)
    await store.write(deliveries.sent, await claim_one(store), "message-1")
    assert await claim(store, NOW + 10 * LEASE) == []
    assert await look(store, "SELECT state, message FROM deliveries") == [("sent", "message-1")]


async def test_an_alert_to_be_retried_is_due_when_told(store: Store) -> None:
    await follow(store, HERE)
    await owe(store, 1)
    await store.write(deliveries.retry, await claim_one(store), NOW + 500, "busy")
    assert await claim(store, NOW + 499) == []
    assert (await claim_one(store, NOW + 500)).attempts == 2
    assert await look(store, "SELECT error FROM deliveries") == [("busy",)]


async def test_giving_one_alert_up_leaves_others_to_the_place(store: Store) -> None:
    await follow(store, HERE)
    await owe(store, 1)
    await store.write(deliveries.give_up, await claim_one(store), "refused")
    await owe(store, 2)
    assert [each.review_id for each in await claim(store, NOW + 10 * LEASE)] == [2]
    assert await states(store) == {1: "failed", 2: "due"}


async def test_a_cancelled_alert_is_not_due_and_a_sent_one_stays_sent(store: Store) -> None:
    await follow(store, HERE)
    for review in (1, 2):
        await owe(store, review)
    first, second = await claim(store)
    await store.write(deliveries.sent, first, "message-1")
    for delivery in (first, second):
        await store.write(deliveries.cancel, delivery)
        await store.write(deliveries.retry, delivery, NOW, "late")
    assert await states(store) == {1: "sent", 2: "cancelled"}
    assert await claim(store, NOW + 10 * LEASE) == []


async def test_a_claim_can_be_held_while_the_alert_is_being_sent(store: Store) -> None:
    await follow(store, HERE)
    await owe(store, 1)
    mine = await claim_one(store)
    await store.write(deliveries.hold, mine, NOW + 500)
    assert await claim(store, NOW + 499) == []
    theirs = await claim_one(store, NOW + 500)
    await store.write(deliveries.hold, mine, NOW + 9000)
    assert await store.read(next_due, "discord") == NOW + 500 + LEASE
    assert theirs.attempts == 2


async def test_a_claim_given_back_is_not_counted_as_a_try(store: Store) -> None:
    await follow(store, HERE)
    await owe(store, 1)
    mine = await claim_one(store)
    await store.write(deliveries.put_back, mine, NOW + 5)
    await store.write(deliveries.put_back, mine, NOW + 5)
    assert (await claim_one(store, NOW + 5)).attempts == 1


async def test_unknown_alerts_settle_without_harm(store: Store) -> None:
    nothing = Delivery(ReviewId(404), HERE, 404, (await follow(store, HERE)).id, 1)
    await store.write(deliveries.sent, nothing, "")
    await store.write(deliveries.give_up, nothing, "")
    await store.write(deliveries.cancel, nothing)
    assert await number(store, "SELECT COUNT(*) FROM deliveries") == 0


FOLLOWERS = st.lists(
    st.tuples(st.integers(1, 12), st.sampled_from(["all", "drama", "action"]), st.booleans()), max_size=30
)


@given(followers=FOLLOWERS, room=st.integers(1, 6))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_however_many_follow_each_place_is_owed_once_bit_by_bit(
    store: Store, followers: list[tuple[int, str, bool]], room: int
) -> None:
    await store.write(_forget_everything)
    live: dict[tuple[int, str], bool] = {}
    for chat, key, paused in followers:
        made = await follow(store, Place("discord", chat), "all" if key == "all" else "genre", key)
        if paused:
            await store.write(subscriptions.pause, made.id, NOW)
        live[chat, key] = not paused
    expected = {chat for (chat, _), lives in live.items() if lives}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deliveries, "AT_ONCE", room)
        parts = [await owe(store, 1, NOW, ("all", "all"), ("genre", "drama"), ("genre", "action"))]
        while (part := await store.write(deliveries.spread)) is not None:
            parts.append(part)
    assert max(parts) <= room
    assert sum(parts) == len(expected)
    assert {each.place.chat for each in await claim(store)} == expected


def _forget_everything() -> Unit[None]:
    for table in ("fanouts", "deliveries", "subscriptions", "places"):
        yield f"DELETE FROM {table}", ()  # noqa: S608 - of these tables only
