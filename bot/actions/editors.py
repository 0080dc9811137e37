"""What buttons do for editors."""

from dataclasses import dataclass
from typing import ClassVar

from bot.actions.action import Action
from storage import ReviewId, WorkId


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
class IsAbout(Action):
    """Say which work a review is about, where it could be several."""

    code: ClassVar[str] = "isabout"
    review: ReviewId
    revision: int
    work: WorkId


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
class Paste(Action):
    """Open the form that a review is pasted into; filled in, it makes a draft of it."""

    code: ClassVar[str] = "paste"


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


FOR_EDITORS: tuple[type[Action], ...] = (
    Drafts, Inspect, Edit, IsAbout, Publish, TakeBack, Retract, Reopen, FillIn, Pick, HandIn, PutAway, Paste,
    FeedPanel, FeedOff, FeedOn, FeedNow,
)  # fmt: skip
