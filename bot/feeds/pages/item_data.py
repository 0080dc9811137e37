"""Reads data that is woven into the markup (microdata and RDFa) into the same things as linked data."""

from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.feeds.pages.linked_data import Thing, types_of

MOST_ITEMS, MOST_PROPERTIES = 60, 400
_ADDRESSES = {"a": "href", "link": "href", "area": "href", "img": "src", "iframe": "src", "source": "src"}
_LONGEST = 5_000


def read_item_data(tree: LexborHTMLParser) -> list[Thing]:
    """The items of the page, outer ones first, each with what stands inside it."""
    return [
        *_items(tree, "itemscope", "itemtype", "itemprop"),
        *_items(tree, "typeof", "typeof", "property"),
    ]


def _items(tree: LexborHTMLParser, scope: str, kind: str, name: str) -> list[Thing]:
    nodes = tree.css(f"[{scope}][{kind}]")[:MOST_ITEMS]
    if not nodes:
        return []
    values: dict[int, dict[str, Any]] = {node.mem_id: {"@type": _types(node, kind)} for node in nodes}
    holders: dict[int, tuple[int, str]] = {}
    for node in tree.css(f"[{name}]")[:MOST_PROPERTIES]:
        holder = _holder(node, values)
        if holder is None:
            continue
        inner = values.get(node.mem_id)
        for word in (node.attributes.get(name) or "").split():
            plain = word.rpartition(":")[2]
            values[holder].setdefault(plain, inner if inner is not None else _value(node))
            if inner is not None:
                holders[node.mem_id] = (holder, plain)
    return _in_order(values, holders)


def _in_order(values: dict[int, dict[str, Any]], holders: dict[int, tuple[int, str]]) -> list[Thing]:
    """Items come in document order, so that whoever holds one is made before it."""
    made: dict[int, Thing] = {}
    for place, properties in values.items():
        holder, role = holders.get(place, (0, ""))
        made[place] = Thing(types_of(properties["@type"]), properties, made.get(holder), role)
    return list(made.values())


def _types(node: LexborNode, kind: str) -> list[str]:
    return (node.attributes.get(kind) or "").split()


def _holder(node: LexborNode, values: dict[int, dict[str, Any]]) -> int | None:
    above = node.parent
    for _ in range(60):
        if above is None:
            return None
        if above.mem_id in values:
            return above.mem_id
        above = above.parent
    return None


def _value(node: LexborNode) -> str:
    attributes = node.attributes
    content = attributes.get("content") or attributes.get("datetime")
    address = attributes.get(_ADDRESSES.get(node.tag or "", ""))
    return (content or address or node.text(separator=" "))[:_LONGEST].strip()
