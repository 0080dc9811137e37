"""A button's meaning."""

from dataclasses import dataclass
from typing import ClassVar

from storage import ReviewId, SubscriptionId

NO_ALERT = SubscriptionId(0)
NO_REVIEW = ReviewId(0)


@dataclass(frozen=True, slots=True)
class Action:
    """Any button's meaning; the subclasses say which."""

    code: ClassVar[str] = ""
    manages: ClassVar[bool] = False
