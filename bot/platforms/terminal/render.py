"""Draws replies for a terminal. rich's markup is never used, so no text can be taken for it."""

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text

from bot.replies import (
    Ask,
    Block,
    Bold,
    Button,
    Code,
    Form,
    Heading,
    Italic,
    Line,
    Link,
    Note,
    Paragraph,
    Points,
    Quote,
    Reply,
    Span,
    Spoiler,
)
from bot.rules.wording import printable


def draw(reply: Reply | Form) -> RenderableType:
    """A reply as a panel, its buttons numbered below; a form with what stands in its fields."""
    if isinstance(reply, Form):
        return _form(reply)
    parts: list[RenderableType] = [_block(block) for block in reply.blocks]
    if reply.image:
        parts.append(Text(f"poster: {printable(reply.image)}", style="dim"))
    if reply.rows:
        parts += [Rule(style="dim"), _buttons(reply)]
    return Panel(Group(*parts), border_style="yellow", expand=False, width=88)


def buttons_of(reply: Reply) -> list[Button]:
    """A reply's buttons in the order of their numbers, counted from 1."""
    return [button for row in reply.rows for button in row]


def _form(form: Form) -> RenderableType:
    parts: list[RenderableType] = [_styled(form.title, "bold")]
    parts += [_styled(form.note, "bold red")] if form.note else []
    for field in form.fields:
        parts.append(_styled(f"{'⚠ ' if field.doubtful else ''}{field.label}: {field.value or '—'}", ""))
        parts += [_styled(field.doubtful, "dim")] if field.doubtful else []
    return Panel(Group(*parts), border_style="yellow", expand=False, width=88)


def _buttons(reply: Reply) -> Text:
    text = Text()
    number = 0
    for row in reply.rows:
        for button in row:
            number += 1
            text.append(f"[{number}]", style="bold yellow").append(f" {printable(button.label)}  ")
        text.append("\n")
    text.rstrip()
    return text


def _block(block: Block) -> Text:
    match block:
        case Heading(text):
            return _styled(text, "bold")
        case Paragraph(text):
            return _styled(text, "")
        case Quote(text):
            return _styled(text, "italic")
        case Note(text):
            return _styled(text, "dim")
        case Points(items, mark):
            return Text("\n").join(Text(f"{mark} ".lstrip()).append_text(_span(item)) for item in items)


def _styled(span: Span, style: str) -> Text:
    text = _span(span)
    text.stylize(style)
    return text


def _span(span: Span) -> Text:
    match span:
        case str() as text:
            return Text(printable(text))
        case Line(parts):
            return Text("").join(map(_span, parts))
        case Bold(text):
            return _styled(text, "bold")
        case Italic(text):
            return _styled(text, "italic")
        case Code(text):
            return Text(printable(text), style="cyan")
        case Ask(command, words):
            return Text(f"/{command} {printable(words)}".rstrip(), style="cyan")
        case Link(text, url):
            return _span(text).append(f" ({printable(url)})", style="dim")
        case Spoiler(text):
            return _styled(text, "black on black")
