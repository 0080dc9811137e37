"""The inspector finds nothing in what the bot sends, counts what there is, and names all that is too much."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards import spoilers
from bot.playground.inspecting import Inspection, inspect_discord, inspect_telegram
from bot.playground.inspecting.discord_fields import SHAPES as DISCORD
from bot.playground.inspecting.discord_messages import nested
from bot.playground.inspecting.telegram_fields import CALLS
from bot.playground.inspecting.telegram_fields import SHAPES as TELEGRAM
from bot.replies import Reply
from storage import CardFacts
from tests.platforms import records
from tests.playground.inspected import (
    CALLBACK,
    POST,
    assert_lawful,
    discord_calls,
    telegram_calls,
)

Json = dict[str, Any]


def inspections(reply: Reply) -> list[Inspection]:
    """Of every call by which a reply may go out, on both platforms."""
    return [
        *(inspect_discord(call, payload) for call, payload in discord_calls(reply)),
        *(inspect_telegram(method, params) for method, params in telegram_calls(reply)),
    ]


def limit(inspection: Inspection, what: str) -> tuple[int, int]:
    """How much is used of how much."""
    (found,) = (each for each in inspection.limits if each.what == what)
    return found.used, found.limit


@given(records.cards())
@settings(max_examples=40)
def test_the_bots_own_cards_have_no_problems(made: tuple[CardFacts, Reply]) -> None:
    facts, card = made
    for inspection in [*inspections(card), *inspections(spoilers(facts))]:
        assert inspection.problems == ()
        assert all(field.ok for field in inspection.fields)
        assert inspection.about
        assert_lawful(inspection)
        json.dumps(inspection.as_json())


# What has the names and marks of real payloads, and otherwise anything at all.
NAMES = st.sampled_from(
    sorted(
        {
            "strange",
            *(name for shapes in (DISCORD, TELEGRAM) for each in shapes.values() for name in each.fields),
        }
    )
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-1, 20),
    st.just(1 << 15),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(
        ["HTML", "article", "https://example.org/", "tg://", "http://[bad", "<b>", "<b>x</b>", "😀"]
    ),
    st.integers(60, 5000).map(lambda length: "é" * length),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=7) | st.dictionaries(NAMES, inner, max_size=6),
    max_leaves=40,
)
PAYLOADS = st.dictionaries(NAMES, TREES, max_size=8)


@given(
    st.sampled_from([POST, "PATCH /channels/1/messages/2", CALLBACK, "POST /webhooks/1/t", "GET /gateway"]),
    PAYLOADS | st.fixed_dictionaries({"type": st.integers(0, 12), "data": PAYLOADS}),
)
@settings(max_examples=120)
def test_whatever_goes_to_discord_has_no_broken_limit_that_is_not_named(call: str, payload: Json) -> None:
    assert_lawful(inspect_discord(call, payload))


@given(
    st.sampled_from([*CALLS, "getMe"]),
    PAYLOADS,
)
@settings(max_examples=120)
def test_whatever_goes_to_telegram_has_no_broken_limit_that_is_not_named(method: str, params: Json) -> None:
    assert_lawful(inspect_telegram(method, params))


BUTTON: Json = {"type": 2, "style": 2, "label": "x"}
LEAF = st.sampled_from([{"type": 10, "content": "x"}, {"type": 14}])
SECTION = st.builds(
    lambda texts, other: {
        "type": 9,
        "components": [{"type": 10, "content": "x"}] * texts,
        "accessory": other,
    },
    st.integers(1, 3),
    st.sampled_from([BUTTON, {"type": 11, "media": {"url": "https://example.org/"}}]),
)
ROW = st.integers(1, 5).map(lambda count: {"type": 1, "components": [BUTTON] * count})
CONTAINER = st.lists(LEAF | SECTION | ROW, min_size=1, max_size=6).map(
    lambda inner: {"type": 17, "components": inner}
)
TREE = st.lists(LEAF | SECTION | ROW | CONTAINER, max_size=5)


def count(component: Json) -> int:
    """A component with all that it holds."""
    inner = [
        *component.get("components", ()),
        *([component["accessory"]] if "accessory" in component else ()),
    ]
    return 1 + sum(map(count, inner))


@given(TREE)
@settings(max_examples=100)
def test_nested_components_are_all_counted(tree: list[Json]) -> None:
    inspection = inspect_discord(POST, {"flags": 1 << 15, "components": tree})
    used = sum(map(count, tree))
    if tree:
        assert limit(inspection, "components, nested ones counted") == (used, 40)
    assert any(": components, nested ones counted: " in problem for problem in inspection.problems) is (
        used > 40
    )


@given(TREE, TREE)
@settings(max_examples=100)
def test_the_parts_of_a_tree_count_together_as_much_as_alone(left: list[Json], right: list[Json]) -> None:
    together, apart = list(nested([*left, *right], "c")), [*nested(left, "c"), *nested(right, "c")]
    assert [one for _, one in together] == [one for _, one in apart]
    assert len({path for path, _ in together}) == len(together)
    inside = list(nested([{"type": 17, "components": [*left, *right]}], "c"))
    assert len(inside) == len(together) + 1


@pytest.mark.parametrize("call", [POST, CALLBACK, "sendMessage"])
def test_the_example_of_a_newcomer_reads_well(call: str) -> None:
    """The limits, the words of a rule and a problem, as the page shows them."""
    inspection = {
        POST: inspect_discord(POST, {"content": "Hello", "colour": 1}),
        CALLBACK: inspect_discord(CALLBACK, {"type": 4, "data": {"content": "Hello", "colour": 1}}),
        "sendMessage": inspect_telegram(
            "sendMessage", {"chat_id": "5", "text": "<b>Hello</b>", "parse_mode": "HTML", "colour": 1}
        ),
    }[call]
    shown = inspection.as_json()
    assert shown["limits"][0]["used"] == 5
    assert shown["limits"][0]["left"] in (1995, 4091)
    assert [problem.rpartition("colour")[2] for problem in shown["problems"]] == [
        ": not in the specification that I know"
    ]
    strange = [field for field in shown["fields"] if field["path"].endswith("colour")]
    assert [(field["ok"], field["required"]) for field in strange] == [(False, False)]


def test_what_goes_over_the_wire_as_text_is_read_as_what_it_stands_for() -> None:
    keyboard = {"inline_keyboard": [[{"text": "Vote", "callback_data": "1_vote"}]]}
    params = {
        "chat_id": "-1001",
        "text": "123",
        "reply_markup": json.dumps(keyboard),
        "protect_content": "true",
    }
    inspection = inspect_telegram("sendMessage", params)
    assert inspection.problems == ()
    assert inspection.payload == {
        "chat_id": -1001,
        "text": "123",
        "reply_markup": keyboard,
        "protect_content": True,
    }


def test_every_result_of_an_inline_answer_says_what_it_would_post() -> None:
    (_, answer) = telegram_calls(Reply(()))[-1]
    answer["results"][3]["input_message_content"]["message_text"] = "é" * 4097
    inspection = inspect_telegram("answerInlineQuery", answer)
    assert len(inspection.contained) == 10
    assert [len(each.problems) for each in inspection.contained] == [0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    assert limit(inspection.contained[3], "text, markup read") == (4097, 4096)
    assert limit(inspection.contained[4], "text, markup read") == (1, 4096)
    assert limit(inspection, "text, markup read") == (4097, 4096)
    assert inspection.problems == (
        "results[3].input_message_content.message_text: text, markup read: 4097, at most 4096 UTF-16 units",
    )
