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


def test_of_a_long_page_only_what_holds_the_paragraphs_is_read() -> None:
    related = "".join(f"<div class=card><a href=/{n}>Another crossing {n}</a></div>" for n in range(600))
    article = "".join(f"<p>{text} {number}</p>" for number in range(6) for text in BODY)
    text = body(
        f"<body><div>{related}</div><div><h2>The crossing</h2>{article}<div>Rating: 4/5</div>"
        f"<ul><li>Fog</li></ul></div><div>{related}</div></body>"
    )
    assert all(f"{paragraph} 5" in text for paragraph in BODY)
    assert all(line in text.splitlines() for line in ("The crossing", "Rating: 4/5", "Fog"))
    assert "Another crossing" not in text


def test_the_draft_keeps_more_of_a_long_text_than_is_read() -> None:
    filler = tuple(f"Crossing {count} is as calm as all the others were before it." for count in range(200))
    assert "Crossing 150 is" in read(page(body=(*BODY, *filler))).text


def test_text_that_is_nested_too_deeply_is_still_read() -> None:
    assert "One last crossing" in body("<div>" * 1000 + "<p>One last crossing")
