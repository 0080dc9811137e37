"""Reads web pages and posts of static sites: what machines are told first, then headings, then the text."""

from bot.feeds.pages.page import read_page
from bot.feeds.pages.post import read_post
from bot.rules.extracting import NotAReview

__all__ = ["NotAReview", "read_page", "read_post"]
