"""The assistant over a real connection: what it adds is kept in doubt, and its trouble is nobody else's."""

import asyncio
import json
import logging
from pathlib import Path

import pytest
from aiohttp import web
from rich.console import Console

from bot.feeds.assistant import assistant
from bot.feeds.importer import take_in
from bot.importing import DRAFT, bring, import_files
from bot.rules.drafts import doubts
from tests.desks import desk_in
from tests.feeds.assistants import ARTICLE, GOOD, KEY, answering, content, draft
from tests.feeds.fetching.sites import Handler, fetching, refuses, says, site
from tests.storage.worlds import look


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
    async with assistant("", KEY, "") as assist:
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
        (says("<h1>Hello</h1>"), 1),
        (says("[" * 100_000, "application/json"), 1),
        (says("null", "application/json"), 1),
        (says('{"choices": []}', "application/json"), 1),
        (says(content("I would rather not."), "application/json"), 1),
        (says(content({**GOOD, "verdict": "brilliant"}), "application/json"), 1),
        (says(content({**GOOD, "pros": "all"}), "application/json"), 1),
        (says(content({**GOOD, "summary": "long " * 5000}), "application/json"), 1),
        (says(b" " * 300_000 + content(GOOD), "application/json"), 1),
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
    assert "the draft stays as it was" in caplog.text
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
    async with assistant(heard.url, KEY, "small-model") as assist:
        assert await assist(before) is before
    assert "cannot be reached" in caplog.text
    assert heard.url not in caplog.text


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
        assert "already" in (await bring(desk, fetch, films.url("/out.txt"), assist)).said
        assert heard.asked == []
        brought = await bring(desk, fetch, films.url("/new.txt"), assist)
        assert brought.said == DRAFT
        (row,) = await look(desk.store, "SELECT details FROM reviews ORDER BY id DESC LIMIT 1")
        assert "Marit Oyen, runs" in str(row)
