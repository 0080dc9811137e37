"""What a button does, as a typed value that packs into at most 64 bytes of A-Z a-z 0-9 _ and -.

One packed form serves as Discord custom id, Telegram callback data and Telegram start parameter.
It carries a format version; anything that does not unpack exactly is refused with `BadAction`.
"""

from dataclasses import dataclass, fields
from typing import Any, ClassVar

from storage import ReviewId, Scope, SubscriptionId, WorkId

VERSION = "1"
LIMIT = 64
NUMBERS = 2**53  # the store's numbers lie below
NO_ALERT = SubscriptionId(0)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_SCOPES = frozenset({"all", "work", "genre", "platform", "person"})


class BadAction(Exception):
    """A button that this program never made, or made in a form that it no longer reads."""


@dataclass(frozen=True, slots=True)
class Action:
    """Any button's meaning; the subclasses say which."""

    code: ClassVar[str] = ""
    manages: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Show(Action):
    """Show this work's card in the place of what the message shows now.

    Here and below `alert` is the subscription whose alert carries the card, 0 for no alert, so that
    a card redrawn in place keeps its "mute this".
    """

    code: ClassVar[str] = "show"
    work: WorkId
    alert: SubscriptionId = NO_ALERT


@dataclass(frozen=True, slots=True)
class Namesakes(Action):
    """Offer all works of this one's name in the place of what the message shows now."""

    code: ClassVar[str] = "same"
    work: WorkId
    alert: SubscriptionId = NO_ALERT


@dataclass(frozen=True, slots=True)
class Vote(Action):
    """Vote for a work: 1 (half a star) to 10 (five stars)."""

    code: ClassVar[str] = "vote"
    work: WorkId
    value: int
    alert: SubscriptionId = NO_ALERT


@dataclass(frozen=True, slots=True)
class Unvote(Action):
    """Take back the presser's vote."""

    code: ClassVar[str] = "unvote"
    work: WorkId
    alert: SubscriptionId = NO_ALERT


@dataclass(frozen=True, slots=True)
class Spoilers(Action):
    """Show the review's spoiler part to the presser."""

    code: ClassVar[str] = "spoil"
    work: WorkId


@dataclass(frozen=True, slots=True)
class Similar(Action):
    """What to watch next after this work."""

    code: ClassVar[str] = "like"
    work: WorkId


@dataclass(frozen=True, slots=True)
class AlertMe(Action):
    """Subscribe the presser, privately, to new reviews of this work."""

    code: ClassVar[str] = "alert"
    work: WorkId


@dataclass(frozen=True, slots=True)
class Subscribe(Action):
    """Subscribe the place where the button stands."""

    code: ClassVar[str] = "sub"
    manages: ClassVar[bool] = True
    scope: Scope
    key: str


@dataclass(frozen=True, slots=True)
class SubscribeMe(Action):
    """Subscribe the presser privately, wherever the button stands."""

    code: ClassVar[str] = "subme"
    scope: Scope
    key: str


@dataclass(frozen=True, slots=True)
class Pause(Action):
    """Pause a subscription from its panel."""

    code: ClassVar[str] = "pause"
    manages: ClassVar[bool] = True
    subscription: SubscriptionId


@dataclass(frozen=True, slots=True)
class Resume(Action):
    """Resume a paused subscription from its panel."""

    code: ClassVar[str] = "resume"
    manages: ClassVar[bool] = True
    subscription: SubscriptionId


@dataclass(frozen=True, slots=True)
class Remove(Action):
    """Remove a subscription from its panel."""

    code: ClassVar[str] = "remove"
    manages: ClassVar[bool] = True
    subscription: SubscriptionId


@dataclass(frozen=True, slots=True)
class Mute(Action):
    """Pause the subscription that brought an alert, from the alert itself."""

    code: ClassVar[str] = "mute"
    manages: ClassVar[bool] = True
    subscription: SubscriptionId


@dataclass(frozen=True, slots=True)
class Panel(Action):
    """Open the subscriptions panel at a page, counted from 0."""

    code: ClassVar[str] = "panel"
    manages: ClassVar[bool] = True
    page: int


@dataclass(frozen=True, slots=True)
class Suggest(Action):
    """What to watch next for the presser."""

    code: ClassVar[str] = "next"


@dataclass(frozen=True, slots=True)
class Surprise(Action):
    """Another random work."""

    code: ClassVar[str] = "dice"


@dataclass(frozen=True, slots=True)
class Latest(Action):
    """The newest reviews."""

    code: ClassVar[str] = "latest"


@dataclass(frozen=True, slots=True)
class Drafts(Action):
    """List the drafts at a page, counted from 0."""

    code: ClassVar[str] = "drafts"
    page: int


@dataclass(frozen=True, slots=True)
class Inspect(Action):
    """Show a review as editors see it, with what they can do to it."""

    code: ClassVar[str] = "inspect"
    review: ReviewId


@dataclass(frozen=True, slots=True)
class Edit(Action):
    """Open a part of a review's form; filled in, it corrects the review.

    Here and below `revision` is the one that the editor saw: a review that has changed since is left alone.
    """

    code: ClassVar[str] = "edit"
    review: ReviewId
    revision: int
    part: int


@dataclass(frozen=True, slots=True)
class Publish(Action):
    """Publish a draft or a retracted review."""

    code: ClassVar[str] = "publish"
    review: ReviewId
    revision: int


@dataclass(frozen=True, slots=True)
class TakeBack(Action):
    """Ask whether a review is really to be retracted."""

    code: ClassVar[str] = "takeback"
    review: ReviewId


@dataclass(frozen=True, slots=True)
class Retract(Action):
    """Take a published review back, or put a draft away."""

    code: ClassVar[str] = "retract"
    review: ReviewId
    revision: int


@dataclass(frozen=True, slots=True)
class Reopen(Action):
    """Open a form as it was left: here and below `sheet` is the store's number of it."""

    code: ClassVar[str] = "reopen"
    sheet: int


@dataclass(frozen=True, slots=True)
class FillIn(Action):
    """Ask for one field of a form, counted from 0."""

    code: ClassVar[str] = "fill"
    sheet: int
    field: int


@dataclass(frozen=True, slots=True)
class Pick(Action):
    """Take one of a field's choices; field and choice are counted from 0."""

    code: ClassVar[str] = "pick"
    sheet: int
    field: int
    choice: int


@dataclass(frozen=True, slots=True)
class HandIn(Action):
    """Hand a form in as it is filled in now."""

    code: ClassVar[str] = "handin"
    sheet: int


@dataclass(frozen=True, slots=True)
class PutAway(Action):
    """Throw a form away."""

    code: ClassVar[str] = "putaway"
    sheet: int


@dataclass(frozen=True, slots=True)
class FeedPanel(Action):
    """List the feeds at a page, counted from 0."""

    code: ClassVar[str] = "feeds"
    page: int


@dataclass(frozen=True, slots=True)
class FeedOff(Action):
    """Pause a feed."""

    code: ClassVar[str] = "feedoff"
    feed: int


@dataclass(frozen=True, slots=True)
class FeedOn(Action):
    """Resume a paused feed."""

    code: ClassVar[str] = "feedon"
    feed: int


@dataclass(frozen=True, slots=True)
class FeedNow(Action):
    """Read a feed in a moment."""

    code: ClassVar[str] = "feednow"
    feed: int


KINDS: tuple[type[Action], ...] = (
    Show, Namesakes, Vote, Unvote, Spoilers, Similar, AlertMe, Subscribe, SubscribeMe,
    Pause, Resume, Remove, Mute, Panel, Suggest, Surprise, Latest,
    Drafts, Inspect, Edit, Publish, TakeBack, Retract, Reopen, FillIn, Pick, HandIn, PutAway,
    FeedPanel, FeedOff, FeedOn, FeedNow,
)  # fmt: skip
_BY_CODE = {kind.code: kind for kind in KINDS}


def pack(action: Action) -> str:
    """The button's text. Raises ValueError where it would not fit, which is a bug in the caller."""
    values = (getattr(action, field.name) for field in fields(action))
    parts = [VERSION, action.code, *(base36(value) if isinstance(value, int) else value for value in values)]
    text = "_".join(parts)
    if len(text.encode()) > LIMIT:
        raise ValueError(f"a button of {len(text.encode())} bytes: {text}")
    return text


def unpack(text: str) -> Action:
    """The action of a button's text; BadAction where the text is not exactly what `pack` writes."""
    version, _, rest = text.partition("_")
    code, *parts = rest.split("_")
    kind = _BY_CODE.get(code)
    if version != VERSION or kind is None or len(parts) != len(fields(kind)):
        raise BadAction(text)
    if len(text.encode()) > LIMIT:
        raise BadAction(text)
    values = (_parse(field.name, part) for field, part in zip(fields(kind), parts, strict=True))
    action = kind(*values)
    if pack(action) != text or (isinstance(action, Vote) and not 1 <= action.value <= 10):
        raise BadAction(text)
    return action


def _parse(name: str, part: str) -> Any:
    if name == "key":
        if not (part.isascii() and part.replace("-", "").isalnum()):
            raise BadAction(part)
        return part
    if name == "scope":
        if part not in _SCOPES:
            raise BadAction(part)
        return part
    if not (part.isascii() and part.isalnum() and len(part) <= 13 and int(part, 36) < NUMBERS):
        raise BadAction(part)
    return int(part, 36)


def base36(number: int) -> str:
    """A number from 0 in digits and small letters. Raises ValueError for one below."""
    if number < 0:
        raise ValueError(f"{number} has no packed form")
    text = ""
    while number or not text:
        number, digit = divmod(number, 36)
        text = _DIGITS[digit] + text
    return text
