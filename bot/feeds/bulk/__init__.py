"""Reads many reviews out of one file: tables, and the exports of Letterboxd and WordPress."""

from bot.feeds.bulk.tables import is_table, read_table
from bot.feeds.bulk.wordpress import read_export

__all__ = ["is_table", "read_export", "read_table"]
