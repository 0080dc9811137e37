"""kill -9 among entries: the next process goes on, each entry has brought its review once, and no kill lets
more of a flood out than may go unread."""

import asyncio
import signal
import sys
from dataclasses import replace
from pathlib import Path

from storage import Place, feeds
from storage.entries import AT_ONCE, FLOODS
from tests.feeds.syndication.site import world_in
from tests.feeds.syndication.writing import Post
from tests.storage.worlds import follow, look, rows_in

ROOT = Path(__file__).parents[3]
POSTS = [Post(f"post-{each}", work=f"Night Train {each}") for each in range(12)]


async def read_and_be_killed(folder: Path, steps: int) -> None:
    """Let a process do so many steps, and kill it in the middle of the next one."""
    reader = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.feeds.syndication.reader", str(folder),
        cwd=ROOT, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert reader.stdout is not None
    for _ in range(steps):
        assert await reader.stdout.readline() in (b"done\n", b"idle\n")
    reader.send_signal(signal.SIGKILL)
    await reader.stdout.read()
    assert await reader.wait() == -signal.SIGKILL


async def test_no_entry_is_lost_or_repeated_when_its_reader_is_killed(tmp_path: Path) -> None:
    async with world_in(tmp_path) as world:
        await follow(world.desk.store, Place("discord", 1))
        await world.follow("publish")
        world.site.posts = [replace(post, date="Thu, 09 Oct 2025 08:00:00 GMT") for post in POSTS]
        world.clock.now += 10
        await world.desk.store.write(_due)
        for steps in (0, 1, 2, 3):
            await read_and_be_killed(tmp_path, steps)
        await world.later()
        reviews = await look(world.desk.store, "SELECT revision, status FROM reviews ORDER BY id")
        held = len(POSTS) - AT_ONCE
        assert reviews == [(1, "published")] * AT_ONCE + [(1, "draft")] * held
        assert await rows_in(world.desk.store, "deliveries") == AT_ONCE
        assert await world.fates() == {"published": AT_ONCE, "draft": held}
        assert [event.told for event in await world.desk.store.read(feeds.events, 9)] == [FLOODS]


def _due():  # type: ignore[no-untyped-def]
    yield "UPDATE feeds SET next_at = 0", ()
