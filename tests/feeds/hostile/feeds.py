"""Hostile feeds: RSS, Atom and JSON that is broken, endless, or declares more than it says."""

import json
import random
from html import escape

from bot.feeds.syndication.drafting import from_feed
from bot.feeds.syndication.entry import MOST_ENTRIES, Document
from bot.feeds.syndication.parsing import read_feed
from bot.rules.drafts import Draft
from bot.rules.extracting import NotAReview
from tests.feeds.hostile.mangling import mangled, nested
from tests.feeds.pages.markup import known
from tests.feeds.syndication.writing import Post, rss

ADDRESS = "https://films.example/feed"
NOW = 1_760_000_000
_POSTS = tuple(Post(f"post-{each}", work=f"Night Train {each}", link=f"/{each}") for each in range(4))
_ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Late Row</title>
<entry><id>tag:1</id><title type="html">Night Train (2021) review</title><link href="/1"/>
<updated>2025-10-09T10:00:00Z</updated><author><name>Nell Hart</name></author><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>It moves.</p></div></content></entry></feed>"""
_JSON = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "The Late Row", "items": [
    {"id": each.id, "url": each.link, "title": each.title, "content_html": each.body,
    "authors": [{"name": "N"}],
     "date_published": "2025-10-09T10:00:00Z"} for each in _POSTS]}).encode()  # fmt: skip
_PIECES = (
    b"<item>", b"</item>", b"<entry>", b"</entry>", b"<title>", b"<![CDATA[", b"]]>", b"<!-- ", b" -->",
    b"<guid>",
    b"<pubDate>Thu, 32 Foo 99999 25:61:61 +9999</pubDate>", b"<dc:creator>", b"<content:encoded>", b"<link/>",
    b'<content type="xhtml">', b'<content type="application/octet-stream" mode="base64">AAAA</content>',
    b"<ttl>99999999</ttl>", b"<georss:point>1 2", b"<media:group>", b'<x xmlns:x="', b"<?xml version='1.1'?>",
    b"<updated>-1", b"<source>", b"<category term=", b"<enclosure url=", b"&lolz;", b"&#x1F600;", b"<div>",
    b'"items":[', b'"id":1e400,', b'"date_published":"9999-12-31T23:59:59+23:59",', b'{"title":', b"null",
)  # fmt: skip
_KINDS = ("application/rss+xml", "text/xml", "application/json", "text/html", "", "nonsense", "a" * 300)


def broken(chance: random.Random) -> Draft:
    whole = chance.choice((rss(*_POSTS), rss(*_POSTS, teaser=True), _ATOM, _JSON))
    if chance.random() < 0.05:
        whole = nested(chance, _PIECES, most=3_000_000) + whole
    return _first(mangled(chance, whole, _PIECES), chance)


def bomb(chance: random.Random) -> Draft:
    """Entities within entities, from without, by parameter; entries and tags without an end."""
    depth, width = chance.randint(2, 30), chance.randint(2, 30)
    names = [f"e{each}" for each in range(depth)]
    own = "".join(
        f'<!ENTITY {name} "{f"&{before};" * width}">'
        for before, name in zip(["x", *names], names, strict=False)
    )
    declared = chance.choice((
        f'<!ENTITY x "{"lol" * chance.randint(1, 9_000)}">{own}',
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p; <!ENTITY x "%p;">',
        "<!ATTLIST rss a CDATA 'x'>" * 3_000,
    ))  # fmt: skip
    text = f'<?xml version="1.0"?><!DOCTYPE rss [{declared}]>' if chance.random() < 0.7 else ""
    said = f"&{names[-1]};&x;" * chance.randint(1, 500)
    post = _POSTS[0]
    item = (
        f"<item><title>{post.title}{said}</title><description>{escape(post.body)}{said}</description></item>"
    )
    return _first(
        (text + "<rss version='2.0'><channel>" + item * int(10 ** chance.uniform(0, 3))).encode(), chance
    )


def _first(body: bytes, chance: random.Random) -> Draft:
    document = read_feed(
        body, ADDRESS, chance.choice(_KINDS), chance.choice(("", "utf-8", "utf-16", "x" * 99))
    )
    check(document)
    if not document.entries:
        raise NotAReview("No entry is in it.")
    return from_feed(document.entries[0], document.title, NOW, known)


def check(document: Document) -> None:
    """What holds of every feed, however it was written."""
    assert len(document.entries) <= MOST_ENTRIES
    assert len({entry.name for entry in document.entries}) == len(document.entries)
    assert all(entry.digest and entry.name for entry in document.entries)
