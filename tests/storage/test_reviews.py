"""Reviews on their way in: new, changed, unchanged, drafts; their revisions and the alerts they owe."""

import json

import pytest

from storage import Place, Store, WorkId, facts, reviews, titles, works
from storage.engine import Rehearsed, Unit, rehearse
from storage.reviews import Incoming
from tests.storage.worlds import (
    ANA,
    DAY,
    NOW,
    a_work,
    an_incoming,
    cast,
    follow,
    look,
    number,
    publish,
    rows_in,
)

HERE = Place("discord", 10, kind="group")


async def test_a_new_review_makes_its_work(store: Store) -> None:
    work = a_work(title="Ballerina", genres=("Action",), platform="Netflix")
    published = await publish(store, an_incoming(work, score=80.0, summary="Revenge."))
    assert (published.outcome, published.alerts) == ("new", 0)
    found = await store.read(facts.reviewed, published.review_id)
    assert found is not None
    assert found.review is not None
    assert (found.work.title, found.work.genres) == ("Ballerina", ("Action",))
    assert (found.review.id, found.review.work_id) == (published.review_id, found.work.id)
    assert (found.review.score, found.review.summary, found.review.pros) == (
        80.0,
        "Revenge.",
        ("The fights",),
    )
    assert (found.review.revision, found.review.status) == (1, "published")


async def test_a_second_review_joins_the_work_it_means(store: Store) -> None:
    await publish(store, an_incoming(a_work(year=2023), source="one"))
    await publish(store, an_incoming(a_work(year=2023), source="two"))
    await publish(store, an_incoming(a_work(year=2025), source="three"))
    assert await number(store, "SELECT COUNT(*) FROM works") == 2
    assert await number(store, "SELECT COUNT(*) FROM reviews") == 3


async def test_the_same_review_again_changes_nothing(store: Store) -> None:
    await follow(store, HERE)
    first = await publish(store, an_incoming(source="here"))
    change = await store.read(titles.last_change)
    again = await publish(store, an_incoming(source="here"), now=NOW + 5)
    assert again == reviews.Published("unchanged", first.review_id, 0)
    assert await store.read(titles.last_change) == change
    assert await number(store, "SELECT COUNT(*) FROM deliveries") == 1


async def test_an_edited_review_keeps_what_it_said_before(store: Store) -> None:
    first = await publish(store, an_incoming(source="here", score=60.0, verdict="maybe", summary="So-so."))
    edited = an_incoming(source="here", digest="second", score=90.0, summary="It grows on you.")
    changed = await publish(store, edited, now=NOW + DAY)
    assert (changed.outcome, changed.review_id) == ("changed", first.review_id)
    found = await store.read(facts.reviewed, first.review_id)
    assert found is not None
    assert found.review is not None
    assert (found.review.revision, found.review.score) == (2, 90.0)
    ((revision, replaced, score, verdict, details),) = await look(
        store, "SELECT revision, replaced_at, score, verdict, details FROM revisions"
    )
    assert (revision, replaced, score, verdict) == (1, NOW + DAY, 60.0, "maybe")
    assert json.loads(str(details))["summary"] == "So-so."


async def test_every_edit_is_a_revision(store: Store) -> None:
    for digest in ("a", "b", "c", "d"):
        await publish(store, an_incoming(source="here", digest=digest))
    rows = await look(store, "SELECT revision FROM revisions ORDER BY revision")
    assert rows == [(1,), (2,), (3,)]
    assert await number(store, "SELECT revision FROM reviews") == 4


async def test_an_edited_title_renames_the_work_and_keeps_its_votes(store: Store) -> None:
    first = await publish(store, an_incoming(a_work(title="Balerina"), source="here"))
    before = await store.read(facts.reviewed, first.review_id)
    assert before is not None
    await cast(store, ANA, before.work.id, 9)
    await publish(store, an_incoming(a_work(title="Ballerina"), source="here", digest="second"))
    after = await store.read(facts.reviewed, first.review_id)
    assert after is not None
    assert (after.work.id, after.work.title, after.tally.votes) == (before.work.id, "Ballerina", 1)
    assert await store.read(works.named, ("balerina",)) == []
    assert [work.id for work in await store.read(works.named, ("ballerina",))] == [before.work.id]


async def test_alerts_are_owed_once_however_often_the_review_changes(store: Store) -> None:
    await follow(store, HERE)
    first = await publish(store, an_incoming(source="here"))
    edited = await publish(store, an_incoming(source="here", digest="second"))
    assert (first.alerts, edited.alerts) == (1, 0)
    assert await number(store, "SELECT COUNT(*) FROM deliveries") == 1


async def test_a_draft_is_shown_to_nobody_until_it_is_published(store: Store) -> None:
    await follow(store, HERE)
    draft = await publish(store, an_incoming(source="here", status="draft"))
    assert (draft.outcome, draft.alerts) == ("new", 0)
    assert await store.read(facts.reviewed, draft.review_id) is None
    assert await store.read(facts.latest, 9, ANA) == []
    out = await publish(store, an_incoming(source="here", digest="second"))
    assert (out.outcome, out.review_id, out.alerts) == ("changed", draft.review_id, 1)
    assert [found.review and found.review.id for found in await store.read(facts.latest, 9, ANA)] == [
        out.review_id
    ]


async def test_a_review_withdrawn_and_published_again_is_told_once(store: Store) -> None:
    await follow(store, HERE)
    first = await publish(store, an_incoming(source="here"))
    await store.write(_settle_all)
    await publish(store, an_incoming(source="here", digest="second", status="retracted"))
    assert await store.read(facts.reviewed, first.review_id) is None
    again = await publish(store, an_incoming(source="here", digest="third"))
    assert again.alerts == 0
    assert await look(store, "SELECT state FROM deliveries") == [("sent",)]


def _settle_all() -> Unit[None]:
    yield "UPDATE deliveries SET state = 'sent'", ()


async def test_old_reviews_owe_no_alerts(store: Store) -> None:
    await follow(store, HERE)
    assert (await publish(store, an_incoming(), alert=False)).alerts == 0
    assert await number(store, "SELECT COUNT(*) FROM deliveries") == 0


@pytest.mark.parametrize(
    ("scope", "key", "told"),
    [
        ("all", "all", True),
        ("genre", "action", True),
        ("genre", "comedy", False),
        ("platform", "netflix", True),
        ("person", "jeon-jong-seo", True),
        ("person", "action", False),
    ],
)
async def test_a_review_answers_to_what_its_work_is(store: Store, scope: str, key: str, told: bool) -> None:
    await follow(store, HERE, scope, key)  # type: ignore[arg-type]
    work = a_work(genres=("Action",), platform="Netflix", people=("Jeon Jong-seo",))
    assert (await publish(store, an_incoming(work))).alerts == int(told)


async def test_a_followed_work_tells_of_its_next_review(store: Store) -> None:
    await publish(store, an_incoming(a_work(id=77)))
    await follow(store, HERE, "work", "77")
    assert (await publish(store, an_incoming(a_work(title="Another")))).alerts == 0
    assert (await publish(store, an_incoming(a_work()))).alerts == 1


async def test_the_newest_comparables_of_a_work_count(store: Store) -> None:
    await publish(store, an_incoming(source="here", comparables=("Gone Girl", "Gone Girl", "The Glory")))
    await publish(store, an_incoming(source="here", digest="second", comparables=("John Wick",)))
    assert await look(store, "SELECT form FROM comparables") == [("john wick",)]


async def test_a_rehearsal_tells_what_would_happen_and_keeps_nothing(store: Store) -> None:
    await follow(store, HERE)

    async def rehearsed(incoming: Incoming) -> reviews.Published:
        with pytest.raises(Rehearsed) as told:
            await store.write(rehearse, reviews.publish, incoming, store.ids, NOW, True)
        outcome: reviews.Published = told.value.result
        return outcome

    told = await rehearsed(an_incoming(source="here"))
    assert (told.outcome, told.alerts) == ("new", 1)
    for table in ("works", "names", "reviews", "comparables", "deliveries", "changes"):
        assert await rows_in(store, table) == 0, table
    await publish(store, an_incoming(source="here"))
    assert (await rehearsed(an_incoming(source="here"))).outcome == "unchanged"
    assert (await rehearsed(an_incoming(source="here", digest="second"))).outcome == "changed"
    assert await number(store, "SELECT revision FROM reviews") == 1


async def test_a_review_that_cannot_be_settled_leaves_nothing_behind(store: Store) -> None:
    def unsure(known: object, corrected: object) -> reviews.Entry:
        raise LookupError("which one?")

    broken = an_incoming()
    broken = Incoming(broken.review, broken.source, broken.digest, broken.forms, unsure, ())
    with pytest.raises(LookupError, match="which one"):
        await publish(store, broken)
    assert await number(store, "SELECT COUNT(*) FROM reviews") == 0
    assert await store.read(works.get, [WorkId(1)]) == []
