"""What the bot may do around a chat on Discord, from what discord.py knows of its server. Asks nobody."""

import discord

from bot.findings import Finding, Surroundings, ok, trouble
from bot.platforms.discord.asking import PLATFORM
from bot.platforms.discord.channels import spot_of
from bot.platforms.discord.rights import Spot, invitation, judge_server, judge_spot
from storage import Store
from storage.checking import Followed, followed

MOST = 12


async def look_around(interaction: discord.Interaction[discord.Client], store: Store) -> Surroundings:
    """The chat of an interaction and its server's other channels with alerts."""
    invite = invitation(interaction.application_id)
    if interaction.guild_id is None:
        found = "I can answer you; whether you let me send alerts shows only when I send one"
        return Surroundings((ok("private messages", found),), writes=True, invitation=invite)
    guild = interaction.guild
    if guild is None or not interaction.is_guild_integration():
        found = "I am no member; whoever installed me can ask me, but I cannot post alerts"
        mend = "Add me to the server with the button below."
        return Surroundings((trouble("this server", found, mend),), writes=False, invitation=invite)
    here = judge_spot(_here(interaction))
    there = _there(guild, interaction.channel_id, await store.read(followed, PLATFORM))
    findings = (here, *judge_server(guild.name, guild.me.guild_permissions), *there)
    amiss = any(finding.level == "trouble" for finding in findings)
    return Surroundings(findings, here.level != "trouble", invite if amiss else "")


def _here(interaction: discord.Interaction[discord.Client]) -> Spot:
    channel, allowed = interaction.channel, interaction.app_permissions
    thread = isinstance(channel, discord.Thread)
    locked = isinstance(channel, discord.Thread) and channel.locked and not allowed.manage_threads
    return Spot("this thread" if thread else "this channel", allowed, thread, locked)


def _there(guild: discord.Guild, here: int | None, places: list[Followed]) -> list[Finding]:
    """The server's other channels with alerts: each that is amiss, and how many are fine."""
    channels = {channel.id: channel for channel in guild.channels}
    found = [
        judge_spot(spot_of(channel, channels, guild.me, each.resting))
        for each in places
        if each.place.chat != here and (channel := guild.get_channel_or_thread(each.place.chat)) is not None
    ]
    amiss = [finding for finding in found if finding.level != "ok"]
    fine = len(found) - len(amiss)
    return [*amiss[:MOST], *([ok("other channels with alerts", f"I may write in {fine}")] if fine else ())]
