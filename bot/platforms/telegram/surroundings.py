"""What the bot may do around a chat on Telegram, as Telegram answers when asked."""

from dataclasses import replace

from telegram import Bot, Chat
from telegram.constants import ChatType
from telegram.error import TelegramError
from telegram.helpers import create_deep_linked_url

from bot.findings import Surroundings, ok, warning
from bot.platforms.telegram.asking import PLATFORM
from bot.platforms.telegram.rooms import judge_room
from storage import Store
from storage.checking import followed


async def look_around(bot: Bot, chat: Chat, store: Store) -> Surroundings:
    """A chat and those of its topics that have alerts."""
    if chat.type == ChatType.PRIVATE:
        found = ok("this chat", "I may write to you until you block me")
        invite = create_deep_linked_url(bot.username, "hello", group=True)
        return Surroundings((found,), writes=True, invitation=invite)
    places = [each for each in await store.read(followed, PLATFORM) if each.place.chat == chat.id]
    try:
        # This very chat's alerts go on with the answer, so none is called resting.
        findings = await judge_room(bot, chat.id, [replace(each, resting="") for each in places])
    except TelegramError as error:
        unsure = warning("this chat", f"Telegram did not say ({error.message})", "Try again in a moment.")
        return Surroundings((unsure,), writes=False)
    return Surroundings(tuple(findings), writes=findings[0].level != "trouble")
