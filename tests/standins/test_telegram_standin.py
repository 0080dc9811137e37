"""The stand-in refuses messages that Telegram refuses, as python-telegram-bot sees it."""

from typing import Any

import httpx
import pytest
from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.error import ChatMigrated, Forbidden, InvalidToken

from bot.standins.telegram import Actor, TelegramWorld, telegram_world
from tests.standins.lines import connected, refused


def keyboard(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(rows)


async def test_wrong_token_is_unauthorized(world: TelegramWorld) -> None:
    bot = connected(world, "1:wrong")
    async with bot.request:
        with pytest.raises(InvalidToken):
            await bot.get_me()


async def test_unknown_method_is_not_found_and_noticed(world: TelegramWorld) -> None:
    async with httpx.AsyncClient() as client:
        answer = await client.post(f"{world.base_url}{world.token}/sendTelepathy")
    assert (answer.status_code, answer.json()["description"]) == (404, "Not Found")
    assert world.surprises == ["unknown method sendTelepathy"]


async def test_unknown_parameter_is_refused_and_noticed(world: TelegramWorld, bot: Bot, ann: Actor) -> None:
    assert "colour" in await refused(bot.send_message(ann.id, "Hello", api_kwargs={"colour": "red"}))
    assert "colour" in world.surprises[0]


@pytest.mark.parametrize("encoding", ["form", "multipart", "json"])
async def test_parameters_may_come_in_every_encoding(world: TelegramWorld, ann: Actor, encoding: str) -> None:
    body = {"chat_id": str(ann.id), "text": "Hello", "protect_content": "true"}
    url = f"{world.base_url}{world.token}/SENDMESSAGE"
    async with httpx.AsyncClient() as client:
        if encoding == "json":
            answer = await client.post(url, json={**body, "chat_id": ann.id, "protect_content": True})
        elif encoding == "form":
            answer = await client.post(url, data=body)
        else:
            answer = await client.post(url, files={key: (None, value) for key, value in body.items()})
    assert answer.json()["result"]["text"] == "Hello"
    assert world.calls[-1].params == {"chat_id": ann.id, "text": "Hello", "protect_content": True}


@pytest.mark.parametrize(
    ("params", "wording"),
    [
        ({"text": "Hello"}, "chat_id is empty"),
        ({"chat_id": 1}, "message text is empty"),
        ({"chat_id": "Ann", "text": "Hello"}, "chat_id='Ann' where a whole number is due"),
        ({"chat_id": 1, "text": "Hello", "reply_markup": "["}, "can't parse reply_markup JSON object"),
        ({"chat_id": 1, "text": "Hello", "protect_content": "yes"}, "where true or false is due"),
    ],
)
async def test_missing_or_misshapen_parameter_is_refused(
    world: TelegramWorld, params: dict[str, Any], wording: str
) -> None:
    async with httpx.AsyncClient() as client:
        answer = await client.post(f"{world.base_url}{world.token}/sendMessage", data=params)
    assert answer.status_code == 400
    assert wording in answer.json()["description"]


@pytest.mark.parametrize("text", ["", "  \n ", "<b> </b>"])
async def test_text_without_a_visible_character_is_empty(bot: Bot, ann: Actor, text: str) -> None:
    assert await refused(bot.send_message(ann.id, text, parse_mode="HTML")) == "message text is empty"


async def test_text_is_measured_in_utf16_units_after_parsing(bot: Bot, ann: Actor) -> None:
    assert (await bot.send_message(ann.id, f"<b>{'🎬' * 2048}</b>", parse_mode="HTML")).text == "🎬" * 2048
    assert await refused(bot.send_message(ann.id, "🎬" * 2048 + "!")) == "message is too long"


async def test_bad_markup_is_refused_with_the_parser_s_words(bot: Bot, ann: Actor) -> None:
    wording = await refused(bot.send_message(ann.id, "<h1>Ballerina</h1>", parse_mode="HTML"))
    assert wording == 'can\'t parse entities: unsupported start tag "h1" at byte offset 0'


async def test_more_than_100_entities_are_refused_loudly(world: TelegramWorld, bot: Bot, ann: Actor) -> None:
    await refused(bot.send_message(ann.id, "<b>a</b> " * 101, parse_mode="HTML"))
    assert "101 entities" in world.surprises[0]


async def test_other_parse_modes_are_refused_loudly(world: TelegramWorld, bot: Bot, ann: Actor) -> None:
    await refused(bot.send_message(ann.id, "*Ballerina*", parse_mode="MarkdownV2"))
    assert "MarkdownV2" in world.surprises[0]


@pytest.mark.parametrize(
    ("button", "wording"),
    [
        ({"callback_data": "é" * 33}, "button_data_invalid"),
        ({"url": "http://localhost/film"}, "button_url_invalid"),
        ({"url": "javascript:alert(1)"}, "button_url_invalid"),
        ({"url": "https://films.example/a b"}, "button_url_invalid"),
        ({}, "text buttons are unallowed"),
        ({"url": "https://films.example", "callback_data": "1_show_1"}, "of which telegram takes one"),
        ({"callback_data": "1_show_1", "api_kwargs": {"style": "golden"}}, "invalid button style"),
        ({"callback_data": "1_show_1", "api_kwargs": {"colour": "red"}}, "unknown fields"),
        ({"copy_text": CopyTextButton("x" * 257)}, "button_copy_text_invalid"),
    ],
)
async def test_bad_button_is_refused(bot: Bot, ann: Actor, button: dict[str, Any], wording: str) -> None:
    markup = keyboard([InlineKeyboardButton("Show", **button)])
    assert wording in await refused(bot.send_message(ann.id, "Ballerina", reply_markup=markup))


async def test_callback_data_of_64_bytes_is_taken(bot: Bot, ann: Actor) -> None:
    markup = keyboard([InlineKeyboardButton("Show", callback_data="é" * 32)])
    assert (await bot.send_message(ann.id, "Ballerina", reply_markup=markup)).reply_markup == markup


@pytest.mark.parametrize("rows", [[9], [8] * 12 + [5]])
async def test_too_many_buttons_are_refused(bot: Bot, ann: Actor, rows: list[int]) -> None:
    markup = keyboard(*([InlineKeyboardButton("1", callback_data="1")] * width for width in rows))
    assert await refused(bot.send_message(ann.id, "Rate", reply_markup=markup)) == "reply_markup_too_long"


async def test_unknown_chat_is_not_found(bot: Bot) -> None:
    assert await refused(bot.send_message(424242, "Hello")) == "chat not found"
    assert await refused(bot.send_message("@nobody", "Hello")) == "chat not found"


async def test_person_who_never_wrote_cannot_be_written_to(world: TelegramWorld, bot: Bot) -> None:
    wording = await refused(bot.send_message(world.user("Bob").id, "Hello"), Forbidden)
    assert wording == "bot can't initiate conversation with a user"


async def test_person_who_blocked_the_bot_is_out_of_reach(world: TelegramWorld, bot: Bot, ann: Actor) -> None:
    world.block(ann)
    assert await refused(bot.send_message(ann.id, "Hello"), Forbidden) == "bot was blocked by the user"
    world.unblock(ann)
    assert (await bot.send_message(ann.id, "Hello")).text == "Hello"


async def test_deactivated_person_is_out_of_reach(world: TelegramWorld, bot: Bot, ann: Actor) -> None:
    world.private(ann).deactivated = True
    assert await refused(bot.send_message(ann.id, "Hello"), Forbidden) == "user is deactivated"


async def test_chat_that_threw_the_bot_out_is_forbidden(world: TelegramWorld, bot: Bot) -> None:
    club = world.group("Film club")
    world.kick(club)
    wording = await refused(bot.send_message(club.id, "Hello"), Forbidden)
    assert wording == "bot was kicked from the group chat"


async def test_chat_without_the_bot_is_forbidden(world: TelegramWorld, bot: Bot) -> None:
    club = world.supergroup("Film club", bot="left")
    wording = await refused(bot.send_message(club.id, "Hello"), Forbidden)
    assert wording == "bot is not a member of the supergroup chat"


async def test_restricted_bot_has_not_enough_rights(world: TelegramWorld, bot: Bot) -> None:
    club = world.supergroup("Film club")
    world.restrict(club)
    assert "not enough rights to send text messages" in await refused(bot.send_message(club.id, "Hello"))


async def test_channel_takes_posts_of_administrators_only(world: TelegramWorld, bot: Bot) -> None:
    news = world.channel("News", username="filmnews")
    assert (await bot.send_message("@filmnews", "New review")).chat.id == news.id
    world.set_bot_status(news, "member")
    assert "administrator rights" in await refused(bot.send_message("@filmnews", "New review"))


async def test_migrated_group_names_its_new_id(world: TelegramWorld, bot: Bot) -> None:
    club = world.group("Film club")
    new = world.migrate(club)
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(club.id, "Hello")
    assert caught.value.new_chat_id == new.id
    assert (await bot.send_message(new.id, "Hello")).chat.type == "supergroup"


async def test_topic_must_exist_and_be_open(world: TelegramWorld, bot: Bot) -> None:
    club = world.supergroup("Film club")
    topic = world.topic(club, "Reviews")
    message = await bot.send_message(club.id, "Hello", message_thread_id=topic.id)
    assert (message.message_thread_id, message.is_topic_message) == (topic.id, True)
    assert topic.last.text == "Hello"
    assert "thread not found" in await refused(bot.send_message(club.id, "Hello", message_thread_id=99))
    topic.closed = True
    assert await refused(bot.send_message(club.id, "Hello", message_thread_id=topic.id)) == "topic_closed"


async def test_answered_message_must_exist_unless_the_bot_says_so(bot: Bot, ann: Actor) -> None:
    lost = ReplyParameters(99)
    assert "replied not found" in await refused(bot.send_message(ann.id, "Hello", reply_parameters=lost))
    either = ReplyParameters(99, allow_sending_without_reply=True)
    assert (await bot.send_message(ann.id, "Hello", reply_parameters=either)).reply_to_message is None


async def test_unchanged_edit_is_refused_and_a_changed_one_counts(
    world: TelegramWorld, bot: Bot, ann: Actor
) -> None:
    message = await bot.send_message(ann.id, "<b>Ballerina</b>", parse_mode="HTML")
    same = bot.edit_message_text("<strong>Ballerina</strong>", ann.id, message.id, parse_mode="HTML")
    assert "message is not modified" in await refused(same)
    await bot.edit_message_text("Ballerina", ann.id, message.id)
    await bot.edit_message_reply_markup(
        ann.id, message.id, reply_markup=keyboard([InlineKeyboardButton("Like", callback_data="1")])
    )
    last = world.private(ann).last
    assert (last.text, last.buttons, last.edits) == ("Ballerina", [["Like"]], 2)


async def test_only_existing_own_messages_can_be_edited(world: TelegramWorld, bot: Bot, ann: Actor) -> None:
    hers = world.private(ann).last
    assert await refused(bot.edit_message_text("Hello", ann.id, 99)) == "message to edit not found"
    assert await refused(bot.edit_message_text("Hello", ann.id, hers.id)) == "message can't be edited"
    assert await refused(bot.edit_message_text("Hello", ann.id)) == "message identifier is not specified"
    lost = bot.edit_message_text("Hello", inline_message_id="gone")
    assert await refused(lost) == "message_id_invalid"


async def test_messages_are_deleted_once_and_within_48_hours() -> None:
    now = 1_800_000_000.0
    async with (
        telegram_world(clock=lambda: now) as world,
        connected(world) as bot,
    ):
        club = world.group("Film club")
        first, second = await bot.send_message(club.id, "One"), await bot.send_message(club.id, "Two")
        assert await bot.delete_message(club.id, first.id)
        assert await refused(bot.delete_message(club.id, first.id)) == "message to delete not found"
        now += 48 * 3600
        assert await refused(bot.delete_message(club.id, second.id)) == "message can't be deleted"
        world.set_bot_status(club, "administrator")
        assert await bot.delete_message(club.id, second.id)


async def test_chat_action_must_be_a_known_one(bot: Bot, ann: Actor) -> None:
    assert await bot.send_chat_action(ann.id, "typing")
    assert await refused(bot.send_chat_action(ann.id, "thinking")) == "wrong parameter action in request"


async def test_one_reaction_per_message(world: TelegramWorld, bot: Bot, ann: Actor) -> None:
    message = world.private(ann).last
    assert await bot.set_message_reaction(ann.id, message.id, "👍")
    assert message.reactions == ["👍"]
    assert await refused(bot.set_message_reaction(ann.id, message.id, ["👍", "👎"])) == "reaction_invalid"
    assert await refused(bot.set_message_reaction(ann.id, 99, "👍")) == "message to react not found"


async def test_sent_message_comes_back_as_telegram_writes_it(
    world: TelegramWorld, bot: Bot, ann: Actor
) -> None:
    preview = LinkPreviewOptions(url="https://films.example/poster.jpg", show_above_text=True)
    html = " 🎬 <b>Ballerina</b> /review https://films.example"
    sent = await bot.send_message(ann.id, html, parse_mode="HTML", link_preview_options=preview)
    assert sent.text == "🎬 Ballerina /review https://films.example"
    found = [(entity.type, sent.parse_entity(entity)) for entity in sent.entities]
    assert found == [("bold", "Ballerina"), ("bot_command", "/review"), ("url", "https://films.example")]
    assert sent.link_preview_options == preview
    assert sent.from_user is not None
    assert sent.from_user.username == "ReviewBot"
    assert world.private(ann).last.html == html
