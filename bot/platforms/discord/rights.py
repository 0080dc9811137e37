"""What the bot may do on a Discord server, and the labels under which Discord lets people change it."""

from dataclasses import dataclass

import discord

from bot.findings import Finding, ok, trouble, warning

SCOPES = ("bot", "applications.commands")
NEEDED = discord.Permissions(
    view_channel=True, send_messages=True, send_messages_in_threads=True, embed_links=True
)
_LABELS = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "send_messages_in_threads": "Send Messages in Threads",
    "embed_links": "Embed Links",
}
NEEDED_WORDS = "View Channels, Send Messages, Send Messages in Threads and Embed Links"


@dataclass(frozen=True, slots=True)
class Spot:
    """A channel or thread as the bot finds it. `resting`: why its alerts rest, "" where they do not."""

    name: str
    allowed: discord.Permissions
    in_thread: bool = False
    locked: bool = False
    resting: str = ""


def invitation(application: int) -> str:
    """The address that adds the bot to a server with exactly the rights that it needs."""
    return discord.utils.oauth_url(application, permissions=NEEDED, scopes=SCOPES)


def judge_spot(spot: Spot) -> Finding:
    """Whether the bot can write its cards there, and what is to be switched on where it cannot."""
    if missing := _missing(spot):
        where = "The parent channel" if spot.in_thread else "Channel"
        mend = f"{where}, Edit Channel, Permissions, my role: switch on {_LABELS[missing]}."
        found = f"I may not {_LABELS[missing]}"
        if missing == "embed_links":
            return warning(spot.name, f"{found}; cards may lose their pictures", mend)
        return trouble(spot.name, found, mend)
    if spot.locked:
        found = "the thread is locked, I may not write in it"
        return trouble(spot.name, found, "Unlock it, or choose another.")
    if spot.resting:
        found = f"I may write, but alerts rest since I could not ({spot.resting})"
        return warning(spot.name, found, "Type /setup there, then they go on.")
    return ok(spot.name, "I may write cards")


def judge_server(name: str, allowed: discord.Permissions) -> list[Finding]:
    """Rights on the whole server: more than needed is a risk for whoever runs the server."""
    if not allowed.administrator:
        return []
    mend = f"Server Settings, Roles, my role: switch off Administrator; I need {NEEDED_WORDS}."
    return [warning(name, "I have the permission Administrator, which I do not need", mend)]


def _missing(spot: Spot) -> str:
    """The first right that is missing, "" for none: without it, Discord takes those behind it away too."""
    writes = "send_messages_in_threads" if spot.in_thread else "send_messages"
    return next(
        (name for name in ("view_channel", writes, "embed_links") if not getattr(spot.allowed, name)), ""
    )
