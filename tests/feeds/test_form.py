"""The project's form: what it takes, how it says what is wrong, and that one mistake stops no other."""

import json
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.faults import Fault
from bot.feeds.form import schema
from bot.feeds.reading import read_json, read_jsonl
from bot.rules.drafts import Draft
from storage import Credit

FULL: dict[str, dict[str, Any]] = {
    "work": {
        "title": "The Long Queue",
        "kind": "season",
        "year": 2024,
        "season": 2,
        "original": "Die lange Schlange",
        "names": ["Long Queue"],
        "platform": "Netflix",
        "genres": ["Comedy", "Drama"],
        "people": [
            {"name": "Ada Moss", "role": "cast", "character": "Bea"},
            {"name": "Cy Dunn", "role": "creator"},
        ],
        "image": "https://example.org/posters/queue.jpg",
    },
    "review": {
        "outlet": "The Late Row",
        "author": "Pearl Locke",
        "url": "https://example.org/reviews/queue?x=1",
        "date": "2024-03-01",
        "language": "en-GB",
        "score": "B+",
        "verdict": "maybe",
        "audience": "The patient.",
        "summary": "People wait.",
        "spoilers": "They are still waiting.",
        "pros": ["Slow"],
        "cons": ["Very slow"],
        "comparables": ["Up"],
        "notes": ["Boredom"],
    },
}


def record(work: dict[str, Any] | None = None, review: dict[str, Any] | None = None, **more: object) -> str:
    return json.dumps({"work": {"title": "Up"} | (work or {}), "review": review or {}} | more)


def only_draft(found: Iterator[Draft | Fault]) -> Draft:
    (draft,) = found
    assert isinstance(draft, Draft), str(draft)
    return draft


def said(text: str) -> list[str]:
    return [str(found) for found in read_jsonl(text, "x.jsonl")]


def test_every_field_of_the_form_reaches_the_draft() -> None:
    assert only_draft(read_jsonl(json.dumps(FULL), "x.jsonl")) == Draft(
        title="The Long Queue",
        kind="season",
        year=2024,
        season=2,
        original="Die lange Schlange",
        other_names=("Long Queue",),
        platform="Netflix",
        genres=("Comedy", "Drama"),
        people=(Credit("Ada Moss", "cast", "Bea"), Credit("Cy Dunn", "creator")),
        image="https://example.org/posters/queue.jpg",
        outlet="The Late Row",
        author="Pearl Locke",
        url="https://example.org/reviews/queue?x=1",
        language="en-GB",
        published_at=int(datetime(2024, 3, 1, tzinfo=UTC).timestamp()),
        score_text="B+",
        score=83.0,
        verdict="maybe",
        audience="The patient.",
        summary="People wait.",
        spoilers="They are still waiting.",
        pros=("Slow",),
        cons=("Very slow",),
        comparables=("Up",),
        notes=("Boredom",),
    )


def test_a_title_is_enough() -> None:
    assert only_draft(read_jsonl(record(), "x.jsonl")) == Draft(title="Up")


def test_null_and_empty_mean_not_given() -> None:
    text = record(
        {"year": None, "platform": " ", "genres": ["Comedy", None, ""]}, {"score": None, "date": ""}
    )
    assert only_draft(read_jsonl(text, "x.jsonl")) == Draft(title="Up", genres=("Comedy",))


def test_texts_are_cleaned_and_lists_hold_each_item_once() -> None:
    text = record(
        {"title": " A\tlong\x00 \u202etitle\n", "names": ["B  b", " B b"]},
        {"summary": "One.\r\n\r\nTwo.\ud800"},
    )
    draft = only_draft(read_jsonl(text, "x.jsonl"))
    assert (draft.title, draft.other_names, draft.summary) == ("A long title", ("B b",), "One. Two.")


def test_the_score_decides_the_verdict_only_where_the_form_gives_none() -> None:
    assert only_draft(read_jsonl(record(review={"score": "1/5"}), "x")).verdict == "skip"
    assert only_draft(read_jsonl(record(review={"score": "1/5", "verdict": "watch"}), "x")).verdict == "watch"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2023-10-06", datetime(2023, 10, 6, tzinfo=UTC)),
        ("2023-10-06T18:30:00", datetime(2023, 10, 6, 18, 30, tzinfo=UTC)),
        ("2023-10-06T18:30:00Z", datetime(2023, 10, 6, 18, 30, tzinfo=UTC)),
        ("2023-10-06T18:30:00+02:00", datetime(2023, 10, 6, 16, 30, tzinfo=UTC)),
    ],
)
def test_a_date_without_a_zone_is_utc(written: str, meant: datetime) -> None:
    draft = only_draft(read_jsonl(record(review={"date": written}), "x"))
    assert draft.published_at == int(meant.timestamp())


ADDRESS = "should be a web address of at most 500 characters that begins with http:// or https://"
DATE = 'should be a date such as "2023-10-06" or "2023-10-06T18:30:00+02:00"'
SCORE = 'should be a score as it was written, such as "4/5", "8.5/10", "B+", "85%" or "★★★½"'
YEAR = "should be a whole number from 1870 to 2100"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (record({"year": "MMXX"}), f'work.year: {YEAR}, not "MMXX"'),
        (record({"year": 1869}), f"work.year: {YEAR}, not 1869"),
        (record({"year": True}), f"work.year: {YEAR}, not true"),
        (record({"kind": "movie"}), 'work.kind: should be film, series or season, not "movie"'),
        (record({"kind": "film", "season": 1}), "work.season: is only for the kind season"),
        (record({"season": 1}), "work.season: is only for the kind season"),
        (record({"title": " "}), "work.title: is missing"),
        (
            record({"title": "x" * 201}),
            "work.title: should be text of at most 200 characters, not 201 characters",
        ),
        (
            record({"names": list("abcdefghijklm")}),
            "work.names: should be a list of at most 12 items, not 13 items",
        ),
        (record({"genres": "Drama"}), 'work.genres: should be a list of at most 12 items, not "Drama"'),
        (record({"genres": ["a", 7]}), "work.genres#2: should be text of at most 40 characters, not 7"),
        (record({"people": [{"role": "cast"}]}), "work.people#1.name: is missing"),
        (
            record({"people": ["Ada"]}),
            'work.people#1: should be an object with "name", "role" and "character", not "Ada"',
        ),
        (record({"image": "ftp://example.org/a"}), f'work.image: {ADDRESS}, not "ftp://example.org/a"'),
        (record({"image": "https://a@example.org"}), f'work.image: {ADDRESS}, not "https://a@example.org"'),
        (
            record(review={"url": "https://no where.org"}),
            f'review.url: {ADDRESS}, not "https://no where.org"',
        ),
        (
            record(review={"date": "6 October"}),
            f'review.date: {DATE}, not "6 October"',
        ),
        (record(review={"date": "0001-01-01"}), f'review.date: {DATE}, not "0001-01-01"'),
        (
            record(review={"score": "very good"}),
            f'review.score: {SCORE}, not "very good"',
        ),
        (record(review={"verdict": "meh"}), 'review.verdict: should be watch, maybe or skip, not "meh"'),
        (
            record(review={"language": "english!"}),
            'review.language: should be a language code such as "en" or "pt-BR", not "english!"',
        ),
        (
            record(review={"summary": "word " * 61}),
            "review.summary: should be text of at most 60 words and 600 characters, not 61 words",
        ),
        (
            record(review={"summary": "tremendously " * 61}),
            "review.summary: should be text of at most 60 words and 600 characters, not 61 words",
        ),
        (
            record(review={"spoilers": "x" * 4001}),
            "review.spoilers: should be text of at most 4000 characters, not 4001 characters",
        ),
        (
            record(review={"audience": ["x"]}),
            "review.audience: should be text of at most 300 characters, not a list",
        ),
        (record({"yaer": 2000}), 'work.yaer: is not a known key here; the nearest is "year"'),
        (record({"Year": 2000}), 'work.Year: is not a known key here; the nearest is "year"'),
        (record({"score": "4/5"}), 'work.score: is not a known key here; the nearest is "review.score"'),
        (record(titel="x"), 'titel: is not a known key here; the nearest is "work.title"'),
        ('{"work": {"title": "Up"}}', "review: is missing"),
        ("7", 'should be an object with "work" and "review", not 7'),
        ('"' + "x" * 99 + '"', f'should be an object with "work" and "review", not "{"x" * 58}…'),
    ],
)
def test_a_mistake_is_said_with_its_place_and_what_should_stand_there(text: str, message: str) -> None:
    assert said(text) == [f"x.jsonl:1: {message}"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"work": }', "not valid JSON at line 1, column 10: expecting value"),
        ("{} {}", "not valid JSON at line 1, column 4: extra data"),
        ("[" * 100_000, "not valid JSON at line 1, column 2: nested too deeply"),
        ('{"work": ' + "9" * 5000 + "}", "not valid JSON at line 1, column 1: a number with too many digits"),
    ],
)
def test_what_is_not_json_is_said_in_words(text: str, message: str) -> None:
    assert said(text)[-1] == f"x.jsonl:1: {message}"


def test_all_mistakes_of_a_record_are_found_at_once() -> None:
    text = record({"year": "MMXX", "kind": "movie"}, {"score": "very good"})
    fields = [found.field for found in read_jsonl(text, "x.jsonl") if isinstance(found, Fault)]
    assert fields == ["work.kind", "work.year", "review.score"]


def test_a_bad_line_stops_no_other() -> None:
    rows = [
        record({"title": "A"}),
        "{",
        "",
        record({"year": 1}),
        record({"title": "B\u2028b"}),
        "[[",
        record({"title": "C"}),
    ]
    found = list(read_jsonl("\ufeff" + "\r\n".join(rows) + "\n", "x.jsonl"))
    assert [draft.title for draft in found if isinstance(draft, Draft)] == ["A", "B b", "C"]
    assert [fault.line for fault in found if isinstance(fault, Fault)] == [2, 4, 6]


def test_a_json_file_is_one_object_or_a_list() -> None:
    assert only_draft(read_json(f"\ufeff\n {record()}\n", "x.json")) == Draft(title="Up")
    assert only_draft(read_json(f"[{record()}]", "x.json")) == Draft(title="Up")
    assert list(read_json(" [ ] ", "x.json")) == []


def test_a_fault_in_a_json_list_names_the_line_where_its_object_begins() -> None:
    good = json.dumps(json.loads(record()), indent=2)
    bad = json.dumps(json.loads(record({"year": 1})), indent=2)
    found = list(read_json(f"[\n{good},\n\n  {bad}, {bad},\n{good}\n]", "x.json"))
    lines = good.count("\n") + 1
    assert [fault.line for fault in found if isinstance(fault, Fault)] == [lines + 3, 2 * lines + 3]
    assert sum(isinstance(draft, Draft) for draft in found) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "x.json:1: not valid JSON at line 1, column 1: expecting value"),
        (f"[{record()},\n]", "x.json:2: not valid JSON at line 2, column 1: expecting value"),
        (
            f"[{record()}\n {{",
            "x.json:2: not valid JSON at line 2, column 2: expecting ',' or ']' after a review",
        ),
        (f"[{record()}]\n]", "x.json:2: not valid JSON at line 2, column 1: extra data"),
    ],
)
def test_a_broken_json_file_still_gives_the_records_before_the_break(text: str, message: str) -> None:
    *before, fault = read_json(text, "x.json")
    assert before == [Draft(title="Up")] * text.count("work")
    assert str(fault) == message


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
WORK_KEYS = st.sampled_from(sorted([*FULL["work"], "yaer", ""]))
REVIEW_KEYS = st.sampled_from(sorted([*FULL["review"], "scores", "work"]))
RECORDS = VALUES | st.fixed_dictionaries(
    {
        "work": st.fixed_dictionaries({"title": st.text()}) | st.dictionaries(WORK_KEYS, VALUES) | VALUES,
        "review": st.dictionaries(REVIEW_KEYS, VALUES) | VALUES,
    }
)


@given(st.lists(RECORDS.filter(lambda value: not isinstance(value, list)), max_size=4))
def test_each_record_gives_one_clean_draft_or_its_faults(records: list[Any]) -> None:
    found = list(read_jsonl("\n".join(map(json.dumps, records)), "x.jsonl"))
    drafts = [each for each in found if isinstance(each, Draft)]
    faults = [each for each in found if isinstance(each, Fault)]
    assert len(drafts) + len({fault.line for fault in faults}) == len(records)
    assert all(draft.title and draft.title == " ".join(draft.title.split()) for draft in drafts)
    for text in [*(draft.title for draft in drafts), *map(str, faults)]:
        assert not {"Cc", "Cs"} & set(map(unicodedata.category, text))


@given(st.text(alphabet='[]{}:,"\\ \nworktile0', max_size=40))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    for found in [*read_json(text, "x"), *read_jsonl(text, "x")]:
        assert isinstance(found, Fault)
        assert 1 <= found.line <= text.count("\n") + 1


def test_the_schema_names_every_field_and_refuses_others() -> None:
    parts = schema()["$defs"]
    assert set(parts["WorkPart"]["properties"]) == set(FULL["work"])
    assert set(parts["ReviewPart"]["properties"]) == set(FULL["review"])
    assert all(part["additionalProperties"] is False for part in (schema(), *parts.values()))
    assert all("description" in field for part in parts.values() for field in part["properties"].values())
