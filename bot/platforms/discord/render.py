"""Draws replies as Discord's Components V2. Every text is escaped here, and nowhere else."""

import re
from collections.abc import Callable
from typing import Any

import discord
from discord import ui

from bot.actions import Action
from bot.platforms.discord.limits import COMPONENTS, LABEL, ROW_BUTTONS, VIEW_TEXT, cut
from bot.replies import (
    Ask,
    Block,
    Bold,
    Button,
    Code,
    Heading,
    Italic,
    Line,
    Link,
    Note,
    Paragraph,
    Points,
    Quote,
    Reply,
    Rows,
    Span,
    Spoiler,
    fitted,
    stacked,
)
from bot.rules.wording import printable

ACCENT = discord.Colour(0xE0A526)
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>])|(:)(?=//)")
_MENTION = re.compile(r"@(?=everyone|here|[!&]?\d)")
_STYLES = {
    "plain": discord.ButtonStyle.secondary,
    "main": discord.ButtonStyle.primary,
    "danger": discord.ButtonStyle.danger,
}

MakeButton = Callable[[str, discord.ButtonStyle, Action], ui.Item[Any]]


def draw(reply: Reply, make: MakeButton) -> ui.LayoutView:
    """A reply as a layout, at most 4,000 characters and 40 components; `make` makes its buttons."""
    blocks = fitted(reply.blocks, lambda block: len(_block(block)) + 2, VIEW_TEXT)
    view = ui.LayoutView(timeout=None)
    container: ui.Container[Any] = ui.Container(accent_colour=ACCENT)
    if reply.image:
        # The picture stands beside the head of the card; the rest goes below at full width.
        head, rest = blocks[:3], blocks[3:]
        container.add_item(ui.Section(_text(head), accessory=ui.Thumbnail(reply.image)))
    else:
        rest = blocks
    if rest:
        container.add_item(_text(rest))
    for row in _rows(reply.rows, COMPONENTS - 6):
        container.add_item(ui.ActionRow(*(_button(button, make) for button in row)))
    return view.add_item(container)


def _text(blocks: list[Block]) -> ui.TextDisplay[Any]:
    return ui.TextDisplay(stacked(blocks, _block) or "…")


def _rows(rows: Rows, room: int) -> list[tuple[Button, ...]]:
    found: list[tuple[Button, ...]] = []
    singles = [row for row in rows if len(row) == 1]
    narrow = len(singles) > ROW_BUTTONS
    flat = tuple(button for row in singles for button in row) if narrow else ()
    for row in (*(() if not narrow else _chunks(flat)), *(row for row in rows if not narrow or len(row) > 1)):
        for part in _chunks(row):
            if room >= len(part) + 1:
                found.append(part)
                room -= len(part) + 1
    return found


def _chunks(row: tuple[Button, ...]) -> list[tuple[Button, ...]]:
    return [row[start : start + ROW_BUTTONS] for start in range(0, len(row), ROW_BUTTONS)]


def _button(button: Button, make: MakeButton) -> ui.Item[Any]:
    label = cut(printable(button.label), LABEL)
    if button.does is not None:
        return make(label, _STYLES[button.style], button.does)
    return ui.Button(label=label, url=button.url)


def _block(block: Block) -> str:
    match block:
        case Heading(text):
            return f"## {_span(text)}"
        case Paragraph(text):
            return _span(text)
        case Quote(text):
            return "\n".join(f"> {part}" for part in _span(text).split("\n"))
        case Note(text):
            return f"-# {_span(text)}"
        case Points(items, mark):
            return "\n".join(f"{mark} {_span(item)}".strip() for item in items)


def _span(span: Span) -> str:
    match span:
        case str() as text:
            return escape(text)
        case Line(parts):
            return "".join(map(_span, parts))
        case Bold(text):
            return f"**{_span(text)}**"
        case Italic(text):
            return f"*{_span(text)}*"
        case Code(text):
            return _code(text)
        case Link(text, url):
            return f"[{_span(text)}](<{url.replace('>', '%3E').replace(' ', '%20')}>)"
        case Spoiler(text):
            return f"||{_span(text)}||"
        case Ask(command, words):
            return _code(f"/{command} {words}".rstrip())


def escape(text: str) -> str:
    """A text from outside that Discord shows as it stands: no markup, no link, no mention."""
    escaped = _MARKUP.sub(lambda found: f"\\{found.group()}", printable(text))
    return _MENTION.sub("@\u200b", escaped)


def _code(text: str) -> str:
    return f"`{printable(text).replace('`', 'ˋ')}`"
