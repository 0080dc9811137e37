"""A request's parameters: read from a form, a multipart form, JSON or the query, and given their types.

The signature of the function that carries out a method is the method's list of parameters.
"""

import inspect
import json
from collections.abc import Callable
from functools import cache, partial
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from aiohttp import web

from bot.standins.telegram.errors import (
    CHAT_ID_EMPTY,
    MESSAGE_ID_EMPTY,
    TEXT_EMPTY,
    Refused,
    bad_request,
    surprise,
)

ChatId = int | str
_MISSING = {"chat_id": CHAT_ID_EMPTY, "text": TEXT_EMPTY, "message_id": MESSAGE_ID_EMPTY}


async def raw_parameters(request: web.Request) -> dict[str, Any]:
    """Every parameter as it came over the wire; Refused for a file or a body that is not an object."""
    raw: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        body = await request.json()
        if not isinstance(body, dict):
            raise Refused(bad_request("can't parse JSON object"))
        return raw | body
    for name, value in (await request.post()).items():
        if not isinstance(value, str):
            raise Refused(surprise(f"a file as {name}"))
        raw[name] = value
    return raw


def typed_parameters(function: Callable[..., Any], raw: dict[str, Any]) -> dict[str, Any]:
    """The keyword arguments for a method. Refused where one is unknown, missing or of a wrong type."""
    known = _known(function)
    unknown = sorted(set(raw) - set(known))
    if unknown:
        raise Refused(surprise(f"unknown parameters {unknown} of {function.__name__}"))
    for name, (_, required) in known.items():
        if required and raw.get(name, "") == "":
            raise Refused(_MISSING.get(name) or surprise(f"{function.__name__} without {name}"))
    return {name: known[name][0](name, value) for name, value in raw.items() if value is not None}


@cache
def _known(function: Callable[..., Any]) -> dict[str, tuple[Callable[[str, Any], Any], bool]]:
    hints = get_type_hints(function)
    return {
        parameter.name: (_reader(hints[parameter.name]), parameter.default is parameter.empty)
        for parameter in inspect.signature(function).parameters.values()
        if parameter.kind is parameter.KEYWORD_ONLY
    }


def _reader(annotation: Any) -> Callable[[str, Any], Any]:
    options = [kind for kind in get_args(annotation) if kind is not type(None)]
    if isinstance(annotation, UnionType) and set(options) == {int, str}:
        return _chat_id
    kind = options[0] if isinstance(annotation, UnionType) else annotation
    return {int: _integer, str: _string, bool: _boolean}.get(kind) or partial(_json, get_origin(kind))


def _integer(name: str, value: Any) -> int:
    if isinstance(value, bool) or not str(value).removeprefix("-").isdecimal():
        raise Refused(surprise(f"{name}={value!r} where a whole number is due"))
    return int(value)


def _string(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise Refused(surprise(f"{name}={value!r} where a text is due"))
    return value


def _boolean(name: str, value: Any) -> bool:
    if str(value).lower() not in ("true", "false"):
        raise Refused(surprise(f"{name}={value!r} where true or false is due"))
    return str(value).lower() == "true"


def _chat_id(name: str, value: Any) -> ChatId:
    return value if isinstance(value, str) and value.startswith("@") else _integer(name, value)


def _json(kind: type[object], name: str, value: Any) -> Any:
    try:
        found = json.loads(value) if isinstance(value, str) else value
    except ValueError:
        found = None
    if not isinstance(found, kind):
        raise Refused(bad_request(f"can't parse {name} JSON object"))
    return found
