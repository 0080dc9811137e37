"""What the store hands out: plain frozen values, the same on every engine."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NewType

WorkId = NewType("WorkId", int)
ReviewId = NewType("ReviewId", int)
SubscriptionId = NewType("SubscriptionId", int)

Kind = Literal["film", "series", "season"]
Verdict = Literal["watch", "maybe", "skip"]
Status = Literal["draft", "published", "retracted"]
PlaceKind = Literal["private", "group", "channel"]
Scope = Literal["all", "work", "genre", "platform", "person"]
Origin = Literal["structured", "head", "feed", "text", "assistant", "editor"]
What = Literal["published", "edited", "discarded", "retracted"]


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody as one platform knows them."""

    platform: str
    number: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message can go: a chat and, where the platform has them, a topic in it (0: none)."""

    platform: str
    chat: int
    thread: int = 0
    kind: PlaceKind = "private"


@dataclass(frozen=True, slots=True)
class Credit:
    """One person's part in a work; `character` only for the cast."""

    name: str
    role: str = "cast"
    character: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """A film, a series, or one season of a series."""

    id: WorkId
    kind: Kind
    title: str
    year: int | None = None
    season: int | None = None
    original: str = ""
    other_names: tuple[str, ...] = ()
    platform: str = ""
    genres: tuple[str, ...] = ()
    people: tuple[Credit, ...] = ()
    image: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """What an editor wrote about a work. `score` is 0-100 on its own scale, None where none was given.

    `issued` is the revision that was published first; before that, the present one.
    """

    id: ReviewId
    work_id: WorkId
    outlet: str = ""
    author: str = ""
    url: str = ""
    language: str = "en"
    published_at: int = 0
    score_text: str = ""
    score: float | None = None
    verdict: Verdict | None = None
    audience: str = ""
    summary: str = ""
    spoilers: str = ""
    pros: tuple[str, ...] = ()
    cons: tuple[str, ...] = ()
    comparables: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    status: Status = "published"
    revision: int = 1
    issued: int = 1


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a field of a review rests on: the words, where they stand, and how sure the reading is (0-1).

    `structured` is machine-readable data of a page, `head` its title and headings, `feed` a feed's fields.
    """

    words: str
    origin: Origin
    sure: float


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A review as editors see it, with its work and, by the name of a field, what that rests on.

    `could_be` are the works that it could be about, where that is an open question.
    """

    review: Review
    work: Work
    evidence: Mapping[str, Evidence]
    could_be: tuple[Work, ...] = ()


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody who changes reviews; `name` as their platform shows it just then."""

    account: Account
    name: str


@dataclass(frozen=True, slots=True)
class Deed:
    """What an editor did to a review, and when (unix time in seconds); `fields` are what an edit changed."""

    what: What
    editor: Editor
    work: Work
    revision: int
    fields: tuple[str, ...]
    done_at: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many votes each half star has: ten counts, 1 (half a star) to 10 (five stars)."""

    counts: tuple[int, ...] = (0,) * 10

    @property
    def votes(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Community:
    """All accepted votes of this community, and how many votes its prior is worth."""

    counts: tuple[int, ...] = (0,) * 10
    strength: float = 8.0


@dataclass(frozen=True, slots=True)
class CardFacts:
    """All that a card shows, read at once. `own` is the asker's live vote.

    `edition` is how often what the card shows has changed so far. `retracted` says that a newer review
    than this one was published and taken back.
    """

    work: Work
    review: Review | None
    tally: Tally
    community: Community
    own: int | None
    edition: int = 0
    retracted: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a vote did: the value now and before (None: no vote), the counts and the edition after it."""

    now: int | None
    before: int | None
    tally: Tally
    community: Community
    edition: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """What a message shows: a work's card, as it was at an edition (see CardFacts).

    `alert` is the subscription whose alert it is, and `review` the review that it told of (0: none);
    `again` says that it came by chance and offers another one.
    """

    work: WorkId
    edition: int = 0
    alert: SubscriptionId = SubscriptionId(0)
    again: bool = False
    review: ReviewId = ReviewId(0)


@dataclass(frozen=True, slots=True)
class PostedCard:
    """A card that stands in a chat as `message`."""

    place: Place
    message: str
    shown: Shown


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing that a work can be followed or listed by; `key` is its slug, `name` how people write it."""

    scope: Scope
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Subscription:
    """A place's wish to be told of new reviews."""

    id: SubscriptionId
    place: Place
    scope: Scope
    key: str
    name: str
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """One alert that is owed to one place."""

    review_id: ReviewId
    place: Place
    place_id: int
    subscription_id: SubscriptionId
    attempts: int


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One alert as the ledger shows it; `due_at` is unix time in seconds, `error` why it is not sent."""

    id: str
    place: Place
    title: str
    state: str
    due_at: int
    attempts: int
    error: str
