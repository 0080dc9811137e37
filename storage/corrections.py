"""What editors have corrected of a review stays when its source changes; all that they left alone follows."""

import json
from collections.abc import Mapping, Set
from dataclasses import replace
from typing import Any

from storage.engine import Unit
from storage.records import Evidence, Review, ReviewId, Work, WorkId

# What a review keeps under other names than the one that editors know it by.
_KEPT_AS = {"score": ("score_text", "score"), "date": ("published_at",)}
_OF_REVIEWS = frozenset(Review.__dataclass_fields__)
_OF_WORKS = frozenset({"title", "kind", "year", "season", "platform", "genres"})


def made(review: ReviewId, work: WorkId) -> Unit[tuple[frozenset[str], frozenset[str]]]:
    """The details that editors have set of a review, and those of its work, whichever review they edited."""
    rows = yield (
        "SELECT d.review_id, d.fields FROM reviews r JOIN deeds d ON d.review_id = r.id "
        "WHERE r.work_id = ? AND d.what = 'edited'",
        (work,),
    )
    edits = [(row[0], frozenset(json.loads(row[1]))) for row in rows]
    own = frozenset[str]().union(*(names for edited, names in edits if edited == review))
    every = frozenset[str]().union(*(names for _, names in edits))
    return own, every & _OF_WORKS


def followed(stands: Review, incoming: Review, corrected: Set[str]) -> Review:
    """The incoming review, with what editors have set of the one that stands."""
    names = {part for name in corrected for part in _KEPT_AS.get(name, (name,))}
    return replace(incoming, **{name: getattr(stands, name) for name in names & _OF_REVIEWS})


def confirmed(
    before: Mapping[str, Evidence],
    read: Mapping[str, Evidence],
    was: Mapping[str, Any],
    now: Mapping[str, Any],
) -> dict[str, Evidence]:
    """What the fields rest on from now on: on the editor who looked at it, what still says the same."""
    stay = {name: each for name, each in before.items() if each.origin == "editor" and was[name] == now[name]}
    return {**read, **stay}


def values(review: Review, work: Work) -> dict[str, Any]:
    """What each detail that editors know says, by its name."""
    said = {name: getattr(work, name) for name in _OF_WORKS}
    said |= {name: getattr(review, name) for name in _OF_REVIEWS}
    return said | {name: tuple(said[part] for part in parts) for name, parts in _KEPT_AS.items()}
