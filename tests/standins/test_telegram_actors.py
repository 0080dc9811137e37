"""People of the stand-in use a real python-telegram-bot application, and see what it does."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from aiohttp import web
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Update,
)
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    ChosenInlineResultHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.standins.telegram import Actor, TelegramWorld, telegram_world

ECHO_BOT = Path(__file__).with_name("echo_bot.py")
VOTE = InlineKeyboardMarkup([[InlineKeyboardButton("Vote", callback_data="1_vote_1_8")]])
Context = ContextTypes.DEFAULT_TYPE


async def review(update: Update, context: Context) -> None:
    assert update.effective_message is not None
    title = " ".join(context.args or []) or "nothing"
    await update.effective_message.reply_html(f"<b>{title}</b>", reply_markup=VOTE)


async def vote(update: Update, context: Context) -> None:
    query = update.callback_query
    assert query is not None
    if query.data != "1_vote_1_8":
        await query.answer("This button is not mine.", show_alert=True)
        return
    await query.answer("You voted 8.")
    await query.edit_message_text(f"{query.from_user.first_name} voted 8", reply_markup=VOTE)


async def search(update: Update, context: Context) -> None:
    assert update.inline_query is not None
    content = InputTextMessageContent("<i>Ballerina</i>", parse_mode="HTML")
    article = InlineQueryResultArticle("1", "Ballerina", content, reply_markup=VOTE, description="2025")
    await update.inline_query.answer([article], cache_time=10)


async def remember(update: Update, context: Context) -> None:
    context.bot_data.setdefault("heard", []).append(update.to_dict())


@asynccontextmanager
async def running_bot(world: TelegramWorld) -> AsyncIterator["Application[Any, Any, Any, Any, Any, Any]"]:
    app = ApplicationBuilder().token(world.token).base_url(world.base_url).build()
    app.add_handler(CommandHandler(["review", "start"], review))
    app.add_handler(CallbackQueryHandler(vote))
    app.add_handler(InlineQueryHandler(search))
    app.add_handler(ChatMemberHandler(remember))
    app.add_handler(ChosenInlineResultHandler(remember))
    app.add_handler(MessageHandler(filters.ALL, remember))
    async with app:
        await app.start()
        assert app.updater is not None
        await app.updater.start_polling(allowed_updates=Update.ALL_TYPES)
        yield app
        await app.updater.stop()
        await app.stop()


@pytest.fixture
async def app(world: TelegramWorld) -> AsyncIterator["Application[Any, Any, Any, Any, Any, Any]"]:
    async with running_bot(world) as app:
        yield app


@pytest.fixture
def ann(world: TelegramWorld) -> Actor:
    return world.user("Ann")


@pytest.mark.usefixtures("app")
async def test_a_command_a_press_and_an_edit_in_private(world: TelegramWorld, ann: Actor) -> None:
    card = await ann.say(world.private(ann), "/review Ballerina 🎬")
    assert (card.text, card.html, card.buttons) == ("Ballerina 🎬", "<b>Ballerina 🎬</b>", [["Vote"]])
    assert card.entities == ({"type": "bold", "offset": 0, "length": 12},)
    answer = await ann.press(card, "Vote")
    assert (answer.text, answer.show_alert) == ("You voted 8.", False)
    await world.wait_for(lambda: card.edits == 1)
    assert world.private(ann).last is card
    assert card.text == "Ann voted 8"
    assert world.surprises == []


@pytest.mark.usefixtures("app")
async def test_a_second_equal_edit_is_not_modified(world: TelegramWorld, ann: Actor) -> None:
    card = await ann.start("1_show_1")
    await ann.press(card, "Vote")
    await world.wait_for(lambda: card.edits == 1)
    await ann.press(card, "Vote")
    await world.wait_for(lambda: len(world.called("editMessageText")) == 2)
    refusal = world.called("editMessageText")[1].error
    assert refusal is not None
    assert "message is not modified" in refusal.description
    assert card.edits == 1


@pytest.mark.usefixtures("app")
async def test_forged_presses_reach_the_bot(ann: Actor) -> None:
    card = await ann.start()
    answer = await ann.press(card, data="1_vote_999")
    assert (answer.text, answer.show_alert) == ("This button is not mine.", True)


async def test_inline_result_is_posted_and_its_buttons_name_no_message(
    world: TelegramWorld, app: "Application[Any, Any, Any, Any, Any, Any]", ann: Actor
) -> None:
    world.feedback = True
    elsewhere = world.group("Another club", members=[ann], bot="left")
    results = await ann.inline("ball")
    assert [(result.title, result.description) for result in results] == [("Ballerina", "2025")]
    assert results.cache_time == 10
    posted = ann.choose_inline(results[0], elsewhere)
    assert (posted.text, posted.sender, posted.via_bot) == ("Ballerina", ann, world.bot)
    assert (await ann.press(posted, "Vote")).text == "You voted 8."
    await world.wait_for(lambda: posted.edits == 1)
    assert "inline_message_id" in world.called("editMessageText")[0].params
    assert world.called("editMessageText")[0].result is True
    (heard,) = app.bot_data["heard"]
    assert heard["chosen_inline_result"]["inline_message_id"] == posted.inline_id


async def test_privacy_mode_hides_what_groups_say_without_the_bot(
    world: TelegramWorld, app: "Application[Any, Any, Any, Any, Any, Any]", ann: Actor
) -> None:
    club = world.group("Film club", members=[ann])
    card = await ann.say(club, "/review@ReviewBot Ballerina")
    ann.write(club, "I liked it")
    ann.write(club, "/review@OtherBot Ballerina")
    ann.write(club, "Thank you", reply_to=card)
    await world.settled()
    assert [update["message"]["text"] for update in app.bot_data["heard"]] == ["Thank you"]
    world.set_bot_status(club, "administrator")
    ann.write(club, "I liked it")
    await world.wait_for(lambda: len(app.bot_data["heard"]) == 3)
    assert app.bot_data["heard"][2]["message"]["text"] == "I liked it"


async def test_a_press_under_a_deleted_message_shows_no_message(world: TelegramWorld, ann: Actor) -> None:
    world.timeout = 0.05
    message = ann.write(world.private(ann), "Hello")
    message.deleted = True
    with pytest.raises(AssertionError, match="Ann presses '1_show_1' did not come"):
        await ann.press(message, data="1_show_1")
    pressed = world.updates.pending[-1]["callback_query"]["message"]
    assert pressed == {"chat": world.private(ann).as_json(), "message_id": message.id, "date": 0}


@pytest.mark.usefixtures("app")
async def test_an_answer_in_a_topic_stays_there(world: TelegramWorld, ann: Actor) -> None:
    reviews = world.topic(world.supergroup("Film club", admins=[ann]), "Reviews")
    card = await ann.say(reviews, "/review Ballerina")
    assert (card.thread, reviews.last) == (reviews.id, card)


async def test_edits_and_blocks_and_migrations_are_told(
    world: TelegramWorld, app: "Application[Any, Any, Any, Any, Any, Any]", ann: Actor
) -> None:
    ann.edit(ann.write(world.private(ann), "Hello"), "Hello!")
    world.block(ann)
    world.unblock(ann)
    club = world.group("Film club", members=[ann])
    new = world.migrate(club)
    await world.wait_for(lambda: len(app.bot_data.get("heard", [])) == 6)
    heard = app.bot_data["heard"]
    assert heard[1]["edited_message"]["text"] == "Hello!"
    assert [update["my_chat_member"]["new_chat_member"]["status"] for update in heard[2:4]] == [
        "kicked",
        "member",
    ]
    assert heard[4]["message"]["migrate_to_chat_id"] == new.id
    assert heard[5]["message"]["migrate_from_chat_id"] == club.id


@pytest.mark.usefixtures("app")
async def test_silence_fails_with_the_transcript(world: TelegramWorld, ann: Actor) -> None:
    world.timeout = 0.1
    with pytest.raises(AssertionError, match=r"(?s)answer to Ann's 'Hello'.*\[Ann\] Ann: Hello"):
        await ann.say(world.private(ann), "Hello")


@pytest.mark.usefixtures("app")
async def test_pressing_what_is_not_there_names_the_buttons(ann: Actor) -> None:
    card = await ann.start()
    with pytest.raises(AssertionError, match=r"no button 'Like' .* \[\['Vote'\]\]"):
        await ann.press(card, "Like")


async def test_old_presses_cannot_be_answered() -> None:
    now = 1_800_000_000.0
    async with telegram_world(clock=lambda: now) as world:
        question = world.presses.ask("7", now)
        now += 16
        async with httpx.AsyncClient() as client:
            answer = await client.post(
                f"{world.base_url}{world.token}/answerCallbackQuery", data={"callback_query_id": "7"}
            )
        assert "query is too old" in answer.json()["description"]
        assert question.answer is None


async def test_updates_of_kinds_not_asked_for_are_never_queued(world: TelegramWorld, ann: Actor) -> None:
    async with httpx.AsyncClient() as client:
        url = f"{world.base_url}{world.token}/getUpdates"
        await client.post(url, data={"allowed_updates": '["my_chat_member"]'})
        ann.write(world.private(ann), "Hello")
        world.block(ann)
        first = (await client.post(url, data={"limit": "1"})).json()["result"]
        again = (await client.post(url)).json()["result"]
        assert [set(update) - {"update_id"} for update in first] == [{"my_chat_member"}]
        assert again == first
        after = {"offset": first[0]["update_id"] + 1}
        assert (await client.post(url, data=after)).json()["result"] == []
        assert (await client.post(url)).json()["result"] == []


async def test_webhook_gets_updates_with_its_secret_until_it_takes_them(
    world: TelegramWorld, ann: Actor
) -> None:
    seen: list[tuple[str, str]] = []

    async def hook(request: web.Request) -> web.Response:
        update = await request.json()
        secret = request.headers["X-Telegram-Bot-Api-Secret-Token"]
        seen.append((secret, update["message"]["text"]))
        world.changes.notify()
        return web.Response(status=500 if len(seen) == 1 else 200)

    application = web.Application()
    application.router.add_post("/hook", hook)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    async with httpx.AsyncClient() as client:
        await client.post(
            f"{world.base_url}{world.token}/setWebhook", data={"url": url, "secret_token": "s3"}
        )
    ann.write(world.private(ann), "Hello")
    await world.wait_for(lambda: not world.updates.pending)
    assert seen == [("s3", "Hello"), ("s3", "Hello")]
    await runner.cleanup()


async def test_updates_wait_for_a_bot_process_that_was_killed(world: TelegramWorld, ann: Actor) -> None:
    async def bot_process() -> asyncio.subprocess.Process:
        address = {"BOT_API": world.base_url, "BOT_TOKEN": world.token}
        return await asyncio.create_subprocess_exec(sys.executable, str(ECHO_BOT), env=os.environ | address)

    first = await bot_process()
    assert (await ann.say(world.private(ann), "One")).text == "One"
    await world.wait_for(lambda: not world.updates.pending)
    first.kill()
    await first.wait()
    ann.write(world.private(ann), "Two")
    assert len(world.updates.pending) == 1
    second = await bot_process()
    await world.wait_for(lambda: world.private(ann).last.text == "Two" and not world.updates.pending)
    second.kill()
    await second.wait()
