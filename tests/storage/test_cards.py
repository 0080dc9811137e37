"""Cards that stand in chats: what changes them, which are redrawn, which are forgotten."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import Place, Shown, Store, SubscriptionId, WorkId, cards, deliveries, facts, votes, works
from storage.cards import KEPT
from storage.engine import Rehearsed, Unit, rehearse
from tests.storage.worlds import (
    ANA,
    BEN,
    NOW,
    a_work,
    an_incoming,
    cast,
    look,
    number,
    publish,
    rows_in,
    shelve,
)

HERE = Place("telegram", -5, 3, "group")
THERE = Place("discord", 7, kind="group")
ONE, OTHER = WorkId(1), WorkId(2)
LATER = NOW + 1_000_000


@pytest.fixture(autouse=True)
async def _two_works(store: Store) -> None:
    for each in (ONE, OTHER):
        await store.write(works.save, a_work(id=each), (), ())


async def post(
    store: Store,
    message: str = "1",
    work: WorkId = ONE,
    place: Place = HERE,
    now: int = NOW,
    edition: int = 0,
) -> None:
    await store.write(cards.posted, place, message, Shown(work, edition), now)


async def stale(store: Store, platform: str = "telegram", now: int = LATER, gap: int = 5) -> list[str]:
    """The stale cards' messages, in the order in which they are redrawn."""
    return [card.message for card in await store.read(cards.stale, platform, now, gap, 99)]


async def standing(store: Store, platform: str = "telegram") -> set[str]:
    return {
        str(row[0]) for row in await look(store, "SELECT message FROM cards WHERE platform = ?", platform)
    }


async def edition_of(store: Store, work: WorkId) -> int:
    found = await store.read(facts.card, work, ANA)
    assert found is not None
    return found.edition


async def test_a_new_card_is_true_and_a_change_makes_every_card_of_the_work_stale(store: Store) -> None:
    await post(store, "1")
    await post(store, "2", place=THERE)
    await post(store, "3", OTHER)
    assert await stale(store) == []
    await store.write(cards.changed, ONE)
    assert await edition_of(store, ONE) == 1
    assert (await stale(store), await stale(store, "discord")) == (["1"], ["2"])


async def test_a_stale_card_tells_all_that_a_redraw_needs(store: Store) -> None:
    shown = Shown(ONE, 0, SubscriptionId(9), again=True)
    await store.write(cards.posted, HERE, "inline:AbC", shown, NOW)
    await store.write(cards.changed, ONE)
    (card,) = await store.read(cards.stale, "telegram", LATER, 5, 9)
    assert (card.place, card.message, card.shown) == (HERE, "inline:AbC", shown)


async def test_a_redrawn_card_is_true_until_the_next_change(store: Store) -> None:
    await post(store)
    await store.write(cards.changed, ONE)
    (card,) = await store.read(cards.stale, "telegram", LATER, 5, 9)
    await store.write(cards.drawn, card, 1, LATER)
    assert await stale(store) == []
    await store.write(cards.changed, ONE)
    assert await stale(store, now=LATER + 5) == ["1"]


async def test_a_change_between_drawing_and_noting_is_not_missed(store: Store) -> None:
    await post(store, "1")
    await store.write(cards.changed, ONE)
    (card,) = await store.read(cards.stale, "telegram", LATER, 5, 9)
    await store.write(cards.changed, ONE)
    await store.write(cards.drawn, card, 1, NOW)
    await post(store, "2", edition=1)
    assert sorted(await stale(store)) == ["1", "2"]


async def test_many_changes_are_one_redraw_and_a_card_just_redrawn_waits(store: Store) -> None:
    await post(store, "1", now=NOW)
    for _ in range(3):
        await store.write(cards.changed, ONE)
    assert await stale(store, now=NOW) == ["1"]
    await post(store, "1", now=NOW, edition=3)
    await store.write(cards.changed, ONE)
    assert await stale(store, now=NOW + 4) == []
    assert await stale(store, now=NOW + 5) == ["1"]


async def test_the_newest_card_comes_first_and_those_of_other_chats_alone_where_some_wait(
    store: Store,
) -> None:
    for message, place, now in (("1", HERE, NOW + 2), ("2", Place("telegram", 8), NOW + 3), ("3", HERE, NOW)):
        await post(store, message, place=place, now=now)
    await store.write(cards.changed, ONE)
    assert await stale(store) == ["2", "1", "3"]
    others = await store.read(cards.stale, "telegram", LATER, 5, 99, (8, 9, 10))
    assert [card.message for card in others] == ["1", "3"]
    assert len(await store.read(cards.stale, "telegram", LATER, 5, 1)) == 1


async def test_a_message_that_shows_another_work_follows_that_one(store: Store) -> None:
    await post(store, "1", ONE)
    await post(store, "1", OTHER)
    await store.write(cards.changed, ONE)
    assert await stale(store) == []
    await store.write(cards.changed, OTHER)
    assert await stale(store) == ["1"]


async def test_a_redraw_that_ends_after_a_switch_does_not_count_for_the_new_card(store: Store) -> None:
    await post(store, "1", ONE)
    await store.write(cards.changed, ONE)
    await store.write(cards.changed, OTHER)
    (old,) = await store.read(cards.stale, "telegram", LATER, 5, 9)
    await post(store, "1", OTHER)
    await store.write(cards.drawn, old, 1, NOW)
    (card,) = await store.read(cards.stale, "telegram", LATER, 5, 9)
    assert card.shown.work == OTHER


async def test_a_forgotten_card_is_not_redrawn(store: Store) -> None:
    await post(store, "1")
    await post(store, "2")
    await store.write(cards.changed, ONE)
    await store.write(cards.forget, HERE, "1")
    await store.write(cards.forget, HERE, "unknown")
    assert await stale(store) == ["2"]


async def test_a_work_s_cards_posted_or_pressed_last_are_kept_on_each_platform(store: Store) -> None:
    await post(store, "other work", OTHER)
    await post(store, "other platform", place=THERE)
    for each in range(KEPT):
        await post(store, str(each), now=NOW + each)
    await post(store, "0", now=NOW + KEPT)
    await post(store, "newest", now=NOW + KEPT)
    kept = {"newest", "0", *(str(each) for each in range(2, KEPT))}
    assert await standing(store) == {"other work", *kept}
    assert await standing(store, "discord") == {"other platform"}


@pytest.mark.parametrize("keep", [0, 1, 3])
async def test_as_many_cards_are_kept_as_is_wished_also_when_there_were_more(store: Store, keep: int) -> None:
    await post(store, "other work", OTHER)
    await post(store, "other platform", place=THERE)
    for each in range(6):
        await post(store, str(each), now=NOW + each)
    await store.write(cards.posted, HERE, "new", Shown(ONE, 0), NOW + 9, keep)
    newest = ["new", "5", "4", "3"][:keep]
    if keep:
        assert await standing(store) == {"other work", *newest}
    await store.write(cards.keep_newest, "telegram", keep)
    assert await standing(store) == {*newest, *(["other work"] if keep else [])}
    assert await standing(store, "discord") == {"other platform"}


async def test_a_message_that_showed_a_card_is_forgotten_where_none_are_to_be_kept(store: Store) -> None:
    await post(store, "1")
    await store.write(cards.posted, HERE, "1", Shown(ONE, 0), NOW, 0)
    assert await standing(store) == set()


async def test_the_card_just_posted_is_kept_among_many_of_one_second(store: Store) -> None:
    for each in range(2 * KEPT):
        await post(store, str(each))
        assert str(each) in await standing(store)
    assert len(await standing(store)) == KEPT


async def test_a_vote_that_changes_something_changes_the_card_and_no_other_vote_does(store: Store) -> None:
    work = (await shelve(store)).work
    other = (await shelve(store, "Oldboy", year=2003)).work
    before, others = await edition_of(store, work), await edition_of(store, other)
    await post(store, work=work, edition=before)
    await cast(store, ANA, work, None)
    assert await edition_of(store, work) == before
    for times, (who, value) in enumerate([(ANA, 8), (BEN, 8), (ANA, 3), (ANA, None)], 1):
        await cast(store, who, work, value)
        await cast(store, who, work, value)
        assert await edition_of(store, work) == before + times
    assert await edition_of(store, other) == others
    assert await stale(store) == ["1"]


async def test_the_voter_s_receipt_names_the_edition_that_shows_the_vote(store: Store) -> None:
    work = (await shelve(store)).work
    receipt = await store.write(votes.cast, ANA, work, 8, NOW, store.ids())
    assert receipt is not None
    assert receipt.edition == await edition_of(store, work)
    await post(store, work=work, edition=receipt.edition)
    assert await stale(store) == []


async def test_a_new_and_a_revised_review_change_the_card_and_the_same_one_does_not(store: Store) -> None:
    film = a_work()
    await publish(store, an_incoming(film, source="one"))
    work = WorkId(await number(store, "SELECT MAX(id) FROM works"))
    await post(store, work=work, edition=await edition_of(store, work))
    await publish(store, an_incoming(film, source="one"))
    assert await stale(store) == []
    await publish(store, an_incoming(film, source="one", digest="second"))
    assert await stale(store) == ["1"]
    await post(store, work=work, edition=await edition_of(store, work))
    await publish(store, an_incoming(film, source="two"))
    assert await stale(store) == ["1"]


async def test_an_undone_vote_changes_no_card(store: Store) -> None:
    work = (await shelve(store)).work
    before = await edition_of(store, work)
    await post(store, work=work, edition=before)
    with pytest.raises(Rehearsed):
        await store.write(rehearse, votes.cast, ANA, work, 8, NOW, store.ids())
    assert (await edition_of(store, work), await stale(store)) == (before, [])


async def test_a_moved_chat_s_cards_stay_where_they_can_be_edited(store: Store) -> None:
    # A message keeps the chat that it was posted in; under the new chat its number is another message's.
    await post(store)
    await store.write(deliveries.moved, "telegram", HERE.chat, -100_5)
    assert await look(store, "SELECT chat, message FROM cards") == [(HERE.chat, "1")]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
async def test_a_card_is_stale_exactly_while_what_it_shows_is_older_than_its_work(
    store: Store, data: st.DataObject
) -> None:
    await store.write(_fresh)
    films, messages = st.sampled_from([ONE, OTHER]), st.sampled_from(["1", "2", "3"])
    editions = {ONE: 0, OTHER: 0}
    shown: dict[str, tuple[WorkId, int]] = {}
    for _ in range(data.draw(st.integers(1, 12))):
        work, message = data.draw(films), data.draw(messages)
        match data.draw(st.sampled_from(["change", "post", "draw", "forget"])):
            case "change":
                editions[work] += 1
                await store.write(cards.changed, work)
            case "post":
                shown[message] = work, data.draw(st.integers(0, editions[work]))
                await post(store, message, work, edition=shown[message][1])
            case "draw":
                for card in await store.read(cards.stale, "telegram", LATER, 5, 9):
                    shown[card.message] = card.shown.work, editions[card.shown.work]
                    await store.write(cards.drawn, card, editions[card.shown.work], NOW)
            case "forget":
                shown.pop(message, None)
                await store.write(cards.forget, HERE, message)
        old = {message for message, (work, edition) in shown.items() if edition < editions[work]}
        assert set(await stale(store)) == old
    assert await rows_in(store, "cards") == len(shown)


def _fresh() -> Unit[None]:
    yield "DELETE FROM cards", ()
    yield "DELETE FROM tallies", ()
