"""Who asks, where, and when: what every platform turns its message into."""

from dataclasses import dataclass

from bot.findings import Surroundings
from storage import Account, Place, ReviewId

NONE = ReviewId(0)


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of reading a web address, in a sentence, and the review that stands there (NONE: none)."""

    said: str
    review: ReviewId = NONE


@dataclass(frozen=True, slots=True)
class Request:
    """One question of one person.

    `manages` tells whether the asker may change this chat's settings (always, in private).
    `private_place` is where this person gets alerts of their own; `greets_first` says that the
    platform lets the bot write there only after the person has (Telegram).
    `here` is False where the bot answers but may not write by itself (Discord user installs).
    `around` is what the platform sees around the chat, where a command asked it to look; `brought` what came
    of reading the address in the words, where a command asked for that.
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
    brought: Brought | None = None
    name: str = ""

    @property
    def private_place(self) -> Place:
        return Place(self.who.platform, self.who.number, 0, "private")
