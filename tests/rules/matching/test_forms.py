"""Which forms a name is searched by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.matching import forms
from bot.rules.matching.normalising import LONGEST, LOOSE, WEAK, all_bare, bare, loose, plain


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Amélie", "amelie"),
        ("Smørrebrød & Æbler", "smorrebrod and aebler"),
        ("Schindler’s List", "schindlers list"),
        ("WALL·E", "wall e"),
        ("  Face/Off!! ", "face off"),
        ("STRASSE", plain("Straße")),
        ("Крид", "крид"),
        ("千と千尋の神隠し", "千と千尋の神隠し"),
        ("तीन", "तीन"),
        ("한국 영화", "한국 영화"),
        ("+", "+"),
        ("🎬 🎥", "🎬🎥"),
    ],
)
def test_a_name_is_searched_without_case_accents_and_punctuation(name: str, expected: str) -> None:
    assert plain(name) == expected
    assert forms(name, ())[0] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Heron", "heron"),
        ("Heron, The", "heron"),
        ("Rocky II", "rocky 2"),
        ("Given Three", "given 3"),
        ("Twenty-Two Jumps", "22 jumps"),
        ("One Hundred and One Dalmatians", "101 dalmatians"),
        ("Harbour Lights: Part II", "harbour lights 2"),
        ("Harbour Lights Vol. 2", "harbour lights 2"),
        ("Harbour Lights Part I", "harbour lights 1"),
    ],
)
def test_articles_and_numbers_have_one_more_form(name: str, expected: str) -> None:
    assert expected in {bare(form) for form in forms(name, ())}


@pytest.mark.parametrize("name", ["The", "A", "X-Men", "I, Robot", "Part Time"])
def test_a_name_keeps_what_only_looks_like_an_article_or_a_number(name: str) -> None:
    assert loose(plain(name)) == plain(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Night Harbour: The Long Return", "> long return"),
        ("Night Harbour - The Long Return", "> long return"),
        ("L'Avventura", "> avventura"),
        ("Die Welle", "> welle"),
    ],
)
def test_a_subtitle_and_a_foreign_article_make_a_weak_form(name: str, expected: str) -> None:
    assert expected in forms(name, ())


def test_a_subtitle_of_one_word_is_no_form() -> None:
    assert forms("Night Harbour: Fallout", ()) == ("night harbour fallout",)


def test_every_name_of_a_work_is_a_form_and_none_comes_twice() -> None:
    found = forms("Spirited Away", ["千と千尋の神隠し", "Spirited away!", "", "Le Voyage"])
    assert found == ("spirited away", "千と千尋の神隠し", "le voyage", "> voyage")


@given(st.text(min_size=1, max_size=60), st.lists(st.text(max_size=20), max_size=3))
def test_any_title_has_forms_that_can_be_stored_and_read_again(title: str, others: list[str]) -> None:
    found = forms(title, others)
    assert found
    assert found == forms(title, others)
    for form in found:
        assert form.encode()
        assert form.isprintable()
        assert bare(form)


@given(st.lists(st.tuples(st.sampled_from(["", LOOSE, WEAK]), st.text("a=> ", max_size=5)).map("".join)))
def test_marks_go_from_all_forms_at_once_as_from_each(found: list[str]) -> None:
    assert all_bare("".join(f"{form}\n" for form in found)) == "".join(f"{bare(form)}\n" for form in found)


@given(st.text(max_size=2000))
def test_a_plain_form_is_short_and_stays_as_it_is(text: str) -> None:
    words = plain(text)
    assert len(words) <= LONGEST
    assert plain(words) == words
