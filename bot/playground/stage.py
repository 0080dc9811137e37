"""The stage: one store, the real bot on both sides of it, and the people who play with it."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, replace
from functools import partial
from typing import Any

from rich.console import Console

from bot.alerts import Deliverer
from bot.bringing import bring
from bot.config import Settings
from bot.desk import Desk
from bot.feeds.fetching import fetcher
from bot.feeds.sandbox import sandbox
from bot.importing import import_files
from bot.playground import bringing
from bot.playground.asks import Advance, AnyAsk, Block, Drop, Inspect, Publish
from bot.playground.cast import CAST, Person, cast_votes
from bot.playground.clock import Clock
from bot.playground.discord_side import discord_side
from bot.playground.keeping import kept
from bot.playground.sides import CannotDo, Json, Side, Tell
from bot.playground.telegram_side import telegram_side
from bot.redrawing import Redrawer
from bot.samples import sample_path
from bot.serving import keep_catalogue, keep_strength, keep_titles, open_desk
from bot.vitals import Vitals
from storage import LedgerLine, ledger

SITE = "The Late Row"
LEDGER_LINES = 60
LEDGER_SECONDS = 0.3


class Stage:
    """Everything that the page shows, and everything that its visitors can do."""

    def __init__(self, desk: Desk, clock: Clock, sides: dict[str, Side], tell: Tell) -> None:
        self._desk = desk
        self._clock = clock
        self._sides = sides
        self._tell = tell
        self._people = {person.id: person for person in CAST}
        self._lines: list[LedgerLine] = []

    @property
    def vitals(self) -> Vitals:
        """What the bot on the stage notes about itself."""
        return self._desk.vitals

    def scene(self) -> Json:
        """Everything as it is now, for a page that has just been opened."""
        return {
            "event": "scene",
            "site": self._desk.site,
            "now": self._desk.now(),
            "people": self._cast(),
            **{name: side.scene() for name, side in self._sides.items()},
            "messages": [event for side in self._sides.values() for event in side.messages()],
            "deliveries": self._ledger(),
        }

    async def answer(self, ask: AnyAsk) -> Any:
        """Do what was asked for, and what there is to see at once. Raises CannotDo."""
        match ask:
            case Advance(seconds=seconds):
                await self._advance(seconds)
            case Block(person=person, blocked=blocked):
                self._block(self._person(person), blocked)
            case Publish(review=review):
                return {"report": await bringing.publish(self._desk, review)}
            case Drop(file=file):
                return {"report": await bringing.drop(self._desk, file)}
            case Inspect(side=side, room=room, message=message):
                return self._sides[side].inspect(room, message).as_json()
            case _:
                return await self._sides[ask.side].act(ask, self._person(ask.person))
        return None

    async def watch_alerts(self) -> None:
        """Tell of alerts whose state changes, for ever."""
        while True:
            lines = await self._desk.store.read(ledger.latest, LEDGER_LINES)
            if lines != self._lines:
                self._lines = lines
                self._tell({"event": "deliveries", **self._ledger()})
            await asyncio.sleep(LEDGER_SECONDS)

    def _ledger(self) -> Json:
        rows = [
            {
                "id": line.id,
                "side": line.place.platform,
                "room": self._where(line),
                "review": line.title,
                "state": line.state,
                "due": line.due_at,
                "attempts": line.attempts,
                "trouble": line.error,
            }
            for line in reversed(self._lines)
        ]
        return {"rows": rows, "counts": Counter(line.state for line in self._lines)}

    def _where(self, line: LedgerLine) -> str:
        side = self._sides.get(line.place.platform)
        return side.place_name(line.place) if side else "elsewhere"

    async def _advance(self, seconds: float) -> None:
        self._clock.advance(seconds)
        for side in self._sides.values():
            await side.advance(seconds)
        self._tell({"event": "clock", "now": self._desk.now()})

    def _block(self, person: Person, blocked: bool) -> None:
        self._people[person.id] = replace(person, blocked=blocked)
        for side in self._sides.values():
            side.block(person, blocked)
        self._tell({"event": "people", "people": self._cast()})

    def _cast(self) -> list[Json]:
        shown = ("id", "name", "role", "about", "blocked")
        return [{name: asdict(each)[name] for name in shown} for each in self._people.values()]

    def _person(self, person: str) -> Person:
        if person not in self._people:
            raise CannotDo("There is nobody of that name here.")
        return self._people[person]


@asynccontextmanager
async def open_stage(settings: Settings, tell: Tell) -> AsyncIterator[Stage]:
    """The stage on the settings' store, filled with the samples where it is empty. Raises StoreError."""
    clock = Clock()
    async with open_desk(settings) as opened, fetcher(clock) as fetch, sandbox() as read:
        editors = set(opened.editors)
        uploads = bringing.Uploads(fetch)
        apart = replace(opened, clock=clock, site=opened.site or SITE, editors=editors)
        desk = replace(apart, bring=partial(bring, apart, uploads, read=read))
        if not len(desk.catalogue.titles):
            await import_files(desk, [sample_path()], Console(quiet=True))
            await cast_votes(desk)
        async with kept(discord_side(desk, tell)) as left, telegram_side(desk, tell) as right:
            uploads.find = left.uploaded
            sides: dict[str, Side] = {side.name: side for side in (left, right)}
            editors |= {side.account(each) for side in sides.values() for each in CAST if each.edits}
            stage = Stage(desk, clock, sides, tell)
            async with asyncio.TaskGroup() as group:
                chores = [keep_catalogue(desk.catalogue), keep_titles(desk), keep_strength(desk.store)]
                chores.append(stage.watch_alerts())
                for side in sides.values():
                    chores += [Deliverer(desk, side.outlet).run(), Redrawer(desk, side.outlet).run()]
                tasks = [group.create_task(chore) for chore in chores]
                yield stage
                for task in tasks:
                    task.cancel()
