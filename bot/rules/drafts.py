"""A review as it was read from outside, before it meets the store."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from storage import Credit, Kind, Verdict

Origin = Literal["structured", "head", "feed", "text", "assistant", "editor"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a field of a draft rests on: the words, where they stand, and how sure the reading is (0-1).

    `structured` is machine-readable data of a page, `head` its title and headings, `feed` a feed's fields.
    """

    words: str
    origin: Origin
    sure: float


@dataclass(frozen=True, slots=True)
class Draft:
    """What a source says of one work and one review of it; empty or None where it does not say.

    `score` is 0-100 on the reviewer's own scale, `published_at` unix time in seconds. `line` is where it
    begins in its file, for messages; it is no part of what the source says. `evidence` tells, by the name
    of a field, what it rests on.
    """

    title: str
    kind: Kind | None = None
    year: int | None = None
    season: int | None = None
    original: str = ""
    other_names: tuple[str, ...] = ()
    platform: str = ""
    genres: tuple[str, ...] = ()
    people: tuple[Credit, ...] = ()
    image: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    language: str = "en"
    published_at: int | None = None
    score_text: str = ""
    score: float | None = None
    verdict: Verdict | None = None
    audience: str = ""
    summary: str = ""
    spoilers: str = ""
    pros: tuple[str, ...] = ()
    cons: tuple[str, ...] = ()
    comparables: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    line: int = field(default=1, repr=False, compare=False)
    evidence: Mapping[str, Evidence] = field(default_factory=dict, repr=False, compare=False)
