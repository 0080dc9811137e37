"""What comes of fetching an address, and the limits that it is held to."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: 200 with a body, or 304 where it is as `etag` and `modified` said.

    `url` is where it stands in the end, `moved` the address that is to be used from now on ("": the same).
    `kind` is the media type ("text/plain"), `encoding` the character set that the site claims; both are ""
    where it does not say, or nothing that can be. `retry_after` is how long it wants to be left alone, in
    seconds, 0 where it does not say.
    """

    url: str
    status: int
    kind: str
    body: bytes
    encoding: str = ""
    etag: str = ""
    modified: str = ""
    retry_after: float = 0.0
    moved: str = ""


class Unfetchable(Exception):
    """Why an address gave nothing: a sentence for people, with what to do.

    `status` is the site's answer, 0 where it gave none; `retry_after` the seconds to leave it alone, 0 where
    it does not say.
    """

    def __init__(self, why: str, status: int = 0, retry_after: float = 0.0) -> None:
        super().__init__(why)
        self.status = status
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of everything an address gets. Bytes count as received and again as unpacked.

    `page_bytes` are for pages and plain text, `feed_bytes` for feeds and other data. `total_seconds` is one
    fetch with all its redirects, without waiting for the site's turn; `gap_seconds` lies between two requests
    to one site; no site is left alone for longer than `longest_rest_seconds` because it asked to be.
    """

    page_bytes: int = 5 * MEGABYTE
    feed_bytes: int = 10 * MEGABYTE
    connect_seconds: float = 5.0
    total_seconds: float = 20.0
    redirects: int = 5
    gap_seconds: float = 1.0
    longest_rest_seconds: float = 86_400.0
    at_once: int = 8
