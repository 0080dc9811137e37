"""Feeds as sites write them, for tests: name what a test is about, the rest is made up."""

from dataclasses import dataclass
from html import escape

PRAISE = (
    "The camera stays close to her hands, and the film is the better for it. The score by a young composer "
    "carries the quiet hours, and the last act earns its silence. I would watch it again tomorrow, and I "
    "recommend it to anybody who likes slow and careful films about work. "
) * 3


@dataclass(frozen=True)
class Post:
    """One post of a site: a review with so many stars, or what `text` says."""

    id: str
    work: str = "Harbour Lights"
    stars: str = "4"
    text: str = ""
    date: str = "Thu, 09 Oct 2025 10:00:00 GMT"
    link: str = ""
    year: str = " (2021)"

    @property
    def title(self) -> str:
        return f"{self.work}{self.year} review"

    @property
    def body(self) -> str:
        said = self.text or f"{self.work} is a film about a night in a small town. {PRAISE}"
        return f"<p>{said}</p><p>Rating: {self.stars}/5</p>"


def rss(*posts: Post, title: str = "The Late Row", extra: str = "", teaser: bool = False) -> bytes:
    """A feed of these posts; with `teaser`, only their first words are in it."""
    items = "".join(
        f"<item><title>{escape(post.title)}</title>"
        f"{f'<link>{post.link}</link>' if post.link else ''}"
        f"{f'<guid>{post.id}</guid>' if post.id else ''}<pubDate>{post.date}</pubDate>"
        f"<description>{'A night in a small town …' if teaser else escape(post.body)}</description></item>"
        for post in posts
    )
    head = f"<rss version='2.0'><channel><title>{title}</title>{extra}"
    return f"<?xml version='1.0' encoding='utf-8'?>{head}{items}</channel></rss>".encode()


def page(post: Post) -> bytes:
    """The post as a web page."""
    head = f"<title>{escape(post.title)}</title>"
    return (
        f"<!doctype html><html><head>{head}</head><body><article><h1>{post.title}</h1>{post.body}"
        "</article></body></html>"
    ).encode()
