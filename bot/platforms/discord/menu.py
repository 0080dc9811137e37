"""The slash commands as Discord knows them, registered when they changed."""

import hashlib
import json
import logging
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any, Protocol

import discord
from discord import app_commands

from bot.commands import COMMANDS, Command, Desk
from bot.platforms.discord.limits import DESCRIPTION, cut
from storage import marks

log = logging.getLogger(__name__)

MARK = "discord commands"
FILE = "A text, a saved page, a table, or an export of many"

AppCommand = app_commands.Command[Any, Any, Any]
Interaction = discord.Interaction[Any]
Json = Mapping[str, Any]


class Answers(Protocol):
    """A client that answers commands and suggests words for them."""

    async def command(
        self, interaction: Interaction, command: Command, words: str, file: discord.Attachment | None = None
    ) -> None:
        """Answer a slash command, with the file that came with it."""

    async def suggest(
        self, interaction: Interaction, command: Command, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Suggestions while an option is typed."""


def command_tree(client: discord.Client, answers: Answers) -> app_commands.CommandTree[Any]:
    """All commands as Discord's, for servers, private chats and people who installed the bot."""
    tree = app_commands.CommandTree(
        client,
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
    )
    for command in COMMANDS:
        tree.add_command(app_command(answers, command))
    return tree


def drift(ours: Sequence[Json], registered: Sequence[Json]) -> list[str]:
    """The names of the commands that Discord lacks, knows otherwise, or has too many."""
    mine, theirs = ({each["name"]: _shape(each) for each in side} for side in (ours, registered))
    return [name for name in (mine | theirs) if mine.get(name) != theirs.get(name)]


def _shape(command: Json) -> Json:
    """What matters of a command: Discord adds numbers and defaults of its own."""
    telling = ("name", "description", "type", "required", "autocomplete")
    options = [{name: option.get(name) or False for name in telling} for option in command.get("options", ())]
    places = {name: sorted(command.get(name) or ()) for name in ("contexts", "integration_types")}
    return {"description": command["description"], "options": options} | places


async def register(tree: app_commands.CommandTree[Any], desk: Desk) -> None:
    """Register the commands; a failure is logged and tried again at the next start."""
    definitions = json.dumps([command.to_dict(tree) for command in tree.get_commands()])
    digest = hashlib.sha256(f"{tree.client.application_id}\n{definitions}".encode()).hexdigest()
    if await desk.store.read(marks.get, MARK) == digest:
        return
    try:
        await tree.sync()
    except discord.HTTPException as error:
        log.warning("the commands were not registered with Discord: %s", error)
        return
    await desk.store.write(marks.put, MARK, digest)
    log.info("registered %d commands with Discord", len(COMMANDS))


def app_command(client: Answers, command: Command) -> AppCommand:
    """A command of ours as one of Discord's, answered by `client`."""
    argument = command.argument
    if argument is None:

        async def alone(interaction: Interaction) -> None:
            await client.command(interaction, command, "")

        return _made(command, alone)

    async def complete(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await client.suggest(interaction, command, typed)

    @app_commands.rename(words=argument.name)
    @app_commands.describe(words=cut(argument.description, DESCRIPTION))
    @app_commands.autocomplete(words=complete)
    async def with_words(interaction: Interaction, words: str = "") -> None:
        await client.command(interaction, command, words)

    @app_commands.rename(words=argument.name)
    @app_commands.describe(words=cut(argument.description, DESCRIPTION), file=FILE)
    @app_commands.autocomplete(words=complete)
    async def with_file(
        interaction: Interaction, words: str = "", file: discord.Attachment | None = None
    ) -> None:
        await client.command(interaction, command, words, file)

    return _made(command, with_file if command.brings else with_words)


def _made(command: Command, callback: Callable[..., Coroutine[Any, Any, None]]) -> AppCommand:
    made: AppCommand = app_commands.Command(
        name=command.name, description=cut(command.description, DESCRIPTION), callback=callback
    )
    return made
