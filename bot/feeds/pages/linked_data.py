"""Reads linked data (JSON-LD): blocks of JSON into a flat list of things with their types."""

import html
import json
import re
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

LARGEST_BLOCK = 1_000_000
MOST_THINGS = 2_000
_MOST_VALUES = 50_000
_TRAILING_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
_WRAPPINGS = (("/*<![CDATA[*/", "/*]]>*/"), ("<![CDATA[", "]]>"), ("<!--", "-->"))


@dataclass(frozen=True, slots=True)
class Thing:
    """One object of a page's data: its types without their vocabulary, its properties, what it belongs to."""

    types: frozenset[str]
    properties: Mapping[str, Any]
    parent: "Thing | None" = field(default=None, repr=False, compare=False)
    role: str = ""  # the parent's property that holds it


def read_linked_data(blocks: Iterable[str]) -> list[Thing]:
    """Every object with a type, outer ones first; blocks that cannot be read say nothing."""
    found: list[Thing] = []
    for block in blocks:
        found += _things(_parsed(block))
    return found


def types_of(value: object) -> frozenset[str]:
    """The types that a type property names: "http://schema.org/Movie" and "schema:Movie" are "Movie"."""
    named = value if isinstance(value, list) else [value]
    return frozenset(re.split(r"[/#:]", name)[-1].strip() for name in named[:20] if isinstance(name, str))


def _parsed(block: str) -> Any:
    """The block's value, after one repair where it needs one; None where it is no JSON."""
    if len(block) > LARGEST_BLOCK:
        return None
    bare = _unwrapped(block)
    for attempt in (bare, _TRAILING_COMMA.sub("", html.unescape(bare)).strip().rstrip(";")):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _unwrapped(block: str) -> str:
    """The block without the comment or CDATA marks that some sites hide it in."""
    text = block.strip().removeprefix("//").strip()
    for opening, closing in _WRAPPINGS:
        if text.startswith(opening):
            text = text.removeprefix(opening).strip().removesuffix(closing).strip().removesuffix("//")
    return text


def _things(value: Any) -> list[Thing]:
    """The typed objects below a value; references by @id are followed one step."""
    named = _named(value)
    found: list[Thing] = []
    waiting: deque[tuple[Any, Thing | None, str]] = deque([(value, None, "")])
    for _ in range(_MOST_VALUES):
        if not waiting or len(found) >= MOST_THINGS:
            break
        each, parent, role = waiting.popleft()
        if isinstance(each, list):
            waiting.extend((item, parent, role) for item in each)
        elif isinstance(each, dict):
            types = types_of(each.get("@type"))
            if types:
                parent = Thing(
                    types, {name: _followed(item, named) for name, item in each.items()}, parent, role
                )
                found.append(parent)
            waiting.extend(
                (item, parent, name) for name, item in each.items() if isinstance(item, dict | list)
            )
    return found


def _named(value: Any) -> dict[str, Any]:
    """The objects of a graph by their @id, where they say more than that."""
    graph = value.get("@graph", value) if isinstance(value, dict) else value
    members = graph if isinstance(graph, list) else [graph]
    objects = (each for each in members[:MOST_THINGS] if isinstance(each, dict) and len(each) > 1)
    return {each["@id"]: each for each in objects if isinstance(each.get("@id"), str)}


def _followed(item: Any, named: Mapping[str, Any]) -> Any:
    if isinstance(item, dict) and len(item) == 1 and isinstance(item.get("@id"), str):
        return named.get(item["@id"], item)
    return item
