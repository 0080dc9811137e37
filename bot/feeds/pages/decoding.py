"""Turns a page's bytes into text, whatever they were declared to be."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*(?P<name>[\w:.+-]{2,40})", re.IGNORECASE)
# Names that mean an encoding of text. Some of Python's others take quadratic time or are no text at all.
_TEXT = re.compile(
    r"utf-?8|utf-?16(?:-?[lb]e)?|iso-?8859-\d{1,2}|latin-?1|us-ascii|ascii|(?:windows-|cp)125\d|cp866|"
    r"koi8-[ru]|gb2312|gbk|gb18030|big5(?:-?hkscs)?|shift[_-]?jis|sjis|euc-(?:jp|kr)|iso-2022-jp|"
    r"mac-?roman|tis-620",
    re.IGNORECASE,
)
_WESTERN = re.compile(r"iso-?8859-1|latin-?1|us-ascii|ascii", re.IGNORECASE)
_HEAD = 4096


def decode(body: bytes, declared: str = "") -> str:
    """The text of a page; `declared` is what its server called the encoding.

    A byte order mark is believed first, then UTF-8 where the bytes are valid UTF-8, then the server, then the
    page itself; what fits none of these is read as Western text. Never raises.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body.decode(encoding, "replace").removeprefix("\ufeff").replace("\0", "")
    if wide := _unmarked_wide(body):
        return body.decode(wide, "replace").replace("\0", "")
    inside = _DECLARED.search(body[:_HEAD])
    named = (declared, inside["name"].decode("ascii", "replace") if inside else "")
    candidates = ["utf-8", *(_as_browsers_do(name) for name in named if _TEXT.fullmatch(name.strip()))]
    if b"\x1b$" in body[:_HEAD]:
        candidates.reverse()  # ISO-2022-JP looks like ASCII, and so like UTF-8
    for encoding in candidates:
        text = _strictly(body, encoding)
        if text is not None:
            return text.replace("\0", "")
    return body.decode("cp1252", "replace").replace("\0", "")


def _as_browsers_do(name: str) -> str:
    name = name.strip()
    return "cp1252" if _WESTERN.fullmatch(name) else name


def _strictly(body: bytes, encoding: str) -> str | None:
    """The text, or None where the bytes do not fit; a last character that was cut off is no misfit."""
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(body)
    except (UnicodeError, LookupError):
        return None


def _unmarked_wide(body: bytes) -> str:
    """UTF-16 without a mark shows by its zeros: every second byte of Western text."""
    head = body[:400]
    if len(head) < 40:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < 0.4 * len(head) / 2 or min(even, odd) > 0.1 * len(head) / 2:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"
