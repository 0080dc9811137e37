"""The log: lines for people or JSON for machines, no secret in either, and no words of errors that may repeat
what somebody typed."""

import json
import logging
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

from bot.logs import Discreet, JsonLines

TELEGRAM = "123456789:AAbbCC-ddEEffGG_hhIIjj"
DISCORD = "MTIzNDU2Nzg5.Gabcde.secret-part-of-it"
SECRETS = (TELEGRAM, DISCORD, "")
ROOT = Path(__file__).parent.parent
FORMS = [Discreet, JsonLines]


def written(form: type[Discreet], text: str, *arguments: object, error: BaseException | None = None) -> str:
    record = logging.LogRecord("bot.some", logging.WARNING, "some.py", 7, text, arguments, None)
    if error is not None:
        record.exc_info = (type(error), error, error.__traceback__)
    return form(SECRETS).format(record)


def caught(error: Exception, cause: Exception | None = None) -> Exception:
    """The error as it is after it was raised somewhere."""
    try:
        raise error from cause  # noqa: TRY301 - a traceback is wanted
    except Exception as raised:  # noqa: BLE001 - it is what this is about
        return raised


def said(line: str) -> dict[str, Any]:
    value = json.loads(line)
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "shown",
    [str, quote, quote_plus, lambda token: quote(token, safe=""), lambda t: quote_plus(t).lower(), repr],
)
@pytest.mark.parametrize("token", [TELEGRAM, DISCORD])
def test_a_token_is_blotted_out_in_every_writing(form: type[Discreet], shown: Any, token: str) -> None:
    line = written(form, "no answer from %s", f"https://api.example.org/bot{shown(token)}/getMe")
    assert shown(token).strip("'") not in line
    assert "https://api.example.org/bot" in line
    assert "***" in line


@pytest.mark.parametrize("form", FORMS)
def test_an_error_that_is_its_own_cause_is_told_once(form: type[Discreet]) -> None:
    error = OSError("the disk is gone")
    assert written(form, "oh", error=caught(error, error)).count("the disk is gone") == 1


@pytest.mark.parametrize("form", FORMS)
def test_the_secret_half_of_a_token_is_blotted_out_alone_too(form: type[Discreet]) -> None:
    assert "AAbbCC" not in written(form, "what is AAbbCC-ddEEffGG_hhIIjj?")


@pytest.mark.parametrize("form", FORMS)
def test_a_token_in_an_errors_words_is_blotted_out(form: type[Discreet]) -> None:
    line = written(form, "away", error=caught(OSError(f"cannot reach {quote(TELEGRAM, safe='')}")))
    assert "OSError: cannot reach ***" in line
    assert "AAbbCC" not in line


@pytest.mark.parametrize("form", FORMS)
def test_the_ticket_of_an_interaction_is_blotted_out(form: type[Discreet]) -> None:
    url = "https://discord.com/api/v10/webhooks/4000001/aW50ZXJhY3Rpb246MTIzNDU2Nzg5/messages/@original"
    line = written(form, "We are being rate limited. PATCH %s responded with 429.", url)
    assert "/webhooks/4000001/***/messages/@original" in line


@pytest.mark.parametrize("form", FORMS)
def test_a_traceback_shows_lines_and_kinds_but_not_the_words_that_somebody_typed(
    form: type[Discreet],
) -> None:
    first = caught(ValueError("invalid literal for int(): 'what somebody typed'"))
    line = written(form, "odd", error=caught(KeyError("what somebody typed"), first))
    for kept in ("ValueError", "which led to", "KeyError", "test_logs.py", "raise error from cause"):
        assert kept in line
    assert "somebody" not in line


@pytest.mark.parametrize("form", FORMS)
def test_a_group_of_errors_shows_every_one(form: type[Discreet]) -> None:
    group = ExceptionGroup("two", [caught(TypeError("no such argument")), caught(ValueError("typed"))])
    line = written(form, "odd", error=caught(group))
    assert "TypeError: no such argument" in line
    assert "ValueError" in line
    assert "typed" not in line


def test_a_json_line_has_time_level_logger_and_message() -> None:
    line = said(written(JsonLines, "%d of “%s”\nand more", 3, "x"))
    assert datetime.fromisoformat(line.pop("time")).utcoffset() == timedelta(0)
    assert line == {"level": "WARNING", "logger": "bot.some", "message": "3 of “x”\nand more"}


def test_a_json_line_stays_one_line_and_names_its_incident() -> None:
    record = logging.LogRecord("bot", logging.ERROR, "x.py", 1, "incident abc123: /review", (), None)
    record.incident = "abc123"
    error = caught(TypeError("odd\nthing"))
    record.exc_info = (type(error), error, error.__traceback__)
    line = JsonLines().format(record)
    assert "\n" not in line
    assert said(line)["incident"] == "abc123"
    assert said(line)["traceback"].endswith("TypeError: odd\nthing")


@pytest.mark.parametrize(
    ("form", "terminal", "json_lines"),
    [("auto", True, False), ("auto", False, True), ("text", False, False), ("json", True, True)],
)
def test_a_terminal_shows_lines_for_people_and_everything_else_gets_json(
    form: str, terminal: bool, json_lines: bool
) -> None:
    reader, writer = os.openpty() if terminal else os.pipe()
    program = (
        f"from bot.logs import set_up; set_up('INFO', (), {form!r}); import logging; logging.warning('x')"
    )
    subprocess.run([sys.executable, "-c", program], stderr=writer, cwd=ROOT, check=True)
    os.close(writer)
    with os.fdopen(reader, "rb", buffering=0) as stream:
        line = stream.read(4096).decode()
    assert line.startswith("{") == json_lines
    assert ("WARNING root: x" in line) != json_lines
