"""What Discord says of messages, embeds and answers to interactions, and which calls take which."""

import re
from dataclasses import dataclass

from bot.platforms.discord.limits import CHOICE, CHOICES, NONCE
from bot.playground.inspecting.discord_components import COMPONENTS, FORMS, Fields
from bot.playground.inspecting.rules import (
    Address,
    Bits,
    Choice,
    Either,
    Items,
    Number,
    Part,
    Shape,
    Text,
    Truth,
    Whole,
)

CONTENT = 2000
EMBEDS = 10
EMBED_TOTAL = 6000
LAYOUT = 1 << 15
PONG, ANSWER, ANSWER_LATER, UPDATE_LATER, UPDATE, SUGGESTIONS, FORM = 1, 4, 5, 6, 7, 8, 9

_LOOKS = {1 << 2: "no embeds of links", LAYOUT: "a layout of components"}
_SENT = {**_LOOKS, 1 << 12: "no notification", 1 << 13: "a voice message"}
_ANSWERED = {**_SENT, 1 << 6: "for one person only"}
_FLAGS = "what is special; the layout flag cannot be taken back"
_EDIT_TTS = Truth("read aloud; discord.py sends it with every message, and edits pass over it", beyond=True)
_TTS = Truth("read aloud")
_POLL = Part("a poll")
_PICTURE_SCHEMES = ("http", "https", "attachment")
_PEOPLE = Items("who may be mentioned", Number(""), 0, 100, "mentions", shown=False)

_MESSAGE: Fields = {
    "embeds": Items("cards of the older kind", Part("", ("embed",)), 0, EMBEDS, "embeds"),
    "allowed_mentions": Part("whom this message may ping; nobody, for this bot", ("mentions",)),
    "components": Items(
        "buttons and layout; at most 40, nested ones counted",
        Part("", ("container", "row", "text", "section", "gallery", "separator", "file")),
        0,
        40,
        "components",
        shown=False,
    ),
    "attachments": Items("files", Part(""), 0, 10, "attachments"),
}
_WEBHOOK: Fields = {"content": Text("plain Markdown; not together with a layout", 0, CONTENT), **_MESSAGE}
_CHANNEL: Fields = {
    "content": Text("plain Markdown; not together with a layout", 0, CONTENT, filed=4000),
    **_MESSAGE,
}

MESSAGES: dict[str, Shape] = {
    "new message": Shape(
        "a message",
        "MessageCreateRequest",
        {
            **_CHANNEL,
            "flags": Bits(_FLAGS, _SENT),
            "nonce": Either("sent twice, shown once", (Whole(""), Text("", 0, NONCE))),
            "enforce_nonce": Truth("whether the nonce is looked at"),
            "tts": _TTS,
            "message_reference": Part("what it replies to", ("reference",)),
            "sticker_ids": Items("stickers", Number(""), 0, 3, "stickers"),
            "poll": _POLL,
            "shared_client_theme": Part("colours to share"),
        },
    ),
    "edited message": Shape(
        "a message",
        "MessageEditRequestPartial",
        {
            **_CHANNEL,
            "flags": Bits(_FLAGS, _LOOKS),
            "sticker_ids": Items("stickers", Number(""), 0, 3, "stickers", filed=1521),
            "tts": _EDIT_TTS,
        },
    ),
    "follow-up": Shape(
        "a message",
        "IncomingWebhookRequestPartial",
        {
            **_WEBHOOK,
            "flags": Bits(_FLAGS, _ANSWERED),
            "tts": _TTS,
            "poll": _POLL,
            "username": Text("another name; not for follow-ups", 1, 80),
            "avatar_url": Address("another picture; not for follow-ups", 2048),
            "thread_name": Text("a new thread's name", 0, 100),
            "applied_tags": Items("a new thread's tags", Number(""), 0, 5, "tags"),
        },
    ),
    "edited answer": Shape(
        "a message",
        "IncomingWebhookUpdateRequestPartial",
        {**_WEBHOOK, "flags": Bits(_FLAGS, _LOOKS), "poll": _POLL, "tts": _EDIT_TTS},
    ),
    "answer": Shape(
        "a message",
        "IncomingWebhookInteractionRequest",
        {**_WEBHOOK, "flags": Bits(_FLAGS, _ANSWERED), "tts": _TTS, "poll": _POLL},
    ),
    "update": Shape(
        "a message",
        "IncomingWebhookUpdateForInteractionCallbackRequestPartial",
        {**_WEBHOOK, "flags": Bits(_FLAGS, _LOOKS), "tts": _EDIT_TTS},
    ),
    "mentions": Shape(
        "the allowed mentions",
        "MessageAllowedMentionsRequest",
        {
            "parse": Items(
                "kinds of mention that ping whoever the text names",
                Choice("", {"users": "", "roles": "", "everyone": ""}),
                0,
                3,
                "kinds",
                filed=1521,
                shown=False,
            ),
            "users": _PEOPLE,
            "roles": _PEOPLE,
            "replied_user": Truth("whether a reply pings"),
        },
    ),
    "reference": Shape(
        "a reference",
        "MessageReferenceRequest",
        {
            "message_id": Number("the message replied to", required=True),
            "channel_id": Number("its channel"),
            "guild_id": Number("its server"),
            "fail_if_not_exists": Truth("whether a deleted one is an error"),
            "type": Choice("what it is for", {0: "a reply"}),
        },
    ),
}

_EMBED_PICTURE: Fields = {
    "url": Address("of the picture", 2048, _PICTURE_SCHEMES),
    "width": Whole("in pixels"),
    "height": Whole("in pixels"),
    "placeholder": Text("", 0, 64, shown=False),
    "placeholder_version": Whole("", 0, 2**31 - 1),
    "is_animated": Truth(""),
    "description": Text("the picture in words", 0, 4096),
}
EMBED_SHAPES: dict[str, Shape] = {
    "embed": Shape(
        "an embed",
        "RichEmbed",
        {
            "title": Text("its heading", 0, 256),
            "description": Text("its text", 0, 4096),
            "url": Address("where the title leads", 2048),
            "color": Whole("the colour of its edge", 0, 0xFFFFFF),
            "timestamp": Text("a time in ISO 8601"),
            "author": Part("the line above the title", ("embed author",)),
            "footer": Part("the line at the end", ("embed footer",)),
            "fields": Items("small columns", Part("", ("embed field",)), 0, 25, "fields"),
            "image": Part("a large picture", ("embed image",)),
            "thumbnail": Part("a small picture", ("embed thumbnail",)),
            "provider": Part("who it is from", ("embed provider",)),
            "video": Part("a film", ("embed video",)),
            "type": Text("always rich", 0, filed=152133),
        },
    ),
    "embed author": Shape(
        "an embed's author",
        "RichEmbedAuthor",
        {
            "name": Text("whom it is by", 0, 256),
            "url": Address("where the name leads", 2048),
            "icon_url": Address("a tiny picture", 2048, _PICTURE_SCHEMES),
        },
    ),
    "embed footer": Shape(
        "an embed's footer",
        "RichEmbedFooter",
        {
            "text": Text("its words", 0, 2048),
            "icon_url": Address("a tiny picture", 2048, _PICTURE_SCHEMES),
        },
    ),
    "embed field": Shape(
        "an embed's field",
        "RichEmbedField",
        {
            "name": Text("its heading", 1, 256, required=True),
            "value": Text("its text", 1, 1024, required=True),
            "inline": Truth("whether it stands beside others"),
        },
    ),
    "embed provider": Shape(
        "an embed's provider",
        "RichEmbedProvider",
        {"name": Text("", 0, 256), "url": Address("", 2048)},
    ),
    "embed image": Shape("an embed's picture", "RichEmbedImage", _EMBED_PICTURE),
    "embed thumbnail": Shape("an embed's thumbnail", "RichEmbedThumbnail", _EMBED_PICTURE),
    "embed video": Shape("an embed's film", "RichEmbedVideo", _EMBED_PICTURE),
}

ANSWERS: dict[str, Shape] = {
    "answer call": Shape(
        "an answer",
        "CreateMessageInteractionCallbackRequest",
        {
            "type": Choice(
                "what kind of answer", {ANSWER: "a message", ANSWER_LATER: "a message, later"}, required=True
            ),
            "data": Part("the message", ("answer",)),
        },
    ),
    "update call": Shape(
        "an answer",
        "UpdateMessageInteractionCallbackRequest",
        {
            "type": Choice(
                "what kind of answer",
                {UPDATE_LATER: "an edit, later", UPDATE: "an edit in place"},
                required=True,
            ),
            "data": Part("what becomes of the message", ("update",)),
        },
    ),
    "suggestions call": Shape(
        "an answer",
        "ApplicationCommandAutocompleteCallbackRequest",
        {
            "type": Choice("what kind of answer", {SUGGESTIONS: "suggestions while typing"}, required=True),
            "data": Part("the suggestions", ("suggestions",), required=True),
        },
    ),
    "form call": Shape(
        "an answer",
        "ModalInteractionCallbackRequest",
        {
            "type": Choice("what kind of answer", {FORM: "a form"}, required=True),
            "data": Part("the form", ("form",), required=True),
        },
    ),
    "pong call": Shape(
        "an answer",
        "PongInteractionCallbackRequest",
        {"type": Choice("what kind of answer", {PONG: "a pong"}, required=True)},
    ),
    "suggestions": Shape(
        "the suggestions",
        "InteractionApplicationCommandAutocompleteCallbackStringData",
        {"choices": Items("what is suggested", Part("", ("suggestion",)), 0, CHOICES, "suggestions")},
    ),
    "suggestion": Shape(
        "a suggestion",
        "ApplicationCommandOptionStringChoice",
        {
            "name": Text("what is shown", 1, CHOICE, required=True),
            "value": Text("what is put in", 0, CHOICE, required=True, filed=6000),
            "name_localizations": Part("the name in other languages"),
        },
    ),
}
ANSWER_SHAPES = {
    PONG: "pong call",
    ANSWER: "answer call",
    ANSWER_LATER: "answer call",
    UPDATE_LATER: "update call",
    UPDATE: "update call",
    SUGGESTIONS: "suggestions call",
    FORM: "form call",
}
SHAPES: dict[str, Shape] = {**MESSAGES, **EMBED_SHAPES, **COMPONENTS, **FORMS, **ANSWERS}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A call by its method and path, the shape that its body has ("" where its type says), and facts."""

    pattern: re.Pattern[str]
    path: str
    shape: str
    about: str


_ROUTE = (
    "Its own pace for each channel, told in the answers' headers, and 50 calls a second for all channels."
)
_HOOK = "Paced by its token, valid for 15 minutes; the bot's 50 calls a second do not count it."
ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(
        re.compile(r"POST /channels/[^/]+/messages"),
        "/channels/{channel_id}/messages",
        "new message",
        f"Posts a message into a channel. {_ROUTE}",
    ),
    Endpoint(
        re.compile(r"PATCH /channels/[^/]+/messages/[^/]+"),
        "/channels/{channel_id}/messages/{message_id}",
        "edited message",
        f"Changes the bot's own message. {_ROUTE} Edits after an hour are slower.",
    ),
    Endpoint(
        re.compile(r"POST /interactions/[^/]+/[^/]+/callback"),
        "/interactions/{interaction_id}/{interaction_token}/callback",
        "",
        "First answer to an interaction. Due within 3 seconds, once; the bot's 50 calls a second do not "
        "count it.",
    ),
    Endpoint(
        re.compile(r"POST /webhooks/[^/]+/[^/]+"),
        "/webhooks/{webhook_id}/{webhook_token}",
        "follow-up",
        f"Another answer to an interaction. {_HOOK} At most 5 where only the asker installed the bot.",
    ),
    Endpoint(
        re.compile(r"PATCH /webhooks/[^/]+/[^/]+/messages/[^/]+"),
        "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
        "edited answer",
        f"Changes an answer already given. {_HOOK}",
    ),
)
