"""Asks Discord, over REST and without going online, for everything that makes a bot silently fail."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any

import aiohttp
import discord

from bot.findings import Finding, judge_clock, ok, trouble, warning
from bot.hearing import Ear
from bot.platforms.discord.channels import judge_channels
from bot.platforms.discord.menu import command_tree, drift
from bot.platforms.discord.rights import NEEDED_WORDS, invitation
from storage.checking import Followed

NAME = "Discord"
FEW_STARTS = 20
_PORTAL = "discord.com/developers/applications, your application"
_AGAIN = "Check this machine's connection and discordstatus.com, then run the doctor again."


class Busy(Exception):
    """Discord answered that it cannot answer just now."""

    def __init__(self, status: int, wait: str) -> None:
        patience = f"asks to wait{f' {wait} s' if wait else ''}"
        super().__init__(f"{patience if status == 429 else 'is in trouble'} ({status})")


class ImpatientEar(Ear):
    """Hears a refusal, too, that discord.py would wait for."""

    async def heard(self, _: object, __: object, answer: aiohttp.TraceRequestEndParams) -> None:
        """An answer has come. Raises Busy."""
        await super().heard(_, __, answer)
        if answer.response.status == 429 or answer.response.status >= 500:
            # A check-up says so at once; discord.py would try again for longer than anybody waits.
            raise Busy(answer.response.status, answer.response.headers.get("Retry-After", ""))


async def check_up(
    token: str, followed: Sequence[Followed], seconds: float, clock: Callable[[], float]
) -> list[Finding]:
    """What there is to say of the bot on Discord, within so many seconds; trouble on the way is said too."""
    ear = ImpatientEar(clock)
    client = discord.Client(intents=discord.Intents(guilds=True), http_trace=ear.trace())
    findings: list[Finding] = []
    try:
        async with asyncio.timeout(seconds), client:
            async for finding in _looked_at(client, token, followed):
                findings.append(finding)
    except discord.LoginFailure:
        mend = f"{_PORTAL}, page Bot: Reset Token, and copy it into DISCORD_TOKEN."
        findings.append(trouble(f"{NAME} token", "Discord does not take it", mend))
    except TimeoutError:
        findings.append(trouble(NAME, "did not answer in time", _AGAIN))
    except Busy as error:
        findings.append(trouble(NAME, f"{error}; what follows was not checked", _AGAIN))
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        found = f"cannot be asked: {str(error) or type(error).__name__}"
        findings.append(trouble(NAME, found, _AGAIN))
    except (AttributeError, LookupError, TypeError, ValueError):
        findings.append(trouble(NAME, "something else than Discord answers, perhaps a proxy", _AGAIN))
    return [*findings, *judge_clock(NAME, ear.date, ear.at)]


async def _looked_at(
    client: discord.Client, token: str, followed: Sequence[Followed]
) -> AsyncIterator[Finding]:
    await client.login(token)
    yield ok(f"{NAME} token", f"Discord takes it; the bot is {client.user}")
    application = await client.application_info()
    for finding in judge_application(application):
        yield finding
    _, _, starts = await client.http.get_bot_gateway()
    for finding in judge_starts(starts["remaining"], starts["reset_after"] / 1000):
        yield finding
    tree = command_tree(client, _Nobody())
    # As they came: what discord.py makes of them forgets some of the places where they may be used.
    registered = await client.http.get_global_commands(application.id)
    yield judge_menu([command.to_dict(tree) for command in tree.get_commands()], registered)
    if not [guild async for guild in client.fetch_guilds(limit=1)]:
        found = "the bot is on no server yet"
        yield warning(f"{NAME} servers", found, f"Open the install link: {invitation(application.id)}")
    for finding in await judge_channels(client, followed):
        yield finding


def judge_application(application: discord.AppInfo) -> list[Finding]:
    """What is set for the application on Discord's portal."""
    findings = [ok(f"{NAME} install link", f"{invitation(application.id)} ({NEEDED_WORDS})")]
    if application.interactions_endpoint_url:
        mend = f"{_PORTAL}, page General Information: empty the field Interactions Endpoint URL."
        found = "commands go to a web address instead of the bot, so it hears none of them"
        findings.append(trouble(f"{NAME} commands", found, mend))
    if application.bot_require_code_grant:
        mend = f"{_PORTAL}, page Bot: switch off Requires OAuth2 Code Grant."
        findings.append(trouble(f"{NAME} install link", "it fails: a code grant is required", mend))
    if not application.bot_public:
        mend = f"{_PORTAL}, page Bot: switch on Public Bot, if others are to add it."
        findings.append(warning(f"{NAME} install link", "only the application's owner can use it", mend))
    if application.user_integration_config and not application.guild_integration_config:
        mend = f"{_PORTAL}, page Installation, Installation Contexts: tick Guild Install."
        findings.append(warning(f"{NAME} installation", "the page Installation offers no servers", mend))
    findings.append(ok(f"{NAME} intents", "no privileged intent is needed; leave all of them off"))
    return findings


def judge_starts(remaining: int, seconds: float) -> list[Finding]:
    """How often the bot may still go online today; Discord takes the token away from one that never stops."""
    if remaining > FEW_STARTS:
        return []
    found = f"it may go online only {remaining} times more in the next {seconds / 3600:.1f} h"
    mend = "It starts far too often: look into its log for what ends it, and let it rest until then."
    level = warning if remaining else trouble
    return [level(f"{NAME} starts", found, mend)]


def judge_menu(ours: Sequence[Any], registered: Sequence[Any]) -> Finding:
    """The commands that Discord shows, held against the bot's own."""
    subject, differing = f"{NAME} commands", drift(ours, registered)
    if not differing:
        return ok(subject, f"all {len(ours)} are registered")
    if not registered:
        return warning(subject, "none is registered yet", "Start the bot: it registers them.")
    found = f"Discord knows them otherwise: {', '.join(f'/{name}' for name in differing)}"
    return trouble(subject, found, "Run python -m bot doctor --register, then restart the bot.")


class _Nobody:
    """Answers no command: they are only compared."""

    async def command(self, *_: object) -> None:
        """Never called."""

    async def suggest(self, *_: object) -> list[Any]:
        """Never called."""
        return []
