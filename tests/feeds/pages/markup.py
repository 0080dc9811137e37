"""Pages for the tests, put together from parts. All text is made up."""

import json
from typing import Any

from bot.feeds.pages import read_page
from bot.rules.drafts import Draft

URL = "https://lateshow.example/reviews/harbour-lights"
BODY = (
    "Harbour Lights is a quiet drama about a ferry pilot who takes a last winter job before a bridge opens. "
    "The film moves slowly, and it is the better for it: every crossing shows a little more of the town.",
    "The photography is splendid, the dialogue is spare, and the cast never strains for a tear. "
    "Not all of it works, for the middle part repeats itself and the music is too sweet.",
    "All in all, Harbour Lights is a warm and careful film, worth a cold evening and a full cinema.",
)
KNOWN = frozenset(
    {"harbour lights", "the long field", "drift", "paper moonrise", "glass orchard", "vanishing"}
)


def known(name: str) -> bool:
    return name.lower() in KNOWN


def page(
    *content: str, head: str = "", title: str = "Harbour Lights Review", body: tuple[str, ...] = BODY
) -> bytes:
    paragraphs = "".join(f"<p>{text}</p>" for text in body)
    heading = f"<h1>{title}</h1>" if title else ""
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head>"
        f"<body><nav><a href=/>Home</a></nav><article>{heading}{''.join(content)}{paragraphs}</article>"
        f"</body></html>"
    ).encode()


def linked(*things: Any) -> str:
    """Things as blocks of linked data."""
    return "".join(f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things)


def review(**properties: Any) -> dict[str, Any]:
    """A review of the film that all these pages are about."""
    return {
        "@context": "https://schema.org",
        "@type": "Review",
        "itemReviewed": {"@type": "Movie", "name": "Harbour Lights"},
        **properties,
    }


def rating(value: Any, **properties: Any) -> dict[str, Any]:
    return {"@type": "Rating", "ratingValue": value, **properties}


def read(body: bytes, url: str = URL, encoding: str = "utf-8") -> Draft:
    return read_page(body, url, encoding, known)
