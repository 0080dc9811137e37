"""The methods that answer presses and inline queries."""

import re

from bot.standins.telegram import errors
from bot.standins.telegram.buttons import check_markup
from bot.standins.telegram.chats import Json
from bot.standins.telegram.errors import Refused, bad_request, surprise
from bot.standins.telegram.formatting import format_text
from bot.standins.telegram.limits import INLINE_RESULTS, NEXT_OFFSET_BYTES, NOTICE_LENGTH, RESULT_ID_BYTES
from bot.standins.telegram.questions import CallbackAnswer, InlineResult, InlineResults
from bot.standins.telegram.world import TelegramWorld

_START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
_ARTICLE = frozenset(
    {
        "type",
        "id",
        "title",
        "input_message_content",
        "reply_markup",
        "url",
        "description",
        "thumbnail_url",
        "thumbnail_width",
        "thumbnail_height",
    }
)
_CONTENT = frozenset({"message_text", "parse_mode", "entities", "link_preview_options"})


def answer_callback_query(
    world: TelegramWorld,
    *,
    callback_query_id: str,
    text: str = "",
    show_alert: bool = False,
    url: str = "",
    cache_time: int = 0,
) -> bool:
    """answerCallbackQuery"""
    if len(text) > NOTICE_LENGTH:
        raise Refused(errors.NOTICE_TOO_LONG)
    own_link = re.compile(rf"(https?://)?t\.me/{re.escape(world.bot.username)}\?start=[\w-]{{1,64}}", re.I)
    if url and not own_link.fullmatch(url):
        raise Refused(errors.BAD_ANSWER_URL)
    answer = CallbackAnswer(text, show_alert, url, cache_time)
    world.presses.answer(callback_query_id, answer, world.clock())
    world.tell(f"the bot answers the press: {text or url or '(nothing)'}")
    return True


def answer_inline_query(
    world: TelegramWorld,
    *,
    inline_query_id: str,
    results: list[Json],
    cache_time: int = 300,
    is_personal: bool = False,
    next_offset: str = "",
    button: Json | None = None,
) -> bool:
    """answerInlineQuery"""
    if len(results) > INLINE_RESULTS:
        raise Refused(errors.TOO_MANY_RESULTS)
    if len(next_offset.encode()) > NEXT_OFFSET_BYTES:
        raise Refused(errors.BAD_NEXT_OFFSET)
    if button and not _START_PARAMETER.fullmatch(button.get("start_parameter", "")):
        raise Refused(errors.BAD_START_PARAMETER)
    listed = [_result(result) for result in results]
    if len({result.id for result in listed}) < len(listed):
        raise Refused(errors.RESULT_ID_TWICE)
    answer = InlineResults(
        listed, next_offset=next_offset, cache_time=cache_time, is_personal=is_personal, button=button
    )
    world.inline_queries.answer(inline_query_id, answer, world.clock())
    world.tell(f"the bot lists: {[result.title for result in listed]}")
    return True


def _result(result: Json) -> InlineResult:
    if result.get("type") != "article":
        raise Refused(surprise(f"an inline result of type {result.get('type')!r}"))
    content = result.get("input_message_content") or {}
    unknown = sorted(set(result) - _ARTICLE | set(content) - _CONTENT)
    if unknown:
        raise Refused(surprise(f"unknown fields of an inline result: {unknown}"))
    if not 1 <= len(str(result.get("id", "")).encode()) <= RESULT_ID_BYTES:
        raise Refused(errors.BAD_RESULT_ID)
    if not result.get("title"):
        raise Refused(errors.NO_RESULT_TITLE)
    if "message_text" not in content:
        raise Refused(bad_request("can't parse inline query result: Can't find field \"message_text\""))
    return InlineResult(
        id=result["id"],
        title=result["title"],
        description=result.get("description", ""),
        content=format_text(content["message_text"], content.get("parse_mode", ""), content.get("entities")),
        markup=check_markup(result.get("reply_markup"), inline_only=True),
        link_preview=content.get("link_preview_options"),
    )
