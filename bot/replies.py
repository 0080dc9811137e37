"""What the program says, without a word of markup: a tree of text, blocks of it, and buttons.

Commands and cards build these values; each platform's renderer draws them and does all the
escaping. Nothing here knows a platform.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.actions import Action
from storage import Shown


@dataclass(frozen=True, slots=True)
class Bold:
    text: "Span"


@dataclass(frozen=True, slots=True)
class Italic:
    text: "Span"


@dataclass(frozen=True, slots=True)
class Code:
    """Something to type or copy as it stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    text: "Span"
    url: str


@dataclass(frozen=True, slots=True)
class Spoiler:
    """Hidden until the reader asks to see it."""

    text: "Span"


@dataclass(frozen=True, slots=True)
class Ask:
    """A command to type, as the platform writes it: `Ask("review", "Ballerina")` is "/review Ballerina"."""

    command: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Spans one after the other."""

    parts: tuple["Span", ...]


Span = str | Bold | Italic | Code | Link | Spoiler | Ask | Line


def line(*parts: Span) -> Line:
    return Line(parts)


@dataclass(frozen=True, slots=True)
class Heading:
    """The reply's first line. Never dropped."""

    text: Span
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text. An optional block may be left out where the platform has no room for all."""

    text: Span
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, or a longer text that may be folded away."""

    text: Span
    folded: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list, each item on a line of its own; `mark` stands before each."""

    items: tuple[Span, ...]
    mark: str = "•"
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Small print."""

    text: Span
    optional: bool = False


Block = Heading | Paragraph | Quote | Points | Note


@dataclass(frozen=True, slots=True)
class Button:
    """Does `does`, or opens the web address `url`: exactly one of the two."""

    label: str
    does: Action | None = None
    url: str = ""
    style: Literal["plain", "main", "danger"] = "plain"

    def __post_init__(self) -> None:
        if (self.does is None) == (not self.url):
            raise ValueError("a button either does something or opens an address")


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """One message. `private` ones are shown to the asker only, where the platform can.

    `shows` says which work's card it is, so that it can be kept true; None: it is no card. `asks` is what
    the reader is to write in answer ("The new summary"), "" where nothing is asked.
    """

    blocks: tuple[Block, ...]
    rows: Rows = ()
    image: str = ""
    private: bool = False
    shows: Shown | None = None
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several: what is shown, and what is sent when it is picked."""

    label: str
    value: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in: a line, a longer text, or one of `choices`. `value` is what stands there.

    `limit` is in characters. `doubtful` says what a value rests on that somebody should look at, "" where
    it is not in doubt. A `hidden` value is covered where others could read along.
    """

    name: str
    label: str
    value: str = ""
    hint: str = ""
    limit: int = 200
    long: bool = False
    required: bool = False
    choices: tuple[Choice, ...] = ()
    doubtful: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """Fields to fill in. A button that does `does` opens it; filled in, it comes back as the same action.

    `note` stands above it: what was wrong when it was handed in last. `instead` is said where the platform
    draws no forms; None: it is laid out as a message there.
    """

    title: str
    does: Action
    fields: tuple[Field, ...]
    note: str = ""
    instead: Reply | None = None


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a press leads to; every part is optional.

    `card` replaces the message that carries the button. `notice` is a short word to the presser
    alone (at most 200 characters). `reply` is a new message, `form` one to fill in. `private_chat` asks the
    presser to open a private chat with the bot, where the given action then happens.
    """

    notice: str = ""
    card: Reply | None = None
    reply: Reply | None = None
    private_chat: Action | None = None
    form: Form | None = None


def say(*parts: Span, private: bool = False) -> Reply:
    """A reply of one paragraph."""
    return Reply((Paragraph(Line(parts)),), private=private)


def fitted(blocks: Sequence[Block], measure: Callable[[Block], int], limit: int) -> list[Block]:
    """The blocks that fit into `limit`: optional ones are left out first, the last ones before others."""
    kept = list(blocks)
    room = limit - sum(map(measure, kept))
    for droppable in (lambda block: block.optional, lambda block: not isinstance(block, Heading)):
        for place in reversed(range(len(kept))):
            if room >= 0:
                return kept
            if droppable(kept[place]):
                room += measure(kept.pop(place))
    return kept


def stacked(blocks: Sequence[Block], draw: Callable[[Block], str]) -> str:
    """The blocks as `draw` draws them, one under the other; lists are set off by an empty line."""
    text = ""
    before: Block | None = None
    for block in blocks:
        if drawn := draw(block):
            if before is not None:
                text += "\n\n" if isinstance(before, Points) != isinstance(block, Points) else "\n"
            text += drawn
            before = block
    return text


def plain(span: Span) -> str:
    """The words of a span without their form; a spoiler's words are left out."""
    return "".join(_words(span))


def _words(span: Span) -> Iterator[str]:
    match span:
        case str() as text:
            yield text
        case Line(parts):
            for part in parts:
                yield from _words(part)
        case Ask(command, words):
            yield f"/{command} {words}".rstrip()
        case Spoiler():
            yield "(spoiler)"
        case Bold(text) | Italic(text) | Code(text) | Link(text):
            yield from _words(text)
