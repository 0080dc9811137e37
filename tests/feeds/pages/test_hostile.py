"""Broken and hostile pages: a draft or a refusal with a sentence, never a crash.

How long they take and how much they hold is measured by `python -m tests.feeds.pages.hostile`.
"""

import json
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.feeds.pages.decoding import decode
from bot.feeds.pages.front_matter import split_post
from bot.feeds.pages.headlines import names_in
from bot.feeds.pages.linked_data import read_linked_data
from bot.feeds.pages.reviews import claims_of
from bot.feeds.pages.source import LARGEST, MOST_TAGS, tame
from tests.feeds.pages.hostile import outcome, outcomes, read_hostile
from tests.feeds.pages.markup import known, page, read

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from([
            "@type", "@id", "@graph", "@value", "name", "itemReviewed", "reviewRating", "ratingValue",
            "bestRating", "worstRating", "author", "datePublished", "review", "genre", "director", "item",
            "positiveNotes",            "itemListElement", "partOfSeries", "seasonNumber", "description",
            "url",
        ]) | st.text(max_size=3),
        inner | st.sampled_from(["Review", "Movie", "TVSeason", "Rating", "Article", "4", "B+"]),
        max_size=5,
    ),
    max_leaves=12,
)  # fmt: skip
BOMBS = {
    "deep": "<div>" * 30_000,
    "deep lists": "<ul><li>" * 12_000,
    "open formatting": "<p>"
    + "".join(f"<font size={n}>" for n in range(2_000))
    + "</p>"
    + "<p>x</p>" * 20_000,
    "many attributes": "<div " + " ".join(f"a{n}=1" for n in range(50_000)) + ">",
    "open scripts": "<script>" * 20_000,
    "open comments": "<!--" * 50_000,
    "entities": "&amp;&#9733;&#x110000;&#0;" * 20_000,
    "brackets": "<" * 200_000,
    "one long word": "<p>" + "a" * 1_000_000,
    "microdata": '<div itemscope itemtype="http://schema.org/Review"><b itemprop=name>x</b>' * 2_000,
    "stars": '<p class="stars">' + '<i class="fa fa-star"></i>' * 20_000,
    "deep data": '<script type="application/ld+json">'
    + '{"@type":"Review","review":[' * 50_000
    + "</script>",
    "wide data": '<script type="application/ld+json">[' + '{"@type":"Review"},' * 20_000 + "{}]</script>",
    "huge number": '<script type="application/ld+json">{"@type":"Review","reviewRating":'
    + "9" * 9_000
    + "}</script>",
    "no end": '<script type="application/ld+json">{"@type":"Review"',
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_beside_a_review_hides_nothing_of_it(bomb: str) -> None:
    assert read(page() + bomb.encode()).title == "Harbour Lights"


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_alone_is_refused_or_read(bomb: str) -> None:
    for form in (bomb, f"<title>{bomb}</title>", f"<h1>{bomb}</h1>"):
        assert outcome(partial(read, form.encode())) in {"read", "refused"}


@pytest.mark.parametrize("seed", range(300))
def test_broken_pages_are_read_or_refused(seed: int) -> None:
    assert set(read_hostile(seed).split(", ")) <= {"read", "refused"}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(body=st.binary(max_size=2_000), encoding=st.text(max_size=12))
def test_any_bytes_are_read_or_refused(body: bytes, encoding: str) -> None:
    assert isinstance(decode(body, encoding), str)
    assert set(outcomes(body, encoding)) <= {"read", "refused"}


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(value=JSON)
def test_any_data_makes_claims_that_are_sure_to_some_degree(value: object) -> None:
    things = read_linked_data([json.dumps(value)])
    assert all(0 <= each.evidence.sure <= 1 for each in claims_of(things, "https://lateshow.example/x"))


@settings(max_examples=200, deadline=None)
@given(headline=st.text(max_size=200), site=st.text(max_size=20))
def test_any_headline_gives_names_that_can_be_shown(headline: str, site: str) -> None:
    for each in names_in(headline, known, site, "https://lateshow.example/x"):
        assert each.name.strip()
        assert 0 <= each.sure <= 1


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=400))
def test_any_front_matter_is_split_without_a_crash(text: str) -> None:
    assert isinstance(split_post(f"---\n{text}\n---\nx").text, str)


def test_a_source_is_cut_to_what_a_parser_can_take() -> None:
    assert len(tame("x" * (LARGEST + 5)).markup) == LARGEST
    assert tame("<p>x" * (MOST_TAGS + 5)).markup.count("<p>") == MOST_TAGS
    assert "<b>" not in tame("<p><b>" * (MOST_TAGS // 2)).markup
    assert tame("a<SCRIPT>b</Script >c<!-- d -->e<style>f").markup == "ace<style>f"
