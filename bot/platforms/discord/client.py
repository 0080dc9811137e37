"""Discord: one client that turns interactions into requests and replies into responses."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot.commands import Command, Desk
from bot.dispatch import answer, press, submit, suggest
from bot.incidents import guarded
from bot.outlets import PlatformAway, TokenRefused
from bot.platforms.discord.answers import answer_command, answer_press
from bot.platforms.discord.asking import PLATFORM, request_of
from bot.platforms.discord.buttons import PressButton
from bot.platforms.discord.limits import CHOICE, CHOICES, cut
from bot.platforms.discord.menu import command_tree, register
from bot.platforms.discord.modals import filled_in
from bot.platforms.discord.outlet import DiscordOutlet
from bot.platforms.discord.pulse import counting, keep_pulse
from bot.platforms.discord.surroundings import look_around
from storage import Place, deliveries

log = logging.getLogger(__name__)

LONGEST_WAIT_SECONDS = 60.0
STOP_SECONDS = 2.5
TOKEN_REVOKED = 4004
_REFUSED = (
    "Discord does not take the token in DISCORD_TOKEN: copy it again from "
    "discord.com/developers/applications (your application, Bot, Reset Token)."
)

Interaction = discord.Interaction["ReviewClient"]


class ReviewClient(discord.Client):
    """The bot on Discord. It needs no privileged intent and never pings anybody."""

    def __init__(self, desk: Desk) -> None:
        # It never speaks, so nobody need be warned that it could not.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=LONGEST_WAIT_SECONDS,
            http_trace=counting(desk),
        )
        self._desk = desk
        self.tree = command_tree(self, self)

    async def setup_hook(self) -> None:
        """Before the gateway opens: know the buttons, and register commands that changed."""
        self.add_dynamic_items(PressButton)
        await register(self.tree, self._desk)

    async def command(
        self, interaction: Interaction, command: Command, words: str, file: discord.Attachment | None = None
    ) -> None:
        """Answer a slash command, with the file that came with it."""
        look = partial(look_around, interaction, self._desk.store)
        request = request_of(interaction, self._desk.now(), file)
        work = answer(self._desk, command, request, words, look)
        await answer_command(interaction, self._desk, request, work)
        if request.place.kind == "private":
            # Discord tells nobody that a private chat is open again; who writes there may be written to.
            let_in = self._desk.store.write(deliveries.let_in, request.place, request.now)
            await guarded(self._desk.vitals, "let alerts go on", let_in)

    async def suggest(
        self, interaction: Interaction, command: Command, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Suggestions while an option is typed."""
        found = await suggest(self._desk, command, request_of(interaction, self._desk.now()), typed)
        return [
            app_commands.Choice(name=cut(choice.label, CHOICE), value=cut(choice.value, CHOICE))
            for choice in found[:CHOICES]
        ]

    async def press(self, interaction: Interaction, button: str) -> None:
        """Answer a button."""
        request = request_of(interaction, self._desk.now())
        await answer_press(interaction, self._desk, request, press(self._desk, button, request))

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Let in again: alerts to this server's channels go on."""
        for channel in (*guild.channels, *guild.threads):
            place = Place(PLATFORM, channel.id, 0, "group")
            await self._desk.store.write(deliveries.let_in, place, self._desk.now())

    async def on_interaction(self, interaction: Interaction) -> None:
        """Somebody asked or pressed something. Forms that come back are taken here: they outlive restarts."""
        self._desk.vitals.update(PLATFORM, self._desk.clock())
        if interaction.type is discord.InteractionType.modal_submit:
            button, values = filled_in(interaction.data or {})
            request = request_of(interaction, self._desk.now())
            await answer_press(interaction, self._desk, request, submit(self._desk, button, request, values))

    async def on_connect(self) -> None:
        """The gateway has let us in."""
        self._desk.vitals.heard(PLATFORM, self._desk.clock())

    async def on_disconnect(self) -> None:
        """The gateway dropped; discord.py connects again by itself."""
        self._desk.vitals.lost(PLATFORM, self._desk.clock(), "the gateway dropped")
        log.info("Discord's gateway dropped, connecting again")

    async def on_resumed(self) -> None:
        """The gateway is back and missed nothing."""
        self._desk.vitals.heard(PLATFORM, self._desk.clock())
        log.info("Discord's gateway is back")

    async def on_error(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        """An event handler failed; everything else goes on."""
        log.exception("Discord event %s was not handled", event)


@asynccontextmanager
async def serve(desk: Desk, token: str) -> AsyncIterator[DiscordOutlet]:
    """Answer on Discord until the block is left; gives the outlet for alerts.

    Raises TokenRefused, PlatformAway, as groups where that happens inside the block.
    """
    client = ReviewClient(desk)
    try:
        with _opening():
            await client.login(token)
    except BaseException:
        await _close(client)
        raise
    async with asyncio.TaskGroup() as group:
        gateway = group.create_task(_stay_connected(client), name="discord gateway")
        pulse = group.create_task(keep_pulse(client, desk), name="discord pulse")
        log.info("serving Discord as %s", client.user)
        try:
            yield DiscordOutlet(client)
        finally:
            # Closed first: a cancellation can get lost while the gateway connects.
            await _close(client)
            gateway.cancel()
            pulse.cancel()


async def _stay_connected(client: ReviewClient) -> None:
    with _opening():
        await client.connect()
    if not client.is_closed():
        raise PlatformAway("the gateway was closed")


async def _close(client: ReviewClient) -> None:
    # A gateway that hangs does not say good-bye either.
    try:
        async with asyncio.timeout(STOP_SECONDS):
            await client.close()
    except TimeoutError:
        log.warning("Discord did not say good-bye")


@contextmanager
def _opening() -> Iterator[None]:
    """Around logging in and staying connected. Raises TokenRefused, PlatformAway."""
    try:
        yield
    except discord.LoginFailure:
        raise TokenRefused(_REFUSED) from None
    except discord.ConnectionClosed as error:
        if error.code == TOKEN_REVOKED:
            raise TokenRefused(_REFUSED) from None
        raise PlatformAway(str(error)) from error
    except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError) as error:
        raise PlatformAway(str(error) or type(error).__name__) from error
    except AttributeError as error:
        # discord.py 2.7 looks at the socket that it never got, where the very first connection fails.
        if error.obj is not None:
            raise
        raise PlatformAway("the gateway cannot be reached") from error
