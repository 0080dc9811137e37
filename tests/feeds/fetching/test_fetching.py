"""Fetching from real servers: what comes back, what is asked of them, and how redirects are followed."""

import asyncio
import gzip
import zlib
from collections.abc import Callable
from itertools import pairwise

import pytest
from aiohttp import web

from bot.feeds.fetching import Fetched, Limits, Unfetchable
from bot.vitals import VERSION
from tests.feeds.fetching.sites import Handler, fetching, refuses, says, site

PAGE = "<p>Nightcap is worth an evening.</p>"


async def fetched(handler: Handler, path: str = "/", limits: Limits | None = None) -> Fetched:
    async with site(handler) as films, fetching(films, limits=limits or Limits(gap_seconds=0)) as fetch:
        return await fetch(films.url(path))


async def refused(handler: Handler, limits: Limits | None = None) -> Unfetchable:
    async with site(handler) as films, fetching(films, limits=limits or Limits(gap_seconds=0)) as fetch:
        with pytest.raises(Unfetchable) as why:
            await fetch(films.url())
    return why.value


def turns(pages: dict[str, Handler]) -> Handler:
    """A handler for each path."""

    async def answer(request: web.Request) -> web.StreamResponse:
        return await pages[request.path](request)

    return answer


async def test_a_page_comes_back_with_what_the_site_says_of_it() -> None:
    marks = {"ETag": '"a1"', "Last_Modified": "Sat, 04 Oct 2025 10:00:00 GMT"}
    found = await fetched(says(PAGE.encode("latin-1"), "Text/HTML; Charset=ISO-8859-1", **marks), "/nightcap")
    assert (found.status, found.kind, found.encoding) == (200, "text/html", "iso8859-1")
    assert found.body == PAGE.encode()
    assert (found.etag, found.modified) == ('"a1"', "Sat, 04 Oct 2025 10:00:00 GMT")
    assert (found.url.endswith("/nightcap"), found.moved, found.retry_after) == (True, "", 0)


async def test_the_site_is_told_truthfully_who_asks_and_for_what() -> None:
    async with site(says(PAGE)) as films, fetching(films) as fetch:
        await fetch(films.url("/a?b=c#part"))
    (request,) = films.seen
    assert request.headers["User-Agent"] == f"reviews-bot/{VERSION}"
    assert request.headers["Host"] == f"films.example:{films.port}"
    assert request.headers["Accept"].startswith("text/html,")
    assert request.headers["Accept-Encoding"] == "gzip, deflate"
    assert request.path_qs == "/a?b=c"
    assert not {"Cookie", "Authorization", "Referer", "If-None-Match"} & set(request.headers)


async def test_a_page_that_has_not_changed_costs_no_body() -> None:
    async def answer(request: web.Request) -> web.Response:
        same = request.headers.get("If-None-Match") == '"a1"' and "If-Modified-Since" in request.headers
        return web.Response(status=304) if same else web.Response(text=PAGE, headers={"ETag": '"a1"'})

    async with site(answer) as films, fetching(films) as fetch:
        first = await fetch(films.url())
        again = await fetch(films.url(), first.etag, "Sat, 04 Oct 2025 10:00:00 GMT")
    assert (first.status, again.status, again.body) == (200, 304, b"")


async def test_cookies_are_not_kept() -> None:
    async with site(says(PAGE, Set_Cookie="who=you")) as films, fetching(films) as fetch:
        await fetch(films.url())
        await fetch(films.url())
    assert "Cookie" not in films.seen[1].headers


async def test_a_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    async with site(says("proxied")) as proxy, site(says(PAGE)) as films, fetching(films, proxy) as fetch:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        assert (await fetch(films.url())).body == PAGE.encode()
    assert proxy.seen == []


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("GZIP", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", raw_deflate),
        ("identity", bytes),
        ("gzip", lambda data: gzip.compress(data) + b"left over"),
    ],
)
async def test_a_packed_page_is_unpacked(coding: str, pack: Callable[[bytes], bytes]) -> None:
    page = PAGE.encode() * 5000
    assert (await fetched(says(pack(page), Content_Encoding=coding))).body == page


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "rot13"])
async def test_a_packing_that_was_not_asked_for_is_refused(coding: str) -> None:
    assert "cannot unpack" in str(await refused(says(b"x", Content_Encoding=coding)))


@pytest.mark.parametrize(
    "body", [b"no gzip at all", gzip.compress(PAGE.encode())[:-9]], ids=["broken", "cut"]
)
async def test_what_cannot_be_unpacked_is_refused(body: bytes) -> None:
    assert "cannot be unpacked" in str(await refused(says(body, Content_Encoding="gzip")))


@pytest.mark.parametrize(
    ("kind", "encoding"),
    [
        ("text/html; charset=utf-8", "utf-8"),
        ("text/html; charset='Windows-1252'", "cp1252"),
        ('text/html; charset="shift_jis"', "shift_jis"),
        ("text/html", ""),
        ("text/html; charset=klingon", ""),
        ("text/html; charset=zlib", ""),
        ("text/html; charset=rot13", ""),
        ("text/html; charset=unicode_escape", ""),
        ("text/html; charset=utf-7", ""),
        ("text/html; charset=punycode", ""),
        ("text/html; charset=undefined", ""),
        ("", ""),
    ],
)
async def test_only_character_sets_of_the_web_are_believed(kind: str, encoding: str) -> None:
    assert (await fetched(says(PAGE, kind))).encoding == encoding


@pytest.mark.parametrize(
    "kind",
    ["text/plain", "application/rss+xml", "application/atom+xml", "application/feed+json", "text/xml",
     "application/json", "application/octet-stream"],
)  # fmt: skip
async def test_text_and_data_are_taken(kind: str) -> None:
    assert (await fetched(says(PAGE, kind))).kind == kind


@pytest.mark.parametrize(
    "kind", ["image/png", "image/svg+xml", "application/pdf", "video/mp4", "application/x-tar"]
)
async def test_what_is_no_text_is_refused_before_it_is_read(kind: str) -> None:
    assert f"sends {kind} there, not a page" in str(await refused(says(b"\x00" * 9_000_000, kind)))


@pytest.mark.parametrize(
    ("status", "said"),
    [(401, "password"), (403, "does not let me"), (404, "no such page"), (410, "gone for good"),
     (418, "without a page"), (204, "without a page"), (206, "without a page"), (300, "without a page"),
     (500, "trouble of its own"), (502, "trouble of its own")],
)  # fmt: skip
async def test_an_answer_without_a_page_is_told_in_a_sentence(status: int, said: str) -> None:
    why = await refused(refuses(status))
    assert said in str(why)
    assert f"({status})" in str(why)
    assert str(why).startswith("films.example ")
    assert why.status == status


@pytest.mark.parametrize(
    ("status", "asked", "seconds", "said"),
    [
        (429, "120", 120, "try again in 2 minutes"),
        (503, "20000", 20_000, "try again in 6 hours"),
        (429, "Thu, 09 Oct 2025 08:54:20 GMT", 60, "in a minute or two"),
        (429, "Thu, 09 Oct 2025 08:00:00 GMT", 0, "in a minute or two"),
        (503, "", 0, "in a minute or two"),
        (503, "soon", 0, "in a minute or two"),
        (429, "999999999999999999999", 86_400, "in 24 hours"),
        (429, "-5", 0, "in a minute or two"),
    ],
)
async def test_a_site_that_asks_for_patience_is_heard(
    status: int, asked: str, seconds: int, said: str
) -> None:
    why = await refused(refuses(status, Retry_After=asked))
    assert (why.status, why.retry_after) == (status, seconds)
    assert said in str(why)


async def test_a_site_that_asked_for_patience_is_not_asked_again_meanwhile_and_others_are() -> None:
    async with (
        site(refuses(429, Retry_After="600")) as films,
        site(says(PAGE)) as other,
        fetching(films, other) as fetch,
    ):
        for _ in range(3):
            with pytest.raises(Unfetchable, match=r"patience.*10 minutes") as why:
                await fetch(films.url())
            assert 0 < why.value.retry_after <= 600
        assert (await fetch(other.url(host="other.example"))).status == 200
    assert len(films.seen) == 1


async def test_patience_that_comes_with_a_page_is_handed_on() -> None:
    assert (await fetched(says(PAGE, Retry_After="60"))).retry_after == 60


async def test_one_site_is_asked_one_thing_at_a_time_and_two_sites_at_once() -> None:
    inside = {"a.example": 0, "b.example": 0}
    most, together = dict(inside), asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        host = request.host.partition(":")[0]
        inside[host] += 1
        most[host] = max(most[host], inside[host])
        if all(inside.values()):
            together.set()
        await together.wait()
        inside[host] -= 1
        return web.Response(text=PAGE)

    async with site(answer) as films, fetching(films) as fetch:
        hosts = ("a.example", "b.example") * 3
        await asyncio.gather(*(fetch(films.url(host=host)) for host in hosts))
    assert most == {"a.example": 1, "b.example": 1}


async def test_two_requests_to_one_site_lie_apart() -> None:
    times: list[float] = []

    async def answer(request: web.Request) -> web.Response:
        times.append(asyncio.get_running_loop().time())
        return web.Response(text=PAGE)

    async with site(answer) as films, fetching(films, limits=Limits(gap_seconds=0.2)) as fetch:
        await asyncio.gather(*(fetch(films.url()) for _ in range(3)))
    assert all(after - before >= 0.2 for before, after in pairwise(times))


async def test_redirects_are_followed_and_the_last_address_told() -> None:
    pages = turns({"/a": refuses(302, Location="b"), "/b": refuses(307, Location="/c"), "/c": says(PAGE)})
    found = await fetched(pages, "/a")
    assert (found.url.endswith("/c"), found.moved) == (True, "")


@pytest.mark.parametrize(("first", "second", "moved"), [(301, 308, "/c"), (302, 301, ""), (301, 302, "/b")])
async def test_what_moved_for_good_is_told_as_far_as_that_goes(first: int, second: int, moved: str) -> None:
    pages = turns(
        {"/a": refuses(first, Location="/b"), "/b": refuses(second, Location="/c"), "/c": says(PAGE)}
    )
    found = await fetched(pages, "/a")
    assert found.moved.endswith(moved)
    assert bool(found.moved) == bool(moved)


async def test_redirects_in_a_circle_end_after_five() -> None:
    async with site(refuses(302, Location="/")) as films, fetching(films) as fetch:
        with pytest.raises(Unfetchable, match="from one address to the next"):
            await fetch(films.url())
    assert len(films.seen) == 6


@pytest.mark.parametrize(
    "location",
    ["http://10.0.0.1/", "http://169.254.169.254/latest/", "http://[::1]/", "http://2130706433/", "http://0x7f.1/",
     "http://localhost/", "http://user:word@films.example/", "http://films.example:25/", "file:///etc/passwd",
     "ftp://films.example/", "javascript:1", "", "http://[::ffff:10.0.0.1]/", "//127.0.0.1:1/"],
)  # fmt: skip
async def test_a_redirect_to_where_nobody_may_go_is_refused_without_naming_it(location: str) -> None:
    why = await refused(refuses(302, Location=location))
    assert str(why).startswith("films.example leads on to ")
    assert not location or location not in str(why)


async def test_a_redirect_is_judged_by_the_addresses_of_its_name() -> None:
    async with (
        site(says("secret")) as inner,
        site(refuses(302, Location=inner.url(host="in.example"))) as films,
        fetching(films) as fetch,
    ):
        with pytest.raises(Unfetchable, match="private network"):
            await fetch(films.url())
    assert inner.seen == []


async def test_sentences_give_no_address_away() -> None:
    async with site(says("secret")) as inner, fetching() as fetch:
        with pytest.raises(Unfetchable) as why:
            await fetch(inner.url())
    assert "127.0.0.1" not in str(why.value)
    assert inner.seen == []
