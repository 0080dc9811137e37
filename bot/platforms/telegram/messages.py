"""Commands and plain words: each is answered in its chat."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from functools import partial
from typing import Any

from telegram import Bot, Message, MessageEntity, Update
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.commands import Command, Desk
from bot.dispatch import BY_NAME, answer, hear, lay_out, press, read_button
from bot.outlets import ChatGone, ChatMoved, OutletError
from bot.platforms.telegram.asking import PLATFORM, place_of, request_in, thread_of
from bot.platforms.telegram.files import handed_over
from bot.platforms.telegram.outlet import TopicGone, send_reply
from bot.platforms.telegram.parts import CUT, Parts, is_cut
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
        self._parts = Parts()

    def command(self, command: Command) -> Handler:
        """The handler of one command."""

        async def handle(update: Update, context: Any) -> None:
            message = update.effective_message
            if message is None or (words := _words(message, command)) is None:
                return
            if command.name == "start" and read_button(words) is not None:
                await self._start_with(message, words)
                return
            if command.brings:
                words = await self._parts.whole(message, words)
            request = await request_in(
                message, message.from_user, self._desk.now(), asks_manager=command.manages
            )
            if command.brings:
                if is_cut(message) and request.who in self._desk.editors:
                    await self.say(message, say(CUT))
                    return
                words, attached = handed_over(message, words)
                request = replace(request, attached=attached)
            look = partial(look_around, message.get_bot(), message.chat, self._desk.store)
            work = answer(self._desk, command, request, words, look)
            said = await (_typing(message, work) if command.brings else work)
            await self.say(message, await self.drawable(request, said))

        return handle

    async def words(self, update: Update, context: Any) -> None:
        """Plain words in a private chat answer what a form asked, or are a title."""
        message = update.effective_message
        if message is not None and message.text and not self._parts.takes(message):
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
        if not isinstance(said, Form):
            return said
        return said.instead or await lay_out(self._desk, request, said)

    async def unknown(self, update: Update, context: Any) -> None:
        """A command that is not ours, in a private chat."""
        if update.effective_message is not None:
            await self.say(
                update.effective_message,
                say("I do not know that one. ", Ask("help"), " shows what I can do.", private=True),
            )

    async def bare_file(self, update: Update, context: Any) -> None:
        """A file without a word, in an editor's private chat: they are told how it is handed over."""
        message = update.effective_message
        if message is not None and not message.caption and not message.media_group_id:
            request = await request_in(message, message.from_user, self._desk.now(), asks_manager=False)
            if request.who in self._desk.editors:
                await self.say(message, say("Answer that file with ", Ask("import"), ", and I read it."))

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


def _words(message: Message, command: Command) -> str | None:
    """What stands behind the command, in a text or in a file's caption; None where it is not for this bot."""
    text = message.text or message.caption or ""
    entities = message.entities or message.caption_entities
    if not entities or entities[0].offset or entities[0].type != MessageEntity.BOT_COMMAND:
        return None
    name, _, bot = text[1 : entities[0].length].casefold().partition("@")
    if name != command.name or bot not in ("", message.get_bot().username.casefold()):
        return None
    return text[entities[0].length :].strip()


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
