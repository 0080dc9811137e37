"""Finds out what the bot may do in the Telegram chats and topics that alerts go to."""

import asyncio
from collections.abc import Sequence
from itertools import groupby

from telegram import Bot, ChatFullInfo
from telegram.constants import ChatAction, ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.findings import Finding, ok, trouble, warning
from bot.platforms.telegram.rights import judge_standing, judge_topic, standing_in
from storage.checking import Followed

AT_ONCE = 4  # the running bot shares the same rate limits
MOST = 100


async def judge_rooms(bot: Bot, followed: Sequence[Followed]) -> list[Finding]:
    """A finding for each chat and topic where something is amiss, and one for all others.

    Private chats are not judged: whether the bot is blocked shows only when something is sent.
    """
    places = sorted(
        (each for each in followed if each.place.kind != "private"),
        key=lambda each: (each.place.chat, each.place.thread),
    )
    chats = [list(group) for _, group in groupby(places, key=lambda each: each.place.chat)]
    turn = asyncio.Semaphore(AT_ONCE)
    judged = await asyncio.gather(*(_in_turn(bot, chat, turn) for chat in chats[:MOST]))
    amiss = [finding for found in judged for finding in found if finding.level != "ok"]
    fine = sum(all(finding.level == "ok" for finding in found) for found in judged)
    rest = len(chats) - len(judged)
    found = f"the bot may write in {fine} of {len(chats)} that have alerts"
    return [*amiss, ok("Telegram chats", found + (f"; {rest} more were not looked at" if rest else ""))]


async def _in_turn(bot: Bot, chat: Sequence[Followed], turn: asyncio.Semaphore) -> list[Finding]:
    async with turn:
        return await judge_room(bot, chat[0].place.chat, chat)


async def judge_room(bot: Bot, number: int, places: Sequence[Followed]) -> list[Finding]:
    """What the bot may do in one chat and in those of its topics that are among the places."""
    nameless = f"chat {number}"
    try:
        chat = await bot.get_chat(number)
        me = await bot.get_chat_member(number, bot.id)
    except ChatMigrated:
        mend = "Nothing is to be done: the next alert moves with it."
        return [warning(nameless, "it became a supergroup with another number", mend)]
    except Forbidden as error:
        found = f"I am no member there any more ({error.message})"
        return [trouble(nameless, found, "Add me again, then type /setup there.")]
    except BadRequest as error:
        found = f"it cannot be found ({error.message})"
        return [trouble(nameless, found, "Add me again, or type /subscribe in another chat.")]
    name = chat.effective_name or nameless
    resting = next((each.resting for each in places if each.resting), "")
    room = judge_standing(name, chat.type == ChatType.CHANNEL, standing_in(chat, me), resting)
    if room.level == "trouble":
        return [room]
    topics = [await _judge_topic(bot, chat, each.place.thread) for each in places if each.place.thread]
    return [room, *topics]


async def _judge_topic(bot: Bot, chat: ChatFullInfo, thread: int) -> Finding:
    # Shows for a moment that somebody types there, and leaves nothing behind.
    name = f"{chat.effective_name}, topic {thread}"
    try:
        await bot.send_chat_action(chat.id, ChatAction.TYPING, message_thread_id=thread)
    except BadRequest as error:
        return judge_topic(name, error.message)
    return ok(name, "I may write cards")
