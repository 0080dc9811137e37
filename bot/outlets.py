"""Where unasked messages and redraws go: one protocol, one outlet per platform, and the ways it can fail.

OutletError
├── ChatGone      the chat does not let us write any more; its subscriptions rest
├── ChatMoved     the chat has a new number; write there
├── RetryLater    try again in `seconds`
│   └── NotYet    the pace allows it only in `seconds`; that is nobody's failure
└── Refused       this message cannot be sent; others can
    └── MessageGone   the message to edit was deleted, or cannot be edited any more
PlatformAway      the whole platform cannot be reached
TokenRefused      the platform does not take the token; nothing but another token helps
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


class NotYet(RetryLater):
    """The chat's turn comes in `seconds`; with `everywhere`, no chat's comes sooner."""

    def __init__(self, seconds: float, everywhere: bool) -> None:
        super().__init__(seconds, "the turn of this message has not come")
        self.everywhere = everywhere


class Refused(OutletError):
    """The platform does not accept this message."""


class MessageGone(Refused):
    """The message to edit was deleted, or cannot be edited any more."""


class PlatformAway(Exception):
    """A platform cannot be reached; the message says why."""


class TokenRefused(Exception):
    """A platform does not take our token; the message says which setting to mend, and how."""


class Outlet(Protocol):
    """One platform's way of sending, and of redrawing, what nobody asked for just now."""

    platform: str

    async def send(self, place: Place, reply: Reply, nonce: str) -> str:
        """Send a reply to a place and return the message's number there.

        `nonce` (at most 25 characters) is the same for every try of the same alert, so that a platform
        that knows nonces shows it once. Raises OutletError.
        """

    async def edit(self, place: Place, message: str, reply: Reply) -> None:
        """Show a reply in the place of what a message of ours shows; no harm if it shows the same already.

        Raises OutletError: NotYet where answers need the pace, MessageGone where the message is not there.
        """
