"""`python -m bot playground` as a visitor starts and ends it."""

import asyncio
import re
import signal
from pathlib import Path

import aiohttp
import pytest

from tests.playground.visitors import visit
from tests.survival.processes import Running, running
from tests.survival.worlds import files_in

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/[\w-]+/")
PAGE = Path(__file__).resolve().parents[2] / "bot" / "playground" / "page"
LARGEST_PAGE = 300_000


async def address_of(program: Running) -> str:
    await program.says("Ctrl-C closes it")
    found = ADDRESS.search(program.log)
    assert found
    return found[0]


@pytest.mark.parametrize("arguments", [("playground",), ()])
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
async def test_it_opens_answers_and_leaves_nothing_behind(
    tmp_path: Path, arguments: tuple[str, ...], ending: signal.Signals
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    async with running(tmp_path, "-m", "bot", *arguments, TMPDIR=str(temporary)) as program:
        async with visit(await address_of(program)) as visitor:
            assert await visitor.review("discord", "ben", "Parasite")
            assert files_in(temporary)
        assert await program.stop(ending) == 0
    assert files_in(temporary) == []
    assert files_in(tmp_path) == ["temporary"]
    assert "Traceback" not in program.log


async def test_a_store_that_is_named_is_kept_and_opened_again(tmp_path: Path) -> None:
    arguments = ("-m", "bot", "playground", "--store", "mine.db")
    async with running(tmp_path, *arguments) as program:
        async with visit(await address_of(program)) as visitor:
            await visitor.ask("publish", review={"title": "The Last Reel", "score": "4/5"})
        assert await program.stop() == 0
    async with running(tmp_path, *arguments) as program:
        async with visit(await address_of(program)) as visitor:
            card = await visitor.review("telegram", "ben", "the last reel")
            assert "The Last Reel" in card["payload"]["text"]
        assert await program.stop() == 0


async def test_a_store_that_is_not_ours_and_a_port_that_is_taken_are_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("to do\n" * 1000, "utf-8")
    async with running(tmp_path, "-m", "bot", "playground", "--store", "notes.txt") as program:
        assert await program.ended() == 1
        assert "The store:" in program.log
    taken = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    async with taken:
        port = str(taken.sockets[0].getsockname()[1])
        async with running(tmp_path, "-m", "bot", "playground", "--port", port) as program:
            assert await program.ended() == 1
            assert f"port {port}" in program.log
    assert "Traceback" not in program.log


async def test_it_is_not_reached_from_other_machines(tmp_path: Path) -> None:
    async with running(tmp_path, "-m", "bot", "playground") as program:
        address = await address_of(program)
        async with aiohttp.ClientSession() as http:
            with pytest.raises(aiohttp.ClientConnectorError):
                await http.get(address.replace("127.0.0.1", "127.0.0.2"))


def test_the_page_stays_small_and_names_no_address_outside() -> None:
    files = [file for file in PAGE.rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) < LARGEST_PAGE
    for file in files:
        loaded = re.findall(
            r"""(?:src|href|url|import|from)\s*[=(]?\s*["'(]?(?:https?:)?//""", file.read_text("utf-8")
        )
        assert loaded == [], file.name
