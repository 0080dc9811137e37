"""Importing on the command line: from web addresses as from files."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from aiohttp import web
from rich.console import Console

from bot.desk import Desk
from bot.feeds.fetching import Fetcher
from bot.importing import OPERATOR, import_files
from storage import arrivals
from tests.desks import desk_in
from tests.feeds.fetching.sites import Site, fetching, site
from tests.feeds.test_online import ARTICLE, PAGE


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


async def _pages(request: web.Request) -> web.Response:
    if request.path.startswith("/nightcap"):
        return web.Response(text=PAGE, content_type="text/html")
    if request.path == "/matinee.txt":
        return web.Response(text=ARTICLE.replace("Nightcap", "Matinee"))
    if request.path.startswith("/films"):
        return web.Response(body=b"title,score\nDark,4/5\nSolo,good\n", content_type=request.query["kind"])
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


@pytest.mark.parametrize("address", ["/films.csv?kind=text/csv", "/films.csv?kind=text/plain",
                                     "/films?kind=application/octet-stream"])  # fmt: skip
async def test_a_table_at_an_address_is_read_as_from_disk(room: Newsroom, address: str) -> None:
    refused, said = await room.imports(room.films.url(address))
    assert refused == 1
    assert f"{room.films.url(address)}:3: score: should be a score as it was written" in said
    assert said.endswith("1 new · 0 changed · 0 unchanged · 1 refused")


async def test_a_rehearsal_fetches_and_writes_nothing(room: Newsroom) -> None:
    assert "1 new" in (await room.imports(room.films.url("/nightcap"), dry_run=True))[1]
    assert not room.desk.catalogue.titles.known("Nightcap")


async def test_without_a_fetcher_an_address_is_a_file_that_is_not_there(room: Newsroom) -> None:
    said = StringIO()
    assert await import_files(room.desk, [room.films.url("/nightcap")], Console(file=said, width=400)) == 1
    assert "cannot be read" in said.getvalue()
    assert room.films.seen == []


async def test_an_import_is_on_record_with_what_it_brought(room: Newsroom, tmp_path: Path) -> None:
    table = tmp_path / "films.csv"
    rows = "".join(f"Film {number}\n" for number in range(120))
    table.write_text(f"title,year\n{rows.replace(chr(10), ',2020' + chr(10))}Solo,soon\n", "utf-8")
    await room.imports(table, room.films.url("/nightcap"), dry_run=True)
    assert await room.desk.store.read(arrivals.latest, None, 9) == []
    for _ in range(2):
        await room.imports(table, room.films.url("/nightcap"))
    (came,) = await room.desk.store.read(arrivals.latest, None, 9)
    assert (came.source, came.drafts, came.published, came.refused) == ("films.csv and 1 more", 0, 121, 1)
    assert came.titles == ("Film 0", "Film 1", "Film 2")
    assert came.by == OPERATOR
