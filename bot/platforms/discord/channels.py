"""Finds out what the bot may do in the Discord channels that alerts go to, as discord.py works it out."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import discord

from bot.findings import Finding, ok, trouble
from bot.platforms.discord.rights import Spot, judge_server, judge_spot
from storage.checking import Followed

AT_ONCE = 4  # the running bot shares the same rate limits
MOST = 100

Found = discord.abc.GuildChannel | discord.Thread
Hidden = discord.Forbidden | discord.NotFound


@dataclass(frozen=True, slots=True)
class Server:
    """A server with its roles, ourselves as its member, and its channels by their numbers."""

    guild: discord.Guild
    me: discord.Member
    channels: dict[int, discord.abc.GuildChannel]


async def judge_channels(client: discord.Client, followed: Sequence[Followed]) -> list[Finding]:
    """A finding for each channel where something is amiss, and one for all others.

    Private chats are not judged: whether one is closed shows only when something is sent.
    """
    followed = [each for each in followed if each.place.kind != "private"]
    looked_at, turn = followed[:MOST], asyncio.Semaphore(AT_ONCE)
    channels = await asyncio.gather(*(_channel(client, each.place.chat, turn) for each in looked_at))
    numbers = {channel.guild.id for channel in channels if not isinstance(channel, discord.HTTPException)}
    servers = {
        server.guild.id: server
        for server in await asyncio.gather(*(_server(client, number, turn) for number in sorted(numbers)))
    }
    judged = [_judge(each, channel, servers) for each, channel in zip(looked_at, channels, strict=True)]
    amiss = [finding for finding in judged if finding.level != "ok"]
    fine = len(judged) - len(amiss)
    found = f"the bot may write in {fine} of {len(followed)} that have alerts"
    rest = len(followed) - len(looked_at)
    return [
        *(finding for each in servers.values() for finding in _of_server(each)),
        *amiss,
        ok("Discord channels", found + (f"; {rest} more were not looked at" if rest else "")),
    ]


async def _channel(client: discord.Client, number: int, turn: asyncio.Semaphore) -> Found | Hidden:
    async with turn:
        try:
            channel = await client.fetch_channel(number)
        except (discord.Forbidden, discord.NotFound) as error:
            return error
    if isinstance(channel, discord.abc.PrivateChannel):
        raise TypeError("a channel that alerts go to is no private chat")
    return channel


async def _server(client: discord.Client, number: int, turn: asyncio.Semaphore) -> Server:
    async with turn:
        guild = await client.fetch_guild(number, with_counts=False)
        me = await guild.fetch_member(client.user.id if client.user else 0)
        return Server(guild, me, {channel.id: channel for channel in await guild.fetch_channels()})


def _judge(each: Followed, channel: Found | Hidden, servers: dict[int, Server]) -> Finding:
    if isinstance(channel, discord.NotFound):
        found = "it is gone; its alerts go nowhere"
        return trouble(f"channel {each.place.chat}", found, "Type /subscribe in another channel.")
    if isinstance(channel, discord.Forbidden):
        hidden = _hidden(each.place.chat, servers)
        if hidden is not None:
            return judge_spot(Spot(hidden, discord.Permissions.none()))
        found = "I cannot see it, or am no member of its server any more"
        mend = "Add me again with the install link, or switch on View Channel for my role in the channel."
        return trouble(f"channel {each.place.chat}", found, mend)
    server = servers[channel.guild.id]
    return judge_spot(spot_of(channel, server.channels, server.me, each.resting))


def _hidden(number: int, servers: dict[int, Server]) -> str | None:
    """The name of a channel that we may not look at, but know from its server's list."""
    for server in servers.values():
        if number in server.channels:
            return _name(server.channels[number], server.guild)
    return None


def spot_of(
    channel: Found, channels: Mapping[int, discord.abc.GuildChannel], me: discord.Member, resting: str
) -> Spot:
    """A channel or thread with what we may do in it; a thread has the permissions of its parent."""
    allowing = channels.get(channel.parent_id if isinstance(channel, discord.Thread) else channel.id)
    allowed = discord.Permissions.none() if allowing is None else allowing.permissions_for(me)
    locked = isinstance(channel, discord.Thread) and channel.locked and not allowed.manage_threads
    return Spot(_name(channel, me.guild), allowed, isinstance(channel, discord.Thread), locked, resting)


def _name(channel: Found, guild: discord.Guild) -> str:
    return f"#{channel.name} ({guild.name})"


def _of_server(server: Server) -> list[Finding]:
    return judge_server(server.guild.name, server.me.guild_permissions)
