"""Hostile pages of the web: broken markup, bombs, data for machines, wrong encodings."""

import json
import random
from typing import Any

from bot.feeds.pages import read_page
from bot.rules.drafts import Draft
from tests.feeds.hostile.mangling import mangled, nested
from tests.feeds.pages.hostile import hostile_page
from tests.feeds.pages.markup import known, linked, page, review

URL = "https://lateshow.example/x"
ENCODINGS = (
    "utf-8", "utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "cp1251", "koi8-r", "gb18030", "big5",
    "shift_jis", "euc-jp", "iso-2022-jp", "utf-7", "punycode", "idna", "rot13", "unicode_escape", "nonsense",
    "", "\0", "utf-8" * 50,
)  # fmt: skip
_SAID = "Harbour Lights (2019) — ★★★½. Das Wörtchen «früher», Слово, 발레리나, 映画館の夜. "
_KEYS = (
    "@type", "@id", "@graph", "@value", "@context", "name", "itemReviewed", "reviewRating", "ratingValue",
    "bestRating", "worstRating", "author", "datePublished", "review", "genre", "director", "actor", "item",
    "positiveNotes", "itemListElement", "partOfSeries", "seasonNumber", "description", "url", "reviewBody",
    "headline", "image", "publisher", "",
)  # fmt: skip
_VALUES = (
    "Review", "Movie", "TVSeason", "Rating", "Article", "ClaimReview", "AggregateRating", "4", "B+",
    "4/5", "",
    "Harbour Lights", "2019-10-06", "9" * 5_000, "★" * 300, "\ud800", "<b>", None, True, 4, -1, 1e308,
    10**400,
    float("nan"),
)  # fmt: skip
_TAGS = tuple(
    f"<{tag}>".encode()
    for tag in (
        "div", "p", "b", "i", "a href=x", "table", "tr", "td", "ul", "li", "h1", "span class=stars", "svg",
        "math", "select", "option", "template", "noscript", "iframe", "textarea", "style", "script", "!--",
        "![CDATA[", "font size=3", "nobr", "button", "form", "frameset", "plaintext", "ruby", "rt", "details",
        "img alt='4 stars'", "blockquote", "pre", "/p", "/div", "/b", "/table", "input value='3/5'", "title",
    )
)  # fmt: skip
_INLINE = (
    b"&amp;",
    b"&#9733;",
    b"&lt;",
    b"x ",
    b"\n",
    b"-->",
    b"]]>",
    b"</script>",
    b"a=1 ",
    b"<",
    b'"',
    b"'",
)
_ITEMS = (
    b'<div itemscope itemtype="http://schema.org/Review">', b"<b itemprop=name>x</b>", b"</div>", b"<div>",
    b'<div itemprop="itemReviewed" itemscope itemtype="http://schema.org/Movie">',
    b'<div itemprop="reviewRating" itemscope itemtype="http://schema.org/Rating">',
    b"<meta itemprop=ratingValue content=4>", b"<meta itemprop=bestRating content=5>", b"<p itemprop>",
    b"<a itemprop='author url' href='//x'>y</a>", b"<time itemprop=datePublished datetime=2019>",
    b"itemref=a ",
    b'<i itemid="#a" id=a itemscope itemref=a>', b"<b itemprop='name genre director'>Harbour Lights</b>",
)  # fmt: skip


def read(body: bytes, encoding: str = "utf-8") -> Draft:
    return read_page(body, URL, encoding, known)


def broken(chance: random.Random) -> Draft:
    return read(*hostile_page(chance.getrandbits(48)))


def bomb(chance: random.Random) -> Draft:
    inside = nested(chance, chance.sample((*_TAGS, *_INLINE), k=3), most=2_000_000)
    match chance.randrange(4):
        case 0:
            return read(page() + inside)
        case 1:
            return read(b"<title>%b</title><h1>%b</h1>" % (inside, inside))
        case 2:
            return read(page(inside.decode("utf-8", "replace")))
    return read(inside)


def data(chance: random.Random) -> Draft:
    thing = review(**{chance.choice(_KEYS): _value(chance, 5) for _ in range(4)})
    written = linked(thing if chance.random() < 0.6 else _value(chance, 7))
    if chance.random() < 0.3:
        written = written.replace("</script>", mangled(chance, b"}]", ()).decode("latin-1") + "</script>")
    if chance.random() < 0.05:
        deep = chance.choice(('{"review":', "[", '{"@graph":[')) * int(10 ** chance.uniform(1, 5))
        written = f'<script type="application/ld+json">{deep}</script>'
    return read(page(head=written).replace(b"\\ud800", chance.choice((b"\\ud800", b"\xed\xa0\x80"))))


def _value(chance: random.Random, depth: int) -> Any:
    kind = chance.randrange(3) if depth else 0
    if kind == 1:
        return [_value(chance, depth - 1) for _ in range(chance.randint(0, 4))]
    if kind == 2:
        return {chance.choice(_KEYS): _value(chance, depth - 1) for _ in range(chance.randint(0, 5))}
    value = chance.choice(_VALUES)
    return json.dumps(value) if isinstance(value, float) and chance.random() < 0.5 else value


def items(chance: random.Random) -> Draft:
    if chance.random() < 0.1:
        return read(page() + nested(chance, _ITEMS))
    return read(page("".join(each.decode() for each in chance.choices(_ITEMS, k=chance.randint(1, 200)))))


def encoded(chance: random.Random) -> Draft:
    text = page(_SAID * chance.randint(1, 30), head=f'<meta charset="{chance.choice(ENCODINGS)}">').decode()
    own = chance.choice(ENCODINGS[:13])
    body = bytearray(text.encode(own, "replace"))
    for _ in range(chance.randint(0, 8)):
        body[chance.randrange(len(body))] = chance.randrange(256)
    del body[chance.choice((len(body), chance.randrange(len(body)))) :]
    return read(bytes(body), chance.choice(ENCODINGS))
