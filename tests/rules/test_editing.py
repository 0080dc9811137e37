"""What editors write into a form: understood, refused in words, or left as it stands."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.editing import DETAILS, PARTS, asked_in, corrected, doubtful, texts
from storage import Evidence, Manuscript, Review, ReviewId, Work, WorkId
from storage.editing import Correction

WORK = Work(WorkId(1), "film", "Gone Girl", 2014, platform="Netflix", genres=("Thriller", "Mystery"))
REVIEW = Review(
    ReviewId(2), WorkId(1), author="Pearl Locke", published_at=1_700_000_000, score_text="four popcorns",
    summary="A wife\nvanishes.", pros=("The score", "The cast"), revision=3,
)  # fmt: skip
EVIDENCE = {
    "score_text": Evidence("four popcorns", "text", 0.4),
    "title": Evidence("Gone Girl", "head", 0.6),
    "summary": Evidence("A wife vanishes.", "head", 0.7),
}
KNOWN = Manuscript(REVIEW, WORK, EVIDENCE)


def taken(**values: str) -> Correction:
    found = corrected(KNOWN, values)
    assert isinstance(found, Correction), found
    return found


def refused(**values: str) -> dict[str, str]:
    found = corrected(KNOWN, values)
    assert isinstance(found, dict)
    return found


def test_a_form_handed_in_as_it_was_changes_nothing_and_settles_every_doubt() -> None:
    found = taken(**texts(KNOWN))
    assert (found.fields, found.review, found.settle) == ((), REVIEW, None)
    assert doubtful(found.evidence) == ()
    assert {each.origin for each in found.evidence.values()} == {"editor"}


def test_what_is_doubtful_is_asked_first_and_the_least_sure_before_others() -> None:
    assert doubtful(EVIDENCE) == ("score", "title")
    assert asked_in(0, EVIDENCE) == ("score", "title", "verdict", "summary", "spoilers")


def test_every_detail_has_a_place_in_the_form_and_no_part_more_than_five() -> None:
    assert {name for _, names in PARTS[1:] for name in names} == set(DETAILS) == set(texts(KNOWN))
    assert all(len(names) <= 5 for _, names in PARTS)
    assert len(asked_in(0, {name: Evidence("", "text", 0.1) for name in DETAILS})) == 5


def test_a_score_is_read_and_the_rest_stays() -> None:
    found = taken(score=" 3 / 4 ", summary=texts(KNOWN)["summary"])
    assert (found.review.score_text, found.review.score) == ("3 / 4", 75.0)
    assert found.fields == ("score",)
    assert found.review.summary == "A wife\nvanishes."
    assert doubtful(found.evidence) == ("title",)


def test_lists_are_one_item_on_each_line() -> None:
    found = taken(pros="The cast\r\n\r\n  The   score \nThe cast", comparables="Zodiac")
    assert found.review.pros == ("The cast", "The score")
    assert found.comparables == ("zodiac",)


@pytest.mark.parametrize(
    "name", ["score", "verdict", "summary", "spoilers", "author", "date", "pros", "year"]
)
def test_what_may_be_empty_is_emptied(name: str) -> None:
    before = Manuscript(
        Review(ReviewId(2), WorkId(1), author="P", published_at=86_400, score_text="4/5", score=80.0,
               verdict="watch", summary="S", spoilers="S", pros=("P",)), WORK, {},
    )  # fmt: skip
    found = corrected(before, {name: ""})
    assert isinstance(found, Correction)
    assert found.fields == (name,)
    if name != "year":
        emptied: dict[str, Any] = {"score": found.review.score, "verdict": found.review.verdict}
        assert not texts(Manuscript(found.review, WORK, {}))[name]
        assert emptied.get(name) is None


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("title", " ", "cannot be empty"),
        ("kind", "opera", "one of the choices"),
        ("kind", "season", "goes with the kind Season"),
        ("year", "14", "a number from 1870"),
        ("year", "²", "a number from 1870"),
        ("score", "five-ish", "should be a score such as"),
        ("verdict", "buy", "one of the choices"),
        ("summary", "word " * 61, "has 61 words; 60 are the most"),
        ("author", "a" * 101, "has 101 characters; 100 are the most"),
        ("pros", "\n".join(map(str, range(13))), "at most 12 lines"),
        ("notes", "n" * 41, "at most 40 characters"),
        ("url", "javascript:alert(1)", "should be a web address"),
        ("date", "23.11.2026", "should be a date such as"),
        ("language", "english please", "should be a language code"),
    ],
)
def test_what_is_no_such_thing_is_refused_with_what_would_be(name: str, text: str, why: str) -> None:
    wrong = refused(**{name: text, "outlet": "The Late Row"})
    assert len(wrong) == 1
    assert why in "".join(wrong.values())


def test_a_value_that_would_be_refused_may_stay_as_it_stands() -> None:
    assert taken(score="four popcorns", outlet="The Late Row").fields == ("outlet",)


def settled(correction: Correction, *candidates: Work, alone: bool = True) -> Work:
    assert correction.settle is not None
    return correction.settle([WORK, *candidates], alone).work


def test_another_platform_or_genre_is_the_same_work() -> None:
    found = settled(taken(platform="Cinemas", genres="Thriller"), alone=False)
    assert (found.id, found.platform, found.genres) == (WORK.id, "Cinemas", ("Thriller",))


def test_a_mended_title_renames_a_work_that_nobody_else_knows() -> None:
    found = settled(taken(title="Gone Girls"))
    assert (found.id, found.title, found.year) == (WORK.id, "Gone Girls", 2014)


def test_a_work_that_others_know_is_not_renamed() -> None:
    found = settled(taken(title="Gone Girls"), alone=False)
    assert (found.id, found.title) == (WorkId(0), "Gone Girls")


def test_a_known_work_of_the_mended_name_is_the_one_that_is_meant() -> None:
    other = Work(WorkId(9), "film", "Gone Baby Gone", 2007, genres=("Crime",))
    found = settled(taken(title="Gone Baby Gone", year="2007"), other)
    assert (found.id, found.genres) == (WorkId(9), ("Crime",))


def test_among_several_of_the_mended_name_none_is_guessed() -> None:
    twins = [Work(WorkId(9), "film", "Solo", 2018), Work(WorkId(10), "film", "Solo", 2018)]
    assert settled(taken(title="Solo", year="2018"), *twins).id == WORK.id
    assert settled(taken(title="Solo", year="2018"), *twins, alone=False).id == 0


NAMES = st.sampled_from([*DETAILS, "nonsense"])


@given(st.dictionaries(NAMES, st.text(max_size=300)))
def test_whatever_is_written_is_taken_or_refused_by_its_name(values: dict[str, str]) -> None:
    found = corrected(KNOWN, values)
    if isinstance(found, dict):
        assert found
        assert set(found) <= set(DETAILS)
    else:
        assert set(found.fields) <= set(values)
        assert found.review.id == REVIEW.id
