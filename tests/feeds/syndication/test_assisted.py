"""Entries of feeds and an assistant: it completes drafts, and says nothing in what is published unread."""

from pathlib import Path

from bot.feeds.fetching import Limits, fetcher
from bot.feeds.syndication.poller import Poller
from storage.feeds import Trust
from tests.feeds.assistants import answering, content
from tests.feeds.fetching.sites import refuses, says
from tests.feeds.syndication.site import world_in
from tests.feeds.syndication.writing import Post
from tests.storage.worlds import look


async def asked_for_a_new_entry(folder: Path, trust: Trust) -> tuple[int, str]:
    """How often the assistant was asked about a new entry, and what became of its review."""
    async with (
        world_in(folder) as world,
        fetcher(world.clock, limits=Limits(gap_seconds=0.0), allows=lambda *_: True) as fetch,
        answering(says(content({"platform": "Paper"}), "application/json")) as (assist, heard),
    ):
        world.poller = Poller(world.desk, fetch, lambda: 0.5, assist)
        await world.follow(trust)
        world.site.posts.insert(0, Post("new", work="Paper Moons"))
        await world.later()
        ((status,),) = await look(world.desk.store, "SELECT status FROM reviews")
        return len(heard.asked), str(status)


async def test_an_entry_that_waits_for_an_editor_is_completed(tmp_path: Path) -> None:
    assert await asked_for_a_new_entry(tmp_path, "draft") == (1, "draft")


async def test_an_entry_that_is_published_unread_is_not(tmp_path: Path) -> None:
    assert await asked_for_a_new_entry(tmp_path, "publish") == (0, "published")


async def test_new_entries_do_not_wait_for_one_that_is_away(tmp_path: Path) -> None:
    async with (
        world_in(tmp_path) as world,
        fetcher(world.clock, limits=Limits(gap_seconds=0.0), allows=lambda *_: True) as fetch,
        answering(refuses(503, Retry_After="600")) as (assist, heard),
    ):
        world.poller = Poller(world.desk, fetch, lambda: 0.5, assist)
        await world.follow("draft")
        for name in ("Paper Moons", "Glass Moons", "Tin Moons"):
            world.site.posts.insert(0, Post(name, work=name))
        await world.later()
        assert await look(world.desk.store, "SELECT status FROM reviews") == [("draft",)] * 3
        assert len(heard.asked) == 1
        assert heard.vitals.incidents.total() == 1
