"""Looks at a store without touching it: what is there, whose it is, how it does. Nothing is made or mended.

`look_at` never raises; what cannot be found out is None or said in `trouble`.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from storage.engine import Unit
from storage.records import Place

# absent: made at the first start. strange: another program's. away: it cannot be reached or opened.
Standing = Literal["absent", "ours", "strange", "away"]


@dataclass(frozen=True, slots=True)
class Followed:
    """A place with live subscriptions; `resting` says why it gets no alerts just now ("": it gets them)."""

    place: Place
    resting: str = ""


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What a store looks like from outside. `where` names it without its password; sizes are in bytes.

    `damage` is what the integrity check found, "" nothing, None: it was not made, or not finished in time.
    `journals` are files beside the store that hold writes, by their sizes.
    """

    engine: Literal["SQLite", "PostgreSQL"]
    where: str
    standing: Standing
    trouble: str = ""
    server: str = ""
    version: int = 0
    newest: int = 0
    damage: str | None = None
    writable: bool = True
    size: int = 0
    free: int | None = None
    journals: dict[str, int] = field(default_factory=dict)
    followed: tuple[Followed, ...] = ()


async def look_at(url: str, seconds: float) -> StoreFacts:
    """The facts of the store at this address; the check of its pages is cut off after so many seconds."""
    if url.startswith("sqlite:///"):
        from storage.checking_sqlite import look_at_file

        return await look_at_file(Path(url.removeprefix("sqlite:///")), seconds)
    from storage.checking_postgres import look_at_server

    return await look_at_server(url, seconds)


def followed(platform: str = "") -> Unit[list[Followed]]:
    """The places with subscriptions that are not paused, of one platform or of all, the oldest first."""
    which = "p.platform = ? AND" if platform else ""
    rows = yield (
        "SELECT p.platform, p.chat, p.thread, p.kind, p.blocked_at, p.blocked_why FROM places p "
        f"WHERE {which} EXISTS (SELECT 1 FROM subscriptions s WHERE s.place_id = p.id "
        "AND s.paused_at IS NULL) ORDER BY p.id",
        (platform,) if platform else (),
    )
    return [
        Followed(Place(*place), "" if blocked_at is None else why or "it shut the bot out")
        for *place, blocked_at, why in rows
    ]
