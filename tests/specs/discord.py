"""Holds a request to Discord against its OpenAPI document, and against rules that the document lacks."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

SPEC = Path(__file__).resolve().parents[3] / "shared" / "specs" / "discord-openapi.json"
available = SPEC.exists()

Json = dict[str, Any]
_ROOT = "urn:discord"
_AUTOCOMPLETE, _LINK, _TEXT, _SUBCOMMANDS = 8, 5, 10, (1, 2)
_LAYOUT_FLAG = 1 << 15


def problems(method: str, path: str, body: object) -> list[str]:
    """What the document and our own rules have against this request; empty without a document at hand.

    `path` is without host; a leading /api and version are passed over. Paths that the document
    does not know are only held against our own rules.
    """
    if not available:
        return []
    path = re.sub(r"^/api(/v\d+)?", "", urlsplit(path).path)
    return _against_document(method.upper(), path, body) + _against_rules(path, body)


def _against_document(method: str, path: str, body: object) -> list[str]:
    template = _template(path)
    validator = _validator(template, method.lower()) if template else None
    if validator is None or (path == "/users/@me/channels" and _integer_recipient(body)):
        return []
    found = []
    for error in validator.iter_errors(body):
        closest = _closest(error)
        where = "/".join(str(step) for step in closest.absolute_path)
        found.append(f"{method} {path}: {where}: {closest.message[:200]}")
    return found


def _closest(error: Any) -> Any:
    """The deepest error of the alternative that was meant: one whose own kind fits, if there is any."""
    while error.context:
        branches: dict[object, list[Any]] = {}
        for inner in error.context:
            branches.setdefault(inner.schema_path[0], []).append(inner)
        error = min(branches.values(), key=lambda branch: (_is_other_kind(branch), len(branch)))[0]
    return error


def _is_other_kind(branch: list[Any]) -> bool:
    """Whether the value is no member of this alternative at all, rather than a faulty one."""
    return any(error.validator == "type" or list(error.path) == ["type"] for error in branch)


def _integer_recipient(body: object) -> bool:
    """discord.py sends an integer, which Discord takes and its document does not."""
    return isinstance(body, dict) and set(body) == {"recipient_id"} and isinstance(body["recipient_id"], int)


@cache
def _document() -> Json:
    document: Json = json.loads(SPEC.read_text(encoding="utf-8"))
    return document


@cache
def _template(path: str) -> str | None:
    steps = path.strip("/").split("/")
    found = []
    for template in _document()["paths"]:
        pattern = template.strip("/").split("/")
        pairs = list(zip(pattern, steps, strict=False))
        if len(pattern) == len(steps) and all(a == b or a.startswith("{") for a, b in pairs):
            found.append((sum(a == b for a, b in pairs), template))
    return max(found)[1] if found else None


@cache
def _registry() -> Registry[Any]:
    resource: Resource[Any] = DRAFT202012.create_resource(_document())
    empty: Registry[Any] = Registry()
    registry: Registry[Any] = empty.with_resource(_ROOT, resource)
    return registry


@cache
def _validator(template: str, method: str) -> Any | None:
    operation = _document()["paths"][template].get(method, {})
    if "application/json" not in operation.get("requestBody", {}).get("content", {}):
        return None
    steps = ("paths", template, method, "requestBody", "content", "application/json", "schema")
    pointer = "/".join(step.replace("~", "~0").replace("/", "~1") for step in steps)
    return Draft202012Validator({"$ref": f"{_ROOT}#/{pointer}"}, registry=_registry())


def _against_rules(path: str, body: object) -> list[str]:
    if "commands" in path.split("/"):
        commands = body if isinstance(body, list) else [body]
        return [one for command in commands if isinstance(command, dict) for one in _command(command)]
    if not isinstance(body, dict):
        return []
    if path.endswith("/callback"):
        data = body.get("data") or {}
        return _autocomplete(data) if body.get("type") == _AUTOCOMPLETE else _message(data)
    return _message(body)


def _autocomplete(data: Json) -> list[str]:
    choices = data.get("choices", [])
    found = [f"{len(choices)} autocomplete choices, not at most 25"] if len(choices) > 25 else []
    bad = [choice["name"] for choice in choices if not 1 <= len(choice["name"]) <= 100]
    return found + [f"an autocomplete choice's name of {len(name)} characters, not 1-100" for name in bad]


def _command(command: Json) -> list[str]:
    found = []
    described = command.get("type", 1) == 1 and "description" in command
    if described and not 1 <= len(command["description"]) <= 100:
        found.append(
            f"{command.get('name')}: a description of {len(command['description'])} characters, not 1-100"
        )
    for option in command.get("options") or []:
        kind = option.get("type")
        found += _command({**option, "type": 1, "options": option.get("options", [])})
        if kind not in _SUBCOMMANDS and len(option.get("choices") or []) > 25:
            found.append(f"{option.get('name')}: {len(option['choices'])} choices, not at most 25")
    return found


def _message(message: Json) -> list[str]:
    components = list(_components(message.get("components")))
    names = Counter(one["custom_id"] for one in components if "custom_id" in one)
    found = [f"custom_id {name!r} is used {times} times" for name, times in names.items() if times > 1]
    for one in components:
        scheme = urlsplit(str(one.get("url", ""))).scheme
        if one.get("style") == _LINK and scheme not in ("http", "https", "discord"):
            found.append(f"a link button to {one.get('url')!r}, not http, https or discord")
    if (message.get("flags") or 0) & _LAYOUT_FLAG:
        found += _layout(message, components)
    return found + [
        f"embed field {field!r} has no name or value"
        for embed in message.get("embeds") or []
        for field in embed.get("fields") or []
        if not (str(field.get("name", "")).strip() and str(field.get("value", "")).strip())
    ]


def _layout(message: Json, components: list[Json]) -> list[str]:
    found = []
    size = sum(len(one.get("content", "")) for one in components if one.get("type") == _TEXT)
    if size > 4000:
        found.append(f"{size} characters of text, not at most 4000")
    if len(components) > 40:
        found.append(f"{len(components)} components, not at most 40")
    if any(message.get(part) for part in ("content", "embeds", "poll", "sticker_ids")):
        found.append("a layout of components has content, embeds, a poll or stickers as well")
    return found


def _components(tree: object) -> Iterator[Json]:
    for one in tree if isinstance(tree, list) else []:
        if isinstance(one, dict):
            yield one
            yield from _components(one.get("components"))
            yield from _components([one[part] for part in ("accessory", "component") if part in one])
