"""Structured data of a page: its own review is believed, other people's numbers never."""

from typing import Any

import pytest

from bot.feeds.pages import NotAReview
from bot.feeds.pages.linked_data import read_linked_data
from tests.feeds.pages.markup import linked, page, rating, read, review


def score(*things: Any) -> float | None:
    return read(page(head=linked(*things))).score


@pytest.mark.parametrize(
    ("stars", "text", "value"),
    [
        (rating(4), "4/5", 80),
        (rating("3.5", bestRating="5", worstRating="1"), "3.5/5", 70),
        (rating("3,5", bestRating=5), "3.5/5", 70),
        (rating(3, bestRating=4), "3/4", 75),
        (rating(8, bestRating=10), "8/10", 80),
        (rating(8), "8/10", 80),
        (rating(85), "85/100", 85),
        (rating("4/5"), "4/5", 80),
        (rating("B+"), "B+", 83),
        (rating("85%"), "85%", 85),
        (rating({"@value": "4"}), "4/5", 80),
        ([rating(4, bestRating=5)], "4/5", 80),
        ("4/5", "4/5", 80),
        (rating(4, bestRating=7, worstRating=2), "4/7", 57.14),
        (rating(4, bestRating=5, worstRating=0.5), "4/5", 80),
        (rating("2.5", bestRating="5", worstRating="0.5"), "2.5/5", 50),
        (rating(80, bestRating=100, worstRating=10), "80/100", 80),
        (rating(3.5, bestRating=4.5), "3.5/4.5", 77.78),
        (rating(0, bestRating=5, worstRating=0), "0/5", 0),
    ],
)
def test_a_rating_is_read_on_its_own_scale(stars: Any, text: str, value: float) -> None:
    draft = read(page(head=linked(review(reviewRating=stars))))
    assert (draft.score_text, draft.score) == (text, value)
    assert draft.evidence["score"].origin == "structured"


@pytest.mark.parametrize(
    "stars",
    [
        rating(6, bestRating=5),
        rating(0),
        rating(0, bestRating=5, worstRating=1),
        rating(3, bestRating=3, worstRating=3),
        rating(-1),
        rating(3, bestRating=5, worstRating=-5),
        rating("good"),
        rating(""),
        rating(True),
        rating(4, ratingCount=120),
        rating(4, reviewAspect="Acting"),
        {"@type": "AggregateRating", "ratingValue": 4, "reviewCount": 9},
        [rating(2), rating(4)],
        None,
        [],
        7,
    ],
)
def test_a_rating_that_says_nothing_certain_gives_no_score(stars: Any) -> None:
    assert score(review(reviewRating=stars)) is None


def test_everybodys_average_is_not_the_reviewers_score() -> None:
    film = {"@type": "Movie", "name": "Harbour Lights", "aggregateRating": {
        "@type": "AggregateRating", "ratingValue": 4.8, "bestRating": 5, "ratingCount": 2000}}  # fmt: skip
    assert score(film) is None
    assert score(review(itemReviewed=film)) is None
    assert score(review(itemReviewed=film, reviewRating=rating(2))) == 40


def test_a_fact_check_is_no_review() -> None:
    assert score(review(**{"@type": "ClaimReview"}, reviewRating=rating(1))) is None
    assert score(review(**{"@type": ["Review", "ClaimReview"]}, reviewRating=rating(1))) is None


@pytest.mark.parametrize(
    "kind", ["Review", "CriticReview", "UserReview", "http://schema.org/Review", "schema:Review"]
)
def test_every_kind_of_review_is_read(kind: str) -> None:
    assert score(review(**{"@type": kind}, reviewRating=rating(4))) == 80


def test_a_review_is_found_in_a_graph_by_reference_and_in_a_list() -> None:
    film = {"@type": "Movie", "@id": "#film", "name": "Harbour Lights"}
    inside = review(itemReviewed={"@id": "#film"}, reviewRating=rating(4))
    for block in (
        {"@graph": [inside, film]},
        [inside, film],
        {"@graph": [{"@type": "WebPage"}, [inside], film]},
    ):
        draft = read(page(head=linked(block), title="What a wide land"))
        assert (draft.title, draft.score) == ("Harbour Lights", 80)


def test_a_review_may_stand_inside_its_film() -> None:
    film = {
        "@type": "Movie",
        "name": "Harbour Lights",
        "review": {"@type": "Review", "reviewRating": rating(4)},
    }
    assert score(film) == 80


def test_several_reviews_of_others_give_no_score() -> None:
    visitors = [
        {"@type": "Review", "author": name, "reviewRating": rating(n)} for n, name in ((1, "Ann"), (5, "Bo"))
    ]
    film = {"@type": "Movie", "name": "Harbour Lights", "review": visitors}
    assert score(film) is None
    assert score(film, {"@type": "Article", "author": {"@type": "Person", "name": "Cy"}}) is None
    visitor = {**film, "review": visitors[:1]}
    assert score(visitor, {"@type": "Article", "author": {"@type": "Person", "name": "Cy"}}) is None
    assert score({**film, "review": {"@type": "UserReview", "reviewRating": rating(5)}}) is None


def test_of_several_reviews_the_one_of_this_address_counts() -> None:
    here = review(reviewRating=rating(2), url="http://www.lateshow.example/reviews/harbour-lights/?from=feed")
    other = review(reviewRating=rating(5), url="https://lateshow.example/reviews/drift",
                   itemReviewed={"@type": "Movie", "name": "Drift"})  # fmt: skip
    assert score(other, here) == 40
    assert score(other, {**here, "url": ""}) is None


def test_the_work_is_read_with_year_people_and_genres() -> None:
    film = {
        "@type": "Movie", "name": "Harbour Lights", "datePublished": "2019-02-08", "genre": ["Drama",
        "Romance"],
        "director": {"@type": "Person", "name": "Ida Moss"}, "actor": [{"name": "Per Lund"}, "Eva Crane"],
    }  # fmt: skip
    draft = read(page(head=linked(review(itemReviewed=film))))
    assert (draft.title, draft.kind, draft.year, draft.genres) == (
        "Harbour Lights",
        "film",
        2019,
        ("Drama", "Romance"),
    )
    assert [(who.name, who.role) for who in draft.people] == [
        ("Ida Moss", "director"), ("Per Lund", "cast"), ("Eva Crane", "cast")]  # fmt: skip


def test_the_posts_date_is_not_taken_for_the_works() -> None:
    film = {"@type": "Movie", "name": "Harbour Lights", "datePublished": "2024-03-01"}
    draft = read(page(head=linked(review(itemReviewed=film, datePublished="2024-03-01T08:00:00+01:00"))))
    assert (draft.year, draft.published_at) == (None, 1_709_276_400)


def test_a_season_knows_its_series_and_number() -> None:
    season = {
        "@type": "TVSeason",
        "name": "Season 2",
        "seasonNumber": 2,
        "partOfSeries": {"name": "Glass Orchard"},
    }
    draft = read(page(head=linked(review(itemReviewed=season)), title="Glass Orchard, back again"))
    assert (draft.title, draft.kind, draft.season) == ("Glass Orchard", "season", 2)


def test_the_score_of_one_episode_is_in_doubt() -> None:
    episode = {"@type": "TVEpisode", "name": "The Fog", "partOfSeries": {"name": "Glass Orchard"}}
    draft = read(
        page(
            head=linked(review(itemReviewed=episode, reviewRating=rating(5))), title="Glass Orchard: The Fog"
        )
    )
    assert draft.evidence["score"].sure < 0.7


def test_author_outlet_date_language_and_notes_are_read() -> None:
    draft = read(
        page(
            head=linked(
                review(
                    author={"@type": "Person", "name": "Nell Hart"},
                    publisher={"@type": "Organization", "name": "Late Show"},
                    datePublished="2023-05-06",
                    positiveNotes={"@type": "ItemList", "itemListElement": [
                        {"@type": "ListItem", "name": "The light"}, {"item": {"name": "The ferry"}}]},
                    negativeNotes=["Too sweet a score"],
                )
            )
        )
    )  # fmt: skip
    assert (draft.author, draft.outlet, draft.published_at) == ("Nell Hart", "Late Show", 1_683_331_200)
    assert (draft.pros, draft.cons, draft.language) == (
        ("The light", "The ferry"),
        ("Too sweet a score",),
        "en",
    )


@pytest.mark.parametrize("kind", ["Book", "VideoGame", "Restaurant", "MusicAlbum"])
def test_a_review_of_something_else_is_refused(kind: str) -> None:
    with pytest.raises(NotAReview, match="something else than a film"):
        read(page(head=linked(review(itemReviewed={"@type": kind, "name": "Harbour Lights"}))))


@pytest.mark.parametrize(
    "block",
    [
        '{"@type": "Review", "name": "x",}',
        '<!-- {"@type": "Review", "name": "x"} -->',
        '//<![CDATA[\n{"@type": "Review", "name": "x"}\n//]]>',
        "{&quot;@type&quot;: &quot;Review&quot;, &quot;name&quot;: &quot;x&quot;}",
        '{"@type": "Review", "name": "x\ty\n"}',
        '{"@type": "Review", "name": "x"};',
    ],
)
def test_linked_data_with_the_usual_mistakes_is_read(block: str) -> None:
    (thing,) = read_linked_data([block])
    assert thing.types == {"Review"}


@pytest.mark.parametrize(
    "block",
    ["", "{", "[" * 100_000, "9" * 10_000, '"\\ud800"', "null", '{"@type": 7}', "[[[]]]", '{"a": NaN}'],
)
def test_linked_data_that_says_nothing_is_passed_over(block: str) -> None:
    assert read_linked_data([block]) == []
    assert read(page(head=f'<script type="application/ld+json">{block}</script>')).title == "Harbour Lights"


def test_microdata_is_read_like_linked_data() -> None:
    block = """<div itemscope itemtype="http://schema.org/Review">
      <div itemprop="itemReviewed" itemscope itemtype="http://schema.org/Movie">
        <span itemprop="name">Paper Moonrise</span><meta itemprop="datePublished" content="1987"></div>
      <p itemprop="author" itemscope itemtype="http://schema.org/Person"><b itemprop="name">Nell Hart</b></p>
      <div itemprop="reviewRating" itemscope itemtype="http://schema.org/Rating">
        <span itemprop="ratingValue">3</span> of <span itemprop="bestRating">4</span></div>
      <time itemprop="datePublished" datetime="2020-01-02">Thursday</time></div>"""
    draft = read(page(block, title="Paper Moonrise"))
    assert (draft.title, draft.year, draft.score, draft.author) == ("Paper Moonrise", 1987, 75, "Nell Hart")
    assert draft.published_at == 1_577_923_200


def test_rdfa_is_read_like_linked_data() -> None:
    block = """<div vocab="https://schema.org/" typeof="Review">
      <div property="itemReviewed" typeof="Movie"><span property="name">Paper Moonrise</span></div>
      <div property="reviewRating" typeof="Rating"><span property="ratingValue">2</span></div></div>"""
    draft = read(page(block, title="Paper Moonrise"))
    assert (draft.title, draft.score) == ("Paper Moonrise", 40)


def test_half_stars_in_microdata_are_read_as_the_page_shows_them() -> None:
    block = """<div itemscope itemtype="http://schema.org/Review">
      <div itemprop="itemReviewed" itemscope itemtype="http://schema.org/Movie">
        <span itemprop="name">Paper Moonrise</span></div>
      <div itemprop="reviewRating" itemscope itemtype="http://schema.org/Rating">
        <meta itemprop="worstRating" content="0.5">
        <span itemprop="ratingValue">4</span>/<span itemprop="bestRating">5</span></div></div>"""
    draft = read(page(block, title="Paper Moonrise"))
    assert (draft.score_text, draft.score) == ("4/5", 80)


def test_the_average_of_visitors_in_microdata_is_not_read() -> None:
    block = """<div itemscope itemtype="http://schema.org/Movie"><span itemprop="name">Harbour Lights</span>
      <div itemprop="aggregateRating" itemscope itemtype="http://schema.org/AggregateRating">
        <span itemprop="ratingValue">4.5</span>/<span itemprop="bestRating">5</span></div></div>"""
    assert read(page(block)).score is None


def test_data_and_text_that_contradict_each_other_leave_a_doubt() -> None:
    said = read(page("<p>Rating: 2/5</p>", head=linked(review(reviewRating=rating(5)))))
    alone = read(page(head=linked(review(reviewRating=rating(5)))))
    assert said.evidence["score"].sure < alone.evidence["score"].sure


def test_a_name_that_is_the_whole_headline_is_cut_to_the_works() -> None:
    film = {"@type": "Movie", "name": "Drift (2016) Movie Review"}
    draft = read(page(head=linked(review(itemReviewed=film)), title="Drift (2016) Movie Review"))
    assert (draft.title, draft.year) == ("Drift", 2016)
