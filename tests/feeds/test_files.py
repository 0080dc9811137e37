"""Files of reviews: found by name, read by their ending, and what cannot be read is said by name."""

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from bot.feeds.contents import LARGEST_ARTICLE_BYTES, Found
from bot.feeds.faults import Fault, Skipped
from bot.feeds.files import LARGEST_BYTES, LARGEST_EXPORT_BYTES, find_files, read_file
from bot.feeds.importer import source_of

ARTICLE = (
    "Nightcap Review\n\n"
    "Nightcap (2021) is a slow and generous comedy about two waiters who run a hotel bar for one last night. "
    "The film takes its time, finds its jokes in pauses, and never raises its voice. It is worth an evening."
    "\n\nScore: 4 out of 5\n"
)


def record(title: str, **review: Any) -> dict[str, Any]:
    return {"work": {"title": title}, "review": review}


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(path: Path) -> list[Found | Fault | Skipped]:
    return list(read_file(path, lambda name: False))


def titles(path: Path) -> list[str]:
    return [found.draft.title for found in read(path) if isinstance(found, Found)]


def fault(path: Path) -> str:
    (found,) = read(path)
    assert isinstance(found, Fault)
    return str(found)


def test_in_a_folder_all_files_of_a_known_ending_are_found_in_order(tmp_path: Path) -> None:
    for name in ("b.json", "a.jsonl", "deep/er/c.txt", "d.md", "e.pdf", "f", "g.py"):
        write(tmp_path / name, "x")
    (tmp_path / "folder.json").mkdir()
    found = [str(path.relative_to(tmp_path)) for path in find_files([tmp_path])]
    assert found == ["a.jsonl", "b.json", "d.md", "deep/er/c.txt"]


def test_a_file_that_is_named_is_taken_whatever_its_ending_and_the_order_kept(tmp_path: Path) -> None:
    named = [tmp_path / "z.pdf", tmp_path / "a.json"]
    assert find_files(named) == named


def test_every_ending_is_read_its_own_way(tmp_path: Path) -> None:
    one, other = record("Dark"), record("Solo")
    assert titles(write(tmp_path / "a.json", json.dumps([one, other]))) == ["Dark", "Solo"]
    assert titles(write(tmp_path / "a.jsonl", f"{json.dumps(one)}\n\n{json.dumps(other)}\n")) == [
        "Dark",
        "Solo",
    ]
    assert titles(write(tmp_path / "a.txt", ARTICLE)) == ["Nightcap"]
    assert titles(write(tmp_path / "a.md", b"\xef\xbb\xbf" + ARTICLE.encode())) == ["Nightcap"]


def test_tables_and_exports_are_read_as_what_they_are(tmp_path: Path) -> None:
    assert titles(write(tmp_path / "a.csv", b"\xef\xbb\xbftitle;year\nDark;2017\nSolo;2018\n")) == [
        "Dark",
        "Solo",
    ]
    assert titles(write(tmp_path / "a.tsv", "title\tyear\nDark\t2017\n")) == ["Dark"]
    assert fault(write(tmp_path / "a.xml", "<urlset/>")).endswith("is XML, but no export of WordPress")
    assert find_files([tmp_path]) == [tmp_path / name for name in ("a.csv", "a.tsv", "a.xml")]


def test_an_archive_is_read_where_it_is_named_but_not_beside_what_it_holds(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("notes/a.csv", "title,score\nDark,4/5\nSolo,good\n")
        archive.writestr("b.txt", ARTICLE)
    first, *others = read(tmp_path / "all.zip")
    assert isinstance(first, Found)
    assert (first.draft.title, first.source) == ("Nightcap", f"{source_of(first.draft)}:b.txt")
    assert [each.draft.title for each in others if isinstance(each, Found)] == ["Dark"]
    assert [str(each)[:28] for each in others if isinstance(each, Fault)] == ["notes/a.csv:3: score: should"]
    assert find_files([tmp_path]) == []
    assert find_files([tmp_path / "all.zip"]) == [tmp_path / "all.zip"]


def test_an_ending_in_capitals_is_the_same_ending(tmp_path: Path) -> None:
    file = write(tmp_path / "REVIEWS.JSON", json.dumps(record("Dark")))
    assert titles(file) == ["Dark"]
    assert find_files([tmp_path]) == [file]


def test_a_mistake_names_the_file_the_line_and_the_field_and_stops_no_other_review(tmp_path: Path) -> None:
    rows = [record("Dark"), record("Solo", score="good"), {"work": {}, "review": {}}, record("Fargo")]
    file = write(tmp_path / "a.jsonl", "\n".join(map(json.dumps, rows)))
    assert titles(file) == ["Dark", "Fargo"]
    wrong = [str(found) for found in read(file) if isinstance(found, Fault)]
    assert wrong[0].startswith(f"{file}:2: review.score: should be a score as it was written")
    assert wrong[1] == f"{file}:3: work.title: is missing"


def test_a_review_knows_the_line_where_it_begins(tmp_path: Path) -> None:
    lines = write(tmp_path / "a.jsonl", "\n\n".join(json.dumps(record(name)) for name in ("Dark", "Solo")))
    listed = write(
        tmp_path / "a.json", "[\n" + ",\n".join(json.dumps(record(n)) for n in ("Dark", "Solo")) + "]"
    )
    assert [found.draft.line for found in read(lines) if isinstance(found, Found)] == [1, 3]
    assert [found.draft.line for found in read(listed) if isinstance(found, Found)] == [2, 3]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.json", b"", "not valid JSON at line 1, column 1"),
        ("a.json", b"{", "not valid JSON"),
        ("a.json", b'"\xff"', "is not text in UTF-8 (byte 1); save it as UTF-8"),
        ("a.txt", ARTICLE.replace("slow", "späte").encode("latin-1"), "is not text in UTF-8"),
        ("a.txt", b"", "too short to be a review"),
        ("a.txt", b"Good film.", "too short to be a review"),
    ],
)
def test_what_cannot_be_read_is_one_line_with_the_files_name(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    file = write(tmp_path / name, content)
    assert fault(file).startswith(f"{file}:1: ")
    assert said in fault(file)


def test_an_empty_list_of_reviews_is_no_mistake(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a.jsonl", "")) == []
    assert read(write(tmp_path / "a.json", "[]")) == []


@pytest.mark.parametrize(
    ("name", "size", "said"),
    [
        ("a.json", LARGEST_BYTES + 1, "is larger than 64 MiB; split it"),
        ("a.jsonl", LARGEST_BYTES + 1, "is larger than 64 MiB; split it"),
        ("a.csv", LARGEST_BYTES + 1, "is larger than 64 MiB; split it"),
        ("a.xml", LARGEST_EXPORT_BYTES + 1, "is larger than 512 MiB; split it"),
        ("a.txt", LARGEST_ARTICLE_BYTES + 1, "is larger than 1 MiB; split it"),
    ],
)
def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path, name: str, size: int, said: str) -> None:
    file = write(tmp_path / name, b"")
    os.truncate(file, size)
    assert fault(file) == f"{file}:1: {said}"


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert fault(tmp_path / "a.json") == f"{tmp_path / 'a.json'}:1: cannot be read: No such file or directory"


def test_an_article_keeps_its_source_when_it_is_edited_or_moved(tmp_path: Path) -> None:
    (first,) = read(write(tmp_path / "one" / "review.txt", ARTICLE))
    (moved,) = read(write(tmp_path / "two" / "review.txt", ARTICLE.replace("4 out of 5", "3 out of 5")))
    assert isinstance(first, Found)
    assert isinstance(moved, Found)
    assert first.source == moved.source
    assert first.draft != moved.draft


def test_articles_of_one_file_name_about_different_works_keep_apart(tmp_path: Path) -> None:
    (one,) = read(write(tmp_path / "nightcap" / "review.txt", ARTICLE))
    (other,) = read(write(tmp_path / "daybreak" / "review.txt", ARTICLE.replace("Nightcap", "Daybreak")))
    assert isinstance(one, Found)
    assert isinstance(other, Found)
    assert one.source != other.source
