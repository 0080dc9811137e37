"""The inspector: of any payload that the bot sent, each limit with the room left, and each field's rule."""

from bot.playground.inspecting.discord_messages import inspect_discord
from bot.playground.inspecting.inspection import Field, Inspection, Limit
from bot.playground.inspecting.telegram_messages import inspect_telegram

__all__ = ["Field", "Inspection", "Limit", "inspect_discord", "inspect_telegram"]
