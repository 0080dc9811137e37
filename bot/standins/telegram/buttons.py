"""The check of keyboards under messages."""

import re
from typing import Any

from bot.standins.telegram import errors
from bot.standins.telegram.errors import Refused, bad_request, surprise
from bot.standins.telegram.limits import BUTTONS, BUTTONS_IN_ROW, CALLBACK_DATA_BYTES, COPY_TEXT

_ACTIONS = frozenset(
    {
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    }
)
_LOOKS = frozenset({"text", "style", "icon_custom_emoji_id"})
_STYLES = frozenset({"danger", "success", "primary"})
_OTHER_KEYBOARDS = frozenset({"keyboard", "remove_keyboard", "force_reply"})
_WEB = re.compile(r"https?://[^\s/?#@:]+\.[^\s/?#@:.]+(:\d{1,5})?([/?#]\S*)?", re.IGNORECASE)
_APP = re.compile(r"tg://\S+", re.IGNORECASE)


def check_markup(markup: dict[str, Any] | None, *, inline_only: bool = False) -> dict[str, Any] | None:
    """The inline keyboard of a `reply_markup`, or None where it has none. Raises Refused.

    `inline_only` is for edits and inline results, which take no other kind of keyboard.
    """
    if markup is None:
        return None
    if "inline_keyboard" not in markup:
        if inline_only or not _OTHER_KEYBOARDS & set(markup):
            raise Refused(bad_request("object expected as reply markup"))
        return None
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise Refused(bad_request('can\'t parse reply keyboard markup JSON object: Field "inline_keyboard"'))
    if sum(len(row) for row in rows) > BUTTONS or any(len(row) > BUTTONS_IN_ROW for row in rows):
        raise Refused(errors.MARKUP_TOO_LONG)
    for row in rows:
        for button in row:
            _check_button(button)
    kept = [row for row in rows if row]
    return {"inline_keyboard": kept} if kept else None


def is_web_address(url: str) -> bool:
    """Whether Telegram opens this address from a button: http, https or tg, with a real host."""
    return bool(_WEB.fullmatch(url) or _APP.fullmatch(url))


def _check_button(button: Any) -> None:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str) or not button["text"].strip():
        raise Refused(errors.NO_BUTTON_TEXT)
    unknown = set(button) - _ACTIONS - _LOOKS
    if unknown:
        raise Refused(surprise(f"unknown fields of a button: {sorted(unknown)}"))
    actions = _ACTIONS & set(button)
    if not actions:
        raise Refused(errors.NO_BUTTON_ACTION)
    if len(actions) > 1:
        raise Refused(surprise(f"a button with {sorted(actions)}, of which Telegram takes one"))
    if button.get("style", "primary") not in _STYLES:
        raise Refused(bad_request("can't parse inline keyboard button: invalid button style specified"))
    if "callback_data" in button and not _fits(button["callback_data"], CALLBACK_DATA_BYTES):
        raise Refused(errors.BUTTON_DATA_INVALID)
    if "url" in button and not is_web_address(str(button["url"])):
        raise Refused(errors.BUTTON_URL_INVALID)
    if "copy_text" in button and not 1 <= len(button["copy_text"].get("text", "")) <= COPY_TEXT:
        raise Refused(bad_request("BUTTON_COPY_TEXT_INVALID"))


def _fits(value: Any, limit: int) -> bool:
    return isinstance(value, str) and 1 <= len(value.encode()) <= limit
