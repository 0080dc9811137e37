"""Broken tables, posts and assistants' answers: laws that hold whatever stands in them."""

import csv
import io
import json
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.feeds.bulk import read_table
from bot.feeds.faults import Fault
from bot.feeds.pages import NotAReview, read_post
from bot.feeds.pages.front_matter import split_post
from bot.rules.assisting import UnusableAnswer, assisted, read_answer
from bot.rules.drafts import SURE
from tests.feeds.assistants import GOOD, draft
from tests.feeds.hostile.kinds import mistakes
from tests.feeds.pages.markup import BODY, known

CELL = st.text(max_size=30) | st.sampled_from(
    ["4/5", "2019", "2023-10-06", "film", "watch", "https://a.example/x", "a; b"]
)
COLUMNS = st.lists(
    st.sampled_from(["title", "kind", "year", "season", "score", "verdict", "summary", "url", "cast"]),
    min_size=1, max_size=6, unique=True,
)  # fmt: skip
KEYS = st.sampled_from(
    ["title", "film", "year", "rating", "rating_max", "stars", "grade", "cast", "date", "tags"]
)
SCALARS = (
    st.text(max_size=20) | st.integers() | st.sampled_from(["4/5", "Harbour Lights", "2019-10-06", "[a, b]"])
)
ANSWERS = st.dictionaries(
    st.sampled_from([*GOOD, "score", "year", "genres", "pros", "author", "other"]),
    st.none() | st.integers() | st.text(max_size=40) | st.lists(st.text(max_size=20), max_size=4)
    | st.sampled_from([*(each for each in GOOD.values() if each), "9.1/10", "Marit Oyen", "watch", "Drama"]),
    max_size=6,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    columns=COLUMNS,
    rows=st.lists(st.lists(CELL, max_size=7), max_size=5),
    mark=st.sampled_from([",", ";", "\t"]),
)
def test_no_row_of_a_table_is_lost_or_read_twice(
    columns: list[str], rows: list[list[str]], mark: str
) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=mark).writerows([columns, *rows])
    found = list(read_table(text.getvalue(), "a.csv", known))
    assert found == list(read_table(text.getvalue(), "a.csv", known))
    assert sum(not isinstance(each, Fault) for each in found) <= len(rows)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    matter=st.dictionaries(KEYS, SCALARS, max_size=6),
    fence=st.sampled_from(["---", "+++"]),
    broken=st.text(max_size=9),
)
def test_any_front_matter_gives_a_post_without_mistakes(
    matter: dict[str, object], fence: str, broken: str
) -> None:
    sign = ": " if fence == "---" else " = "
    lines = [f"{key}{sign}{value}" for key, value in matter.items()]
    text = "\n".join([fence, *lines, broken, fence, "", *BODY])
    assert all(key == key.lower() for key in split_post(text).keys)
    with suppress(NotAReview):
        read = read_post(text, known)
        assert list(mistakes(read)) == []
        assert read == read_post(text, known)


@settings(max_examples=150, deadline=None)
@given(said=ANSWERS, before=st.text(max_size=20), behind=st.text(max_size=20))
def test_whatever_an_assistant_says_adds_only_doubtful_fields(
    said: dict[str, object], before: str, behind: str
) -> None:
    plain = draft()
    with suppress(UnusableAnswer):
        completed = assisted(plain, read_answer(before + json.dumps(said) + behind))
        assert list(mistakes(completed)) == []
        assert len(completed.summary.split()) <= 60
        fresh = {field for field, rests in completed.evidence.items() if rests != plain.evidence.get(field)}
        assert all(completed.evidence[field].sure < SURE for field in fresh)
        assert (completed.title, completed.text) == (plain.title, plain.text)


@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet='{}[]":,\\ azyearnul19`\n', max_size=80))
def test_any_text_is_an_answer_or_unusable(text: str) -> None:
    with suppress(UnusableAnswer):
        read_answer(text)
