"""The state behind the stand-in: people, chats, what was said, what the bot did, what waits for it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any

from bot.standins.telegram.actors import Actor
from bot.standins.telegram.changes import Changes
from bot.standins.telegram.chats import Chat, ChatKind, Json, Message, Place, Status, Topic, User, member_json
from bot.standins.telegram.errors import Refusal
from bot.standins.telegram.faults import Fault, Faults
from bot.standins.telegram.files import SentFile
from bot.standins.telegram.formatting import Formatted, command_target
from bot.standins.telegram.limits import CALLBACK_SECONDS, INLINE_SECONDS, Pace
from bot.standins.telegram.questions import CallbackAnswer, InlineResults, Questions
from bot.standins.telegram.settings import BotSettings
from bot.standins.telegram.updates import UpdateQueue

BOT_ID = 5_000_001


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the bot with its typed parameters, and what came of it: a result or a refusal."""

    method: str
    params: dict[str, Any]
    result: Any = None
    error: Refusal | None = None


class TelegramWorld:
    """Everything that Telegram knows; builders make people and chats, `Actor`s live in them.

    `timeout` is how many seconds anything is waited for, `clock` unix time in seconds. `pace` is
    None while rate limits are off. `privacy` hides from the bot what groups say without it;
    `feedback` tells it which inline results were chosen. `calls` has every call but getUpdates.
    """

    def __init__(
        self,
        token: str,
        *,
        bot_username: str = "ReviewBot",
        timeout: float = 5.0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.token = token
        self.base_url = ""
        self.timeout = timeout
        self.clock = clock
        self.bot = User(BOT_ID, "Reviews", bot_username, is_bot=True)
        self.chats: dict[int, Chat] = {}
        self.changes = Changes()
        self.updates = UpdateQueue(self.changes)
        self.settings = BotSettings()
        self.faults = Faults()
        self.pace: Pace | None = None
        self.privacy = True
        self.feedback = False
        self.calls: list[Call] = []
        self.surprises: list[str] = []
        self.presses: Questions[CallbackAnswer] = Questions(CALLBACK_SECONDS)
        self.inline_queries: Questions[InlineResults] = Questions(INLINE_SECONDS)
        self.inline_messages: dict[str, Message] = {}
        self.files: dict[str, SentFile] = {}
        self.story: list[str] = []
        self.open_calls = 0
        self._numbers = count(1001)

    def user(self, name: str, *, language_code: str = "en", username: str = "") -> Actor:
        """A person who has not met the bot yet."""
        person = Actor(self, next(self._numbers), name, username, language_code)
        chat = Chat(person.id, "private", name, username)
        chat.members[person.id] = (person, "member")
        self.chats[chat.id] = chat
        return person

    def private(self, user: User) -> Chat:
        """The private chat of the bot with a person."""
        return self.chats[user.id]

    def group(
        self,
        title: str,
        *,
        members: list[User] | None = None,
        admins: list[User] | None = None,
        bot: Status = "member",
    ) -> Chat:
        """A basic group; the first of its admins is the creator."""
        return self._chat("group", title, members or [], admins or [], bot)

    def supergroup(
        self,
        title: str,
        *,
        members: list[User] | None = None,
        admins: list[User] | None = None,
        bot: Status = "member",
        forum: bool = False,
    ) -> Chat:
        """A supergroup; as a forum it may have topics."""
        chat = self._chat("supergroup", title, members or [], admins or [], bot)
        chat.forum = forum
        return chat

    def channel(
        self,
        title: str,
        *,
        username: str = "",
        admins: list[User] | None = None,
        bot: Status = "administrator",
    ) -> Chat:
        """A channel, where only administrators write."""
        chat = self._chat("channel", title, [], admins or [], bot)
        chat.username = username
        return chat

    def topic(self, chat: Chat, name: str) -> Topic:
        """A new topic of a supergroup, which becomes a forum by it."""
        if chat.kind != "supergroup":
            raise ValueError(f"a {chat.kind} has no topics")
        chat.forum = True
        opening = self.post(
            chat, self._owner(chat), extra={"forum_topic_created": {"name": name, "icon_color": 7322096}}
        )
        opening.thread = opening.id
        chat.topics[opening.id] = Topic(chat, opening.id, name)
        return chat.topics[opening.id]

    def migrate(self, group: Chat) -> Chat:
        """Upgrade a group to a supergroup with a new id; both chats tell the bot."""
        new = self._chat("supergroup", group.title, [], [], group.status(self.bot.id))
        new.members = dict(group.members)
        owner = self._owner(group)
        self.deliver(self.post(group, owner, extra={"migrate_to_chat_id": new.id}))
        group.migrated_to = new
        self.deliver(self.post(new, owner, extra={"migrate_from_chat_id": group.id}))
        return new

    def block(self, user: User) -> None:
        """The person blocks the bot."""
        self._change_block(user, blocked=True)

    def unblock(self, user: User) -> None:
        """The person lets the bot in again."""
        self._change_block(user, blocked=False)

    def kick(self, chat: Chat) -> None:
        """The bot is thrown out of a group or channel."""
        self.set_bot_status(chat, "kicked")

    def restrict(self, chat: Chat) -> None:
        """The bot may read but not write."""
        self.set_bot_status(chat, "restricted")

    def set_bot_status(self, chat: Chat, status: Status, by: User | None = None) -> None:
        """What the bot is in a group or channel from now on; it is told of the change."""
        old = chat.status(self.bot.id)
        chat.members[self.bot.id] = (self.bot, status)
        self._tell_membership(chat, by or self._owner(chat), old, status)

    def fail_next(self, method: str, fault: Fault, *, times: int = 1, chat: Chat | None = None) -> None:
        """Let the next calls of the method ("*" for any but getUpdates) go wrong, in one chat or in all."""
        self.faults.order(method, fault, times, chat.id if chat else None)

    def called(self, method: str) -> list[Call]:
        """The calls of one method, refused ones included, oldest first."""
        return [call for call in self.calls if call.method == method]

    async def wait_for(
        self,
        condition: Callable[[], bool],
        timeout: float | None = None,  # noqa: ASYNC109  (the failure must show the transcript)
        *,
        awaited: str = "what the test waits for",
    ) -> None:
        """Wait until the condition holds; AssertionError with the transcript when it does not in time."""
        seconds = self.timeout if timeout is None else timeout
        if not await self.changes.until(condition, seconds):
            raise AssertionError(f"{awaited} did not come in {seconds} s.\n{self.transcript()}")

    async def settled(self, quiet: float = 0.1) -> None:
        """Wait until the bot has confirmed every update, no call is open and none came for `quiet` seconds.

        For what must not happen; what must happen is better waited for by name.
        """
        busy = True
        while busy:
            await self.wait_for(self._idle, awaited="a bot at rest")
            busy = await self.changes.until(partial(self._called_more_than, len(self.calls)), quiet)

    def transcript(self) -> str:
        """What happened so far, one line each."""
        return "What happened:\n" + "\n".join(f"  {line}" for line in self.story or ["nothing"])

    def next_number(self) -> int:
        """A number that nothing in this world bears yet."""
        return next(self._numbers)

    def post(
        self,
        place: Place,
        sender: User,
        content: Formatted | None = None,
        *,
        markup: Json | None = None,
        reply_to: Message | None = None,
        via_bot: User | None = None,
        link_preview: Json | None = None,
        extra: Json | None = None,
    ) -> Message:
        """Put a message into a chat or topic, without telling the bot."""
        chat, thread = (place.chat, place.id) if isinstance(place, Topic) else (place, None)
        message = Message(chat, len(chat.history) + 1, sender, int(self.clock()), content, markup)
        message.reply_to, message.via_bot, message.thread = reply_to, via_bot, thread
        message.link_preview, message.extra = link_preview, extra or {}
        chat.history.append(message)
        self.tell(f"[{chat.title}] {sender.first_name}: {message.text or message.extra}", message)
        return message

    def tell(self, line: str, message: Message | None = None) -> None:
        """Add a line to the transcript."""
        self.story.append(line + (f" {message.buttons}" if message and message.buttons else ""))

    def deliver(self, message: Message, kind: str = "message") -> None:
        """Queue a message for the bot if Telegram would let the bot see it."""
        if self._sees(message):
            kind = kind.replace("message", "channel_post") if message.chat.kind == "channel" else kind
            self.updates.add(kind, message.as_json())
        self.changes.notify()

    def _sees(self, message: Message) -> bool:
        chat = message.chat
        if chat.kind == "private":
            return not chat.blocked
        status = chat.status(self.bot.id)
        if status not in ("administrator", "member", "restricted"):
            return False
        if not self.privacy or status == "administrator" or message.is_notice:
            return True
        target = command_target(message.content) if message.content else None
        answered = message.reply_to is not None and message.reply_to.sender is self.bot
        for_me = target is not None and target.lower() in ("", self.bot.username.lower())
        return for_me or answered or message.via_bot is self.bot

    def _chat(self, kind: ChatKind, title: str, members: list[User], admins: list[User], bot: Status) -> Chat:
        number = next(self._numbers)
        chat = Chat(-number if kind == "group" else -1_000_000_000_000 - number, kind, title)
        chat.members = {user.id: (user, "member") for user in members}
        for position, admin in enumerate(admins):
            chat.members[admin.id] = (admin, "administrator" if position else "creator")
        chat.members[self.bot.id] = (self.bot, bot)
        self.chats[chat.id] = chat
        return chat

    def _owner(self, chat: Chat) -> User:
        people = [user for user, _ in chat.members.values() if user is not self.bot]
        return people[0] if people else User(777000, "Telegram")

    def _change_block(self, user: User, *, blocked: bool) -> None:
        chat = self.private(user)
        if chat.blocked == blocked:
            return
        chat.blocked = blocked
        old, new = ("member", "kicked") if blocked else ("kicked", "member")
        self._tell_membership(chat, user, old, new)  # type: ignore[arg-type]

    def _tell_membership(self, chat: Chat, by: User, old: Status, new: Status) -> None:
        self.tell(f"[{chat.title}] {by.first_name} makes the bot {new}")
        self.updates.add(
            "my_chat_member",
            {
                "chat": chat.as_json(),
                "from": by.as_json(),
                "date": int(self.clock()),
                "old_chat_member": member_json(self.bot, old),
                "new_chat_member": member_json(self.bot, new),
            },
        )

    def _called_more_than(self, calls: int) -> bool:
        return len(self.calls) > calls

    def _idle(self) -> bool:
        return not self.updates.pending and not self.open_calls
