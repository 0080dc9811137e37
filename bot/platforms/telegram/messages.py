"""Commands and plain words: each is answered in its chat."""

import logging
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from telegram import Bot, Message, Update

from bot.commands import Command, Desk
from bot.dispatch import BY_NAME, answer, press, read_button
from bot.outlets import ChatGone, ChatMoved, OutletError
from bot.platforms.telegram.asking import PLATFORM, place_of, request_in, thread_of
from bot.platforms.telegram.outlet import TopicGone, send_reply
from bot.platforms.telegram.surroundings import look_around
from bot.replies import Ask, Reply, say
from storage import Place, deliveries, subscriptions

log = logging.getLogger(__name__)

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
            await self.say(message, await answer(self._desk, command, request, words, look))

        return handle

    async def words(self, update: Update, context: Any) -> None:
        """Plain words in a private chat are a title."""
        message = update.effective_message
        if message is not None and message.text:
            request = await request_in(message, message.from_user, self._desk.now(), asks_manager=False)
            await self.say(message, await answer(self._desk, BY_NAME["review"], request, message.text))

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
        if pressed.notice and reply is None:
            reply = say(pressed.notice)
        if reply is not None:
            await self.say(message, reply)
