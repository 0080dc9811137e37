"""Every limit and rule of Discord, broken once, is named with its place."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playground.inspecting import inspect_discord
from tests.playground.inspected import (
    CALLBACK,
    ORIGINAL,
    PATCH,
    POST,
    VALUES,
    assert_lawful,
    assert_named,
    spoiled,
)
from tests.specs import discord

Json = dict[str, Any]


def button(name: str = "x", **more: Any) -> Json:
    return {"type": 2, "style": 2, "label": "Vote", "custom_id": name, **more}


def link(url: str) -> Json:
    return {"type": 2, "style": 5, "label": "Read", "url": url}


def row(*inside: Json) -> Json:
    return {"type": 1, "components": list(inside)}


def menu(**more: Any) -> Json:
    return {"type": 3, "custom_id": "m", "options": [option("a"), option("b")], **more}


def option(value: str, **more: Any) -> Json:
    return {"label": "An option", "value": value, **more}


def text(content: str) -> Json:
    return {"type": 10, "content": content}


def layout(*inside: Json) -> Json:
    return {"flags": 1 << 15, "components": [{"type": 17, "components": list(inside)}]}


def legacy(*rows: Json) -> Json:
    return {"content": "Hello", "components": list(rows)}


def embedding(**embed: Any) -> Json:
    return {"embeds": [{"title": "A title", **embed}]}


GOOD = layout(
    text("Hello"),
    {
        "type": 9,
        "components": [text("a")],
        "accessory": {"type": 11, "media": {"url": "https://example.org/a"}},
    },
    {"type": 9, "components": [text("b")], "accessory": button("s")},
    {"type": 12, "items": [{"media": {"url": "attachment://a.png"}}]},
    {"type": 13, "file": {"url": "attachment://a.txt"}},
    {"type": 14, "divider": True, "spacing": 2},
    row(
        button("1"), button("2", style=3, emoji={"name": "🍿"}, disabled=True), link("https://example.org/b")
    ),
    row(menu(min_values=1, max_values=2, placeholder="Choose")),
)
IN = "components[0].components"
B = f"{IN}[6].components"
M = f"{IN}[7].components[0]"
MANY = [{"media": {"url": "https://example.org/a"}}] * 11
TWICE = "'1' is used 2 times in this message"


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        (f"{B}[0].label", "w" * 81, ": 81 characters, at most 80"),
        (f"{B}[0].label", "", f"{B}[0]: a button needs a label or an emoji"),
        (f"{B}[0].label", 5, ": 5 is no text"),
        (f"{B}[0].custom_id", "w" * 101, ": 101 characters, at most 100"),
        (f"{B}[0].custom_id", "", ": 0 characters, at least 1"),
        (f"{B}[0].custom_id", ..., f"{B}[0]: a button of style 2 needs custom_id"),
        (f"{B}[1].custom_id", "1", f": {TWICE}"),
        (f"{B}[0].url", "https://example.org/", ": does not go with a button of style 2"),
        (f"{B}[0].style", ..., ": missing, and required"),
        (f"{B}[0].style", 9, ": 9 is none of 1, 2, 3, 4, 5, 6"),
        (f"{B}[0].style", True, ": True is none of 1, 2, 3, 4, 5, 6"),
        (f"{B}[0].style", 6, f"{B}[0].label: does not go with a button of style 6"),
        (f"{B}[0].disabled", "no", ": 'no' is neither true nor false"),
        (f"{B}[0].colour", 1, ": not in the specification that I know"),
        (f"{B}[2].url", "https://example.org/" + "a" * 493, ": 513 characters, at most 512"),
        (
            f"{B}[2].url",
            "javascript:alert(1)",
            ": 'javascript:alert(1)' is no address that begins with http or https or discord",
        ),
        (f"{B}[2].url", "https://[bad", ": 'https://[bad' is no address"),
        (f"{B}[2].url", ..., f"{B}[2]: a button of style 5 needs url"),
        (f"{B}[2].custom_id", "c", ": does not go with a button of style 5"),
        (B, [button(str(n)) for n in range(6)], f"{B}[5]: a row holds at most 5 buttons"),
        (B, [], f"{B}: 0 buttons, at least 1"),
        (B, [button(), menu()], f"{B}: a select menu stands alone in its row"),
        (f"{B}[0]", text("x"), ": a text display cannot stand here"),
        (f"{B}[0].type", 99, f"{B}[0]: not a button or a select menu"),
        (f"{B}[0]", "a button", ": 'a button' is no object"),
        (f"{B}[0].emoji", {"id": "12a", "name": "x"}, ".id: '12a' is no id of digits as text"),
        (f"{M}.options", [option(str(n)) for n in range(26)], "[25]: a select menu holds at most 25 o"),
        (f"{M}.options", [option("a"), option("a")], "[1].value: 'a' is used 2 times"),
        (f"{M}.options[0].label", "w" * 101, ": 101 characters, at most 100"),
        (f"{M}.options[0].value", "w" * 101, ": 101 characters, at most 100"),
        (f"{M}.options[0].description", "w" * 101, ": 101 characters, at most 100"),
        (f"{M}.placeholder", "w" * 151, ": 151 characters, at most 150"),
        (f"{M}.min_values", 26, ": 26 is not in the range: 0 to 25"),
        (f"{M}.min_values", 3, ": 3 is more than max_values, 2"),
        (f"{M}.max_values", 3, ": 3 is more than its 2 options"),
        (f"{M}.options", [option("a", default=True)] * 3, ": 3 options are chosen from the start, more than"),
        (f"{M}.max_values", "1", ": '1' is no integer"),
        (f"{IN}[0].content", "w" * 4001, ": 4001 characters, at most 4000"),
        (
            f"{IN}[0].content",
            "w" * 3999,
            "components: text in all text displays: 4001, at most 4000 characters",
        ),
        (f"{IN}[0].content", "", ": 0 characters, at least 1"),
        (f"{IN}[0].id", -1, ": -1 is not in the range: 0 or more"),
        (f"{IN}[1].components", [text("a")] * 4, "[3]: a section holds at most 3 texts"),
        (f"{IN}[1].accessory", ..., ": missing, and required"),
        (f"{IN}[1].accessory.media.url", "data:x", ": 'data:x' is no address that"),
        (f"{IN}[1].accessory.description", "w" * 1025, ": 1025 characters"),
        (f"{IN}[3].items", MANY, "[10]: a gallery holds at most 10 pictures"),
        (f"{IN}[5].spacing", 3, ": 3 is none of 1, 2"),
        (f"{IN}[5]", {"type": 17, "components": [text("x")]}, ": a container cannot stand here"),
        ("components[0].accent_color", 1 << 24, ": 16777216 is not in the range: 0 to 16"),
        (IN, [{"type": 14}] * 40, "components: components, nested ones counted: 41, at most 40 components"),
        (IN, {"type": 14}, f"{IN}: {{'type': 14}} is no list"),
        ("content", "Hello", ": does not go with a layout of components (flag 32768)"),
        ("embeds", [{"title": "x"}], ": does not go with a layout of components (flag 32768)"),
        ("flags", 0, "components[0]: needs the flag of a layout, 32768"),
        ("flags", 1 << 15 | 1 << 6, ": the flags 64 cannot be set here"),
        ("flags", "32768", ": '32768' is no sum of flags"),
        ("nonce", "w" * 26, ": 26 characters, at most 25"),
        ("allowed_mentions", {"parse": ["users"], "users": ["1"]}, ".users: does not go with 'use"),
        ("allowed_mentions", {"parse": ["all"]}, ".parse[0]: 'all' is none of users, roles, every"),
        ("message_reference", {}, ".message_id: missing, and required"),
        ("sticker_ids", ["1", "2", "3", "4"], "[3]: a message holds at most 3 stickers"),
    ],
)
def test_what_is_wrong_in_a_layout_is_named(path: str, value: Any, problem: str) -> None:
    assert inspect_discord(POST, GOOD).problems == ()
    inspection = inspect_discord(POST, spoiled(GOOD, {path: value}))
    assert_named(inspection, path, problem)


@pytest.mark.parametrize(
    ("payload", "problem"),
    [
        ({}, "the message is empty"),
        ({"content": ""}, "the message is empty"),
        ({"content": "w" * 2001}, "content: 2001 characters, at most 2000"),
        (
            legacy(*[row(button(str(n))) for n in range(6)]),
            "components: rows of a message without the layout flag: 6",
        ),
        (legacy(text("x")), "components[0]: needs the flag of a layout, 32768"),
        ({"embeds": [{"title": "x"}] * 11}, "embeds[10]: a message holds at most 10 embeds"),
        (embedding(title="w" * 257), "embeds[0].title: 257 characters, at most 256"),
        (embedding(description="w" * 4097), "embeds[0].description: 4097 characters, at most 4096"),
        (
            embedding(fields=[{"name": "a", "value": "b"}] * 26),
            "embeds[0].fields[25]: an embed holds at most 25 f",
        ),
        (
            embedding(fields=[{"name": "", "value": "b"}]),
            "embeds[0].fields[0].name: 0 characters, at least 1",
        ),
        (
            embedding(fields=[{"name": "w" * 257, "value": "b"}]),
            "embeds[0].fields[0].name: 257 characters, at most",
        ),
        (
            embedding(fields=[{"name": "a", "value": "w" * 1025}]),
            "embeds[0].fields[0].value: 1025 characters, at m",
        ),
        (embedding(footer={"text": "w" * 2049}), "embeds[0].footer.text: 2049 characters, at most 2048"),
        (embedding(author={"name": "w" * 257}), "embeds[0].author.name: 257 characters, at most 256"),
        (embedding(url="https://example.org/" + "a" * 2029), "embeds[0].url: 2049 characters, at most 2048"),
        (embedding(color=-1), "embeds[0].color: -1 is not in the range: 0 to 16777215"),
        (
            {
                "embeds": [
                    {"description": "w" * 3000, "footer": {"text": "f"}},
                    {
                        "fields": [{"name": "n", "value": "v"}],
                        "author": {"name": "a"},
                        "title": "t",
                        "description": "w" * 2996,
                    },
                ]
            },
            "embeds: text in all embeds: 6001, at most 6000 characters",
        ),
    ],
)
def test_what_is_wrong_in_a_plain_message_is_named(payload: Json, problem: str) -> None:
    inspection = inspect_discord(POST, payload)
    assert any(each.startswith(problem) for each in inspection.problems), inspection.problems
    assert_lawful(inspection)
    answer = inspect_discord(CALLBACK, {"type": 4, "data": payload})
    inside = (
        f"data.{problem}"
        if problem[:7] in ("content", "compone", "embeds:", "embeds[")
        else f"data: {problem}"
    )
    assert any(each.startswith(inside) for each in answer.problems), answer.problems


@pytest.mark.parametrize("call", [PATCH, ORIGINAL])
def test_an_edit_may_leave_everything_out_and_set_fewer_flags(call: str) -> None:
    assert inspect_discord(call, {}).problems == ()
    assert inspect_discord(call, {"content": None, "tts": False}).problems == ()
    assert inspect_discord(call, {"flags": 1 << 12}).problems == ("flags: the flags 4096 cannot be set here",)


FORM: Json = {
    "type": 9,
    "data": {
        "custom_id": "form",
        "title": "A review",
        "components": [
            row(
                {"type": 4, "custom_id": "a", "style": 1, "label": "Title", "min_length": 1, "max_length": 80}
            ),
            {"type": 18, "label": "Score", "component": {"type": 4, "custom_id": "b", "style": 2}},
            {"type": 18, "label": "Kind", "component": menu()},
        ],
    },
}
F = "data.components"


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("data.title", "w" * 46, ": 46 characters, at most 45"),
        ("data.custom_id", ..., ": missing, and required"),
        (F, [FORM["data"]["components"][0]] * 6, f"{F}[5]: a form holds at most 5 components"),
        (F, [FORM["data"]["components"][0]] * 2, f"{F}[1].components[0].custom_id: 'a' is used 2 times"),
        (f"{F}[0].components", [button()], "[0]: a button cannot stand here"),
        (f"{F}[0].components[0].label", ..., f"{F}[0].components[0]: needs a label"),
        (f"{F}[0].components[0].value", "w" * 4001, ": 4001 characters, at most 4000"),
        (f"{F}[0].components[0].placeholder", "w" * 101, ": 101 characters"),
        (f"{F}[0].components[0].min_length", 81, ": 81 is more than max_length"),
        (f"{F}[1].label", "w" * 46, ": 46 characters, at most 45"),
        (f"{F}[1].component.label", "x", f"{F}[1].component: a label above it has its words"),
        ("data", ..., ": missing, and required"),
        ("type", 99, ": 99 is no kind of answer that I know"),
        ("type", [], ": [] is no kind of answer that I know"),
    ],
)
def test_what_is_wrong_in_a_form_is_named(path: str, value: Any, problem: str) -> None:
    assert inspect_discord(CALLBACK, FORM).problems == ()
    inspection = inspect_discord(CALLBACK, spoiled(FORM, {path: value}))
    assert_named(inspection, path, problem)


CHOICE = {"name": "Ballerina", "value": "ballerina"}


@pytest.mark.parametrize(
    ("choices", "problems"),
    [
        ([CHOICE] * 25, ()),
        ([CHOICE] * 26, ("data.choices[25]: the suggestions holds at most 25 suggestions",)),
        ([{**CHOICE, "name": "w" * 101}], ("data.choices[0].name: 101 characters, at most 100",)),
        ([{**CHOICE, "value": "w" * 101}], ("data.choices[0].value: 101 characters, at most 100",)),
        ([{**CHOICE, "name": ""}], ("data.choices[0].name: 0 characters, at least 1",)),
    ],
)
def test_suggestions_are_held_to_their_limits(choices: list[Json], problems: tuple[str, ...]) -> None:
    assert inspect_discord(CALLBACK, {"type": 8, "data": {"choices": choices}}).problems == problems


@pytest.mark.parametrize(
    "payload", [{"type": 1}, {"type": 6}, {"type": 5, "data": {"flags": 64}}, {"type": 5}]
)
def test_an_answer_that_only_wins_time_is_well(payload: Json) -> None:
    assert inspect_discord(CALLBACK, payload).problems == ()


@pytest.mark.skipif(not discord.available, reason="Discord's OpenAPI document is not beside the repository")
@given(
    st.sampled_from([(POST, GOOD), (CALLBACK, FORM), (CALLBACK, {"type": 4, "data": GOOD})]),
    st.integers(0, 1000),
    st.sampled_from(VALUES),
)
@settings(max_examples=60)
def test_what_the_document_refuses_has_a_problem(good: tuple[str, Json], place: int, value: Any) -> None:
    call, payload = good
    fields = inspect_discord(call, payload).fields
    payload = spoiled(payload, {fields[place % len(fields)].path: value})
    method, _, path = call.partition(" ")
    if discord._against_document(method, path.removeprefix("/api/v10"), payload):
        assert inspect_discord(call, payload).problems
    assert_lawful(inspect_discord(call, payload))


@pytest.mark.parametrize("call", ["POST /users/@me/channels", "PUT /channels/1/messages", "nonsense", ""])
def test_a_call_that_is_not_known_is_said_to_be(call: str) -> None:
    assert inspect_discord(call, {"content": "x"}).problems == (f"{call} is not among the calls that I know",)


def test_the_fullest_of_many_is_the_one_that_is_shown() -> None:
    found = inspect_discord(POST, spoiled(GOOD, {f"{B}[1].custom_id": "w" * 60})).limits
    shown = {each.what: (each.used, each.limit, each.left, each.where) for each in found}
    assert shown["custom_id of a button"] == (60, 100, 40, f"{B}[1].custom_id")
    assert shown["buttons in a row"] == (3, 5, 2, B)
    assert shown["text in all text displays"] == (7, 4000, 3993, "components")
    assert shown["components, nested ones counted"] == (17, 40, 23, "components")
    assert shown["url of a button"] == (21, 512, 491, f"{B}[2].url")
    assert shown["options in a select menu"] == (2, 25, 23, f"{M}.options")
