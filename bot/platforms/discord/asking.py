"""Who asks, and where, in a Discord interaction."""

import random
from typing import Any

import discord

from bot.requests import Attached, Request
from storage import Account, Place

PLATFORM = "discord"


def request_of(
    interaction: discord.Interaction[Any], now: int, file: discord.Attachment | None = None
) -> Request:
    """An interaction as a request made at that unix time, with the file that came with it."""
    private = interaction.guild_id is None and not interaction.context.private_channel
    chat = interaction.user.id if private else interaction.channel_id or 0
    return Request(
        who=Account(PLATFORM, interaction.user.id),
        place=Place(PLATFORM, chat, 0, "private" if private else "group"),
        now=now,
        dice=random.random(),
        locale=interaction.locale.value,
        manages=private or _manages(interaction.permissions),
        here=private or _may_write(interaction),
        attached=_attached(file) if file else None,
        name=interaction.user.display_name,
    )


def _attached(file: discord.Attachment) -> Attached:
    kind = (file.content_type or "").partition(";")[0].strip().lower()
    return Attached(file.filename, kind, file.size, file.url)


def _manages(permissions: discord.Permissions) -> bool:
    return permissions.manage_guild or permissions.manage_channels


def _may_write(interaction: discord.Interaction[Any]) -> bool:
    if not interaction.is_guild_integration():
        return False
    allowed = interaction.app_permissions
    in_thread = isinstance(interaction.channel, discord.Thread)
    writes = allowed.send_messages_in_threads if in_thread else allowed.send_messages
    return allowed.view_channel and writes
