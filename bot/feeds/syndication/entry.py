"""What every kind of feed is read into: a title and its newest entries."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from itertools import islice
from urllib.parse import urljoin, urlsplit

from bot.rules.addresses import web_address

MOST_ENTRIES = 200
MOST_UNREAD = 5_000
LONGEST_CONTENT = 256 * 1024
LONGEST_NAME = 200
FULL_WORDS = 120
TELLING_WORDS = 20

_TAG = re.compile(r"<[^<>]*>")
_CUT_SHORT = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|read more|continue reading|read the full review|weiterlesen|lire la suite)"
    r"\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `name` is what the feed knows it by, `published` unix time in seconds.

    `content` is the longest of what the feed says of it, with its tags; `link` may be empty. `digest` stands
    for what it says, whatever its dates, links and tags are.
    """

    name: str
    title: str
    link: str = ""
    author: str = ""
    published: int | None = None
    content: str = ""
    digest: str = ""

    @property
    def words(self) -> list[str]:
        """Title and content without tags."""
        return f"{self.title} {_TAG.sub(' ', self.content)}".split()

    @property
    def telling(self) -> bool:
        """Whether it says enough that no other entry would say the same."""
        return len(self.words) >= TELLING_WORDS

    @property
    def full(self) -> bool:
        """Whether the feed has the whole text, and not a teaser of it."""
        words = self.words
        return len(words) >= FULL_WORDS and not _CUT_SHORT.search(" ".join(words[-6:]))

    def packed(self) -> str:
        """The entry as a text to keep."""
        return json.dumps(asdict(self), ensure_ascii=True)

    @staticmethod
    def unpacked(text: str) -> "Entry":
        return Entry(**json.loads(text))


@dataclass(frozen=True, slots=True)
class Document:
    """A feed as it was fetched. `rest` is how many seconds it asks to be left alone between readings.

    `unread` are the names of entries that stand there too and were not read, as there are so many.
    """

    title: str
    entries: tuple[Entry, ...]
    rest: int = 0
    unread: tuple[str, ...] = ()


class NotAFeed(ValueError):
    """What was fetched is no feed; the message says so, for people to read."""


def told_apart(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries with a name each that no other one has, and links that lead to this one alone.

    What stands twice stands once; a name that several share is made longer.
    """
    entries = (replace(entry, digest=_digest(" ".join(entry.words))) for entry in entries)
    different = list({(entry.name, entry.digest): entry for entry in entries}.values())[:MOST_ENTRIES]
    names = Counter(entry.name for entry in different)
    links = Counter(entry.link for entry in different)
    found: dict[str, Entry] = {}
    for entry in different:
        link = entry.link if links[entry.link] == 1 and _leads_to_one(entry.link) else ""
        name = _name(entry.name, link or entry.digest[:16]) if names[entry.name] > 1 else entry.name or link
        named = _short(name or f"title {entry.title}")
        found.setdefault(named, replace(entry, name=named, link=link))
    return tuple(found.values())


def unread_names(marks: Iterable[tuple[str, str]], entries: Iterable[Entry]) -> tuple[str, ...]:
    """What those of a feed are called that are not among these entries, MOST_UNREAD at most.

    `marks` are names and links of all that stands there. What these alone do not tell apart is left out.
    """
    marks = list(marks)
    names, links = Counter(name for name, _ in marks), Counter(link for _, link in marks)
    read, found = {entry.name for entry in entries}, dict[str, None]()
    for name, link in marks:
        link = link if links[link] == 1 and _leads_to_one(link) else ""
        if link or (name and names[name] == 1):
            found[_short(_name(name, link) if names[name] > 1 else name or link)] = None
    return tuple(islice((name for name in found if name not in read), MOST_UNREAD))


def absolute(address: str, link: str) -> str:
    """Where a link in a document of this address leads, "" where it is none or leads nowhere."""
    try:
        return web_address(urljoin(address, link)) if link else ""
    except ValueError:
        return ""


def _name(shared: str, mark: str) -> str:
    return f"{shared} {mark}"


def _leads_to_one(link: str) -> bool:
    parts = urlsplit(link)
    return bool(parts.path.strip("/") or parts.query)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else _digest(name)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
