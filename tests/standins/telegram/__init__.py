"""A strict stand-in of the Telegram Bot API over HTTP, and people to play its users.

async with telegram_world() as world:
    ann = world.user("Ann")
    # start a bot with world.base_url and world.token, then:
    reply = await ann.say(world.private(ann), "/review Ballerina")
    answer = await ann.press(reply, "Vote")
"""

from .actors import Actor
from .chats import Chat, Message, Topic, User
from .errors import Refusal, Refused
from .faults import Delayed, Dropped
from .limits import Pace
from .questions import CallbackAnswer, InlineResult, InlineResults
from .server import telegram_world
from .world import Call, TelegramWorld

__all__ = [
    "Actor",
    "Call",
    "CallbackAnswer",
    "Chat",
    "Delayed",
    "Dropped",
    "InlineResult",
    "InlineResults",
    "Message",
    "Pace",
    "Refusal",
    "Refused",
    "TelegramWorld",
    "Topic",
    "User",
    "telegram_world",
]
