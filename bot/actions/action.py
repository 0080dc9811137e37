"""A button's meaning."""

from dataclasses import dataclass
from typing import ClassVar

from storage import ReviewId, SubscriptionId, WorkId

NO_WORK = WorkId(0)
NO_ALERT = SubscriptionId(0)
NO_REVIEW = ReviewId(0)


@dataclass(frozen=True, slots=True)
class Action:
    """Any button's meaning; the subclasses say which.

    The last `optional` parts are left out where they are 0: so were buttons made before there were any.
    """

    code: ClassVar[str] = ""
    optional: ClassVar[int] = 0
    manages: ClassVar[bool] = False
