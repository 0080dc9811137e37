"""Servers of the Discord stand-in: roles, channels with overwrites, threads, and the bot as their member."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

import discord

Json = dict[str, Any]
TEXT, THREAD = 0, 11
HIDDEN = {"hidden": True}
_numbers = count(7_000_001)


@dataclass
class Server:
    """A server; everybody there has `permissions`, its bot role has none of its own."""

    number: int
    name: str
    permissions: discord.Permissions
    channels: dict[int, Json] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)

    def text_channel(self, name: str, denied: discord.Permissions | None = None) -> int:
        """A channel where everybody is denied some permissions; without View Channels it is hidden."""
        number = next(_numbers)
        denied = denied or discord.Permissions.none()
        overwrite = {"id": str(self.number), "type": 0, "allow": "0", "deny": str(denied.value)}
        self.channels[number] = self._channel(number, TEXT, name) | {"permission_overwrites": [overwrite]}
        if denied.view_channel:
            self.hidden.add(number)
        return number

    def thread(self, parent: int, name: str, *, locked: bool = False) -> int:
        """A thread below a channel."""
        number = next(_numbers)
        state = {"archived": False, "auto_archive_duration": 1440, "locked": locked,
                 "archive_timestamp": "2026-01-01T00:00:00.000000+00:00"}  # fmt: skip
        more = {"parent_id": str(parent), "owner_id": "1", "thread_metadata": state}
        counts = {"message_count": 0, "member_count": 1}
        self.channels[number] = self._channel(number, THREAD, name) | more | counts
        return number

    def _channel(self, number: int, kind: int, name: str) -> Json:
        return {"id": str(number), "type": kind, "name": name, "guild_id": str(self.number), "position": 0}

    def as_json(self) -> Json:
        """The guild object."""
        everybody = {
            "id": str(self.number), "name": "@everyone", "color": 0, "hoist": False, "position": 0,
            "permissions": str(self.permissions.value), "managed": False, "mentionable": False, "flags": 0,
        }  # fmt: skip
        return {
            "id": str(self.number), "name": self.name, "icon": None, "owner_id": "1", "roles": [everybody],
            "emojis": [], "features": [], "verification_level": 0, "default_message_notifications": 0,
            "explicit_content_filter": 0, "mfa_level": 0, "premium_tier": 0, "nsfw_level": 0,
            "preferred_locale": "en-US", "system_channel_flags": 0, "afk_timeout": 300, "stickers": [],
        }  # fmt: skip


def all_of(servers: dict[int, Server]) -> list[Json]:
    """GET /users/@me/guilds"""
    return [server.as_json() for server in servers.values()]


def server(servers: dict[int, Server], number: int) -> Json | None:
    """GET /guilds/{id}"""
    return servers[number].as_json() if number in servers else None


def channels(servers: dict[int, Server], number: int) -> list[Json] | None:
    """GET /guilds/{id}/channels: hidden ones too, but no threads"""
    if number not in servers:
        return None
    return [each for each in servers[number].channels.values() if each["type"] != THREAD]


def channel(servers: dict[int, Server], number: int) -> Json | None:
    """GET /channels/{id}"""
    for each in servers.values():
        if number in each.channels:
            return HIDDEN if number in each.hidden else each.channels[number]
    return None


def member(user: Json) -> Json:
    """GET /guilds/{id}/members/{user}: a member without roles"""
    joined = "2026-01-01T00:00:00.000000+00:00"
    return {"user": user, "roles": [], "joined_at": joined, "deaf": False, "mute": False, "flags": 0}
