"""The facts that cards and lists are made of."""

from collections.abc import Callable

import pytest

from storage import Account, CardFacts, Facet, ReviewId, Store, WorkId, facts
from tests.storage.worlds import ANA, BEN, DAY, NOW, a_work, an_incoming, cast, publish, shelve


def titles(found: list[CardFacts]) -> list[str]:
    return [each.work.title for each in found]


async def test_a_card_shows_the_newest_review_the_counts_and_the_askers_vote(store: Store) -> None:
    await shelve(store, published_at=NOW - DAY, score=40.0)
    newest = await shelve(store, published_at=NOW, score=90.0)
    await shelve(store, published_at=NOW - 2 * DAY, score=10.0)
    await cast(store, ANA, newest.work, 7)
    await cast(store, BEN, newest.work, 2)
    found = await store.read(facts.card, newest.work, ANA)
    assert found is not None
    assert found.review is not None
    assert (found.work.id, found.review.id, found.review.score) == (newest.work, newest.review, 90.0)
    assert (found.tally.counts[6], found.tally.counts[1], found.tally.votes) == (1, 1, 2)
    assert found.community.counts == found.tally.counts
    assert found.own == 7


async def test_a_card_of_a_work_without_review_or_votes_is_complete(store: Store) -> None:
    draft = await publish(store, an_incoming(a_work(id=5), status="draft"))
    assert draft.outcome == "new"
    found = await store.read(facts.card, WorkId(5), ANA)
    assert found is not None
    assert (found.review, found.own, found.tally.votes) == (None, None, 0)
    assert found.community.strength == 8.0


async def test_there_is_no_card_of_an_unknown_work_or_review(store: Store) -> None:
    assert await store.read(facts.card, WorkId(404), ANA) is None
    assert await store.read(facts.reviewed, ReviewId(404)) is None
    assert await store.read(facts.of, [], ANA) == []
    assert await store.read(facts.of, [WorkId(404)], ANA) == []
    assert await store.read(facts.latest, 5, ANA) == []
    assert await store.read(facts.lucky, 0.5, ANA) is None
    assert await store.read(facts.alike, [], ANA) == []


async def test_an_alert_shows_its_own_review_and_nobodys_vote(store: Store) -> None:
    older = await shelve(store, published_at=NOW - DAY)
    await shelve(store, published_at=NOW)
    await cast(store, ANA, older.work, 7)
    found = await store.read(facts.reviewed, older.review)
    assert found is not None
    assert found.review is not None
    assert (found.review.id, found.own, found.tally.votes) == (older.review, None, 1)


async def test_cards_come_in_the_order_asked_for(store: Store) -> None:
    shelved = [(await shelve(store, title)).work for title in ("A", "B", "C")]
    await cast(store, ANA, shelved[2], 4)
    found = await store.read(facts.of, [shelved[2], WorkId(404), shelved[0]], ANA)
    assert [(each.work.id, each.own) for each in found] == [(shelved[2], 4), (shelved[0], None)]


async def test_the_latest_are_the_newest_each_work_once(store: Store) -> None:
    await shelve(store, "Old", published_at=NOW - 9 * DAY)
    await shelve(store, "Twice", published_at=NOW - 8 * DAY)
    await shelve(store, "Middle", published_at=NOW - 2 * DAY)
    twice = await shelve(store, "Twice", published_at=NOW - DAY)
    await shelve(store, "New", published_at=NOW)
    await publish(store, an_incoming(a_work(title="Draft"), status="draft", published_at=NOW + DAY))
    found = await store.read(facts.latest, 3, ANA)
    assert titles(found) == ["New", "Twice", "Middle"]
    assert found[1].review is not None
    assert found[1].review.id == twice.review
    assert titles(await store.read(facts.latest, 9, ANA)) == ["New", "Twice", "Middle", "Old"]


async def test_of_two_reviews_of_one_moment_a_work_is_still_listed_once(store: Store) -> None:
    await shelve(store, "Twice", published_at=NOW)
    last = await shelve(store, "Twice", published_at=NOW)
    found = await store.read(facts.latest, 9, ANA)
    assert [each.review and each.review.id for each in found] == [last.review]


@pytest.fixture
async def charts(store: Store) -> dict[str, WorkId]:
    """Loved (two tens), Liked (three eights), Single (one ten), Hated (two ones)."""
    made = {
        "Loved": (await shelve(store, "Loved", genres=("Drama",), year=2023)).work,
        "Liked": (await shelve(store, "Liked", genres=("Action", "Drama"), year=2024)).work,
        "Single": (await shelve(store, "Single", genres=("Action",), platform="Netflix", year=2024)).work,
        "Hated": (await shelve(store, "Hated", genres=("Drama",), year=2024)).work,
    }
    voted = {"Loved": (10, 10), "Liked": (8, 8, 8), "Single": (10,), "Hated": (1, 1)}
    for title, values in voted.items():
        for person, value in enumerate(values, 1):
            await cast(store, Account("discord", person), made[title], value)
    return made


async def test_the_top_is_ordered_by_shrunken_score(store: Store, charts: dict[str, WorkId]) -> None:
    # With 2 votes at 6 as prior: Loved 32/4 = 8, Liked 36/5 = 7.2, Single 22/3 = 7.33, Hated 14/4 = 3.5.
    assert titles(await store.read(facts.top, None, None, 2.0, 6.0, 9, 1)) == [
        "Loved", "Single", "Liked", "Hated",
    ]  # fmt: skip
    # A strong prior asks for more votes before it believes.
    assert titles(await store.read(facts.top, None, None, 20.0, 6.0, 2, 1)) == ["Loved", "Liked"]


async def test_the_top_is_narrowed_by_votes_facet_and_year(store: Store, charts: dict[str, WorkId]) -> None:
    async def top(by: Facet | None = None, year: int | None = None, at_least: int = 1) -> list[str]:
        return titles(await store.read(facts.top, by, year, 2.0, 6.0, 9, at_least))

    assert await top(at_least=2) == ["Loved", "Liked", "Hated"]
    assert await top(Facet("genre", "action", "Action")) == ["Single", "Liked"]
    assert await top(Facet("platform", "netflix", "Netflix")) == ["Single"]
    assert await top(year=2024) == ["Single", "Liked", "Hated"]
    assert await top(Facet("genre", "drama", "Drama"), 2024, 2) == ["Liked", "Hated"]
    assert await top(year=1895) == []


async def test_every_reviewed_work_can_be_the_lucky_one(
    store: Store, dice: Callable[[int], list[float]]
) -> None:
    for place in range(7):
        await shelve(store, f"Work {place}", published_at=NOW - place)
    await publish(store, an_incoming(a_work(title="Draft"), status="draft"))
    throws = [await store.read(facts.lucky, throw, ANA) for throw in dice(70)]
    found = [throw.work.title for throw in throws if throw]
    assert {found.count(f"Work {place}") for place in range(7)} <= {9, 10, 11}
    last = await store.read(facts.lucky, 1 - 2**-53, ANA)
    assert last is not None


async def test_alike_are_works_that_a_review_names_or_that_share_a_person(store: Store) -> None:
    seed = await shelve(store, "Ballerina", people=("Jeon Jong-seo",), comparables=("Gone Girl", "Unknown"))
    await shelve(store, "Gone Girl")
    await shelve(store, "Kill Bill", comparables=("Ballerina",))
    await shelve(store, "Burning", people=("Jeon Jong-seo",))
    await shelve(store, "Unrelated", comparables=("Another",))
    await publish(store, an_incoming(a_work(title="Unreviewed", people=("Jeon Jong-seo",)), status="draft"))
    seen = await shelve(store, "Money Heist", people=("Jeon Jong-seo",))
    await cast(store, ANA, seen.work, 5)
    found = set(titles(await store.read(facts.alike, [seed.work], ANA))) - {"Ballerina"}
    assert found == {"Gone Girl", "Kill Bill", "Burning"}
    assert "Money Heist" in titles(await store.read(facts.alike, [seed.work], BEN))


async def test_the_best_reviewed_come_first_without_what_one_has_voted_on(store: Store) -> None:
    await shelve(store, "Good", score=70.0, genres=("Drama",))
    await shelve(store, "Great", score=95.0, genres=("Action",))
    seen = await shelve(store, "Seen", score=99.0, genres=("Action",))
    await cast(store, ANA, seen.work, 3)
    assert titles(await store.read(facts.best_reviewed, [], ANA, 9)) == ["Great", "Good"]
    assert titles(await store.read(facts.best_reviewed, [], BEN, 2)) == ["Seen", "Great"]
    assert titles(await store.read(facts.best_reviewed, ["action"], ANA, 9)) == ["Great"]
    assert titles(await store.read(facts.best_reviewed, ["action", "drama", "x"], ANA, 9)) == [
        "Great",
        "Good",
    ]


async def test_unscored_reviews_come_last_among_the_best_and_push_nobody_out(store: Store) -> None:
    for place in range(9):
        await shelve(store, f"Unscored {place}", score=None)
    await shelve(store, "Poor", score=10.0)
    await shelve(store, "None at all", score=0.0)
    found = titles(await store.read(facts.best_reviewed, [], ANA, 2))
    assert found == ["Poor", "None at all"]
    assert len(await store.read(facts.best_reviewed, [], ANA, 20)) == 11


async def test_somebody_who_has_seen_all_the_best_is_offered_the_next_best(store: Store) -> None:
    for place in range(20):
        shelved = await shelve(store, f"Best {place}", score=90.0)
        await cast(store, ANA, shelved.work, 9)
    await shelve(store, "Next", score=50.0)
    assert titles(await store.read(facts.best_reviewed, [], ANA, 2)) == ["Next"]


async def test_a_work_of_several_reviews_is_among_the_best_once_by_its_newest(store: Store) -> None:
    await shelve(store, "Twice", score=99.0, published_at=NOW - DAY)
    await shelve(store, "Twice", score=50.0, published_at=NOW)
    await shelve(store, "Once", score=60.0)
    assert titles(await store.read(facts.best_reviewed, [], ANA, 9)) == ["Once", "Twice"]


@pytest.mark.parametrize("few", [0, 1_000])
async def test_a_genre_of_many_works_is_ordered_like_one_of_few(
    store: Store, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(facts, "FEW", few)
    for place in range(12):
        genres = ("Drama", "Action") if place % 2 else ("Comedy",)
        await shelve(store, f"Work {place:02}", score=float(place), genres=genres)
    found = titles(await store.read(facts.best_reviewed, ["action", "drama"], ANA, 3))
    assert found == ["Work 11", "Work 09", "Work 07"]
