"""`python -m tests.bench.reading LABELS TEXTS`: how well articles are read, and at what cost.

LABELS is a file of JSON lines, `{"id": ..., "truth": {"title": [...], "score_100": ..., ...}}`; TEXTS
a folder with ID.txt for each. Texts are other people's and lie outside the project; a label without its
text is left out. What the truth does not speak of is not judged, but "score_100": null says that there
is no score. What stands under "..._alt" is right, too; under "comparables_alt" it is neither right nor wrong.
"""

import argparse
import csv
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bot.rules.drafts import SURE, Draft
from bot.rules.extracting import NotAReview, read_article
from bot.rules.matching.normalising import plain as normalised

_VERDICTS = {"watch": "positive", "maybe": "mixed", "skip": "negative"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one labelled text (None where it was refused), and its cost in milliseconds of CPU."""

    name: str
    truth: Mapping[str, Any]
    draft: Draft | None
    cost: float


@dataclass(frozen=True, slots=True)
class Mark:
    """One field of one text: whether it was given, whether rightly, and how sure the reader was."""

    name: str
    field: str
    given: str
    wanted: str
    right: bool
    sure: float


def main() -> int:
    """Read every text, draw the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.reading", description=__doc__)
    parser.add_argument("labels", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--names", type=Path, help="a CSV file whose column title lists known works")
    parser.add_argument("--wrong", action="store_true", help="list what was read wrongly")
    given = parser.parse_args()
    readings = list(read_all(given.labels, given.texts, known_names(given.names)))
    marks = [mark for reading in readings for mark in judge(reading)]
    console = Console(width=160)
    console.print(f"{len(readings)} texts", figures(readings, marks), calibration(marks))
    if given.wrong:
        console.print(mistakes(marks))
    return 0


def known_names(catalogue: Path | None) -> Callable[[str], bool] | None:
    """A hint like the bot's own: whether a work of that name is known."""
    if catalogue is None:
        return None
    with catalogue.open(encoding="utf-8", newline="") as file:
        names = {normalised(row["title"]) for row in csv.DictReader(file)}
    return lambda name: normalised(name) in names


def read_all(labels: Path, texts: Path, known: Callable[[str], bool] | None) -> Iterator[Reading]:
    """Each labelled text that is there."""
    for line in labels.read_text("utf-8").splitlines():
        label = json.loads(line)
        file = texts / f"{label['id']}.txt"
        if not file.exists():
            continue
        text, began = file.read_text("utf-8"), time.process_time()
        try:
            draft = read_article(text, known)
        except NotAReview:
            draft = None
        yield Reading(label["id"], label["truth"], draft, (time.process_time() - began) * 1000)


def judge(reading: Reading) -> Iterator[Mark]:
    """The fields that the truth speaks of."""
    truth, draft = reading.truth, reading.draft or Draft("")
    titles = {normalised(title) for title in truth.get("title") or ()}
    if titles:
        yield _mark(reading, "title", draft.title, truth["title"], normalised(draft.title) in titles)
    if "score_100" in truth:
        allowed = {truth["score_100"], *truth.get("score_100_alt", ())}
        right = draft.score in allowed or any(
            score is not None and draft.score is not None and abs(score - draft.score) <= 1
            for score in allowed
        )
        yield _mark(reading, "score", draft.score, truth["score_100"], right)
    if truth.get("verdict"):
        verdict = _VERDICTS.get(draft.verdict or "", "")
        yield _mark(reading, "verdict", verdict, truth["verdict"], verdict == truth["verdict"])
        kind = {truth["verdict"], *truth["verdict_alt"]}
        yield _mark(reading, "verdict (alt)", verdict, "/".join(sorted(kind)), verdict in kind)
    for field in ("year", "season"):
        if field in truth:
            allowed = {truth[field], *truth.get(f"{field}_alt", ())}
            yield _mark(reading, field, getattr(draft, field), truth[field], getattr(draft, field) in allowed)
    if truth.get("kind"):
        series = {"season": "series"}
        right = series.get(draft.kind or "", draft.kind) == series.get(truth["kind"], truth["kind"])
        yield _mark(reading, "kind", draft.kind, truth["kind"], right)
    told = [
        phrase for phrase in truth.get("spoiler_phrases") or () if phrase.lower() in draft.summary.lower()
    ]
    yield _mark(reading, "summary", draft.summary, "no " + ", ".join(told), not told)
    yield from _comparables(reading, draft)


def _mark(reading: Reading, field: str, given: object, wanted: object, right: bool) -> Mark:
    draft = reading.draft
    evidence = draft.evidence.get(field.partition(" ")[0]) if draft else None
    text = "" if given is None else str(given)
    return Mark(reading.name, field, text, str(wanted), right, evidence.sure if evidence else 0.0)


def _comparables(reading: Reading, draft: Draft) -> Iterator[Mark]:
    wanted = reading.truth.get("comparables")
    if wanted is None or reading.truth.get("multi"):
        return
    keys = {normalised(name) for name in wanted}
    found = {normalised(name) for name in draft.comparables}
    arguable = {normalised(name) for name in reading.truth.get("comparables_alt") or ()} - keys
    for name in draft.comparables:
        if normalised(name) not in arguable:
            yield _mark(reading, "comparables", name, wanted, normalised(name) in keys)
    for name in wanted:
        if normalised(name) not in found:
            yield _mark(reading, "comparables", None, name, False)


def figures(readings: Sequence[Reading], marks: Sequence[Mark]) -> Table:
    """Share of right answers, and precision and recall where giving nothing is an answer."""
    table = Table("field", "n", "right", "precision", "recall")
    for field in dict.fromkeys(mark.field for mark in marks):
        of_field = [mark for mark in marks if mark.field == field]
        given = [mark for mark in of_field if mark.given]
        wanted = [mark for mark in of_field if mark.wanted != "None" and (mark.right or not mark.given)]
        right = sum(mark.right for mark in given)
        if field == "score":
            wanted = [mark for mark in of_field if mark.wanted != "None"]
        table.add_row(
            field,
            str(len(of_field)),
            _share(sum(mark.right for mark in of_field), len(of_field)),
            _share(right, len(given)),
            _share(sum(mark.right and bool(mark.given) for mark in wanted), len(wanted)),
        )
    costs = sorted(reading.cost for reading in readings)
    if costs:
        p95 = costs[min(len(costs) - 1, round(0.95 * len(costs)))]
        table.add_row(
            "CPU ms", str(len(costs)), f"median {statistics.median(costs):.1f}", f"p95 {p95:.1f}", ""
        )
    return table


def calibration(marks: Sequence[Mark]) -> Table:
    """How often a field was right by how sure the reader was of it."""
    table = Table("field", f"sure ≥ {SURE}", "right", f"sure < {SURE}", "right")
    for field in ("title", "score", "verdict", "verdict (alt)", "year", "kind", "season", "comparables"):
        given = [mark for mark in marks if mark.field == field and mark.given]
        sure = [mark.right for mark in given if mark.sure >= SURE]
        doubtful = [mark.right for mark in given if mark.sure < SURE]
        table.add_row(
            field,
            str(len(sure)),
            _share(sum(sure), len(sure)),
            str(len(doubtful)),
            _share(sum(doubtful), len(doubtful)),
        )
    return table


def mistakes(marks: Sequence[Mark]) -> Table:
    """What was read wrongly."""
    table = Table("text", "field", "given", "wanted", "sure")
    for mark in marks:
        if not mark.right and mark.field != "verdict (alt)":
            table.add_row(mark.name[:44], mark.field, mark.given[:60], mark.wanted[:60], f"{mark.sure:.2f}")
    return table


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f} ({part}/{whole})" if whole else "–"


if __name__ == "__main__":
    sys.exit(main())
