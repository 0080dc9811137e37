"""Finding a work by what a person types: the title index behind every command that takes a name."""

from bot.rules.matching.index import TitleIndex
from bot.rules.matching.judging import Certainty, Found, Match
from bot.rules.matching.normalising import forms, same_names
from bot.rules.matching.shelf import Entry, Lines

__all__ = ["Certainty", "Entry", "Found", "Lines", "Match", "TitleIndex", "forms", "same_names"]
