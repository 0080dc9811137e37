"""Holds a call of the Bot API against Telegram's machine-readable specification."""

import html
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

SPEC = Path(__file__).resolve().parents[3] / "shared" / "specs" / "telegram-bot-api.json"
available = SPEC.exists()

Fields = list[dict[str, Any]]
_LENGTH = re.compile(r"(\d+)\s*-\s*(\d+)\s+(characters|bytes)", re.IGNORECASE)
_RANGE = re.compile(r"[Vv]alues between (\d+)-(\d+)")
_COUNT = re.compile(r"(?:[Nn]o more than|[Aa]t most) (\d+) (?:results|commands)")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_FORMATTED = re.compile(r"after entit(?:y|ies) parsing")
_COMMAND_LETTERS = "only lowercase English letters, digits and underscores"
_SCALARS: dict[str, type[object]] = {
    "Integer": int,
    "String": str,
    "Boolean": bool,
    "Float": float,
    "True": bool,
}


def problems(method: str, params: dict[str, Any]) -> list[str]:
    """What the specification has against this call; empty without a specification at hand.

    Values may be as Python has them or as they go over the wire (numbers, booleans and JSON as text).
    """
    if not available:
        return []
    found = _spec()["methods"].get(method)
    if found is None:
        return [f"{method}: unknown method"]
    prose = " ".join(found["description"])
    return _object(method, found.get("fields", []), params) + _counts(method, prose, params.get("results"))


@cache
def _spec() -> dict[str, Any]:
    spec: dict[str, Any] = json.loads(SPEC.read_text(encoding="utf-8"))
    return spec


def _object(where: str, fields: Fields, value: dict[str, Any]) -> list[str]:
    known = {field["name"]: field for field in fields}
    found = [f"{where}: unknown {name}" for name in value if name not in known]
    for name, field in known.items():
        if value.get(name) is not None:
            found += _field(f"{where}.{name}", field, value[name], value)
        elif field["required"]:
            found.append(f"{where}: {name} is missing")
    return found


def _field(where: str, field: dict[str, Any], value: Any, siblings: dict[str, Any]) -> list[str]:
    tries = [_typed(where, kind, value) for kind in field["types"]]
    found = min(tries, key=len)
    return found or _prose(where, field["description"], value, siblings)


def _typed(where: str, kind: str, value: Any) -> list[str]:
    value = _decoded(kind, value)
    if kind in _SCALARS:
        fits = isinstance(value, _SCALARS[kind]) and (
            kind in ("Boolean", "True") or not isinstance(value, bool)
        )
        fits = fits or (kind == "Float" and type(value) is int)
        return [] if fits else [f"{where}: {value!r} is no {kind}"]
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{where}: {value!r} is no array"]
        inner = kind.removeprefix("Array of ")
        return [one for n, item in enumerate(value) for one in _typed(f"{where}[{n}]", inner, item)]
    if kind == "InputFile":
        return [f"{where}: a file is not checked here"]
    found = _spec()["types"][kind]
    if "subtypes" in found:
        return min((_typed(where, subtype, value) for subtype in found["subtypes"]), key=len)
    if not isinstance(value, dict):
        return [f"{where}: {value!r} is no {kind}"]
    return _object(where, found.get("fields", []), value)


def _decoded(kind: str, value: Any) -> Any:
    if not isinstance(value, str) or kind == "String":
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _prose(where: str, description: str, value: Any, siblings: dict[str, Any]) -> list[str]:
    found = _counts(where, description, value)
    length = _LENGTH.search(description)
    if length and isinstance(value, str):
        found += _length(where, description, length, value, siblings)
    span = _RANGE.search(description)
    number = _decoded("Integer", value)
    if span and isinstance(number, int) and not int(span[1]) <= number <= int(span[2]):
        found.append(f"{where}: {number} is not in {span[1]}-{span[2]}")
    if _COMMAND_LETTERS in description and not re.fullmatch(r"[a-z0-9_]*", str(value)):
        found.append(f"{where}: {value!r} has other letters than a-z, 0-9 and _")
    constant = re.search(r"must be (?:<em>)?([a-z_]+)(?:</em>)?$", description)
    if constant and value != constant[1]:
        found.append(f"{where}: {value!r} is not {constant[1]}")
    return found


def _length(
    where: str, description: str, limits: re.Match[str], value: str, siblings: dict[str, Any]
) -> list[str]:
    low, high, unit = int(limits[1]), int(limits[2]), limits[3].lower()
    text = value
    if _FORMATTED.search(description) and str(siblings.get("parse_mode", "")).lower() == "html":
        text = html.unescape(_TAG.sub("", value))
    size = len(text.encode()) if unit == "bytes" else len(text.encode("utf-16-le")) // 2
    return [] if low <= size <= high else [f"{where}: {size} {unit}, not {low}-{high}"]


def _counts(where: str, prose: str, value: Any) -> list[str]:
    count = _COUNT.search(prose)
    items = _decoded("Array", value)
    if count and isinstance(items, list) and len(items) > int(count[1]):
        return [f"{where}: {len(items)} items, not at most {count[1]}"]
    return []
