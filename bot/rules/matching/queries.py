"""Reading what a person typed: the name in it, and what it says of year, season and kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.rules.matching.normalising import ENGLISH_ARTICLES, loose, plain
from bot.rules.matching.numbers import number

_MOST_WORDS = 40
_MOST_CUT = 8

_OPENING = frozenset({
    "hey", "hi", "hello", "bot", "please", "pls", "can", "could", "would", "you", "u", "i", "we", "me",
    "us", "my", "should", "do", "did", "does", "is", "was", "are", "be", "has", "have", "had", "seen",
    "saw", "see", "watch", "watched", "watching", "reviewed", "review", "reviews", "rate", "rated",
    "rating", "score", "opinion", "opinions", "thoughts", "what", "whats", "how", "hows", "which",
    "about", "of", "on", "for", "tell", "show", "find", "get", "give", "looking", "look", "search",
    "searching", "called", "named", "titled", "with", "it", "its", "that", "this", "there", "any",
    "anything", "one", "like", "know", "think", "good", "worth", "remember", "anyone", "anybody",
    "someone", "new",
})  # fmt: skip
_CLOSING = frozenset({
    "any", "good", "bad", "worth", "it", "watching", "watch", "seeing", "review", "reviews", "reviewed",
    "rating", "ratings", "rated", "score", "please", "pls", "thanks", "thx", "tonight", "today", "now",
    "yet", "like", "on", "in", "at", "netflix", "hbo", "max", "prime", "amazon", "disney", "plus", "hulu",
    "apple", "paramount", "peacock", "about", "is", "was", "or", "not", "the", "a", "for", "me", "us",
    "you", "bot", "online", "stream", "streaming", "with", "english", "subtitles",
})  # fmt: skip
_KINDS = {"film": "film", "films": "film", "movie": "film", "movies": "film"} | dict.fromkeys(
    ("series", "show", "tv", "miniseries", "sitcom"), "series"
)
_YEAR = re.compile(r"18[89]\d|19\d\d|20[0-4]\d")
_SEASON = re.compile(r"s0*(\d{1,2})(?:e\d+)?")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a query: these words are the name, the rest tells 0/"" or more of it."""

    words: tuple[str, ...]
    year: int = 0
    season: int = 0
    kind: str = ""

    @property
    def plain(self) -> str:
        return " ".join(self.words)

    @property
    def loose(self) -> str:
        return loose(self.plain)


def readings(query: str) -> list[Reading]:
    """The ways to read a query, the one that leaves out the fewest words first; none where it is empty.

    Only words at either end are left out: chat ("is ... any good"), years, seasons and kinds.
    """
    words = plain(query).split()[:_MOST_WORDS]
    if not words:
        return []
    found = [
        Reading(tuple(words[start:end]), said.year or front.year, said.season, said.kind or front.kind)
        for start, front in _openings(words)
        for end, said in _closings(words)
        if start < end
    ]
    return sorted(found, key=lambda reading: -len(reading.words))


def _openings(words: list[str]) -> Iterator[tuple[int, Reading]]:
    said = Reading(())
    yield 0, said
    for start, word in enumerate(words[:_MOST_CUT], start=1):
        if word in _KINDS and words[start : start + 1] != ["me"]:
            said = replace(said, kind=_KINDS[word])
        elif start == 1 and _YEAR.fullmatch(word):
            said = replace(said, year=int(word))
        elif word not in _OPENING and word not in ENGLISH_ARTICLES:
            return
        if word not in ENGLISH_ARTICLES:
            yield start, said


def _closings(words: list[str]) -> Iterator[tuple[int, Reading]]:
    said, end = Reading(()), len(words)
    yield end, said
    while end > max(1, len(words) - _MOST_CUT):
        word, before = words[end - 1], words[end - 2]
        spoken = number(word)
        if spoken and before in {"season", "series"} and not said.season:
            said, end = replace(said, season=spoken, kind="series"), end - 1
        elif (match := _SEASON.fullmatch(word)) and not said.season:
            said = replace(said, season=int(match[1]), kind="series")
        elif _YEAR.fullmatch(word) and not said.year:
            said = replace(said, year=int(word))
        elif word in _KINDS:
            said = replace(said, kind=said.kind or _KINDS[word])
        elif word not in _CLOSING:
            return
        end -= 1
        yield end, said
