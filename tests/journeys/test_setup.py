"""A manager asks what the bot may do here: /setup, on both platforms."""

import discord
import pytest

from bot.commands import Desk
from bot.commands.setup import COMMAND
from bot.dispatch import answer as answer_of
from bot.findings import Surroundings
from bot.standins.telegram import errors
from storage import Place as StoredPlace
from storage import Store, StoreUnreachable, deliveries, subscriptions
from tests.desks import request
from tests.journeys.discord_stage import DiscordStage
from tests.journeys.stage import Place, Stage
from tests.journeys.telegram_stage import TelegramStage

MANAGERS_ONLY = "Only those who manage this chat can look at its setup."
LABEL = "Add me with the rights I need"


async def rests(store: Store, place: StoredPlace) -> bool:
    return not await store.read(subscriptions.open_to, place)


async def test_a_manager_hears_that_all_is_well(stage: Stage) -> None:
    await stage.mia.asks(stage.group, "/subscribe thriller")
    answer = await stage.mia.asks(stage.group, "/setup")
    assert "What I may do here" in answer.text
    assert "✅" in answer.text
    assert "I may write cards" in answer.text
    assert "1 alert here; /subscriptions changes them." in answer.text.replace("`", "")
    assert "❌" not in answer.text
    assert answer.private or not stage.whispers


async def test_a_member_is_told_that_it_is_for_managers(stage: Stage) -> None:
    answer = await stage.ann.asks(stage.group, "/setup")
    assert answer.text == MANAGERS_ONLY
    assert answer.private or not stage.whispers


@pytest.mark.parametrize("place", ["topic", "channel"])
async def test_topics_threads_and_channels_are_looked_at_too(stage: Stage, place: str) -> None:
    where: Place = getattr(stage, place)
    await stage.mia.asks(where, "/subscribe thriller")
    answer = await stage.mia.asks(where, "/setup")
    assert "I may write cards" in answer.text
    assert "❌" not in answer.text


async def test_a_private_chat_says_what_can_be_known_there_and_how_to_add_the_bot(stage: Stage) -> None:
    answer = await stage.ann.asks(stage.ann.private, "/setup")
    assert "✅" in answer.text
    assert "No alerts are set up here." in answer.text
    assert answer.buttons == [LABEL]


async def test_alerts_that_rested_go_on_where_the_bot_may_write_again(stage: Stage) -> None:
    await stage.mia.asks(stage.group, "/subscribe everything")
    place, store = stage.group.stored, stage.desk.store
    await store.write(deliveries.shut_out, place, stage.desk.now(), "not enough rights")
    assert await rests(store, place)
    answer = await stage.mia.asks(stage.group, "/setup")
    assert "they rested while I could not write, and go on now" in answer.text
    assert not await rests(store, place)
    assert "rested" not in (await stage.mia.asks(stage.group, "/setup")).text


async def test_discord_names_the_channels_of_this_server_where_a_right_is_missing(
    on_discord: DiscordStage,
) -> None:
    stage = on_discord
    assert stage.env.bot.user is not None
    news = stage.guild.create_text_channel("trailers")
    await stage.mia.asks(stage.place("group", news), "/subscribe thriller")
    await stage.mia.asks(stage.channel, "/subscribe thriller")
    silence = discord.PermissionOverwrite(send_messages=False)
    quiet = stage.guild.create_text_channel("quiet", overwrites={stage.env.bot.user: silence})
    place = stage.place("group", quiet)
    ids = (stage.desk.store.ids(), stage.desk.store.ids())
    await stage.desk.store.write(subscriptions.add, place.stored, "all", "all", "all", ids, 1)
    answer = await stage.mia.asks(stage.group, "/setup")
    assert "✅ this channel: I may write cards" in answer.text
    assert "❌ #quiet (Film club): I may not Send Messages" in answer.text
    assert "switch on Send Messages" in answer.text
    assert "✅ other channels with alerts: I may write in 2" in answer.text
    assert answer.buttons == [LABEL]


async def test_discord_tells_the_missing_right_of_the_channel_itself(on_discord: DiscordStage) -> None:
    stage = on_discord
    assert stage.env.bot.user is not None
    silence = discord.PermissionOverwrite(send_messages=False)
    channel = stage.guild.create_text_channel("quiet", overwrites={stage.env.bot.user: silence})
    quiet = stage.place("group", channel)
    await stage.desk.store.write(deliveries.shut_out, quiet.stored, stage.desk.now(), "Missing Permissions")
    answer = await stage.mia.asks(quiet, "/setup")
    assert "❌ this channel: I may not Send Messages" in answer.text
    assert "Channel, Edit Channel, Permissions, my role: switch on Send Messages" in answer.text
    assert answer.private


async def test_discord_says_where_the_bot_is_no_member(on_discord: DiscordStage) -> None:
    stage = on_discord
    lobby = stage.abroad(stage.mia, manage_guild=True)
    answer = await stage.mia.asks(lobby, "/setup")
    assert "❌ this server: I am no member" in answer.text
    assert answer.buttons == [LABEL]


async def test_telegram_names_the_topics_that_take_nothing(on_telegram: TelegramStage) -> None:
    stage = on_telegram
    await stage.mia.asks(stage.topic, "/subscribe thriller")
    topic = stage.topic.handle
    topic.closed = True
    stage.expected.append("TOPIC_CLOSED")
    forum = Place("group", topic.chat, StoredPlace("telegram", topic.chat.id, 0, "group"))
    answer = await stage.mia.asks(forum, "/setup")
    assert f"⚠️ Film forum, topic {topic.id}: the topic takes no messages" in answer.text
    assert "Open the topic again" in answer.text


async def test_telegram_that_does_not_say_is_no_reason_to_be_silent(on_telegram: TelegramStage) -> None:
    stage = on_telegram
    stage.expected.append("Bad Gateway")
    stage.world.fail_next("getChat", errors.BAD_GATEWAY)
    answer = await stage.mia.asks(stage.group, "/setup")
    assert "Telegram did not say (Bad Gateway)" in answer.text


async def test_a_look_around_that_fails_ends_in_an_apology(desk: Desk) -> None:
    async def look() -> Surroundings:
        raise StoreUnreachable("gone")

    reply = await answer_of(desk, COMMAND, request(manages=True), "", look)
    assert "My store does not answer just now" in str(reply)


async def test_nobody_looks_around_for_who_manages_nothing(desk: Desk) -> None:
    async def look() -> Surroundings:
        raise AssertionError("asked the platform in vain")

    reply = await answer_of(desk, COMMAND, request(manages=False), "", look)
    assert MANAGERS_ONLY in str(reply)


async def test_where_no_platform_is_around_the_doctor_is_named(desk: Desk) -> None:
    reply = await answer_of(desk, COMMAND, request(manages=True), "")
    assert "python -m bot doctor" in str(reply)
