"""The bars of title look-up on queries that this project did not write."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from bot.rules.matching import Entry, TitleIndex, forms

DATA = Path(__file__).parents[4] / "shared" / "data"
pytestmark = pytest.mark.skipif(
    not (DATA / "catalogue.csv").exists(), reason="the measured catalogue is not beside this repository"
)


@pytest.fixture(scope="module")
def ranks() -> dict[str, list[int]]:
    """For each class of queries, the place of the first right work in each answer (99: not in it)."""
    with (DATA / "catalogue.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    index = TitleIndex.of(
        Entry(work, form, int(row["year"] or 0), row["kind"], 0, float(row["popularity"] or 0))
        for work, row in enumerate(rows)
        for form in forms(row["title"], filter(None, row["akas"].split("|")))
    )
    found: dict[str, list[int]] = {}
    for line in (DATA / "title_queries_dev.jsonl").read_text(encoding="utf-8").splitlines():
        asked: dict[str, Any] = json.loads(line)
        ids = [rows[match.work]["id"] for match in index.search(asked["query"]).matches]
        right = [place for place, found_id in enumerate(ids, start=1) if found_id in asked["accept"]]
        found.setdefault(asked["cls"], []).append(min(right, default=99))
    return found


def share_within(places: Iterable[int], last: int) -> float:
    hits = [place <= last for place in places]
    return sum(hits) / len(hits)


def test_made_queries_are_answered(ranks: dict[str, list[int]]) -> None:
    made = [place for name, places in ranks.items() if name != "hand" for place in places]
    assert share_within(made, 1) >= 0.97
    assert share_within(made, 5) >= 0.99


def test_queries_written_by_hand_are_answered(ranks: dict[str, list[int]]) -> None:
    assert share_within(ranks["hand"], 1) >= 0.85
    assert share_within(ranks["hand"], 5) >= 0.95


def test_no_kind_of_query_is_left_behind(ranks: dict[str, list[int]]) -> None:
    weak = {name: places for name, places in ranks.items() if share_within(places, 5) < 0.9}
    assert not weak
