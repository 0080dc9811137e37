"""Makes a page's source safe and small before it is parsed: no scripts, no bombs."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice

LARGEST = 1_000_000
MOST_TAGS = 16_000
_MOST_SCRIPTS = 40
_OPENING = re.compile(
    r"<(?:!--|(?P<name>script|style|svg|template|noscript)(?=[\s/>]))", re.IGNORECASE | re.ASCII
)
_LINKED_DATA = re.compile(r"type\s*=\s*[\"']?\s*application/ld\+json", re.IGNORECASE)
_LONG_VALUE = re.compile(r"\"[^\"<>]{1000,}\"|'[^'<>]{1000,}'")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{4000,}>?")
_TAG = re.compile(r"</?[a-zA-Z]")
# Parsers copy open formatting into every paragraph that follows: a few hundred make millions of nodes.
_FORMATTING = re.compile(
    r"(</?)(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])", re.IGNORECASE
)
_MOST_COPIES = 3_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """A page's markup without what is never read, and the linked data that stood in it."""

    markup: str
    linked_data: tuple[str, ...]


def tame(text: str) -> Source:
    """Take out scripts, styles, drawings and comments; keep linked data apart; cut what is too much.

    Takes time in proportion to the text, whatever it holds, and so that parsing the rest does, too.
    """
    text, linked = _parted(text)
    text = _LONG_TAG.sub("", _LONG_VALUE.sub('""', text))[:LARGEST]
    text = _first_tags(text)
    tags = sum(1 for _ in _TAG.finditer(text))
    if tags * len(_FORMATTING.findall(text)) > _MOST_COPIES:
        text = _FORMATTING.sub(r"\1span", text)
    return Source(text, tuple(linked))


def _first_tags(text: str) -> str:
    """The text up to its last tag that is read: open tags make a parser's work grow by their square."""
    last = next(islice(_TAG.finditer(text), MOST_TAGS, None), None)
    return text[: last.start()] if last else text


def _parted(text: str) -> tuple[str, list[str]]:
    """The text without what has no words for people, and the linked data among it."""
    kept: list[str] = []
    linked: list[str] = []
    unclosed: set[str] = set()
    start = place = 0
    while opening := _OPENING.search(text, place):
        name, place = (opening["name"] or "").lower(), opening.end()
        closing = None if name in unclosed else _closing(name).search(text, place)
        if closing is None:
            unclosed.add(name)
            continue
        if name == "script" and len(linked) < _MOST_SCRIPTS:
            tag, _, content = text[opening.start() : closing.start()].partition(">")
            if _LINKED_DATA.search(tag[:300]):
                linked.append(content)
        kept.append(text[start : opening.start()])
        start = place = closing.end()
    return "".join([*kept, text[start:]]), linked


@cache
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}[^>]*>" if name else "-->", re.IGNORECASE | re.ASCII)
