"""Sites that mean harm or are broken: each costs little and ends in a sentence."""

import gzip
import shutil
import socket
import ssl
import subprocess
import zlib
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.fetching import Fetcher, Limits, Unfetchable, fetcher
from bot.feeds.fetching.addresses import Address, anywhere_public
from bot.feeds.fetching.guard import Guard, look_up
from bot.feeds.fetching.unpacking import BrokenPacking, TooLarge, Unpacking
from tests.feeds.fetching.sites import LOOPBACK, everything_here, fetching, says, site, wire

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "identity": bytes,
}
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
SMALL = Limits(gap_seconds=0, page_bytes=100_000, feed_bytes=200_000)
SHORT = Limits(gap_seconds=0, total_seconds=0.3)


async def why(fetch: Fetcher, url: str) -> str:
    with pytest.raises(Unfetchable) as refused:
        await fetch(url)
    return str(refused.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost.example", "[::ffff:127.0.0.1]", "2130706433"])
async def test_by_default_this_machine_is_never_asked(host: str) -> None:
    async with site(says("secret")) as inner, fetcher(look_up=everything_here) as fetch:
        said = await why(fetch, inner.url(host=host))
    assert "private network" in said or "no web address" in said
    assert inner.seen == []


async def test_by_default_names_are_looked_up_on_this_machine() -> None:
    async with site(says("secret")) as inner, fetcher() as fetch:
        assert "private network" in await why(fetch, f"http://localhost.:{inner.port}/")
    assert LOOPBACK in await look_up("localhost", inner.port)
    assert inner.seen == []


async def test_one_private_address_among_public_ones_is_enough_to_stay_away() -> None:
    async def mixed(host: str, port: int) -> list[Address]:
        return [ip_address("93.184.216.34"), ip_address("10.0.0.7")]

    async with fetcher(look_up=mixed) as fetch:
        said = await why(fetch, "http://films.example/")
    assert said == "films.example leads into a private network; I read only what stands on the public web."


async def test_a_name_that_changes_its_mind_is_looked_up_once_for_each_request_and_judged_each_time() -> None:
    answers = [[LOOPBACK], [ip_address("127.0.0.2")]]

    async def changing(host: str, port: int) -> list[Address]:
        return answers.pop(0)

    async with site(says("page")) as films, fetching(films, look_up=changing) as fetch:
        assert (await fetch(films.url())).body == b"page"
        assert "private network" in await why(fetch, films.url())
    assert len(films.seen) == 1


def test_no_socket_is_opened_to_a_private_address_whatever_way_it_came() -> None:
    guard = Guard(anywhere_public, look_up)
    for family, host in ((socket.AF_INET, "10.0.0.1"), (socket.AF_INET6, "::ffff:10.0.0.1")):
        with pytest.raises(PermissionError):
            guard.open_socket((family, socket.SOCK_STREAM, 0, "", (host, 80)))
    guard.open_socket((socket.AF_INET, socket.SOCK_STREAM, 0, "", ("93.184.216.34", 80))).close()


async def test_a_name_that_nobody_knows_is_told() -> None:
    async def nobody(host: str, port: int) -> list[Address]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    async with fetcher(look_up=nobody) as fetch:
        assert "a name that nobody knows" in await why(fetch, "http://films.example/")


async def test_a_site_that_does_not_listen_is_told() -> None:
    async with site(says("x")) as films:
        pass
    async with fetching(films) as fetch:
        assert "does not answer" in await why(fetch, films.url())


@pytest.mark.parametrize(
    ("answer", "endless"),
    [
        (b"", b""),
        (b"HTTP/1.1 200 OK\r\n", b""),
        (OK + b"\r\nfirst words", b""),
        (b"HTTP/1.1 200 OK\r\nA", b""),
    ],
    ids=["silent", "half a head", "half a body", "half a line"],
)
async def test_a_site_that_keeps_us_waiting_is_left(answer: bytes, endless: bytes) -> None:
    async with wire(answer, endless=endless) as films, fetching(films, limits=SHORT) as fetch:
        assert "took longer than 0.3 seconds" in await why(fetch, films.url())


@pytest.mark.parametrize(
    ("answer", "endless", "said"),
    [
        (OK + b"\r\n", b"a" * 65_536, "more than 0.1 MB"),
        (OK + b"Content-Length: 999999999\r\n\r\n", b"a" * 65_536, "more than 0.1 MB"),
        (CHUNKED, b"1000\r\n" + b"a" * 4096 + b"\r\n", "more than 0.1 MB"),
        (OK, b"X-A: " + b"b" * 1000 + b"\r\n", "no browser would understand"),
        (OK + b"X-A: ", b"b" * 65_536, "no browser would understand"),
        (b"HTTP/1.1 200 ", b"K" * 65_536, "no browser would understand"),
        (b"SSH-2.0-server\r\n", b"", "no browser would understand"),
        (b"\x16\x03\x01\x00\x00", b"\x00" * 999, "no browser would understand"),
        (CHUNKED + b"zz\r\n", b"", "films.example "),
        (OK + b"X-A: a\x7fb\r\nContent-Length: x\r\n\r\n", b"", "no browser would understand"),
    ],
    ids=["endless body", "endless and announced", "endless chunks", "endless headers", "endless header",
         "endless reason", "other protocol", "bytes", "broken chunks", "broken header"],
)  # fmt: skip
async def test_a_site_that_never_ends_or_makes_no_sense_is_left(
    answer: bytes, endless: bytes, said: str
) -> None:
    async with wire(answer, endless=endless) as films, fetching(films, limits=SMALL) as fetch:
        assert said in await why(fetch, films.url())


@pytest.mark.parametrize(("kind", "most"), [("text/html", 100_000), ("application/rss+xml", 200_000)])
async def test_pages_and_feeds_have_limits_of_their_own(kind: str, most: int) -> None:
    async with site(says(b"a" * most, kind)) as films, fetching(films, limits=SMALL) as fetch:
        assert len((await fetch(films.url())).body) == most
    async with site(says(b"a" * (most + 1), kind)) as films, fetching(films, limits=SMALL) as fetch:
        assert "sends more than" in await why(fetch, films.url())


@pytest.mark.parametrize(("coding", "packed"), [
    ("gzip", gzip.compress(b"\x00" * 50_000_000)), ("deflate", zlib.compress(b"\x00" * 50_000_000)),
])  # fmt: skip
async def test_a_bomb_is_not_unpacked(coding: str, packed: bytes) -> None:
    assert len(packed) < 100_000
    async with site(says(packed, Content_Encoding=coding)) as films, fetching(films, limits=SMALL) as fetch:
        assert "sends more than 0.1 MB" in await why(fetch, films.url())


@given(st.binary(max_size=3000), st.integers(1, 400), st.sampled_from(["gzip", "deflate", "identity"]))
def test_a_packed_body_comes_out_as_it_went_in_however_it_is_cut(body: bytes, size: int, coding: str) -> None:
    packed = PACKERS[coding](body)
    unpacking = Unpacking(coding, 5000)
    for start in range(0, len(packed), size):
        unpacking.take(packed[start : start + size])
    assert unpacking.body() == body


@given(st.lists(st.binary(max_size=200), max_size=5), st.sampled_from(["gzip", "deflate", "identity"]))
def test_any_bytes_are_unpacked_within_the_limit_or_refused(pieces: list[bytes], coding: str) -> None:
    unpacking = Unpacking(coding, 300)
    try:
        for piece in pieces:
            unpacking.take(piece)
        assert len(unpacking.body()) <= 300
    except (TooLarge, BrokenPacking):
        pass


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate for films.example that nobody but these tests believes."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl makes the certificate, and is not here")
    folder = tmp_path_factory.mktemp("tls")
    made = folder / "both.pem"
    key, signed = folder / "key.pem", folder / "cert.pem"
    subject = ("-subj", "/CN=films.example", "-addext", "subjectAltName=DNS:films.example")
    make = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2")
    subprocess.run(
        (*make, *subject, "-keyout", key, "-out", signed), check=True, capture_output=True, timeout=60
    )
    made.write_bytes(key.read_bytes() + signed.read_bytes())
    return made


def server_side(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


async def test_over_tls_the_name_is_kept_though_the_address_was_chosen(certificate: Path) -> None:
    names: list[str | None] = []
    theirs = server_side(certificate)
    theirs.sni_callback = lambda _, name, __: names.append(name)
    ours = ssl.create_default_context(cafile=str(certificate))
    async with site(says("page"), theirs) as films, fetching(films, tls=ours) as fetch:
        assert (await fetch(films.url())).body == b"page"
        assert "its certificate does not hold" in await why(fetch, films.url(host="other.example"))
    assert names == ["films.example", "other.example"]


async def test_a_certificate_that_nobody_vouches_for_is_refused(certificate: Path) -> None:
    async with site(says("page"), server_side(certificate)) as films, fetching(films) as fetch:
        assert "its certificate does not hold" in await why(fetch, films.url())
    assert films.seen == []
