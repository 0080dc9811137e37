"""Reads the head of a site's answer: what came, how long to wait, and in words why there is nothing."""

import codecs
import math
from collections.abc import Mapping
from email.message import Message
from email.utils import parsedate_to_datetime

import aiohttp

from bot.feeds.fetching.outcome import Limits, Unfetchable
from bot.rules.wording import plural

ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
    "application/xml;q=0.9, application/json;q=0.9, text/*;q=0.8, */*;q=0.1"
)
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
_VAGUE = ("", "application/octet-stream", "binary/octet-stream")
_ARCHIVES = ("zip", "x-zip-compressed")
_LONGEST_MARK = 500
# Python calls these encodings too; they are no character sets of the web, and some cost a lot to read.
_NO_CHARSETS = ("utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "mbcs", "oem")
_WHY = {
    401: "wants a password for that page ({status}); bring the text in as a file.",
    402: "wants money for that page ({status}); bring the text in as a file.",
    403: "does not let me read that page ({status}); bring the text in as a file.",
    404: "has no such page ({status}); open the address in your browser and copy it anew.",
    407: "wants a password for that page ({status}); bring the text in as a file.",
    410: "says that this page is gone for good ({status}).",
    429: "asks for patience ({status}); {when}.",
    451: "may not show that page for legal reasons ({status}).",
    503: "is not available just now ({status}); {when}.",
}


def kind_of(headers: Mapping[str, str]) -> str:
    """The media type in small letters, "" where the site does not say."""
    return headers.get("Content-Type", "").partition(";")[0].strip().lower()


def is_readable(kind: str) -> bool:
    """Whether this kind can hold reviews or a feed: text, XML, JSON, .zip, or what does not say."""
    main, _, sub = kind.partition("/")
    readable = sub in ("xml", "json", *_ARCHIVES) or (sub.endswith(("+xml", "+json")) and main != "image")
    return main == "text" or readable or kind in _VAGUE


def most_bytes(kind: str, limits: Limits) -> int:
    """How large a body of this kind may be."""
    return limits.page_bytes if kind in _PAGES else limits.feed_bytes


def charset_of(headers: Mapping[str, str]) -> str:
    """The character set that the site claims, by Python's name; "" for none or one that cannot be."""
    message = Message()
    message["Content-Type"] = headers.get("Content-Type", "")
    try:
        name = codecs.lookup(message.get_content_charset("")).name
        b" ".decode(name, "replace")  # LookupError for what is no encoding of text, such as zlib
    except (LookupError, ValueError):
        return ""
    return "" if name.replace("_", "-") in _NO_CHARSETS else name


def mark_of(headers: Mapping[str, str], name: str) -> str:
    """An ETag or Last-Modified to send back next time; "" for none or one that is too long to keep."""
    mark = headers.get(name, "").strip()
    return mark if len(mark) <= _LONGEST_MARK and mark.isprintable() else ""


def patience(headers: Mapping[str, str], now: float, longest: float) -> float:
    """The seconds that Retry-After asks for, as a number or a date, from 0 to `longest`."""
    asked = headers.get("Retry-After", "").strip()
    try:
        seconds = float(asked) if asked.isdecimal() else parsedate_to_datetime(asked).timestamp() - now
    except (ValueError, OverflowError):
        return 0.0
    return min(longest, max(0.0, seconds))


def check_status(host: str, status: int, rest: float) -> None:
    """Raise Unfetchable for an answer that brings no page."""
    if status in (200, 203, 304):
        return
    trouble = "has trouble of its own ({status}); try again later."
    other = trouble if status >= 500 else "gave an answer without a page ({status})."
    why = _WHY.get(status, other).format(status=status, when=come_again(rest))
    raise Unfetchable(f"{host} {why}", status, rest)


def come_again(seconds: float) -> str:
    """When to try again, in words."""
    if seconds < 90:
        return "try again in a minute or two"
    if seconds < 5400:
        return f"try again in {plural(math.ceil(seconds / 60), 'minute')}"
    return f"try again in {plural(math.ceil(seconds / 3600), 'hour')}"


def explained(error: Exception, host: str, limits: Limits) -> Unfetchable:
    """A library's error as a sentence; its own words may hold addresses and stay out."""
    match error:
        case aiohttp.ClientConnectorDNSError():
            why = "is a name that nobody knows; look for a typing error in the address."
        case aiohttp.ClientConnectorCertificateError() | aiohttp.ClientConnectorSSLError():
            why = "cannot prove that it is itself (its certificate does not hold), so I do not read it."
        case aiohttp.ConnectionTimeoutError() | aiohttp.ClientConnectorError():
            why = "does not answer; try again later."
        case TimeoutError():
            why = f"took longer than {limits.total_seconds:g} seconds; try again later."
        case aiohttp.ClientResponseError():
            why = "answers in a way that no browser would understand."
        case _:
            why = "broke off in the middle; try again later."
    return Unfetchable(f"{host} {why}")
