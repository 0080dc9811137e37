"""What the bot may do in a Telegram chat, and the words under which Telegram lets people change it."""

from dataclasses import dataclass

from telegram import (
    ChatFullInfo,
    ChatMember,
    ChatMemberAdministrator,
    ChatMemberMember,
    ChatMemberRestricted,
    ChatPermissions,
)
from telegram.constants import ChatType

from bot.findings import Finding, ok, trouble, warning


@dataclass(frozen=True, slots=True)
class Standing:
    """The bot in a chat: whether it is in, may write, and may show the pictures of links."""

    member: bool = False
    writes: bool = False
    pictures: bool = False


def standing_in(chat: ChatFullInfo, me: ChatMember) -> Standing:
    """What a member of this kind may do there."""
    channel = chat.type == ChatType.CHANNEL
    match me:
        case ChatMemberAdministrator():
            return Standing(True, writes=bool(me.can_post_messages) or not channel, pictures=True)
        case ChatMemberRestricted():
            return Standing(me.is_member, me.can_send_messages, me.can_add_web_page_previews)
        case ChatMemberMember():
            everybody = chat.permissions or ChatPermissions.all_permissions()
            writes = not channel and everybody.can_send_messages is not False
            return Standing(True, writes, everybody.can_add_web_page_previews is not False)
    return Standing()


def judge_standing(name: str, channel: bool, standing: Standing, resting: str = "") -> Finding:
    """Whether the bot can write its cards there, and what is to be changed where it cannot."""
    if not standing.member:
        return trouble(name, "I am no member there any more", "Add me again, then type /setup there.")
    if not standing.writes and channel:
        mend = "Channel, Administrators, Add Admin: make me one and switch on Post Messages."
        return trouble(name, "I may not post in this channel", mend)
    if not standing.writes:
        mend = "Group, Edit, Permissions: switch on Send Messages for all, or make me an administrator."
        return trouble(name, "I may not send messages", mend)
    if resting:
        found = f"I may write, but alerts rest since I could not ({resting})"
        return warning(name, found, "Type /setup there, then they go on.")
    if not standing.pictures:
        mend = "Group, Edit, Permissions: switch on Embed Links."
        return warning(name, "I may not show the pictures of links, so cards come without posters", mend)
    return ok(name, "I may write cards")


def judge_topic(name: str, refusal: str) -> Finding:
    """A topic that takes nothing; its alerts go to the chat itself."""
    found = f"the topic takes no messages ({refusal}); alerts go to the group's main topic"
    return warning(name, found, "Open the topic again, or type /subscribe in another one.")
