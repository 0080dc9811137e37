"""What a file is: told by what it says, then by its name, then by its media type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.contents import Found, read_contents
from bot.feeds.faults import Fault, Skipped
from bot.feeds.sorts import A_FEED, BY_ENDING, OTHERS, NotReadable, refusal_of, sort_of

RECORD = '{"work": {"title": "Dark"}, "review": {}}'
NAMES = st.sampled_from(["", "a", "a.pdf", *(f"a{ending}" for ending in BY_ENDING)])
KINDS = st.sampled_from(["", "text/html", "application/json", "text/csv", "image/png"])
STARTS = st.sampled_from(
    [b"", b"PK\x03\x04", b"<?xml version='1.0'?><rss xmlns:wp='http://wordpress.org/export/1.2/'>", b"<html>",
     b"title,score\n", b'{"work": ', b'[{"work": {}}', b"---\ntitle: x\n---\n", b"\xff\xfe", b"%PDF-"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "kind", "sort"),
    [
        ("A film.", "", "", "text"),
        ("A film.", "a.md", "", "text"),
        ("<p>A film.</p>", "", "", "page"),
        ("A film.", "a.html", "", "page"),
        ("<!-- saved --><html>", "a.txt", "text/html", "text"),
        ("  <!DOCTYPE html><p>", "a.txt", "", "page"),
        ("<html>", "a.csv", "text/csv", "page"),
        (RECORD, "a.txt", "", "records"),
        (f"[\n {RECORD}]", "", "text/plain", "records"),
        (f"{RECORD}\n{RECORD}\n", "a.txt", "", "lines"),
        (f"{RECORD}\n", "a.jsonl", "", "lines"),
        (f"{RECORD}\n", "a.json", "", "records"),
        (RECORD.replace("Dark", "D" * 9000) + f"\n{RECORD}", "", "", "lines"),
        ('[Watch it](https://a.example), it is a "work" of care.', "", "", "text"),
        ('{"title": "Dark", "date": "2021-01-01"}\n\nA film.', "post.md", "", "text"),
        ("title;year\nDark;2017", "", "", "table"),
        ('"Title","Year"\r\n"Dark","2017"', "", "", "table"),
        ("Date,Name,Year,Letterboxd URI,Rating\n", "a.txt", "", "table"),
        ("Title, a word about it, and more.", "", "", "text"),
        ("Year, kind, title: a quiz.\n", "", "", "text"),
        ("a,b\n", "", "text/csv", "table"),
        ("a,b\n", "a.tsv", "text/plain", "table"),
        ("<urlset/>", "a.xml", "", "export"),
    ],
)
def test_a_file_is_what_it_says_that_it_is(text: str, name: str, kind: str, sort: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert sort_of(text.encode(encoding), name, kind) == sort


def test_a_feed_and_what_is_no_text_are_refused() -> None:
    with pytest.raises(NotReadable, match=A_FEED[:20]):
        sort_of(b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "a.xml")
    for mark in (mark for other in OTHERS for mark in other.marks):
        with pytest.raises(NotReadable):
            sort_of(mark + b"\x00\x01" * 50, "review.txt", "text/plain")


def test_a_name_that_is_read_is_worth_getting_whatever_its_kind() -> None:
    assert refusal_of("films.csv", "application/vnd.ms-excel") == ""
    assert refusal_of("films.v2", "") == ""
    assert "spreadsheet" in refusal_of("FILMS.XLSX", "")
    assert "picture" in refusal_of("", "image/heic")


@given(STARTS, st.binary(max_size=400), NAMES, KINDS)
def test_whatever_stands_in_a_file_it_is_read_or_refused(
    start: bytes, rest: bytes, name: str, kind: str
) -> None:
    for each in read_contents(start + rest, name, lambda title: False, kind):
        assert isinstance(each, Found | Fault | Skipped)
