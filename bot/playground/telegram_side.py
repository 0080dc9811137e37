"""The right side: the real application over HTTP, against the stand-in of the Bot API."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from typing import Any

from bot.desk import Desk
from bot.platforms.telegram.application import serve
from bot.platforms.telegram.outlet import TelegramOutlet
from bot.platforms.telegram.pacer import Pace, Paces
from bot.playground.asks import Choose, Inline, OfSide, OnStage, Press, Say, Send, Start
from bot.playground.cast import CAST, CLUB, TOPIC, Person, follow_everything
from bot.playground.inspecting import Inspection, inspect_telegram
from bot.playground.sides import CannotDo, Json, Room, Tell, Told, content_of
from bot.standins.telegram import (
    Actor,
    Call,
    Chat,
    InlineResult,
    Message,
    TelegramWorld,
    Topic,
    telegram_world,
)
from storage import Account, Place

NAME = "telegram"
USERNAME = "ReviewsBot"
# Telegram would slow down somebody who tries everything within a minute; here nobody is in the way.
UNHURRIED = Paces(Pace(1000, 1000), Pace(1000, 1000), Pace(1000, 1000))


class TelegramSide:
    """A group with a topic, private chats, and the people in them."""

    name = NAME

    def __init__(self, world: TelegramWorld, tell: Tell) -> None:
        self.outlet: TelegramOutlet
        self._world = world
        self._told = Told(NAME, tell)
        self._people: dict[str, Actor] = {person.id: world.user(person.name) for person in CAST}
        self._ids = {actor.id: person for person, actor in self._people.items()}
        members = [self._people[person.id] for person in CAST if not person.manages]
        admins = [self._people[person.id] for person in CAST if person.manages]
        self._group = world.supergroup(CLUB, members=[*members], admins=[*admins])
        self._topic = world.topic(self._group, TOPIC.capitalize())
        self._calls = 0
        self._listed: dict[int, dict[str, InlineResult]] = {}
        self._posted: dict[tuple[str, str], Call] = {}

    async def settle_in(self, desk: Desk) -> None:
        """What the people did before: some have met the bot, one has shut it out since."""
        for person in CAST:
            chat = self._world.private(self._people[person.id])
            chat.started = person.role != "newcomer"
            chat.blocked = person.blocked
            if person.blocked:
                await follow_everything(desk, Place(NAME, chat.id))

    def scene(self) -> Json:
        """See Side."""
        bot = self._world.bot
        return {
            "bot": {"id": str(bot.id), "name": bot.first_name, "username": bot.username},
            "rooms": [asdict(room) for room in self._rooms()],
            "commands": self._world.settings.commands_of(),
        }

    def messages(self) -> list[Json]:
        """See Side."""
        self._look()
        return self._told.events()

    async def watch(self) -> None:
        """Tell of what is written and changed, for ever."""
        while True:
            await self._world.changes.next()
            self._look()

    async def act(self, ask: OfSide, person: Person) -> Any:
        """See Side."""
        try:
            return await self._act(ask, person)
        finally:
            self._look()

    async def _act(self, ask: OfSide, person: Person) -> Any:
        actor = self._people[person.id]
        place = self._place_for(actor, ask.room if isinstance(ask, OnStage) else str(actor.id))
        match ask:
            case Say(text=text):
                actor.write(place, text)
            case Send(file=file, caption=caption):
                actor.attach(place, file.name, content_of(file), caption=caption)
            case Press(message=message, data=data):
                answer = await actor.press(self._message(ask.room, message), data=data)
                return {"text": answer.text, "alert": answer.show_alert, "url": answer.url}
            case Inline(query=query):
                return await self._inline(actor, query)
            case Choose(result=result):
                self._choose(actor, place, ask.room, result)
            case Start(payload=payload):
                chat = self._world.private(actor)
                actor.write(chat, f"/start {payload}".strip())
                return {"room": str(chat.id)}
            case _:
                raise CannotDo(f"Telegram has no “{ask.ask}”.")
        return None

    def inspect(self, room: str, message: str) -> Inspection:
        """See Side."""
        found = self._message(room, message)
        for call in reversed(self._world.calls):
            if call.error is None and _made(call, found):
                return inspect_telegram(call.method, call.params)
        if (room, message) in self._posted:
            call = self._posted[room, message]
            return inspect_telegram(call.method, call.params)
        raise CannotDo("The bot did not write this message, so nothing was sent for it.")

    def account(self, person: Person) -> Account:
        """See Side."""
        return Account(NAME, self._people[person.id].id)

    def block(self, person: Person, blocked: bool) -> None:
        """See Side."""
        (self._world.block if blocked else self._world.unblock)(self._people[person.id])

    async def advance(self, seconds: float) -> None:
        """See Side: the stand-in looks at the playground's clock by itself."""

    def place_name(self, place: Place) -> str:
        """See Side."""
        if place.chat in self._ids:
            return f"{self._people[self._ids[place.chat]].first_name}, in private"
        return self._topic.name if place.thread else self._group.title

    async def _inline(self, actor: Actor, query: str) -> Json:
        results = await actor.inline(query)
        self._listed[actor.id] = {result.id: result for result in results}
        return {
            "results": [
                {"id": each.id, "title": each.title, "description": each.description, "thumbnail": ""}
                for each in results
            ],
            "button": results.button,
        }

    def _choose(self, actor: Actor, place: Chat | Topic, room: str, result: str) -> None:
        listed = self._listed.get(actor.id, {})
        if result not in listed:
            raise CannotDo("That result is not listed any more; type again.")
        message = actor.choose_inline(listed[result], place)
        self._posted[room, str(message.id)] = self._world.called("answerInlineQuery")[-1]

    def _rooms(self) -> list[Room]:
        group = Room(str(self._group.id), self._group.title, "group")
        topic = Room(_room(self._group.id, self._topic.id), self._topic.name, "topic", parent=group.id)
        name = self._world.bot.first_name
        return [group, topic] + [
            Room(str(actor.id), name, "private", person=person) for person, actor in self._people.items()
        ]

    def _place(self, room: str) -> Chat | Topic:
        chats: dict[str, Chat | Topic] = {str(chat.id): chat for chat in self._world.chats.values()}
        topics = {_room(self._group.id, number): topic for number, topic in self._group.topics.items()}
        if room not in (places := chats | topics):
            raise CannotDo("There is no such chat.")
        return places[room]

    def _place_for(self, actor: Actor, room: str) -> Chat | Topic:
        place = self._place(room)
        if isinstance(place, Chat) and place.kind == "private":
            if place.id != actor.id:
                raise CannotDo("That is somebody else's private chat.")
            if place.blocked:
                raise CannotDo("You have blocked the bot. Unblock it first, at the top of the page.")
        return place

    def _message(self, room: str, message: str) -> Message:
        place = self._place(room)
        chat = place.chat if isinstance(place, Topic) else place
        found = chat.message(int(message)) if message.isdecimal() else None
        if found is None:
            raise CannotDo("That message is gone.")
        return found

    def _look(self) -> None:
        for call in self._world.calls[self._calls :]:
            if call.method == "sendChatAction" and call.error is None:
                self._told.typing(_room(call.params["chat_id"], call.params.get("message_thread_id")))
        self._calls = len(self._world.calls)
        for chat in (self._group, *(self._world.private(each) for each in self._people.values())):
            for message in chat.history:
                if not message.is_notice:
                    self._told.message(_room(chat.id, message.thread), self._json(message))

    def _json(self, message: Message) -> Json:
        sender = message.sender
        return {
            "id": str(message.id),
            "by": {
                "id": self._ids.get(sender.id, str(sender.id)),
                "name": sender.first_name,
                "bot": sender.is_bot,
            },
            "at": message.date,
            "edited": bool(message.edit_date),
            "deleted": message.deleted,
            "only": None,
            "pending": False,
            "invoked": None,
            "via": message.via_bot.username if message.via_bot else None,
            "payload": message.as_json(),
        }


@asynccontextmanager
async def telegram_side(desk: Desk, tell: Tell) -> AsyncIterator[TelegramSide]:
    """Telegram with the real bot in it, while the block lasts."""
    async with telegram_world(bot_username=USERNAME, clock=desk.clock) as world:
        side = TelegramSide(world, tell)
        await side.settle_in(desk)
        async with serve(desk, world.token, world.base_url.removesuffix("/bot"), UNHURRIED) as outlet:
            side.outlet = outlet
            watching = asyncio.create_task(side.watch())
            try:
                yield side
            finally:
                watching.cancel()


def _room(chat: int, thread: int | None) -> str:
    return f"{chat}/{thread}" if thread else str(chat)


def _made(call: Call, message: Message) -> bool:
    if call.params.get("inline_message_id") and call.params["inline_message_id"] == message.inline_id:
        return True
    result = call.result
    if not isinstance(result, dict) or "message_id" not in result:
        return False
    return (result["chat"]["id"], result["message_id"]) == (message.chat.id, message.id)
