"""An editor names a web address and sees what was read there: /import, on both platforms."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial

import pytest
from aiohttp import web

from bot.commands import Desk
from bot.commands.importing import COMMAND
from bot.dispatch import answer
from bot.importing import DRAFT, SAME, bring
from storage import Account
from tests.desks import request
from tests.feeds.fetching.sites import Site, fetching, site
from tests.feeds.test_online import PAGE
from tests.journeys.conftest import on_telegram_with_mia
from tests.journeys.stage import Stage
from tests.journeys.telegram_stage import TelegramStage


@pytest.fixture
async def films() -> AsyncIterator[Site]:
    """A site with one review, which stands at a slow address too: that one waits to be let go."""

    async def pages(asked: web.Request) -> web.Response:
        if asked.path == "/slow":
            await opened.let_go.wait()
        found = asked.path in ("/nightcap", "/slow")
        return web.Response(text=PAGE, content_type="text/html") if found else web.Response(status=404)

    async with site(pages) as opened:
        yield opened


@pytest.fixture
async def desk(desk: Desk, films: Site) -> AsyncIterator[Desk]:
    """The desk of a program that may read that site."""
    async with fetching(films) as fetch:
        yield replace(desk, bring=partial(bring, desk, fetch))


async def test_an_editor_sees_the_draft_as_it_would_be_and_publishes_it(staffed: Stage, films: Site) -> None:
    await staffed.bob.asks(staffed.bob.private, "/subscribe everything")
    shown = await staffed.mia.asks(staffed.mia.private, f"/import {films.url('/nightcap')}")
    assert shown.text.startswith(DRAFT)
    assert "Nightcap (2021)" in shown.text
    assert "Editors: 4" in shown.text
    assert "Draft, revision 1." in shown.text
    assert shown.has("✅ Publish")
    assert await staffed.owed() == []
    assert "No review of it yet" in (await staffed.ann.asks(staffed.group, "/review nightcap")).text
    again = await staffed.mia.asks(staffed.mia.private, f"/import {films.url('/nightcap')}")
    assert again.text.startswith(SAME)
    await staffed.mia.presses(again, "✅ Publish")
    assert "No review of it yet" not in (await staffed.ann.asks(staffed.group, "/review nightcap")).text
    once_more = await staffed.mia.asks(staffed.mia.private, f"/import {films.url('/nightcap')}")
    assert once_more.text.startswith("It is here already, published;")
    assert once_more.has("⛔ Retract")


async def test_in_a_group_only_the_editor_sees_it_where_that_is_possible(staffed: Stage, films: Site) -> None:
    shown = await staffed.mia.asks(staffed.group, f"/import {films.url('/nightcap')}")
    assert shown.private == staffed.whispers


async def test_a_member_is_told_that_it_is_for_editors_and_nothing_is_fetched(
    staffed: Stage, films: Site
) -> None:
    shown = await staffed.ann.asks(staffed.ann.private, f"/import {films.url('/nightcap')}")
    assert shown.text.startswith("That is for this community's editors.")
    assert films.seen == []


@pytest.mark.parametrize("staffed", [on_telegram_with_mia], indirect=True)
async def test_while_a_page_is_slow_telegram_shows_that_an_answer_comes(staffed: Stage, films: Site) -> None:
    assert isinstance(staffed, TelegramStage)
    world = staffed.world
    asking = asyncio.create_task(staffed.mia.asks(staffed.mia.private, f"/import {films.url('/slow')}"))
    await world.wait_for(lambda: bool(world.called("sendChatAction")), awaited="typing")
    assert not asking.done()
    films.let_go.set()
    assert (await asking).text.startswith(DRAFT)


async def test_what_cannot_be_read_is_said_in_a_sentence(staffed: Stage, films: Site) -> None:
    shown = await staffed.mia.asks(staffed.mia.private, f"/import {films.url('/gone')}")
    assert shown.text.startswith("films.example has no such page (404);")
    shown = await staffed.mia.asks(staffed.mia.private, "/import http://169.254.169.254/latest/meta-data")
    assert "private network" in shown.text


async def test_where_nothing_is_read_from_the_web_the_command_line_is_named(desk: Desk) -> None:
    mia = Account("discord", 7)
    apart = replace(desk, editors=frozenset({mia}), bring=None)
    said = str(await answer(apart, COMMAND, request(who=mia), "https://films.example/"))
    assert "python -m bot import" in said
    assert "Which page?" in str(await answer(apart, COMMAND, request(who=mia), ""))
