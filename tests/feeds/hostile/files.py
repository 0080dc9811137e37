"""Hostile files: tables, exports, data in our own form, and what is packed."""

import gzip
import io
import json
import random
import zipfile
import zlib
from collections.abc import Iterable

from bot.feeds.bulk import read_export, read_table
from bot.feeds.contents import Found, read_contents
from bot.feeds.faults import Fault, Skipped
from bot.feeds.fetching.unpacking import CODINGS, BrokenPacking, TooLarge, Unpacking
from bot.feeds.reading import read_json, read_jsonl
from bot.rules.drafts import Draft
from bot.rules.extracting import NotAReview
from tests.feeds.bulk.test_letterboxd import export as letterboxd
from tests.feeds.bulk.test_letterboxd import row
from tests.feeds.bulk.test_tables import HEADER, ROW
from tests.feeds.bulk.test_wordpress import HEAD, TAIL, item
from tests.feeds.hostile.mangling import NOISE, mangled, nested
from tests.feeds.pages.markup import known, page
from tests.feeds.test_form import FULL

_MOST = 1_000_000
_CELLS = (
    b'"',
    b'""',
    b",",
    b";",
    b"\t",
    b"\r\n",
    b"\n",
    b"title",
    b"rating",
    b"Letterboxd URI",
    b"4/5",
    b"=1+1",
)
_XML = (
    b"<item>", b"</item>", b"<content:encoded>", b"<![CDATA[", b"]]>", b"<wp:post_type>page</wp:post_type>",
    b"<wp:status>", b"<category>", b"&x;", b"<!DOCTYPE rss [", b'<!ENTITY x "&x;&x;">', b"]>",
    b"<wp:comment>",
)  # fmt: skip
_JSON = (
    b'{"work":',
    b'{"title":',
    b'"review":',
    b"[",
    b"]",
    b"{",
    b"}",
    b'"score":',
    b"null",
    b"1e999",
    b"//",
)


def table(chance: random.Random) -> Draft:
    text = mangled(chance, f"{HEADER}\n{ROW}\n{ROW}\n".encode(), _CELLS)
    if chance.random() < 0.1:
        text = HEADER.encode() + b"\n" + nested(chance, (*_CELLS, *NOISE))
    return _only(read_table(text.decode("utf-8", "replace"), "a.csv", known))


def diary(chance: random.Random) -> Draft:
    text = mangled(chance, letterboxd(row(), row(Name="Harbour Lights", Review="<i>" * 99)).encode(), _CELLS)
    return _only(read_table(text.decode("utf-8", "replace"), "reviews.csv", known))


def blog(chance: random.Random) -> Draft:
    body = mangled(chance, (HEAD + item() + item(number=2, kind="page") + TAIL).encode(), _XML)
    if chance.random() < 0.1:
        body = HEAD.encode() + nested(chance, _XML, most=500_000) + body
    size = chance.choice((1, 7, 4096, 65_536)) if len(body) < 20_000 else 65_536
    chunks = (body[start : start + size] for start in range(0, len(body), size))
    found = read_export(chunks, "export.xml", known)
    return _only(each if isinstance(each, Fault | Skipped) else each[0] for each in found)


def records(chance: random.Random) -> Draft:
    body = mangled(chance, json.dumps(FULL).encode(), _JSON)
    if chance.random() < 0.1:
        body = nested(chance, _JSON) + body
    return _only(chance.choice((read_json, read_jsonl))(body.decode("utf-8", "replace"), "a.json"))


def archive(chance: random.Random) -> Draft:
    inside = chance.choice((page(), f"{HEADER}\n{ROW}\n".encode(), b"<" * _MOST, bytes(_MOST)))
    packed = io.BytesIO()
    method = chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))
    if len(inside) == _MOST:
        method = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(packed, "w", method, compresslevel=1) as file:
        for number in range(chance.choice((1, 1, 2, 5))):
            ending = chance.choice((".html", ".csv", ".md", ".zip", ".png", "", "/../../x.html"))
            with file.open(f"{number}{ending}", "w") as member:
                for _ in range(chance.choice((5, 90)) if len(inside) == _MOST else 1):
                    member.write(inside)
            inside = page()
    body = packed.getvalue()
    if chance.random() < 0.7:
        body = mangled(chance, body, (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"\xff" * 4))
    return _only(
        each.draft if isinstance(each, Found) else each for each in read_contents(body, "a.zip", known)
    )


def packing(chance: random.Random) -> Draft:
    """What a site sends compressed: bombs, bombs within, cut short, or of another packing than it says."""
    inside = chance.choice((page(), page(), bytes(int(10 ** chance.uniform(3, 8)))))
    body = chance.choice((gzip.compress(inside, 1), zlib.compress(inside, 1), inside[:_MOST]))
    if chance.random() < 0.2:
        body = gzip.compress(body * chance.randint(1, 3))
    if chance.random() < 0.5:
        body = mangled(chance, body, (b"\x1f\x8b\x08\0", b"\x78\x9c"))
    unpacking = Unpacking(chance.choice(list(CODINGS)), _MOST)
    try:
        for start in range(0, len(body), 16_384):
            unpacking.take(body[start : start + 16_384])
        content = unpacking.body()
    except (TooLarge, BrokenPacking) as error:
        raise NotAReview(f"{type(error).__name__}.") from error
    assert len(content) <= _MOST
    found = read_contents(content, "", known, "text/html")
    return _only(each.draft if isinstance(each, Found) else each for each in found)


def _only(found: Iterable[Draft | Fault | Skipped]) -> Draft:
    """The first draft. Raises NotAReview with what is said of the others, where there is none."""
    refused = "Nothing stands in it."
    drafts = []
    for each in found:
        if isinstance(each, Draft):
            drafts.append(each)
        else:
            said = each.message if isinstance(each, Fault) else each.why
            assert said.strip()
            refused = f"{said.rstrip('.')}."
    if not drafts:
        raise NotAReview(refused)
    return drafts[0]
