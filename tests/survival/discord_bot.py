"""The program, as `python -m bot` runs it, with Discord's addresses replaced by the stand-in's."""

import os
import sys

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.__main__ import main

if __name__ == "__main__":
    api = os.environ["DISCORD_API"]
    Route.BASE = api
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"{api.replace('http', 'ws', 1)}/gateway")
    sys.exit(main())
