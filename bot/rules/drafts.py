"""A review as it was read from outside, before it meets the store."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from storage import Credit, Evidence, Kind, Origin, Verdict

__all__ = ["FRESH_SECONDS", "SHOWN_WORDS", "SURE", "Draft", "Evidence", "Origin", "doubts"]

# What is older when it comes in is announced to nobody, so that an archive floods nobody.
FRESH_SECONDS = 7 * 86_400
# So many characters of a field's evidence are shown to editors; what it rests on must be among them.
SHOWN_WORDS = 60
# Below this a field is in doubt.
SURE = 0.7
DECISIVE = ("title", "year", "season", "score", "score_text", "verdict")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a source says of one work and one review of it; empty or None where it does not say.

    `score` is 0-100 on the reviewer's own scale, `published_at` unix time in seconds. `line` is where it
    begins in its file, for messages; it is no part of what the source says. `evidence` tells, by the name
    of a field, what it rests on. `text` is the article it was read from, where it was one, and `unassisted`
    the draft as it was before an assistant added to it.
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
    text: str = field(default="", repr=False, compare=False)
    unassisted: "Draft | None" = field(default=None, repr=False, compare=False)


def doubts(draft: Draft) -> tuple[str, ...]:
    """What would be told wrongly if the draft were misread, and is not sure: for an editor to look at."""
    found = ((name, draft.evidence.get(name)) for name in DECISIVE)
    return tuple(name for name, rests in found if rests is not None and rests.sure < SURE)
