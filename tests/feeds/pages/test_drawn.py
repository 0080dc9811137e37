"""Scores that are drawn: images, classes, widths and icons of the page's own part, and nobody else's."""

import pytest

from tests.feeds.pages.markup import page, read

FULL, HALF, EMPTY = (
    '<i class="fa fa-star"></i>',
    '<i class="fa fa-star-half-o"></i>',
    '<i class="fa fa-star-o"></i>',
)


@pytest.mark.parametrize(
    ("drawing", "score"),
    [
        ('<img src="a.png" alt="4 out of 5 stars">', 80),
        ('<img src="a.png" alt="Rating: 3.5/5">', 70),
        ('<img src="a.png" alt="3 stars">', 60),
        ('<img src="a.png" alt="Three stars">', 60),
        ('<img src="a.png" alt="2½ stars">', 50),
        ('<img src="/img/4-stars.png" alt="">', 80),
        ('<img src="/img/stars_35.gif">', 70),
        ('<img src="/img/rating-3-5.png">', 70),
        ('<span class="stars-4"></span>', 80),
        ('<span class="stars stars-4-5"></span>', 90),
        ('<span class="rating rating-80"></span>', 80),
        ('<span role="img" aria-label="Rated 2 out of 4"></span>', 50),
        ('<span title="Score: 7/10"></span>', 70),
        ('<div class="star-rating"><span style="width:80%"></span></div>', 80),
        ('<div class="stars"><div style="color:red; width: 50%"></div></div>', 50),
        (f'<p class="rating">{FULL * 3}{HALF}{EMPTY}</p>', 70),
        (f'<p class="stars">{FULL * 4}{EMPTY}</p>', 80),
    ],
)
def test_a_drawn_score_is_read(drawing: str, score: float) -> None:
    draft = read(page(drawing))
    assert draft.score == score
    assert draft.evidence["score"].sure >= 0.7


@pytest.mark.parametrize(
    "drawing",
    [
        '<aside><img src="a.png" alt="4 out of 5 stars"></aside>',
        '<div class="related-posts"><img src="a.png" alt="4 out of 5 stars"></div>',
        '<div id="comments"><span class="stars-4"></span></div>',
        '<div class="user-rating"><span aria-label="4 out of 5 stars"></span></div>',
        '<div itemprop="aggregateRating"><span aria-label="4 out of 5 stars"></span></div>',
        '<a href="/reviews/drift"><span aria-label="4 out of 5 stars"></span></a>',
        '<img src="a.png" alt="4 stars"><img src="b.png" alt="2 stars">',
        '<img src="a.png" alt="Per Lund and 3 stars of the silent age">',
        '<img src="a.png" alt="Six out of five">',
        '<span class="rating-40"></span>',
        '<span class="rating"></span>',
        '<span class="starting-4"></span>',
        '<div class="stars"><div style="width:47%"></div></div>',
        '<div class="progress"><div style="width:80%"></div></div>',
        f'<p class="stars">{FULL * 3}</p>',
        '<form><span class="stars-4"></span></form>',
    ],
)
def test_what_others_drew_or_nobody_can_tell_is_not_read(drawing: str) -> None:
    assert read(page(drawing)).score is None


def test_the_same_score_drawn_twice_is_one() -> None:
    assert read(page('<img src="a.png" alt="4 stars"><span class="stars-4"></span>')).score == 80


def test_stars_written_as_entities_are_text() -> None:
    assert read(page("<p>&#9733;&#9733;&#9733;&#9734;&#9734;</p>")).score == 60
