"""Tables of reviews: every delimiter, every mistake by its line, and nothing that a row does not say."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.bulk import read_table
from bot.feeds.bulk.tables import COLUMNS
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
    text = "title,sumary,rating\nNightcap,Fine.,4\n"
    assert drafts(text) == []
    assert faults(text)[0] == (
        'a.csv:1: sumary: is not a known column; the nearest is "summary". Rename it or take it out'
    )
    assert faults(text)[1].startswith("a.csv:1: rating: is not a known column")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty; its first row should name the columns"),
        ("\n \n", "is empty; its first row should name the columns"),
        ("year,score\n2021,4/5\n", "title: is missing; the first row should name the columns"),
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
