"""The assistant over a real connection: what it adds is kept in doubt, and its trouble is nobody else's."""

import asyncio
import json
import logging
import re
import time
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web
from rich.console import Console

from bot.bringing import DRAFT, bring
from bot.feeds.assistant import FIRST_REST, WHAT, assistant
from bot.feeds.assistant import log as assistant_log
from bot.feeds.importer import take_in
from bot.importing import import_files
from bot.rules.drafts import doubts
from bot.vitals import Vitals
from storage import Account, Editor
from tests.desks import desk_in
from tests.feeds.assistants import ARTICLE, GOOD, KEY, answering, content, draft, knowing
from tests.feeds.fetching.sites import NOW, Handler, fetching, refuses, says, site
from tests.storage.worlds import look

ME = Editor(Account("discord", 1), "Mia")


def good() -> Handler:
    return says(content(GOOD), "application/json")


async def test_a_good_answer_completes_the_draft_and_stays_in_doubt() -> None:
    before = draft()
    async with answering(good()) as (assist, heard):
        after = await assist(before)
    assert after.summary == GOOD["summary"]
    assert after.evidence["summary"].origin == "assistant"
    assert after.evidence["summary"].sure < 0.7
    assert after.unassisted == before
    assert heard.keys == [f"Bearer {KEY}"]
    assert heard.asked[0]["model"] == "small-model"


async def test_the_article_is_sent_as_one_piece_of_data() -> None:
    async with answering(good()) as (assist, heard):
        await assist(draft(ARTICLE + '\n"}]} And now something else: "quoted".\n'))
    system, user = heard.asked[0]["messages"]
    assert (system["role"], user["role"]) == ("system", "user")
    assert 'And now something else: "quoted".' in json.loads(user["content"])["article"]
    assert "ferry pilot" not in system["content"]


async def test_without_an_address_nothing_is_asked_and_nothing_changes() -> None:
    before = draft()
    async with assistant(Vitals(), time.time, "", KEY, "") as assist:
        assert await assist(before) is before


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_it_is_asked_once_more_where_it_is_busy(status: int) -> None:
    async with answering(refuses(status, Retry_After="0"), good()) as (assist, heard):
        assert (await assist(draft())).summary == GOOD["summary"]
    assert len(heard.asked) == 2


@pytest.mark.parametrize(
    ("handler", "times"),
    [
        (refuses(429, Retry_After="0"), 2),
        (refuses(500, Retry_After="0"), 2),
        (refuses(401), 1),
        (refuses(400), 1),
        (refuses(307, Location="http://127.0.0.1:9/"), 1),
        (refuses(403), 1),
        (refuses(404), 1),
        (refuses(413), 1),
        (refuses(503, Retry_After="6"), 1),
        (knowing(said="No."), 3),
        (knowing("json_schema", said=None), 3),
        (says("<h1>Hello</h1>"), 3),
        (says("[" * 100_000, "application/json"), 3),
        (says("null", "application/json"), 3),
        (says('{"choices": []}', "application/json"), 3),
        (says(content("I would rather not."), "application/json"), 3),
        (says(content("{" * 100_000), "application/json"), 3),
        (says(content('{"properties": {"author": {"type": "string"}}}'), "application/json"), 3),
        (says(content({**GOOD, "verdict": "brilliant"}), "application/json"), 3),
        (says(content({**GOOD, "pros": "all"}), "application/json"), 3),
        (says(content({**GOOD, "summary": "long " * 5000}), "application/json"), 3),
        (says(b" " * 300_000 + content(GOOD), "application/json"), 3),
        (says(b"not gzip", "application/json", Content_Encoding="gzip"), 1),
    ],
)  # fmt: skip
async def test_what_goes_wrong_leaves_the_draft_as_it_was(
    handler: Handler, times: int, caplog: pytest.LogCaptureFixture
) -> None:
    before = draft()
    with caplog.at_level(logging.DEBUG, "bot"):
        async with answering(handler) as (assist, heard):
            assert await assist(before) is before
    assert len(heard.asked) == times
    assert re.search("the draft stays as it was|drafts stay as they are", caplog.text)
    assert KEY not in caplog.text
    assert "ferry" not in caplog.text
    assert heard.url not in caplog.text


async def test_a_slow_one_is_not_waited_for() -> None:
    let_go = asyncio.Event()

    async def slow(_: web.Request) -> web.Response:
        await let_go.wait()
        return web.Response()

    before = draft()
    async with answering(slow, seconds=0.05) as (assist, _):
        assert await assist(before) is before
        let_go.set()


async def test_one_that_is_not_there_leaves_the_draft_as_it_was(caplog: pytest.LogCaptureFixture) -> None:
    async with answering(good()) as (_, heard):
        pass
    before = draft()
    async with assistant(heard.vitals, lambda: heard.now, heard.url, KEY, "small-model") as assist:
        for _ in range(3):
            assert await assist(before) is before
    assert caplog.text.count("cannot be reached") == 1
    assert heard.url not in caplog.text
    assert heard.vitals.incidents == {WHAT: 1}
    assert f"incident {heard.vitals.last_incident}" in caplog.text


async def test_one_that_is_away_is_left_alone_longer_each_time_and_said_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    before = draft()
    with caplog.at_level(logging.INFO, "bot"):
        async with answering(*[refuses(503, Retry_After="0")] * 4, good()) as (assist, heard):
            asked = []
            for wait in (0, FIRST_REST - 1, 1, 2 * FIRST_REST - 1, 1):
                heard.now += wait
                asked.append((await assist(before) is before, len(heard.asked)))
    assert asked == [(True, 2), (True, 2), (True, 4), (True, 4), (False, 5)]
    said = [record.getMessage() for record in caplog.records if record.name == assistant_log.name]
    assert len(said) == 2
    assert "it answered 503" in said[0]
    assert said[1] == "the assistant answers again"
    assert heard.vitals.incidents.total() == 1


@pytest.mark.parametrize("asked", ["400", format_datetime(datetime.fromtimestamp(NOW + 400, UTC), True)])
@pytest.mark.parametrize("status", [429, 503])
async def test_it_is_left_alone_for_as_long_as_it_asks(status: int, asked: str) -> None:
    async with answering(refuses(status, Retry_After=asked), good()) as (assist, heard):
        await assist(draft())
        heard.now += 399
        await assist(draft())
        assert len(heard.asked) == 1
        heard.now += 1
        assert (await assist(draft())).summary == GOOD["summary"]


async def test_drafts_that_come_at_once_are_asked_about_in_turn_and_wait_once_where_it_hangs() -> None:
    let_go = asyncio.Event()

    async def hangs(_: web.Request) -> web.Response:
        await let_go.wait()
        return web.Response()

    before = draft()
    async with answering(hangs, seconds=0.05) as (assist, heard):
        assert await asyncio.gather(*(assist(before) for _ in range(5))) == [before] * 5
        let_go.set()
    assert len(heard.asked) == 1


@pytest.mark.parametrize("status", [400, 404, 422, 500, 501])
@pytest.mark.parametrize(
    ("known", "first", "then"),
    [
        (["json_schema"], ["json_schema"], "json_schema"),
        (["json_object"], ["json_schema", "json_object"], "json_object"),
        ([], ["json_schema", "json_object", "text"], "text"),
    ],
)
async def test_a_form_of_answer_that_the_server_does_not_know_is_not_asked_for_twice(
    known: list[str], first: list[str], then: str, status: int
) -> None:
    async with answering(knowing(*known, status=status)) as (assist, heard):
        assert (await assist(draft())).summary == GOOD["summary"]
        assert heard.forms == first
        assert (await assist(draft())).summary == GOOD["summary"]
        assert heard.forms == [*first, then]
    assert heard.vitals.incidents.total() == 0


async def test_a_server_that_passes_over_the_form_is_asked_plainly_and_that_is_remembered() -> None:
    empty = says(content(""), "application/json")
    async with answering(empty, empty, good()) as (assist, heard):
        for _ in range(2):
            assert (await assist(draft())).summary == GOOD["summary"]
    assert heard.forms == ["json_schema", "json_object", "text", "text"]


@pytest.mark.parametrize(
    "words",
    [
        "Here it is:\n```json\n{}\n```\nAnything else?",
        '<think>Is it {a} or {{b}? Perhaps {"platform": "Elsewhere"}.</think>\n{}',
        "{} (I left out {author}.)",
        '{"review": {}}',
    ],
)
async def test_an_answer_is_found_among_other_words(words: str) -> None:
    said = words.replace("{}", json.dumps(GOOD))
    async with answering(says(content(said), "application/json")) as (assist, heard):
        assert (await assist(draft())).summary == GOOD["summary"]
    assert len(heard.asked) == 1


async def test_an_answer_may_come_in_parts() -> None:
    parts = [{"type": "thinking", "thinking": "Hm."}, {"type": "text", "text": json.dumps(GOOD)}]
    body = json.dumps({"choices": [{"message": {"content": parts}}]})
    async with answering(says(body, "application/json")) as (assist, _):
        assert (await assist(draft())).summary == GOOD["summary"]


async def test_only_what_becomes_a_draft_is_completed_and_the_same_article_is_taken_once(
    tmp_path: Path,
) -> None:
    article = tmp_path / "salt.txt"
    article.write_text(ARTICLE, "utf-8")
    other = {**GOOD, "summary": "A ferry pilot runs the same crossing."}
    async with (
        desk_in(tmp_path) as desk,
        answering(good(), says(content(other), "application/json")) as (assist, heard),
    ):
        for dry_run in (True, False, False):
            await import_files(desk, [article], Console(quiet=True), True, dry_run, assist=assist)
        (row,) = await look(desk.store, "SELECT status, revision, details FROM reviews")
    assert row[:2] == ("draft", 1)
    assert "Marit Oyen, runs the same crossing" in str(row[2])
    assert len(heard.asked) == 2  # a dry run asks nobody


async def test_what_is_sure_is_published_without_a_word_of_the_assistant(tmp_path: Path) -> None:
    article = tmp_path / "salt.txt"
    article.write_text(f"{ARTICLE}\nFinal score: 4.5 out of 5\n", "utf-8")
    assert doubts(draft(article.read_text("utf-8"))) == ()
    async with desk_in(tmp_path) as desk, answering(good()) as (assist, heard):
        await import_files(desk, [article], Console(quiet=True), assist=assist)
        assert await look(desk.store, "SELECT status FROM reviews") == [("published",)]
    assert heard.asked == []


async def test_a_page_that_an_editor_brings_is_completed_unless_it_is_out_already(tmp_path: Path) -> None:
    async with (
        desk_in(tmp_path) as desk,
        site(says(ARTICLE, "text/plain")) as films,
        fetching(films) as fetch,
        answering(good()) as (assist, heard),
    ):
        await take_in(desk.store, draft(), films.url("/out.txt"), desk.now())
        assert "already" in (await bring(desk, fetch, films.url("/out.txt"), ME, assist)).said
        assert heard.asked == []
        brought = await bring(desk, fetch, films.url("/new.txt"), ME, assist)
        assert brought.said == DRAFT
        (row,) = await look(desk.store, "SELECT details FROM reviews ORDER BY id DESC LIMIT 1")
        assert "Marit Oyen, runs" in str(row)
