"""Users, chats, topics and messages, and how the Bot API writes them as JSON."""

from dataclasses import dataclass, field
from typing import Any, Literal

from bot.standins.telegram.formatting import Formatted
from bot.standins.telegram.html import Entity

Json = dict[str, Any]
ChatKind = Literal["private", "group", "supergroup", "channel"]
Status = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]

PRESENT = frozenset({"creator", "administrator", "member", "restricted"})
_ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
_POSTING_RIGHTS = ("can_post_messages", "can_edit_messages")
_MEMBER_RIGHTS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)


@dataclass(eq=False)
class User:
    """A person or a bot."""

    id: int
    first_name: str
    username: str = ""
    language_code: str = ""
    is_bot: bool = False

    def as_json(self) -> Json:
        body: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            body["username"] = self.username
        if self.language_code:
            body["language_code"] = self.language_code
        return body


def member_json(user: User, status: Status) -> Json:
    """A ChatMember of the given status."""
    body: Json = {"user": user.as_json(), "status": status}
    match status:
        case "creator":
            body["is_anonymous"] = False
        case "administrator":
            body |= {"can_be_edited": False, "is_anonymous": False} | dict.fromkeys(_ADMIN_RIGHTS, True)
        case "restricted":
            body |= {"is_member": True, "until_date": 0} | dict.fromkeys(_MEMBER_RIGHTS, False)
        case "kicked":
            body["until_date"] = 0
    return body


@dataclass(eq=False)
class Message:
    """One message as everybody in the chat sees it.

    `html` is the text as it was sent, `thread` the topic's id, `inline_id` the name under which the
    bot may edit a message that a person posted through it, `edits` how often the bot changed it.
    """

    chat: "Chat"
    id: int
    sender: User
    date: int
    content: Formatted | None = None
    markup: Json | None = None
    link_preview: Json | None = None
    thread: int | None = None
    reply_to: "Message | None" = None
    via_bot: User | None = None
    inline_id: str = ""
    extra: Json = field(default_factory=dict)
    edits: int = 0
    edit_date: int = 0
    deleted: bool = False
    reactions: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.content.text if self.content else ""

    @property
    def is_notice(self) -> bool:
        """Whether nobody said it: somebody joined, a topic was opened."""
        return self.content is None and not self.extra.keys() & {"document", "photo"}

    @property
    def html(self) -> str:
        return self.content.source if self.content else ""

    @property
    def entities(self) -> tuple[Entity, ...]:
        return self.content.entities if self.content else ()

    @property
    def buttons(self) -> list[list[str]]:
        """The labels of the buttons, row by row."""
        return [[button["text"] for button in row] for row in self._rows]

    def button(self, label: str) -> Json:
        """The button of that label; AssertionError naming the labels where there is none."""
        for row in self._rows:
            for button in row:
                if button["text"] == label:
                    found: Json = button
                    return found
        raise AssertionError(f"no button {label!r} under {self.text!r}, only {self.buttons}")

    @property
    def _rows(self) -> list[list[Json]]:
        rows: list[list[Json]] = self.markup["inline_keyboard"] if self.markup else []
        return rows

    def as_json(self, *, with_reply: bool = True) -> Json:
        """The Message object; `with_reply` includes the message that this one answers."""
        body: Json = {"message_id": self.id, "date": self.date, "chat": self.chat.as_json()}
        sender = "sender_chat" if self.chat.kind == "channel" else "from"
        body[sender] = self.chat.as_json() if self.chat.kind == "channel" else self.sender.as_json()
        if self.content:
            body["text"] = self.text
            if self.entities:
                body["entities"] = list(self.entities)
        optional = {
            "edit_date": self.edit_date,
            "reply_markup": self.markup,
            "link_preview_options": self.link_preview,
            "via_bot": self.via_bot.as_json() if self.via_bot else None,
        }
        body |= {name: value for name, value in optional.items() if value}
        if self.thread is not None:
            body |= {"message_thread_id": self.thread, "is_topic_message": True}
        answered = self.reply_to or self.chat.topic_opening(self.thread, besides=self)
        if answered and with_reply:
            body["reply_to_message"] = answered.as_json(with_reply=False)
        return body | self.extra

    def as_inaccessible_json(self) -> Json:
        """What a button of a message says of it when the bot may no longer see it."""
        return {"chat": self.chat.as_json(), "message_id": self.id, "date": 0}


@dataclass(eq=False)
class Topic:
    """A topic of a forum; while `closed`, only administrators write there."""

    chat: "Chat"
    id: int
    name: str
    closed: bool = False

    @property
    def messages(self) -> list[Message]:
        return [message for message in self.chat.messages if message.thread == self.id]

    @property
    def last(self) -> Message:
        return _last(self.messages, self.name)


@dataclass(eq=False)
class Chat:
    """A private chat, group, supergroup or channel; in a private chat `members` holds the person.

    `started` and `blocked` are what the person did to the bot in a private chat. `denied` are the rights that
    plain members of a group do not have, in a channel its administrators.
    """

    id: int
    kind: ChatKind
    title: str
    username: str = ""
    forum: bool = False
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    migrated_to: "Chat | None" = None
    members: dict[int, tuple[User, Status]] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    history: list[Message] = field(default_factory=list)
    denied: frozenset[str] = frozenset()

    @property
    def messages(self) -> list[Message]:
        """What is to be seen in the chat, oldest first, without notices of the system."""
        return [message for message in self.history if message.content and not message.deleted]

    @property
    def last(self) -> Message:
        return _last(self.messages, self.title)

    def status(self, user_id: int) -> Status:
        return self.members[user_id][1] if user_id in self.members else "left"

    def message(self, message_id: int) -> Message | None:
        """The message of that number unless it was deleted or never was."""
        for message in self.history:
            if message.id == message_id and not message.deleted:
                return message
        return None

    def member_json(self, user_id: int) -> Json:
        """The ChatMember of somebody who is or was there."""
        user, status = self.members[user_id]
        body = member_json(user, status)
        if self.kind == "channel" and status == "administrator":
            body |= {right: right not in self.denied for right in _POSTING_RIGHTS}
        return body

    def permissions_json(self) -> Json:
        """The ChatPermissions of a group's plain members."""
        return {right: right not in self.denied for right in _MEMBER_RIGHTS}

    def topic_opening(self, thread: int | None, besides: Message) -> Message | None:
        """The notice that opened a topic, which Telegram names as answered by each message in it."""
        opening = self.message(thread) if thread is not None else None
        return opening if opening is not besides else None

    def as_json(self) -> Json:
        body: Json = {"id": self.id, "type": self.kind}
        body["first_name" if self.kind == "private" else "title"] = self.title
        if self.username:
            body["username"] = self.username
        if self.forum:
            body["is_forum"] = True
        return body


Place = Chat | Topic


def _last(messages: list[Message], where: str) -> Message:
    if not messages:
        raise AssertionError(f"nothing was written in {where!r}")
    return messages[-1]
