"""What happens to the chats themselves: they shut us out, let us in, or move."""

from typing import Any

from telegram import ChatMember, Update

from bot.commands import Desk
from bot.platforms.telegram.asking import PLATFORM, place_of
from storage import deliveries

_OUT = (ChatMember.BANNED, ChatMember.LEFT)


class Chats:
    """Follows what becomes of chats."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def membership(self, update: Update, context: Any) -> None:
        """Blocked or kicked: alerts rest. Let in again: they go on."""
        change = update.my_chat_member
        if change is None:
            return
        place, now = place_of(change.chat), self._desk.now()
        status = change.new_chat_member.status
        if status in _OUT:
            await self._desk.store.write(deliveries.shut_out, place, now, status)
        else:
            await self._desk.store.write(deliveries.let_in, place, now)

    async def migration(self, update: Update, context: Any) -> None:
        """A group became a supergroup, under a new number."""
        message = update.effective_message
        if message is not None and message.migrate_to_chat_id:
            await self._desk.store.write(
                deliveries.moved, PLATFORM, message.chat.id, message.migrate_to_chat_id
            )
