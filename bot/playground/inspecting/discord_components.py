"""What Discord says of components: those of messages, and those of forms (modals)."""

from bot.platforms.discord.limits import LABEL, ROW_BUTTONS, VIEW_TEXT
from bot.playground.inspecting.rules import (
    Address,
    Choice,
    FieldRule,
    Items,
    Mark,
    Number,
    Part,
    Shape,
    Text,
    Truth,
    Whole,
)

CUSTOM_ID = 100
BUTTON_URL = 512
OPTIONS = 25
FORM_ROWS = 5
ROW, BUTTON, SELECT, INPUT, SECTION, TEXT, LABELLED = 1, 2, 3, 4, 9, 10, 18
PRIMARY, SECONDARY, SUCCESS, DANGER, LINK, PREMIUM = 1, 2, 3, 4, 5, 6

Fields = dict[str, FieldRule]

_OWN_ID: Fields = {"id": Whole("the component's own number in this message", 0)}
_CUSTOM_ID = Text("comes back to the bot when it is used; once in a message", 1, CUSTOM_ID, required=True)
_MEDIA_SCHEMES = ("http", "https", "attachment")
_SPOILER = Truth("blurred until it is clicked")

# Everything that a select menu of any kind has; whom or what it lists differs.
_MENU: Fields = {
    **_OWN_ID,
    "custom_id": _CUSTOM_ID,
    "placeholder": Text("what it shows while nothing is chosen", 0, 150),
    "min_values": Whole("how many have to be chosen", 0, OPTIONS),
    "max_values": Whole("how many may be chosen", 1, OPTIONS),
    "required": Truth("in a form: whether one has to be chosen"),
    "disabled": Truth("shown, but not to be used"),
}
_DEFAULTS: Fields = {"default_values": Items("chosen from the start", Part(""), 0, OPTIONS, "defaults")}
_OPTIONS: Fields = {"options": Items("what to choose from", Part("", ("option",)), 1, OPTIONS, "options",
                                     required=True)}  # fmt: skip
_MENUS = ("string select", "user select", "role select", "mentionable select", "channel select")

COMPONENTS: dict[str, Shape] = {
    "row": Shape(
        "a row",
        "ActionRowComponentForMessageRequest",
        {
            **_OWN_ID,
            "type": Mark("a row of buttons, or of one select menu", ROW),
            "components": Items(
                "buttons side by side, or one select menu",
                Part("", ("button", *_MENUS)),
                1,
                ROW_BUTTONS,
                "buttons",
                required=True,
            ),
        },
        "type",
    ),
    "button": Shape(
        "a button",
        "ButtonComponentForMessageRequest",
        {
            **_OWN_ID,
            "type": Mark("a button", BUTTON),
            "style": Choice(
                "its colour, and what a press does",
                {
                    PRIMARY: "primary",
                    SECONDARY: "secondary",
                    SUCCESS: "success",
                    DANGER: "danger",
                    LINK: "link",
                    PREMIUM: "premium",
                },
                required=True,
            ),
            "label": Text("the words on it", 0, LABEL),
            "custom_id": Text("comes back to the bot when it is pressed; once in a message", 1, CUSTOM_ID),
            "url": Address("what a link button opens", BUTTON_URL, ("http", "https", "discord")),
            "emoji": Part("a picture before the label", ("emoji",)),
            "sku_id": Number("what a premium button sells"),
            "disabled": Truth("shown, but not to be pressed"),
        },
        "type",
    ),
    "string select": Shape(
        "a select menu",
        "StringSelectComponentForMessageRequest",
        {"type": Mark("a select menu of texts", SELECT), **_MENU, **_OPTIONS},
        "type",
    ),
    "option": Shape(
        "an option",
        "StringSelectOptionForRequest",
        {
            "label": Text("the words of the option", 1, 100, required=True),
            "value": Text("what comes back; once in a menu", 1, 100, required=True),
            "description": Text("small words below the label", 0, 100),
            "emoji": Part("a picture before the label", ("emoji",)),
            "default": Truth("chosen from the start"),
        },
    ),
    "user select": Shape(
        "a select menu of people",
        "UserSelectComponentForMessageRequest",
        {"type": Mark("a select menu of people", 5), **_MENU, **_DEFAULTS},
        "type",
    ),
    "role select": Shape(
        "a select menu of roles",
        "RoleSelectComponentForMessageRequest",
        {"type": Mark("a select menu of roles", 6), **_MENU, **_DEFAULTS},
        "type",
    ),
    "mentionable select": Shape(
        "a select menu of people and roles",
        "MentionableSelectComponentForMessageRequest",
        {"type": Mark("a select menu of people and roles", 7), **_MENU, **_DEFAULTS},
        "type",
    ),
    "channel select": Shape(
        "a select menu of channels",
        "ChannelSelectComponentForMessageRequest",
        {
            "type": Mark("a select menu of channels", 8),
            **_MENU,
            **_DEFAULTS,
            "channel_types": Items("which kinds of channel are listed", Whole("", 0)),
        },
        "type",
    ),
    "emoji": Shape(
        "an emoji",
        "ComponentEmojiForRequest",
        {
            "id": Number("of a custom emoji"),
            "name": Text("the emoji, or the name of a custom one", 0, 32, required=True, shown=False),
            "animated": Truth("of a custom emoji", beyond=True),
        },
    ),
    "section": Shape(
        "a section",
        "SectionComponentForMessageRequest",
        {
            **_OWN_ID,
            "type": Mark("a section: texts with a picture or button beside them", SECTION),
            "components": Items("its texts", Part("", ("text",)), 1, 3, "texts", required=True),
            "accessory": Part("what stands beside the texts", ("thumbnail", "button"), required=True),
        },
        "type",
    ),
    "text": Shape(
        "a text display",
        "TextDisplayComponentForMessageRequest",
        {
            **_OWN_ID,
            "type": Mark("a text display", TEXT),
            "content": Text(
                f"its Markdown; all texts of a message together at most {VIEW_TEXT}",
                1,
                VIEW_TEXT,
                required=True,
                shown=False,
            ),
        },
        "type",
    ),
    "thumbnail": Shape(
        "a thumbnail",
        "ThumbnailComponentForMessageRequest",
        {
            **_OWN_ID,
            "type": Mark("a small picture", 11),
            "media": Part("where the picture is", ("media",), required=True),
            "description": Text("the picture in words, for those who do not see it", 1, 1024),
            "spoiler": _SPOILER,
        },
        "type",
    ),
    "media": Shape(
        "media",
        "UnfurledMediaRequest",
        {"url": Address("of a picture or film", 2048, _MEDIA_SCHEMES, required=True)},
    ),
    "gallery": Shape(
        "a gallery",
        "MediaGalleryComponentForMessageRequest",
        {
            **_OWN_ID,
            "type": Mark("a gallery of pictures", 12),
            "items": Items("its pictures", Part("", ("gallery item",)), 1, 10, "pictures", required=True),
        },
        "type",
    ),
    "gallery item": Shape(
        "a picture of a gallery",
        "MediaGalleryItemRequest",
        {
            "media": Part("where the picture is", ("media",), required=True),
            "description": Text("the picture in words", 1, 1024),
            "spoiler": _SPOILER,
        },
    ),
    "file": Shape(
        "a file",
        "FileComponentForMessageRequest",
        {
            **_OWN_ID,
            "type": Mark("a file", 13),
            "file": Part("an attachment of this message", ("attached",), required=True),
            "spoiler": _SPOILER,
        },
        "type",
    ),
    "attached": Shape(
        "an attached file",
        "UnfurledMediaRequestWithAttachmentReferenceRequired",
        {"url": Address("attachment:// and the file's name", 2048, ("attachment",), required=True)},
    ),
    "separator": Shape(
        "a separator",
        "SeparatorComponentForMessageRequest",
        {
            **_OWN_ID,
            "type": Mark("room between components", 14),
            "divider": Truth("whether a line is drawn"),
            "spacing": Choice("how much room", {1: "small", 2: "large"}),
        },
        "type",
    ),
    "container": Shape(
        "a container",
        "ContainerComponentForMessageRequest",
        {
            **_OWN_ID,
            "type": Mark("a container", 17),
            "accent_color": Whole("the colour of its edge", 0, 0xFFFFFF),
            "spoiler": _SPOILER,
            "components": Items(
                "what it holds",
                Part("", ("row", "text", "section", "gallery", "separator", "file")),
                1,
                40,
                "components",
                required=True,
                shown=False,
            ),
        },
        "type",
    ),
}

FORMS: dict[str, Shape] = {
    "form": Shape(
        "a form",
        "ModalInteractionCallbackRequestData",
        {
            "custom_id": Text("comes back to the bot with what was filled in", 1, CUSTOM_ID, required=True),
            "title": Text("the words above the form", 1, 45, required=True),
            "components": Items(
                "what is to be filled in",
                Part("", ("form label", "form row", "form text")),
                1,
                FORM_ROWS,
                "components",
                required=True,
                filed=40,
            ),
        },
    ),
    "form row": Shape(
        "a row of a form",
        "ActionRowComponentForModalRequest",
        {
            **_OWN_ID,
            "type": Mark("a row of one text input", ROW),
            "components": Items(
                "its one input", Part("", ("input",)), 1, 1, "inputs", required=True, filed=5
            ),
        },
        "type",
    ),
    "form label": Shape(
        "a label",
        "LabelComponentForModalRequest",
        {
            **_OWN_ID,
            "type": Mark("a label with one thing to fill in", LABELLED),
            "label": Text("the words above it", 1, 45, required=True),
            "description": Text("small words that explain it", 1, 100),
            "component": Part("the thing to fill in", ("input", *_MENUS), required=True),
        },
        "type",
    ),
    "form text": Shape(
        "a text of a form",
        "TextDisplayComponentForModalRequest",
        {
            **_OWN_ID,
            "type": Mark("a text display", TEXT),
            "content": Text("its Markdown", 1, VIEW_TEXT, required=True, shown=False),
        },
        "type",
    ),
    "input": Shape(
        "a text input",
        "TextInputComponentForModalRequest",
        {
            **_OWN_ID,
            "type": Mark("a text input", INPUT),
            "custom_id": _CUSTOM_ID,
            "style": Choice("its height", {1: "one line", 2: "a paragraph"}, required=True),
            "label": Text("the words above it, where no label does it", 1, 45),
            "value": Text("what stands in it from the start", 0, 4000),
            "placeholder": Text("what it shows while it is empty", 0, 100),
            "required": Truth("whether it has to be filled in"),
            "min_length": Whole("fewest characters", 0, 4000),
            "max_length": Whole("most characters", 1, 4000),
        },
        "type",
    ),
}
