"""Hostile inputs of every kind: a review or a refusal with a sentence, and the same one each time.

Many more of them, with what they cost, are read by `make fuzz`.
"""

import random
from collections.abc import Callable
from contextlib import suppress

import pytest

from bot.feeds.pages import read_page, read_post
from bot.feeds.sandbox import Limits, sandbox
from bot.feeds.syndication.entry import NotAFeed
from bot.feeds.syndication.parsing import read_feed
from bot.rules.drafts import Draft
from bot.rules.extracting import NotAReview, read_article
from bot.rules.extracting.article import LONGEST_TITLE
from tests.feeds.assistants import ARTICLE
from tests.feeds.hostile.kinds import KINDS, READ, REFUSED, outcome_of
from tests.feeds.hostile.mangling import mangled
from tests.feeds.pages.markup import known

QUOTE = "'"


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_inputs_are_read_or_refused(kind: str) -> None:
    outcomes = [outcome_of(kind, seed) for seed in range(40)]
    assert set(outcomes) <= {READ, REFUSED}
    assert READ in outcomes


@pytest.mark.parametrize("kind", KINDS)
def test_what_comes_of_an_input_is_the_same_each_time(kind: str) -> None:
    drafts = [_draft(kind, seed) for seed in range(6) for _ in range(2)]
    assert drafts[::2] == drafts[1::2]


def test_an_input_is_the_same_for_the_same_seed() -> None:
    broken = [mangled(random.Random(seed), b"<p>Nightcap</p>", (b"<b>",)) for seed in (1, 1, 2)]
    assert broken[0] == broken[1] != broken[2]


@pytest.mark.parametrize(
    ("function", "args"),
    [
        (read_page, (b"<h1><span class=stars>" * 90_000, "", "", known)),
        (read_article, (f"{ARTICLE}\n{('A' * 60 + 'of ') * 1_000}",)),
        (read_article, (f"{ARTICLE}\n{('A' * 60 + '’s ') * 600}",)),
        (read_article, (f"{QUOTE.join('O' * 4_000)}\n{ARTICLE}",)),
        (
            read_feed,
            (b"<rss version='2.0'><channel><item><title>x</tit" + b"9" * 900_000, "https://a.example"),
        ),
        (read_feed, (b"<entry>" * 90_000, "https://a.example")),
        (read_feed, (b"<guid>'<pubDate>" * 60_000, "https://a.example")),
    ],
    ids=[
        "headings within headings",
        "one long name",
        "one long owner",
        "one letter owned again and again",
        "one long tag",
        "entries within entries",
        "tags without an end",
    ],
)
async def test_what_once_took_too_much_is_read_within_the_limits(
    function: Callable[..., object], args: tuple[object, ...]
) -> None:
    async with sandbox(Limits(wall_seconds=60)) as read:
        with suppress(NotAReview, NotAFeed):
            assert await read(function, *args)


@pytest.mark.parametrize("read", [read_article, read_post])
def test_a_title_has_a_bound(read: Callable[[str, Callable[[str], bool]], Draft]) -> None:
    text = f"{'row' * 250}\nthey row, a film of boats. {'they row and they wait ' * 8}the plot, the cast."
    assert len(read(text, lambda name: False).title) == LONGEST_TITLE


def _draft(kind: str, seed: int) -> object:
    try:
        return KINDS[kind].read(random.Random(seed))
    except ValueError as refused:
        return str(refused)
