"""Which entries are news: none twice, none lost; and when a feed is read again."""

from dataclasses import dataclass, field, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.syndication.deciding import (
    LONGEST_PERIOD,
    LONGEST_REST,
    MOVE_SECONDS,
    SHORTEST_PERIOD,
    has_moved,
    news,
    next_page_try,
    next_reading,
    next_try,
    period_after,
    trust_after,
)
from bot.feeds.syndication.entry import Entry, told_apart
from storage.entries import Known, Seen
from storage.feeds import Feed

WORDS = (
    "a night in a small town with twenty words of praise for the quiet film that nobody else has seen " * 2
)


NEW = "https://example.org/new"
FEED = Feed(1, "http://example.org/feed", trust="publish")


@dataclass
class Books:
    """What a store would know of a feed after each of its readings."""

    known: dict[str, Known] = field(default_factory=dict)
    taken: list[Seen] = field(default_factory=list)
    readings: int = 0
    followed_at: int = 0

    def read(self, *entries: Entry) -> list[str]:
        """Names of what is to be taken in."""
        document = told_apart(entries)
        known = list(self.known.values())
        noted = news(document, known, first=not self.readings, followed_at=self.followed_at)
        self.readings += 1
        for seen in noted:
            fate = "draft" if seen.fate == "waiting" else seen.fate
            source = seen.source or (f"source {seen.name}" if fate == "draft" else "")
            self.known[seen.name] = Known(seen.name, seen.digest, fate, source)
        fresh = [seen for seen in noted if seen.fate == "waiting"]
        self.taken += fresh
        return [seen.name for seen in fresh]


def post(number: int, edition: int = 0, published: int = 0) -> Entry:
    return Entry(f"id-{number}", f"Film {number}", content=f"{WORDS} {number} {edition}", published=published)


numbers = st.integers(0, 12)
windows = st.lists(st.lists(st.tuples(numbers, st.integers(0, 2), st.integers(0, 9)), max_size=8), max_size=8)


@given(windows)
def test_no_entry_is_taken_twice_and_none_is_lost_whatever_a_feed_shows(
    shown: list[list[tuple[int, int, int]]],
) -> None:
    books = Books()
    seen: set[int] = set()
    archive: set[int] = set()
    for reading, window in enumerate(shown):
        entries = list({number: post(number, edition, date) for number, edition, date in window}.values())
        books.read(*entries)
        present = {number for number, _, _ in window}
        archive |= present if reading == 0 else set()
        seen |= present
    taken = {each.name for each in books.taken}
    assert taken == {f"id-{number}" for number in seen - archive}
    told = [(each.name, each.digest) for each in books.taken]
    for before, after in pairwise(told):
        assert before != after


@given(windows.filter(bool))
def test_a_reading_read_again_brings_nothing(shown: list[list[tuple[int, int, int]]]) -> None:
    books = Books()
    for window in shown:
        entries = [post(*each) for each in window]
        books.read(*entries)
        assert books.read(*entries) == []


@given(st.lists(numbers, max_size=9))
def test_a_first_reading_takes_none(window: list[int]) -> None:
    assert Books().read(*map(post, window)) == []


def test_the_oldest_is_taken_first() -> None:
    books = Books()
    books.read()
    assert books.read(post(3), post(2), post(1)) == ["id-1", "id-2", "id-3"]


def test_other_dates_and_tags_are_no_news() -> None:
    books = Books()
    books.read()
    books.read(post(1))
    tagged = replace(post(1), content=post(1).content.replace("film", "<b>film</b> "), published=77)
    assert books.read(tagged) == []


@pytest.mark.parametrize(
    ("date", "taken"),
    [
        (20, []),  # it stood below the others before the feed was followed
        (31, ["id-1"]),  # dated back, among those that are known
        (60, ["id-1"]),
        (None, ["id-1"]),
    ],
)
def test_when_one_goes_the_older_one_that_comes_up_is_no_news(date: int | None, taken: list[str]) -> None:
    books = Books(followed_at=50)
    shown = [post(each, published=10 * each) for each in (4, 3)]
    books.read(*shown)
    assert books.read(shown[1], replace(post(1), published=date)) == taken


def test_a_review_of_yesterday_is_news_though_all_others_were_dated_anew() -> None:
    books = Books(followed_at=50)
    books.read(post(1, published=10))
    assert books.read(post(1, published=90), post(2, published=80)) == ["id-2"]


def test_another_name_for_the_same_words_keeps_its_review() -> None:
    books = Books()
    books.read()
    books.read(post(1))
    assert books.read(replace(post(1), name="https://example.org/1")) == []
    assert books.known["https://example.org/1"].source == "source id-1"


def test_short_entries_with_the_same_words_are_different_ones() -> None:
    books = Books()
    books.read()
    assert books.read(Entry("a", "Review"), Entry("b", "Review")) == ["b", "a"]


def test_entries_that_share_a_name_are_told_apart_and_lose_no_one() -> None:
    books = Books()
    books.read()
    twins = [replace(post(each), name="same", link=f"https://example.org/{each}") for each in (1, 2)]
    assert len(books.read(*twins)) == 2
    assert books.read(*reversed(twins)) == []


def test_a_link_that_several_share_leads_to_none_of_them() -> None:
    home = "https://example.org/blog"
    found = told_apart([replace(post(each), link=home) for each in (1, 2)])
    assert [entry.link for entry in found] == ["", ""]
    assert told_apart([replace(post(1), link="https://example.org/")])[0].link == ""


@given(st.lists(st.booleans(), max_size=200), st.integers(1, 10**7))
def test_a_feed_is_read_between_every_five_minutes_and_once_a_day(changes: list[bool], period: int) -> None:
    for changed in changes:
        period = period_after(period, changed)
        assert SHORTEST_PERIOD <= period <= LONGEST_PERIOD


@given(st.integers(300, 86_400), st.integers(1, 50), st.floats(0, 10**9), st.floats(0, 1))
def test_nobody_is_asked_earlier_than_they_want(
    period: int, failures: int, asked: float, dice: float
) -> None:
    for due in (next_reading(0, period, asked, dice), next_try(0, period, failures, asked, dice)):
        assert due >= min(asked, LONGEST_REST)
        assert due >= 0.9 * period
        assert due <= max(LONGEST_REST, 1.1 * LONGEST_PERIOD) + 1


@given(st.integers(300, 86_400), st.integers(1, 49))
def test_each_failure_waits_at_least_as_long_as_the_one_before(period: int, failures: int) -> None:
    assert next_try(0, period, failures, 0, 0.5) <= next_try(0, period, failures + 1, 0, 0.5)


@pytest.mark.parametrize(
    ("told", "for_seconds", "moves"),
    [(NEW, MOVE_SECONDS, True), (NEW, MOVE_SECONDS - 1, False), ("https://example.net/", MOVE_SECONDS, False),
     ("", MOVE_SECONDS, False)],
)  # fmt: skip
def test_a_feed_moves_where_it_has_said_for_a_day_that_it_lives(
    told: str, for_seconds: int, moves: bool
) -> None:
    assert has_moved(replace(FEED, moved_to=NEW, moved_at=5), told, 5 + for_seconds) == moves
    assert not has_moved(replace(FEED, moved_to="", moved_at=0), "", for_seconds)


@pytest.mark.parametrize(
    ("address", "trust"),
    [(NEW, "publish"), ("https://www.example.org/feed", "publish"),
     ("https://example.org.evil.net/", "draft"), ("https://feeds.example.org/feed", "draft")],
)  # fmt: skip
def test_trust_stays_with_the_site(address: str, trust: str) -> None:
    assert trust_after(FEED, address) == trust


def test_a_page_is_tried_five_times() -> None:
    assert [next_page_try(0, tries, 0) for tries in range(1, 6)] == [600, 1200, 2400, 4800, None]
