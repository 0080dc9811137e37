"""Letterboxd's export: its stars, its own words, and no review where nobody wrote one."""

import csv
import io
from typing import Any

import pytest

from bot.feeds.bulk import read_table
from bot.feeds.faults import Fault, Skipped
from bot.rules.drafts import Draft

COLUMNS = ["Date", "Name", "Year", "Letterboxd URI", "Rating", "Rewatch", "Review", "Tags", "Watched Date"]
SHORT = "A small bar, a long night, and not one wasted glance. <i>Lovely.</i>"
LONG = (
    "Nightcap follows two waiters who run a hotel bar for one last night while the building is being sold "
    "around them, and it finds more to laugh at in a shared cigarette than others do in a car chase.\n\n"
    "The camera stays at the height of the counter. The songs are chosen with love, the jokes come in "
    "pauses, and nobody raises their voice.\n\n"
    "In the final scene the older waiter dies behind the counter.\n\n"
    "Overall, this film is a warm and generous comedy, and well worth an evening."
)


def export(*rows: dict[str, str], columns: list[str] = COLUMNS) -> str:
    text = io.StringIO()
    table = csv.DictWriter(text, columns, restval="")
    table.writeheader()
    table.writerows(rows)
    return text.getvalue()


def row(**said: str) -> dict[str, str]:
    usual = {"Date": "2023-10-06", "Name": "Nightcap", "Year": "2021", "Rating": "3.5", "Review": SHORT,
             "Letterboxd URI": "https://boxd.it/abc1"}  # fmt: skip
    return usual | said


def read(*rows: dict[str, str], **how: Any) -> list[Draft | Fault | Skipped]:
    return list(read_table(export(*rows, **how), "reviews.csv", lambda name: False))


def one(**said: str) -> Draft:
    (draft,) = read(row(**said))
    assert isinstance(draft, Draft)
    return draft


def test_a_review_is_read_field_by_field() -> None:
    draft = one()
    assert (draft.title, draft.year, draft.outlet) == ("Nightcap", 2021, "Letterboxd")
    assert (draft.score_text, draft.score, draft.verdict) == ("3.5/5", 70.0, "watch")
    assert (draft.url, draft.published_at) == ("https://boxd.it/abc1", 1_696_550_400)
    assert draft.summary == "A small bar, a long night, and not one wasted glance. Lovely."
    assert draft.evidence["score"].origin == "feed"


@pytest.mark.parametrize(
    ("rating", "score", "verdict"), [("0.5", 10.0, "skip"), ("2.5", 50.0, "skip"), ("5", 100.0, "watch")]
)
def test_ratings_are_of_five_stars(rating: str, score: float, verdict: str) -> None:
    assert (one(Rating=rating).score, one(Rating=rating).verdict) == (score, verdict)


def test_without_a_rating_there_is_no_score() -> None:
    assert (one(Rating="").score, one(Rating="").score_text) == (None, "")


def test_the_rating_column_wins_over_a_score_in_the_text() -> None:
    assert one(Review=f"{LONG} My score: 2/10", Rating="4").score_text == "4/5"


def test_a_long_review_is_summed_up_without_its_ending() -> None:
    draft = one(Review=LONG)
    assert draft.summary
    assert len(draft.summary.split()) <= 60
    assert "waiter dies" not in draft.summary
    assert "older waiter dies" in draft.spoilers


def test_a_short_review_that_gives_something_away_is_kept_apart() -> None:
    draft = one(Review="The waiter is the killer and dies in the final scene.")
    assert draft.summary == ""
    assert "killer" in draft.spoilers


def test_other_works_seasons_and_years_in_the_text_change_nothing() -> None:
    draft = one(Review=f"Better than season 2 of Harbour Lights (2019), and shorter. {LONG}")
    assert (draft.title, draft.year, draft.season, draft.kind) == ("Nightcap", 2021, None, None)


def test_films_that_were_only_rated_or_watched_are_passed_over() -> None:
    assert read(row(Review=""), row(Review=" \n ")) == [Skipped("without a review")] * 2
    rated = {"Date": "2023-10-06", "Name": "Nightcap", "Year": "2021", "Rating": "4",
             "Letterboxd URI": "https://boxd.it/1"}  # fmt: skip
    assert read(rated, columns=COLUMNS[:5]) == [Skipped("without a review")]


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("Name", "", "is missing"),
        ("Name", "\u200b", "is missing"),
        ("Name", "x" * 201, "should be text of at most 200 characters"),
        ("Year", "soon", 'should be a year such as 2021, not "soon"'),
        ("Rating", "7", 'should be 0.5 to 5 in steps of a half, not "7"'),
        ("Rating", "3.7", 'should be 0.5 to 5 in steps of a half, not "3.7"'),
        ("Date", "0001-01-01", 'should be a date such as "2023-10-06"'),
        ("Date", "yesterday", 'should be a date such as "2023-10-06"'),
    ],
)
def test_a_mistake_is_named_by_line_and_column_and_stops_no_other(column: str, cell: str, said: str) -> None:
    wrong, right = read(row(**{column: cell}), row(Name="Daybreak"))
    assert str(wrong) == f"reviews.csv:2: {column}: {said}"
    assert isinstance(right, Draft)
    assert (right.title, right.line) == ("Daybreak", 3)


@pytest.mark.parametrize("folder", ["deleted", "orphaned"])
def test_what_its_author_deleted_is_not_brought_back(folder: str) -> None:
    table = export(row())
    assert list(read_table(table, f"export/{folder}/reviews.csv", lambda name: False)) == [
        Skipped("withdrawn")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Date Joined,Username,Given Name\n2020-01-01,ada,Ada\n",
        "Date,Content,Comment\n2020-01-01,https://boxd.it/1,Yes!\n",
        "Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2020-01-01,Bars,,,\n",
        "Date,Letterboxd URI\n2020-01-01,https://boxd.it/1\n",
    ],
)
def test_the_other_parts_of_an_export_hold_no_reviews(text: str) -> None:
    assert list(read_table(text, "any.csv", lambda name: False)) == [Skipped("without a review")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Schön gefilmt, wie am Ende die Mutter stirbt und der Bruder der Mörder ist.", "de"),
        ("Cuando Clara muere en la última escena, todo encaja; el asesino era el padre.", "es"),
        ("Vera was the thief the whole time and Jonas was a ghost", "en"),
        ("She never makes it off the island.", "en"),
    ],
)
def test_a_short_review_that_tells_the_story_is_no_summary_in_any_language(text: str, language: str) -> None:
    draft = one(Review=text)
    assert (draft.summary, draft.language) == ("", language)


def test_a_short_review_in_a_language_that_cannot_be_judged_is_no_summary() -> None:
    assert one(Review="Kaunis elokuva, mutta lopussa baarimikko kuolee.").summary == ""


def test_a_short_review_in_another_language_is_its_own_summary() -> None:
    draft = one(Review="Eine kleine Bar, eine lange Nacht und kein Blick zu viel.")
    assert (draft.summary, draft.language) == (
        "Eine kleine Bar, eine lange Nacht und kein Blick zu viel.", "de")  # fmt: skip


def test_tags_part_words_and_what_follows_a_warning_is_kept_apart() -> None:
    told = "<i>SPOILERS</i><br>It was her brother. She pushed him off the pier."
    draft = one(Review=f"A small bar and a long night.<br><br>{told}<br/><br/>I liked the <b>songs</b>most.")
    assert draft.spoilers == "It was her brother. She pushed him off the pier."
    assert draft.summary == "A small bar and a long night. I liked the songs most."
