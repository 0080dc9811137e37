"""What buttons do for everybody."""

from dataclasses import dataclass
from typing import ClassVar

from bot.actions.action import NO_ALERT, NO_REVIEW, NO_WORK, Action
from storage import ReviewId, Scope, SubscriptionId, WorkId


@dataclass(frozen=True, slots=True)
class Show(Action):
    """Show this work's card in the place of what the message shows now.

    Here and below `alert` is the subscription whose alert carries the card, 0 for no alert, so that
    a card redrawn in place keeps its "mute this". `query` is the number of what was typed, where the
    press corrects a guess; 0: it does not. `instead_of` is the work that it leaves, and offers again.
    """

    code: ClassVar[str] = "show"
    optional: ClassVar[int] = 2
    work: WorkId
    alert: SubscriptionId = NO_ALERT
    query: int = 0
    instead_of: WorkId = NO_WORK


@dataclass(frozen=True, slots=True)
class Namesakes(Action):
    """Offer all works of this one's name in the place of what the message shows now."""

    code: ClassVar[str] = "same"
    optional: ClassVar[int] = 1
    work: WorkId
    alert: SubscriptionId = NO_ALERT
    query: int = 0


@dataclass(frozen=True, slots=True)
class Vote(Action):
    """Vote for a work: 1 (half a star) to 10 (five stars).

    Here and below `told` is the review that the alert's card tells of, which it goes on to tell of.
    """

    code: ClassVar[str] = "vote"
    optional: ClassVar[int] = 1
    work: WorkId
    value: int
    alert: SubscriptionId = NO_ALERT
    told: ReviewId = NO_REVIEW


@dataclass(frozen=True, slots=True)
class Unvote(Action):
    """Take back the presser's vote."""

    code: ClassVar[str] = "unvote"
    optional: ClassVar[int] = 1
    work: WorkId
    alert: SubscriptionId = NO_ALERT
    told: ReviewId = NO_REVIEW


@dataclass(frozen=True, slots=True)
class Spoilers(Action):
    """Show the review's spoiler part to the presser."""

    code: ClassVar[str] = "spoil"
    optional: ClassVar[int] = 1
    work: WorkId
    told: ReviewId = NO_REVIEW


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


FOR_MEMBERS: tuple[type[Action], ...] = (
    Show, Namesakes, Vote, Unvote, Spoilers, Similar, AlertMe, Subscribe, SubscribeMe, Pause, Resume, Remove,
    Mute, Panel, Suggest, Surprise, Latest,
)  # fmt: skip
