"""Turns an article's text into plain lines, running prose and whole sentences."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

LONGEST = 50_000

_MARKS = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\u00a0", " "), ("\ufe0f", ""), ("\u200b", ""),
          ("::", ":"))  # fmt: skip
_TAG = re.compile(r"<[^<>]{0,300}>")
_IMAGE = re.compile(r"!\[[^\[\]]{0,300}\](?:\((?:[^()\n]|\([^()\n]{0,100}\)){0,500}\)|\[[^\[\]]{0,100}\])")
_LINK = re.compile(r"\[([^\[\]]{1,300})\](?:\([^()]{0,500}\)|\[[^\[\]]{0,100}\])")
_REFERENCE = re.compile(r"\[[^\[\]]{1,100}\]:\s")
_SHORTCODE = re.compile(r"\{\{[^{}]{0,1000}\}\}")
_TABLE_ROW = re.compile(r"\|\s*(?P<name>[^|]{2,40}?)\s*\|\s*(?P<value>[^|]{1,200}?)\s*\|")
_LONGEST_WORD = 500
_OVERLONG = re.compile(rf"(\S{{{_LONGEST_WORD}}})\S+")
_SPACED_STOP = re.compile(r"(?<!\s)\s++(?=[.,!?;:)]++(?:\s|$))")
_SPACED_STOPS = re.compile(r"\w [.,] ")
_STRONG = re.compile(r"\*\*|__")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_\n]{1,120})(?<=\S)\1(?![\w*_])")
# Editors that select a word with the space behind it make "_Spokes _and".
_LOOSE_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=[A-Z])([^*_\n]{1,80}?)(\s)\1(?=\w)")
_ITALICS = re.compile(r"<(i|em|cite)>\s*([^<>\n]{1,120}?)(,?)\s*</\1>", re.IGNORECASE)
_MARKUP = "<[{~*_"  # a line without any of these has none
_LEADING_MARK = re.compile(r"^(?:(?:#{1,6}|>)\s+|\|\s+(?=[^|]+$))")
_BULLET = re.compile(r"[-*•+✓✗]\s+")
BULLET = "• "
_POINTER = re.compile(
    r"(?:also read|read (?:also|more|next|our|the full)|related|see also|more (?:from|on|reviews)|"
    r"you may also|recommended (?:reading|for you)|click here|subscribe|sign up|follow us|share this|"
    r"advertisement|image|photo(?: credit)?|picture|source|via|tags?|posted (?:in|on|by)|leave a comment|"
    r"watch the trailer)\b"
    r"(?=\s?[-–—:|]|.{0,80}$)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?P<name>[A-Z][\w/&' ]{1,28}?)\s?:\s+(?P<value>\S.*)")
_FACT = re.compile(
    r"(?:directors?|directed by|(?:screen)?writers?|written by|cast|starring|stars|actors|producers?|author|"
    r"by|reviewed by|genres?|year|country|language|platform|network|released?|release date|rating|score|"
    r"certification|runtime|running time)\b(?=\s?:|\s[A-Z\d])",
    re.IGNORECASE,
)
_PARTED_ORDINAL = re.compile(r"\b(\d{1,3}) (st|nd|rd|th)\b")
_STARTS_ANEW = re.compile(rf"{_BULLET.pattern}|{_LEADING_MARK.pattern}|{_FACT.pattern}", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:(?:the |our |my |final )?(?:verdict|conclusions?|bottom line|thoughts|summary|takeaway)|"
    r"in conclusion)\W*",
    re.IGNORECASE,
)
_STUCK_HEADLINE = re.compile(r".{0,80}?\breview\b[^.!?]{0,40}?\s*[–—:|-]\s+(?=[A-Z\"'])", re.IGNORECASE)
_STOP = re.compile(r"""(?<![.!?…])[.!?…]++["')\]]*+\s+(?=["'(\[]?[A-Z0-9])""")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'.])(?:mr|mrs|ms|dr|st|jr|sr|vs|etc|no|vol|prof|capt|lt|sgt|gen|rev|e\.g|i\.e|[a-z])\.$",
    re.IGNORECASE,
)
_HEADING_WORDS = 12
_MOST_CLOSING = 8
_NARROW, _WIDE = 55, 100


@dataclass(frozen=True)
class Article:
    """The lines that say something of the work, first to last; links to other texts are gone."""

    lines: tuple[str, ...]

    @property
    def head(self) -> tuple[str, ...]:
        """The first five lines: nearly always the place of the title."""
        return self.lines[:5]

    @cached_property
    def text(self) -> str:
        return "\n".join(self.lines)

    @cached_property
    def lowered(self) -> str:
        """The text in small letters, for patterns that do not care: much cheaper than to ignore the case."""
        return self.text.lower()

    @cached_property
    def body(self) -> str:
        """All but the first line."""
        return "\n".join(self.lines[1:])

    @cached_property
    def labels(self) -> dict[str, str]:
        """Facts given as "Director: ...", under their name in small letters; the first of each."""
        found: dict[str, str] = {}
        for line in self.lines:
            label = _LABEL.fullmatch(line) if len(line) < 400 else None
            if label and len(label["name"].split()) <= 4:
                found.setdefault(label["name"].lower(), label["value"])
        return found

    @cached_property
    def closing(self) -> frozenset[str]:
        """The sentences under a heading such as "Verdict", where they are few."""
        starts = [index for index, line in enumerate(self.lines) if _CLOSING.fullmatch(line)]
        below = self.lines[starts[-1] + 1 :] if starts else ()
        sentences = frozenset(sentence for line in below for sentence in _prose(line))
        return sentences if len(sentences) <= _MOST_CLOSING else frozenset()

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The running prose in order, each sentence once, without labels, headings and stuck headlines."""
        found: dict[str, str] = {}
        for line in self.lines:
            for sentence in _prose(line):
                found.setdefault(_key(sentence), sentence)
        return tuple(found.values())


def read_lines(text: str) -> Article:
    """The article of a plain or lightly marked-up text; only its first 50,000 characters are read."""
    lines = (_plain_line(line) for line in _unwrapped(raw_lines(text)))
    return Article(tuple(line for line in lines if line and not _POINTER.match(line)))


def raw_lines(text: str) -> list[str]:
    """The lines of the text's first 50,000 characters with straight quotes, without entities.

    A table's row of two cells becomes a label; a space before each stop, as language corpora have it, goes,
    and so does what a "word" has beyond 500 characters.
    """
    plain = html.unescape(text[:LONGEST])[:LONGEST]
    for mark, plain_mark in _MARKS:
        plain = plain.replace(mark, plain_mark)
    if any(len(word) > _LONGEST_WORD for word in plain.split()):
        plain = _OVERLONG.sub(r"\1", plain)
    if " ." in plain and len(_SPACED_STOPS.findall(plain)) > len(plain) // 200 > 0:
        plain = _SPACED_STOP.sub("", plain)
    return [_unboxed(line) for line in plain.splitlines()]


def _unboxed(line: str) -> str:
    row = _TABLE_ROW.fullmatch(line.strip()) if line.lstrip().startswith("|") else None
    return f"{row['name'].strip('* ')}: {row['value'].strip('* ')}" if row else line


def is_fact(line: str) -> bool:
    """Whether the line is a label such as "Director: ..." with what belongs to it, and so not the title."""
    return bool(_FACT.match(line))


def split_sentences(paragraph: str) -> list[str]:
    """Whole sentences; abbreviations and initials do not end one."""
    sentences, start = [], 0
    for stop in _STOP.finditer(paragraph):
        ended = paragraph[start : stop.end()].rstrip()
        if _ABBREVIATION.search(ended[-8:]):
            continue
        sentences.append(ended)
        start = stop.end()
    return [*sentences, paragraph[start:]] if paragraph[start:] else sentences


def words(text: str) -> int:
    """How many words the text has."""
    return len(text.split())


def _unwrapped(lines: list[str]) -> Iterator[str]:
    """Joins the lines of a paragraph that was broken at a fixed width."""
    open_line, width, quoting = "", 0, False
    for line in lines:
        stripped = line.strip()
        if quoting and stripped.startswith("> "):
            stripped = stripped[2:].lstrip()
        quoting = line.lstrip().startswith("> ")
        broken = (
            _NARROW <= width <= _WIDE and open_line[-1:] not in set(".!?:") and not _POINTER.match(open_line)
        )
        if broken and 0 < len(stripped) <= _WIDE and not _STARTS_ANEW.match(stripped):
            open_line = f"{open_line} {stripped}"
        else:
            yield open_line
            open_line = stripped
        width = len(stripped)
    yield open_line


def _plain_line(line: str) -> str:
    line = line.strip()
    if _REFERENCE.match(line) or line.startswith(("http://", "https://", "www.")):
        return ""
    line = _without_markup(line) if any(mark in line for mark in _MARKUP) else line
    line = _LEADING_MARK.sub("", _BULLET.sub(BULLET, line, count=1) if _BULLET.match(line) else line, count=1)
    line = _PARTED_ORDINAL.sub(r"\1\2", " ".join(line.split()))
    return line if any(character.isalnum() or character in "★☆⭐" for character in line) else ""


def _without_markup(line: str) -> str:
    line = _TAG.sub("", _ITALICS.sub(_quoted, _SHORTCODE.sub("", line))).replace("~~", "")
    line = _LINK.sub(r"\1", _IMAGE.sub("", line))
    return _EMPHASIS.sub(_quoted, _LOOSE_EMPHASIS.sub(_quoted, _STRONG.sub("", line)))


def _quoted(emphasis: re.Match[str]) -> str:
    """Emphasis on a name is how many writers quote a title; any other is only taken off."""
    inner = emphasis[2]
    is_name = inner[0].isupper() and words(inner) <= 8 and inner[-1] not in ".!:"
    behind = emphasis[3] if emphasis.re.groups > 2 else ""
    return (f"'{inner}'" if is_name else inner) + behind


def _prose(line: str) -> list[str]:
    line = line.removeprefix(BULLET)
    label = _LABEL.fullmatch(line) if len(line) < 200 else None
    if label and words(label["name"]) <= 3:
        return []
    line = _STUCK_HEADLINE.sub("", line, count=1) if _STUCK_HEADLINE.match(line) else line
    ends = line.rstrip("\"')")[-1:] in set(".!?…")
    if not ends and words(line) <= _HEADING_WORDS:
        return []
    return split_sentences(line)


def _key(sentence: str) -> str:
    return re.sub(r"\W+", " ", sentence).strip().lower()
