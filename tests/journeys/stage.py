"""A film community to play in, the same on both platforms: people, places, and what each person sees.

The tests of this folder speak only of what is here; `discord_stage` and `telegram_stage` play it on the
real libraries.
"""

import time
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from bot.alerts import Deliverer
from bot.commands import Desk
from bot.commands.titles import meant
from bot.feeds.importer import source_of, take_in
from bot.outlets import Outlet
from bot.redrawing import GAP, GROUP_SECONDS, Redrawer
from bot.rules.drafts import Draft
from storage import Account, Delivery, Status, Subscription, WorkId, deliveries, subscriptions, votes
from storage import Place as StoredPlace
from storage.engine import Unit

STRANGERS = 900_000
LONG = GAP + GROUP_SECONDS


@dataclass(frozen=True)
class Place:
    """Somewhere to write; `handle` is the platform's own."""

    kind: Literal["private", "group", "topic", "channel"]
    handle: Any
    stored: StoredPlace


class Message(ABC):
    """One message as a person sees it now: edits show at the next look."""

    @property
    @abstractmethod
    def text(self) -> str:
        """The words without marks, hidden ones included."""

    @property
    @abstractmethod
    def hidden(self) -> str:
        """The words under spoiler marks."""

    @property
    @abstractmethod
    def buttons(self) -> list[str]:
        """The labels from left to right and from top to bottom."""

    @property
    @abstractmethod
    def links(self) -> list[str]:
        """The addresses in the text."""

    @property
    @abstractmethod
    def picture(self) -> str:
        """The poster's address, "" for none."""

    @property
    @abstractmethod
    def private(self) -> bool:
        """Whether one person alone sees it."""

    @abstractmethod
    def button(self, label: str, nth: int = 0) -> str:
        """What a button's press sends; `nth` among those of the same label, from 0."""

    def has(self, label: str) -> bool:
        return label in self.buttons

    def __repr__(self) -> str:
        return f"{self.text!r} {self.buttons}"


@dataclass(frozen=True)
class Answer:
    """What a press led to: words to the presser alone, new messages, a private chat that opens.

    `opens` is what the private chat is opened with, "" where it is not opened.
    """

    told: str = ""
    replies: tuple[Message, ...] = ()
    opens: str = ""

    @property
    def reply(self) -> Message:
        assert self.replies, f"no message followed, only {self.told!r}"
        return self.replies[0]


@dataclass(frozen=True)
class Suggestion:
    """Something offered while typing; `value` is the platform's own."""

    label: str
    value: Any


class OpenForm(ABC):
    """A form in front of somebody: its title, and by label what stands in its fields."""

    title: str
    fields: Mapping[str, str]
    doubtful: Sequence[str]

    @abstractmethod
    async def submits(self, **values: str) -> Answer:
        """Fill fields in by their names and hand the form in; what came of it."""


class Person(ABC):
    """Somebody of the community."""

    name: str
    account: Account
    private: Place

    @abstractmethod
    async def asks(self, place: Place, text: str) -> Message:
        """Type a command; the bot's answer."""

    @abstractmethod
    async def asks_for_form(self, place: Place, text: str) -> OpenForm:
        """Type a command; the form that opens."""

    @abstractmethod
    async def attaches(self, place: Place, name: str, content: bytes) -> Message:
        """Hand a file over with /import; the bot's answer."""

    @abstractmethod
    async def pastes(self, place: Place, text: str) -> Message:
        """Hand a text over with /import; the bot's answer."""

    @abstractmethod
    async def opens_form(self, message: Message, label: str) -> OpenForm:
        """Press a button; the form that opens."""

    @abstractmethod
    async def forges(self, message: Message, data: str) -> Answer:
        """Press a button that sends `data`, whether the message has it or not."""

    @abstractmethod
    async def types_ahead(self, command: str, typed: str) -> list[Suggestion]:
        """Type part of a command's words; what is offered."""

    @abstractmethod
    async def picks(self, place: Place, suggestion: Suggestion) -> Message:
        """Take what was offered; what stands in the chat then."""

    async def presses(self, message: Message, label: str, nth: int = 0) -> Answer:
        """Press a button of the message."""
        return await self.forges(message, message.button(label, nth))


Press = tuple[Person, Message, str]


@dataclass
class Stage(ABC):
    """The whole community. `whispers`: the platform shows a message of a group to one person alone.

    ann and bob are members, mia manages the group, the topic's group and the channel. `expected` are
    parts of warnings and refusals that a test provokes; all others fail it.
    """

    desk: Desk
    platform: str = ""
    whispers: bool = False
    expected: list[str] = field(default_factory=list)
    later: float = 0.0
    ann: Person = field(init=False)
    bob: Person = field(init=False)
    mia: Person = field(init=False)
    group: Place = field(init=False)
    topic: Place = field(init=False)
    channel: Place = field(init=False)
    outlet: Outlet = field(init=False)

    @abstractmethod
    async def at_once(self, *presses: Press) -> list[Answer]:
        """All these presses before the bot has answered any."""

    @abstractmethod
    def seen_by(self, person: Person, place: Place) -> list[Message]:
        """The bot's messages in a place that this person sees, the oldest first."""

    @abstractmethod
    def complaints(self) -> list[str]:
        """What the platform, its specification and the inspector have against anything that the bot sent."""

    async def publish(self, draft: Draft, status: Status = "published", source: str = "") -> int:
        """An editor's review comes in; how many alerts are owed for it."""
        done = await take_in(self.desk.store, draft, source or source_of(draft), int(time.time()), status)
        await self.desk.catalogue.refresh()
        return done.alerts

    async def deliver(self) -> None:
        """Send the alerts that are due."""
        while await Deliverer(self.desk, self.outlet).deliver_due():
            pass

    async def redraw(self) -> None:
        """Let the cards that stand be redrawn until they are true, the clock turned as far as they wait."""
        await self.rests()
        redrawer = Redrawer(replace(self.desk, clock=lambda: time.time() + self.later), self.outlet)
        self.later += LONG
        while await redrawer.redraw_next():
            self.later += LONG

    @abstractmethod
    async def rests(self) -> None:
        """Wait until the bot has done what it has been asked."""

    @abstractmethod
    async def deletes(self, message: Message) -> None:
        """Somebody who may do so deletes the bot's message."""

    @abstractmethod
    def edits(self) -> int:
        """How many edits of its messages the bot has asked for."""

    async def noted(self) -> int:
        """How many cards on this platform the bot knows of."""
        return await self.desk.store.read(_cards, self.platform)

    async def work(self, words: str) -> WorkId:
        """The one work that these words mean."""
        meaning = await meant(self.desk, words)
        assert meaning.one is not None, f"{words!r} means {meaning.certainty}"
        return meaning.one

    async def voted(self, words: str, values: Sequence[int]) -> None:
        """Strangers have voted on a work."""
        work, store = await self.work(words), self.desk.store
        for number, value in enumerate(values):
            who = Account(self.platform, STRANGERS + number)
            await store.write(votes.cast, who, work, value, int(time.time()), store.ids())

    async def counts(self, words: str) -> list[int]:
        """The values of a work's live votes, lowest first."""
        by_work = await self.desk.store.read(_live_votes, await self.work(words))
        return sorted(by_work)

    async def subscribed(self, place: Place) -> list[Subscription]:
        """A place's subscriptions, as the store has them."""
        return await self.desk.store.read(subscriptions.of, place.stored)

    async def owed(self) -> list[Delivery]:
        """The alerts that are due on this platform; asking takes them up."""
        soon = int(time.time()) + 60
        return await self.desk.store.write(deliveries.claim, self.platform, soon, 0, 100)


def _cards(platform: str) -> Unit[int]:
    rows = yield "SELECT COUNT(*) FROM cards WHERE platform = ?", (platform,)
    return int(rows[0][0])


def _live_votes(work: WorkId) -> Unit[list[int]]:
    rows = yield "SELECT value FROM votes WHERE work_id = ?", (work,)
    return [row[0] for row in rows]


def sample_draft(**changes: Any) -> Draft:
    """A review of a film that is not among the samples."""
    given: dict[str, Any] = {
        "title": "The Quiet Projector",
        "kind": "film",
        "year": 2026,
        "platform": "Netflix",
        "genres": ("Thriller", "Mystery"),
        "outlet": "The Late Row",
        "author": "Pearl Locke",
        "url": "https://example.org/reviews/the-quiet-projector",
        "score_text": "4/5",
        "score": 80.0,
        "verdict": "watch",
        "summary": "A projectionist hears a reel that was never filmed.",
        "spoilers": "The reel shows the projectionist's own last evening.",
    }
    return Draft(**given | changes)
