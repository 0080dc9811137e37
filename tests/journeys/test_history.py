"""Editors look at what was done: who or which feed brought, published and edited what."""

import re
from pathlib import Path

from rich.console import Console

from bot.feeds.importer import incoming
from bot.importing import import_files
from storage import entries, feeds
from storage.entries import Seen
from tests.journeys.stage import Stage, sample_draft


async def feed_brings(stage: Stage, *titles: str) -> None:
    """A trusted feed publishes a review of each title."""
    store = stage.desk.store
    now = stage.desk.now()
    feed, _ = await store.write(
        feeds.add, "https://notes.example/feed", "publish", "mia", store.ids(), now, now
    )
    reading = feeds.Reading("Film *Notes* <i>", "", "", 1800, now + 1800)
    seen = [Seen(title, title, "waiting", "{}") for title in titles]
    await store.write(entries.note, feed.id, [*titles], [*titles], lambda *_: seen, lambda new: reading, now)
    while (claimed := await store.write(entries.claim, now, 60)) is not None:
        draft = sample_draft(title=claimed.name, url=f"https://notes.example/{claimed.name}")
        await store.write(
            entries.take, claimed, incoming(draft, claimed.name, "published"), store.ids, now, False
        )
    await stage.desk.catalogue.refresh()


async def test_imports_and_feeds_stand_beside_what_editors_did(staffed: Stage, tmp_path: Path) -> None:
    mia, there = staffed.mia, staffed.mia.private
    assert "Nothing was imported" not in (await mia.asks(there, "/history")).text
    table = tmp_path / "autumn.csv"
    table.write_text("title,year\nReel One,2020\nReel Two,2021\nReel Three,20211\n", "utf-8")
    await import_files(staffed.desk, [table], Console(quiet=True), draft=True)
    await mia.asks(there, "/publish reel two")
    await feed_brings(staffed, "Reel Four", "Reel Five")
    told = (await mia.asks(there, "/history")).text
    assert re.search(r"The feed Film \*Notes\* <i> brought 2 published \(Reel F\w+ and Reel F\w+\)", told)
    assert "published Reel Two (2021), revision 1" in told
    imported = "whoever runs me (Terminal) imported autumn.csv: 2 drafts (Reel One and Reel Two), 1 refused"
    assert imported in told
    one = (await mia.asks(there, "/history reel two")).text
    assert imported in one
    assert "published Reel Two (2021), revision 1" in one
    assert "Film *Notes*" not in one


async def test_a_long_history_stays_within_the_platforms_limits(staffed: Stage, tmp_path: Path) -> None:
    for number in range(25):
        table = tmp_path / f"{'n' * 90}{number}.csv"
        rows = "".join(f"{'T' * 150} {number}{part},2020\n" for part in "abcd")
        table.write_text(f"title,year\n{rows}", "utf-8")
        await import_files(staffed.desk, [table], Console(quiet=True))
    told = (await staffed.mia.asks(staffed.mia.private, "/history")).text
    assert told.count("imported") > 10


async def test_a_member_sees_none_of_it(staffed: Stage) -> None:
    told = await staffed.ann.asks(staffed.ann.private, "/history")
    assert told.text.startswith("That is for this community's editors.")
