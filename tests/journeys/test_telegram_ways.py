"""What people do on Telegram only."""

from typing import Any

from bot.actions import base36
from bot.standins.telegram import Refusal, User
from bot.standins.telegram.formatting import typed_text
from tests.journeys.stage import Stage, sample_draft
from tests.journeys.telegram_stage import TelegramMessage, TelegramStage

ANONYMOUS = User(1087968824, "Group", "GroupAnonymousBot", is_bot=True)


async def test_plain_words_in_private_are_a_title(on_telegram: TelegramStage) -> None:
    card = await on_telegram.ann.asks(on_telegram.ann.private, "gone girl")
    assert card.text.startswith("Gone Girl (2014)")


async def test_plain_words_in_a_group_are_nobodys_business(on_telegram: TelegramStage) -> None:
    stage = on_telegram
    stage.world.set_bot_status(stage.group.handle, "administrator")
    stage.ann.actor.write(stage.group.handle, "gone girl")
    await stage.rests()
    assert stage.seen_by(stage.ann, stage.group) == []


async def test_an_unknown_command_in_private_gets_a_hint(on_telegram: TelegramStage) -> None:
    answer = await on_telegram.ann.asks(on_telegram.ann.private, "/reviews Gone Girl")
    assert answer.text == "I do not know that one. /help shows what I can do."


async def test_an_unknown_command_in_a_group_is_left_to_other_bots(on_telegram: TelegramStage) -> None:
    stage = on_telegram
    for text in ("/weather", "/review@OtherBot Gone Girl"):
        stage.ann.actor.write(stage.group.handle, text)
    await stage.rests()
    assert stage.seen_by(stage.ann, stage.group) == []


async def test_a_command_may_name_the_bot_and_be_written_in_capitals(on_telegram: TelegramStage) -> None:
    for text in ("/review@ReviewBot Gone Girl", "/REVIEW gone girl", "/review@reviewbot  gone   girl "):
        card = await on_telegram.ann.asks(on_telegram.group, text)
        assert card.text.startswith("Gone Girl (2014)"), text


async def test_an_edited_message_asks_nothing_again(on_telegram: TelegramStage) -> None:
    stage = on_telegram
    written = stage.ann.actor.write(stage.ann.private.handle, "/review Gone Girl")
    await stage.rests()
    stage.ann.actor.edit(written, "/review Parasite")
    await stage.rests()
    assert [message.text[:9] for message in stage.seen_by(stage.ann, stage.ann.private)] == ["Gone Girl"]


async def test_an_answer_in_a_group_points_to_its_question(on_telegram: TelegramStage) -> None:
    card = await on_telegram.ann.asks(on_telegram.group, "/review Gone Girl")
    assert isinstance(card, TelegramMessage)
    assert card.message.reply_to is not None
    assert card.message.reply_to.text == "/review Gone Girl"


async def test_a_poster_stands_large_above_the_card(on_telegram: TelegramStage) -> None:
    card = await on_telegram.ann.asks(on_telegram.group, "/review Ballerina 2023")
    assert isinstance(card, TelegramMessage)
    assert card.message.link_preview == {
        "url": "https://example.org/posters/ballerina-2023.jpg",
        "prefer_large_media": True,
        "show_above_text": True,
    }


async def test_an_administrator_who_writes_anonymously_manages_the_group(on_telegram: TelegramStage) -> None:
    stage = on_telegram
    await says_anonymously(stage, "/subscribe thriller")
    assert [each.name for each in await stage.subscribed(stage.group)] == ["Thriller"]


async def test_nobody_else_passes_for_an_anonymous_administrator(on_telegram: TelegramStage) -> None:
    stage = on_telegram
    other = stage.world.channel("Somebody's channel")
    stage.expected.append("user not found")
    await says_anonymously(stage, "/subscribe thriller", sender_chat=other.as_json())
    assert await stage.subscribed(stage.group) == []


async def test_a_link_that_shows_a_work_opens_its_card(on_telegram: TelegramStage) -> None:
    work = await on_telegram.work("Gone Girl")
    card = await on_telegram.ann.follows(f"1_show_{base36(work)}_0")
    assert card.text.startswith("Gone Girl (2014)")


async def test_a_link_of_another_age_says_hello(on_telegram: TelegramStage) -> None:
    for payload in ("help", "1_show_zz", "0_vote_1_8", "xyz"):
        shown = await on_telegram.ann.follows(payload)
        assert "Film and series reviews from The Late Row" in shown.text, payload


async def test_a_card_under_a_deleted_message_comes_anew(on_telegram: TelegramStage) -> None:
    stage = on_telegram
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    assert isinstance(card, TelegramMessage)
    gone = Refusal(400, "Bad Request: message to edit not found")
    stage.world.fail_next("editMessageText", gone)
    stage.expected.append(gone.description)
    answer = await stage.ann.presses(card, "4★")
    assert "★★★★ from you" in answer.told
    assert "Community: 1 vote so far" in answer.reply.text


async def test_the_menu_is_sent_once_for_each_definition(on_telegram: TelegramStage) -> None:
    commands = [command["command"] for command in on_telegram.world.settings.commands_of()]
    assert commands[:3] == ["review", "recommend", "top"]
    assert len(on_telegram.world.called("setMyCommands")) == 1
    assert "from The Late Row" in on_telegram.world.settings.descriptions[""]


async def test_a_group_that_moves_takes_its_subscriptions_along(on_telegram: TelegramStage) -> None:
    stage = on_telegram
    old = stage.world.group("Small club", members=[stage.ann.actor], admins=[stage.mia.actor])
    await stage.mia.actor.say(old, "/subscribe thriller")
    new = stage.world.migrate(old)
    await stage.rests()
    await stage.publish(sample_draft())
    await stage.deliver()
    assert new.last.text.startswith("The Quiet Projector (2026)")


async def test_somebody_who_blocks_the_bot_is_not_told_and_hears_again_after_a_hello(
    on_telegram: TelegramStage,
) -> None:
    stage = on_telegram
    await stage.ann.asks(stage.ann.private, "/subscribe thriller")
    stage.world.block(stage.ann.actor)
    await stage.rests()
    assert await stage.publish(sample_draft()) == 0
    await stage.deliver()
    await stage.ann.asks(stage.ann.private, "/start")
    assert await stage.publish(sample_draft(title="The Loud Projector", url="")) == 1
    await stage.deliver()
    assert stage.seen_by(stage.ann, stage.ann.private)[-1].text.startswith("The Loud Projector (2026)")


async def test_a_topic_that_is_closed_is_answered_in_the_chat_itself(on_telegram: TelegramStage) -> None:
    stage = on_telegram
    await stage.mia.asks(stage.topic, "/subscribe thriller")
    stage.topic.handle.closed = True
    stage.expected.append("TOPIC_CLOSED")
    await stage.publish(sample_draft())
    await stage.deliver()
    last = stage.topic.handle.chat.last
    assert last.text.startswith("The Quiet Projector (2026)")
    assert last.thread is None


async def test_a_chat_that_shuts_us_out_while_we_answer_is_remembered(on_telegram: TelegramStage) -> None:
    stage: Stage = on_telegram
    await stage.ann.asks(stage.ann.private, "/subscribe thriller")
    blocked = Refusal(403, "Forbidden: bot was blocked by the user")
    on_telegram.world.fail_next("sendMessage", blocked)
    stage.expected.append(blocked.description)
    on_telegram.ann.actor.write(stage.ann.private.handle, "/help")
    await on_telegram.rests()
    assert await stage.publish(sample_draft()) == 0


async def says_anonymously(stage: TelegramStage, text: str, **extra: Any) -> None:
    """A message as Telegram shows it of somebody who hides behind a group or channel."""
    chat = stage.group.handle
    hidden = {"sender_chat": chat.as_json(), **extra}
    stage.world.deliver(stage.world.post(chat, ANONYMOUS, typed_text(text), extra=hidden))
    await stage.rests()
