"""Finds what entries are called at a glance: those of a large feed that are not worth reading whole."""

import re
from html import unescape

from bot.feeds.syndication.entry import absolute
from bot.rules.wording import printable

_BEGIN, _END = b"<![CDATA[", b"]]>"
_TEXT = rb"(?:\s[^<>]{0,500}+)?>\s{0,100}+((?:<!\[CDATA\[)?[^<]{1,600}+)</"
_ID = re.compile(rb"<(?:atom:)?(?:guid|id)" + _TEXT, re.IGNORECASE)
_LINK = re.compile(rb"<link" + _TEXT, re.IGNORECASE)
_ABOUT = re.compile(rb"[^<>]{0,500}?\srdf:about\s{0,9}=\s{0,9}[\"']([^\"'<>]{1,600})[\"']", re.IGNORECASE)


def marks_at_a_glance(item: bytes, address: str) -> tuple[str, str]:
    """Name and link of an entry as it is written in RSS or Atom that stands at this address, "" for none.

    A parser finds the same in nearly all feeds, and takes a thousand times as long.
    """
    link = _LINK.search(item)
    return _name(item), absolute(address, unescape(_said(link))) if link else ""


def _name(item: bytes) -> str:
    if found := _ID.search(item):
        return printable(_said(found))
    found = _ABOUT.match(item, 1)
    return printable(_said(found)) if found else ""


def _said(found: re.Match[bytes]) -> str:
    written = found.group(1).strip()
    plain = written.removeprefix(_BEGIN).removesuffix(_END).decode("utf-8", "replace").strip()
    return plain if written.startswith(_BEGIN) else unescape(plain)
