"""Reads the front matter of a static site's post: flat keys and values in YAML, TOML or JSON."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

LARGEST = 20_000
_FENCE = re.compile(r"\ufeff?\s{0,100}(?P<mark>---|\+\+\+)[ \t]*\r?\n")
_PAIR = re.compile(
    r"(?P<indent>[ ]{0,12})(?P<dash>-\s+)?(?P<key>[A-Za-z_][\w .-]{0,60}?)\s?:(?:\s+(?P<value>.*))?$"
)
_ITEM = re.compile(r"[ ]{0,12}-\s+(?P<value>.*)$")
_LISTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|[^\s,\[\]\"'][^,\[\]]*")


@dataclass(frozen=True, slots=True)
class Post:
    """A post's keys in small letters, nested ones joined by dots, and the text below them."""

    keys: Mapping[str, Any]
    text: str


def split_post(text: str) -> Post:
    """The front matter and the text of a post; a post without front matter is all text. Never raises."""
    if text.lstrip("\ufeff \r\n").startswith("{"):
        return _of_json(text)
    fence = _FENCE.match(text)
    if fence is None:
        return Post({}, text)
    closing = re.compile(rf"^{re.escape(fence['mark'])}[ \t]*\r?$", re.MULTILINE).search(
        text, fence.end(), LARGEST
    )
    if closing is None:
        return Post({}, text)
    inside, rest = text[fence.end() : closing.start()], text[closing.end() :]
    read = _toml if fence["mark"] == "+++" else _yaml
    return Post(dict(_flat(read(inside))), rest.lstrip("\r\n"))


def _of_json(text: str) -> Post:
    try:
        keys, end = json.JSONDecoder(strict=False).raw_decode(text[: 2 * LARGEST].lstrip("\ufeff \r\n"))
    except (ValueError, RecursionError):
        return Post({}, text)
    return Post(dict(_flat(keys)), text.lstrip("\ufeff \r\n")[end:].lstrip("\r\n"))


def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return {}


def _yaml(text: str) -> dict[str, Any]:
    """The part of YAML that posts use: pairs, one level of nesting, lists, quotes, folded text."""
    found: dict[str, Any] = {}
    above, folded = "", ""
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        pair, item = _PAIR.match(line), _ITEM.match(line)
        if pair and not pair["indent"] and not pair["dash"]:
            above, value = pair["key"].lower(), (pair["value"] or "").strip()
            folded = above if re.fullmatch(r"[|>][+-]?", value) else ""
            found[above] = "" if folded else _scalar(value)
        elif folded:
            found[folded] = f"{found[folded]} {line.strip()}".strip()
        elif item and above and not (pair and pair["dash"]):
            kept = found.get(above)
            found[above] = [*(kept if isinstance(kept, list) else []), _scalar(item["value"])]
        elif pair and above:
            found[f"{above}.{pair['key'].lower()}"] = _scalar((pair["value"] or "").strip())
        elif isinstance(found.get(above), str) and found[above]:
            found[above] = f"{found[above]} {line.strip()}"
    return found


def _scalar(text: str) -> Any:
    text = text.strip()
    if text[:1] in {'"', "'"}:
        quoted = re.match(r"\"(?P<double>(?:[^\"\\]|\\.)*)\"|'(?P<single>(?:[^']|'')*)'", text)
        if quoted is None:
            return text.strip("\"'")
        if quoted["double"] is not None:
            return re.sub(r"\\(.)", r"\1", quoted["double"])
        return quoted["single"].replace("''", "'")
    if text.startswith("["):
        return [_scalar(part) for part in _LISTED.findall(text[1:].removesuffix("]")) if part.strip()]
    return re.sub(r"\s+#\s.*$", "", text)


def _flat(value: object, above: str = "") -> Iterator[tuple[str, Any]]:
    if not isinstance(value, dict):
        return
    for key, inner in list(value.items())[:200]:
        name = f"{above}{key}".lower()
        if isinstance(inner, dict) and above.count(".") < 2:
            yield from _flat(inner, f"{name}.")
        else:
            yield name, inner
