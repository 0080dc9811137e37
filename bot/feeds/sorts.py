"""Tells what a file or a page is: by what it says, then by its name, then by its media type."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from bot.feeds.bulk import is_table
from bot.feeds.pages.decoding import decode

Sort = Literal["records", "lines", "table", "export", "page", "text", "archive"]

BY_ENDING: dict[str, Sort] = {
    ".json": "records", ".jsonl": "lines", ".csv": "table", ".tsv": "table", ".xml": "export",
    ".wxr": "export", ".html": "page", ".htm": "page", ".md": "text", ".markdown": "text",
    ".txt": "text", ".zip": "archive",
}  # fmt: skip
_BY_KIND: dict[str, Sort] = {
    "application/json": "records", "text/json": "records", "application/jsonl": "lines",
    "application/x-ndjson": "lines", "application/x-jsonlines": "lines", "text/csv": "table",
    "text/tab-separated-values": "table", "application/zip": "archive", "text/plain": "text",
    "text/markdown": "text", "text/x-markdown": "text", "text/html": "page", "application/xhtml+xml": "page",
}  # fmt: skip
_FEEDS = (b"<rss", b"<feed", b"<rdf:rdf", b"https://jsonfeed.org/")
_EXPORT = (b"wordpress.org/export", b"<wp:")
_ZIP = b"PK\x03\x04"
_HEAD = 4096
_ODD_SHARE = 0.05
_RECORDS = re.compile(r"\s*(?:\[\s*)?\{\s*\"")
_LINED_UP = re.compile(r"\s*\{.*\}[ \t\r]*\n\s*\{")
A_FEED = "That is a feed of many reviews; read it with python -m bot feeds add, and its address."
NO_TEXT = "That is nothing that I can read; I read .txt, .md, .html, .csv, .json, .jsonl, .xml and .zip."


class NotReadable(ValueError):
    """It is nothing that reviews are read from: a sentence for people, with what to do instead."""


@dataclass(frozen=True, slots=True)
class _Other:
    """Something else that people hand over: how it is known, and what to do instead."""

    said: str
    endings: tuple[str, ...]
    kinds: tuple[str, ...]
    marks: tuple[bytes, ...] = ()


OFFICE = "That is a word processor's document. Paste its text, or save it as .txt or .html and send that."
SHEET = "That is a spreadsheet. Save it as CSV (UTF-8) and send that."
OTHERS = (
    _Other(
        "That is a picture, and I read only words. Paste the review's text, or send it as a .txt file.",
        (".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic", ".svg", ".bmp", ".tif", ".tiff"),
        ("image/",),
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8"),
    ),
    _Other(
        "That is a PDF, which I cannot take apart. Copy its text and paste it, or send it as a .txt file.",
        (".pdf",),
        ("application/pdf",),
        (b"%PDF-",),
    ),
    _Other(
        OFFICE,
        (".docx", ".doc", ".odt", ".rtf", ".pages", ".epub"),
        (
            "application/msword",
            "application/rtf",
            "text/rtf",
            "application/epub",
            "application/vnd.apple.pages",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.openxmlformats-officedocument.word",
        ),
        (b"{\\rtf", b"\xd0\xcf\x11\xe0"),
    ),
    _Other(
        SHEET,
        (".xlsx", ".xls", ".ods", ".numbers"),
        (
            "application/vnd.ms-excel",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.openxmlformats-officedocument.spreadsheet",
        ),
    ),
    _Other(
        "That is a recording, and I read only words. Paste the review's text, or send it as a .txt file.",
        (".mp3", ".m4a", ".ogg", ".oga", ".wav", ".flac", ".mp4", ".mov", ".mkv", ".webm", ".avi"),
        ("audio/", "video/"),
        (b"ID3\x03", b"ID3\x04", b"OggS", b"\x1aE\xdf\xa3"),
    ),
    _Other(
        "I cannot unpack that. Send the file that is in it, or pack it as .zip.",
        (".rar", ".7z", ".gz", ".tgz", ".tar", ".bz2", ".xz"),
        (
            "application/gzip",
            "application/x-gzip",
            "application/x-rar",
            "application/vnd.rar",
            "application/x-7z",
            "application/x-tar",
        ),
        (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"\xfd7zXZ"),
    ),
)


def refusal_of(name: str, kind: str) -> str:
    """Why a file is not worth getting, by its name and media type; empty where it may be."""
    ending = ending_of(name)
    if ending in BY_ENDING:
        return ""
    told = (
        other.said
        for other in OTHERS
        if ending in other.endings or (not ending and kind.startswith(other.kinds))
    )
    return next(told, "")


def sort_of(body: bytes, name: str = "", kind: str = "") -> Sort:
    """What it is. `name` is a file's or an address's last part, `kind` a media type; both may be empty.

    Raises NotReadable.
    """
    head, ending = body[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n"), ending_of(name)
    for other in OTHERS:
        if other.marks and head.startswith(other.marks):
            raise NotReadable(other.said)
    if head.startswith(_ZIP):
        return "archive"
    text = decode(body[:_HEAD])
    odd = sum(not (each.isprintable() or each.isspace()) for each in text)
    if odd > _ODD_SHARE * len(text):
        raise NotReadable(refusal_of(name, kind) or NO_TEXT)
    named = BY_ENDING.get(ending) or _BY_KIND.get(kind)
    told = _told(body, head.lower(), text)
    # One record on one line is both, and so its name decides.
    if told in ("records", "lines") and named in ("records", "lines"):
        return named
    return told or named or ("page" if text.lstrip().startswith("<") else "text")


def ending_of(name: str) -> str:
    """The ending of a file's name in small letters, "" for none: ".csv"."""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def _told(body: bytes, head: bytes, text: str) -> Sort | None:
    """What it says that it is; None where it could be several things."""
    if any(mark in head for mark in _EXPORT) and head.startswith((b"<?xml", b"<rss")):
        return "export"
    if any(mark in head[:1000] for mark in _FEEDS):
        raise NotReadable(A_FEED)
    if text.lstrip().lower().startswith(("<!doctype html", "<html")):
        return "page"
    if _RECORDS.match(text) and '"work"' in (whole := decode(body)):
        return "lines" if _LINED_UP.match(whole) else "records"
    return "table" if is_table(text) else None
