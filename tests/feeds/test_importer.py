"""Reviews in: once is enough, an edit is a revision, what is new owes alerts, a rehearsal changes nothing."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.feeds.importer import source_of, take_in
from bot.rules.drafts import FRESH_SECONDS, Draft
from bot.rules.editing import DETAILS, about, corrected, doubtful
from bot.rules.editing import texts as filled_in
from storage import (
    Account,
    CardFacts,
    Credit,
    Editor,
    Evidence,
    Manuscript,
    Place,
    Status,
    Store,
    deliveries,
    editing,
    open_store,
    subscriptions,
    works,
)
from storage.facts import NOBODY, latest
from storage.reviews import Published

NOW = 1_760_000_000
MIA = Editor(Account("discord", 1), "Mia")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "reviews.db"


@pytest.fixture
async def store(file: Path) -> AsyncIterator[Store]:
    opened = await open_store(f"sqlite:///{file}")
    yield opened
    await opened.close()


def draft(title: str = "Ballerina", **said: Any) -> Draft:
    return replace(Draft(title, year=2023, url="https://example.org/1", published_at=NOW), **said)


async def bring(store: Store, what: Draft, status: Status = "published", dry_run: bool = False) -> Published:
    return await take_in(store, what, source_of(what), NOW, status, dry_run)


async def shown(store: Store) -> list[CardFacts]:
    return await store.read(latest, 100, NOBODY)


async def follow(store: Store, scope: Any = "all", key: str = "all", chat: int = 1) -> None:
    await store.write(
        subscriptions.add, Place("telegram", chat), scope, key, key, (store.ids(), store.ids()), NOW
    )


def tables(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


async def test_a_new_review_makes_its_work_and_can_be_read_back(store: Store) -> None:
    said = draft(
        platform="Netflix",
        genres=("Action",),
        people=(Credit("Jeon Jong-seo", "cast", "Ok-ju"),),
        score_text="4/5",
        score=80.0,
        verdict="watch",
        pros=("Colour",),
        spoilers="She wins.",
    )
    assert (await bring(store, said)).outcome == "new"
    (facts,) = await shown(store)
    assert (facts.work.title, facts.work.year, facts.work.platform) == ("Ballerina", 2023, "Netflix")
    assert facts.work.people == said.people
    assert facts.review is not None
    assert (facts.review.score, facts.review.verdict, facts.review.spoilers) == (80.0, "watch", "She wins.")
    assert (facts.review.revision, facts.review.published_at) == (1, NOW)


async def test_bringing_it_twice_changes_nothing(store: Store, file: Path) -> None:
    await follow(store)
    first = await bring(store, draft())
    before = tables(file)
    again = await bring(store, replace(draft(), line=40))
    assert (again.outcome, again.review_id, again.alerts) == ("unchanged", first.review_id, 0)
    assert tables(file) == before


async def test_an_edited_review_is_a_new_revision_of_the_same_and_owes_nothing(
    store: Store, file: Path
) -> None:
    await follow(store)
    await bring(store, draft(summary="Bad."))
    assert (await bring(store, draft(summary="Good."))).outcome == "changed"
    (facts,) = await shown(store)
    assert facts.review is not None
    assert (facts.review.summary, facts.review.revision) == ("Good.", 2)
    with closing(sqlite3.connect(file)) as connection:
        assert "Bad." in connection.execute("SELECT details FROM revisions WHERE revision = 1").fetchone()[0]
        assert connection.execute("SELECT COUNT(*) FROM deliveries").fetchone() == (1,)


async def test_an_edit_may_correct_the_works_title(store: Store) -> None:
    await bring(store, draft("Balerina"))
    await bring(store, draft("Ballerina"))
    (facts,) = await shown(store)
    assert facts.work.title == "Ballerina"
    assert await store.read(works.named, ("balerina",)) == []


async def test_a_second_review_joins_the_work_and_the_newest_is_shown(store: Store) -> None:
    await bring(store, draft(genres=("Action",)))
    later = draft(url="https://example.org/2", genres=("Thriller",), published_at=NOW + 60, author="Ada")
    assert (await bring(store, later)).outcome == "new"
    (facts,) = await shown(store)
    assert facts.work.genres == ("Action", "Thriller")
    assert facts.review is not None
    assert facts.review.author == "Ada"


async def two_of_one_name(store: Store) -> None:
    await bring(store, draft(year=2016))
    await bring(store, draft(year=2025, url="https://example.org/2"))


async def stands(store: Store, done: Published) -> Manuscript:
    found = await store.read(editing.manuscript, done.review_id)
    assert found is not None
    return found


async def test_a_review_that_could_be_of_several_works_is_a_draft_that_names_them(store: Store) -> None:
    await follow(store)
    await two_of_one_name(store)
    unclear = draft(year=None, url="https://example.org/3", genres=("Musical",))
    done = await bring(store, unclear)
    assert (done.outcome, done.status, done.alerts) == ("new", "draft", 0)
    known = await stands(store, done)
    assert [work.year for work in known.could_be] == [2025, 2016]
    assert known.evidence["year"] == Evidence("Ballerina", "text", 0.5)
    assert doubtful(known.evidence) == ("year",)
    assert known.work.genres == ()
    assert (await bring(store, unclear)).outcome == "unchanged"
    assert len(await store.read(works.named, ("ballerina",))) == 2


async def test_a_review_that_says_later_which_work_it_means_goes_there_and_is_published(store: Store) -> None:
    await two_of_one_name(store)
    done = await bring(store, draft(year=None, url="https://example.org/3"))
    again = await bring(store, draft(year=2016, url="https://example.org/3"))
    assert (again.outcome, again.status, again.review_id) == ("changed", "published", done.review_id)
    known = await stands(store, done)
    assert (known.work.year, known.could_be) == (2016, ())
    assert [work.year for work in await store.read(works.named, ("ballerina",))] == [2016, 2025]


async def test_which_work_it_is_an_editor_has_said_for_good(store: Store) -> None:
    await two_of_one_name(store)
    done = await bring(store, draft(year=None, url="https://example.org/3"))
    known = await stands(store, done)
    meant = known.could_be[1]
    assert (await store.write(editing.correct, about(known, meant), MIA, store.ids, NOW)).outcome == "done"
    for summary in ("More.", "Most."):
        again = await bring(store, draft(year=2025, url="https://example.org/3", summary=summary))
        assert again.status == "published"
        known = await stands(store, again)
        assert (known.work.id, known.work.year, known.review.summary) == (meant.id, 2016, summary)
        assert known.could_be == ()


async def corrects(store: Store, done: Published, **texts: str) -> None:
    """An editor fills these in, in a form that holds the score, the verdict and the summary as well."""
    known = await stands(store, done)
    seen = {name: text for name, text in filled_in(known).items() if name in ("score", "verdict", "summary")}
    wanted = corrected(known, seen | texts)
    assert not isinstance(wanted, dict), wanted
    assert (await store.write(editing.correct, wanted, MIA, store.ids, NOW)).outcome == "done"


CHANGES: dict[str, tuple[str, dict[str, Any]]] = {
    "score": ("2/5", {"score_text": "5/5", "score": 100.0}),
    "verdict": ("skip", {"verdict": "maybe"}),
    "summary": ("An editor's.", {"summary": "Theirs."}),
    "spoilers": ("An editor's.", {"spoilers": "Theirs."}),
    "audience": ("An editor's.", {"audience": "Theirs."}),
    "pros": ("An editor's.", {"pros": ("Theirs.",)}),
    "cons": ("An editor's.", {"cons": ("Theirs.",)}),
    "comparables": ("Black Swan", {"comparables": ("John Wick",)}),
    "notes": ("grief", {"notes": ("blood",)}),
    "author": ("Ada", {"author": "Cy"}),
    "outlet": ("The Late Row", {"outlet": "Second Feature"}),
    "date": ("2024-02-29", {"published_at": NOW - 5 * 86_400}),
    "language": ("ko", {"language": "de"}),
    "title": ("Ballerinas", {"title": "Balerina"}),
    "year": ("2022", {"year": 2021}),
    "kind": ("series", {"kind": "film"}),
    "platform": ("Netflix", {"platform": "Cinemas"}),
    "genres": ("Action", {"genres": ("Drama",)}),
}


@pytest.mark.parametrize("name", CHANGES)
async def test_what_an_editor_set_stays_when_the_text_changes_and_the_rest_follows(
    store: Store, name: str
) -> None:
    done = await bring(store, draft(score_text="4/5", score=80.0, verdict="watch", summary="At first."))
    mended, change = CHANGES[name]
    await corrects(store, done, **{name: mended})
    later: dict[str, Any] = {"score_text": "3/5", "score": 60.0, "summary": "Later."}
    again = await bring(store, draft(**later | change))
    assert again.outcome == "changed"
    now = filled_in(await stands(store, done))
    assert now[name] == mended
    expected = {"score": "3/5", "summary": "Later."}
    expected.pop(name, None)
    assert {each: now[each] for each in expected} == expected


async def test_everything_that_editors_can_change_is_kept_so() -> None:
    assert set(CHANGES) | {"season", "url"} == set(DETAILS)


async def test_what_an_editor_confirmed_stays_confirmed_while_the_text_says_the_same(store: Store) -> None:
    doubt = {"score": Evidence("four stars for the popcorn", "text", 0.4)}
    said = draft(score_text="4/5", score=80.0, summary="At first.", evidence=doubt)
    done = await bring(store, said, "draft")
    await corrects(store, done, verdict="maybe")
    await bring(store, replace(said, summary="Later."), "draft")
    assert doubtful((await stands(store, done)).evidence) == ()
    await bring(store, replace(said, score_text="5/5", score=100.0), "draft")
    assert doubtful((await stands(store, done)).evidence) == ("score",)


async def test_another_review_of_the_work_does_not_undo_what_an_editor_set_of_it(store: Store) -> None:
    first = await bring(store, draft(genres=("Action", "Horror")))
    second = draft(url="https://example.org/2", genres=("Horror",))
    await bring(store, second)
    await corrects(store, first, genres="Action")
    await bring(store, replace(second, summary="More."))
    assert (await stands(store, first)).work.genres == ("Action",)


async def test_a_draft_that_an_editor_let_out_is_not_corrected_by_the_same_text(store: Store) -> None:
    done = await bring(store, draft(), "draft")
    await store.write(editing.publish, done.review_id, 1, MIA, store.ids, NOW, FRESH_SECONDS)
    assert (await bring(store, draft())).outcome == "unchanged"
    assert (await stands(store, done)).review.revision == 1


async def test_a_draft_never_replaces_what_is_out(store: Store) -> None:
    done = await bring(store, draft(summary="Out."))
    again = await bring(store, draft(summary="Unsure."), "draft")
    assert (again.outcome, again.status, again.review_id) == ("left", "published", done.review_id)
    assert (await stands(store, done)).review.summary == "Out."


@pytest.mark.parametrize("status", ["draft", "published"])
async def test_what_an_editor_took_back_an_import_does_not_bring_back(store: Store, status: Status) -> None:
    await follow(store)
    done = await bring(store, draft())
    await store.write(editing.retract, done.review_id, 1, MIA, store.ids, NOW)
    again = await bring(store, draft(summary="More."), status)
    assert (again.outcome, again.status, again.alerts) == ("left", "retracted", 0)
    assert await shown(store) == []


async def test_an_undated_review_that_changes_keeps_its_date(store: Store) -> None:
    await bring(store, draft(published_at=None))
    await take_in(store, draft(published_at=None, summary="More."), "x", NOW + 9_999)
    (facts,) = await shown(store)
    assert facts.review is not None
    assert (facts.review.summary, facts.review.published_at) == ("More.", NOW)


async def test_a_review_without_an_address_is_known_by_who_wrote_it_of_what(store: Store) -> None:
    bare = draft(url="", outlet="The Late Row", author="Ada")
    await bring(store, bare)
    assert (await bring(store, bare)).outcome == "unchanged"
    assert (await bring(store, replace(bare, summary="More."))).outcome == "changed"
    assert (await bring(store, replace(bare, author="Cy"))).outcome == "new"
    assert (await bring(store, replace(bare, season=2, kind="season"))).outcome == "new"


async def test_a_draft_is_shown_to_nobody_until_it_is_published(store: Store) -> None:
    await follow(store)
    hidden = await bring(store, draft(), "draft")
    assert (hidden.outcome, hidden.alerts) == ("new", 0)
    assert await shown(store) == []
    published = await bring(store, draft())
    assert (published.outcome, published.alerts, published.review_id) == ("changed", 1, hidden.review_id)
    assert len(await shown(store)) == 1


@pytest.mark.parametrize(
    ("scope", "key"),
    [("all", "all"), ("genre", "action"), ("platform", "netflix"), ("person", "jeon-jong-seo")],
)
async def test_a_fresh_review_owes_one_alert_to_each_follower(store: Store, scope: str, key: str) -> None:
    await follow(store, scope, key)
    await follow(store, scope, key, chat=2)
    await follow(store, "genre", "comedy", chat=3)
    said = draft(platform="Netflix", genres=("Action",), people=(Credit("Jeon Jong-seo"),))
    assert (await bring(store, said)).alerts == 2


async def test_who_follows_it_in_several_ways_hears_of_it_once(store: Store) -> None:
    for scope, key in (("all", "all"), ("genre", "action")):
        await follow(store, scope, key)
    assert (await bring(store, draft(genres=("Action",)))).alerts == 1


@pytest.mark.parametrize(
    ("published_at", "alerts"),
    [(NOW - FRESH_SECONDS + 1, 1), (NOW - FRESH_SECONDS, 0), (NOW - 10 * FRESH_SECONDS, 0), (None, 1)],
    ids=["of this week", "a week old", "old", "undated"],
)
async def test_an_old_review_owes_no_alert(store: Store, published_at: int | None, alerts: int) -> None:
    await follow(store)
    assert (await bring(store, draft(published_at=published_at))).alerts == alerts


async def test_an_undated_review_is_of_today_and_stays_of_that_day(store: Store) -> None:
    await bring(store, draft(published_at=None))
    again = await take_in(store, draft(published_at=None), "x", NOW + 9_999)
    (facts,) = await shown(store)
    assert facts.review is not None
    assert (again.outcome, facts.review.published_at) == ("unchanged", NOW)


async def test_a_rehearsal_says_what_would_happen_and_writes_nothing(store: Store, file: Path) -> None:
    await follow(store)
    await bring(store, draft())
    before = tables(file)
    new = await bring(store, draft("Dark", year=2017, url="https://example.org/2"), dry_run=True)
    changed = await bring(store, draft(summary="Other."), dry_run=True)
    unchanged = await bring(store, draft(), dry_run=True)
    assert [(each.outcome, each.alerts) for each in (new, changed, unchanged)] == [
        ("new", 1),
        ("changed", 0),
        ("unchanged", 0),
    ]
    assert tables(file) == before


async def test_alerts_too_many_for_one_go_are_all_written_and_counted(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliveries, "AT_ONCE", 2)
    for chat in range(1, 8):
        place, ids = Place("telegram", chat), (store.ids(), store.ids())
        await store.write(subscriptions.add, place, "all", "all", "Everything", ids, NOW)
    assert (await bring(store, draft())).alerts == 7
