"""Reviews out: what is owed to whom becomes a message."""

from bot.alerts.deliverer import Deliverer

__all__ = ["Deliverer"]
