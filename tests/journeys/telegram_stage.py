"""The community on Telegram: the real application, over HTTP, against the stand-in of the Bot API."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.commands import Desk
from bot.outlets import Outlet
from bot.platforms.telegram.application import serve
from bot.platforms.telegram.pacer import Pace, Paces
from bot.playground.keeping import kept
from bot.rules.editing import DETAILS
from bot.standins import telegram as standin
from storage import Account
from storage import Place as StoredPlace
from storage.engine import Unit
from tests.journeys.inspected import found_on_telegram
from tests.journeys.stage import Answer, Message, OpenForm, Person, Place, Press, Stage, Suggestion
from tests.specs.telegram import problems

PLATFORM = "telegram"
AT_ONCE = Pace(10_000, 10_000)
SECONDS = 5.0
LONGEST = 4096


class TelegramMessage(Message):
    """A message as everybody in its chat sees it."""

    def __init__(self, message: standin.Message) -> None:
        self.message = message

    @property
    def text(self) -> str:
        return self.message.text

    @property
    def hidden(self) -> str:
        units = self.message.text.encode("utf-16-le")
        return "".join(
            units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
            for entity in self.message.entities
            if entity["type"] == "spoiler"
        )

    @property
    def links(self) -> list[str]:
        return [entity["url"] for entity in self.message.entities if entity["type"] == "text_link"]

    @property
    def buttons(self) -> list[str]:
        return [label for row in self.message.buttons for label in row]

    @property
    def picture(self) -> str:
        return str((self.message.link_preview or {}).get("url", ""))

    @property
    def private(self) -> bool:
        return self.message.chat.kind == "private"

    def button(self, label: str, nth: int = 0) -> str:
        markup = self.message.markup or {"inline_keyboard": []}
        named = [button for row in markup["inline_keyboard"] for button in row if button["text"] == label]
        assert len(named) > nth, f"no button {label!r} under {self!r}"
        return str(named[nth]["callback_data"])


class TelegramPerson(Person):
    """Somebody with a Telegram account."""

    def __init__(self, stage: "TelegramStage", name: str) -> None:
        self.name = name
        self.actor = stage.world.user(name)
        self.account = Account(PLATFORM, self.actor.id)
        self.private = _place("private", stage.world.private(self.actor))
        self._stage = stage

    async def asks(self, place: Place, text: str) -> Message:
        message = await self.actor.say(place.handle, text)
        await self._stage.rests()
        return TelegramMessage(message)

    async def attaches(self, place: Place, name: str, content: bytes) -> Message:
        actor = self.actor
        if place.kind == "private":
            return await self._sees(
                place, lambda: actor.attach(place.handle, name, content, caption="/import")
            )
        # In groups the bot sees no captions.
        sent = actor.attach(place.handle, name, content)
        return await self._sees(place, lambda: actor.write(place.handle, "/import", reply_to=sent))

    async def pastes(self, place: Place, text: str) -> Message:
        """As the apps do it: what is too long for one message becomes several."""
        text, handle = f"/import {text}", place.handle
        first, *others = (text[start : start + LONGEST] for start in range(0, len(text), LONGEST))

        def send() -> standin.Message:
            sent = self.actor.write(handle, first)
            for part in others:
                self.actor.write(handle, part)
            return sent

        return await self._sees(place, send)

    async def _sees(self, place: Place, deed: Callable[[], standin.Message]) -> Message:
        message = await self.actor.answered(place.handle, deed)
        await self._stage.rests()
        return TelegramMessage(message)

    async def asks_for_form(self, place: Place, text: str) -> OpenForm:
        return TelegramForm(self, place, await self.asks(place, text))

    async def opens_form(self, message: Message, label: str) -> OpenForm:
        assert isinstance(message, TelegramMessage)
        place = _place(message.message.chat.kind, message.message.chat)
        return TelegramForm(self, place, (await self.presses(message, label)).reply)

    async def forges(self, message: Message, data: str) -> Answer:
        assert isinstance(message, TelegramMessage)
        before = len(message.message.chat.messages)
        answer = await self.actor.press(message.message, data=data)
        await self._stage.rests()
        new = message.message.chat.messages[before:]
        opens = parse_qs(urlsplit(answer.url).query)["start"][0] if answer.url else ""
        return Answer(answer.text, tuple(map(TelegramMessage, new)), opens)

    async def rests(self) -> None:
        """Wait until every update has been answered."""
        await self._stage.rests()

    async def follows(self, opens: str) -> Message:
        """Open the private chat as a press asked for."""
        message = await self.actor.start(opens)
        await self._stage.rests()
        return TelegramMessage(message)

    async def types_ahead(self, command: str, typed: str) -> list[Suggestion]:
        assert command == "review", "inline mode is for titles"
        return [Suggestion(result.title, result) for result in await self.actor.inline(typed)]

    async def picks(self, place: Place, suggestion: Suggestion) -> Message:
        message = self.actor.choose_inline(suggestion.value, place.handle)
        await self._stage.rests()
        return TelegramMessage(message)


class TelegramForm(OpenForm):
    """A message with a button for each field."""

    def __init__(self, person: TelegramPerson, place: Place, sheet: Message) -> None:
        self._person, self._place, self.sheet = person, place, sheet
        self.title, *lines = sheet.text.splitlines()
        names = {detail.label: detail.name for detail in DETAILS.values()}
        told = [line.removeprefix("⚠ ").partition(": ") for line in lines]
        self.fields = {names[label]: value for label, _, value in told if label in names}
        self.doubtful = [names[line[2:].partition(": ")[0]] for line in lines if line.startswith("⚠ ")
                         and line[2:].partition(": ")[0] in names]  # fmt: skip

    async def submits(self, **values: str) -> Answer:
        for name, value in values.items():
            await self.fills(name, value)
        answer = await self._person.presses(self.sheet, "✅ Save")
        return Answer(answer.told, (self.sheet, *answer.replies))

    async def fills(self, name: str, value: str) -> None:
        """Pick one of a field's choices, or press its button and send what it is to say."""
        if choices := DETAILS[name].choices:
            chosen = dict(choices)[value]
            if self.sheet.has(chosen):
                await self._person.presses(self.sheet, chosen)
            return
        asked = (await self._person.presses(self.sheet, f"✏ {DETAILS[name].label}")).reply
        assert isinstance(asked, TelegramMessage)
        sent = await self._person.actor.say(self._place.handle, value or "-", reply_to=asked.message)
        await self._person.rests()
        self.sheet = TelegramMessage(sent)


class TelegramStage(Stage):
    """The community's chats."""

    ann: TelegramPerson
    bob: TelegramPerson
    mia: TelegramPerson

    def __init__(self, desk: Desk, world: standin.TelegramWorld, outlet: Outlet) -> None:
        super().__init__(desk, PLATFORM, whispers=False)
        self.world = world
        self.outlet = outlet
        self.ann, self.bob, self.mia = (TelegramPerson(self, name) for name in ("Ann", "Bob", "Mia"))
        members, admins = [self.ann.actor, self.bob.actor], [self.mia.actor]
        group = world.supergroup("Film club", members=[*members], admins=[*admins])
        forum = world.supergroup("Film forum", members=[*members], admins=[*admins])
        self.group = _place("group", group)
        self.topic = _place("topic", world.topic(forum, "Reviews"))
        self.channel = _place("channel", world.channel("Film news", admins=[*admins]))

    async def rests(self) -> None:
        """Wait until every update has been answered.

        The bot confirms an update when its handlers are done, or has written it down by then.
        """
        world = self.world
        await world.wait_for(lambda: not world.updates.pending, awaited="a bot that takes its updates")
        async with asyncio.timeout(SECONDS):
            while await self.desk.store.read(_unanswered) or world.open_calls:
                await world.changes.until(lambda: not world.open_calls, SECONDS)

    def edits(self) -> int:
        return len(self.world.called("editMessageText"))

    async def deletes(self, message: Message) -> None:
        assert isinstance(message, TelegramMessage)
        message.message.deleted = True

    async def at_once(self, *presses: Press) -> list[Answer]:
        return await asyncio.gather(*(person.presses(message, label) for person, message, label in presses))

    def seen_by(self, person: Person, place: Place) -> list[Message]:
        chat, bot = place.handle, self.world.bot
        return [TelegramMessage(message) for message in chat.messages if message.sender is bot]

    def complaints(self) -> list[str]:
        refused = [f"{call.method}: {call.error.description}" for call in self.world.calls if call.error]
        found = [one for call in self.world.calls for one in problems(call.method, call.params)]
        found += [one for call in self.world.calls for one in found_on_telegram(call.method, call.params)]
        return refused + found + self.world.surprises


@asynccontextmanager
async def telegram_stage(desk: Desk, paces: Paces | None = None) -> AsyncIterator[TelegramStage]:
    """The community on Telegram, while the block lasts."""
    async with standin.telegram_world() as world:
        api = world.base_url.removesuffix("/bot")
        paces = paces or Paces(overall=AT_ONCE, private=AT_ONCE, group=AT_ONCE)
        async with kept(serve(desk, world.token, api, paces)) as outlet:
            yield TelegramStage(desk, world, outlet)


def _place(kind: Any, handle: standin.Chat | standin.Topic) -> Place:
    chat, thread = (handle.chat, handle.id) if isinstance(handle, standin.Topic) else (handle, 0)
    stored = {"private": "private", "channel": "channel"}.get(chat.kind, "group")
    return Place(kind, handle, StoredPlace(PLATFORM, chat.id, thread, stored))  # type: ignore[arg-type]


def _unanswered() -> Unit[int]:
    rows = yield "SELECT COUNT(*) FROM inbox", ()
    return int(rows[0][0])
