"""Reads the reviews of a WordPress export: each published post as the page that it is on its site."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from html import escape

from bot.feeds.bulk.wordpress_posts import NotAnExport, Post, read_posts
from bot.feeds.faults import Fault, Skipped
from bot.feeds.pages import NotAReview, read_page
from bot.rules.addresses import web_address
from bot.rules.drafts import Draft, Evidence
from bot.rules.wording import printable

KnownNames = Callable[[str], bool]

_SURE = 0.95
_LONGEST_SPOILERS = 3000
_LAID_OUT = re.compile(r"<p[\s>]|<!-- wp:", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_BLOCK = re.compile(r"<(?:h[1-6]|div|ul|ol|dl|table|blockquote|pre|figure|section|hr)\b", re.IGNORECASE)
_SHORTCODE = re.compile(r"\[/?([a-z][a-z0-9_-]{0,40})\b([^\[\]<>]{0,500})\]", re.IGNORECASE)
_CLOSING = re.compile(r"\[/([a-z][a-z0-9_-]{0,40})\]", re.IGNORECASE)
_CAPTION = re.compile(
    r"\[(?:wp_)?caption\b[^\[\]]{0,1000}\][^\[\]]{0,2000}\[/(?:wp_)?caption\]", re.IGNORECASE
)
_SPOILER = re.compile(r"\[(/?)spoilers?\b[^\[\]]{0,200}\]", re.IGNORECASE)
_CALLED_REVIEW = re.compile(r"review|kriti[ck]|critique|crítica|rezension|recensi|reseña", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def read_export(
    chunks: Iterable[bytes], source: str, known_names: KnownNames
) -> Iterator[tuple[Draft, str] | Fault | Skipped]:
    """Each review with what tells it from the others, every post that is none, and what was passed over.

    Only published posts that everybody may read are read: no pages, attachments, drafts or locked posts.
    """
    try:
        for post in read_posts(chunks):
            if why := _passed_over(post):
                yield Skipped(why)
                continue
            try:
                yield _draft(post, known_names), f"wordpress:{post.name}" if post.name else ""
            except NotAReview as error:
                yield Fault(source, post.line, _line(post.title)[:80], str(error))
    except NotAnExport as error:
        yield Fault(source, error.line, "", str(error))


def _passed_over(post: Post) -> str:
    """Why it is not read; empty where it is."""
    if post.kind != "post":
        return _line(post.kind)[:40]
    if post.status != "publish":
        return _line(post.status)[:40] or "unpublished"
    if post.password:
        return "locked"
    return "" if post.content else "without text"


def _draft(post: Post, known_names: KnownNames) -> Draft:
    if post.cut:
        raise NotAReview("That post is longer than a review can be.")
    link = web_address(post.link)
    shown, hidden = _parted(post.content)
    title = escape(post.title)
    page = f"<title>{title}</title><article><h1>{title}</h1>{_laid_out(_plain(shown))}</article>"
    draft = read_page(page.encode("utf-8", "replace"), link, "utf-8", known_names)
    told = {
        "url": link,
        "published_at": draft.published_at if post.published is None else post.published,
        "author": _line(post.author)[:100] or draft.author,
        "outlet": _line(post.blog)[:100] or draft.outlet,
        "spoilers": f"{hidden} {draft.spoilers}".strip()[:_LONGEST_SPOILERS],
        "line": post.line,
    }
    fresh = {name: Evidence(str(value)[:200], "feed", _SURE) for name, value in told.items()
             if value and value != getattr(draft, name) and name != "line"}  # fmt: skip
    if (
        draft.score is None
        and draft.verdict is None
        and not _CALLED_REVIEW.search(f"{post.title} {post.filed}")
    ):
        raise NotAReview("It judges nothing, and neither its title nor its categories call it a review.")
    return replace(draft, **told, evidence={**draft.evidence, **fresh})  # type: ignore[arg-type]


def _parted(content: str) -> tuple[str, str]:
    """What everybody sees, and the words that the author hid as spoilers; one left open hides the rest."""
    shown: list[str] = []
    hidden: list[str] = []
    start, within = 0, shown
    for mark in _SPOILER.finditer(content):
        within.append(content[start : mark.start()])
        start, within = mark.end(), shown if mark.group(1) else hidden
    within.append(content[start:])
    return " ".join(shown), _line(_TAG.sub(" ", " ".join(hidden)))


def _plain(content: str) -> str:
    """Without pictures' captions and shortcodes, which stand for what plugins show; other brackets stay."""
    content = _CAPTION.sub(" ", content)
    paired = {name.lower() for name in _CLOSING.findall(content)}
    return _SHORTCODE.sub(
        lambda code: " " if "=" in code.group(2) or code.group(1).lower() in paired else code.group(), content
    )


def _laid_out(content: str) -> str:
    """With paragraphs where the old editor wrote blank lines, as a site shows it."""
    if _LAID_OUT.search(content):
        return content
    blocks = _BLANK_LINES.split(content.replace("\r\n", "\n"))
    return "\n".join(block if _BLOCK.match(block) else f"<p>{block.replace(chr(10), '<br>')}</p>"
                     for block in blocks if block.strip())  # fmt: skip


def _line(text: str) -> str:
    return " ".join(printable(text).split())
