"""What is left of a text once everything that is not the review is gone."""

import pytest

from bot.rules.extracting.cleaning import read_lines, split_sentences


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        ("Mr. Lund sings. Nobody listens.", ["Mr. Lund sings.", "Nobody listens."]),
        ("J. R. Vik wrote it. It shows!", ["J. R. Vik wrote it.", "It shows!"]),
        ('"Go home." He did not.', ['"Go home."', "He did not."]),
        ("It cost 3.5 million. Why?", ["It cost 3.5 million.", "Why?"]),
        ("No end", ["No end"]),
        ("", []),
    ],
)
def test_sentences_end_where_they_end(paragraph: str, sentences: list[str]) -> None:
    assert split_sentences(paragraph) == sentences


def test_pointers_to_other_texts_are_dropped() -> None:
    text = "Spokes\nAlso Read – Highmoor: Wet\nhttps://example.org/a\n[1]: https://example.org\nIt rolls."
    assert read_lines(text).lines == ("Spokes", "It rolls.")


def test_marks_of_a_text_format_are_taken_off_and_emphasised_names_are_quoted() -> None:
    text = (
        "## Spokes\n\nI saw _The Long Ferry_ **twice** at [the Odeon](https://example.org) &amp; <b>here</b>."
    )
    assert read_lines(text).lines == ("Spokes", "I saw 'The Long Ferry' twice at the Odeon & here.")


def test_emphasis_with_the_space_inside_and_italics_are_marks_of_a_name_too() -> None:
    text = "I saw _The Long Ferry _and <i>Spokes,</i> then _Quay _again, in <em>all</em> that rain."
    assert read_lines(text).lines == (
        "I saw 'The Long Ferry' and 'Spokes', then 'Quay' again, in all that rain.",
    )


def test_a_sentence_that_stands_twice_counts_once_and_labels_are_no_sentences() -> None:
    text = "Runtime: 98 minutes.\nIt rolls on and on. It rolls on and on.\nA heading\nIt rolls on, and on!"
    assert read_lines(text).sentences == ("It rolls on and on.",)


def test_a_headline_stuck_to_a_sentence_comes_off() -> None:
    text = "Spokes Movie Review – The wheels of this film turn slowly but surely."
    assert read_lines(text).sentences == ("The wheels of this film turn slowly but surely.",)


def test_a_quotation_broken_at_a_fixed_width_is_one_paragraph() -> None:
    quotation = "> It is a long and quiet film about rain that must have inspired\n> *Low Tide* (the last)."
    text = f"{quotation}\nSo I said."
    assert read_lines(text).lines == (
        "It is a long and quiet film about rain that must have inspired 'Low Tide' (the last).",
        "So I said.",
    )


def test_labels_are_kept_by_name() -> None:
    assert read_lines("Director: Otto Marsh\nGenre: Comedy").labels == {
        "director": "Otto Marsh",
        "genre": "Comedy",
    }


def test_the_sentences_below_a_verdict_heading_are_the_closing_ones() -> None:
    assert read_lines("It rolls along.\nFinal verdict\nIt is round.").closing == {"It is round."}
