"""The editors' desk: what changes, what is owed or stopped with it, and that nobody overwrites another."""

import json
from dataclasses import replace

import pytest

from storage import (
    Editor,
    Evidence,
    Manuscript,
    Place,
    ReviewId,
    Shown,
    Store,
    WorkId,
    cards,
    deliveries,
    editing,
    facts,
    reviews,
    subscriptions,
    titles,
    works,
)
from storage.editing import Correction, Done
from storage.engine import Unit
from storage.reviews import Entry
from tests.storage.worlds import (
    ANA,
    BEN,
    DAY,
    NOW,
    a_work,
    an_incoming,
    cast,
    facets_of,
    follow,
    forms_of,
    look,
    number,
    publish,
    rows_in,
)

MIA = Editor(ANA, "Mia")
NOA = Editor(BEN, "Noa")
HERE = Place("discord", 7)
UNSURE = {"score": Evidence("four popcorns", "text", 0.4)}
WEEK = 7 * DAY


async def a_draft(store: Store, **said: object) -> Manuscript:
    incoming = an_incoming(a_work(title="Dark", genres=("Mystery",)), status="draft", **said)  # type: ignore[arg-type]
    done = await publish(store, replace(incoming, evidence=UNSURE))
    return await standing(store, done.review_id)


async def standing(store: Store, review: ReviewId) -> Manuscript:
    found = await store.read(editing.manuscript, review)
    assert found is not None
    return found


async def let_out(store: Store, known: Manuscript, by: Editor = MIA, now: int = NOW) -> Done:
    review = known.review
    return await store.write(editing.publish, review.id, review.revision, by, store.ids, now, WEEK)


async def take_back(store: Store, known: Manuscript, by: Editor = MIA) -> Done:
    review = known.review
    return await store.write(editing.retract, review.id, review.revision, by, store.ids, NOW)


async def mend(store: Store, known: Manuscript, by: Editor = MIA, **changes: object) -> Done:
    review = replace(known.review, **changes)  # type: ignore[arg-type]
    wanted = Correction(review, {}, tuple(changes), ())
    return await store.write(editing.correct, wanted, by, store.ids, NOW)


async def deeds(store: Store) -> list[tuple[str, str, int]]:
    return [
        (deed.what, deed.editor.name, deed.revision) for deed in await store.read(editing.history, None, 9)
    ]


async def test_a_draft_keeps_what_its_fields_rest_on(store: Store) -> None:
    known = await a_draft(store)
    assert known.evidence == UNSURE
    assert await store.read(editing.drafts, 0, 5) == [known]
    assert await store.read(editing.drafts, 1, 5) == []
    assert await store.read(editing.of_works, [known.work.id, WorkId(5)]) == [known]


async def test_a_published_draft_owes_its_alerts_once(store: Store) -> None:
    await follow(store, HERE)
    await follow(store, Place("telegram", 8), "genre", "mystery")
    known = await a_draft(store)
    assert await rows_in(store, "deliveries") == 0
    assert await let_out(store, known) == Done("done", 2)
    assert await let_out(store, known, NOA) == Done("already")
    assert await rows_in(store, "deliveries") == 2
    assert await deeds(store) == [("published", "Mia", 1)]
    assert await store.read(editing.drafts, 0, 5) == []


async def test_what_was_announced_before_a_restore_is_not_announced_again(store: Store) -> None:
    await follow(store, HERE)
    known = await a_draft(store, source="file:1")
    await store.write(_was_announced, "file:1")
    assert await let_out(store, known) == Done("done", 0)
    assert await rows_in(store, "deliveries") == 0


def _was_announced(source: str) -> Unit[None]:
    yield "INSERT INTO announced (source) VALUES (?)", (source,)


@pytest.mark.parametrize(("age", "owed"), [(WEEK - 1, 1), (WEEK + 1, 0)])
async def test_an_old_draft_is_announced_to_nobody(store: Store, age: int, owed: int) -> None:
    await follow(store, HERE)
    assert (await let_out(store, await a_draft(store, published_at=NOW - age))).alerts == owed


async def test_an_undated_draft_gets_its_date_when_it_is_published(store: Store) -> None:
    known = await a_draft(store, published_at=0)
    await let_out(store, known, now=NOW + 5)
    assert (await standing(store, known.review.id)).review.published_at == NOW + 5


async def test_a_correction_is_a_revision_and_makes_the_cards_stale(store: Store) -> None:
    known = await a_draft(store)
    await let_out(store, known)
    found = await store.read(facts.card, known.work.id, ANA)
    assert found is not None
    await store.write(cards.posted, HERE, "1", Shown(known.work.id, found.edition), NOW)
    assert await mend(store, known, summary="Time folds.") == Done("done")
    now = await standing(store, known.review.id)
    assert (now.review.summary, now.review.revision, now.review.issued) == ("Time folds.", 2, 1)
    assert now.review.status == "published"
    assert len(await store.read(cards.stale, "discord", NOW + 60, 0, 5)) == 1
    assert await number(store, "SELECT COUNT(*) FROM revisions WHERE review_id = ?", known.review.id) == 1
    assert await deeds(store) == [("edited", "Mia", 2), ("published", "Mia", 1)]


async def test_what_is_corrected_before_it_is_published_does_not_count_as_a_correction(store: Store) -> None:
    known = await a_draft(store)
    await mend(store, known, summary="Time folds.")
    await let_out(store, await standing(store, known.review.id))
    now = (await standing(store, known.review.id)).review
    assert (now.revision, now.issued) == (2, 2)


async def test_the_second_of_two_editors_changes_nothing(store: Store) -> None:
    known = await a_draft(store)
    assert await mend(store, known, summary="Mia's.") == Done("done")
    assert await mend(store, known, NOA, summary="Noa's.") == Done("changed")
    assert await let_out(store, known, NOA) == Done("changed")
    assert await take_back(store, known, NOA) == Done("changed")
    now = (await standing(store, known.review.id)).review
    assert (now.summary, now.status, now.revision) == ("Mia's.", "draft", 2)
    deed = await store.read(editing.last_deed, known.review.id)
    assert deed is not None
    assert (deed.what, deed.editor, deed.fields) == ("edited", MIA, ("summary",))


async def test_a_retraction_stops_what_is_owed_and_shows_on_the_card(store: Store) -> None:
    await follow(store, HERE)
    known = await a_draft(store)
    await let_out(store, known)
    assert await take_back(store, known) == Done("done", 1)
    assert await take_back(store, known, NOA) == Done("already")
    assert await store.write(deliveries.claim, "discord", NOW + 60, 5, 5) == []
    found = await store.read(facts.card, known.work.id, ANA)
    assert found is not None
    assert (found.review, found.retracted) == (None, True)
    assert await store.read(facts.reviewed, known.review.id) is None
    assert await deeds(store) == [("retracted", "Mia", 1), ("published", "Mia", 1)]


async def test_an_older_review_is_shown_again_and_says_that_a_newer_one_is_gone(store: Store) -> None:
    known = await a_draft(store)
    await let_out(store, known)
    newer = an_incoming(a_work(title="Dark", genres=("Mystery",)), published_at=NOW + 1)
    await take_back(store, await standing(store, (await publish(store, newer)).review_id))
    found = await store.read(facts.card, known.work.id, ANA)
    assert found is not None
    assert found.review is not None
    assert (found.review.id, found.retracted) == (known.review.id, True)


async def test_a_discarded_draft_shows_on_no_card(store: Store) -> None:
    known = await a_draft(store)
    assert await take_back(store, known) == Done("discarded")
    found = await store.read(facts.card, known.work.id, ANA)
    assert found is not None
    assert (found.review, found.retracted) == (None, False)
    assert await deeds(store) == [("discarded", "Mia", 1)]


async def test_a_review_published_again_takes_up_the_alerts_that_are_still_wanted(store: Store) -> None:
    there = Place("discord", 9)
    await follow(store, HERE)
    paused = await follow(store, there)
    told = await follow(store, Place("discord", 11))
    known = await a_draft(store)
    await let_out(store, known)
    for claimed in await store.write(deliveries.claim, "discord", NOW, 5, 9):
        if claimed.subscription_id == told.id:
            await store.write(deliveries.sent, claimed, "1")
    assert await take_back(store, known) == Done("done", 2)
    await store.write(subscriptions.pause, paused.id, NOW)
    assert await let_out(store, known) == Done("done", 1)
    states = dict(await look(store, "SELECT subscription_id, state FROM deliveries"))
    assert (states[told.id], states[paused.id]) == ("sent", "cancelled")
    assert sorted(states.values()) == ["cancelled", "due", "sent"]


async def test_a_correction_that_changes_nothing_settles_what_was_in_doubt(store: Store) -> None:
    known = await a_draft(store)
    assert await mend(store, known) == Done("already")
    now = await standing(store, known.review.id)
    assert (now.evidence, now.review.revision) == ({}, 1)
    assert await deeds(store) == []


async def about(store: Store, known: Manuscript, to: str) -> Done:
    """The review turns out to be about another work."""

    def settle(candidates: object, alone: bool) -> Entry:
        same = [each for each in candidates if each.id != known.work.id]  # type: ignore[attr-defined]
        work = same[0] if same else a_work(title=to, id=known.work.id if alone else 0)
        return Entry(work, forms_of(work), facets_of(work))

    wanted = Correction(known.review, {}, ("title",), (), (to.casefold(),), settle)
    return await store.write(editing.correct, wanted, MIA, store.ids, NOW)


async def test_a_review_moves_to_the_work_that_is_meant_and_a_bare_one_is_dropped(store: Store) -> None:
    other = await standing(store, (await publish(store, an_incoming(a_work(title="1899")))).review_id)
    known = await a_draft(store)
    before = await store.read(titles.last_change)
    assert await about(store, known, "1899") == Done("done")
    assert (await standing(store, known.review.id)).work.id == other.work.id
    assert await store.read(works.get, [known.work.id]) == []
    _, changed, names = await store.read(titles.names_since, before)
    assert known.work.id in changed
    assert known.work.id not in {name.work for name in names}


async def test_a_work_that_somebody_voted_on_stays_when_its_review_moves(store: Store) -> None:
    known = await a_draft(store)
    await cast(store, BEN, known.work.id, 8)
    assert await about(store, known, "1899") == Done("done")
    assert (await standing(store, known.review.id)).work.title == "1899"
    assert [work.title for work in await store.read(works.get, [known.work.id])] == ["Dark"]


async def in_question(store: Store) -> Manuscript:
    """A draft that could be about two works of one name."""
    for year in (2023, 2025):
        await publish(store, an_incoming(a_work(title="Dark", year=year), source=f"file:{year}"))
    known = await a_draft(store, source="file:3")
    both = await store.read(works.named, forms_of(known.work))
    await store.write(_could_be, known.review.id, json.dumps([work.id for work in both]))
    return await standing(store, known.review.id)


def _could_be(review: ReviewId, numbers: str) -> Unit[None]:
    yield "UPDATE reviews SET could_be = ? WHERE id = ?", (numbers, review)


async def test_what_could_be_about_several_works_is_published_once_it_is_said_which(store: Store) -> None:
    known = await in_question(store)
    assert len(known.could_be) > 1
    assert await store.read(editing.drafts, 0, 5) == [known]
    assert await let_out(store, known) == Done("unclear")
    assert (await standing(store, known.review.id)).review.status == "draft"
    await about(store, known, "Dark (2023)")
    assert (await let_out(store, await standing(store, known.review.id))).outcome == "done"


async def test_a_correction_of_something_else_does_not_say_which_work_is_meant(store: Store) -> None:
    known = await in_question(store)

    def settle(candidates: object, alone: bool) -> Entry:
        return Entry(known.work, forms_of(known.work), ())

    wanted = Correction(known.review, {}, ("genres",), (), forms_of(known.work), settle)
    assert (await store.write(editing.correct, wanted, MIA, store.ids, NOW)).outcome == "done"
    now = await standing(store, known.review.id)
    assert now.could_be == known.could_be
    assert await let_out(store, now) == Done("unclear")


async def test_what_is_not_there_is_gone(store: Store) -> None:
    known = await a_draft(store)
    absent = replace(known, review=replace(known.review, id=ReviewId(5)))
    assert await let_out(store, absent) == Done("gone")
    assert await take_back(store, absent) == Done("gone")
    assert await mend(store, absent, summary="x") == Done("gone")
    assert await store.read(editing.last_deed, ReviewId(5)) is None


async def test_an_import_of_the_same_text_leaves_an_edit_alone(store: Store) -> None:
    incoming = an_incoming(source="file:1")
    known = await standing(store, (await publish(store, incoming)).review_id)
    await mend(store, known, summary="Mended.")
    assert await publish(store, incoming) == reviews.Published("unchanged", known.review.id)
    assert (await standing(store, known.review.id)).review.summary == "Mended."
