"""Files that people send, and their captions."""

import mimetypes
from dataclasses import dataclass

from bot.standins.telegram.chats import Json
from bot.standins.telegram.formatting import typed_text
from bot.standins.telegram.limits import CAPTION_UNITS


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as somebody sent it. A photo has no name: Telegram keeps it as a picture of its own."""

    name: str
    content: bytes
    photo: bool = False

    def as_json(self, file_id: str) -> Json:
        """The part of a Message that describes it."""
        told = {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(self.content)}
        if self.photo:
            return {"photo": [{**told, "width": 90, "height": 90}]}
        kind = mimetypes.guess_type(self.name)[0] or "application/octet-stream"
        return {"document": {**told, "file_name": self.name, "mime_type": kind}}


def captioned(caption: str) -> Json:
    """The part of a Message that holds a caption. Raises ValueError where an app would let nobody send it."""
    if len(caption) > CAPTION_UNITS:
        raise ValueError(f"a caption of {len(caption)} characters")
    if not caption:
        return {}
    return {"caption": caption, "caption_entities": list(typed_text(caption).entities)}
