"""Who asks, where, and when: what every platform turns its message into."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.findings import Surroundings
from storage import Account, Place, ReviewId

NONE = ReviewId(0)


class NotHandedOver(Exception):
    """A file could not be got from its platform: a sentence for people, with what to do."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with a command, as its platform describes it: `kind` is a media type, `size` in bytes.

    What the platform does not say is "" or 0. `get` is the address where it stands, or what downloads it and
    raises NotHandedOver.
    """

    name: str
    kind: str
    size: int
    get: str | Callable[[], Awaitable[bytes]]


# What an editor hands over: a web address, a text, or a file.
Handed = str | Attached


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of reading what an editor handed over, in a sentence, and the one review there (NONE: none).

    Where there were several, `drafts` are waiting now, and `refused` says what was wrong with the others.
    """

    said: str
    review: ReviewId = NONE
    drafts: int = 0
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """One question of one person.

    `manages` tells whether the asker may change this chat's settings (always, in private).
    `private_place` is where this person gets alerts of their own; `greets_first` says that the
    platform lets the bot write there only after the person has (Telegram).
    `here` is False where the bot answers but may not write by itself (Discord user installs).
    `around` is what the platform sees around the chat, where a command asked it to look. `attached` is the
    file that came with the words, `brought` what came of reading either, where a command asked for that.
    `now` is unix time in seconds; `dice` a random number from 0 to 1; `name` what the platform calls the
    asker just now.
    """

    who: Account
    place: Place
    now: int
    dice: float = 0.5
    locale: str = "en"
    manages: bool = False
    here: bool = True
    greets_first: bool = False
    around: Surroundings | None = None
    attached: Attached | None = None
    brought: Brought | None = None
    name: str = ""

    @property
    def private_place(self) -> Place:
        return Place(self.who.platform, self.who.number, 0, "private")
