"""Draws replies in Telegram's HTML. Every text is escaped here, and nowhere else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape as escape_html
from html import unescape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions

from bot.actions import pack
from bot.platforms.telegram.limits import ROW_BUTTONS, ROW_CHARACTERS, TEXT_UNITS, units
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
    plain,
    stacked,
)
from bot.rules.wording import printable

FOLDED_FROM = 400
_MENTION = re.compile(r"@(?=[A-Za-z])")
_TAG = re.compile(r"<[^<>]*>")
_STYLES = {"main": "primary", "danger": "danger"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A reply as Telegram's parameters."""

    text: str
    keyboard: InlineKeyboardMarkup | None
    preview: LinkPreviewOptions


def draw(reply: Reply) -> Drawn:
    """A reply in HTML, at most 4,096 units once Telegram has read the tags."""
    blocks = fitted(reply.blocks, _units, TEXT_UNITS)
    return Drawn(stacked(blocks, _block) or "…", keyboard(reply.rows), _preview(reply.image))


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    """Buttons in rows that a phone shows without cutting the labels."""
    if not rows:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in _wrapped(rows)])


def _wrapped(rows: Rows) -> Iterator[list[Button]]:
    for row in rows:
        part: list[Button] = []
        for button in row:
            room = ROW_CHARACTERS - sum(len(each.label) + 2 for each in part)
            if part and (len(button.label) > room or len(part) == ROW_BUTTONS):
                yield part
                part = []
            part.append(button)
        if part:
            yield part


def _button(button: Button) -> InlineKeyboardButton:
    style = _STYLES.get(button.style)
    label = printable(button.label)
    if button.does is not None:
        return InlineKeyboardButton(label, callback_data=pack(button.does), style=style)
    return InlineKeyboardButton(label, url=button.url, style=style)


def _preview(image: str) -> LinkPreviewOptions:
    if not image:
        return LinkPreviewOptions(is_disabled=True)
    return LinkPreviewOptions(url=image, prefer_large_media=True, show_above_text=True)


def _block(block: Block) -> str:
    match block:
        case Heading(text):
            return f"<b>{_span(text)}</b>"
        case Paragraph(text) | Note(text):
            return _span(text)
        case Quote(text, folded):
            expandable = " expandable" if folded or units(plain(text)) >= FOLDED_FROM else ""
            return f"<blockquote{expandable}>{_span(text)}</blockquote>"
        case Points(items, mark):
            return "\n".join(f"{mark} {_span(item)}".strip() for item in items)


def _span(span: Span) -> str:
    match span:
        case str() as text:
            return _escape(text)
        case Line(parts):
            return "".join(map(_span, parts))
        case Bold(text):
            return f"<b>{_span(text)}</b>"
        case Italic(text):
            return f"<i>{_span(text)}</i>"
        case Code(text):
            return f"<code>{_escape(text)}</code>"
        case Link(text, url):
            return f'<a href="{escape_html(url)}">{_span(text)}</a>'
        case Spoiler(text):
            return f"<tg-spoiler>{_span(text)}</tg-spoiler>"
        case Ask(command, words):
            return f"<code>/{_escape(f'{command} {words}')}</code>" if words else f"/{command}"


def _escape(text: str) -> str:
    # Telegram makes links of names with an at sign by itself, and tells their bearers.
    return escape_html(_MENTION.sub("@\u200b", printable(text)), quote=False)


def _units(block: Block) -> int:
    return units(unescape(_TAG.sub("", _block(block)))) + 2
