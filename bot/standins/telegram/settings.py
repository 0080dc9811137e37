"""What a bot says of itself: its commands for each audience and its descriptions in each language."""

import json

from bot.standins.telegram.chats import Json


class BotSettings:
    """Commands by scope and language, descriptions by language; the empty language is everybody's.

    `inline` and `groups` are what its owner allows it: to answer inline queries, to be added to groups.
    """

    def __init__(self) -> None:
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.descriptions: dict[str, str] = {}
        self.abouts: dict[str, str] = {}
        self.inline = True
        self.groups = True

    def commands_of(self, scope: Json | None = None, language_code: str = "") -> list[Json]:
        """The commands set for exactly this scope and language."""
        return self.commands.get((scope_key(scope), language_code), [])


def scope_key(scope: Json | None) -> str:
    """One text for each scope, whatever the order of its fields."""
    return json.dumps(scope or {"type": "default"}, sort_keys=True)
