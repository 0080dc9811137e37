"""Unpacks .zip files, such as Letterboxd's export: never further than a limit, and never to disk."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from bot.feeds.sorts import BY_ENDING, NO_TEXT, OFFICE, SHEET, NotReadable, ending_of

MOST_BYTES = 32 * 1024 * 1024
MOST_FILES = 5000
BROKEN = "That archive is broken. Pack it anew, or send the files that are in it."
LOCKED = "That archive wants a password. Pack it without one."
TOO_MUCH = f"That archive holds too much for here: more than {MOST_BYTES // 1024 // 1024} MiB."
TOO_MANY = f"That archive holds more than {MOST_FILES:,} files; send those with reviews."
STRANGE = "That archive is packed in a way that I cannot unpack. Pack it as a plain .zip."
_OFFICE = {"word/": OFFICE, "xl/": SHEET, "mimetype": OFFICE}
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others ask for as much memory as they like
_ENCRYPTED = 1


def unpacked(body: bytes) -> Iterator[tuple[str, bytes]]:
    """The name and the content of every file that may hold reviews, in order of their names.

    Raises NotReadable, also between two files.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            left = MOST_BYTES
            for member in _wanted(archive.infolist()):
                content = _content(archive, member, left)
                left -= len(content)
                yield member.filename, content
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise error if isinstance(error, NotReadable) else NotReadable(BROKEN) from None


def _wanted(members: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    for start, said in _OFFICE.items():
        if any(member.filename.startswith(start) for member in members):
            raise NotReadable(said)
    if len(members) > MOST_FILES:
        raise NotReadable(TOO_MANY)
    wanted = [member for member in members if _is_wanted(member)]
    if not wanted:
        raise NotReadable(NO_TEXT)
    return sorted(wanted, key=lambda member: member.filename)


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(member.filename).parts
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    return not member.is_dir() and not hidden and ending_of(member.filename) in BY_ENDING


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    if member.flag_bits & _ENCRYPTED:
        raise NotReadable(LOCKED)
    if member.compress_type not in _PLAIN:
        raise NotReadable(STRANGE)
    if member.file_size > most:
        raise NotReadable(TOO_MUCH)
    with archive.open(member) as file:  # when it says that it is small, that is not believed
        content = file.read(most + 1)
    if len(content) > most:
        raise NotReadable(TOO_MUCH)
    return content
