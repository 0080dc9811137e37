"""Finding a work by what a person types: the title index behind every command that takes a name."""

from bot.rules.matching.hinting import hinted, is_hinted_at, left_over
from bot.rules.matching.index import TitleIndex
from bot.rules.matching.judging import Certainty, Found, Hit, Match, verdict
from bot.rules.matching.learning import Chosen, query_number
from bot.rules.matching.normalising import forms, plain, same_names
from bot.rules.matching.packing import BadPack, packed, unpacked
from bot.rules.matching.shelf import Entry, Shelf
from bot.rules.matching.shelving import Lines, shelve, spelled, together

__all__ = [
    "BadPack",
    "Certainty",
    "Chosen",
    "Entry",
    "Found",
    "Hit",
    "Lines",
    "Match",
    "Shelf",
    "TitleIndex",
    "forms",
    "hinted",
    "is_hinted_at",
    "left_over",
    "packed",
    "plain",
    "query_number",
    "same_names",
    "shelve",
    "spelled",
    "together",
    "unpacked",
    "verdict",
]
