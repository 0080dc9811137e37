"""A whole page: what is told to machines, its head and its text, merged into one draft."""

import pytest

from bot.feeds.pages import NotAReview
from tests.feeds.pages.markup import BODY, linked, page, rating, read, review

PUN = "All Aboard for the Last Crossing"


def test_a_plain_page_is_read_by_its_heading_and_text() -> None:
    draft = read(page())
    assert (draft.title, draft.kind, draft.score) == ("Harbour Lights", "film", None)
    assert draft.url == "https://lateshow.example/reviews/harbour-lights"
    assert draft.evidence["title"].sure >= 0.8
    assert "warm and careful" in draft.summary


def test_the_written_score_is_read_from_the_text() -> None:
    draft = read(page("<p>Rating: 3.5/5</p>"))
    assert (draft.score_text, draft.score, draft.verdict) == ("3.5/5", 70, "watch")


def test_a_pun_in_the_headline_gives_way_to_the_name_in_the_data() -> None:
    draft = read(page(title=PUN, head=linked(review())))
    assert draft.title == "Harbour Lights"
    assert draft.evidence["title"].origin == "structured"


def test_a_pun_in_the_headline_gives_way_to_the_name_in_the_text() -> None:
    assert read(page(title=PUN)).title == "Harbour Lights"


def test_titles_of_the_head_are_read_without_the_sites_name() -> None:
    head = (
        '<meta property="og:title" content="Drift Review | Late Show">'
        '<meta property="og:site_name" content="Late Show">'
    )
    draft = read(
        page(head=head, title="", body=tuple(text.replace("Harbour Lights", "Drift") for text in BODY))
    )
    assert (draft.title, draft.outlet) == ("Drift", "Late Show")


def test_author_date_image_and_language_come_from_their_tags() -> None:
    head = (
        '<meta name="author" content="Nell Hart">'
        '<meta property="article:published_time" content="2023-05-06T10:00:00Z">'
        '<meta property="og:image" content="https://lateshow.example/a.jpg">'
        '<meta property="og:locale" content="en_GB">'
    )
    draft = read(page(head=head))
    assert (draft.author, draft.published_at, draft.image) == (
        "Nell Hart", 1_683_367_200, "https://lateshow.example/a.jpg")  # fmt: skip
    assert draft.language == "en"


def test_no_date_is_guessed_from_the_text_or_the_title() -> None:
    draft = read(page("<p>Posted in June 2011 about a film of 1987.</p>", title="Harbour Lights (2011)"))
    assert (draft.published_at, draft.year) == (None, 2011)


def test_the_pages_own_description_is_the_summary() -> None:
    told = "A ferry pilot takes one last winter job in a patient and lovely drama."
    draft = read(page(head=f'<meta name="description" content="{told}">'))
    assert (draft.summary, draft.evidence["summary"].origin) == (told, "head")


@pytest.mark.parametrize(
    "told",
    [
        "In the end of this drama the pilot dies and his brother turns out to be the killer.",
        "Read our full review of the film Harbour Lights on the Late Show blog today.",
        "A ferry pilot takes one last winter job in a patient drama that looks...",
        "The blog of Nell Hart.",
        "Late Show: all the news that fits, every day, for everybody who likes to read it.",
        "",
    ],
)
def test_a_description_that_is_none_or_tells_too_much_is_passed_over(told: str) -> None:
    draft = read(page(head=f'<meta name="description" content="{told}">'))
    assert told == "" or draft.summary != told
    assert "dies" not in draft.summary


def test_two_sources_that_agree_make_a_reading_surer() -> None:
    alone = read(page('<img src="a.png" alt="4 stars">')).evidence["score"].sure
    both = read(page('<img src="a.png" alt="4 stars"><p>Rating: 4/5</p>')).evidence["score"].sure
    assert both > alone


def test_every_field_that_is_set_says_what_it_rests_on() -> None:
    draft = read(page("<p>Rating: 3.5/5</p>", head=linked(review(author="Nell Hart"))))
    for field in ("title", "score", "score_text", "verdict", "author", "summary", "kind"):
        assert 0 < draft.evidence[field].sure <= 1, field


def test_the_score_is_kept_as_it_was_written_where_the_page_also_writes_it() -> None:
    draft = read(page("<p>Rating: 3½ stars</p>", head=linked(review(reviewRating=rating(3.5)))))
    assert (draft.score_text, draft.score) == ("3½ stars", 70)


def test_comments_menus_and_scripts_are_no_part_of_the_review() -> None:
    noise = (
        '<script>var rating = "Rating: 1/5";</script><style>.a:after{content:"Rating: 1/5"}</style>'
        "<!-- Rating: 1/5 -->"
    )
    assert read(page(noise)).score is None


def test_a_saved_page_knows_its_address() -> None:
    head = '<link rel="canonical" href="https://lateshow.example/harbour">'
    assert read(page(head=head), url="").url == "https://lateshow.example/harbour"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "/relative", "http://a b"])
def test_an_address_that_is_none_is_left_out(address: str) -> None:
    assert read(page(head=f'<link rel="canonical" href="{address}">'), url="").url == ""


@pytest.mark.parametrize("body", [b"", b"   ", b"<html></html>", b"\x00" * 5000, b"%PDF-1.7 xyz"])
def test_what_is_no_review_is_refused_with_a_sentence(body: bytes) -> None:
    with pytest.raises(NotAReview, match=r"^I could not find which film or series that page reviews\.$"):
        read(body)


def test_a_season_in_the_headline_makes_it_one() -> None:
    body = tuple(text.replace("Harbour Lights", "Glass Orchard").replace("film", "show") for text in BODY)
    draft = read(page(title="Glass Orchard season 2 review", body=body))
    assert (draft.title, draft.kind, draft.season) == ("Glass Orchard", "season", 2)


@pytest.mark.parametrize(
    "told",
    [
        "Am Ende stirbt der Lotse, und der Mörder ist seine Frau: ein Film über die See und die Nacht.",
        "À la fin, le pilote meurt et l'assassin est sa femme : un film sur la mer et la nuit.",
        "Lopussa luotsi kuolee, ja murhaaja on hänen vaimonsa: elokuva, Harbour Lights, merestä ja yöstä.",
    ],
)
def test_a_description_that_tells_the_end_in_another_language_is_passed_over(told: str) -> None:
    assert read(page(head=f'<meta name="description" content="{told}">')).summary != told


def test_a_description_in_another_language_that_tells_no_end_is_the_summary() -> None:
    told = "Ein Lotse, dessen Bruder ermordet wurde, fährt im Film noch einmal mit der Fähre über die See."
    assert read(page(head=f'<meta name="description" content="{told}">')).summary == told
