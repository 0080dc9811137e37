"""The updates that wait for the bot: kept until it confirms them, however often it dies meanwhile."""

from bot.standins.telegram.changes import Changes
from bot.standins.telegram.chats import Json
from bot.standins.telegram.errors import OTHER_POLLER, WEBHOOK_ACTIVE, Refused
from bot.standins.telegram.limits import UPDATES_AT_ONCE

FIRST_UPDATE = 700_000_001
_ONLY_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class UpdateQueue:
    """What happened since the bot last confirmed; `allowed` is what it asked for, None being the default.

    `webhook` is the address that updates go to, "" while the bot polls; `complaint` what went wrong there.
    """

    def __init__(self, changes: Changes) -> None:
        self.pending: list[Json] = []
        self.allowed: frozenset[str] | None = None
        self.webhook = ""
        self.secret = ""
        self.complaint = ""
        self._changes = changes
        self._next_id = FIRST_UPDATE
        self._poller = 0

    @property
    def polled(self) -> bool:
        """Whether the bot has ever asked for updates."""
        return self._poller > 0

    def add(self, kind: str, body: Json) -> None:
        """Queue an update of this kind unless the bot did not ask for such."""
        wanted = kind not in _ONLY_ON_REQUEST if self.allowed is None else kind in self.allowed
        if wanted:
            self.pending.append({"update_id": self._next_id, kind: body})
            self._next_id += 1
        self._changes.notify()

    def allow(self, kinds: list[str] | None) -> None:
        """Remember the kinds asked for; None leaves them, an empty list is the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def use_webhook(self, url: str, secret: str, *, drop: bool) -> None:
        """Send updates to this address from now on, "" for polling; `drop` forgets those that wait."""
        self.webhook, self.secret = url, secret
        if drop:
            self.pending = []
        self._changes.notify()

    def confirm(self, offset: int) -> None:
        """Forget every update below the offset; a negative one keeps that many of the newest."""
        if offset < 0:
            self.pending = self.pending[offset:]
        elif offset > 0:
            self.pending = [update for update in self.pending if update["update_id"] >= offset]
        self._changes.notify()

    async def poll(self, offset: int, limit: int, seconds: int) -> list[Json]:
        """Up to `limit` updates, waiting up to that long for the first. Refused with 409 by a newer poll."""
        if self.webhook:
            raise Refused(WEBHOOK_ACTIVE)
        self._poller += 1
        me = self._poller
        self.confirm(offset)
        await self._changes.until(lambda: bool(self.pending) or me != self._poller, seconds)
        if me != self._poller:
            raise Refused(OTHER_POLLER)
        return self.pending[: limit if 1 <= limit <= UPDATES_AT_ONCE else UPDATES_AT_ONCE]
