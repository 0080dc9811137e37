"""Pages in every encoding, rightly declared, wrongly or not at all."""

import pytest

from bot.feeds.pages.decoding import decode

TEXT = "Café – “näher” als je: ★★★½ " * 4
WESTERN = "Café näher als je, sagte er. " * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_is_known_by_its_bytes(encoding: str) -> None:
    text = (
        f"<html><body>{TEXT}"
        if encoding in {"utf-8", "utf-8-sig", "utf-16", "utf-32"}
        else "<html>" + "Plain. " * 40
    )
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "declared", ["", "latin-1", "ascii", "windows-1252", "utf-16", "nonsense", "punycode", "zip"]
)
def test_utf_8_is_read_as_such_whatever_was_declared(declared: str) -> None:
    assert decode(TEXT.encode(), declared) == TEXT


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-8", "", "ISO-8859-1", " latin1 "])
def test_western_text_is_read_as_such_also_where_it_claims_to_be_utf_8(declared: str) -> None:
    assert decode(WESTERN.encode("cp1252"), declared) == WESTERN


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("windows-1251", "Рецензия на фильм"), ("shift_jis", "映画の感想"), ("euc-kr", "영화 감상"), ("big5",
     "電影評論"),
     ("iso-2022-jp", "映画の感想"), ("koi8-r", "Рецензия")],
)  # fmt: skip
def test_other_encodings_are_taken_from_the_server_or_the_page(encoding: str, text: str) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}"><p>{text}</p>'
    assert text in decode(page.encode(encoding))
    assert decode(text.encode(encoding), encoding) == text


def test_a_page_that_was_cut_within_a_character_is_still_utf_8() -> None:
    assert decode("Café ★★★".encode()[:-1]) == "Café ★★"


def test_nul_bytes_are_dropped_and_anything_is_text() -> None:
    assert decode(b"a\0b") == "ab"
    assert decode(b"") == ""
    assert isinstance(decode(bytes(range(256)) * 8), str)
