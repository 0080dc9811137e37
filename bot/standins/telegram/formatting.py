"""A text as Telegram keeps it: trimmed, measured, with the entities given and the ones it finds."""

import re
from dataclasses import dataclass
from typing import Any

from bot.standins.telegram.errors import TEXT_EMPTY, TEXT_TOO_LONG, Refused, bad_entities, surprise
from bot.standins.telegram.html import Entity, parse, utf16_length
from bot.standins.telegram.limits import ENTITIES, TEXT_UNITS

_FOUND = {
    "bot_command": re.compile(r"(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])"),
    "url": re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]"),
    "mention": re.compile(r"(?<![\w/@])@[A-Za-z][A-Za-z0-9_]{2,31}\b"),
}
_OPAQUE = {"code", "pre", "text_link", "text_mention"}


@dataclass(frozen=True, slots=True)
class Formatted:
    """Plain text, its entities in order (offsets in UTF-16 units), and the text as it was sent."""

    text: str
    entities: tuple[Entity, ...]
    source: str


def format_text(source: str, parse_mode: str = "", entities: list[dict[str, Any]] | None = None) -> Formatted:
    """What a bot's text becomes. Raises Refused where it is empty, too long or badly marked up."""
    if parse_mode and parse_mode.lower() != "html":
        raise Refused(surprise(f"the parse mode {parse_mode!r}, which the stand-in does not read"))
    if parse_mode and entities:
        raise Refused(surprise("both parse_mode and entities, of which Telegram takes one"))
    text, marked = parse(source) if parse_mode else (source, _checked(source, entities or []))
    if len(marked) > ENTITIES:
        raise Refused(surprise(f"{len(marked)} entities, of which Telegram keeps {ENTITIES}"))
    text, marked = _trimmed(text, marked)
    if not text:
        raise Refused(TEXT_EMPTY)
    if utf16_length(text) > TEXT_UNITS:
        raise Refused(TEXT_TOO_LONG)
    return Formatted(text, tuple(_with_found(text, marked)), source)


def typed_text(text: str) -> Formatted:
    """What a person's typed text becomes: commands, addresses and mentions are found in it."""
    return Formatted(text, tuple(_with_found(text, [])), text)


def command_target(formatted: Formatted) -> str | None:
    """Whom the command at the start of a text is for: a bot's name, "" for any bot, None if no command."""
    first = formatted.entities[0] if formatted.entities else None
    if first is None or first["type"] != "bot_command" or first["offset"]:
        return None
    return formatted.text[: first["length"]].partition("@")[2]


def _checked(text: str, entities: list[dict[str, Any]]) -> list[Entity]:
    for entity in entities:
        start, length = entity.get("offset"), entity.get("length")
        if not isinstance(start, int) or not isinstance(length, int) or "type" not in entity:
            raise Refused(bad_entities("an entity needs a type, an offset and a length"))
        if start < 0 or length <= 0 or start + length > utf16_length(text):
            raise Refused(bad_entities(f"an entity of {length} units at {start} leaves the text"))
    return list(entities)


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    shift = len(text) - len(text.lstrip())
    trimmed = text.strip()
    end = utf16_length(trimmed)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - shift, 0)
        stop = min(entity["offset"] + entity["length"] - shift, end)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return trimmed, kept


def _with_found(text: str, marked: list[Entity]) -> list[Entity]:
    opaque = [(e["offset"], e["offset"] + e["length"]) for e in marked if e["type"] in _OPAQUE]
    found = []
    for kind, pattern in _FOUND.items():
        for match in pattern.finditer(text):
            start, length = utf16_length(text[: match.start()]), utf16_length(match[0])
            if not any(start < stop and start + length > begin for begin, stop in opaque):
                opaque.append((start, start + length))
                found.append({"type": kind, "offset": start, "length": length})
    return sorted([*marked, *found], key=lambda entity: (entity["offset"], -entity["length"]))
