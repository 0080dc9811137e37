"""What Telegram says of the calls that write, change and answer, and of the objects in them."""

from collections.abc import Mapping

from bot.platforms.telegram.limits import NOTICE_UNITS, ROW_BUTTONS, TEXT_UNITS
from bot.playground.inspecting.rules import (
    BYTES,
    NONE,
    UNITS,
    Address,
    Choice,
    Either,
    FieldRule,
    Items,
    Mark,
    Marked,
    Part,
    Shape,
    Text,
    Truth,
    Whole,
)
from bot.standins.telegram.limits import (
    BUTTONS,
    CALLBACK_DATA_BYTES,
    COPY_TEXT,
    ENTITIES,
    INLINE_RESULTS,
    NEXT_OFFSET_BYTES,
    RESULT_ID_BYTES,
)

Fields = dict[str, FieldRule]

TEXT = Marked("the words of the message", TEXT_UNITS, UNITS)
_CHAT = (Whole(""), Text("@ and the name of a channel or group"))
_KEYBOARD = "inline keyboard"
_MODES: Mapping[str, str] = {"HTML": "", "MarkdownV2": "", "Markdown": "the old one"}
_MODE = Choice("how marks in the text are read; HTML, for this bot", _MODES)
_ENTITIES = Items("marks of the text, in place of parse_mode", Part("", ("entity",)), 0, ENTITIES, "entities",
                  filed=NONE, shown=False)  # fmt: skip
_PREVIEW = Part("the picture of a link", ("preview",))
_BUSINESS: Fields = {"business_connection_id": Text("on behalf of a business account")}
_THE_MESSAGE: Fields = {
    **_BUSINESS,
    "chat_id": Either("the chat; together with message_id", _CHAT),
    "message_id": Whole("the message; together with chat_id"),
    "inline_message_id": Text("a message sent through inline mode, in place of the two"),
}

CALLS: dict[str, Shape] = {
    "sendMessage": Shape(
        "a message",
        "sendMessage",
        {
            **_BUSINESS,
            "chat_id": Either("where to", _CHAT, required=True),
            "message_thread_id": Whole("the topic"),
            "direct_messages_topic_id": Whole("the topic of a channel's direct messages"),
            "text": Marked("the words of the message", TEXT_UNITS, UNITS, required=True),
            "parse_mode": _MODE,
            "entities": _ENTITIES,
            "link_preview_options": _PREVIEW,
            "disable_notification": Truth("no sound"),
            "protect_content": Truth("not to be forwarded or saved"),
            "allow_paid_broadcast": Truth("faster than the limits, for money"),
            "message_effect_id": Text("an animation, in private chats"),
            "suggested_post_parameters": Part("a post suggested to a channel"),
            "reply_parameters": Part("what it replies to", ("reply",)),
            "reply_markup": Part(
                "buttons below it", (_KEYBOARD, "reply keyboard", "removed keyboard", "forced reply")
            ),
        },
    ),
    "editMessageText": Shape(
        "a message",
        "editMessageText",
        {
            **_THE_MESSAGE,
            "text": TEXT,
            "parse_mode": _MODE,
            "entities": _ENTITIES,
            "link_preview_options": _PREVIEW,
            "rich_message": Part("richer content, in place of text"),
            "reply_markup": Part("buttons below it", (_KEYBOARD,)),
        },
    ),
    "editMessageReplyMarkup": Shape(
        "a message",
        "editMessageReplyMarkup",
        {**_THE_MESSAGE, "reply_markup": Part("buttons below it", (_KEYBOARD,))},
    ),
    "answerCallbackQuery": Shape(
        "an answer",
        "answerCallbackQuery",
        {
            "callback_query_id": Text("the press that is answered", 1, required=True),
            "text": Text("a notice that passes", 0, NOTICE_UNITS, UNITS),
            "show_alert": Truth("the notice stays until it is read"),
            "url": Address("opens instead: a game, or t.me/BOT?start=WORD", None, ("http", "https", "tg")),
            "cache_time": Whole("seconds for which apps may repeat it", 0),
        },
    ),
    "answerInlineQuery": Shape(
        "an answer",
        "answerInlineQuery",
        {
            "inline_query_id": Text("the query that is answered", 1, required=True),
            "results": Items(
                "what to choose from",
                Part("", ("article",), apart=True),
                0,
                INLINE_RESULTS,
                "results",
                required=True,
            ),
            "cache_time": Whole("seconds for which Telegram repeats it to others; 300 if left out", 0),
            "is_personal": Truth("repeated to this asker only"),
            "next_offset": Text("asks for more; empty where this is all", 0, NEXT_OFFSET_BYTES, BYTES),
            "button": Part("above the results", ("results button",)),
        },
    ),
}

OBJECTS: dict[str, Shape] = {
    _KEYBOARD: Shape(
        "a keyboard",
        "InlineKeyboardMarkup",
        {
            "inline_keyboard": Items(
                f"rows of buttons, at most {BUTTONS} in all",
                Items("a row", Part("", ("button",)), 0, ROW_BUTTONS, "buttons", "a row", filed=NONE),
                what="rows",
                required=True,
            )
        },
        "inline_keyboard",
    ),
    "button": Shape(
        "a button",
        "InlineKeyboardButton",
        {
            "text": Text("its label", 1, required=True),
            "callback_data": Text("comes back to the bot when it is pressed", 1, CALLBACK_DATA_BYTES, BYTES),
            "url": Address("what it opens", None, ("http", "https", "tg")),
            "style": Choice("its colour", {"danger": "red", "success": "green", "primary": "blue"}),
            "icon_custom_emoji_id": Text("a picture before the label"),
            "copy_text": Part("what it copies", ("copied text",)),
            "switch_inline_query": Text("begins an inline query in a chat to choose"),
            "switch_inline_query_current_chat": Text("begins an inline query in this chat"),
            "switch_inline_query_chosen_chat": Part(
                "begins an inline query in a chosen chat", ("chosen chat",)
            ),
            "web_app": Part("opens a web app", ("web app",)),
            "login_url": Part("logs in on a site"),
            "callback_game": Part("starts a game"),
            "pay": Truth("pays"),
        },
    ),
    "copied text": Shape(
        "the text to copy", "CopyTextButton", {"text": Text("the text", 1, COPY_TEXT, required=True)}
    ),
    "chosen chat": Shape(
        "a chosen chat",
        "SwitchInlineQueryChosenChat",
        {
            "query": Text("what is typed for the person"),
            "allow_user_chats": Truth(""),
            "allow_bot_chats": Truth(""),
            "allow_group_chats": Truth(""),
            "allow_channel_chats": Truth(""),
        },
    ),
    "web app": Shape("a web app", "WebAppInfo", {"url": Address("", None, ("https",), required=True)}),
    "reply keyboard": Shape(
        "a reply keyboard",
        "ReplyKeyboardMarkup",
        {
            "keyboard": Items("rows of texts to send", Items("", Part("")), required=True),
            "is_persistent": Truth("always shown"),
            "resize_keyboard": Truth("only as high as it needs to be"),
            "one_time_keyboard": Truth("hidden once it is used"),
            "input_field_placeholder": Text("shown while nothing is typed", 1, 64),
            "selective": Truth("for those who are addressed only"),
        },
        "keyboard",
    ),
    "removed keyboard": Shape(
        "the removal of a keyboard",
        "ReplyKeyboardRemove",
        {"remove_keyboard": Truth("", required=True), "selective": Truth("for those who are addressed only")},
        "remove_keyboard",
    ),
    "forced reply": Shape(
        "a call for a reply",
        "ForceReply",
        {
            "force_reply": Truth("", required=True),
            "input_field_placeholder": Text("shown while nothing is typed", 1, 64),
            "selective": Truth("for those who are addressed only"),
        },
        "force_reply",
    ),
    "preview": Shape(
        "the preview",
        "LinkPreviewOptions",
        {
            "is_disabled": Truth("no preview"),
            "url": Address("the page or picture; otherwise the first link of the text"),
            "prefer_small_media": Truth("a small picture"),
            "prefer_large_media": Truth("a large picture"),
            "show_above_text": Truth("above the text"),
        },
    ),
    "reply": Shape(
        "the reply's target",
        "ReplyParameters",
        {
            "message_id": Whole("the message replied to", required=True),
            "chat_id": Either("its chat, where that is another", _CHAT),
            "allow_sending_without_reply": Truth("sent although the message is gone"),
            "quote": Text("the part replied to", 0, 1024, UNITS),
            "quote_parse_mode": _MODE,
            "quote_entities": Items("marks of the quote", Part("", ("entity",))),
            "quote_position": Whole("where the quote begins"),
            "checklist_task_id": Whole("a task of a list"),
            "poll_option_id": Text("an option of a poll"),
        },
    ),
    "entity": Shape(
        "an entity",
        "MessageEntity",
        {
            "type": Text("what the mark is", 1, required=True),
            "offset": Whole("where it begins, in UTF-16 units", 0, required=True),
            "length": Whole("how long it is, in UTF-16 units", 1, required=True),
            "url": Text("of a text_link"),
            "user": Part("of a text_mention"),
            "language": Text("of a pre"),
            "custom_emoji_id": Text("of a custom_emoji"),
            "unix_time": Whole("of a date_time"),
            "date_time_format": Text("of a date_time"),
        },
    ),
    "article": Shape(
        "a result",
        "InlineQueryResultArticle",
        {
            "type": Mark("a result that posts a text", "article"),
            "id": Text("tells the results apart", 1, RESULT_ID_BYTES, BYTES, required=True),
            "title": Text("its heading in the list", 1, required=True),
            "input_message_content": Part("what choosing it posts", ("posted text",), required=True),
            "reply_markup": Part("buttons below what it posts", (_KEYBOARD,)),
            "url": Address("where it leads"),
            "description": Text("small words in the list"),
            "thumbnail_url": Address("its picture in the list"),
            "thumbnail_width": Whole("in pixels"),
            "thumbnail_height": Whole("in pixels"),
        },
        "type",
    ),
    "posted text": Shape(
        "what it posts",
        "InputTextMessageContent",
        {
            "message_text": Marked("the words of the message", TEXT_UNITS, UNITS, required=True),
            "parse_mode": _MODE,
            "entities": _ENTITIES,
            "link_preview_options": _PREVIEW,
        },
    ),
    "results button": Shape(
        "the button above the results",
        "InlineQueryResultsButton",
        {
            "text": Text("its label", 1, required=True),
            "start_parameter": Text("what the bot gets in the private chat; A-Z a-z 0-9 _ -", 1, 64),
            "web_app": Part("opens a web app", ("web app",)),
        },
    ),
}
SHAPES: dict[str, Shape] = {**CALLS, **OBJECTS}

_PACE = "About 30 a second in all, 1 a second in a chat, 20 a minute in a group, edits included."
ABOUT: dict[str, str] = {
    "sendMessage": f"Writes a message into a chat. {_PACE}",
    "editMessageText": f"Redraws a message in place. {_PACE}",
    "editMessageReplyMarkup": f"Changes a message's buttons only. {_PACE}",
    "answerCallbackQuery": "Answers the press of a button. Once, within some 15 seconds; not paced.",
    "answerInlineQuery": "Lists results while somebody types. Once, within some 10 seconds; not paced.",
}
RESULT_ABOUT = "What choosing this result posts. Telegram posts it as the person, so it costs no pace."
