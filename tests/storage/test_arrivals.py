"""The record of what came in: who or which feed brought what, counted once."""

from storage import Account, Editor, Store, arrivals, entries, feeds
from storage.arrivals import Came
from storage.entries import Seen
from tests.storage.worlds import ANA, NOW, a_work, an_incoming, look, publish

MIA = Editor(ANA, "Mia")


async def came(store: Store, title: str, status: str = "draft") -> Came:
    done = await publish(store, an_incoming(a_work(title=title), status=status))  # type: ignore[arg-type]
    return Came(done.review_id, status, title)  # type: ignore[arg-type]


async def latest(store: Store, work: int | None = None) -> list[tuple[str, str, int, int, int, list[str]]]:
    found = await store.read(arrivals.latest, work, 9)  # type: ignore[arg-type]
    return [
        (each.by.name, each.source, each.drafts, each.published, each.refused, [*each.titles])
        for each in found
    ]


async def test_what_comes_in_pieces_is_told_as_one_with_a_few_of_its_titles(store: Store) -> None:
    number = store.ids()
    first, second = await came(store, "Dark"), await came(store, "Persona", "published")
    await store.write(arrivals.note, number, MIA, "films.csv", [first, second], 1, NOW)
    more = [await came(store, "Okja"), await came(store, "Roma")]
    await store.write(arrivals.note, number, MIA, "films.csv", [*more, first], 2, NOW + 9)
    assert await latest(store) == [("Mia", "films.csv", 3, 1, 3, ["Dark", "Persona", "Okja"])]


async def test_the_newest_comes_first_and_one_works_own_can_be_asked_for(store: Store) -> None:
    dark, roma = await came(store, "Dark"), await came(store, "Roma")
    await store.write(arrivals.note, store.ids(), MIA, "dark.md", [dark], 0, NOW)
    await store.write(arrivals.note, store.ids(), MIA, "roma.md", [roma], 0, NOW + 1)
    assert [each[1] for each in await latest(store)] == ["roma.md", "dark.md"]
    ((work,),) = await look(store, "SELECT work_id FROM reviews WHERE id = ?", dark.review)
    assert [each[1] for each in await latest(store, work)] == ["dark.md"]


async def brings(store: Store, feed: feeds.Feed, name: str, title: str, now: int) -> None:
    reading = feeds.Reading("Film Notes", "", "", 1800, now + 1800)
    seen = [Seen(name, f"{name}{now}", "waiting", "{}")]
    await store.write(
        entries.note, feed.id, [name], [f"{name}{now}"], lambda *_: seen, lambda new: reading, now
    )
    claimed = await store.write(entries.claim, now, 60)
    assert claimed is not None
    incoming = an_incoming(a_work(title=title), source=name, digest=str(now))
    await store.write(entries.take, claimed, incoming, store.ids, now, False)


async def test_what_a_feed_brings_within_an_hour_is_one_arrival_and_outlives_the_feed(store: Store) -> None:
    feed, _ = await store.write(feeds.add, "https://a.example/f", "publish", "x", store.ids(), NOW, NOW)
    await brings(store, feed, "one", "Dark", NOW)
    await brings(store, feed, "two", "Roma", NOW + 60)
    await brings(store, feed, "two", "Roma", NOW + 90)
    await brings(store, feed, "three", "Okja", NOW + 7200)
    await store.write(feeds.remove, feed.id)
    assert await latest(store) == [
        ("Film Notes", "https://a.example/f", 0, 1, 0, ["Okja"]),
        ("Film Notes", "https://a.example/f", 0, 2, 0, ["Dark", "Roma"]),
    ]
    (last, *_) = await store.read(arrivals.latest, None, 1)
    assert last.by.account == Account(arrivals.FEED, feed.id)
