"""The figures: how much of everything there is, on both engines."""

from storage import Place, Store, deliveries, figures
from storage.figures import Figures, Shut
from tests.storage.worlds import ANA, BEN, NOW, cast, follow, owe, shelve

CHANNEL, CHAT, OTHER = Place("discord", 1, 0, "group"), Place("telegram", 2), Place("telegram", 3)


async def test_an_empty_store_has_figures_too(store: Store) -> None:
    assert await store.read(figures.now) == Figures(0, 0, 0, {}, {}, ())


async def test_reviews_votes_and_subscriptions_are_counted(store: Store) -> None:
    shelved = await shelve(store)
    await shelve(store, "Oldboy")
    await cast(store, ANA, shelved.work, 8)
    await cast(store, ANA, shelved.work, 3)
    await cast(store, BEN, shelved.work, 3)
    await follow(store, CHANNEL)
    found = await store.read(figures.now)
    assert (found.reviews, found.votes, found.subscriptions) == (2, 2, 1)


async def test_what_is_owed_is_counted_by_platform_and_state_and_what_was_sent_is_not(store: Store) -> None:
    first, second = await shelve(store), await shelve(store, "Oldboy")
    for place in (CHANNEL, CHAT, OTHER):
        await follow(store, place)
    await owe(store, first.review, NOW - 60)
    await owe(store, second.review, NOW)
    settled = {(each.place, each.review_id): each
               for each in await store.write(deliveries.claim, "telegram", NOW, 0, 10)}  # fmt: skip
    await store.write(deliveries.sent, settled[CHAT, first.review], "77")
    await store.write(deliveries.give_up, settled[CHAT, second.review], "refused")
    await store.write(deliveries.cancel, settled[OTHER, first.review])
    await store.write(deliveries.shut_out, OTHER, NOW, "bot was blocked by the user")
    found = await store.read(figures.now)
    assert found.alerts == {
        ("discord", "due"): 2,
        ("telegram", "failed"): 1,
        ("telegram", "cancelled"): 1,
        ("telegram", "held"): 1,
    }
    assert found.oldest_due == {"discord": NOW - 60}


async def test_places_that_shut_us_out_are_counted_by_reason(store: Store) -> None:
    for place, why in ((CHANNEL, "Missing Permissions"), (CHAT, "blocked"), (OTHER, "blocked")):
        await follow(store, place)
        await store.write(deliveries.shut_out, place, NOW, why)
    found = await store.read(figures.now)
    assert set(found.shut) == {Shut("discord", "Missing Permissions", 1), Shut("telegram", "blocked", 2)}
    await store.write(deliveries.let_in, CHAT, NOW)
    assert Shut("telegram", "blocked", 1) in (await store.read(figures.now)).shut
