"""Which addresses may be fetched: nothing private gets through, however it is written."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.fetching import is_public, refusal_of
from bot.feeds.fetching.addresses import onward, parse

PRIVATE_NETWORKS = (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4",
)  # fmt: skip
PUBLIC = ("93.184.216.34", "8.8.8.8", "172.32.0.1", "100.128.0.1", "192.0.1.1", "2606:2800:220:1::1")
PRIVATE_6 = ("::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1",
             "100::1", "2001::1", "2002:7f00:1::", "3fff::1", "64:ff9b:1::1", "5f00::1")  # fmt: skip

private_4 = st.sampled_from(PRIVATE_NETWORKS).flatmap(lambda network: st.ip_addresses(v=4, network=network))


def octal(number: int) -> str:
    return f"0{number:o}"


def spellings(address: IPv4Address) -> list[str]:
    """The address in all the ways that some program takes it for one."""
    a, b, c, d = address.packed
    whole = int(address)
    wide = str(address).translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
    mapped = IPv6Address((0xFFFF << 32) | whole)
    return [
        str(address), f"{address}.", str(whole), hex(whole), octal(whole), hex(whole).upper(),
        f"{a}.{b}.{(c << 8) | d}", f"{a}.{(b << 16) | (c << 8) | d}", f"{a:#x}.{b:#x}.{c:#x}.{d:#x}",
        ".".join(map(octal, (a, b, c, d))), f"{a:#x}.{(b << 16) | (c << 8) | d}",
        f"{a:03}.{b:03}.{c:03}.{d:03}",
        wide, str(address).replace(".", "。"), str(address).replace(".", "．"),
        f"[::ffff:{address}]", f"[{mapped}]", f"[{mapped.exploded}]", f"[64:ff9b::{address}]",
        f"[::{address}]", f"[2002:{a:02x}{b:02x}:{c:02x}{d:02x}::1]", f"[::ffff:{address}%25eth0]",
        "".join(f"%{byte:02x}" for byte in str(address).encode()),
    ]  # fmt: skip


@given(private_4, st.sampled_from(["http", "https", "HTTP"]), st.sampled_from(["", ":80", ":8080", ":443"]))
def test_no_private_address_gets_through_in_any_spelling(
    address: IPv4Address, scheme: str, port: str
) -> None:
    for host in spellings(address):
        assert refusal_of(f"{scheme}://{host}{port}/latest/meta-data"), host


@given(private_4, st.sampled_from(["", "user@", "user:word@", "example.org@", "example.org:80@", "@", ":@"]))
def test_what_stands_before_the_at_sign_does_not_hide_the_host(address: IPv4Address, before: str) -> None:
    assert refusal_of(f"http://{before}{address}/")
    assert refusal_of(f"http://{before}{address}#@example.org/")
    assert refusal_of(f"http://{before}{address}?@example.org/")
    assert refusal_of(f"http://example.org\\@{address}/")


@given(st.ip_addresses(v=6))
def test_an_ipv6_address_is_public_only_in_global_unicast_or_around_an_ipv4_one(
    address: IPv6Address,
) -> None:
    wrapped = int(address) >> 32 in (0xFFFF, 0x64FF9B << 64)
    if is_public(address):
        assert wrapped or int(address) >> 125 == 1


@given(private_4)
def test_a_private_address_is_not_public_inside_an_ipv6_one_either(address: IPv4Address) -> None:
    for prefix in (0xFFFF << 32, 0x64FF9B << 96, 0):
        assert not is_public(IPv6Address(prefix | int(address)))
    assert not is_public(IPv6Address((0x2002 << 112) | (int(address) << 80)))


@pytest.mark.parametrize("address", PRIVATE_6)
def test_what_is_local_reserved_or_a_tunnel_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))
    assert refusal_of(f"http://[{address}]/")


@pytest.mark.parametrize("zoned", ["fe80::1%eth0", "2606:2800:220:1::1%1"])
def test_an_address_with_a_zone_is_never_public(zoned: str) -> None:
    assert not is_public(ip_address(zoned))
    assert refusal_of(f"http://[{zoned.replace('%', '%25')}]/")


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_let_through(address: str) -> None:
    assert is_public(ip_address(address))
    host = f"[{address}]" if ":" in address else address
    assert refusal_of(f"https://{host}/") == ""


def test_azures_inner_service_is_not_public_though_its_address_looks_so() -> None:
    assert not is_public(ip_address("168.63.129.16"))


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org", "http://example.org/a?b=c#d", "https://EXAMPLE.org./", "https://kinó.example/x",
        "https://example.org:8443/", "http://example.org:8080/", "https://a.b.c.example.co.uk/ä",
        "https://xn--kin-rna.example/", "https://7.example/", "https://4chan.example/",
    ],
)  # fmt: skip
def test_addresses_of_the_web_are_let_through(url: str) -> None:
    assert refusal_of(url) == ""


@pytest.mark.parametrize(
    "url",
    [
        "", "example.org", "ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "gopher://a.example/",
        "data:text/html,x", "http://", "http:///x", "http://?x", "//example.org/", "http://a..example/",
        "http://.example/", "http://exa mple.org/", "http://exa\tmple.org/", "http://example.org/\r\nX: y",
        "http://example.org\x00.a.example/", "http://[::1", "http://example.org:99999/", "http://example.org:x/",
        "https://example.org/" + "a" * 2000, "http://1.2.3.4.5/", "http://a.0x/", "http:/\\example.org/",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_refused_in_a_sentence(url: str) -> None:
    assert "no web address" in refusal_of(url)


@pytest.mark.parametrize("host", ["localhost", "intranet", "redis", "localhost.", "LOCALHOST"])
def test_names_without_a_dot_belong_to_somebodys_own_network(host: str) -> None:
    assert "private network" in refusal_of(f"http://{host}/")


@pytest.mark.parametrize("port", [0, 1, 22, 25, 81, 110, 389, 465, 993, 1023])
def test_ports_below_1024_that_are_not_the_webs_are_refused(port: int) -> None:
    assert refusal_of(f"http://example.org:{port}/")


@given(st.text(max_size=60))
def test_any_text_gets_an_answer(text: str) -> None:
    for url in (text, f"http://{text}", f"https://example.org/{text}", f"http://{text}@example.org"):
        assert isinstance(refusal_of(url), str)


@given(st.text(max_size=60))
def test_any_redirect_leads_to_a_web_address_or_is_refused(location: str) -> None:
    target, refused = onward("https://films.example/a/b", location)
    assert bool(target) != bool(refused)
    if target:
        parsed = parse(target)
        assert parsed is not None
        assert parsed.scheme == "https"


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("c", "https://films.example/a/c"),
        ("/c?d=e", "https://films.example/c?d=e"),
        ("//other.example/", "https://other.example/"),
        ("https://other.example/x#part", "https://other.example/x"),
        (" https://other.example/ ", "https://other.example/"),
    ],
)
def test_a_redirect_is_joined_to_where_it_stood(location: str, target: str) -> None:
    assert onward("https://films.example/a/b", location) == (target, "")


def test_a_redirect_out_of_https_is_refused_and_the_way_round_named() -> None:
    target, refused = onward("https://films.example/", "http://films.example/")
    assert target == ""
    assert "from https to http" in refused
    assert onward("http://films.example/", "https://films.example/") == ("https://films.example/", "")
