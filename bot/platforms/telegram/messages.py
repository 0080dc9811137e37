"""Commands and plain words: each is answered in its chat."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any

from telegram import Bot, Message, Update
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.commands import Command, Desk
from bot.dispatch import BY_NAME, answer, hear, lay_out, press, read_button
from bot.outlets import ChatGone, ChatMoved, OutletError
from bot.platforms.telegram.asking import PLATFORM, place_of, request_in, thread_of
from bot.platforms.telegram.outlet import TopicGone, send_reply
from bot.platforms.telegram.surroundings import look_around
from bot.replies import Ask, Form, Reply, say
from bot.requests import Request
from storage import Place, deliveries, subscriptions

log = logging.getLogger(__name__)

TYPING_SECONDS = 4.0  # Telegram shows it for five

Handler = Callable[[Update, Any], Coroutine[Any, Any, None]]


class Messages:
    """Answers messages."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def command(self, command: Command) -> Handler:
        """The handler of one command."""

        async def handle(update: Update, context: Any) -> None:
            message = update.effective_message
            if message is None or not message.text or not message.entities:
                return
            words = message.text[message.entities[0].length :].strip()
            if command.name == "start" and read_button(words) is not None:
                await self._start_with(message, words)
                return
            request = await request_in(
                message, message.from_user, self._desk.now(), asks_manager=command.manages
            )
            look = partial(look_around, message.get_bot(), message.chat, self._desk.store)
            work = answer(self._desk, command, request, words, look)
            said = await (_typing(message, work) if command.brings else work)
            await self.say(message, await self.drawable(request, said))

        return handle

    async def words(self, update: Update, context: Any) -> None:
        """Plain words in a private chat answer what a form asked, or are a title."""
        message = update.effective_message
        if message is not None and message.text:
            request = await request_in(message, message.from_user, self._desk.now(), asks_manager=False)
            said = await hear(self._desk, request, message.text) or await answer(
                self._desk, BY_NAME["review"], request, message.text
            )
            await self.say(message, await self.drawable(request, said))

    async def replied(self, update: Update, context: Any) -> None:
        """Words in reply to the bot's own, in a group, may answer what a form asked."""
        message = update.effective_message
        asked = message.reply_to_message if message else None
        if message is None or not message.text or asked is None or asked.from_user is None:
            return
        if asked.from_user.id == message.get_bot().id:
            request = await request_in(message, message.from_user, self._desk.now(), asks_manager=False)
            if (reply := await hear(self._desk, request, message.text)) is not None:
                await self.say(message, reply)

    async def drawable(self, request: Request, said: Reply | Form) -> Reply:
        """What is said, as a message: Telegram draws no forms, so they are laid out."""
        return await lay_out(self._desk, request, said) if isinstance(said, Form) else said

    async def unknown(self, update: Update, context: Any) -> None:
        """A command that is not ours, in a private chat."""
        if update.effective_message is not None:
            await self.say(
                update.effective_message,
                say("I do not know that one. ", Ask("help"), " shows what I can do.", private=True),
            )

    async def say(self, message: Message, reply: Reply) -> None:
        """Answer a message in its chat and topic; a chat that does not let us is remembered."""
        place = place_of(message.chat, thread_of(message))
        to = message.message_id if place.kind == "group" else None
        try:
            place, sent = await self._send(message.get_bot(), place, reply, to)
        except ChatGone as error:
            log.info("cannot answer in a chat: %s", error)
            await self._desk.store.write(deliveries.shut_out, place, self._desk.now(), str(error))
        except OutletError as error:
            log.warning("an answer was not sent: %s", error)
        else:
            await self._desk.posted(place, sent, reply)

    async def _send(self, bot: Bot, place: Place, reply: Reply, to: int | None) -> tuple[Place, str]:
        """Where the answer stands, and its number there."""
        try:
            return place, await send_reply(bot, place, reply, to)
        except TopicGone:
            place = Place(PLATFORM, place.chat, 0, place.kind)
        except ChatMoved as error:
            await self._desk.store.write(deliveries.moved, PLATFORM, place.chat, error.chat)
            place = Place(PLATFORM, error.chat, place.thread, place.kind)
        return place, await send_reply(bot, place, reply)

    async def _start_with(self, message: Message, button: str) -> None:
        """A link that opened this chat to do what a button elsewhere could not."""
        request = await request_in(message, message.from_user, self._desk.now(), asks_manager=True)
        await self._desk.store.write(subscriptions.meet, request.place, self._desk.store.ids())
        pressed = await press(self._desk, button, request)
        reply = pressed.reply or pressed.card
        if pressed.form is not None:
            reply = await self.drawable(request, pressed.form)
        if pressed.notice and reply is None:
            reply = say(pressed.notice)
        if reply is not None:
            await self.say(message, reply)


async def _typing(message: Message, work: Awaitable[Reply | Form]) -> Reply | Form:
    """The answer; until it is there, the chat sees that one is being written."""
    async with asyncio.TaskGroup() as group:
        typing = group.create_task(_keep_typing(message))
        reply = await work
        typing.cancel()
    return reply


async def _keep_typing(message: Message) -> None:
    try:
        while True:
            thread = thread_of(message) or None
            await message.get_bot().send_chat_action(
                message.chat.id, ChatAction.TYPING, message_thread_id=thread
            )
            await asyncio.sleep(TYPING_SECONDS)
    except TelegramError as error:
        log.info("cannot show that I am typing: %s", error)
