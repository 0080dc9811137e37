"""Makes broken and hostile pages out of whole ones, the same for the same seed."""

import random
from collections.abc import Callable

from bot.feeds.pages import NotAReview, read_page, read_post
from bot.rules.drafts import Draft
from tests.feeds.pages.markup import known, linked, page, rating, review

_PIECES = (
    b"<div>", b"</div>", b"<b>", b"</p>", b"<table><tr><td>", b"<script>", b"</script>", b"<!--",
    b"-->", b"<![CDATA[",
    b"&amp;", b"&#9733;", b"&#0;", b"&#xFFFFFFFF;", b"&nosuch;", b"\0", b"\xff\xfe", b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae", b'"', b"'", b"<", b">", b"{", b"[", b"}", b",", b"\\ud800", b"\\u0000", b"1e999",
    b"-", b"9" * 400,
    b'<script type="application/ld+json">', b"itemscope itemtype=http://schema.org/Review ", b"<title>",
    b"<h1>",
    b"<meta charset=utf-16>", b"<svg>", b"<select>", b"<a href=x>", b"<p>", b"4/5", "★★★½ ".encode(),
    b"Review: ", b"(2019)",
    b"---\n", b"+++\n", b"- a: b\n", b"<img alt='4 stars'>", b"<template>", b"<frameset>",
    b"<plaintext>", b"<style>",
)  # fmt: skip
_SEEDS = (
    page(head=linked(review(reviewRating=rating(4, bestRating=5), author={"name": "Nell Hart"}))),
    page('<img alt="4 stars"><p class="stars"><b style="width:80%"></b></p><p>Rating: 3/5</p>'),
    page('<div itemscope itemtype="http://schema.org/Review"><b itemprop="name">Harbour Lights</b></div>'),
    b'---\ntitle: "Harbour Lights (2019)"\nrating: 4/5\ntags: [a, b]\n---\n\n' + b"He pilots a ferry. " * 20,
)  # fmt: skip


def hostile_page(seed: int) -> tuple[bytes, str]:
    """A page that was cut, mixed, repeated, nested or filled with noise, and the encoding it claims."""
    chance = random.Random(seed)
    body = bytearray(chance.choice(_SEEDS))
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(body) + 1)
        kind = chance.randrange(7)
        if kind == 0:
            del body[place:]
        elif kind == 1:
            del body[place : place + chance.randint(1, 60)]
        elif kind == 2:
            body[place:place] = chance.randbytes(chance.randint(1, 60))
        elif kind == 3:
            body[place:place] = chance.choice(_PIECES) * int(10 ** chance.uniform(0, 3.5))
        elif kind == 4:
            end = place + chance.randint(1, 200)
            body[place:place] = body[place:end] * chance.randint(1, 20)
        elif kind == 5 and body:
            body[place % len(body)] ^= 1 << chance.randrange(8)
        else:
            body[place:place] = b"".join(chance.choices(_PIECES, k=chance.randint(2, 40)))
    encoding = chance.choice(("utf-8", "", "latin-1", "utf-16", "shift_jis", "nonsense", "\0"))
    if chance.random() < 0.05:
        return bytes(body).decode("utf-8", "replace").encode(
            chance.choice(("utf-16", "utf-32", "utf-16-le"))
        ), encoding
    return bytes(body), encoding


def read_hostile(seed: int) -> str:
    """Reads one such page as a page and as a post; what came of it, in a word each."""
    return ", ".join(outcomes(*hostile_page(seed)))


def outcomes(body: bytes, encoding: str) -> tuple[str, str]:
    """What comes of reading bytes as a page, and as a post."""
    return (
        outcome(lambda: read_page(body, "https://lateshow.example/x", encoding, known)),
        outcome(lambda: read_post(body.decode("utf-8", "replace"), known)),
    )


def outcome(reading: Callable[[], Draft]) -> str:
    """What came of a reading: "read" or "refused"; anything else is wrong."""
    try:
        draft = reading()
    except NotAReview as error:
        return "refused" if str(error).endswith(".") else "refused without a sentence"
    return "read" if draft.title and len(draft.title) <= 200 else "without a title"
