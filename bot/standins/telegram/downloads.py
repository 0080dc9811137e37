"""The method that tells the bot where a file can be downloaded."""

from bot.standins.telegram import errors
from bot.standins.telegram.chats import Json
from bot.standins.telegram.errors import Refused
from bot.standins.telegram.limits import DOWNLOAD_BYTES
from bot.standins.telegram.world import TelegramWorld


def get_file(world: TelegramWorld, *, file_id: str) -> Json:
    """getFile"""
    file = world.files.get(file_id)
    if file is None:
        raise Refused(errors.WRONG_FILE)
    if len(file.content) > DOWNLOAD_BYTES:
        raise Refused(errors.FILE_TOO_BIG)
    path = f"{'photos' if file.photo else 'documents'}/{file_id}"
    return {
        "file_id": file_id,
        "file_unique_id": f"u{file_id}",
        "file_size": len(file.content),
        "file_path": path,
    }
