"""What editors hand over in the chat: read by what it is, as drafts, and refused kindly."""

import io
import json
import zipfile
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web

from bot.bringing import DRAFT, LARGEST_BYTES, MOST_REVIEWS, SAME, TOO_LARGE, TOO_MANY, bring
from bot.desk import Desk
from bot.feeds.fetching import Fetcher
from bot.feeds.importer import take_in
from bot.feeds.sorts import OTHERS
from bot.requests import NONE, Attached, Brought, NotHandedOver
from storage import Account, Editor, arrivals, editing, reviews
from tests.desks import bring as publish
from tests.desks import desk_in
from tests.feeds.fetching.sites import Site, fetching, site
from tests.feeds.test_online import ARTICLE, PAGE
from tests.journeys.stage import sample_draft

ME = Editor(Account("discord", 1), "Mia")
ANN = Editor(Account("telegram", 2), "Ann")
LETTERBOXD = (
    "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n"
    "2023-01-02,Dark Star,1974,https://boxd.it/1abc,4,,A scruffy and funny trip that knows its bounds.,,\n"
    "2023-01-03,Solaris,1972,https://boxd.it/2abc,3.5,,,,\n"
)


def an_export(*titles: str) -> str:
    """WordPress's export with a post about each of these."""
    posts = "".join(
        f"<item><title>{title} (2021) review</title><link>https://notes.example/{title}</link>"
        f"<guid>https://notes.example/?p={title}</guid><content:encoded><![CDATA["
        f"{ARTICLE.partition(chr(10))[2].replace('Nightcap', title)}]]></content:encoded>"
        "<wp:post_date_gmt>2021-05-01 10:00:00</wp:post_date_gmt>"
        "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>"
        for title in titles
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>Notes</title><wp:wxr_version>1.2</wp:wxr_version>{posts}</channel></rss>"
    )


def packed(**files: str) -> bytes:
    """A .zip of these files; two underscores in a name stand for a folder's slash, one for a dot."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/").replace("_", ".").replace("MACOSX", "__MACOSX"), text)
    return content.getvalue()


@dataclass
class Newsroom:
    """A desk, a site with reviews and the way there; `got` are the files that were downloaded."""

    desk: Desk
    films: Site
    fetch: Fetcher
    got: list[str] = field(default_factory=list)

    async def brings(self, words: str, by: Editor = ME) -> Brought:
        return await bring(self.desk, self.fetch, words, by)

    async def attaches(
        self, name: str, content: str | bytes, kind: str = "", size: int = 0, by: Editor = ME
    ) -> Brought:
        body = content.encode() if isinstance(content, str) else content

        async def get() -> bytes:
            self.got.append(name)
            return body

        return await bring(self.desk, self.fetch, Attached(name, kind, size or len(body), get), by)

    async def draft_of(self, brought: Brought) -> str:
        known = await self.desk.store.read(editing.manuscript, brought.review)
        return known.work.title if known and known.review.status == "draft" else ""

    async def drafts(self) -> list[str]:
        found = await self.desk.store.read(editing.drafts, 0, 99)
        return sorted(each.work.title for each in found)


async def _pages(request: web.Request) -> web.Response:
    if request.path.startswith("/nightcap"):
        return web.Response(text=PAGE, content_type="text/html")
    if request.path == "/undated.txt":
        return web.Response(text=ARTICLE.replace("Nightcap", "Matinee").replace(" (2021)", ""))
    if request.path == "/export.xml":
        return web.Response(text=an_export("Dark", "Solo"), content_type="application/xml")
    if request.path == "/letterboxd.zip":
        return web.Response(body=packed(reviews_csv=LETTERBOXD), content_type="application/zip")
    return web.Response(status=404)


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with desk_in(tmp_path) as desk, site(_pages) as films, fetching(films) as fetch:
        yield Newsroom(desk, films, fetch)


async def test_a_page_becomes_a_draft_and_the_same_one_when_it_is_brought_again(room: Newsroom) -> None:
    brought = await room.brings(f" <{room.films.url('/nightcap')}> ")
    assert await room.draft_of(brought) == "Nightcap"
    assert brought.said == DRAFT
    assert await room.brings(room.films.url("/nightcap")) == Brought(SAME, brought.review)


@pytest.mark.parametrize("retracted", [False, True])
async def test_a_review_that_was_published_is_not_made_a_draft_again(room: Newsroom, retracted: bool) -> None:
    store, url = room.desk.store, room.films.url("/nightcap")
    await take_in(store, sample_draft(title="Nightcap", year=2021, url=url), url, room.desk.now())
    known = await store.read(reviews.come_from, url)
    assert known is not None
    if retracted:
        await store.write(editing.retract, known[0], 1, ME, store.ids, room.desk.now())
    brought = await room.brings(url)
    assert brought.review == known[0]
    assert f"here already, {'retracted' if retracted else 'published'};" in brought.said
    assert await store.read(reviews.come_from, url) == (known[0], "retracted" if retracted else "published")


@pytest.mark.parametrize(
    "words", ["nightcap", "file:///etc/passwd", "http://127.0.0.1/", "<>", "http://a b.example/", "   "]
)
async def test_words_that_are_neither_an_address_nor_a_review_are_refused(room: Newsroom, words: str) -> None:
    assert (await room.brings(words)).review == NONE
    assert room.films.seen == []


async def test_a_page_that_is_not_there_is_said_in_a_sentence(room: Newsroom) -> None:
    assert (await room.brings(room.films.url("/gone"))).said.startswith(
        "films.example has no such page (404)"
    )


async def test_a_pasted_text_becomes_a_draft_which_its_author_can_paste_anew(room: Newsroom) -> None:
    first = await room.brings(ARTICLE)
    assert (await room.draft_of(first), first.said) == ("Nightcap", DRAFT)
    mended = await room.brings(ARTICLE.replace("4 out of 5", "3 out of 5"))
    assert mended == Brought(DRAFT, first.review)
    others = await room.brings(ARTICLE, ANN)
    assert others.review not in (NONE, first.review)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("nightcap.txt", ARTICLE),
        ("nightcap.md", f"---\ntitle: Nightcap (2021) review\n---\n{ARTICLE}"),
        ("nightcap.html", PAGE),
        ("message.txt", PAGE),
        ("nightcap", ARTICLE.encode("utf-16")),
        ("REVIEW.TXT", ARTICLE.replace("slow", "sëdate").encode("cp1252")),
        ("one.json", json.dumps({"work": {"title": "Nightcap"}, "review": {}})),
        ("one.txt", json.dumps({"work": {"title": "Nightcap"}, "review": {}})),
        ("one.csv", "title,score\nNightcap,4/5\n"),
        ("one.txt", "\ufefftitle;score\r\nNightcap;4/5\r\n"),
        ("export.xml", an_export("Nightcap")),
        ("export.txt", an_export("Nightcap")),
        ("all.zip", packed(nightcap_txt=ARTICLE, MACOSX__nightcap_txt="x", poster_png="x")),
    ],
)
async def test_a_file_is_read_by_what_it_is(room: Newsroom, name: str, content: str | bytes) -> None:
    brought = await room.attaches(name, content, "application/octet-stream")
    assert (await room.draft_of(brought), brought.said) == ("Nightcap", DRAFT)


async def test_several_reviews_are_counted_and_mistakes_named_by_their_line(room: Newsroom) -> None:
    table = "title,score,kind\nDark,4/5,film\nSolo,good,filmm\nFargo,B+,film\n" + ",,film\n" * 7
    brought = await room.attaches("films.csv", table)
    assert brought.said == "Films.csv: 2 new drafts and 8 refused."
    assert (brought.review, brought.drafts) == (NONE, 2)
    first, second, *_, last = brought.refused
    assert first.startswith("Line 3: ")
    assert "score: should be a score" in first
    assert "kind: should be" in first
    assert second == "Line 5: title: is missing"
    assert (len(brought.refused), last) == (6, "… and 3 more")
    again = await room.attaches("films.csv", table)
    assert again.said == "Nothing of it is new. Films.csv: 2 here already and 8 refused."
    assert again.drafts == 0
    assert await room.drafts() == ["Dark", "Fargo"]


async def test_what_is_published_is_left_alone_among_many_too(room: Newsroom) -> None:
    row = "title,score,url\nDark,{},https://a.example/dark\nSolo,3/5,https://a.example/solo\n"
    await publish(room.desk.store, sample_draft(title="Dark", year=None, url="https://a.example/dark"))
    brought = await room.attaches("films.csv", row.format("1/5"))
    assert brought.said == "Films.csv: 1 new draft and 1 here already."
    assert await room.drafts() == ["Solo"]


async def test_letterboxds_whole_export_is_taken_as_it_is_sent(room: Newsroom) -> None:
    content = packed(
        letterboxd_ben__reviews_csv=LETTERBOXD,
        letterboxd_ben__deleted__reviews_csv=LETTERBOXD.replace("Dark Star", "Alien"),
        letterboxd_ben__profile_csv="Date Joined,Username\n2020-01-01,ben\n",
    )
    brought = await room.attaches("letterboxd-ben.zip", content)
    assert brought.said.startswith("Letterboxd-ben.zip: 1 new draft, ")
    assert "without a review" in brought.said
    assert "withdrawn" in brought.said
    assert await room.drafts() == ["Dark Star"]


@pytest.mark.parametrize(
    ("path", "drafts"), [("/export.xml", ["Dark", "Solo"]), ("/letterboxd.zip", ["Dark Star"])]
)
async def test_an_export_at_an_address_is_read_as_a_file_is(
    room: Newsroom, path: str, drafts: list[str]
) -> None:
    brought = await room.brings(room.films.url(path))
    assert brought.drafts == len(drafts)
    assert await room.drafts() == drafts


@pytest.mark.parametrize("other", OTHERS, ids=lambda other: other.endings[0])
async def test_what_holds_no_text_is_refused_kindly_and_not_downloaded(room: Newsroom, other: object) -> None:
    said, endings, kinds, marks = (getattr(other, name) for name in ("said", "endings", "kinds", "marks"))
    for ending in endings:
        assert await room.attaches(f"review{ending.upper()}", b"x") == Brought(said)
    assert await room.attaches("", b"x", f"{kinds[0]}x") == Brought(said)
    assert room.got == []
    for mark in marks:
        assert (await room.attaches("review.txt", mark + b"\x00\x01\x02" * 99)).said == said
    assert len(room.got) == len(marks)


async def test_a_table_that_a_browser_took_for_a_spreadsheet_is_read(room: Newsroom) -> None:
    table = "title,score\nDark,4/5\nSolo,3/5\n"
    assert (await room.attaches("films.csv", table, "application/vnd.ms-excel")).drafts == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (packed(word__document_xml="x", Content_xml="x"), "word processor"),
        (packed(xl__workbook_xml="x"), "spreadsheet"),
        (packed(poster_png="x"), "nothing that I can read"),
        (packed(review_txt=ARTICLE)[:-30], "broken"),
        (bytes(range(256)) * 20, "nothing that I can read"),
        ("<rss><channel/></rss>", "That is a feed of many reviews"),
        ("Short.", "too short to be a review"),
        ("", "too short to be a review"),
    ],
)
async def test_what_cannot_be_read_is_said_in_a_sentence(
    room: Newsroom, content: str | bytes, said: str
) -> None:
    brought = await room.attaches("thing", content)
    assert said in brought.said
    assert brought.review == NONE


async def test_a_bomb_is_unpacked_no_further_than_its_limit(room: Newsroom) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.txt", b"\n" * 30 * 1024 * 1024)
    assert len(content.getvalue()) < 200_000
    brought = await room.attaches("bomb.zip", content.getvalue())
    assert any("holds too much" in each for each in (brought.said, *brought.refused))


async def test_an_archive_within_an_archive_is_left_alone(room: Newsroom) -> None:
    brought = await room.attaches("outer.zip", _nested())
    assert "packed once more" in brought.said


def _nested() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("inner.zip", packed(a_txt=ARTICLE))
    return content.getvalue()


async def test_a_file_that_is_too_large_is_not_downloaded(room: Newsroom) -> None:
    assert await room.attaches("films.csv", "title\n", size=LARGEST_BYTES + 1) == Brought(TOO_LARGE)
    assert room.got == []


async def test_too_many_reviews_are_for_the_command_line_and_nothing_is_written(room: Newsroom) -> None:
    table = "title,year\n" + "".join(f"Film {number},2020\n" for number in range(MOST_REVIEWS + 1))
    assert await room.attaches("films.csv", table) == Brought(TOO_MANY)
    assert await room.drafts() == []


async def test_a_file_that_its_platform_does_not_give_is_said_so(room: Newsroom) -> None:
    async def gone() -> bytes:
        raise NotHandedOver("Telegram does not give me that file.")

    brought = await bring(room.desk, room.fetch, Attached("a.txt", "", 9, gone), ME)
    assert brought == Brought("Telegram does not give me that file.")


async def test_a_file_at_an_address_may_be_of_any_kind_but_not_larger_than_it_said(room: Newsroom) -> None:
    async def pages(request: web.Request) -> web.Response:
        body = b"x" * (LARGEST_BYTES + 1) if request.path == "/large" else ARTICLE.encode()
        return web.Response(body=body, content_type="application/x-strange")

    async with site(pages) as cdn, fetching(cdn) as fetch:
        there = Attached("nightcap.txt", "", 5, cdn.url("/file"))
        assert (await bring(room.desk, fetch, there, ME)).said == DRAFT
        large = Attached("large.txt", "", 5, cdn.url("/large"))
        assert "sends more than 20 MB" in (await bring(room.desk, fetch, large, ME)).said


async def test_a_review_that_could_mean_several_works_stops_no_other(room: Newsroom) -> None:
    for year in (2016, 2025):
        await publish(
            room.desk.store, sample_draft(title="Matinee", year=year, url=f"https://example.org/{year}")
        )
    brought = await room.attaches("films.csv", "title,score\nMatinee,4/5\nDark,3/5\n")
    assert "Dark" in await room.drafts()
    assert brought.drafts + len(brought.refused) == 2


async def test_what_was_brought_is_on_record_with_who_brought_it(room: Newsroom) -> None:
    await room.brings(ARTICLE)
    await room.attaches("films.csv", "title,score\nDark,4/5\nSolo,good\nFargo,3/5\n", by=ANN)
    await room.attaches("films.csv", "title,score\nDark,4/5\nFargo,3/5\n", by=ANN)
    found = await room.desk.store.read(arrivals.latest, None, 9)
    told = {(each.by.name, each.source, each.drafts, each.refused, each.titles) for each in found}
    assert told == {
        ("Mia", "a pasted text", 1, 0, ("Nightcap",)),
        ("Ann", "films.csv", 2, 1, ("Dark", "Fargo")),
    }
