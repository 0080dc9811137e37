"""Alerts on Telegram, end to end in one process: the real library, store and deliverer, and the stand-in."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.alerts import Deliverer
from bot.catalogue import open_catalogue
from bot.desk import Desk
from bot.outlets import ChatGone, MessageGone, OutletError, Refused, RetryLater
from bot.platforms.telegram.application import serve
from bot.platforms.telegram.outlet import TelegramOutlet
from bot.platforms.telegram.pacer import Pace, Paces
from bot.replies import say
from bot.standins.telegram import Chat, TelegramWorld, errors, telegram_world
from storage import Place, Store, open_store
from tests.survival.worlds import alerts_in, follow, group_place, private, publish, readers, states


class Club:
    """A served community and its deliverer."""

    def __init__(
        self, world: TelegramWorld, store: Store, deliverer: Deliverer, outlet: TelegramOutlet
    ) -> None:
        self.world = world
        self.outlet = outlet
        self.store = store
        self.deliverer = deliverer

    async def hears(self, *titles: str) -> None:
        """Publish reviews and deliver what is owed at once."""
        await publish(self.store, *titles)
        await self.pay()

    async def pay(self) -> None:
        """Deliver until nothing is due at once."""
        while await self.deliverer.deliver_due():
            pass

    async def follow(self, *places: Place) -> None:
        await follow(self.store, *places)

    async def states(self) -> dict[str, int]:
        return await self.store.read(states)


@pytest.fixture
async def club(tmp_path: Path) -> AsyncIterator[Club]:
    async with telegram_world() as world, served(tmp_path, world) as made:
        yield made
        assert world.surprises == []


@asynccontextmanager
async def served(folder: Path, world: TelegramWorld) -> AsyncIterator[Club]:
    store = await open_store(f"sqlite:///{folder / 'reviews.db'}")
    try:
        desk = Desk(store, await open_catalogue(store))
        fast = Pace(500, 100)
        api = world.base_url.removesuffix("/bot")
        async with serve(desk, world.token, api, Paces(fast, fast, fast)) as outlet:
            yield Club(world, store, Deliverer(desk, outlet), outlet)
    finally:
        await store.close()


async def test_who_blocks_the_bot_is_left_alone_and_hears_again_after_unblocking(club: Club) -> None:
    ann, bob = readers(club.world, "Ann", "Bob")
    await club.follow(private(ann), private(bob))
    club.world.block(ann)
    await club.world.settled()
    await club.hears("Parasite")
    assert [call.params["chat_id"] for call in club.world.called("sendMessage")] == [bob.id]
    club.world.unblock(ann)
    await club.world.settled()
    await club.hears("Oldboy")
    assert [len(alerts_in(club.world.private(person), "Oldboy")) for person in (ann, bob)] == [1, 1]


async def test_what_was_owed_when_the_bot_was_blocked_comes_after_unblocking(club: Club) -> None:
    (ann,) = readers(club.world, "Ann")
    await club.follow(private(ann))
    await publish(club.store, "Parasite")
    club.world.private(ann).blocked = True  # so lately that the update is not here yet
    await club.pay()
    assert await club.states() == {"held": 1}
    club.world.unblock(ann)
    await club.world.settled()
    await club.pay()
    assert len(alerts_in(club.world.private(ann), "Parasite")) == 1


async def test_a_group_that_becomes_a_supergroup_takes_its_alerts_along(club: Club) -> None:
    (ann,) = readers(club.world, "Ann")
    group = club.world.group("Film club", admins=[ann])
    await club.follow(group_place(group))
    await publish(club.store, "Parasite")
    new = club.world.migrate(group)
    await club.pay()
    await club.world.settled()
    await club.hears("Oldboy")
    assert told(new) == (1, 1)
    assert told(group) == (0, 0)


async def test_a_migration_that_was_only_told_by_an_update_is_known(club: Club) -> None:
    (ann,) = readers(club.world, "Ann")
    group = club.world.group("Film club", admins=[ann])
    await club.follow(group_place(group))
    new = club.world.migrate(group)
    await club.world.settled()
    await club.hears("Parasite", "Oldboy")
    assert told(new) == (1, 1)
    assert [call.error for call in club.world.called("sendMessage")] == [None, None]


async def test_a_closed_topic_s_alerts_go_to_the_chat(club: Club) -> None:
    (ann,) = readers(club.world, "Ann")
    forum = club.world.supergroup("Film club", admins=[ann], forum=True)
    topic = club.world.topic(forum, "Reviews")
    await club.follow(group_place(forum, topic.id))
    await club.hears("Parasite")
    topic.closed = True
    await club.hears("Oldboy")
    threads = [message.thread for message in forum.messages if message.sender is club.world.bot]
    assert threads == [topic.id, None]
    assert await club.states() == {"sent": 2}


async def test_a_group_that_throws_the_bot_out_rests_and_hears_again_when_it_is_back(club: Club) -> None:
    (ann,) = readers(club.world, "Ann")
    group = club.world.group("Film club", admins=[ann])
    await club.follow(group_place(group))
    club.world.kick(group)
    await club.world.settled()
    await club.hears("Parasite")
    assert club.world.called("sendMessage") == []
    club.world.set_bot_status(group, "member")
    await club.world.settled()
    await club.hears("Oldboy")
    assert told(group) == (0, 1)


@pytest.mark.parametrize(
    ("refusal", "state"),
    [
        (errors.BLOCKED, "held"),
        (errors.DEACTIVATED, "held"),
        (errors.NEVER_STARTED, "held"),
        (errors.CHAT_NOT_FOUND, "held"),
        (errors.NO_RIGHT_TO_SEND, "held"),
        (errors.BAD_GATEWAY, "due"),
        (errors.too_many_requests(30), "due"),
        (errors.bad_entities("unclosed tag"), "failed"),
        (errors.TEXT_TOO_LONG, "failed"),
    ],
    ids=lambda value: value.description[:40] if isinstance(value, errors.Refusal) else value,
)
async def test_each_refusal_leads_to_its_state(club: Club, refusal: errors.Refusal, state: str) -> None:
    (ann,) = readers(club.world, "Ann")
    await club.follow(private(ann))
    club.world.fail_next("sendMessage", refusal)
    await club.hears("Parasite")
    assert await club.states() == {state: 1}


@pytest.mark.parametrize(
    ("refusal", "trouble"),
    [
        (errors.EDITED_NOT_FOUND, MessageGone),
        (errors.CANNOT_EDIT, MessageGone),
        (errors.bad_request("MESSAGE_ID_INVALID"), MessageGone),
        (errors.BLOCKED, ChatGone),
        (errors.CHAT_NOT_FOUND, ChatGone),
        (errors.BAD_GATEWAY, RetryLater),
        (errors.too_many_requests(30), RetryLater),
        (errors.bad_entities("unclosed tag"), Refused),
        (errors.bad_request("message is not modified: nothing changed"), None),
    ],
    ids=lambda value: value.description[:40] if isinstance(value, errors.Refusal) else str(value),
)
async def test_each_refused_edit_has_its_meaning(
    club: Club, refusal: errors.Refusal, trouble: type[Exception] | None
) -> None:
    (ann,) = readers(club.world, "Ann")
    await club.follow(private(ann))
    await club.hears("Parasite")
    (alert,) = club.world.private(ann).messages
    club.world.fail_next("editMessageText", refusal)
    edit = club.outlet.edit(private(ann), str(alert.id), say("changed"))
    if trouble is None:
        await edit
    else:
        with pytest.raises(OutletError) as raised:
            await edit
        assert type(raised.value) is trouble


def told(chat: Chat) -> tuple[int, int]:
    """How often a chat was told of the two films."""
    return len(alerts_in(chat, "Parasite")), len(alerts_in(chat, "Oldboy"))
