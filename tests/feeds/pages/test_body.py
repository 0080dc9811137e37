"""The article's text: without what stands around it, and bounded."""

from selectolax.lexbor import LexborHTMLParser

from bot.feeds.pages.body import body_of
from tests.feeds.pages.markup import BODY, page, read


def body(markup: str) -> str:
    return body_of(LexborHTMLParser(markup))


def test_menus_and_footers_are_left_out() -> None:
    text = body(page().decode().replace("</body>", "<footer>All rights reserved by nobody</footer></body>"))
    assert all(paragraph in text for paragraph in BODY)
    assert "Home" not in text
    assert "rights reserved" not in text


def test_a_page_without_any_structure_is_read_by_its_paragraphs() -> None:
    assert "One last crossing" in body("<p>One last crossing")
    assert body("") == ""


def test_of_a_very_long_text_the_end_is_kept_with_its_score() -> None:
    filler = tuple(
        f"Crossing number {count} is as calm as all of the others were before it." for count in range(900)
    )
    draft = read(page(body=(*BODY, *filler, "Rating: 4/5")))
    assert draft.score == 80


def test_text_that_is_nested_too_deeply_is_still_read() -> None:
    assert "One last crossing" in body("<div>" * 1000 + "<p>One last crossing")
