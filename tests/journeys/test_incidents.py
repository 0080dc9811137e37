"""A command fails in the middle of things: the number that the user sees is the one in the log."""

import logging
import re

import pytest

from storage.engine import Unit
from tests.journeys.stage import Stage

INCIDENT = re.compile(r"incident ([0-9a-f]{6})")


def break_the_store() -> Unit[None]:
    """What no command counts with: a table is gone."""
    yield "DROP TABLE tallies", ()


async def test_the_user_and_the_log_have_the_same_number(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.expected.append("incident")
    await stage.desk.store.write(break_the_store)
    shown = await stage.ann.asks(stage.ann.private, "/review gone girl")
    seen = INCIDENT.search(shown.text)
    assert seen, shown.text
    (record,) = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert record.getMessage() == f"incident {seen[1]}: /review"
    assert record.__dict__["incident"] == seen[1] == stage.desk.vitals.last_incident
    assert "gone girl" not in caplog.text.lower()
