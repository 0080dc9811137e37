"""What the Bot API refuses, as values: one name for each refusal, with Telegram's own wording."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Refusal:
    """An error answer; `surprising` marks what the real server would wave through or does otherwise.

    `code` is the HTTP status, `parameters` the answer's machine-readable part.
    """

    code: int
    description: str
    parameters: dict[str, int] = field(default_factory=dict)
    surprising: bool = False


class Refused(Exception):
    """A call met with a refusal."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.description)
        self.refusal = refusal


def bad_request(text: str) -> Refusal:
    """A refusal with status 400."""
    return Refusal(400, f"Bad Request: {text}")


def surprise(text: str) -> Refusal:
    """A call that is unknown here or that Telegram would silently spoil: refused loudly instead."""
    return Refusal(400, f"Bad Request: the stand-in refuses: {text}", surprising=True)


def forbidden(text: str) -> Refusal:
    """A refusal with status 403."""
    return Refusal(403, f"Forbidden: {text}")


def too_many_requests(seconds: int) -> Refusal:
    """Come again in that many seconds."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def migrated(chat_id: int) -> Refusal:
    """The group lives on under another id."""
    return Refusal(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        {"migrate_to_chat_id": chat_id},
    )


def bad_entities(text: str) -> Refusal:
    """The formatted text cannot be read."""
    return bad_request(f"can't parse entities: {text}")


def kicked(chat_kind: str) -> Refusal:
    """The bot was thrown out of a group, supergroup or channel."""
    return forbidden(f"bot was kicked from the {chat_kind} chat")


def not_a_member(chat_kind: str) -> Refusal:
    """The bot left or never was in a group, supergroup or channel."""
    return forbidden(f"bot is not a member of the {chat_kind} chat")


def bad_webhook(text: str) -> Refusal:
    """The address given for updates cannot be used."""
    return bad_request(f"bad webhook: {text}")


UNAUTHORIZED = Refusal(401, "Unauthorized")
NOT_FOUND = Refusal(404, "Not Found")
SERVER_ERROR = Refusal(500, "Internal Server Error")
BAD_GATEWAY = Refusal(502, "Bad Gateway")

OTHER_POLLER = Refusal(
    409,
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
)
WEBHOOK_ACTIVE = Refusal(
    409,
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first",
)
BAD_SECRET = bad_request("secret token contains unallowed characters")

BLOCKED = forbidden("bot was blocked by the user")
DEACTIVATED = forbidden("user is deactivated")
NEVER_STARTED = forbidden("bot can't initiate conversation with a user")

CHAT_NOT_FOUND = bad_request("chat not found")
CHAT_ID_EMPTY = bad_request("chat_id is empty")
NO_RIGHT_TO_SEND = bad_request("not enough rights to send text messages to the chat")
NOT_CHANNEL_ADMIN = bad_request("need administrator rights in the channel chat")
THREAD_NOT_FOUND = bad_request("message thread not found")
TOPIC_CLOSED = bad_request("TOPIC_CLOSED")
NO_ADMINS_IN_PRIVATE = bad_request("there are no administrators in the private chat")
CANNOT_LEAVE_PRIVATE = bad_request("chat member status can't be changed in private chats")
USER_NOT_FOUND = bad_request("user not found")
BAD_ACTION = bad_request("wrong parameter action in request")

TEXT_EMPTY = bad_request("message text is empty")
TEXT_TOO_LONG = bad_request("message is too long")
MESSAGE_ID_EMPTY = bad_request("message identifier is not specified")
REPLIED_NOT_FOUND = bad_request("message to be replied not found")
NOT_MODIFIED = bad_request(
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
EDITED_NOT_FOUND = bad_request("message to edit not found")
CANNOT_EDIT = bad_request("message can't be edited")
DELETED_NOT_FOUND = bad_request("message to delete not found")
CANNOT_DELETE = bad_request("message can't be deleted")
BAD_INLINE_MESSAGE = bad_request("MESSAGE_ID_INVALID")
REACTED_NOT_FOUND = bad_request("message to react not found")
WRONG_FILE = bad_request("wrong file_id or the file is temporarily unavailable")
FILE_TOO_BIG = bad_request("file is too big")
BAD_REACTION = bad_request("REACTION_INVALID")

BUTTON_DATA_INVALID = bad_request("BUTTON_DATA_INVALID")
BUTTON_URL_INVALID = bad_request("BUTTON_URL_INVALID")
NO_BUTTON_ACTION = bad_request(
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
)
NO_BUTTON_TEXT = bad_request("can't parse inline keyboard button: Can't find field \"text\"")
MARKUP_TOO_LONG = bad_request("REPLY_MARKUP_TOO_LONG")

QUERY_TOO_OLD = bad_request("query is too old and response timeout expired or query ID is invalid")
NOTICE_TOO_LONG = bad_request("MESSAGE_TOO_LONG")
BAD_ANSWER_URL = bad_request("URL_INVALID")
TOO_MANY_RESULTS = bad_request("RESULTS_TOO_MUCH")
RESULT_ID_TWICE = bad_request("RESULT_ID_DUPLICATE")
BAD_RESULT_ID = bad_request("RESULT_ID_INVALID")
NO_RESULT_TITLE = bad_request("ARTICLE_TITLE_EMPTY")
BAD_NEXT_OFFSET = bad_request("NEXT_OFFSET_INVALID")
BAD_START_PARAMETER = bad_request("START_PARAM_INVALID")

TOO_MANY_COMMANDS = bad_request("BOT_COMMANDS_TOO_MUCH")
BAD_COMMAND = bad_request("BOT_COMMAND_INVALID")
BAD_COMMAND_DESCRIPTION = bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
BAD_LANGUAGE = bad_request("invalid language code specified")
DESCRIPTION_TOO_LONG = bad_request("DESCRIPTION_TOO_LONG")
ABOUT_TOO_LONG = bad_request("ABOUT_TOO_LONG")
