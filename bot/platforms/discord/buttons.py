"""Discord's buttons: one dynamic item for all actions, so that a button works after any restart."""

from typing import Any, Protocol, Self

import discord
from discord import ui

from bot.actions import Action, pack


class Presses(Protocol):
    """A client that answers presses."""

    async def press(self, interaction: discord.Interaction[Any], button: str) -> None:
        """Answer the press of a button with this custom id."""


class PressButton(ui.DynamicItem[ui.Button[Any]], template=r"[\s\S]+"):
    """A button whose custom id is a packed action. It takes any id: what is forged is refused politely."""

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: Any, /
    ) -> Self:
        """The pressed button, as it came back."""
        if not isinstance(item, ui.Button):
            raise TypeError("only buttons are made here")
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the client."""
        client: Presses = interaction.client
        await client.press(interaction, self.custom_id)


def make_button(label: str, style: discord.ButtonStyle, action: Action) -> PressButton:
    """A button that does `action`."""
    return PressButton(ui.Button(label=label, style=style, custom_id=pack(action)))
