"""Telegram's HTML: from marked-up text to plain text with entities, refusing what Telegram refuses."""

import re
from typing import Any

from bot.standins.telegram.errors import Refused, bad_entities, surprise

Entity = dict[str, Any]

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_ATTRIBUTES = {
    "span": {"class"},
    "a": {"href"},
    "code": {"class"},
    "blockquote": {"expandable"},
    "tg-emoji": {"emoji-id"},
}
_TAG = re.compile(r"""<(?P<end>/?)(?P<name>[^\s>/]*)(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>""")
_ATTRIBUTE = re.compile(r"""\s*([A-Za-z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6}));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_LINK = re.compile(r"(https?://[^\s/?#]+\.[^\s]+|tg://\S+|mailto:\S+|tel:\S+)", re.IGNORECASE)
_MENTION = re.compile(r"tg://user\?id=(\d+)", re.IGNORECASE)


def utf16_length(text: str) -> int:
    """Telegram's measure of a text: characters beyond the basic plane count twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse(source: str) -> tuple[str, list[Entity]]:
    """The plain text and its entities, offsets in UTF-16 units. Raises Refused for bad markup."""
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._text: list[str] = []
        self._units = 0
        self._open: list[tuple[str, Entity]] = []
        self._entities: list[Entity] = []

    def run(self) -> tuple[str, list[Entity]]:
        at = 0
        while at < len(self._source):
            if self._source[at] != "<":
                words = self._source[at:].partition("<")[0]
                self._write(words)
                at += len(words)
                continue
            tag = _TAG.match(self._source, at)
            if tag is None:
                raise Refused(bad_entities(f"Unclosed start tag at byte offset {self._byte(at)}"))
            (self._end if tag["end"] else self._start)(tag["name"].lower(), tag["rest"], self._byte(at))
            at = tag.end()
        if self._open:
            name = self._open[-1][0]
            raise Refused(bad_entities(f'Can\'t find end tag corresponding to start tag "{name}"'))
        entities = sorted(self._entities, key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self._text), entities

    def _byte(self, at: int) -> int:
        return len(self._source[:at].encode())

    def _write(self, markup: str) -> None:
        text = _REFERENCE.sub(_character, markup)
        self._text.append(text)
        self._units += utf16_length(text)

    def _start(self, name: str, rest: str, byte: int) -> None:
        if name not in _TAGS:
            raise Refused(bad_entities(f'Unsupported start tag "{name}" at byte offset {byte}'))
        attributes = _read_attributes(name, rest, byte)
        outer = [entity["type"] for _, entity in self._open]
        language_of_pre = name == "code" and outer[-1:] == ["pre"] and "class" in attributes
        if {"code", "pre"} & set(outer) and not language_of_pre:
            raise Refused(surprise(f"<{name}> inside <{outer[-1]}>, where Telegram drops it"))
        if name in ("code", "pre") and outer and not language_of_pre and set(outer) - {"blockquote", "pre"}:
            raise Refused(surprise(f"<{name}> inside {outer}, where Telegram drops one of the two"))
        if name == "blockquote" and any(kind.endswith("blockquote") for kind in outer):
            raise Refused(bad_entities(f"Unexpected nested blockquote at byte offset {byte}"))
        self._open.append((name, {"offset": self._units, **_described(name, attributes, byte)}))

    def _end(self, name: str, rest: str, byte: int) -> None:
        if not self._open:
            raise Refused(bad_entities(f"Unexpected end tag at byte offset {byte}"))
        opened, entity = self._open.pop()
        if name != opened or rest.strip():
            raise Refused(
                bad_entities(
                    f'Unmatched end tag at byte offset {byte}, expected "</{opened}>", found "</{name}>"'
                )
            )
        language = entity.pop("language", None)
        if opened == "code" and self._open and self._open[-1][0] == "pre":
            self._open[-1][1]["language"] = language
        elif self._units > entity["offset"]:
            kept = {"language": language} if language and opened == "pre" else {}
            self._entities.append({**entity, "length": self._units - entity["offset"], **kept})


def _character(match: re.Match[str]) -> str:
    name, decimal, hexadecimal = match.groups()
    if name:
        return _NAMED[name]
    number = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(number) if 0 < number < 0x110000 else match[0]


def _read_attributes(name: str, rest: str, byte: int) -> dict[str, str]:
    attributes: dict[str, str] = {}
    at = 0
    while rest[at:].strip():
        match = _ATTRIBUTE.match(rest, at)
        if match is None:
            raise Refused(
                bad_entities(f'Empty attribute name in the tag "{name}" at byte offset {byte}'),
            )
        key = match[1].lower()
        if key not in _ATTRIBUTES.get(name, set()):
            raise Refused(surprise(f"the attribute {key!r} of <{name}>, which Telegram ignores"))
        value = next((group for group in match.groups()[1:] if group is not None), "")
        attributes[key] = _REFERENCE.sub(_character, value)
        at = match.end()
    return attributes


def _described(name: str, attributes: dict[str, str], byte: int) -> Entity:
    match name:
        case "span" if attributes.get("class") != "tg-spoiler":
            raise Refused(
                bad_entities(f'Tag "span" must have class "tg-spoiler" at byte offset {byte}'),
            )
        case "a":
            return _link(attributes.get("href", ""))
        case "code":
            return {"type": "code", "language": attributes.get("class", "").removeprefix("language-")}
        case "blockquote" if "expandable" in attributes:
            return {"type": "expandable_blockquote"}
        case "tg-emoji":
            if not attributes.get("emoji-id", "").isdigit():
                raise Refused(bad_entities("Invalid custom emoji identifier specified"))
            return {"type": "custom_emoji", "custom_emoji_id": attributes["emoji-id"]}
    return {"type": _TAGS[name]}


def _link(href: str) -> Entity:
    if not _LINK.fullmatch(href):
        raise Refused(surprise(f"the link {href!r}, which Telegram drops"))
    mention = _MENTION.fullmatch(href)
    if mention:
        return {
            "type": "text_mention",
            "user": {"id": int(mention[1]), "is_bot": False, "first_name": "Somebody"},
        }
    return {"type": "text_link", "url": href}
