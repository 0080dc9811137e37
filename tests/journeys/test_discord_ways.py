"""What people do on Discord only: the bot installed by one user, private chats, what a server sees of it."""

import asyncio

import discord
import pytest

from bot.commands import COMMANDS
from bot.platforms.discord.client import ReviewClient
from tests.journeys.discord_stage import DiscordMessage, DiscordStage
from tests.journeys.stage import sample_draft

TITLE = "The Quiet Projector (2026)"


async def test_every_command_is_registered_for_servers_and_private_chats(on_discord: DiscordStage) -> None:
    (sync,) = [each for each in on_discord.env.http_requests if each.path.endswith("/commands")]
    assert isinstance(sync.json, list)
    assert {command["name"] for command in sync.json} == {command.name for command in COMMANDS}
    for command in sync.json:
        assert (sorted(command["contexts"]), sorted(command["integration_types"])) == ([0, 1, 2], [0, 1])


async def test_a_restart_registers_nothing_anew_and_old_buttons_work(on_discord: DiscordStage) -> None:
    stage = on_discord
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    await stage.env.restart_bot(ReviewClient(stage.desk))
    assert "★★★★ from you" in (await stage.bob.presses(card, "4★")).told
    assert "Community: 1 vote so far" in card.text
    assert len([each for each in stage.env.http_requests if each.path.endswith("/commands")]) == 1


async def test_a_server_without_the_bot_gets_reviews_from_who_installed_it(on_discord: DiscordStage) -> None:
    lobby = on_discord.abroad(on_discord.ann)
    card = await on_discord.ann.asks(lobby, "/review Gone Girl")
    assert card.text.startswith("Gone Girl (2014)")
    assert "★★★★ from you" in (await on_discord.ann.presses(card, "4★")).told
    assert "Community: 1 vote so far" in card.text


async def test_a_server_without_the_bot_cannot_be_subscribed_but_its_visitor_can(
    on_discord: DiscordStage,
) -> None:
    stage = on_discord
    lobby = stage.abroad(stage.mia, manage_guild=True)
    refusal = await stage.mia.asks(lobby, "/subscribe thriller")
    assert "I am not a member here, so I cannot post alerts in this chat." in refusal.text
    assert refusal.private
    told = (await stage.mia.presses(refusal, "🔔 Tell me privately")).told
    assert told == "🔔 I will tell you privately of new reviews: Thriller."
    assert await stage.subscribed(lobby) == []
    await stage.publish(sample_draft())
    await stage.deliver()
    assert stage.seen_by(stage.mia, stage.mia.private)[-1].text.startswith(TITLE)


async def test_a_server_without_the_bot_is_not_subscribed_by_any_button(on_discord: DiscordStage) -> None:
    stage = on_discord
    lobby = stage.abroad(stage.mia, manage_guild=True)
    offer = await stage.mia.asks(lobby, "/subscribe")
    await stage.mia.presses(offer, "🔔 Every new review")
    choices = await stage.mia.asks(lobby, "/subscribe Ballerina")
    await stage.mia.presses(choices, "Ballerina (2016)")
    await stage.mia.forges(offer, "1_sub_genre_thriller")
    assert await stage.subscribed(lobby) == []


async def test_a_channel_where_the_bot_may_not_write_cannot_be_subscribed(on_discord: DiscordStage) -> None:
    stage = on_discord
    assert stage.env.bot.user is not None
    silence = discord.PermissionOverwrite(send_messages=False)
    channel = stage.guild.create_text_channel("quiet", overwrites={stage.env.bot.user: silence})
    quiet = stage.place("group", channel)
    refusal = await stage.mia.asks(quiet, "/subscribe thriller")
    assert "I cannot post alerts in this chat" in refusal.text
    assert await stage.subscribed(quiet) == []


async def test_a_private_chat_is_the_persons_own(on_discord: DiscordStage) -> None:
    stage = on_discord
    answer = await stage.ann.asks(stage.ann.private, "/subscribe thriller")
    assert "privately" in answer.text
    assert len(await stage.subscribed(stage.ann.private)) == 1
    assert await stage.subscribed(stage.bob.private) == []


async def test_nothing_that_is_sent_may_ping_anybody(on_discord: DiscordStage) -> None:
    stage = on_discord
    await stage.mia.asks(stage.group, "/subscribe thriller")
    await stage.publish(sample_draft(title="@everyone <@1> @here", summary="@everyone <@&2> come @here"))
    await stage.deliver()
    alert = stage.seen_by(stage.ann, stage.group)[-1]
    assert "@everyone" in alert.text.replace("\u200b", "")
    assert isinstance(alert, DiscordMessage)
    assert not alert.now().mention_everyone
    sent = [each for each in stage.env.http_requests if each.path.endswith("/messages")]
    assert isinstance(sent[-1].json, dict)
    assert sent[-1].json["allowed_mentions"] == {"parse": []}


async def test_an_alert_carries_a_nonce_that_discord_enforces(on_discord: DiscordStage) -> None:
    stage = on_discord
    await stage.mia.asks(stage.group, "/subscribe thriller")
    await stage.publish(sample_draft())
    await stage.deliver()
    sent = [each for each in stage.env.http_requests if each.path.endswith("/messages")]
    assert isinstance(sent[-1].json, dict)
    assert 1 <= len(sent[-1].json["nonce"]) <= 25
    assert sent[-1].json["enforce_nonce"] is True


async def test_somebody_who_takes_no_private_messages_is_not_asked_again(on_discord: DiscordStage) -> None:
    stage = on_discord
    await stage.ann.asks(stage.group, "/review Gone Girl")
    await stage.ann.asks(stage.ann.private, "/subscribe thriller")
    stage.env.inject_error(
        "POST", "/channels/*/messages", status=403, code=50007, message="Cannot send messages to this user"
    )
    await stage.publish(sample_draft())
    await stage.deliver()
    assert await stage.owed() == []
    assert await stage.publish(sample_draft(title="The Loud Projector", url="")) == 0


@pytest.mark.parametrize("status", [500, 503])
async def test_an_answer_that_discord_loses_is_no_error_of_the_next_one(
    on_discord: DiscordStage, status: int
) -> None:
    stage = on_discord
    stage.expected.append("an answer on Discord was refused")
    stage.env.inject_error("POST", "/interactions/*/callback", status=status)
    with pytest.raises(AssertionError, match="This interaction failed"):
        await stage.ann.asks(stage.group, "/review Gone Girl")
    assert (await stage.ann.asks(stage.group, "/review Gone Girl")).text.startswith("Gone Girl")


async def test_nothing_is_kept_of_an_answer_that_one_person_sees(on_discord: DiscordStage) -> None:
    for _ in range(3):
        assert (await on_discord.ann.asks(on_discord.group, "/subscriptions")).private
    waiting = [task.get_coro() for task in asyncio.all_tasks()]
    assert [each for each in waiting if "timeout" in getattr(each, "__qualname__", "")] == []
