"""Works and reviews as bad as they come: markup of all kinds, turned text, endless words, no addresses."""

from hypothesis import strategies as st

from bot.actions import NO_ALERT
from bot.cards import review_card
from bot.replies import Reply
from storage import (
    CardFacts,
    Community,
    Credit,
    Review,
    ReviewId,
    SubscriptionId,
    Tally,
    Work,
    WorkId,
)

EVIL = (
    "@everyone",
    "@here",
    "<@1234>",
    "<@&1234>",
    "<#1234>",
    "<:kiss:1234>",
    "<t:0:R>",
    "</review:1>",
    "<id:guide>",
    "@durov",
    "||",
    "|| ||",
    "**",
    "*",
    "_",
    "__",
    "~~",
    "`",
    "```",
    "\\",
    "\\\\",
    "](https://evil.example)",
    "[click](https://evil.example)",
    "[click](<https://evil.example>)",
    "https://evil.example/a",
    "# ",
    "-# ",
    "> ",
    ">>> ",
    "- ",
    "1. ",
    "<b>",
    "</b>",
    "<tg-spoiler>",
    "</blockquote>",
    '<a href="tg://user?id=1">',
    "&lt;",
    "&#60;",
    "&amp",
    "\u202e",
    "\u2066",
    "\u200f",
    "\u061c",
    "\u200b",
    "\ufeff",
    "\x00",
    "\x07",
    "\x1b[31m",
    "\r\n",
    "\u2028",
    "\ud800",
    "\ue000",
    "👨‍👩‍👧‍👦",
    "🇫🇷",
    "e\u0301",
    "발레리나",
    "ש",
    "%",
    "{0}",
    "'; DROP TABLE works; --",
)
NUMBERS = st.integers(1, 2**53 - 1)

text = st.one_of(
    st.lists(st.sampled_from([*EVIL, " ", "word", "A sentence ends. "]), max_size=12).map("".join),
    st.text(max_size=60),
    st.sampled_from(["w", "*", "@", "<", "&", "|", "😀", "\u202e", "wort "]).map(lambda part: part * 4000),
)
texts = st.lists(text, max_size=8).map(tuple)
address = st.one_of(
    st.sampled_from(
        [
            "",
            "https://example.org/review?a=1&b=2#c",
            "http://example.org:8080/",
            "https://пример.рф/критика",
            "javascript:alert(1)",
            "data:text/html,<b>",
            "tg://user?id=1",
            "discord://x",
            "ftp://example.org/x",
            "//example.org/x",
            "https://",
            "https://localhost/x",
            "https://[::1]/x",
            "https://[bad",
            "https://user:word@example.org/",
            "https://example.org:99999/",
            "https://exa mple.org/x",
            "https://example.org/a b",
            'https://example.org/">)<b>|| @everyone',
            "https://example.org/\u202eevil",
            "https://example.org/\ud800",
            "https://example.org/" + "a" * 3000,
            "https://example.org/" + "%" * 480,
            "x" * 3000,
        ]
    ),
    text,
)
credit = st.builds(Credit, name=text, role=st.one_of(st.just("cast"), text), character=text)
work = st.builds(
    Work,
    id=NUMBERS.map(WorkId),
    kind=st.sampled_from(["film", "series", "season"]),
    title=text,
    year=st.none() | st.integers(1870, 9999),
    season=st.none() | st.integers(0, 999),
    original=text,
    other_names=texts,
    platform=text,
    genres=texts,
    people=st.lists(credit, max_size=8).map(tuple),
    image=address,
)
review = st.builds(
    Review,
    id=NUMBERS.map(ReviewId),
    work_id=NUMBERS.map(WorkId),
    outlet=text,
    author=text,
    url=address,
    published_at=st.integers(0, 4_000_000_000),
    score_text=text,
    score=st.none() | st.floats(0, 100),
    verdict=st.none() | st.sampled_from(["watch", "maybe", "skip"]),
    audience=text,
    summary=text,
    spoilers=text,
    pros=texts,
    cons=texts,
    comparables=texts,
    notes=texts,
    revision=st.integers(1, 9),
)
counts = st.lists(st.integers(0, 10_000), min_size=10, max_size=10).map(tuple)
facts = st.builds(
    CardFacts,
    work=work,
    review=st.none() | review,
    tally=st.builds(Tally, counts=counts),
    community=st.builds(Community, counts=counts, strength=st.floats(4, 12)),
    own=st.none() | st.integers(1, 10),
)
alert = st.just(NO_ALERT) | NUMBERS.map(SubscriptionId)


@st.composite
def cards(draw: st.DrawFn) -> tuple[CardFacts, Reply]:
    """A card of such records, and what it is of."""
    of = draw(facts)
    others = draw(st.lists(work, max_size=7, unique_by=lambda other: other.id))
    return of, review_card(of, [other for other in others if other.id != of.work.id], draw(alert))
