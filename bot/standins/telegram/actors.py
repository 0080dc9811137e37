"""People who use the bot: they write, edit, press buttons, ask inline, and wait for what comes back."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from bot.standins.telegram.chats import Json, Message, Place, Topic, User
from bot.standins.telegram.files import SentFile, captioned
from bot.standins.telegram.formatting import Formatted, typed_text
from bot.standins.telegram.html import utf16_length
from bot.standins.telegram.limits import INLINE_QUERY_LENGTH, TEXT_UNITS
from bot.standins.telegram.questions import CallbackAnswer, InlineResult, InlineResults, Questions

if TYPE_CHECKING:
    from bot.standins.telegram.world import TelegramWorld

A = TypeVar("A")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


class Actor(User):
    """A person in a world."""

    def __init__(self, world: "TelegramWorld", number: int, name: str, username: str, language: str) -> None:
        super().__init__(number, name, username, language)
        self._world = world
        self._last_query = ""

    def write(self, place: Place, text: str, *, reply_to: Message | None = None) -> Message:
        """Write a message without waiting for an answer; ValueError where it is longer than one may be."""
        if utf16_length(text) > TEXT_UNITS:
            raise ValueError(f"{self.first_name} would send that as several messages")
        return self._post(place, typed_text(text), {}, reply_to)

    def attach(
        self,
        place: Place,
        name: str,
        content: bytes,
        *,
        caption: str = "",
        photo: bool = False,
        reply_to: Message | None = None,
    ) -> Message:
        """Send a file, or a picture as a photo, without waiting for an answer."""
        file, number = SentFile(name, content, photo), f"file-{self._world.next_number()}"
        self._world.files[number] = file
        return self._post(place, None, {**file.as_json(number), **captioned(caption)}, reply_to)

    def _post(
        self, place: Place, content: Formatted | None, extra: Json, reply_to: Message | None
    ) -> Message:
        chat = place.chat if isinstance(place, Topic) else place
        if chat.kind == "private":
            if chat is not self._world.private(self):
                raise ValueError(f"{self.first_name} cannot write in the private chat of {chat.title}")
            self._world.unblock(self)
            chat.started = True
        elif self.id not in chat.members:
            chat.members[self.id] = (self, "member")
        message = self._world.post(place, self, content, reply_to=reply_to, extra=extra)
        self._world.deliver(message)
        return message

    async def say(self, place: Place, text: str, *, reply_to: Message | None = None) -> Message:
        """Write a message and return the bot's next one there; AssertionError when none comes in time."""
        return await self.answered(place, lambda: self.write(place, text, reply_to=reply_to))

    async def answered(self, place: Place, deed: Callable[[], Message]) -> Message:
        """Do something and return the bot's next message there; AssertionError when none comes in time."""
        seen = len(self._from_bot(place))
        done = deed()
        await self._world.wait_for(
            lambda: len(self._from_bot(place)) > seen,
            awaited=f"an answer to {self.first_name}'s {done.text or done.extra!r}",
        )
        return self._from_bot(place)[seen]

    async def start(self, payload: str = "") -> Message:
        """Follow a deep link into the private chat, or press Start there; the bot's next message."""
        if not _PAYLOAD.fullmatch(payload):
            raise ValueError(f"no start payload: {payload!r}")
        return await self.say(self._world.private(self), f"/start {payload}".strip())

    def edit(self, message: Message, text: str) -> None:
        """Change an own message."""
        if message.sender is not self:
            raise ValueError(f"{self.first_name} did not write {message.text!r}")
        message.content = typed_text(text)
        message.edit_date = int(self._world.clock())
        self._world.tell(f"[{message.chat.title}] {self.first_name} edits: {text}")
        self._world.deliver(message, "edited_message")

    async def press(self, message: Message, label: str = "", *, data: str = "") -> CallbackAnswer:
        """Press a button by its label, or forge a press with any data; what the presser is shown.

        AssertionError when the bot does not answer the press in time.
        """
        data = data or _data_of(message, label)
        query: Json = {"chat_instance": str(message.chat.id), "data": data}
        if message.inline_id:
            query["inline_message_id"] = message.inline_id
        else:
            query["message"] = message.as_inaccessible_json() if message.deleted else message.as_json()
        return await self._ask(self._world.presses, "callback_query", query, f"presses {label or data!r}")

    async def inline(self, query: str, *, offset: str = "", chat_type: str = "sender") -> InlineResults:
        """Type the bot's name and a query in some chat; the results that are listed."""
        self._last_query = query[:INLINE_QUERY_LENGTH]
        body: Json = {"query": self._last_query, "offset": offset, "chat_type": chat_type}
        return await self._ask(self._world.inline_queries, "inline_query", body, f"asks inline for {query!r}")

    def choose_inline(self, result: InlineResult, place: Place) -> Message:
        """Post a result into a chat; its buttons then give presses that name no message."""
        world = self._world
        message = world.post(place, self, result.content, markup=result.markup, via_bot=world.bot)
        message.link_preview = result.link_preview
        chosen = {"result_id": result.id, "from": self.as_json(), "query": self._last_query}
        if result.markup:
            message.inline_id = f"inline-{world.next_number()}"
            world.inline_messages[message.inline_id] = message
            chosen["inline_message_id"] = message.inline_id
        world.deliver(message)
        if world.feedback:
            world.updates.add("chosen_inline_result", chosen)
        return message

    async def _ask(self, questions: Questions[A], kind: str, body: Json, deed: str) -> A:
        world = self._world
        number = str(world.next_number())
        question = questions.ask(number, world.clock())
        world.tell(f"{self.first_name} {deed}")
        world.updates.add(kind, {"id": number, "from": self.as_json(), **body})
        awaited = f"the bot's word when {self.first_name} {deed}"
        while (answer := question.answer) is None:
            await world.wait_for(lambda: question.answer is not None, awaited=awaited)
        return answer

    def _from_bot(self, place: Place) -> list[Message]:
        chat = place.chat if isinstance(place, Topic) else place
        thread = place.id if isinstance(place, Topic) else None
        bot = self._world.bot
        return [m for m in chat.history if m.sender is bot and m.content and thread in (None, m.thread)]


def _data_of(message: Message, label: str) -> str:
    button = message.button(label)
    if "callback_data" not in button:
        raise AssertionError(f"the button {label!r} opens something instead of asking the bot: {button}")
    data: str = button["callback_data"]
    return data
