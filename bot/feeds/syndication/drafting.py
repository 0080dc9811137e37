"""Makes a draft of an entry: from the feed's own text where it has all of it, else from its page."""

from collections.abc import Callable
from dataclasses import replace
from html import escape

from bot.feeds.contents import Found
from bot.feeds.faults import Fault
from bot.feeds.fetching import Fetched
from bot.feeds.online import read_fetched
from bot.feeds.pages import read_page, read_post
from bot.feeds.pages.page import host_name
from bot.feeds.syndication.entry import Entry
from bot.rules.drafts import Draft, Evidence, doubts
from bot.rules.extracting import NotAReview

SAID_BY_FEED = 0.9
TOLERANCE = 86_400
TEASER = "the feed has only a teaser of it, and the entry no address of its own"

KnownNames = Callable[[str], bool]


def from_feed(entry: Entry, outlet: str, now: int, known_names: KnownNames) -> Draft:
    """The draft of what the feed itself says. Raises NotAReview."""
    if "<" not in entry.content:
        draft = read_post(f"{entry.title}\n\n{entry.content}", known_names)
    else:
        title = escape(entry.title)
        page = f"<title>{title}</title><article><h1>{title}</h1>{entry.content}</article>"
        draft = read_page(page.encode("utf-8", "replace"), entry.link, "utf-8", known_names)
    if outlet and draft.outlet == host_name(draft.url):
        draft = replace(draft, outlet="")  # a feed's own name says more than where it stands
    return _completed(draft, entry, outlet, now)


def from_page(fetched: Fetched, entry: Entry, outlet: str, now: int, known_names: KnownNames) -> Draft:
    """The draft of the page that the entry leads to. Raises NotAReview."""
    found = read_fetched(fetched, entry.link, known_names)
    if len(found) != 1:
        raise NotAReview("Several reviews stand on that page." if found else "No review stands on that page.")
    (only,) = found
    if isinstance(only, Found):
        return _completed(only.draft, entry, outlet, now)
    raise NotAReview(only.message if isinstance(only, Fault) else "No review stands on that page.")


def is_sure(draft: Draft) -> bool:
    """Whether it can be published unread: it judges, and nothing that would be told wrongly is in doubt."""
    evidence = draft.evidence
    judges = draft.score is not None or draft.verdict is not None
    return judges and "title" in evidence and not doubts(draft)


def _completed(draft: Draft, entry: Entry, outlet: str, now: int) -> Draft:
    """With what the feed knows better than the text: where it stands, when it came, whose it is."""
    published = entry.published
    if published is not None and published > now + TOLERANCE:
        published = None
    told = {
        "url": entry.link,
        "published_at": draft.published_at if published is None else published,
        "author": draft.author or entry.author,
        "outlet": draft.outlet or outlet[:100],
    }
    fresh = {name: Evidence(str(value), "feed", SAID_BY_FEED) for name, value in told.items()
             if value and value != getattr(draft, name)}  # fmt: skip
    return replace(draft, **told, evidence={**draft.evidence, **fresh})  # type: ignore[arg-type]
