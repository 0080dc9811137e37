"""The methods that write, change, delete and mark messages."""

from dataclasses import replace

from bot.standins.telegram import errors
from bot.standins.telegram.access import check_thread, joined_chat, writable_chat
from bot.standins.telegram.buttons import check_markup
from bot.standins.telegram.chats import Chat, Json, Message
from bot.standins.telegram.errors import Refused, surprise
from bot.standins.telegram.formatting import Formatted, format_text
from bot.standins.telegram.limits import DELETABLE_SECONDS
from bot.standins.telegram.parameters import ChatId
from bot.standins.telegram.world import TelegramWorld

_CHAT_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send_message(
    world: TelegramWorld,
    *,
    chat_id: ChatId,
    text: str,
    message_thread_id: int | None = None,
    parse_mode: str = "",
    entities: list[Json] | None = None,
    link_preview_options: Json | None = None,
    disable_notification: bool = False,
    protect_content: bool = False,
    allow_paid_broadcast: bool = False,
    message_effect_id: str = "",
    reply_parameters: Json | None = None,
    reply_markup: Json | None = None,
) -> Json:
    """sendMessage"""
    chat = writable_chat(world, chat_id)
    content = format_text(text, parse_mode, entities)
    markup = check_markup(reply_markup)
    replied = _replied(chat, reply_parameters or {})
    thread = message_thread_id or (replied.thread if replied else None)
    check_thread(world, chat, thread)
    if message_effect_id and chat.kind != "private":
        raise Refused(errors.bad_request("message effects are supported only in private chats"))
    message = world.post(
        chat.topics[thread] if thread else chat,
        world.bot,
        content,
        markup=markup,
        reply_to=replied,
        link_preview=link_preview_options,
        extra={"has_protected_content": True} if protect_content else None,
    )
    return message.as_json()


def edit_message_text(
    world: TelegramWorld,
    *,
    text: str,
    chat_id: ChatId | None = None,
    message_id: int | None = None,
    inline_message_id: str = "",
    parse_mode: str = "",
    entities: list[Json] | None = None,
    link_preview_options: Json | None = None,
    reply_markup: Json | None = None,
) -> Json | bool:
    """editMessageText"""
    message = _editable(world, chat_id, message_id, inline_message_id)
    content = format_text(text, parse_mode, entities)
    return _change(
        world, message, content, check_markup(reply_markup, inline_only=True), link_preview_options
    )


def edit_message_reply_markup(
    world: TelegramWorld,
    *,
    chat_id: ChatId | None = None,
    message_id: int | None = None,
    inline_message_id: str = "",
    reply_markup: Json | None = None,
) -> Json | bool:
    """editMessageReplyMarkup"""
    message = _editable(world, chat_id, message_id, inline_message_id)
    markup = check_markup(reply_markup, inline_only=True)
    return _change(world, message, message.content, markup, message.link_preview)


def delete_message(world: TelegramWorld, *, chat_id: ChatId, message_id: int) -> bool:
    """deleteMessage"""
    chat = joined_chat(world, chat_id)
    message = chat.message(message_id)
    if message is None:
        raise Refused(errors.DELETED_NOT_FOUND)
    may_always = chat.kind != "private" and chat.status(world.bot.id) == "administrator"
    own = message.sender is world.bot or chat.kind == "private"
    fresh = world.clock() - message.date < DELETABLE_SECONDS
    if not may_always and not (own and fresh):
        raise Refused(errors.CANNOT_DELETE)
    message.deleted = True
    world.tell(f"[{chat.title}] the bot deletes: {message.text}")
    return True


def set_message_reaction(
    world: TelegramWorld,
    *,
    chat_id: ChatId,
    message_id: int,
    reaction: list[Json] | None = None,
    is_big: bool = False,
) -> bool:
    """setMessageReaction"""
    message = joined_chat(world, chat_id).message(message_id)
    if message is None:
        raise Refused(errors.REACTED_NOT_FOUND)
    chosen = [str(one.get("emoji", "")) for one in reaction or []]
    if len(chosen) > 1 or not all(chosen):
        raise Refused(errors.BAD_REACTION)
    message.reactions = chosen
    return True


def send_chat_action(
    world: TelegramWorld, *, chat_id: ChatId, action: str, message_thread_id: int | None = None
) -> bool:
    """sendChatAction"""
    chat = writable_chat(world, chat_id)
    if action not in _CHAT_ACTIONS:
        raise Refused(errors.BAD_ACTION)
    check_thread(world, chat, message_thread_id)
    return True


def _replied(chat: Chat, parameters: Json) -> Message | None:
    if not parameters:
        return None
    unknown = set(parameters) - {"message_id", "allow_sending_without_reply"}
    if unknown:
        raise Refused(surprise(f"reply_parameters with {sorted(unknown)}"))
    message = chat.message(int(parameters.get("message_id", 0)))
    if message is None and not parameters.get("allow_sending_without_reply"):
        raise Refused(errors.REPLIED_NOT_FOUND)
    return message


def _editable(
    world: TelegramWorld, chat_id: ChatId | None, message_id: int | None, inline_message_id: str
) -> Message:
    if inline_message_id:
        if inline_message_id not in world.inline_messages:
            raise Refused(errors.BAD_INLINE_MESSAGE)
        return world.inline_messages[inline_message_id]
    if chat_id is None:
        raise Refused(errors.CHAT_ID_EMPTY)
    if message_id is None:
        raise Refused(errors.MESSAGE_ID_EMPTY)
    message = writable_chat(world, chat_id).message(message_id)
    if message is None:
        raise Refused(errors.EDITED_NOT_FOUND)
    if message.sender is not world.bot:
        raise Refused(errors.CANNOT_EDIT)
    return message


def _change(
    world: TelegramWorld,
    message: Message,
    content: Formatted | None,
    markup: Json | None,
    link_preview: Json | None,
) -> Json | bool:
    old = (_looks(message.content), message.markup, message.link_preview)
    if old == (_looks(content), markup, link_preview):
        raise Refused(errors.NOT_MODIFIED)
    message.content, message.markup, message.link_preview = content, markup, link_preview
    message.edits += 1
    message.edit_date = int(world.clock())
    world.tell(f"[{message.chat.title}] the bot edits: {message.text}", message)
    return True if message.inline_id else message.as_json()


def _looks(content: Formatted | None) -> Formatted | None:
    return replace(content, source="") if content else None
