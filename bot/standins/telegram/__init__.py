"""A strict stand-in of the Telegram Bot API over HTTP, and people to play its users.

async with telegram_world() as world:
    ann = world.user("Ann")
    # start a bot with world.base_url and world.token, then:
    reply = await ann.say(world.private(ann), "/review Ballerina")
    answer = await ann.press(reply, "Vote")
"""

from bot.standins.telegram.actors import Actor
from bot.standins.telegram.chats import Chat, Message, Topic, User
from bot.standins.telegram.errors import Refusal, Refused
from bot.standins.telegram.faults import Delayed, Dropped
from bot.standins.telegram.limits import Pace
from bot.standins.telegram.questions import CallbackAnswer, InlineResult, InlineResults
from bot.standins.telegram.server import telegram_world
from bot.standins.telegram.world import Call, TelegramWorld

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
