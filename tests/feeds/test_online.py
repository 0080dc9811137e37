"""Reviews at web addresses: read by what they are, and what cannot be read is said in a sentence."""

import json

import pytest

from bot.feeds.contents import Found
from bot.feeds.faults import Fault, Skipped
from bot.feeds.fetching import Fetched
from bot.feeds.online import is_address, read_address, read_fetched
from tests.feeds.fetching.sites import fetching, refuses, says, site

URL = "https://films.example/reviews/nightcap"
ARTICLE = (
    "Nightcap (2021) review\n\n"
    "Nightcap is a slow and generous comedy about two waiters who run a hotel bar for one last night. "
    "The film takes its time, finds its jokes in pauses, and never raises its voice. It is worth an evening."
    "\n\nScore: 4 out of 5\n"
)
PAGE = (
    "<html><head><title>Nightcap (2021) review</title></head><body><article><h1>Nightcap (2021) review</h1>"
    + "".join(f"<p>{part}</p>" for part in ARTICLE.split("\n\n")[1:])
    + "</article></body></html>"
)


def read(body: str | bytes, kind: str, url: str = URL) -> list[Found | Fault | Skipped]:
    content = body.encode() if isinstance(body, str) else body
    return read_fetched(Fetched(url, 200, kind, content), URL, lambda name: name == "Nightcap")


def one(body: str | bytes, kind: str, url: str = URL) -> Found:
    (found,) = read(body, kind, url)
    assert isinstance(found, Found), found
    return found


@pytest.mark.parametrize(
    ("body", "kind"),
    [(PAGE, "text/html"), (PAGE, "application/xhtml+xml"), (PAGE, ""), (ARTICLE, "text/plain"),
     (f"---\ntitle: Nightcap (2021) review\n---\n\n{ARTICLE}", "text/markdown")],
)  # fmt: skip
def test_pages_and_texts_become_a_draft_that_is_known_by_its_address(body: str, kind: str) -> None:
    found = one(body, kind)
    assert (found.draft.title, found.draft.score) == ("Nightcap", 80)
    assert found.source == found.draft.url == URL


def test_a_page_is_known_by_where_it_stands_in_the_end() -> None:
    assert one(PAGE, "text/html", "https://films.example/2021/nightcap").source.endswith("/2021/nightcap")


def test_a_page_cannot_pass_for_one_of_another_site() -> None:
    others = "https://other.example/reviews/nightcap"
    links = f'<link rel="canonical" href="{others}"><meta property="og:url" content="{others}"></head>'
    named = PAGE.replace("</head>", links)
    claimed = {"@type": "Review", "url": others, "itemReviewed": {"@type": "Movie", "name": "Nightcap"}}
    script = f'<script type="application/ld+json">{json.dumps(claimed)}</script></head>'
    assert one(named.replace("</head>", script), "text/html").source == URL


@pytest.mark.parametrize("kind", ["application/json", "application/x-ndjson"])
def test_data_in_the_projects_own_form_is_read_as_from_a_file(kind: str) -> None:
    good = {"work": {"title": "Dark"}, "review": {"url": "https://films.example/dark"}}
    bad = {"work": {"title": "Solo"}, "review": {"score": "good"}}
    text = json.dumps([good, bad]) if kind == "application/json" else f"{json.dumps(good)}\n{json.dumps(bad)}"
    found, fault = read(text, kind)
    assert isinstance(found, Found)
    assert found.draft.title == "Dark"
    assert str(fault).startswith(f"{URL}:")
    assert "review.score" in str(fault)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ('<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "application/rss+xml"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"/>', "text/html"),
        ('<rdf:RDF xmlns="http://purl.org/rss/1.0/"/>', "application/xml"),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', "application/feed+json"),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', "application/json"),
    ],
)
def test_a_feed_is_sent_to_where_feeds_are_read(body: str, kind: str) -> None:
    (fault,) = read(body, kind)
    assert (
        str(fault)
        == f"{URL}: That is a feed of many reviews; read it with python -m bot feeds add, and its address."
    )


@pytest.mark.parametrize("kind", ["text/html", "text/plain", "application/json", ""])
@pytest.mark.parametrize(
    "body", [b"", b"\x00\xff" * 500, b"<p>Closed on Mondays.</p>"], ids=["empty", "noise", "note"]
)
def test_what_is_no_review_is_said_to_be_none(body: bytes, kind: str) -> None:
    assert all(isinstance(each, Fault) and str(each).startswith(URL) for each in read(body, kind))


async def test_what_cannot_be_fetched_is_a_fault_of_that_address() -> None:
    async with site(refuses(404)) as films, fetching(films) as fetch:
        (fault,) = await read_address(fetch, films.url(), lambda name: False)
    assert str(fault).startswith(f"{films.url()}: films.example has no such page (404);")


async def test_a_page_is_fetched_and_read() -> None:
    async with (
        site(says(PAGE.encode("utf-16"), "text/html; charset=utf-16")) as films,
        fetching(films) as fetch,
    ):
        (found,) = await read_address(fetch, films.url("/nightcap"), lambda name: False)
    assert isinstance(found, Found)
    assert (found.draft.title, found.source) == ("Nightcap", films.url("/nightcap"))


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("https://a.example", True),
        ("HTTP://a.example", True),
        ("reviews/https.txt", False),
        ("ftp://a.example", True),
        ("C://reviews.txt", False),
        ("./a://b", False),
    ],
)
def test_addresses_are_told_from_files(text: str, yes: bool) -> None:
    assert is_address(text) is yes
