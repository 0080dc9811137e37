"""Reads the posts of a WordPress export (WXR) as a stream: never more of it in memory than one post.

The parser is the standard library's expat, which opens nothing by itself. A document that declares a type of
its own is refused at once: with it, its entities could be made to swell or to name files.
"""

from calendar import timegm
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from time import strptime
from xml.parsers import expat

LONGEST_TEXT = 1024 * 1024
_LONGEST_TAG = 1024 * 1024
_DEEPEST = 64
_YEARS = range(1990, 2101)
_ITEM, _AUTHOR, _CHANNEL = "item", "wp:author", "channel"
_FIELDS = frozenset({
    "title", "link", "guid", "dc:creator", "category", "content:encoded", "wp:post_type", "wp:status",
    "wp:post_password", "wp:post_date_gmt", "wp:post_date",
})  # fmt: skip
_CATEGORY, _LONGEST_FILING = "category", 2000
_LOGIN, _DISPLAYED = "wp:author_login", "wp:author_display_name"
# XML allows none of these, and WordPress lets authors paste them.
_CONTROLS = (
    b"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b"
    b"\x1c\x1d\x1e\x1f"
)


class NotAnExport(ValueError):
    """The document is none of WordPress's, or breaks off; says why, and on which line."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Post:
    """One item: a post, a page, an attachment ... `published` is unix time in seconds,
    by the blog's own clock where the export tells no other.

    `filed` are its categories and tags; `cut` says that its text was longer than is read.
    """

    line: int
    blog: str
    kind: str
    status: str
    password: str
    title: str
    link: str
    name: str
    author: str
    published: int | None
    filed: str
    content: str
    cut: bool


def read_posts(chunks: Iterable[bytes]) -> Iterator[Post]:
    """The items of an export, in their order. Raises NotAnExport, after the last good item.

    Takes time in proportion to the document, whatever it holds.
    """
    found: list[Post] = []
    reading = _Reading(found.append)
    parser = _parser(reading)
    reading.line = lambda: parser.CurrentLineNumber
    fed = 0
    try:
        for chunk in chunks:
            plain = chunk.translate(None, _CONTROLS)
            fed += len(plain)
            parser.Parse(plain, False)
            yield from _taken(found)
            # An unfinished tag is read from its beginning again with every chunk.
            _check_tag(fed - parser.CurrentByteIndex, parser.CurrentLineNumber)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        yield from _taken(found)
        why = expat.ErrorString(error.code) or "broken"
        raise NotAnExport(error.lineno, f"is not valid XML from here on: {why}") from None
    except NotAnExport:
        yield from _taken(found)
        raise
    except (LookupError, ValueError) as error:
        raise NotAnExport(1, "is in an encoding that I cannot read; save it as UTF-8") from error
    yield from _taken(found)
    if not reading.is_export:
        raise NotAnExport(1, "is XML, but no export of WordPress")


def _check_tag(length: int, line: int) -> None:
    if length > _LONGEST_TAG:
        raise NotAnExport(line, "holds a tag that is too long")


def _taken(found: list[Post]) -> Iterator[Post]:
    yield from found
    found.clear()


def _parser(reading: "_Reading") -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reading.begin
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.StartDoctypeDeclHandler = reading.declares
    parser.EntityDeclHandler = reading.declares
    return parser


class _Reading:
    """What is open just now, and what was heard of it."""

    def __init__(self, found: Callable[[Post], None]) -> None:
        self._found = found
        self._open: list[str] = []
        self._texts: list[str] | None = None
        self._room = 0
        self._began = 0
        self._cut = False
        self._said: dict[str, str] = {}
        self._authors: dict[str, str] = {}
        self._blog = ""
        self.is_export = False
        self.line: Callable[[], int] = int

    def begin(self, name: str, _: dict[str, str]) -> None:
        self._open.append(name)
        if len(self._open) > _DEEPEST:
            raise NotAnExport(self.line(), "is nested too deeply")
        if name in (_ITEM, _AUTHOR) and self._parent() == _CHANNEL:
            self._said, self._began, self._cut = {}, self.line(), False
        if self._is_heard(name):
            self._texts, self._room = [], LONGEST_TEXT

    def text(self, text: str) -> None:
        if self._texts is None:
            return
        self._texts.append(text[: self._room])
        self._cut |= len(text) > self._room
        self._room -= len(self._texts[-1])

    def end(self, name: str) -> None:
        parent = self._parent()
        self._open.pop()
        if self._texts is not None and self._heard_in(parent, name):
            text = "".join(self._texts).strip()
            many = name == _CATEGORY and name in self._said
            self._said[name] = f"{self._said[name]}, {text}"[:_LONGEST_FILING] if many else text
            self._texts = None
        if parent != _CHANNEL:
            return
        if name == "title":
            self._blog = self._said.pop("title", "")
        elif name == _AUTHOR:
            self._authors[self._said.get(_LOGIN, "")] = self._said.get(_DISPLAYED, "")
        elif name == _ITEM and "wp:post_type" in self._said:
            self.is_export = True
            self._found(self._post())
        elif name == "wp:wxr_version":
            self.is_export = True

    def declares(self, *_: object) -> None:
        raise NotAnExport(
            self.line(), "declares a document type of its own, which no export of WordPress does"
        )

    def _parent(self) -> str:
        return self._open[-2] if len(self._open) > 1 else ""

    def _is_heard(self, name: str) -> bool:
        return self._heard_in(self._parent(), name)

    def _heard_in(self, parent: str, name: str) -> bool:
        if parent == _ITEM:
            return name in _FIELDS
        return name in (_LOGIN, _DISPLAYED) if parent == _AUTHOR else parent == _CHANNEL and name == "title"

    def _post(self) -> Post:
        said = {name: self._said.get(name, "") for name in _FIELDS}
        return Post(
            line=self._began,
            blog=self._blog,
            kind=said["wp:post_type"],
            status=said["wp:status"],
            password=said["wp:post_password"],
            title=said["title"],
            link=said["link"],
            name=said["guid"],
            author=self._authors.get(said["dc:creator"]) or said["dc:creator"],
            published=_seconds(said["wp:post_date_gmt"]) or _seconds(said["wp:post_date"]),
            filed=said[_CATEGORY],
            content=said["content:encoded"],
            cut=self._cut,
        )


def _seconds(moment: str) -> int | None:
    """Unix time; None where it is not told, which WordPress writes as a row of zeros."""
    try:
        parts = strptime(moment, "%Y-%m-%d %H:%M:%S")
    except ValueError:
        return None
    return timegm(parts) if parts.tm_year in _YEARS else None
