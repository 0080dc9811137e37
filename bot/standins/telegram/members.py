"""The methods that look at chats and their members, and leave them."""

from bot.standins.telegram import errors
from bot.standins.telegram.access import joined_chat
from bot.standins.telegram.chats import Json, member_json
from bot.standins.telegram.errors import Refused
from bot.standins.telegram.parameters import ChatId
from bot.standins.telegram.world import TelegramWorld


def get_chat(world: TelegramWorld, *, chat_id: ChatId) -> Json:
    """getChat"""
    chat = joined_chat(world, chat_id)
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    permissions = {"permissions": chat.permissions_json()} if chat.kind in ("group", "supergroup") else {}
    return (
        chat.as_json()
        | permissions
        | {
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": dict.fromkeys(gifts, False),
        }
    )


def get_chat_member(world: TelegramWorld, *, chat_id: ChatId, user_id: int) -> Json:
    """getChatMember"""
    chat = joined_chat(world, chat_id)
    if user_id in chat.members:
        return chat.member_json(user_id)
    stranger = world.chats.get(user_id)
    if stranger is None:
        raise Refused(errors.USER_NOT_FOUND)
    return member_json(stranger.members[user_id][0], "left")


def get_chat_administrators(
    world: TelegramWorld, *, chat_id: ChatId, return_bots: bool = False
) -> list[Json]:
    """getChatAdministrators"""
    chat = joined_chat(world, chat_id)
    if chat.kind == "private":
        raise Refused(errors.NO_ADMINS_IN_PRIVATE)
    rulers = [
        number for number, (_, status) in chat.members.items() if status in ("creator", "administrator")
    ]
    return [chat.member_json(number) for number in rulers]


def leave_chat(world: TelegramWorld, *, chat_id: ChatId) -> bool:
    """leaveChat"""
    chat = joined_chat(world, chat_id)
    if chat.kind == "private":
        raise Refused(errors.CANNOT_LEAVE_PRIVATE)
    world.set_bot_status(chat, "left", by=world.bot)
    return True
