"""Fetches what stands at a web address: politely, within limits, and never from a private network."""

from bot.feeds.fetching.addresses import is_public, refusal_of
from bot.feeds.fetching.fetcher import Fetcher, fetcher
from bot.feeds.fetching.outcome import Fetched, Limits, Unfetchable

__all__ = ["Fetched", "Fetcher", "Limits", "Unfetchable", "fetcher", "is_public", "refusal_of"]
