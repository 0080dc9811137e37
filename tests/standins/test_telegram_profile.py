"""Answers to presses and queries, commands, descriptions and members, as python-telegram-bot sees them."""

from typing import Any

import pytest
from telegram import Bot, BotCommand, BotCommandScopeChat, InlineQueryResultArticle, InputTextMessageContent
from telegram.error import Forbidden

from bot.standins.telegram import Actor, TelegramWorld
from bot.standins.telegram.methods import METHODS
from tests.standins.lines import refused


def article(number: str = "1", **changes: Any) -> InlineQueryResultArticle:
    content = InputTextMessageContent("Ballerina: 7 of 10")
    return InlineQueryResultArticle(number, changes.pop("title", "Ballerina"), content, **changes)


async def test_unknown_or_late_press_cannot_be_answered(bot: Bot) -> None:
    wording = await refused(bot.answer_callback_query("1", "Voted"))
    assert wording.startswith("query is too old and response timeout expired or query id is invalid")
    assert await refused(bot.answer_callback_query("1", "x" * 201)) == "message_too_long"
    assert await refused(bot.answer_callback_query("1", url="https://films.example")) == "url_invalid"


@pytest.mark.parametrize(
    ("results", "more", "wording"),
    [
        ([article(str(n)) for n in range(51)], {}, "results_too_much"),
        ([article("1"), article("1")], {}, "result_id_duplicate"),
        ([article("é" * 33)], {}, "result_id_invalid"),
        ([article(title="")], {}, "article_title_empty"),
        ([article()], {"next_offset": "x" * 65}, "next_offset_invalid"),
        ([article(api_kwargs={"colour": "red"})], {}, "unknown fields"),
        ([article()], {}, "query is too old"),
    ],
)
async def test_bad_inline_answer_is_refused(
    bot: Bot, results: list[InlineQueryResultArticle], more: dict[str, Any], wording: str
) -> None:
    assert wording in await refused(bot.answer_inline_query("1", results, **more))


@pytest.mark.parametrize(
    ("commands", "wording"),
    [
        ([BotCommand(f"c{n}", "A command") for n in range(101)], "bot_commands_too_much"),
        ([BotCommand("Review", "A command")], "bot_command_invalid"),
        ([BotCommand("r" * 33, "A command")], "bot_command_invalid"),
        ([BotCommand("review", "")], "bot_command_description_invalid"),
        ([BotCommand("review", "x" * 257)], "bot_command_description_invalid"),
    ],
)
async def test_bad_command_list_is_refused(bot: Bot, commands: list[BotCommand], wording: str) -> None:
    assert await refused(bot.set_my_commands(commands)) == wording


async def test_commands_are_kept_by_scope_and_language(world: TelegramWorld, bot: Bot, ann: Actor) -> None:
    commands, hers = [BotCommand("review", "Show a review")], [BotCommand("next", "Was nun?")]
    scope = BotCommandScopeChat(ann.id)
    await bot.set_my_commands(commands)
    await bot.set_my_commands(hers, scope=scope, language_code="de")
    assert list(await bot.get_my_commands()) == commands
    assert list(await bot.get_my_commands(scope, "de")) == hers
    assert world.settings.commands_of()[0]["command"] == "review"
    await bot.delete_my_commands()
    assert await bot.get_my_commands() == ()
    assert "language code" in await refused(bot.set_my_commands(commands, language_code="deutsch"))
    unknown = bot.set_my_commands(commands, scope=BotCommandScopeChat(424242))
    assert await refused(unknown) == "chat not found"


async def test_descriptions_have_limits_and_languages(bot: Bot) -> None:
    await bot.set_my_description("Film reviews")
    await bot.set_my_short_description("Kritiken", language_code="de")
    assert (await bot.get_my_description("de")).description == "Film reviews"
    assert (await bot.get_my_short_description("de")).short_description == "Kritiken"
    assert await refused(bot.set_my_description("x" * 513)) == "description_too_long"
    assert await refused(bot.set_my_short_description("x" * 121)) == "about_too_long"


async def test_members_are_reported_with_their_rank(world: TelegramWorld, bot: Bot, ann: Actor) -> None:
    bob, eve = world.user("Bob"), world.user("Eve")
    club = world.group("Film club", admins=[ann], members=[bob])
    ranks = [(await bot.get_chat_member(club.id, user.id)).status for user in (ann, bob, eve)]
    assert ranks == ["creator", "member", "left"]
    assert [member.user.id for member in await bot.get_chat_administrators(club.id)] == [ann.id]
    assert (await bot.get_chat(club.id)).title == "Film club"
    assert await refused(bot.get_chat_member(club.id, 424242)) == "user not found"
    assert "no administrators in the private chat" in await refused(bot.get_chat_administrators(ann.id))
    assert await bot.leave_chat(club.id)
    assert "not a member" in await refused(bot.get_chat(club.id), Forbidden)
    assert "private chats" in await refused(bot.leave_chat(ann.id))


def test_every_method_says_which_one_it_is() -> None:
    assert [(function.__doc__ or "").split(";")[0] for function in METHODS.values()] == list(METHODS)
