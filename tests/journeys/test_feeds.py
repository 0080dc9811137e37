"""An editor sees to the feeds: adds one, pauses it, resumes it; a member gets a kind no."""

from storage import feeds
from tests.journeys.stage import Stage


async def test_an_editor_adds_a_feed_pauses_it_and_lets_it_go_on(staffed: Stage) -> None:
    mia, there = staffed.mia, staffed.mia.private
    assert "No feed is followed yet." in (await mia.asks(there, "/feeds")).text
    added = await mia.asks(there, "/feeds https://example.org/rows/feed")
    assert "Added. I will read it in a moment" in added.text
    assert "followed already" in (await mia.asks(there, "/feeds https://example.org/rows/feed")).text
    panel = await mia.asks(there, "/feeds")
    assert "https://example.org/rows/feed: ⏳ not read yet · makes drafts" in panel.text
    paused = await mia.presses(panel, "⏸ Pause example.org/rows/feed")
    assert "Paused" in paused.told
    panel = await mia.asks(there, "/feeds")
    assert "⏸ paused" in panel.text
    assert "On again" in (await mia.presses(panel, "▶ Resume example.org/rows/feed")).told
    panel = await mia.asks(there, "/feeds")
    assert "in a moment" in (await mia.presses(panel, "Read now")).told


async def test_what_became_of_a_feed_is_told_in_the_panel_and_for_the_record(staffed: Stage) -> None:
    mia, there, store = staffed.mia, staffed.mia.private, staffed.desk.store
    await mia.asks(there, "/feeds https://example.org/rows/feed")
    (feed,) = await store.read(feeds.followed)
    told = "moved for good from https://example.org/rows/feed to https://rows.example/feed"
    now, address = staffed.desk.now(), "https://rows.example/feed"
    assert await store.write(feeds.move, feed.id, address, "draft", told, store.ids(), now)
    panel = await mia.asks(there, "/feeds")
    assert "https://rows.example/feed: ⏳ not read yet" in panel.text
    assert "ℹ On " in panel.text
    assert f"it {told}." in panel.text
    assert told in (await mia.asks(there, "/history")).text


async def test_a_member_cannot_add_feeds(staffed: Stage) -> None:
    told = await staffed.ann.asks(staffed.ann.private, "/feeds https://example.org/rows/feed")
    assert "for this community's editors" in told.text
    assert "No feed is followed yet." in (await staffed.mia.asks(staffed.mia.private, "/feeds")).text


async def test_what_is_no_address_is_said(staffed: Stage) -> None:
    told = await staffed.mia.asks(staffed.mia.private, "/feeds rows and rows")
    assert "That is no web address" in told.text


async def test_many_feeds_have_pages(staffed: Stage) -> None:
    mia, there = staffed.mia, staffed.mia.private
    for number in range(6):
        await mia.asks(there, f"/feeds https://example.org/{number}/feed")
    panel = await mia.asks(there, "/feeds")
    assert "example.org/3/feed" in panel.text
    assert "example.org/4/feed" not in panel.text
    await mia.presses(panel, "More ▶")
    assert staffed.complaints() == []
