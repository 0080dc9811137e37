"""Whether the bot may write, edit or look where it wants to."""

from bot.standins.telegram import errors
from bot.standins.telegram.chats import PRESENT, Chat
from bot.standins.telegram.errors import Refused, kicked, migrated, not_a_member
from bot.standins.telegram.parameters import ChatId
from bot.standins.telegram.world import TelegramWorld


def known_chat(world: TelegramWorld, chat_id: ChatId) -> Chat:
    """The chat of an id or @username that has not moved on. Raises Refused."""
    if isinstance(chat_id, str):
        names = {chat.username.lower(): chat for chat in world.chats.values() if chat.kind != "private"}
        chat = names.get(chat_id.removeprefix("@").lower())
    else:
        chat = world.chats.get(chat_id)
    if chat is None:
        raise Refused(errors.CHAT_NOT_FOUND)
    if chat.migrated_to is not None:
        raise Refused(migrated(chat.migrated_to.id))
    return chat


def joined_chat(world: TelegramWorld, chat_id: ChatId) -> Chat:
    """A chat whose members the bot belongs to. Raises Refused."""
    chat = known_chat(world, chat_id)
    status = chat.status(world.bot.id)
    if chat.kind != "private" and status == "kicked":
        raise Refused(kicked(chat.kind))
    if chat.kind != "private" and status not in PRESENT:
        raise Refused(not_a_member(chat.kind))
    return chat


def writable_chat(world: TelegramWorld, chat_id: ChatId) -> Chat:
    """A chat that takes the bot's messages now. Raises Refused."""
    chat = joined_chat(world, chat_id)
    status = chat.status(world.bot.id)
    if chat.kind == "private":
        _check_private(chat)
    elif chat.kind == "channel" and (status != "administrator" or "can_post_messages" in chat.denied):
        raise Refused(errors.NOT_CHANNEL_ADMIN)
    elif status == "restricted" or (status == "member" and "can_send_messages" in chat.denied):
        raise Refused(errors.NO_RIGHT_TO_SEND)
    return chat


def check_thread(world: TelegramWorld, chat: Chat, thread: int | None) -> None:
    """Refused where the topic does not exist, or is closed and the bot no administrator."""
    if thread is None:
        return
    topic = chat.topics.get(thread)
    if topic is None:
        raise Refused(errors.THREAD_NOT_FOUND)
    if topic.closed and chat.status(world.bot.id) != "administrator":
        raise Refused(errors.TOPIC_CLOSED)


def _check_private(chat: Chat) -> None:
    if chat.deactivated:
        raise Refused(errors.DEACTIVATED)
    if chat.blocked:
        raise Refused(errors.BLOCKED)
    if not chat.started:
        raise Refused(errors.NEVER_STARTED)
