"""Reads a plain-text review article into a draft."""

from bot.rules.extracting.article import NotAReview, read_article

__all__ = ["NotAReview", "read_article"]
