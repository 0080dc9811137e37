"""An editor hands over an address, a file or a text and sees what was read: /import, on both platforms."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial

import pytest
from aiohttp import web
from simcord.backend.cdn import CDN_BASE

from bot.bringing import DRAFT, SAME, bring
from bot.commands import Desk
from bot.commands.importing import COMMAND
from bot.dispatch import answer
from bot.standins import telegram as standin
from bot.standins.telegram import Refusal
from storage import Account
from tests.desks import request
from tests.feeds.fetching.sites import Site, fetching, site
from tests.feeds.test_online import ARTICLE, PAGE
from tests.journeys.conftest import on_discord_with_mia, on_telegram_with_mia
from tests.journeys.discord_stage import DiscordStage
from tests.journeys.stage import Message, Stage
from tests.journeys.telegram_stage import TelegramMessage, TelegramStage


@pytest.fixture
def uploads() -> dict[str, bytes]:
    """What people have uploaded, by where it stands."""
    return {}


@pytest.fixture
async def films(uploads: dict[str, bytes]) -> AsyncIterator[Site]:
    """A site with one review, which stands at a slow address too: that one waits to be let go.

    It is also where files stand that people upload.
    """

    async def pages(asked: web.Request) -> web.Response:
        if asked.path == "/slow":
            await opened.let_go.wait()
        if asked.path.startswith("/attachments/"):
            return web.Response(body=uploads.get(f"{CDN_BASE}{asked.path}"))
        found = asked.path in ("/nightcap", "/slow")
        return web.Response(text=PAGE, content_type="text/html") if found else web.Response(status=404)

    async with site(pages) as opened:
        yield opened


@pytest.fixture
async def desk(desk: Desk, films: Site) -> AsyncIterator[Desk]:
    """The desk of a program that may read that site."""
    async with fetching(films) as fetch:
        yield replace(desk, bring=partial(bring, desk, fetch))


@pytest.fixture
async def newsroom(staffed: Stage, films: Site, uploads: dict[str, bytes]) -> Stage:
    """The community with mia as an editor, where what people upload can be downloaded."""
    if isinstance(staffed, DiscordStage):
        staffed.uploads = films.url("", host="cdn.example")
        staffed.env.backend.cdn._blobs = uploads
    return staffed


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


async def test_where_nothing_can_be_handed_over_the_command_line_is_named(desk: Desk) -> None:
    mia = Account("discord", 7)
    apart = replace(desk, editors=frozenset({mia}), bring=None)
    for words in ("https://films.example/", ""):
        assert "python -m bot import" in str(await answer(apart, COMMAND, request(who=mia), words))


@pytest.mark.parametrize("where", ["private", "group", "topic"])
async def test_a_file_becomes_a_draft_wherever_it_is_handed_over(newsroom: Stage, where: str) -> None:
    mia = newsroom.mia
    place = mia.private if where == "private" else getattr(newsroom, where)
    shown = await mia.attaches(place, "nightcap.md", f"---\nrating: 4/5\n---\n{ARTICLE}".encode())
    assert shown.text.startswith(DRAFT)
    assert "Nightcap (2021)" in shown.text
    assert shown.has("✅ Publish")
    assert (where == "private" or newsroom.whispers) == shown.private


async def test_many_reviews_are_counted_and_lie_in_drafts_then(newsroom: Stage) -> None:
    rows = "".join(f"Film {number},{number % 5 + 1}/5\n" for number in range(9))
    table = f"title,score\n{rows}Solo,good\n,4/5\n".encode()
    shown = await newsroom.mia.attaches(newsroom.mia.private, "films.csv", table)
    assert shown.text.startswith("Films.csv: 9 new drafts and 2 refused.")
    assert "Line 11: score: should be a score as it was written" in shown.text
    assert "Line 12: title: is missing" in shown.text
    waiting = (await newsroom.mia.presses(shown, "🗂 All drafts")).replies
    assert "Film 8" in (waiting[0] if waiting else shown).text
    told = (await newsroom.mia.asks(newsroom.mia.private, "/history")).text
    assert "imported films.csv: 9 drafts (Film 0, Film 1, Film 2 and 6 more), 2 refused" in told


async def test_a_table_that_is_wrong_all_over_stays_within_the_platforms_limits(newsroom: Stage) -> None:
    table = "title,score\n" + f"{'x' * 900},{'☃' * 3000}\n" * 500
    shown = await newsroom.mia.attaches(newsroom.mia.private, "n" * 150 + ".csv", table.encode())
    assert "… and 495 more" in shown.text


async def test_a_pasted_text_becomes_a_draft_however_long_it_is(newsroom: Stage) -> None:
    sentence = "The camera waits with the waiters, and nobody is in a hurry to leave that bar. "
    text = f"{ARTICLE.rpartition('Score')[0]}{sentence * 110}\n\nScore: 4 out of 5"
    shown = await newsroom.mia.pastes(newsroom.mia.private, text)
    assert shown.text.startswith(DRAFT)
    assert "Nightcap (2021)" in shown.text
    assert "Editors: 4" in shown.text


async def test_a_picture_is_refused_kindly(newsroom: Stage, films: Site) -> None:
    shown = await newsroom.mia.attaches(newsroom.mia.private, "poster.png", b"\x89PNG\r\n")
    assert shown.text.startswith("That is a picture, and I read only words.")
    assert films.seen == []


async def test_nothing_of_a_members_file_is_downloaded(newsroom: Stage, films: Site) -> None:
    shown = await newsroom.ann.attaches(newsroom.ann.private, "nightcap.txt", ARTICLE.encode())
    assert shown.text.startswith("That is for this community's editors.")
    shown = await newsroom.ann.asks(newsroom.ann.private, "/import")
    assert shown.text.startswith("That is for this community's editors.")
    assert films.seen == []
    if isinstance(newsroom, TelegramStage):
        assert newsroom.world.called("getFile") == []


@pytest.mark.parametrize("staffed", [on_discord_with_mia], indirect=True)
async def test_the_form_on_discord_takes_three_full_fields(newsroom: Stage) -> None:
    form = await newsroom.mia.asks_for_form(newsroom.group, "/import")
    assert (form.title, [*form.fields]) == ("Import a review", ["text1", "text2", "text3"])
    shown = (await form.submits(text1="A short text.")).reply
    assert "too short to be a review" in shown.text
    assert shown.private


@pytest.mark.parametrize("staffed", [on_telegram_with_mia], indirect=True)
class TestOnTelegram:
    """What people do there with messages that stand already."""

    async def test_a_text_or_an_address_is_read_by_answering_it(self, newsroom: Stage, films: Site) -> None:
        mia, group = _telegram(newsroom).mia.actor, newsroom.group.handle
        post = newsroom.bob.actor.write(group, ARTICLE)  # type: ignore[attr-defined]
        shown = await mia.say(group, "/import", reply_to=post)
        assert "Nightcap (2021)" in shown.text
        post = newsroom.bob.actor.write(group, films.url("/nightcap"))  # type: ignore[attr-defined]
        shown = await mia.say(group, "/import@ReviewBot", reply_to=post)
        assert shown.text.startswith(DRAFT)

    async def test_a_picture_with_the_review_below_it_is_read_by_answering_it(self, newsroom: Stage) -> None:
        mia, group = _telegram(newsroom).mia.actor, newsroom.group.handle
        post = mia.attach(group, "", b"x", caption=ARTICLE, photo=True)
        assert "Nightcap (2021)" in (await mia.say(group, "/import", reply_to=post)).text
        post = mia.attach(group, "", b"x", photo=True)
        assert "That is a picture" in (await mia.say(group, "/import", reply_to=post)).text

    async def test_alone_it_says_what_can_be_handed_over(self, newsroom: Stage) -> None:
        shown = await newsroom.mia.asks(newsroom.mia.private, "/import")
        assert shown.text.startswith("Hand a review over")
        said = await _telegram(newsroom).mia.actor.say(
            newsroom.mia.private.handle, "/import", reply_to=_message(shown)
        )
        assert said.text == shown.text

    async def test_a_file_without_a_word_is_asked_about(self, newsroom: Stage) -> None:
        mia, place = _telegram(newsroom).mia.actor, newsroom.mia.private.handle
        shown = await mia.answered(place, lambda: mia.attach(place, "nightcap.txt", ARTICLE.encode()))
        assert shown.text == "Answer that file with /import, and I read it."

    async def test_a_file_that_telegram_does_not_give_is_said_so(self, newsroom: Stage) -> None:
        world = _telegram(newsroom).world
        newsroom.expected.append("getFile")
        world.fail_next("getFile", Refusal(400, "Bad Request: file is too big"))
        shown = await newsroom.mia.attaches(newsroom.mia.private, "nightcap.txt", ARTICLE.encode())
        assert "more than 20 MB" in shown.text
        world.files.clear()
        world.fail_next("getFile", Refusal(500, "Internal Server Error"))
        shown = await newsroom.mia.attaches(newsroom.mia.private, "nightcap.txt", ARTICLE.encode())
        assert "does not give me that file just now" in shown.text

    async def test_in_a_group_a_text_that_was_cut_is_not_taken_for_all_of_it(self, newsroom: Stage) -> None:
        shown = await newsroom.mia.pastes(newsroom.group, ARTICLE + "A word. " * 900)
        assert shown.text.startswith("Telegram has cut that text")
        waiting = await newsroom.mia.asks(newsroom.mia.private, "/drafts")
        assert waiting.text.startswith("No draft waits.")

    async def test_what_is_written_after_a_whole_text_is_a_title_again(self, newsroom: Stage) -> None:
        there = newsroom.mia.private
        assert (await newsroom.mia.pastes(there, ARTICLE)).text.startswith(DRAFT)
        assert "Parasite" in (await newsroom.mia.asks(there, "parasite 2019")).text

    async def test_a_caption_for_another_bot_is_left_alone(self, newsroom: Stage) -> None:
        stage = _telegram(newsroom)
        stage.mia.actor.attach(newsroom.mia.private.handle, "a.txt", b"x", caption="/import@OtherBot")
        await stage.world.settled()
        assert stage.seen_by(stage.mia, stage.mia.private) == []


def _telegram(stage: Stage) -> TelegramStage:
    assert isinstance(stage, TelegramStage)
    return stage


def _message(shown: Message) -> standin.Message:
    assert isinstance(shown, TelegramMessage)
    return shown.message
