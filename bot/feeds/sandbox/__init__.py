"""Reads what comes from outside in a process of its own, which may hang or burst without the bot."""

from bot.feeds.sandbox.limits import Limits
from bot.feeds.sandbox.read import IN_THREADS, Read
from bot.feeds.sandbox.sandbox import Broke, Sandbox, Unreadable, sandbox

__all__ = ["IN_THREADS", "Broke", "Limits", "Read", "Sandbox", "Unreadable", "sandbox"]
