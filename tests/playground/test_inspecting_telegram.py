"""Every limit and rule of Telegram, broken once, is named with its place; the stand-in refuses no more."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playground.inspecting import inspect_telegram
from bot.standins.telegram.buttons import check_markup
from bot.standins.telegram.errors import Refused
from bot.standins.telegram.formatting import format_text
from tests.playground.inspected import VALUES, assert_lawful, assert_named, spoiled
from tests.specs import telegram

Json = dict[str, Any]

BUTTON: Json = {"text": "Vote", "callback_data": "1_vote_1_8", "style": "primary"}
LINK: Json = {"text": "Read", "url": "https://example.org/review"}
MESSAGE: Json = {
    "chat_id": -1001,
    "text": "<b>Ballerina</b> &amp; more",
    "parse_mode": "HTML",
    "message_thread_id": 5,
    "reply_parameters": {"message_id": 7, "allow_sending_without_reply": True},
    "link_preview_options": {"url": "https://example.org/a.jpg", "show_above_text": True},
    "reply_markup": {"inline_keyboard": [[BUTTON, LINK], [BUTTON]]},
}
K = "reply_markup.inline_keyboard"
FULL = [[BUTTON] * 8] * 12 + [[BUTTON] * 5]


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("text", "<b></b>", ": empty once its markup is read"),
        ("text", "é" * 4097, ": text, markup read: 4097, at most 4096 UTF-16 units"),
        ("text", "😀" * 2049, ": text, markup read: 4098, at most 4096 UTF-16 units"),
        ("text", "<b>a</b>" * 101, ": marks of the text: 101, at most 100 entities"),
        ("text", "<b>a", ': Can\'t find end tag corresponding to start tag "b"'),
        ("text", "<h1>a</h1>", ': Unsupported start tag "h1" at byte offset 0'),
        ("text", ..., ": missing, and required"),
        ("text", 5, ": 5 is no text"),
        ("parse_mode", "MarkdownV2", ": 'MarkdownV2' is not read here, so nothing is measured"),
        ("parse_mode", "BBCode", ": 'BBCode' is none of HTML, MarkdownV2, Markdown"),
        ("entities", [{"type": "bold", "offset": 0, "length": 1}], ": does not go with parse_mode"),
        ("chat_id", ..., ": missing, and required"),
        ("chat_id", [1], ": [1] is no text"),
        ("message_thread_id", "topic", ": 'topic' is no integer"),
        ("protect_content", 1, ": 1 is neither true nor false"),
        ("colour", 1, ": not in the specification that I know"),
        ("reply_parameters", {"message": 1}, ".message_id: missing, and required"),
        ("link_preview_options.url", "https://x", ": 'https://x' is no address that Tel"),
        ("link_preview_options.is_disabled", "no", ": 'no' is neither true nor"),
        ("reply_markup", {"buttons": []}, ": not a keyboard or a reply keyboard or"),
        (K, FULL, "reply_markup: buttons in all: 101, at most 100 buttons"),
        (f"{K}[0]", [BUTTON] * 9, "[8]: a row holds at most 8 buttons"),
        (f"{K}[0][0].callback_data", "é" * 33, ": 66 bytes, at most 64"),
        (f"{K}[0][0].callback_data", "", ": 0 bytes, at least 1"),
        (f"{K}[0][0].callback_data", ..., f"{K}[0][0]: a button needs something that it does"),
        (
            f"{K}[0][0].url",
            "https://example.org/",
            f"{K}[0][0]: a button does one thing, not callback_data and url",
        ),
        (f"{K}[0][0].text", "", ": 0 characters, at least 1"),
        (f"{K}[0][0].text", " ", ": empty"),
        (f"{K}[0][0].style", "gold", ": 'gold' is none of danger, success, primary"),
        (f"{K}[0][0].colour", "gold", ": not in the specification that I know"),
        (f"{K}[0][1].url", "ftp://example.org/", ": 'ftp://example.org/' is no address that begins"),
        (f"{K}[0][1].url", "https://localhost", ": 'https://localhost' is no address that Telegram"),
        (f"{K}[0][1]", {"text": "Copy", "copy_text": {"text": "w" * 257}}, ".copy_text.text: 257 charact"),
    ],
)
def test_what_is_wrong_in_a_message_is_named(path: str, value: Any, problem: str) -> None:
    assert inspect_telegram("sendMessage", MESSAGE).problems == ()
    inspection = inspect_telegram("sendMessage", spoiled(MESSAGE, {path: value}))
    assert_named(inspection, path, problem)


@pytest.mark.parametrize(
    ("method", "params", "problems"),
    [
        ("editMessageText", {"chat_id": 1, "message_id": 2, "text": "a"}, ()),
        ("editMessageText", {"inline_message_id": "i", "text": "a"}, ()),
        ("editMessageText", {"inline_message_id": "i"}, ("text: missing, and so is rich_message",)),
        (
            "editMessageText",
            {"chat_id": 1, "text": "a"},
            ("message_id: missing, and so is inline_message_id",),
        ),
        ("editMessageReplyMarkup", {"chat_id": 1, "message_id": 2}, ()),
        (
            "editMessageReplyMarkup",
            {"message_id": 2, "reply_markup": {"force_reply": True}},
            (
                "reply_markup: not a keyboard",
                "chat_id: missing, and so is inline_message_id",
            ),
        ),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "w" * 200, "show_alert": True}, ()),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1", "text": "😀" * 101},
            ("text: 202 UTF-16 units, at most 200",),
        ),
        ("answerCallbackQuery", {"text": "a"}, ("callback_query_id: missing, and required",)),
        ("answerCallbackQuery", {"callback_query_id": "1", "url": "https://t.me/ReviewBot?start=1_help"}, ()),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1", "url": "https://t.me/ReviewBot?start=a b"},
            ("url: 'https://t.me/ReviewBot?start=a b' is not t.me/BOT?start= with 1-64 of A-Z a-z 0-9 _ -",),
        ),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1", "cache_time": -1},
            ("cache_time: -1 is not in the range: 0 or more",),
        ),
        ("sendTelepathy", {}, ("sendTelepathy is not among the methods that I know",)),
    ],
)
def test_edits_and_answers_are_held_to_their_own_rules(
    method: str, params: Json, problems: tuple[str, ...]
) -> None:
    inspection = inspect_telegram(method, params)
    assert inspection.problems == problems
    assert_lawful(inspection)


RESULT: Json = {
    "type": "article",
    "id": "1",
    "title": "Ballerina",
    "description": "Film, 2023",
    "thumbnail_url": "https://example.org/a.jpg",
    "input_message_content": {"message_text": "<b>Ballerina</b>", "parse_mode": "HTML"},
    "reply_markup": {"inline_keyboard": [[BUTTON]]},
}
ANSWER: Json = {
    "inline_query_id": "1",
    "results": [RESULT, {**RESULT, "id": "2"}],
    "button": {"text": "Ask", "start_parameter": "help"},
}
R = "results[1]"
MANY = [{**RESULT, "id": str(number)} for number in range(51)]


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("results", MANY, "[50]: an answer holds at most 50 results"),
        ("results", ..., ": missing, and required"),
        ("results", "none", ": 'none' is no list"),
        (f"{R}.id", "1", ": the same as of results[0]"),
        (f"{R}.id", "é" * 33, ": 66 bytes, at most 64"),
        (f"{R}.type", "photo", f"{R}: not a result by its type 'photo'"),
        (f"{R}.title", "", ": 0 characters, at least 1"),
        (f"{R}.thumbnail_url", "a.jpg", ": 'a.jpg' is no address that begins with http or https"),
        (f"{R}.input_message_content", ..., ": missing, and required"),
        (f"{R}.input_message_content.message_text", "<i>", ": Can't find end"),
        (f"{R}.reply_markup.inline_keyboard[0][0].callback_data", "w" * 65, ": 65 bytes, at most 64"),
        ("next_offset", "é" * 33, ": 66 bytes, at most 64"),
        ("button.start_parameter", "a b", ": 'a b' is not 1-64 of A-Z a-z 0-9 _ -"),
        ("button.start_parameter", "w" * 65, ": 65 characters, at most 64"),
        ("button.start_parameter", ..., "button: has either web_app or start_parameter"),
    ],
)
def test_what_is_wrong_in_an_inline_answer_is_named(path: str, value: Any, problem: str) -> None:
    assert inspect_telegram("answerInlineQuery", ANSWER).problems == ()
    inspection = inspect_telegram("answerInlineQuery", spoiled(ANSWER, {path: value}))
    assert_named(inspection, path, problem)


@pytest.mark.skipif(not telegram.available, reason="Telegram's specification is not beside the repository")
@given(
    st.sampled_from([("sendMessage", MESSAGE), ("answerInlineQuery", ANSWER)]),
    st.integers(0, 1000),
    st.sampled_from(VALUES),
)
@settings(max_examples=150)
def test_what_the_specification_refuses_has_a_problem(good: tuple[str, Json], place: int, value: Any) -> None:
    method, params = good
    fields = inspect_telegram(method, params).fields
    params = spoiled(params, {fields[place % len(fields)].path: value})
    if telegram.problems(method, params):
        assert inspect_telegram(method, params).problems
    assert_lawful(inspect_telegram(method, params))


def test_every_result_is_inspected_by_itself_too() -> None:
    first, second = inspect_telegram("answerInlineQuery", spoiled(ANSWER, {f"{R}.title": ""})).contained
    assert (first.call, second.call) == ("the message of result '1'", "the message of result '2'")
    assert (first.problems, second.problems) == ((), ("title: 0 characters, at least 1",))
    shown = {each.what: (each.used, each.left, each.where) for each in first.limits}
    assert shown["text, markup read"] == (9, 4087, "input_message_content.message_text")
    assert shown["callback_data of a button"][:2] == (10, 54)
    assert first.payload == RESULT


def test_the_fullest_of_many_is_the_one_that_is_shown() -> None:
    full = spoiled(MESSAGE, {f"{K}[1][0].callback_data": "é" * 30})
    shown = {
        each.what: (each.used, each.limit, each.where)
        for each in inspect_telegram("sendMessage", full).limits
    }
    assert shown == {
        "text, markup read": (16, 4096, "text"),
        "marks of the text": (1, 100, "text"),
        "buttons in all": (3, 100, "reply_markup"),
        "buttons in a row": (2, 8, f"{K}[0]"),
        "callback_data of a button": (60, 64, f"{K}[1][0].callback_data"),
    }


PIECES = (
    *("<b>", "</b>", "<i>", "</i>", "<tg-spoiler>", "</tg-spoiler>", "<code>", "</code>", "<blockquote>"),
    *("</blockquote>", '<a href="https://example.org">', "</a>", "&lt;", "&", "<", "word ", " ", "😀" * 1000),
)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
@settings(max_examples=300)
def test_a_text_has_a_problem_exactly_where_the_stand_in_refuses_it(text: str) -> None:
    inspection = inspect_telegram("sendMessage", {"chat_id": 1, "text": text, "parse_mode": "HTML"})
    try:
        kept = format_text(text, "HTML")
    except Refused:
        assert inspection.problems
    else:
        assert inspection.problems == ()
        assert inspection.limits[0].used == len(kept.text.encode("utf-16-le")) // 2


@given(
    st.lists(
        st.lists(
            st.fixed_dictionaries(
                {"text": st.sampled_from(["Vote", "", " "])},
                optional={
                    "callback_data": st.sampled_from(["a", "", "é" * 32, "é" * 33]),
                    "url": st.sampled_from(["https://example.org", "tg://user?id=1", "https://x", "x"]),
                    "style": st.sampled_from(["danger", "gold"]),
                    "strange": st.just(1),
                },
            ),
            max_size=9,
        ),
        max_size=12,
    )
)
@settings(max_examples=200)
def test_a_keyboard_has_a_problem_exactly_where_the_stand_in_refuses_it(rows: list[list[Json]]) -> None:
    markup = {"inline_keyboard": rows}
    inspection = inspect_telegram("sendMessage", {"chat_id": 1, "text": "a", "reply_markup": markup})
    try:
        check_markup(markup)
    except Refused:
        assert inspection.problems
    else:
        assert inspection.problems == ()
