"""Whose reviews those of a feed are: what a page calls its site, else what the feed is called."""

from pathlib import Path

import pytest

from bot.feeds.syndication.drafting import from_feed
from bot.feeds.syndication.entry import Entry
from tests.desks import NOW
from tests.feeds.pages.markup import known
from tests.feeds.syndication.site import world_in
from tests.feeds.syndication.writing import Post
from tests.storage.worlds import look

POST = Post("one", work="Paper Moons")
STATED = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Review",
"itemReviewed": {"@type": "Movie", "name": "Paper Moons"},
"publisher": {"name": "Lantern Weekly"}}</script>"""


@pytest.mark.parametrize(
    ("feed", "content", "outlet"),
    [
        ("Kinoblatt", POST.body, "Kinoblatt"),
        ("", POST.body, "films.example"),
        ("Kinoblatt", STATED + POST.body, "Lantern Weekly"),
    ],
    ids=["the feed's name", "a feed without a name", "what the text states"],
)
def test_an_outlet_is_called_as_it_calls_itself_and_not_by_its_address(
    feed: str, content: str, outlet: str
) -> None:
    entry = Entry("one", POST.title, "https://www.films.example/one", content=content)
    draft = from_feed(entry, feed, NOW, known)
    assert draft.outlet == outlet
    assert draft.evidence["outlet"].words == outlet


async def test_a_review_in_a_feed_s_own_words_is_its_outlet_s(tmp_path: Path) -> None:
    async with world_in(tmp_path) as world:
        await world.follow()
        world.site.posts = [POST]
        await world.later()
        assert "The Late Row" in str(await look(world.desk.store, "SELECT details FROM reviews"))
