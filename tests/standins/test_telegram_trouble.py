"""Rate limits, ordered trouble and rivals for updates, as python-telegram-bot sees them."""

import asyncio
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import Conflict, NetworkError, RetryAfter, TimedOut

from bot.standins.telegram import Actor, Delayed, Dropped, Pace, TelegramWorld, errors, telegram_world
from tests.standins.lines import connected, refused


async def test_sends_and_edits_share_a_group_s_minute() -> None:
    now = 1_800_000_000.0
    async with (
        telegram_world(clock=lambda: now) as world,
        connected(world) as bot,
    ):
        world.pace = Pace(overall_per_second=100, group_per_minute=2)
        club = world.group("Film club")
        message = await bot.send_message(club.id, "One")
        await bot.edit_message_text("Two", club.id, message.id)
        with pytest.raises(RetryAfter) as caught:
            await bot.send_message(club.id, "Three")
        assert caught.value.retry_after == timedelta(minutes=1)
        now += 60
        await bot.send_message(club.id, "Three")


async def test_private_chats_and_the_whole_have_their_second() -> None:
    async with (
        telegram_world(clock=lambda: 1_800_000_000.0) as world,
        connected(world) as bot,
    ):
        ann, bob, eve = (world.user(name) for name in ("Ann", "Bob", "Eve"))
        for person in (ann, bob, eve):
            person.write(world.private(person), "/start")
        world.pace = Pace(overall_per_second=2)
        await bot.send_message(ann.id, "One")
        for second, person in ((False, ann), (True, bob), (False, eve)):
            if second:
                await bot.send_message(person.id, "One")
            else:
                await refused(bot.send_message(person.id, "Two"), RetryAfter)


async def test_ordered_refusals_hit_the_named_chat_as_often_as_ordered(
    world: TelegramWorld, bot: Bot, ann: Actor
) -> None:
    club = world.group("Film club")
    world.fail_next("sendMessage", errors.too_many_requests(7), times=2, chat=club)
    world.fail_next("*", errors.BAD_GATEWAY)
    for _ in range(2):
        await refused(bot.send_message(club.id, "Hello"), RetryAfter)
    await refused(bot.send_message(ann.id, "Hello"), NetworkError)
    await bot.send_message(club.id, "Hello")
    outcomes = [call.error.code if call.error else 200 for call in world.called("sendMessage")]
    assert outcomes == [429, 429, 502, 200]


@pytest.mark.parametrize(("fault", "arrived"), [(Dropped(), 0), (Dropped(after=True), 1)])
async def test_dropped_connection_loses_the_call_or_only_its_answer(
    world: TelegramWorld, bot: Bot, ann: Actor, fault: Dropped, arrived: int
) -> None:
    world.fail_next("sendMessage", fault)
    await refused(bot.send_message(ann.id, "Hello"), NetworkError)
    assert len([m for m in world.private(ann).messages if m.sender is world.bot]) == arrived


async def test_delayed_answer_times_out_though_the_message_arrived(
    world: TelegramWorld, bot: Bot, ann: Actor
) -> None:
    world.fail_next("sendMessage", Delayed(5))
    await refused(bot.send_message(ann.id, "Hello", read_timeout=0.05), TimedOut)
    assert world.private(ann).last.text == "Hello"


async def test_second_poller_ends_the_first_with_a_conflict(world: TelegramWorld, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await world.wait_for(lambda: world.updates.polled)
    async with connected(world) as second:
        assert await second.get_updates() == ()
    with pytest.raises(Conflict, match="terminated by other getUpdates"):
        await first


async def test_polling_is_refused_while_a_webhook_is_set(bot: Bot) -> None:
    await bot.set_webhook("https://bot.example/hook")
    assert (await bot.get_webhook_info()).url == "https://bot.example/hook"
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


@pytest.mark.parametrize(
    ("url", "secret", "wording"),
    [
        ("http://bot.example", "", "https url must be provided"),
        ("https://bot.example:8080", "", "only on ports"),
        ("https://bot.example", "no spaces", "unallowed characters"),
    ],
)
async def test_bad_webhook_is_refused(bot: Bot, url: str, secret: str, wording: str) -> None:
    assert wording in await refused(bot.set_webhook(url, secret_token=secret))
