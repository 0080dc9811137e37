"""A review that very many follow: a part of its alerts is written at once, the rest follows, none is lost."""

import asyncio

import pytest

from storage import Account, Place, Scope, Store, deliveries, subscriptions
from tests.storage.worlds import NOW, an_incoming, cast, follow, look, owe, publish, rows_in, shelve

PLACES = [Place("discord", number, kind="channel") for number in range(1, 10)]
SCOPES: tuple[tuple[Scope, str], ...] = (("all", "all"), ("genre", "drama"), ("person", "ana"))


@pytest.fixture
async def followed(store: Store) -> Store:
    """Nine places: all follow everything, some something else as well; one rests, one is shut."""
    for place in PLACES:
        await follow(store, place)
    for place in PLACES[::2]:
        await follow(store, place, "genre", "drama")
    await follow(store, Place("telegram", 77), "person", "ana")
    resting = await follow(store, Place("telegram", 78))
    await store.write(subscriptions.pause, resting.id, NOW)
    await store.write(deliveries.shut_out, PLACES[4], NOW, "kicked")
    return store


async def spread(store: Store) -> int:
    written = 0
    while (more := await store.write(deliveries.spread)) is not None:
        written += more
    return written


async def owed(store: Store) -> list[int]:
    rows = await look(store, "SELECT p.chat FROM deliveries d JOIN places p ON p.id = d.place_id ORDER BY 1")
    return [chat for (chat,) in rows]


@pytest.mark.parametrize("at_once", [1, 2, 3, 8, 9, 10, 100])
async def test_every_follower_is_owed_once_however_little_is_written_at_once(
    followed: Store, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliveries, "AT_ONCE", at_once)
    first = await owe(followed, 1, NOW, *SCOPES)
    assert first <= at_once
    assert first + await spread(followed) == 9
    assert await owed(followed) == [1, 2, 3, 4, 6, 7, 8, 9, 77]
    assert await rows_in(followed, "fanouts") == 0


async def test_where_all_can_be_written_at_once_nothing_is_left(followed: Store) -> None:
    assert await owe(followed, 1, NOW, *SCOPES) == 9
    assert await followed.write(deliveries.spread) is None


async def test_what_is_left_is_written_after_a_review_is_owed_again(
    followed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliveries, "AT_ONCE", 2)
    await owe(followed, 1, NOW, *SCOPES)
    await owe(followed, 1, NOW, *SCOPES)
    await owe(followed, 2, NOW, *SCOPES)
    await spread(followed)
    assert await owed(followed) == sorted([1, 2, 3, 4, 6, 7, 8, 9, 77] * 2)


async def test_votes_are_counted_while_alerts_are_spread(
    followed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliveries, "AT_ONCE", 1)
    shelved = await shelve(followed)
    await publish(followed, an_incoming())
    voters = [Account("telegram", number) for number in range(20)]
    await asyncio.gather(spread(followed), *(cast(followed, who, shelved.work, 8) for who in voters))
    assert await look(followed, "SELECT votes FROM tallies") == [(20,)]
    assert len(await owed(followed)) == 8
