"""The figures of the Bot API, and the pace at which it lets a bot write."""

import math
from collections import defaultdict, deque
from dataclasses import dataclass, field

from bot.standins.telegram.errors import Refused, too_many_requests

TEXT_UNITS = 4096
CAPTION_UNITS = 1024
DOWNLOAD_BYTES = 20 * 2**20
ENTITIES = 100
BUTTONS = 100
BUTTONS_IN_ROW = 8
CALLBACK_DATA_BYTES = 64
COPY_TEXT = 256
NOTICE_LENGTH = 200
INLINE_RESULTS = 50
RESULT_ID_BYTES = 64
NEXT_OFFSET_BYTES = 64
INLINE_QUERY_LENGTH = 256
COMMANDS = 100
COMMAND_DESCRIPTION_LENGTH = 256
DESCRIPTION_LENGTH = 512
ABOUT_LENGTH = 120
UPDATES_AT_ONCE = 100
DELETABLE_SECONDS = 48 * 3600
CALLBACK_SECONDS = 15.0
INLINE_SECONDS = 10.0


@dataclass(slots=True)
class Window:
    """At most `limit` events in any `seconds` that follow each other."""

    limit: int
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        """Seconds until there is room for one more event; 0 where there is room now."""
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        return 0.0 if len(self.times) < self.limit else self.times[0] + self.seconds - now


class Pace:
    """Sliding windows over sends and edits together: all chats, each private chat, each group."""

    def __init__(
        self, *, overall_per_second: int = 30, private_per_second: int = 1, group_per_minute: int = 20
    ):
        self._overall = Window(overall_per_second, 1.0)
        self._private: defaultdict[int, Window] = defaultdict(lambda: Window(private_per_second, 1.0))
        self._groups: defaultdict[int, Window] = defaultdict(lambda: Window(group_per_minute, 60.0))

    def admit(self, chat_id: int, now: float) -> None:
        """Count one message to a chat at `now` (seconds); Refused with 429 where that is too fast."""
        windows = (self._overall, self._groups[chat_id] if chat_id < 0 else self._private[chat_id])
        wait = max(window.wait(now) for window in windows)
        if wait > 0:
            raise Refused(too_many_requests(math.ceil(wait)))
        for window in windows:
            window.times.append(now)
