"""What Discord's side tells of its health: answered heartbeats, and each "too many requests"."""

import asyncio
import math
from types import SimpleNamespace

import aiohttp
import discord

from bot.desk import Desk
from bot.platforms.discord.asking import PLATFORM

LOOK_SECONDS = 1.0
TOO_MANY_REQUESTS = 429


async def keep_pulse(client: discord.Client, desk: Desk) -> None:
    """Note each heartbeat that the gateway answers, for ever. No two take equally long."""
    last = math.nan
    while True:
        latency = client.latency
        if math.isfinite(latency) and latency != last:
            desk.vitals.heartbeat(PLATFORM, desk.clock(), latency)
            last = latency
        await asyncio.sleep(LOOK_SECONDS)


def counting(desk: Desk) -> aiohttp.TraceConfig:
    """A trace for discord.py's calls: it tries again by itself, so nobody else sees them refused."""

    async def ended(
        session: aiohttp.ClientSession, context: SimpleNamespace, call: aiohttp.TraceRequestEndParams
    ) -> None:
        if call.response.status == TOO_MANY_REQUESTS:
            desk.vitals.too_fast(PLATFORM, desk.clock())

    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(ended)
    return trace
