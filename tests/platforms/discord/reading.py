"""Reads what Discord is sent as its apps show it: words, hidden words, links, and marks that took effect.

The rules are those of Discord's markdown: a backslash makes punctuation plain; mentions, custom emoji and
timestamps stand in angle brackets and know no backslash before the at sign.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
BUTTON, TEXT, THUMBNAIL = 2, 10, 11
LINK_STYLE = 5

_BLOCK = re.compile(r"(?P<mark>#{1,3} |-# |>>> |> )?(?P<list>\s*(?:[-*]|\d+\.) )?")
_LINK = re.compile(r"\[(?P<text>(?:\\[\s\S]|[^\[\]\\])*)\]\(<(?P<url>[^<>\s]*)>\)")
_ANGLE = re.compile(r"<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|/[^>]+:\d+|id:\w+|https?://[^>]+)>")
_PING = re.compile(r"@(?:everyone|here)")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_TOGGLES = ("||", "**", "~~", "__", "*", "_")
OURS = frozenset({"||", "**", "*"})


@dataclass
class Read:
    """A text as it is shown. `marks` are those that took effect, `strange` what our cards never use."""

    text: str = ""
    hidden: str = ""
    links: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)


def read(content: str) -> Read:
    """What one text display shows."""
    found = Read()
    for number, words in enumerate(content.split("\n")):
        block = _BLOCK.match(words)
        assert block is not None
        if block["mark"]:
            found.marks.append(block["mark"])
        if block["list"]:
            found.strange.append(block["list"])
        if number:
            found.text += "\n"
        _inline(words[block.end() :], found)
    return found


def walk(components: list[Json]) -> Iterator[Json]:
    """All components in reading order, nested ones included."""
    for one in components:
        yield one
        yield from walk(one.get("components") or [])
        if one.get("accessory"):
            yield from walk([one["accessory"]])


def texts(components: list[Json]) -> list[str]:
    return [one["content"] for one in walk(components) if one["type"] == TEXT]


def buttons(components: list[Json]) -> list[Json]:
    return [one for one in walk(components) if one["type"] == BUTTON]


def picture(components: list[Json]) -> str:
    """The address of the first picture, "" for none."""
    return next((one["media"]["url"] for one in walk(components) if one["type"] == THUMBNAIL), "")


def _inline(words: str, found: Read) -> None:
    at = 0
    opened: dict[str, int] = {}
    while at < len(words):
        rest = words[at:]
        if link := _LINK.match(rest):
            found.links.append(link["url"])
            inner = Read()
            _inline(link["text"], inner)
            _show(found, inner.text, opened)
            found.strange += inner.strange
            at += link.end()
        elif rest[0] == "\\" and len(rest) > 1 and not rest[1].isalnum() and not rest[1].isspace():
            _show(found, rest[1], opened)
            at += 2
        elif rest[0] == "`" and (end := rest.find("`", 1)) > 0:
            _show(found, rest[1:end], opened)
            found.marks.append("`")
            at += end + 1
        elif odd := _ANGLE.match(rest) or _PING.match(rest) or _ADDRESS.match(rest):
            found.strange.append(odd[0])
            _show(found, odd[0], opened)
            at += odd.end()
        elif toggle := next((mark for mark in _TOGGLES if rest.startswith(mark)), ""):
            _turn(toggle, opened, found)
            at += len(toggle)
        else:
            _show(found, rest[0], opened)
            at += 1
    found.strange += [f"{mark} that stays open" for mark in opened]


def _turn(mark: str, opened: dict[str, int], found: Read) -> None:
    """A mark begins or ends its effect; what has no effect is shown as it stands, which is strange."""
    (found.marks if mark in OURS else found.strange).append(mark)
    if mark not in opened:
        opened[mark] = len(found.text)
    elif opened.pop(mark) == len(found.text):
        found.strange.append(f"{mark} around nothing")


def _show(found: Read, words: str, opened: dict[str, int]) -> None:
    found.text += words
    if "||" in opened:
        found.hidden += words
