"""The inspector's tables say what the platforms' own specifications say, where those are at hand."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from bot.playground.inspecting import discord_fields, telegram_fields
from bot.playground.inspecting.rules import (
    AS_HERE,
    Address,
    Bits,
    Choice,
    Either,
    FieldRule,
    Items,
    Mark,
    Marked,
    Number,
    Part,
    Shape,
    Text,
    Truth,
    Whole,
)
from tests.specs import discord, telegram

Json = dict[str, Any]

needs_telegram = pytest.mark.skipif(
    not telegram.available, reason="Telegram's specification is not beside the repository"
)
needs_discord = pytest.mark.skipif(
    not discord.available, reason="Discord's OpenAPI document is not beside the repository"
)

KINDS: dict[type[FieldRule], str] = {
    Text: "string",
    Marked: "string",
    Address: "string",
    Number: "string",
    Whole: "integer",
    Bits: "integer",
    Truth: "boolean",
    Items: "array",
    Part: "object",
}
TELEGRAM_KINDS = {"string": "String", "integer": "Integer", "boolean": "Boolean"}
_LENGTH = re.compile(r"(\d+)\s*-\s*(\d+) (?:characters|bytes)", re.IGNORECASE)
_MOST = re.compile(r"(?:can't exceed|[Nn]o more than) (\d+)")


def kind_of(rule: FieldRule) -> str:
    """The JSON type of a rule's values."""
    if isinstance(rule, Mark):
        return "string" if isinstance(rule.value, str) else "integer"
    if isinstance(rule, Choice):
        return "string" if all(isinstance(each, str) for each in rule.values) else "integer"
    return KINDS[type(rule)]


def filed_most(rule: FieldRule) -> int | None:
    """The largest size that the specification file has to have for a rule, None for no figure in it."""
    most = getattr(rule, "most", None)
    filed: int = getattr(rule, "filed", AS_HERE)
    return most if filed == AS_HERE else filed or None


# Discord


@cache
def schemas() -> Json:
    found: Json = discord._document()["components"]["schemas"]
    return found


def options(schema: Json) -> list[Json]:
    """What a schema may be besides null, references followed."""
    if "$ref" in schema:
        return options(schemas()[schema["$ref"].rpartition("/")[2]])
    for union in ("oneOf", "anyOf"):
        if union in schema and not all("const" in one for one in schema[union]):
            return [each for one in schema[union] for each in options(one)]
    return [] if schema.get("type") == "null" else [schema]


def nullable(schema: Json) -> bool:
    return "null" in schema.get("type", ()) or {"type": "null"} in schema.get("oneOf", ())


def types(schema: Json) -> set[str]:
    named = {one for each in options(schema) for one in _as_list(each["type"])}
    return named - {"null"}


def _as_list(kind: str | list[str]) -> list[str]:
    return kind if isinstance(kind, list) else [kind]


def most(schema: Json) -> int | None:
    """The largest size or number in a schema."""
    return next((schema[name] for name in ("maxLength", "maxItems", "maximum") if name in schema), None)


def least(schema: Json) -> int:
    """The smallest size in a schema."""
    return next((int(schema[name]) for name in ("minLength", "minItems") if name in schema), 0)


def shape_names(rule: Part) -> set[str]:
    return {discord_fields.SHAPES[name].document for name in rule.of}


def referred(schema: Json) -> set[str]:
    """The names of the schemas that a schema refers to at once, or in a union."""
    inner = [schema, *schema.get("oneOf", ()), *schema.get("anyOf", ())]
    return {one["$ref"].rpartition("/")[2] for one in inner if "$ref" in one}


def consts(schema: Json) -> set[Any]:
    (found,) = options(schema)
    if "enum" in found:
        return set(found["enum"])
    return {one["const"] for one in found.get("oneOf", ())}


def discord_problems(rule: FieldRule, schema: Json) -> Iterator[str]:
    """Where a rule and the document do not say the same."""
    if isinstance(rule, Either):
        if types(schema) != {kind_of(each) for each in rule.options}:
            yield f"types {types(schema)}"
        for each in rule.options:
            (fitting,) = (one for one in options(schema) if kind_of(each) in _as_list(one["type"]))
            if isinstance(each, Text):
                yield from discord_problems(each, fitting)
        return
    if types(schema) != {kind_of(rule)}:
        yield f"types {types(schema)}, not {kind_of(rule)}"
        return
    if isinstance(rule, Text | Address | Whole | Items) and filed_most(rule) != most(options(schema)[0]):
        yield f"at most {most(options(schema)[0])}, not {filed_most(rule)}"
    if isinstance(rule, Text | Items) and rule.least < least(options(schema)[0]):
        yield f"at least {least(options(schema)[0])}, not {rule.least}"
    if isinstance(rule, Choice) and set(rule.values) - consts(schema):
        yield f"one of {consts(schema)}, not {set(rule.values)}"
    if isinstance(rule, Mark) and consts(schema) != {rule.value}:
        yield f"{consts(schema)}, not {rule.value}"
    # Select menus are the same in forms; a test below holds the document to that.
    theirs = {
        name.replace("SelectComponentForModal", "SelectComponentForMessage") for name in referred(schema)
    }
    if isinstance(rule, Part) and rule.of and not shape_names(rule) <= theirs:
        yield f"{theirs}, not {shape_names(rule)}"
    if isinstance(rule, Items):
        yield from discord_problems(rule.each, options(schema)[0]["items"])


@needs_discord
@pytest.mark.parametrize("shape", discord_fields.SHAPES.values(), ids=discord_fields.SHAPES)
def test_a_table_of_discord_says_what_its_document_says(shape: Shape) -> None:
    schema = schemas()[shape.document]
    ours = {name: rule for name, rule in shape.fields.items() if not rule.beyond}
    assert set(ours) == set(schema["properties"])
    assert {name for name, rule in ours.items() if rule.required} == set(schema.get("required", ()))
    found = {name: list(discord_problems(rule, schema["properties"][name])) for name, rule in ours.items()}
    assert {name: problems for name, problems in found.items() if problems} == {}
    assert {
        name for name, rule in ours.items() if nullable(schema["properties"][name]) is rule.required
    } == set()


@needs_discord
@pytest.mark.parametrize("menu", ["string", "user", "role", "mentionable", "channel"])
def test_a_select_menu_of_a_form_is_as_one_of_a_message(menu: str) -> None:
    name = discord_fields.SHAPES[f"{menu} select"].document
    assert schemas()[name] == schemas()[name.replace("Message", "Modal")]


@needs_discord
@pytest.mark.parametrize("shape", discord_fields.SHAPES.values(), ids=discord_fields.SHAPES)
def test_what_a_table_of_discord_adds_is_not_in_its_document(shape: Shape) -> None:
    beyond = {name for name, rule in shape.fields.items() if rule.beyond}
    assert beyond & set(schemas()[shape.document]["properties"]) == set()


@needs_discord
@pytest.mark.parametrize("endpoint", discord_fields.ENDPOINTS, ids=lambda each: each.path)
def test_an_endpoint_takes_the_shapes_that_its_document_names(endpoint: discord_fields.Endpoint) -> None:
    method = endpoint.pattern.pattern.partition(" ")[0].lower()
    assert endpoint.pattern.fullmatch(f"{method.upper()} {endpoint.path}")
    operation = discord._document()["paths"][endpoint.path][method]
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    names = [endpoint.shape] if endpoint.shape else set(discord_fields.ANSWER_SHAPES.values())
    assert {discord_fields.SHAPES[name].document for name in names} <= referred(schema)


# Telegram


def telegram_document(shape: Shape) -> list[Json]:
    spec = telegram._spec()
    found: list[Json] = (spec["methods"].get(shape.document) or spec["types"][shape.document])["fields"]
    return found


def telegram_types(rule: FieldRule) -> set[str]:
    """The types as the specification writes them."""
    match rule:
        case Either():
            return {one for each in rule.options for one in telegram_types(each)}
        case Items():
            return {f"Array of {one}" for one in telegram_types(rule.each)}
        case Part():
            return {telegram_fields.SHAPES[name].document for name in rule.of}
    return {TELEGRAM_KINDS[kind_of(rule)]}


# A list of results holds any kind of them, and a result any kind of content; the bot sends one kind of each.
UNIONS = {"InlineQueryResultArticle": "InlineQueryResult", "InputTextMessageContent": "InputMessageContent"}


def telegram_problems(rule: FieldRule, field: Json) -> Iterator[str]:
    ours, theirs = telegram_types(rule), {one.replace("True", "Boolean") for one in field["types"]}
    for one, union in UNIONS.items():
        ours = {each.replace(one, union) for each in ours}
    if ours and ours != theirs:
        yield f"types {theirs}, not {ours}"
    if rule.required != field["required"]:
        yield f"required {field['required']}"
    length = _LENGTH.search(field["description"])
    exceeds = _MOST.search(field["description"])
    figure = int(length[2]) if length else int(exceeds[1]) if exceeds else None
    if isinstance(rule, Text | Marked) and filed_most(rule) != figure:
        yield f"at most {figure}, not {filed_most(rule)}"
    if length and isinstance(rule, Text) and rule.least != int(length[1]):
        yield f"at least {length[1]}, not {rule.least}"
    if isinstance(rule, Choice) and not set(map(str, rule.values)) <= set(
        re.findall(r"\w+", MODES + field["description"])
    ):
        yield f"a value of {set(rule.values)} is not named"
    if isinstance(rule, Mark) and f"must be {rule.value}" not in field["description"]:
        yield f"is not told by {rule.value}"


MODES = "HTML MarkdownV2 Markdown "  # named in a chapter of their own


@needs_telegram
@pytest.mark.parametrize("shape", telegram_fields.SHAPES.values(), ids=telegram_fields.SHAPES)
def test_a_table_of_telegram_says_what_its_specification_says(shape: Shape) -> None:
    fields = {field["name"]: field for field in telegram_document(shape)}
    assert set(shape.fields) == set(fields)
    found = {name: list(telegram_problems(rule, fields[name])) for name, rule in shape.fields.items()}
    assert {name: problems for name, problems in found.items() if problems} == {}


@needs_telegram
def test_the_most_results_of_an_inline_answer_are_as_its_specification_says() -> None:
    rule = telegram_fields.SHAPES["answerInlineQuery"].fields["results"]
    prose = " ".join(telegram._spec()["methods"]["answerInlineQuery"]["description"])
    found = _MOST.search(prose)
    assert isinstance(rule, Items)
    assert found
    assert rule.most == int(found[1])
