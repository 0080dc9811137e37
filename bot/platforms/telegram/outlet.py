"""Sends and edits replies in Telegram chats, and translates Telegram's errors into the outlet's few."""

from collections.abc import Iterator
from contextlib import contextmanager

from telegram import Bot, ForceReply, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.outlets import ChatGone, ChatMoved, MessageGone, OutletError, Refused, RetryLater
from bot.platforms.telegram.limits import PLACEHOLDER, cut
from bot.platforms.telegram.pacer import ALERT
from bot.platforms.telegram.render import draw
from bot.replies import Reply
from storage import Place

PLATFORM = "telegram"
INLINE = "inline:"
AWAY_SECONDS = 5.0
_GONE = (
    "chat not found",
    "not enough rights",
    "need administrator rights",
    "have no rights",
    "chat_write_forbidden",
)
_MESSAGE_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")
_UNCHANGED = "message is not modified"
_TOPIC = ("message thread not found", "topic_closed", "topic_deleted")


class TopicGone(OutletError):
    """The topic is closed or deleted; its chat may still be written to."""


class TelegramOutlet:
    """Sends alerts and redraws cards. An alert that finds its topic closed goes to the chat itself."""

    platform = PLATFORM

    def __init__(self, bot: ExtBot[int]) -> None:
        self._bot = bot

    async def send(self, place: Place, reply: Reply, nonce: str) -> str:
        """See Outlet. Telegram knows no nonce: a send that times out may be repeated."""
        try:
            message = await self._send(place, reply)
        except TopicGone:
            message = await self._send(Place(place.platform, place.chat, 0, place.kind), reply)
        return str(message.message_id)

    async def edit(self, place: Place, message: str, reply: Reply) -> None:
        """See Outlet. An inline card, whose chat is not known, goes by INLINE and its own number."""
        drawn = draw(reply)
        inline = message.removeprefix(INLINE) if message.startswith(INLINE) else None
        with translated(), unchanged():
            await self._bot.edit_message_text(
                drawn.text,
                chat_id=None if inline else place.chat,
                message_id=None if inline else int(message),
                inline_message_id=inline,
                parse_mode=ParseMode.HTML,
                reply_markup=drawn.keyboard,
                link_preview_options=drawn.preview,
                rate_limit_args=ALERT,
            )

    async def _send(self, place: Place, reply: Reply) -> Message:
        drawn = draw(reply)
        with translated():
            return await self._bot.send_message(
                place.chat,
                drawn.text,
                parse_mode=ParseMode.HTML,
                reply_markup=drawn.keyboard,
                link_preview_options=drawn.preview,
                message_thread_id=place.thread or None,
                rate_limit_args=ALERT,
            )


async def send_reply(bot: Bot, place: Place, reply: Reply, to: int | None = None) -> str:
    """Answer in a chat, as a reply to the message `to` where it is still there; the answer's number.

    Raises OutletError.
    """
    drawn = draw(reply)
    answering = ReplyParameters(to, allow_sending_without_reply=True) if to else None
    with translated():
        message = await bot.send_message(
            place.chat,
            drawn.text,
            parse_mode=ParseMode.HTML,
            reply_markup=_asking(reply) or drawn.keyboard,
            link_preview_options=drawn.preview,
            message_thread_id=place.thread or None,
            reply_parameters=answering,
        )
    return str(message.message_id)


def _asking(reply: Reply) -> ForceReply | None:
    """Opens the reader's keyboard for the answer."""
    if not reply.asks:
        return None
    return ForceReply(input_field_placeholder=cut(reply.asks, PLACEHOLDER))


@contextmanager
def unchanged() -> Iterator[None]:
    """Around an edit: one that is refused because it changes nothing is no error."""
    try:
        yield
    except BadRequest as error:
        if _UNCHANGED not in error.message.casefold():
            raise


@contextmanager
def translated() -> Iterator[None]:
    """Turns Telegram's errors into OutletErrors."""
    try:
        yield
    except Forbidden as error:
        raise ChatGone(error.message) from error
    except ChatMigrated as error:
        raise ChatMoved(error.new_chat_id) from error
    except RetryAfter as error:
        raise RetryLater(AWAY_SECONDS, error.message) from error
    except BadRequest as error:
        raise _refusal(error) from error
    except NetworkError as error:
        raise RetryLater(AWAY_SECONDS, error.message) from error
    except TelegramError as error:
        raise Refused(error.message) from error


def _refusal(error: BadRequest) -> OutletError:
    # python-telegram-bot capitalises what Telegram says, so the case tells nothing.
    said = error.message.casefold()
    if any(text in said for text in _TOPIC):
        return TopicGone(error.message)
    if any(text in said for text in _GONE):
        return ChatGone(error.message)
    if any(text in said for text in _MESSAGE_GONE):
        return MessageGone(error.message)
    return Refused(error.message)
