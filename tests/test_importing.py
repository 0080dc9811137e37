"""Importing from web addresses: on the command line like files, from the chat into a draft."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from aiohttp import web
from rich.console import Console

from bot.desk import Desk
from bot.feeds.fetching import Fetcher
from bot.importing import DRAFT, SAME, bring, import_files
from bot.requests import NONE, Brought
from storage import Account, Editor, ReviewId, editing, reviews
from tests.desks import bring as publish
from tests.desks import desk_in
from tests.feeds.fetching.sites import Site, fetching, site
from tests.feeds.test_online import ARTICLE, PAGE
from tests.journeys.stage import sample_draft

ME = Editor(Account("discord", 1), "Mia")


@dataclass
class Newsroom:
    """A desk, a site with two reviews, and the way there."""

    desk: Desk
    films: Site
    fetch: Fetcher

    async def imports(
        self, *paths: Path | str, draft: bool = False, dry_run: bool = False
    ) -> tuple[int, str]:
        said = StringIO()
        console = Console(file=said, width=400)
        refused = await import_files(self.desk, paths, console, draft, dry_run, self.fetch)
        return refused, said.getvalue().strip()

    async def draft_of(self, review: ReviewId) -> str:
        known = await self.desk.store.read(editing.manuscript, review)
        return known.work.title if known and known.review.status == "draft" else ""


async def _pages(request: web.Request) -> web.Response:
    if request.path.startswith("/nightcap"):
        return web.Response(text=PAGE, content_type="text/html")
    if request.path == "/matinee.txt":
        return web.Response(text=ARTICLE.replace("Nightcap", "Matinee"))
    if request.path == "/undated.txt":
        return web.Response(text=ARTICLE.replace("Nightcap", "Matinee").replace(" (2021)", ""))
    if request.path == "/all.json":
        return web.json_response([{"work": {"title": title}} for title in ("Dark", "Solo")])
    return web.Response(status=404)


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with desk_in(tmp_path) as desk, site(_pages) as films, fetching(films) as fetch:
        yield Newsroom(desk, films, fetch)


async def test_addresses_and_files_are_imported_side_by_side_and_reported_alike(
    room: Newsroom, tmp_path: Path
) -> None:
    file = tmp_path / "solo.txt"
    file.write_text(ARTICLE.replace("Nightcap", "Solo"), "utf-8")
    paths = (room.films.url("/nightcap"), str(file), room.films.url("/gone"), room.films.url("/matinee.txt"))
    refused, said = await room.imports(*paths)
    assert refused == 1
    assert f"{room.films.url('/gone')}: films.example has no such page (404);" in said
    assert said.endswith("3 new · 0 changed · 0 unchanged · 1 refused")
    assert all(room.desk.catalogue.titles.known(title) for title in ("Nightcap", "Solo", "Matinee"))
    assert (await room.imports(*paths))[1].endswith("0 new · 0 changed · 3 unchanged · 1 refused")


async def test_a_rehearsal_fetches_and_writes_nothing(room: Newsroom) -> None:
    assert "1 new" in (await room.imports(room.films.url("/nightcap"), dry_run=True))[1]
    assert not room.desk.catalogue.titles.known("Nightcap")


async def test_without_a_fetcher_an_address_is_a_file_that_is_not_there(room: Newsroom) -> None:
    said = StringIO()
    assert await import_files(room.desk, [room.films.url("/nightcap")], Console(file=said, width=400)) == 1
    assert "cannot be read" in said.getvalue()
    assert room.films.seen == []


async def test_from_the_chat_a_page_becomes_a_draft(room: Newsroom) -> None:
    brought = await bring(room.desk, room.fetch, f" <{room.films.url('/nightcap')}> ")
    assert await room.draft_of(brought.review) == "Nightcap"
    assert brought.said == DRAFT
    again = await bring(room.desk, room.fetch, room.films.url("/nightcap"))
    assert again == Brought(SAME, brought.review)


@pytest.mark.parametrize("retracted", [False, True])
async def test_a_review_that_was_published_is_not_made_a_draft_again(room: Newsroom, retracted: bool) -> None:
    await room.imports(room.films.url("/nightcap"))
    known = await room.desk.store.read(reviews.come_from, room.films.url("/nightcap"))
    assert known is not None
    if retracted:
        await room.desk.store.write(editing.retract, known[0], 1, ME, room.desk.store.ids, room.desk.now())
    brought = await bring(room.desk, room.fetch, room.films.url("/nightcap"))
    assert brought.review == known[0]
    assert f"here already, {'retracted' if retracted else 'published'};" in brought.said
    assert await room.desk.store.read(reviews.come_from, room.films.url("/nightcap")) == (
        known[0],
        "retracted" if retracted else "published",
    )


async def test_a_page_that_could_mean_several_works_says_so(room: Newsroom) -> None:
    for year in (2016, 2025):
        url = f"https://example.org/{year}"
        await publish(room.desk.store, sample_draft(title="Matinee", year=year, url=url))
    brought = await bring(room.desk, room.fetch, room.films.url("/undated.txt"))
    assert brought.said.startswith("Matinee could be any of")


@pytest.mark.parametrize(
    ("path", "why"),
    [("/gone", "films.example has no such page (404)"), ("/all.json", "Several reviews stand there")],
)
async def test_what_gives_no_draft_is_said_in_a_sentence(room: Newsroom, path: str, why: str) -> None:
    brought = await bring(room.desk, room.fetch, room.films.url(path))
    assert brought.said.startswith(why)


@pytest.mark.parametrize(
    "words", ["nightcap", "file:///etc/passwd", "http://127.0.0.1/", "<>", "http://a b.example/"]
)
async def test_words_that_are_no_address_of_the_web_are_refused(room: Newsroom, words: str) -> None:
    assert (await bring(room.desk, room.fetch, words)).review == NONE
    assert room.films.seen == []
