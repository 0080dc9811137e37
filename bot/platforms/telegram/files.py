"""What comes with a command beside its words: a file, or the message that it answers."""

from functools import partial

from telegram import Document, Message
from telegram.error import TelegramError

from bot.requests import Attached, NotHandedOver

_TOO_BIG = "too big"
TOO_BIG = (
    "Telegram does not give bots files of more than 20 MB. Pack it as .zip, or use python -m bot import."
)
NOT_GIVEN = "Telegram does not give me that file just now; try again in a minute."
# What is no document has no name, and Telegram says of it only what it is.
_PICTURE, _RECORDING = "image/jpeg", "audio/ogg"


def handed_over(message: Message, words: str) -> tuple[str, Attached | None]:
    """The words and the file that come with a command, or that stand in the message which it answers."""
    if own := attached_to(message):
        return words, own
    answered = message.reply_to_message
    if words or answered is None or answered.from_user == message.get_bot().bot:
        return words, None
    if answered.document is None and (text := answered.text or answered.caption):
        return text, None
    return "", attached_to(answered)


def attached_to(message: Message) -> Attached | None:
    """The file of a message; a picture or a recording that is no document is told by its kind."""
    if (file := message.document) is not None:
        kind, size = file.mime_type or "", file.file_size or 0
        return Attached(file.file_name or "", kind.lower(), size, partial(_download, file))
    if message.photo or message.sticker:
        return Attached("", _PICTURE, 0, _refused)
    if message.video or message.audio or message.voice or message.video_note:
        return Attached("", _RECORDING, 0, _refused)
    return None


async def _download(file: Document) -> bytes:
    try:
        found = await file.get_file()
        return bytes(await found.download_as_bytearray())
    except TelegramError as error:
        why = TOO_BIG if _TOO_BIG in error.message.casefold() else NOT_GIVEN
        raise NotHandedOver(why) from None  # the error may name the address, which holds the token
    except OSError:  # a server of one's own may keep files on a disk that is not this one
        raise NotHandedOver(NOT_GIVEN) from None


async def _refused() -> bytes:
    raise NotHandedOver(NOT_GIVEN)
