"""Reads a web page into a draft: what machines are told first, then titles and headings, then the text."""

import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from bot.feeds.pages.body import body_of
from bot.feeds.pages.claims import Claim, claim
from bot.feeds.pages.decoding import decode
from bot.feeds.pages.descriptions import summary_from
from bot.feeds.pages.drafting import draft_from
from bot.feeds.pages.drawn import leave_out_others, own_drawn_score
from bot.feeds.pages.head import Head, read_head
from bot.feeds.pages.headlines import without_site
from bot.feeds.pages.item_data import read_item_data
from bot.feeds.pages.linked_data import Thing, read_linked_data
from bot.feeds.pages.reviews import claims_of, is_about_something_else, reviews_several
from bot.feeds.pages.screening import (
    A_LIST,
    SEVERAL,
    SOMETHING_ELSE,
    has_several,
    is_a_listing,
    signs_of,
    why_not,
)
from bot.feeds.pages.source import tame
from bot.feeds.pages.titles import headlines_of, title_claims
from bot.rules.drafts import Draft
from bot.rules.extracting import NotAReview

LARGEST = 5 * 1024 * 1024
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}")
_ADDRESS = re.compile(r"https?://[^\s/?#@:]+\.[^\s/?#@:]+(?::\d{1,5})?(?:[/?#]\S*)?")
_LONGEST_ADDRESS = 500


def read_page(body: bytes, url: str, encoding: str, known_names: Callable[[str], bool]) -> Draft:
    """The draft of the review that a page is; at most its first 5 MiB are read.

    `encoding` is what the server declared, or empty; `url` may be empty for a file. Raises NotAReview, with a
    sentence for people, where the page holds no review of a film or series. Takes up to 60 ms of CPU on
    usual pages and up to two seconds on hostile ones: not for an event loop.
    """
    source = tame(decode(body[:LARGEST], encoding))
    tree = LexborHTMLParser(source.markup)
    head = read_head(tree)
    url = _address(url) or _address(head.address)
    things = [*read_linked_data(source.linked_data), *read_item_data(tree)]
    if is_about_something_else(things):
        raise NotAReview(SOMETHING_ELSE)
    claims = [*_stated(things, url, head), *_drawn(tree)]
    headlines = headlines_of(head, [each.value for each in claims if each.field == "headline"])
    bare = [without_site(headline, head.site, url) for headline in headlines]
    stated_titles = [each for each in claims if each.field == "title"]
    if not stated_titles:
        _refuse_others(tree, url, things, bare)
    leave_out_others(tree)
    text = body_of(tree)
    is_of_film = any(each.field == "kind" and each.evidence.origin == "structured" for each in claims)
    if not (stated_titles and is_of_film) and (sentence := why_not(bare, text, known_names)):
        raise NotAReview(sentence)
    claims = [each for each in claims if each.field not in {"title", "headline"}]
    claims += title_claims(stated_titles, headlines, text, known_names, head.site, url)
    claims += summary_from([each for each in claims if each.field == "description"], claims)
    signs = None if stated_titles else signs_of(bare, url, text, known_names)
    return draft_from(claims, headlines, text, url, known_names, signs)


def _refuse_others(tree: LexborHTMLParser, url: str, things: list[Thing], headlines: list[str]) -> None:
    """Raises NotAReview where the page shows by its build that it is no single review."""
    if reviews_several(things, url, headlines) or has_several(tree):
        raise NotAReview(SEVERAL)
    if is_a_listing(tree, url, things, headlines):
        raise NotAReview(A_LIST)


def _stated(things: list[Thing], url: str, head: Head) -> Iterator[Claim]:
    yield from claims_of(things, url)
    yield from _of_head(head, url)


def _of_head(head: Head, url: str) -> Iterator[Claim]:
    if head.author:
        yield claim("author", head.author, head.author, "head", 0.8)
    outlet = head.site or host_name(url)
    if outlet:
        yield claim("outlet", outlet[:100], outlet, "head", 0.85 if head.site else 0.7)
    if head.published is not None:
        yield claim("published_at", head.published, head.published_words, "head", 0.85)
    if head.description:
        yield claim("description", head.description, head.description, "head", 0.75)
    if _address(head.image):
        yield claim("image", head.image, head.image, "head", 0.7)
    if _LANGUAGE.fullmatch(head.language):
        yield claim("language", head.language.replace("_", "-"), f"lang={head.language}", "head", 0.8)


def host_name(url: str) -> str:
    """What a page's site is called that calls itself nothing, "" for a page without an address."""
    return urlsplit(url).netloc.removeprefix("www.")


def _drawn(tree: LexborHTMLParser) -> Iterable[Claim]:
    drawn = own_drawn_score(tree)
    return [claim("score", drawn.score, drawn.words, "structured", drawn.sure)] if drawn else []


def _address(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(text) else ""
