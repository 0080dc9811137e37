"""What the doctor finds about an assistant: a real server on this machine, each fault once."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.config import Settings
from bot.doctor import examine
from bot.doctor.assistant import check_up
from bot.findings import Finding, well
from tests.doctor.findings import amiss, mend
from tests.feeds.assistants import KEY, Answers, content, knowing
from tests.feeds.fetching.sites import Handler, refuses, says, site, wire

MODELS = {"data": [{"id": name} for name in ("small-model", "large-model")]}
GOOD = says(content({"audience": None}), "application/json")


def offering(asked: Handler, models: Handler | None = None) -> Handler:
    """A server with a list of models, and what it answers to a question."""
    models = models or says(json.dumps(MODELS), "application/json")

    async def answer(request: web.Request) -> web.StreamResponse:
        lists = request.method == "GET" and request.path == "/v1/models"
        return await (models if lists else asked)(request)

    return answer


async def examined(handler: Handler, model: str = "small-model", seconds: float = 10) -> list[Finding]:
    async with site(handler) as there:
        url = f"http://127.0.0.1:{there.port}/v1"
        return await check_up(url, KEY, model, seconds, time.time)


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (["json_schema"], "in JSON of the form asked for"),
        (["json_object"], "in JSON"),
        ([], "in plain words"),
    ],
)
async def test_one_that_is_well_is_told_with_the_form_of_its_answers(known: list[str], told: str) -> None:
    findings = await examined(knowing(*known, said={"platform": None}))
    assert amiss(findings) == []
    assert [each.found for each in findings] == [f"small-model answers as it should, {told}"]


async def test_it_is_sent_a_made_up_review_and_the_key() -> None:
    heard = Answers()

    async def asked(request: web.Request) -> web.StreamResponse:
        heard.asked.append(await request.json())
        heard.keys.append(request.headers["Authorization"])
        return await GOOD(request)

    await examined(asked)
    assert heard.keys == [f"Bearer {KEY}"]
    assert "The Tin Orchard" in heard.asked[0]["messages"][1]["content"]


@pytest.mark.parametrize(
    ("handler", "level", "found", "way"),
    [
        (refuses(401), "trouble", "does not take the key (401)", "ASSISTANT_KEY"),
        (refuses(403), "trouble", "does not take the key (403)", "ASSISTANT_KEY"),
        (refuses(429, Retry_After="60"), "warning", "asks for patience (429)", "balance"),
        (refuses(503, Retry_After="60"), "warning", "it answered 503", "Everything else works"),
        (offering(refuses(404), refuses(404)), "trouble", "no such interface there", "end with /v1"),
        (offering(refuses(404), says("<h1>Hi</h1>")), "trouble", "no such interface there", "ASSISTANT_URL"),
        (refuses(307, Location="/elsewhere"), "trouble", "no such interface there: it answered 307", "/v1"),
        (offering(refuses(400)), "trouble", "has a model small-model, but", "not be for chats"),
        (says("<h1>Hello</h1>"), "warning", "answers, but not so that it can be used", "another model"),
        (says(content("Hello!")), "warning", "not so that it can be used", "another model"),
    ],
)  # fmt: skip
async def test_what_is_amiss_is_told_with_a_way_to_mend_it(
    handler: Handler, level: str, found: str, way: str
) -> None:
    findings = await examined(handler)
    ((told, subject, said),) = amiss(findings)
    assert (told, subject) == (level, "assistant")
    assert found in said
    assert way in mend(findings)
    assert KEY not in str(findings)


@pytest.mark.parametrize("status", [400, 404])
async def test_a_model_that_it_does_not_have_is_told_with_those_that_it_has(status: int) -> None:
    findings = await examined(offering(refuses(status)), model="huge-model")
    assert amiss(findings) == [("trouble", "assistant", "has no model huge-model")]
    assert mend(findings).endswith("ASSISTANT_MODEL: small-model and large-model.")


async def test_of_very_many_models_the_rest_is_counted() -> None:
    many: dict[str, Any] = {"data": [{"id": f"model-{number}"} for number in range(40)]}
    findings = await examined(offering(refuses(404), says(json.dumps(many), "application/json")))
    assert mend(findings).endswith("model-3 and model-4 and 35 more.")


async def test_one_that_does_not_answer_in_time_is_told() -> None:
    async with wire(b"") as there:
        findings = await check_up(f"http://127.0.0.1:{there.port}/v1", KEY, "small-model", 0.2, time.time)
    ((level, _, found),) = amiss(findings)
    assert (level, found) == ("warning", "did not answer within 0.2 s")


async def test_a_machine_that_is_offline_is_told_that_the_rest_works_without() -> None:
    findings = await check_up("http://127.0.0.1:1/v1", KEY, "small-model", 10, time.time)
    ((level, _, found),) = amiss(findings)
    assert level == "warning"
    assert "cannot be reached" in found
    assert "Everything else works without it." in mend(findings)
    assert well(findings)


async def test_an_assistant_is_looked_at_where_one_is_set_and_only_there(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path}/reviews.db"
    async with site(GOOD) as there:
        set_up: dict[str, Any] = {
            "assistant_url": f"http://127.0.0.1:{there.port}/v1",
            "assistant_model": "m",
        }
        for given, subjects in ((set_up, 1), ({}, 0)):
            settings = Settings(_env_file=None, database_url=store, **given)  # type: ignore[call-arg]
            found = [each.subject for each in await examine(settings)]
            assert found.count("assistant") == subjects
    assert len(there.seen) == 1
