"""Who asks, and where, in what Telegram sends."""

import random
from dataclasses import replace

from telegram import Bot, Chat, ChatMember, MaybeInaccessibleMessage, Message, User
from telegram.constants import ChatID, ChatType
from telegram.error import TelegramError

from bot.requests import Request
from storage import Account, Place

PLATFORM = "telegram"
_MANAGERS = (ChatMember.OWNER, ChatMember.ADMINISTRATOR)
_KINDS = {ChatType.PRIVATE: "private", ChatType.CHANNEL: "channel"}


async def request_in(
    message: MaybeInaccessibleMessage, who: User | None, now: int, *, asks_manager: bool
) -> Request:
    """A request made in a chat; looks up whether the asker manages it only where that is asked."""
    chat = message.chat
    sender = message.sender_chat if isinstance(message, Message) else None
    manages = chat.type != ChatType.GROUP and chat.type != ChatType.SUPERGROUP
    if asks_manager and not manages:
        manages = await _manages(message.get_bot(), chat, who, sender)
    account = Account(PLATFORM, who.id if who else chat.id)
    return _request(account, place_of(chat, thread_of(message)), who, now, manages=manages)


def request_alone(who: User, now: int) -> Request:
    """A request made outside any chat that the bot is in."""
    request = _request(Account(PLATFORM, who.id), Place(PLATFORM, who.id), who, now, manages=True)
    return replace(request, here=False)


def place_of(chat: Chat, thread: int = 0) -> Place:
    """A chat, or a topic of it, as a place."""
    kind = _KINDS.get(ChatType(chat.type), "group")
    return Place(PLATFORM, chat.id, thread, kind)  # type: ignore[arg-type]


def thread_of(message: MaybeInaccessibleMessage) -> int:
    """The topic a message stands in, 0 for none; the thread of a mere reply is none."""
    if isinstance(message, Message) and message.is_topic_message and message.message_thread_id:
        return message.message_thread_id
    return 0


def _request(account: Account, place: Place, who: User | None, now: int, *, manages: bool) -> Request:
    return Request(
        who=account,
        place=place,
        now=now,
        dice=random.random(),
        locale=(who.language_code if who else None) or "en",
        manages=manages,
        greets_first=True,
        name=who.full_name if who else "",
    )


async def _manages(bot: Bot, chat: Chat, who: User | None, sender: Chat | None) -> bool:
    # An administrator who writes anonymously is shown as the group itself.
    if who is None or (who.id == ChatID.ANONYMOUS_ADMIN and sender is not None and sender.id == chat.id):
        return sender is not None and sender.id == chat.id
    try:
        member = await bot.get_chat_member(chat.id, who.id)
    except TelegramError:
        return False
    return member.status in _MANAGERS
