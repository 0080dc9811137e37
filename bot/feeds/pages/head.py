"""What a page says of itself in its head and headings."""

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from bot.feeds.pages.claims import tidy
from bot.feeds.pages.moments import read_moment

_MOST_METAS, _MOST_HEADINGS = 200, 6
_LONGEST = 300
_TITLES = ("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title")
_DESCRIPTIONS = ("og:description", "twitter:description", "description", "dc.description")
_AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "twitter:creator",
)
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "parsely-pub-date", "sailthru.date", "pubdate", "publish_date", "citation_publication_date",
)  # fmt: skip
_TIMES = (
    "article time[datetime], time[pubdate], time.published[datetime], time.entry-date[datetime], "
    ".dt-published"
)
_AUTHOR_LINKS = "[rel~=author], .p-author, .author.vcard .fn, .byline .author"


@dataclass(frozen=True, slots=True)
class Head:
    """The page's titles from the surest to the least, and the rest of what it says of itself."""

    titles: tuple[str, ...]
    headings: tuple[str, ...]
    description: str
    author: str
    site: str
    published: int | None
    published_words: str
    image: str
    language: str
    address: str


# Some are empty or say the same; of headings within headings each has the text of all that follow.
_HEADINGS, _MOST_READ = "h1, .entry-title, .post-title", 100


def read_head(tree: LexborHTMLParser) -> Head:
    """Titles, description, author, date ... as the page's tags state them."""
    metas = _metas(tree)
    named = [metas[name] for name in _TITLES if name in metas]
    title = tree.css_first("title")
    headings = [tidy(node.text(separator=" "), _LONGEST) for node in tree.css(_HEADINGS)[:_MOST_READ]]
    published = next(((moment, text) for text in _dates(tree, metas) if (moment := read_moment(text))), None)
    html = tree.css_first("html")
    canonical = tree.css_first("link[rel=canonical]")
    return Head(
        titles=tuple(dict.fromkeys(filter(None, [*named, tidy(title.text(), _LONGEST) if title else ""]))),
        headings=tuple(dict.fromkeys(filter(None, headings)))[:_MOST_HEADINGS],
        description=_first(metas, _DESCRIPTIONS),
        author=_author(tree, metas),
        site=_first(metas, ("og:site_name", "application-name", "dc.publisher")),
        published=published[0] if published else None,
        published_words=published[1] if published else "",
        image=_first(metas, ("og:image:secure_url", "og:image", "twitter:image")),
        language=(html.attributes.get("lang") or "" if html else "") or metas.get("og:locale", ""),
        address=metas.get("og:url", "") or (canonical.attributes.get("href") or "" if canonical else ""),
    )


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta[content]")[:_MOST_METAS]:
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        content = tidy(attributes.get("content") or "", 1000)
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if name in metas), "")


def _author(tree: LexborHTMLParser, metas: dict[str, str]) -> str:
    named = (metas[name] for name in _AUTHORS if name in metas)
    stated = next((name for name in named if not name.startswith(("http", "@", "/"))), "")
    if stated:
        return stated[:100]
    node = tree.css_first(_AUTHOR_LINKS)
    text = tidy(node.text(separator=" "), 100) if node else ""
    return text if 0 < len(text.split()) <= 5 else ""


def _dates(tree: LexborHTMLParser, metas: dict[str, str]) -> list[str]:
    """What is marked up as the date of publication; never a date that merely stands in the text."""
    times = (node.attributes.get("datetime") or "" for node in tree.css(_TIMES)[:3])
    return [*(metas[name] for name in _DATES if name in metas), *filter(None, times)]
