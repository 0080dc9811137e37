"""What the doctor makes of facts about settings, store and clock: pure, each case once."""

from dataclasses import replace
from typing import Any

import pytest

from bot.config import Settings
from bot.doctor.settings import judge_settings
from bot.doctor.store import judge_store
from bot.findings import judge_clock, ok, trouble, warning, well
from storage.checking import StoreFacts
from tests.doctor.findings import amiss

MB = 1_000_000
STORE = StoreFacts(
    "SQLite", "/data/reviews.db", "ours", version=2, newest=2, damage="", size=MB, free=10_000 * MB
)


def settings(**said: Any) -> Settings:
    return Settings(_env_file=None, **said)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("change", "level", "found"),
    [
        ({"standing": "absent", "writable": False}, "trouble", "is not there and cannot be made"),
        (
            {"standing": "absent", "journals": {"-wal": 9}},
            "trouble",
            "is not there, but its journal is (-wal",
        ),
        ({"standing": "strange", "trouble": "it is no database"}, "trouble", "is not the bot's: it is no"),
        ({"standing": "away", "trouble": "disk I/O error"}, "trouble", "cannot be opened: disk I/O error"),
        ({"version": 3}, "trouble", "a newer version of this program wrote it (3; this one knows 2)"),
        ({"version": 1}, "warning", "is of version 1; the next start brings it to 2"),
        ({"damage": "row 1 missing from index"}, "trouble", "is damaged: row 1 missing from index"),
        ({"damage": None}, "warning", "too large to check all of its pages in time"),
        ({"writable": False}, "trouble", "can be read, but not written"),
        ({"journals": {"-journal": 9}}, "warning", "a write was cut off in the middle"),
        ({"free": 499 * MB}, "warning", "499 MB free, the store has 1.0 MB"),
        ({"free": 900 * MB, "size": 460 * MB}, "warning", "900 MB free, the store has 460 MB"),
    ],
)
def test_what_is_amiss_with_a_store_is_told_with_a_way_to_mend_it(
    change: dict[str, Any], level: str, found: str
) -> None:
    findings = judge_store(replace(STORE, **change))
    ((told, _, said),) = amiss(findings)
    assert told == level
    assert said.startswith(found)
    assert all(each.mend for each in findings if each.level != "ok")


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"standing": "absent"},
        {"journals": {"-wal": 40 * MB}},
        {"engine": "PostgreSQL", "damage": None, "free": None, "server": "16.2"},
    ],
)
def test_a_store_that_is_well_has_nothing_to_mend(change: dict[str, Any]) -> None:
    assert amiss(judge_store(replace(STORE, **change))) == []


def test_no_token_is_a_warning_that_says_how_to_get_one() -> None:
    findings = judge_settings(settings())
    assert [level for level, _, _ in amiss(findings)] == ["warning"]
    assert all(word in findings[0].mend for word in ("Reset Token", "@BotFather", "/newbot"))


def test_one_token_is_enough_and_nobody_need_be_editor() -> None:
    findings = judge_settings(settings(telegram_token="123:abc"))
    assert amiss(findings) == []
    assert "abc" not in str(findings)
    assert "2 accounts" in str(judge_settings(settings(editors="discord:1,telegram:2")))


@pytest.mark.parametrize("date", ["", "yesterday", "Thu, 99 Jan 2026 00:00:00 GMT"])
def test_an_answer_without_a_date_says_nothing_of_the_clock(date: str) -> None:
    assert judge_clock("Somewhere", date, 0) == []


@pytest.mark.parametrize(("now", "level"), [(0, "ok"), (30, "ok"), (31, "warning"), (-31, "warning")])
def test_half_a_minute_is_what_a_clock_may_be_wrong(now: float, level: str) -> None:
    (finding,) = judge_clock("Somewhere", "Thu, 01 Jan 1970 00:00:00 GMT", now)
    assert finding.level == level


def test_warnings_leave_a_bot_well_and_trouble_does_not() -> None:
    assert well([ok("a", "b"), warning("a", "b", "c")])
    assert not well([ok("a", "b"), trouble("a", "b", "c")])
