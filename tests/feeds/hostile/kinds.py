"""The kinds of hostile inputs, and what must hold of whatever is read from one."""

import json
import random
import resource
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import NamedTuple

from bot.feeds.syndication.entry import NotAFeed
from bot.rules.drafts import Draft
from bot.rules.extracting import NotAReview
from tests.feeds.hostile import feeds, files, pages, texts

READ, REFUSED = "read", "refused"
LONGEST_TITLE, LONGEST_SUMMARY = 200, 60


class Attempt(NamedTuple):
    """What came of reading one input, the CPU it took, and the most memory its process has held by then."""

    outcome: str
    cpu_seconds: float = 0.0
    peak_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Kind:
    """How inputs of a kind are made and read, and how many of a thousand inputs are of it."""

    read: Callable[[random.Random], Draft]
    share: int


KINDS: Mapping[str, Kind] = {
    "pages": Kind(pages.broken, 180),
    "page bombs": Kind(pages.bomb, 30),
    "linked data": Kind(pages.data, 120),
    "microdata": Kind(pages.items, 50),
    "encodings": Kind(pages.encoded, 60),
    "articles": Kind(texts.article, 110),
    "posts": Kind(texts.post, 120),
    "assistants": Kind(texts.answer, 50),
    "feeds": Kind(feeds.broken, 110),
    "XML bombs": Kind(feeds.bomb, 20),
    "tables": Kind(files.table, 40),
    "diaries": Kind(files.diary, 30),
    "blogs": Kind(files.blog, 30),
    "records": Kind(files.records, 30),
    "archives": Kind(files.archive, 10),
    "packing": Kind(files.packing, 10),
}


def attempt(name: str, seed: int) -> tuple[str, float, int]:
    """Make and read one input, an Attempt's values. Whatever it raises is a mistake in the program."""
    started = time.process_time()
    outcome = outcome_of(name, seed)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return outcome, time.process_time() - started, peak


def outcome_of(name: str, seed: int) -> str:
    """READ or REFUSED, or what is wrong."""
    try:
        draft = KINDS[name].read(random.Random(f"{name} {seed}"))
    except (NotAReview, NotAFeed) as error:
        return (
            REFUSED
            if str(error).strip().endswith((".", "!", "?"))
            else f"refused without a sentence: {error}"
        )
    return next(mistakes(draft), READ)


def mistakes(draft: Draft) -> Iterator[str]:
    """What cannot be right in a draft, wherever it comes from."""
    if not draft.title.strip() or len(draft.title) > LONGEST_TITLE:
        yield f"a title of {len(draft.title)} characters"
    if draft.score is not None and not 0 <= draft.score <= 100:
        yield f"a score of {draft.score}"
    if not all(0 <= each.sure <= 1 for each in draft.evidence.values()):
        yield "something surer than sure"
    try:
        json.dumps(asdict(draft), ensure_ascii=False).encode()
    except UnicodeEncodeError as half:
        yield f"half a character: {half}"
