"""Posts of static sites: front matter is believed before the text."""

import pytest

from bot.feeds.pages import NotAReview, read_post
from bot.feeds.pages.front_matter import split_post
from bot.rules.drafts import Draft, doubts
from tests.feeds.pages.markup import BODY, known

TEXT = "\n\n".join(BODY)


def post(front: str, text: str = TEXT) -> Draft:
    return read_post(f"---\n{front}\n---\n\n{text}\n", known)


def test_a_post_says_title_date_author_and_score() -> None:
    draft = post('title: "Harbour Lights (2019)"\ndate: 2023-05-06\nauthor: Nell Hart\nrating: 4/5')
    assert (draft.title, draft.year, draft.author) == ("Harbour Lights", 2019, "Nell Hart")
    assert (draft.score_text, draft.score, draft.published_at) == ("4/5", 80, 1_683_331_200)


@pytest.mark.parametrize(
    ("front", "score"),
    [
        ("rating: 3.5/5", 70),
        ("rating: '★★★½'", 70),
        ("score: 85%", 85),
        ("grade: B+", 83),
        ("stars: 3.5", 70),
        ("rating: 8", 80),
        ("score: 8.5", 85),
        ("score: 72", None),
        ("rating: 15", None),
        ("rating: 18\nrating_max: 20", 90),
        ("rating: 15\nscore: 4/5", 80),
        ("rating: 3.5\nrating_max: 4.5", 77.78),
        ("movie:\n  rating: 6.8", None),
        ("film:\n  rating: 7.5/10", None),
        ("rating: 3\nrating_max: 4", 75),
        ("rating:\n  value: 3\n  max: 4", 75),
        ("review:\n  rating: 4 out of 5", 80),
        ("rating: 4 stars # of five", 80),
        ("rating: 4", None),
        ("rating: 0.5", None),
        ("stars: 7", 70),
        ("rating: PG-13", None),
        ("rating:", None),
        ("rating: 250", None),
        ("likes: 4/5", None),
    ],
)
def test_a_score_is_read_where_its_scale_is_known(front: str, score: float | None) -> None:
    draft = post(f"title: Harbour Lights\n{front}")
    assert (draft.title, draft.score) == ("Harbour Lights", score)


@pytest.mark.parametrize("front", ["rating: 6", "rating: 8", "score: 8.5", "stars: 7", "rating: 10"])
def test_a_number_without_a_scale_is_in_doubt(front: str) -> None:
    assert "score" in doubts(post(f"title: Harbour Lights\n{front}"))


def test_an_age_certificate_does_not_stand_against_the_text() -> None:
    draft = post("title: Harbour Lights\nrating: 15", f"{TEXT}\n\nI loved every minute. Highly recommended.")
    assert (draft.score, draft.score_text, draft.verdict) == (None, "", "watch")


def test_the_film_has_its_own_key_beside_the_headline() -> None:
    draft = post(
        "title: All Aboard for the Last Crossing\nfilm: Harbour Lights\nyear: 2019\ndirector: Ida Moss"
    )
    assert (draft.title, draft.year, draft.people[0].name) == ("Harbour Lights", 2019, "Ida Moss")
    assert draft.evidence["title"].origin == "structured"


def test_toml_and_json_are_front_matter_too() -> None:
    toml = read_post(
        f'+++\ntitle = "Harbour Lights"\ndate = 2023-05-06\n[extra]\nrating = "4/5"\n+++\n{TEXT}', known
    )
    data = read_post('{"title": "Harbour Lights", "date": "2023-05-06", "rating": "4/5"}\n' + TEXT, known)
    for draft in (toml, data):
        assert (draft.title, draft.score, draft.published_at) == ("Harbour Lights", 80, 1_683_331_200)


def test_a_post_without_front_matter_is_an_article() -> None:
    assert read_post(f"# Harbour Lights review\n\n{TEXT}", known).title == "Harbour Lights"


@pytest.mark.parametrize("front", ["draft: true", "published: false", "draft: True"])
def test_a_post_that_is_not_published_yet_is_refused(front: str) -> None:
    with pytest.raises(NotAReview, match="not published yet"):
        post(f"title: Harbour Lights\n{front}")


def test_lists_quotes_and_folded_texts_are_read() -> None:
    keys = split_post(
        "---\ntitle: 'It''s: a \"test\"'\ntags: [film, \"a, b\"]\ncast:\n  - Per Lund\n  - Eva Crane\n"
        "excerpt: >-\n  One line\n  and another.\n# a note\nempty:\n---\nText"
    ).keys
    assert keys["title"] == 'It\'s: a "test"'
    assert keys["tags"] == ["film", "a, b"]
    assert keys["cast"] == ["Per Lund", "Eva Crane"]
    assert keys["excerpt"] == "One line and another."
    assert keys["empty"] == ""


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: x",
        "+++\n= = =\n+++\n",
        "{" * 100_000,
        '{"a": ',
        "---\n---\n",
        "---\n\t: -\n- - -\n---\n",
        "-" * 9,
    ],
)
def test_broken_front_matter_is_no_crash(text: str) -> None:
    assert split_post(text).text is not None
    with pytest.raises(NotAReview):
        read_post(text, known)


@pytest.mark.parametrize(
    "front", ["categories: [books]", "category: Video Games", "categories:\n  - music\n  - sea"]
)
def test_a_post_filed_under_something_else_is_refused(front: str) -> None:
    with pytest.raises(NotAReview, match="something else"):
        post(f"title: Harbour Lights\n{front}\nrating: 4/5")


@pytest.mark.parametrize(
    "front",
    [
        "categories: [books, films]",
        "tags: [music, drama]",
        "category: books\nfilm: Harbour Lights",
        "category: music\ndirector: Ida Moss",
    ],
)
def test_a_post_filed_under_films_as_well_is_read(front: str) -> None:
    assert post(f"title: Harbour Lights\n{front}\nrating: 4/5").title == "Harbour Lights"
