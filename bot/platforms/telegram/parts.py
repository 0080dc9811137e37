"""Joins what Telegram's apps cut: a text of more than 4,096 characters is sent as several messages."""

import asyncio

from telegram import Message
from telegram.constants import ChatType

from bot.platforms.telegram.limits import units

# The apps cut somewhat before the limit, where a word ends.
LONG_UNITS = 3000
WAIT_SECONDS = 1.5
CUT_UNITS = 4000
MOST_PARTS = 40
CUT = (
    "Telegram has cut that text, and here I see only its beginning. "
    "Send it to me in private, or as a .txt file."
)
_ENDS = (".", "!", "?", "…", '"', "”", ")", "\n")


class Parts:
    """Hands what follows a long text to whoever waits for it."""

    def __init__(self, wait_seconds: float = WAIT_SECONDS) -> None:
        self._wait_seconds = wait_seconds
        self._waiting: dict[tuple[int, int], asyncio.Queue[str]] = {}

    async def whole(self, message: Message, text: str) -> str:
        """The text with the parts that the same person sends right behind it."""
        key, last = _key(message), text
        if key in self._waiting or message.chat.type != ChatType.PRIVATE:
            return text
        following = self._waiting[key] = asyncio.Queue()
        try:
            for _ in range(MOST_PARTS):
                if units(last) < LONG_UNITS:
                    break
                last = await asyncio.wait_for(following.get(), self._wait_seconds)
                text += ("\n\n" if text.endswith(_ENDS) else " ") + last
        except TimeoutError:
            pass
        finally:
            del self._waiting[key]
        return text

    def takes(self, message: Message) -> bool:
        """Whether a message is a part that somebody waits for; it is handed over."""
        following = self._waiting.get(_key(message))
        if following is not None:
            following.put_nowait(message.text or "")
        return following is not None


def is_cut(message: Message) -> bool:
    """Whether more of it most likely follows that the bot does not see: in groups it sees commands only."""
    return message.chat.type != ChatType.PRIVATE and units(message.text or "") > CUT_UNITS


def _key(message: Message) -> tuple[int, int]:
    return message.chat.id, message.from_user.id if message.from_user else 0
