"""The people of the playground, who are the same on both sides, and what they did before it opens."""

import asyncio
import random
from dataclasses import dataclass

from bot.desk import Desk
from storage import Account, Place, facts, subscriptions, votes

CLUB = "Film club"
CHANNEL = "film-talk"
TOPIC = "reviews"
VOTERS, SEEN = 14, 0.5
_FIRST_VOTER = 7_000_000
_SEED = 1895  # the year of the first film screening; any number will do, as long as it stays


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account on each side.

    `edits` makes an editor, `manages` a manager of the groups; who is `blocked` has shut the bot out.
    """

    id: str
    name: str
    role: str
    about: str
    edits: bool = False
    manages: bool = False
    blocked: bool = False


CAST = (
    Person("edith", "Edith", "editor", "Writes the reviews and publishes them.", edits=True),
    Person(
        "ada",
        "Ada",
        "group admin",
        "Runs the server and the group, and their alerts.",
        manages=True,
    ),
    Person("ben", "Ben", "member", "Votes on everything he sees."),
    Person("cleo", "Cleo", "member", "Asks what to watch next."),
    Person("noa", "Noa", "newcomer", "Has never written to the bot in private."),
    Person("max", "Max", "follower", "Follows every review, but has shut the bot out.", blocked=True),
)


async def follow_everything(desk: Desk, place: Place) -> None:
    """Subscribe a place to every new review."""
    ids = (desk.store.ids(), desk.store.ids())
    await desk.store.write(subscriptions.add, place, "all", "all", "every new review", ids, desk.now())


async def cast_votes(desk: Desk) -> None:
    """Votes of people who are not on the stage, always the same, so that the scores say something."""
    dice = random.Random(_SEED)
    reviewed = await desk.store.read(facts.latest, 200, facts.NOBODY)
    writes = []
    for found in sorted(reviewed, key=lambda each: each.work.title):
        score = found.review.score if found.review else None
        liked = 2 + 0.07 * (65 if score is None else score) + dice.gauss(0, 0.6)
        for voter in range(VOTERS):
            if dice.random() < SEEN:
                value = min(10, max(1, round(dice.gauss(liked, 1.5))))
                account = Account("telegram", _FIRST_VOTER + voter)
                writes.append(
                    desk.store.write(votes.cast, account, found.work.id, value, desk.now(), desk.store.ids())
                )
    await asyncio.gather(*writes)
