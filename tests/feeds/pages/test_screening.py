"""Pages that are no review of one film are refused kindly, and names that little speaks for stay in doubt."""

import pytest

from bot.feeds.pages import NotAReview
from bot.rules.drafts import SURE, doubts
from tests.feeds.pages.markup import BODY, linked, page, rating, read, review

SITE = "https://lateshow.example"


def built(title: str, *content: str, classes: str = "") -> bytes:
    return page(*content, title=title).replace(b"<body>", f'<body class="{classes}">'.encode())


@pytest.mark.parametrize(
    ("url", "classes"),
    [
        (f"{SITE}/", ""),
        (f"{SITE}/index.html", ""),
        (f"{SITE}/category/film/", ""),
        (f"{SITE}/tag/harbour-lights", ""),
        (f"{SITE}/reviews/page/3/", ""),
        (f"{SITE}/2019/05/", ""),
        ("", "archive category category-film"),
        ("", "home blog"),
        ("", "error404"),
    ],
)
def test_home_category_and_archive_pages_are_refused(url: str, classes: str) -> None:
    with pytest.raises(NotAReview, match="lists several texts"):
        read(built("Harbour Lights", classes=classes), url=url)


def test_a_page_that_calls_itself_a_collection_is_refused() -> None:
    with pytest.raises(NotAReview, match="lists several texts"):
        read(page(head=linked({"@type": "CollectionPage", "name": "Harbour Lights"})))


@pytest.mark.parametrize("url", [f"{SITE}/", f"{SITE}/category/film/"])
def test_a_review_that_is_stated_as_data_is_read_wherever_it_stands(url: str) -> None:
    assert read(page(head=linked(review(reviewRating=rating(4)))), url=url).score == 80


def test_a_site_that_is_one_review_is_read() -> None:
    assert read(page(title="Harbour Lights Review"), url=f"{SITE}/").title == "Harbour Lights"


@pytest.mark.parametrize(
    "url",
    [
        f"{SITE}/culture/archive/2019/05/harbour-lights/",
        f"{SITE}/2019/05/harbour-lights",
        f"{SITE}/film/harbour-lights",
        f"{SITE}/page-turners/harbour-lights",
    ],
)
def test_an_address_that_only_looks_like_a_listing_is_read(url: str) -> None:
    assert read(page(), url=url).title == "Harbour Lights"


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("Interview with Ida Moss, director of Harbour Lights", "an interview"),
        ("In conversation: the crew of Harbour Lights", "an interview"),
        ("10 best films about ferries", "a list or a guide"),
        ("The 25 Greatest Ferry Scenes", "a list or a guide"),
        ("Every ferry film ranked", "a list or a guide"),
        ("Glass Orchard: an episode guide", "a list or a guide"),
        ("Where to watch Harbour Lights", "a list or a guide"),
        ("Harbour Lights trailer sets sail", "news"),
        ("Box office: Harbour Lights floats", "news"),
        ("Ida Moss to direct Glass Orchard", "news"),
    ],
)
def test_interviews_lists_and_news_are_refused_by_name(headline: str, kind: str) -> None:
    with pytest.raises(NotAReview, match=f"That page looks like {kind}"):
        read(page(title=headline), url="")


@pytest.mark.parametrize(
    "headline",
    [
        "Interview with the Gull Review",
        "10 Best Days in June (2004)",
        "Trailer Park Summer review",
        "Harbour Lights Review: one of the best films of the year",
    ],
)
def test_a_review_of_a_film_with_such_a_name_is_read(headline: str) -> None:
    assert read(page(title=headline), url="").title


@pytest.mark.parametrize(
    ("headline", "sentence"),
    [
        (
            "Harbour Lights review",
            "The game runs well, players and gamers get a long game with three bosses. ",
        ),
        (
            "Book review: Harbour Lights",
            "The novel has short chapters, and its author is a reader of old books. ",
        ),
        ("Harbour Lights review", "The album has ten tracks, vinyl only, and guitars on most tracks of it. "),
        (
            "Harbour Lights review",
            "The laptop has a good keyboard, a battery that lasts, and a new processor. ",
        ),
    ],
)
def test_reviews_of_something_else_are_refused(headline: str, sentence: str) -> None:
    with pytest.raises(NotAReview, match="something else than a film"):
        read(page(title=headline, body=(sentence * 4,)))


def test_a_text_that_never_speaks_of_films_is_refused() -> None:
    with pytest.raises(NotAReview, match="does not read like a review"):
        read(page(title="Building a better shed", body=("The roof is of tin and the door is of oak. " * 20,)))


def test_a_film_about_a_band_is_still_a_film() -> None:
    extra = "The band records an album of nine tracks, and guitars are on all of these tracks."
    assert read(page(body=(*BODY, extra))).title == "Harbour Lights"


@pytest.mark.parametrize("url", ["", f"{SITE}/2019/05/essay"])
def test_a_name_that_nothing_calls_a_review_is_in_doubt(url: str) -> None:
    draft = read(page(title="Some Thoughts on Ferries"), url=url)
    assert draft.evidence["title"].sure < SURE
    assert "title" in doubts(draft)


@pytest.mark.parametrize(
    ("title", "content", "url"),
    [
        ("Harbour Lights Review", "", ""),
        ("Harbour Lights (2019)", "", ""),
        ("Harbour Lights", "<p>Rating: 4/5</p>", ""),
        ("Harbour Lights", "", f"{SITE}/reviews/harbour-lights"),
        ("Harbour Lights, directed by Ida Moss", "", ""),
    ],
)
def test_a_name_that_something_calls_a_review_is_sure_but_never_certain(
    title: str, content: str, url: str
) -> None:
    draft = read(page(content, title=title), url=url)
    assert draft.title == "Harbour Lights"
    assert SURE <= draft.evidence["title"].sure <= 0.95


def test_an_episode_guide_with_scores_is_in_doubt() -> None:
    episodes = tuple(f"Episode {count} is a good episode of the show. I gave it 4/5." for count in range(9))
    assert read(page(title="Glass Orchard", body=episodes), url="").evidence["title"].sure < SURE


def test_reviews_of_several_works_are_refused() -> None:
    others = [review(itemReviewed={"@type": "Movie", "name": name}) for name in ("Drift", "Paper Moonrise")]
    with pytest.raises(NotAReview, match="one review at a time"):
        read(page(title="At the cinema this week", head=linked(*others)))


def test_of_several_works_the_one_in_the_headline_is_read() -> None:
    other = review(itemReviewed={"@type": "Movie", "name": "Drift"})
    assert read(page(head=linked(other, review()))).title == "Harbour Lights"


def test_a_page_of_capsule_reviews_is_refused() -> None:
    capsules = "".join(f"<h2>{name} (2019)</h2><p>Fine.</p>" for name in ("Drift", "Vanishing", "Low Tide"))
    with pytest.raises(NotAReview, match="one review at a time"):
        read(page(capsules, title="At the cinema this week"))


def test_links_to_other_reviews_are_no_capsules() -> None:
    links = "".join(f"<h3><a href=/x>{name} (2019)</a></h3>" for name in ("Drift", "Vanishing", "Low Tide"))
    assert read(page(links)).title == "Harbour Lights"


def test_news_of_a_review_elsewhere_stays_in_doubt() -> None:
    told = tuple(text.replace("film", "film by an actor of note") for text in BODY)
    draft = read(page(title="The Night Post reviews Harbour Lights", body=told), url=f"{SITE}/links/7")
    assert draft.evidence["title"].sure < 0.7


def test_a_game_named_as_a_work_without_a_type_is_refused() -> None:
    thing = {"@type": "Review", "itemReviewed": {"@type": "Thing", "name": "Harbour Lights"}}
    text = ("Gamers with a console will find that the gameplay suits players of all other games. ",)
    with pytest.raises(NotAReview, match="something else"):
        read(page(head=linked(thing), body=text * 4))


def test_the_report_of_a_season_of_sport_is_refused() -> None:
    text = ("The season ended without playoffs, for coach, roster and offense were not of this league. ",)
    with pytest.raises(NotAReview, match="something else"):
        read(page(title="Harbour Town Midseason Review", body=text * 5))
