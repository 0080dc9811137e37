"""Where unasked messages go: one protocol, one outlet per platform, and the ways it can fail.

OutletError
├── ChatGone      the chat does not let us write any more; its subscriptions rest
├── ChatMoved     the chat has a new number; write there
├── RetryLater    try again in `seconds`
└── Refused       this message cannot be sent; others can
"""

from typing import Protocol

from bot.replies import Reply
from storage import Place


class OutletError(Exception):
    """A message did not reach its place."""


class ChatGone(OutletError):
    """The bot was blocked, kicked, or may not write there."""


class ChatMoved(OutletError):
    """The chat goes on under another number."""

    def __init__(self, chat: int) -> None:
        super().__init__(f"moved to {chat}")
        self.chat = chat


class RetryLater(OutletError):
    """Not now: the platform is slow, away, or asks for patience."""

    def __init__(self, seconds: float, why: str) -> None:
        super().__init__(why)
        self.seconds = seconds


class Refused(OutletError):
    """The platform does not accept this message."""


class Outlet(Protocol):
    """One platform's way of sending what nobody asked for."""

    platform: str

    async def send(self, place: Place, reply: Reply, nonce: str) -> str:
        """Send a reply to a place and return the message's number there.

        `nonce` (at most 25 characters) is the same for every try of the same alert, so that a platform
        that knows nonces shows it once. Raises OutletError.
        """
