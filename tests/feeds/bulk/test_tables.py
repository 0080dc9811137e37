"""Tables of reviews: every delimiter, every mistake by its line, and nothing that a row does not say."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.bulk import is_table, read_table
from bot.feeds.bulk.columns import COLUMNS
from bot.feeds.faults import Fault, Skipped
from bot.rules.drafts import Draft
from storage import Credit

HEADER = "title,kind,year,season,score,verdict,summary,spoilers,author,outlet,url,date,genres,platform"
ROW = (
    'Nightcap,Film,2021,,4/5,,"Two waiters, one bar.","They, too, leave.",Ada Row,The Late Row,'
    "https://example.org/nightcap,2023-10-06,Comedy; Drama,Arte"
)


def read(text: str) -> list[Draft | Fault | Skipped]:
    return list(read_table(text, "a.csv", lambda name: False))


def drafts(text: str) -> list[Draft]:
    return [each for each in read(text) if isinstance(each, Draft)]


def faults(text: str) -> list[str]:
    return [str(each) for each in read(text) if isinstance(each, Fault)]


def table(*rows: list[str], delimiter: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def test_a_row_is_read_column_by_column() -> None:
    (draft,) = drafts(f"{HEADER}\n{ROW}\n")
    assert (draft.title, draft.kind, draft.year, draft.season) == ("Nightcap", "film", 2021, None)
    assert (draft.score_text, draft.score, draft.verdict) == ("4/5", 80.0, "watch")
    assert (draft.summary, draft.spoilers) == ("Two waiters, one bar.", "They, too, leave.")
    assert (draft.author, draft.outlet, draft.platform) == ("Ada Row", "The Late Row", "Arte")
    assert (draft.url, draft.published_at) == ("https://example.org/nightcap", 1_696_550_400)
    assert draft.genres == ("Comedy", "Drama")


def test_cast_and_director_become_people() -> None:
    (draft,) = drafts("title,director,cast\nNightcap,Ada Row,Bo Reed; Cy Lane\n")
    assert draft.people == (Credit("Ada Row", "director"), Credit("Bo Reed"), Credit("Cy Lane"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_every_delimiter_and_line_ending_is_understood(delimiter: str, ending: str) -> None:
    rows = [["\ufeffTitle", " YEAR ", "genres"], ["Nightcap", "2021", "Comedy; Drama"]]
    (draft,) = drafts(table(*rows, delimiter=delimiter).replace("\r\n", ending))
    assert (draft.title, draft.year, draft.genres) == ("Nightcap", 2021, ("Comedy", "Drama"))


def test_a_table_of_one_column_is_a_table() -> None:
    assert [draft.title for draft in drafts("title\nNightcap\nDaybreak\n")] == ["Nightcap", "Daybreak"]


def test_a_refused_row_is_named_by_its_line_and_stops_no_other() -> None:
    text = 'title,year,score,summary\nNightcap,soon,good,"Two\nlines"\n\n,2020,4/5,\nDaybreak,2020,B+,Fine.\n'
    assert [draft.title for draft in drafts(text)] == ["Daybreak"]
    assert drafts(text)[0].line == 6
    wrong = faults(text)
    assert wrong[0] == 'a.csv:2: year: should be a whole number from 1870 to 2100, not "soon"'
    assert wrong[1].startswith("a.csv:2: score: should be a score as it was written")
    assert wrong[2:] == ["a.csv:5: title: is missing"]


def test_a_bare_number_is_no_score() -> None:
    assert not drafts("title,score\nNightcap,4\n")
    assert len(faults("title,score\nNightcap,4\n")) == 1


def test_an_unknown_column_is_named_before_anything_is_read() -> None:
    text = "title,sumary,score\nNightcap,Fine.,4/5\n"
    assert drafts(text) == []
    assert faults(text) == [
        'a.csv:1: has a column that I do not know: "sumary" (summary?); rename it or take it out'
    ]


def test_all_unknown_columns_are_one_mistake_that_lists_the_known_ones() -> None:
    (wrong,) = faults("title,mood,rating10,auhtor\nNightcap,calm,8,Ada\n")
    assert wrong.startswith(
        'a.csv:1: has columns that I do not know: "mood", "rating10" and "auhtor" (author?)'
    )
    assert "; rename them or take them out. I know title, kind, year" in wrong
    assert len(faults(",".join(["title", *(f"odd{number}" for number in range(50))]))[0]) < 500


@pytest.mark.parametrize(
    "name", ["rating10", "reviewer's mail", "seasons", "note", "rewatch", "id", "tags", "titel2"]
)
def test_a_column_that_may_be_something_else_gets_no_name_to_be_renamed_to(name: str) -> None:
    (wrong,) = faults(f"title,{name}\nNightcap,1\n")
    assert f'"{name}"; rename' in wrong


def test_what_the_table_has_already_is_nobodys_nearest() -> None:
    (wrong,) = faults("title,titel,score\nNightcap,Nachttrunk,4/5\n")
    assert '"titel"; rename' in wrong


def test_a_table_without_a_first_row_of_names_is_one_mistake() -> None:
    (wrong,) = faults("Nightcap,2021,4/5,Fine.\nDaybreak,2020,B+,Slow.\n")
    assert wrong.startswith("a.csv:1: should name its columns in the first row; I know title, kind, year")


@pytest.mark.parametrize(
    ("columns", "cells"),
    [
        ("Name,Rating", "Nightcap,4/5"),
        ("film,stars,reviewer", "Nightcap,★★★★,Ada Row"),
        ("movie,score,watched", "Nightcap,4/5,2023-10-06"),
    ],
)
def test_columns_may_be_called_as_people_call_them(columns: str, cells: str) -> None:
    (draft,) = drafts(f"{columns}\n{cells}\n")
    assert (draft.title, draft.score, draft.verdict) == ("Nightcap", 80.0, "watch")
    assert draft.author == ("Ada Row" if "reviewer" in columns else "")
    assert draft.published_at == (1_696_550_400 if "watched" in columns else None)


def test_a_mistake_names_the_column_as_the_table_does() -> None:
    wrong = faults("film,rating,watched,genre\nNightcap,4,yes,Comedy\n")
    assert wrong[0].startswith("a.csv:2: watched: should be a date")
    assert wrong[1].startswith("a.csv:2: rating: should be a score as it was written")


def test_two_columns_for_one_thing_are_a_mistake() -> None:
    assert faults("film,title,rating\nNightcap,An evening,4/5\n") == [
        "a.csv:1: names title more than once, as film and title"
    ]


WORDS = (
    "Two waiters keep an empty bar open through a night of snow and wait for one guest. "
    "Ada Bergs gives the older one a weary charm, and the camera never hurries her. "
    "It is a warm, funny and wonderful film that I loved from its first minute. "
    "The music is superb, the jokes land, and I recommend it to everybody. "
)


@pytest.mark.parametrize("column", ["review", "text", "body"])
def test_a_reviews_text_says_what_no_column_says(column: str) -> None:
    (draft,) = drafts(table(["title", "year", "score", column], ["Nightcap", "2021", "4/5", WORDS]))
    assert (draft.title, draft.year, draft.score_text, draft.verdict) == ("Nightcap", 2021, "4/5", "watch")
    assert draft.outlet == ""
    assert draft.summary
    assert draft.summary.split(".")[0] in WORDS
    assert WORDS.strip() in draft.text
    assert not {"title", "year", "score"} & set(draft.evidence)


def test_what_a_column_says_wins_over_the_text() -> None:
    (draft,) = drafts(table(
        ["title", "score", "verdict", "summary", "review"],
        ["Nightcap", "B", "skip", "Mine.", f"{WORDS}\n\nRating: 5/5"],
    ))  # fmt: skip
    assert (draft.score_text, draft.verdict, draft.summary) == ("B", "skip", "Mine.")


def test_a_text_that_says_nothing_that_may_be_shown_is_a_mistake_not_an_empty_review() -> None:
    assert drafts(table(["title", "review"], ["Nightcap", "x"])) == []
    (wrong,) = faults(table(["title", "text"], ["Nightcap", "x"]))
    assert wrong.startswith("a.csv:2: text: says neither a score, a verdict nor a summary")
    assert [draft.title for draft in drafts("title,text\nNightcap,\n")] == ["Nightcap"]


def test_a_second_review_of_the_same_film_by_the_same_or_nobody_takes_no_ones_place() -> None:
    text = (
        "title,year,author,score\nUp,2009,,4/5\nUp,2009,,1/5\nUp,2009,Ada,3/5\nUp,2009,Bo,2/5\nUp,2010,,5/5\n"
    )
    assert [draft.score_text for draft in drafts(text)] == ["4/5", "3/5", "2/5", "5/5"]
    (wrong,) = faults(text)
    assert wrong.startswith("a.csv:3: has the same title and year, and the same author or none, as line 2")
    assert wrong.endswith("; tell them apart by author or url")


def test_reviews_at_one_address_do_not_replace_each_other() -> None:
    text = "title,url\nUp,https://example.org/1\nNightcap,https://example.org/1\nUp,https://example.org/2\n"
    assert len(drafts(text)) == 2
    assert faults(text)[0].startswith("a.csv:3: has the same address as line 2")


def test_the_same_row_twice_is_read_once() -> None:
    text = "title,year,score\nUp,2009,4/5\nNightcap,,B\nUp, 2009,4/5\n"
    assert len(drafts(text)) == 2
    assert [each for each in read(text) if not isinstance(each, Draft)] == [Skipped("there twice")]


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        ("Title,Review", True), ("Name;Rating;Review", True), ("film,review", False), ("Film, review", False),
        ("A film, a review", False), ("movie,stars,text,mood", True), ("movie,mood,text,stars,x,y", False),
    ],
)  # fmt: skip
def test_a_table_is_told_from_a_line_of_a_text(head: str, is_one: bool) -> None:
    assert is_table(f"{head}\nNightcap and more\n") == is_one


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty; its first row should name the columns"),
        ("\n \n", "is empty; its first row should name the columns"),
        ("year,score\n2021,4/5\n", 'should name a column "title" in its first row'),
        (",".join(f"c{number}" for number in range(101)), "names 101 columns; it may have 100"),
        ("title,year,year\nNightcap,2021,2022\n", "names year more than once"),
    ],
)
def test_a_table_without_proper_names_is_not_read(text: str, said: str) -> None:
    assert drafts(text) == []
    assert faults(text) == [f"a.csv:1: {said}"]


def test_a_row_that_does_not_fit_its_columns_is_refused() -> None:
    text = "title,year,summary\nNightcap,2021,Slow, generous\nDaybreak,2020\nSolo,2018,Fine.,,\n"
    assert [draft.title for draft in drafts(text)] == ["Solo"]
    assert faults(text)[0].startswith("a.csv:2: has 4 cells, and the first row names 3 columns")
    assert faults(text)[1].startswith("a.csv:3: has 2 cells")


def test_a_quotation_mark_left_open_is_said_by_its_line() -> None:
    text = 'title,summary\nNightcap,Fine.\nDaybreak,"It begins\nSolo,Fine.\n'
    assert [draft.title for draft in drafts(text)] == ["Nightcap"]
    assert faults(text)[0].startswith("a.csv:3: is no row of a table")
    assert "quotation mark left open" in faults(text)[0]


def test_a_giant_cell_refuses_its_row_alone() -> None:
    text = table(["title", "summary"], ["Nightcap", "x" * 200_000], ["Daybreak", "Fine."])
    assert [draft.title for draft in drafts(text)] == ["Daybreak"]
    assert len(faults(text)) == 1


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    for each in [
        *read(text),
        *read(f"title,year,score\n{text}"),
        *read(f"Name,Year,Letterboxd URI,Review\n{text}"),
    ]:
        assert isinstance(each, Draft | Fault | Skipped)


def test_every_field_of_the_form_has_a_column() -> None:
    row = {"title": "Nightcap", "kind": "film", "year": "2021", "score": "B", "verdict": "Watch",
           "language": "en", "url": "https://example.org/1", "image": "https://example.org/1.jpg",
           "date": "2023-10-06", "season": ""}  # fmt: skip
    columns = [name for name in COLUMNS if name != "people"]
    (draft,) = drafts(table(columns, [row.get(name, f"a {name}") for name in columns]))
    assert (draft.verdict, draft.audience, draft.original) == ("watch", "a audience", "a original")
    assert (draft.other_names, draft.pros, draft.notes) == (("a names",), ("a pros",), ("a notes",))
