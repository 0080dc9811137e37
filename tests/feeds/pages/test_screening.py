"""Pages that are no review of one film are refused kindly, and names that little speaks for stay in doubt."""

from collections.abc import Callable

import pytest

from bot.feeds.pages import NotAReview, read_page, read_post
from bot.rules.drafts import SURE, Draft, doubts
from tests.feeds.pages.markup import BODY, known, linked, page, rating, read, review

TEXT = "\n\n".join(BODY)
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
        ("Five films for a rainy weekend", "a list or a guide"),
        ("Our ten favourite ferry movies", "a list or a guide"),
        ("Three quiet Danish series to start tonight", "a list or a guide"),
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
        "Two Pilots and a Ferry",
        "Seven Winters review",
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


@pytest.mark.parametrize(
    "headline",
    [
        "Theatre review: King Otto at the Wharf",
        "King Otto at the Wharf – theatre review",
        "King Otto review – a crown too heavy | Theatre",
        "Hollow Tide game review",
        "Hollow Tide video game review: wet feet",
        "Hollow Tide (Switch 2) review",
        "Hollow Tide on Xbox Series X review",
        "The Salt Road by Ann Tate – book review",
        "Book Review of The Salt Road",
        "[Book Review] The Salt Road",
        "Books | The Salt Road",
        "Games: Hollow Tide reviewed",
        "Album review: Blue Hour",
        "Blue Hour - album review",
        "Restaurant review: The Fig",
        "Buchkritik: Der Salzweg",
    ],
)
def test_a_headline_that_says_so_is_enough(headline: str) -> None:
    with pytest.raises(NotAReview, match="something else than a film"):
        read(page(title=headline), url="")
    with pytest.raises(NotAReview, match="something else than a film"):
        read_post(f"{headline}\n\n{TEXT}", known)
    with pytest.raises(NotAReview, match="something else than a film"):
        read_post(f"---\ntitle: '{headline}'\nrating: 4/5\n---\n{TEXT}", known)


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("The Book Thief review", "The Book Thief"),
        ("The Book Thief review – a thief of time", "The Book Thief"),
        ("Game Night Review", "Game Night"),
        ("Squid game review", "Squid game"),
        ("The Pawn Game Review", "The Pawn Game"),
        ("Theatre of Blood review", "Theatre of Blood"),
        ("Theatre of Blood (1973)", "Theatre of Blood"),
        ("Review: Record of a Tenement", "Record of a Tenement"),
        ("Film review: The Stage Door", "The Stage Door"),
        ("Movie Review: Album", "Album"),
        ("Comic Timing review", "Comic Timing"),
    ],
)
def test_a_film_about_a_book_a_game_or_a_theatre_is_read(headline: str, name: str) -> None:
    body = tuple(text.replace("Harbour Lights", name) for text in BODY)
    text = "\n\n".join(body)
    assert read(page(title=headline, body=body), url="").title == name
    assert read_post(f"{headline}\n\n{text}", known).title == name
    post = read_post(f"---\ntitle: '{headline}'\nrating: 4/5\n---\n{text}", known)
    assert (post.title, doubts(post)) == (name, ())


def test_the_name_of_a_film_is_not_counted_as_what_it_is_about() -> None:
    text = ("The Book Thief is warm. The Book Thief is slow. A director at ease made The Book Thief. ",)
    assert read(page(title="The Book Thief review", body=text * 3), url="").title == "The Book Thief"


def test_a_known_name_that_looks_like_a_section_is_read() -> None:
    headline = "Theatre: A Love Story review"
    body = tuple(text.replace("Harbour Lights", "Theatre: A Love Story") for text in BODY)
    assert read_page(page(title=headline, body=body), "", "utf-8", lambda name: name in headline).title


STAGED = (
    "The stage is bare but for a crown, and the playwright lets the king speak to the stalls. ",
    "After the interval the theatre holds its breath. I loved every minute until the curtain fell. ",
)
PLAYED = (
    "I played it on the handheld for thirty hours. The gameplay is splendid and the bosses are hard, ",
    "and players who liked the first game will love this one. I loved every minute. Score: 9/10. ",
)
PRINTED = (
    "The author of four novels tells of a road of salt. Her chapters are short and her prose is splendid, ",
    "and readers will love every page. I loved every minute with it. Highly recommended. ",
)


def is_sure(reading: Callable[[], Draft]) -> bool:
    """Whether a text is taken for a review of a film without a doubt."""
    try:
        return "title" not in doubts(reading())
    except NotAReview:
        return False


@pytest.mark.parametrize("headline", ["Hollow Tide review", "Hollow Tide"])
@pytest.mark.parametrize("told", [STAGED, PLAYED, PRINTED])
def test_what_leans_towards_something_else_is_never_sure(told: tuple[str, ...], headline: str) -> None:
    text = "".join(told)
    post = f"---\ntitle: {headline}\nrating: 9/10\n---\n{text}"
    assert not is_sure(lambda: read(page(title=headline, body=told), url=""))
    assert not is_sure(lambda: read_post(f"{headline}\n\n{text}", known))
    assert not is_sure(lambda: read_post(post, known))


def test_a_play_that_names_no_film_is_refused() -> None:
    with pytest.raises(NotAReview, match="something else than a film"):
        read(page(title="King Otto review", body=STAGED * 2), url="")


def test_a_post_that_states_a_film_is_believed() -> None:
    text = "".join(PRINTED)
    draft = read_post(f"---\ntitle: Salt\nfilm: The Salt Road\nrating: 4/5\n---\n{text}", known)
    assert (draft.title, doubts(draft)) == ("The Salt Road", ())


@pytest.mark.parametrize("headline", ["Five films for a rainy weekend", "Interview with Ida Moss"])
def test_a_text_that_looks_like_a_list_or_an_interview_is_never_sure(headline: str) -> None:
    post = f"---\ntitle: {headline}\nrating: 5/5\n---\n{TEXT}"
    assert not is_sure(lambda: read_post(post, known))
    assert not is_sure(lambda: read_post(f"{headline}\n\n{TEXT}\n\nRating: 5/5", known))


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
