"""Which addresses may be fetched at all: pure decisions about addresses, hosts and redirects."""

import re
from collections.abc import Callable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from yarl import URL

LONGEST = 2000
WEB_PORTS = (80, 443)
FIRST_FREE_PORT = 1024

Address = IPv4Address | IPv6Address
Allows = Callable[[Address, int], bool]

NO_ADDRESS = "That is no web address: it should look like https://example.org/review."
PRIVATE = "{host} leads into a private network; I read only what stands on the public web."
DOWNGRADE = (
    "{host} leads from https to http, where anybody on the way can change a page; "
    "give me the http address itself if you trust it."
)

# Everything of IANA's special-purpose registries that is not the public internet, written out because
# what Python calls private or global differs between its versions.
_NOT_PUBLIC_4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "168.63.129.16/32",  # Azure's own service for its machines, on a public address
    )
)  # fmt: skip
_UNICAST_6 = IPv6Network("2000::/3")
_NOT_PUBLIC_6 = tuple(
    IPv6Network(network)
    for network in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")  # tunnels, tests, examples
)
# Behind these stands an IPv4 address in the last 32 bits: mapped ones, and those of the well-known NAT64.
_WRAPPED_4 = (IPv6Network("::ffff:0:0/96"), IPv6Network("64:ff9b::/96"))

_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\\]")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


def is_public(address: Address) -> bool:
    """Whether it is a machine on the public internet: not private, local, shared, reserved or multicast."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_4)
    if address.scope_id is not None:
        return False
    if any(address in network for network in _WRAPPED_4):
        return is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
    return address in _UNICAST_6 and not any(address in network for network in _NOT_PUBLIC_6)


def anywhere_public(address: Address, port: int) -> bool:
    """The rule that holds unless another is given: public addresses alone."""
    return is_public(address)


def refusal_of(url: str, allows: Allows = anywhere_public) -> str:
    """Why an address is not fetched, in a sentence; "" where it may be tried.

    A name is judged again by the addresses that it leads to. Ports are 80, 443 and all from 1024 on: below
    that live mail and the like, which take a request for a command.
    """
    parsed = parse(url)
    if parsed is None:
        return NO_ADDRESS
    if parsed.user is not None or parsed.password is not None:
        return "That address holds a name or a password; leave out everything before the @."
    port = parsed.port or 0
    if port not in WEB_PORTS and port < FIRST_FREE_PORT:
        return f"That address asks for port {port}, where no pages are; leave the port out."
    return _refused_host((parsed.raw_host or "").removesuffix("."), port, allows)


def parse(url: str) -> URL | None:
    """The address as whoever connects will read it; None where it is none of the web."""
    if len(url) > LONGEST or _UNSEEN.search(url):
        return None
    try:
        parsed = URL(url)
    except ValueError:
        return None
    return parsed if parsed.scheme in ("http", "https") and parsed.raw_host else None


def _refused_host(host: str, port: int, allows: Allows) -> str:
    try:
        address = ip_address(host.replace("%25", "%"))
    except ValueError:
        labels = host.split(".")
        # 127.1, 0x7f000001 and 017700000001 are this machine to some, and names to nobody.
        if "" in labels or _NUMBER.fullmatch(labels[-1].lower()):
            return NO_ADDRESS
        return PRIVATE.format(host=host) if len(labels) == 1 else ""
    return "" if allows(address, port) else PRIVATE.format(host=host)


def onward(url: str, location: str) -> tuple[str, str]:
    """Where a redirect leads, and why it is not followed ("": it may be tried)."""
    host = URL(url).host
    try:
        target = URL(url).join(URL(location.strip())).with_fragment(None)
    except ValueError:
        target = None
    if not location.strip() or target is None or parse(str(target)) is None:
        return "", f"{host} leads on to something that is no web address."
    if url.startswith("https:") and target.scheme == "http":
        return "", DOWNGRADE.format(host=host)
    return str(target), ""
