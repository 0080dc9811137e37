"""Stale cards are redrawn whatever the platform says: a real store, an outlet that follows a script."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.feeds.importer import take_in
from bot.outlets import ChatGone, ChatMoved, MessageGone, NotYet, OutletError, Refused, RetryLater
from bot.platforms.telegram.application import serve
from bot.redrawing import GAP, GROUP_SECONDS, REFUSED_SECONDS, Redrawer
from bot.replies import Reply
from bot.rules.drafts import Draft
from bot.serving import keep_serving
from bot.standins.telegram import telegram_world
from storage import Account, Place, Shown, StoreUnreachable, WorkId, cards, facts, votes
from storage.engine import Unit
from tests.desks import NOW, bring, desk_in
from tests.survival.worlds import until

ANN, BOB, CLUB = Place("telegram", 1), Place("telegram", 2), Place("telegram", -3, kind="group")


@dataclass
class Script:
    """An outlet: each message's next answers; where none is left, it is edited."""

    platform: str = "telegram"
    says: defaultdict[str, list[Exception]] = field(default_factory=lambda: defaultdict(list))
    edits: list[tuple[str, Reply]] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    hangs: asyncio.Event | None = None

    @property
    def edited(self) -> list[str]:
        return [message for message, _ in self.edits]

    async def has_tried(self) -> bool:
        return bool(self.tried)

    async def send(self, place: Place, reply: Reply, nonce: str) -> str:
        raise AssertionError("a redrawer sends nothing new")

    async def edit(self, place: Place, message: str, reply: Reply) -> None:
        self.tried.append(message)
        if self.hangs is not None:
            await self.hangs.wait()
        if self.says[message]:
            raise self.says[message].pop(0)
        self.edits.append((message, reply))


@dataclass
class Wall:
    """Cards that stand in chats, a clock to turn, and the redrawer."""

    desk: Desk
    works: list[WorkId]
    outlet: Script = field(default_factory=Script)
    time: float = NOW
    voters: int = 0

    def __post_init__(self) -> None:
        self.desk = replace(self.desk, clock=lambda: self.time)
        self.redrawer = Redrawer(self.desk, self.outlet)

    async def card(self, message: str, place: Place = ANN, work: int = 0) -> None:
        """A card of the work stands there as it is now."""
        edition = await self.desk.store.read(_edition, self.works[work])
        shown = Shown(self.works[work], edition)
        await self.desk.store.write(cards.posted, place, message, shown, self.desk.now())
        self.time += 1

    async def vote(self, work: int = 0) -> None:
        """Somebody new votes."""
        self.voters += 1
        who, store = Account("discord", self.voters), self.desk.store
        await store.write(votes.cast, who, self.works[work], 8, self.desk.now(), store.ids())

    async def redraw(self) -> list[str]:
        """What is redrawn at this moment."""
        before = len(self.outlet.edits)
        while await self.redrawer.redraw_next():
            pass
        return self.outlet.edited[before:]

    async def rest(self) -> None:
        """Let it be quiet for long."""
        self.time += 1000

    async def standing(self) -> int:
        return await self.desk.store.read(_count)


@pytest.fixture
async def wall(tmp_path: Path) -> AsyncIterator[Wall]:
    async with desk_in(tmp_path) as desk:
        await bring(desk.store, Draft(title="Parasite", year=2019), Draft(title="Oldboy", year=2003))
        await desk.catalogue.refresh()
        yield Wall(desk, await desk.store.read(_works))


async def test_a_vote_redraws_every_card_of_its_work_once_the_newest_first(wall: Wall) -> None:
    await wall.card("1")
    await wall.card("2", BOB)
    await wall.card("3", BOB, work=1)
    await wall.rest()
    await wall.vote()
    assert await wall.redraw() == ["2", "1"]
    assert "1 vote so far" in str(wall.outlet.edits[0][1].blocks)
    await wall.rest()
    assert await wall.redraw() == []


async def test_an_alert_goes_on_telling_of_its_own_review(wall: Wall) -> None:
    parasite = Draft(title="Parasite", year=2019, author="Ann", summary="Ann liked it.")
    told = await take_in(wall.desk.store, parasite, "first", NOW)
    shown = Shown(wall.works[0], 1, alert=wall.desk.store.ids(), review=told.review_id)  # type: ignore[arg-type]
    await wall.desk.store.write(cards.posted, ANN, "1", shown, NOW)
    await wall.card("2", BOB)
    other = replace(parasite, author="Bert", summary="Bert hated it.")
    await take_in(wall.desk.store, other, "second", NOW + 1)
    await wall.rest()
    await wall.redraw()
    drawn = {message: str(card.blocks) for message, card in wall.outlet.edits}
    assert "Ann liked it." in drawn["1"]
    assert "Bert hated it." in drawn["2"]


@pytest.mark.parametrize("title", ["Parasite", "The Parasite", "PARASITE!"])
async def test_a_new_work_of_the_same_name_is_counted_on_the_cards_that_stand(wall: Wall, title: str) -> None:
    await wall.card("1")
    await wall.card("2", BOB, work=1)
    await wall.rest()
    await bring(wall.desk.store, Draft(title=title, year=2031))
    assert await wall.redraw() == ["1"]
    assert "1 more of this name" in str(wall.outlet.edits[-1][1].blocks)
    await wall.rest()
    assert await wall.redraw() == []


async def test_a_work_that_is_called_otherwise_is_counted_no_more(wall: Wall) -> None:
    url = "https://example.org/1"
    await bring(wall.desk.store, Draft(title="Parasite", year=2031, url=url))
    await wall.card("1")
    await wall.rest()
    await bring(wall.desk.store, Draft(title="Parasite", year=2031, url=url, summary="More."))
    assert await wall.redraw() == []
    await bring(wall.desk.store, Draft(title="Guests", year=2031, url=url))
    assert await wall.redraw() == ["1"]
    assert "of this name" not in str(wall.outlet.edits[-1][1].blocks)


async def test_a_redraw_is_nobody_s_and_keeps_what_the_card_came_with(wall: Wall) -> None:
    shown = Shown(wall.works[0], 1, alert=wall.desk.store.ids(), again=True)  # type: ignore[arg-type]
    await wall.desk.store.write(cards.posted, ANN, "1", shown, NOW)
    await wall.rest()
    await wall.vote()
    await wall.redraw()
    ((_, card),) = wall.outlet.edits
    labels = [button.label for row in card.rows for button in row]
    assert {"🔕 Mute this", "🎲 Another one"} <= set(labels)
    assert card.shows is not None
    assert (card.shows.alert, card.shows.again, card.shows.edition) == (shown.alert, True, 2)


async def test_many_votes_are_one_redraw_at_once_and_one_after_the_gap(wall: Wall) -> None:
    await wall.card("1")
    await wall.rest()
    redrawn = 0
    for _ in range(2 * GAP):
        await wall.vote()
        await wall.vote()
        redrawn += len(await wall.redraw())
        wall.time += 1
    assert redrawn == 2
    wall.time += GAP
    await wall.redraw()
    assert "20 votes" in str(wall.outlet.edits[-1][1].blocks)


async def test_a_group_sees_few_redraws_and_others_need_not_wait_for_it(wall: Wall) -> None:
    for message in ("1", "2"):
        await wall.card(message, CLUB)
    await wall.card("3", ANN)
    await wall.rest()
    await wall.vote()
    assert await wall.redraw() == ["3", "2"]
    wall.time += GROUP_SECONDS - 1
    assert await wall.redraw() == []
    wall.time += 1
    assert await wall.redraw() == ["1"]


@pytest.mark.parametrize(
    "error",
    [RetryLater(30, "flood"), NotYet(2, everywhere=False), Refused("too ugly"), RuntimeError("a bug")],
    ids=lambda error: type(error).__name__,
)
async def test_a_card_in_trouble_waits_alone_and_is_redrawn_later(wall: Wall, error: Exception) -> None:
    await wall.card("1", ANN)
    await wall.card("2", BOB)
    await wall.rest()
    wall.outlet.says["2"] = [error]
    await wall.vote()
    assert await wall.redraw() == ["1"]
    wall.time += REFUSED_SECONDS
    assert await wall.redraw() == ["2"]
    assert wall.outlet.tried == ["2", "1", "2"]


async def test_where_no_turn_is_free_anywhere_all_wait(wall: Wall) -> None:
    await wall.card("1", ANN)
    await wall.card("2", BOB)
    await wall.rest()
    wall.outlet.says["2"] = [NotYet(3, everywhere=True)]
    await wall.vote()
    assert await wall.redraw() == []
    wall.time += 3
    assert await wall.redraw() == ["2", "1"]


@pytest.mark.parametrize("error", [MessageGone("deleted"), ChatGone("kicked"), ChatMoved(7)], ids=repr)
async def test_a_card_that_cannot_be_edited_any_more_is_forgotten(wall: Wall, error: OutletError) -> None:
    await wall.card("1", ANN)
    await wall.card("2", BOB)
    await wall.rest()
    wall.outlet.says["2"] = [error]
    await wall.vote()
    assert await wall.redraw() == ["1"]
    assert await wall.standing() == 1


async def test_a_card_that_cannot_be_drawn_stops_no_other(wall: Wall) -> None:
    await wall.card("1", work=0)
    await wall.card("2", work=1)
    await wall.rest()
    await wall.vote(0)
    await wall.vote(1)
    details = await wall.desk.store.read(_details, wall.works[1])
    await wall.desk.store.write(_damage, wall.works[1], details.replace('"names"', '"nam"'))
    assert await wall.redraw() == ["1"]
    await wall.desk.store.write(_damage, wall.works[1], details)
    await wall.rest()
    assert await wall.redraw() == ["2"]


async def test_a_message_is_left_to_the_press_that_redraws_it(wall: Wall) -> None:
    await wall.card("1", ANN)
    await wall.card("2", BOB)
    await wall.rest()
    with wall.desk.pressing(BOB, "2"):
        await wall.vote()
        assert await wall.redraw() == ["1"]
        await wall.card("2", BOB)
    await wall.rest()
    assert await wall.redraw() == []


async def test_a_vote_while_the_edit_is_under_way_is_not_missed(wall: Wall) -> None:
    await wall.card("1")
    await wall.rest()
    await wall.vote()
    wall.outlet.hangs = asyncio.Event()
    redrawing = asyncio.create_task(wall.redraw())
    await until(wall.outlet.has_tried)
    await wall.vote()
    wall.outlet.hangs.set()
    await redrawing
    await wall.rest()
    assert await wall.redraw() == ["1"]
    assert "2 votes so far" in str(wall.outlet.edits[-1][1].blocks)


async def test_a_store_that_does_not_answer_is_waited_out(
    wall: Wall, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.redrawing.IDLE", 0.0)
    await wall.card("1")
    await wall.rest()
    await wall.vote()
    read, troubles = wall.desk.store.read, [StoreUnreachable("away")] * 3

    async def shaky(*args: object, **kwargs: object) -> object:
        if troubles:
            raise troubles.pop()
        return await read(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(wall.desk.store, "read", shaky)
    running = asyncio.create_task(wall.redrawer.run())
    await until(wall.outlet.has_tried)
    running.cancel()
    assert "cards grow old" in caplog.text


async def test_an_answer_stands_where_it_cannot_be_noted(
    wall: Wall, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    found = await wall.desk.store.read(facts.card, wall.works[0], facts.NOBODY)
    assert found is not None
    card = await wall.desk.card(found)

    async def refuse(*args: object, **kwargs: object) -> object:
        raise StoreUnreachable("the disk is away")

    monkeypatch.setattr(wall.desk.store, "write", refuse)
    await wall.desk.posted(ANN, "1", card)
    await wall.desk.replaced(ANN, "1", Reply(()))
    assert "the disk is away" in caplog.text
    assert await wall.standing() == 0


@pytest.mark.parametrize("kept", [0, 2])
async def test_no_more_cards_are_redrawn_than_the_setting_says(
    wall: Wall, monkeypatch: pytest.MonkeyPatch, kept: int
) -> None:
    monkeypatch.setattr("bot.redrawing.IDLE", 0.0)
    for message in ("1", "2", "3"):
        await wall.card(message)
    await wall.rest()
    await wall.vote()
    redrawer = Redrawer(replace(wall.desk, cards_kept=kept), wall.outlet)
    running = asyncio.create_task(redrawer.run())

    async def trimmed() -> bool:
        return await wall.standing() == kept and len(wall.outlet.edited) == kept

    await until(trimmed)
    running.cancel()
    assert wall.outlet.edited == ["3", "2"][:kept]


async def test_a_served_platform_s_cards_are_redrawn_beside_its_alerts(
    wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    async with telegram_world() as world:
        api = world.base_url.removesuffix("/bot")
        serving = asyncio.create_task(
            keep_serving(wall.desk, "Telegram", lambda: serve(wall.desk, world.token, api))
        )
        try:
            ann = world.user("Ann")
            card = await ann.say(world.private(ann), "/review Parasite")
            await world.settled()
            await wall.rest()
            await wall.vote()
            await world.wait_for(lambda: "1 vote so far" in card.text, awaited="the redrawn card")
        finally:
            serving.cancel()
            await asyncio.wait({serving})


def _works() -> Unit[list[WorkId]]:
    rows = yield "SELECT id FROM works ORDER BY id", ()
    return [WorkId(number) for (number,) in rows]


def _edition(work: WorkId) -> Unit[int]:
    rows = yield "SELECT edition FROM tallies WHERE work_id = ?", (work,)
    return int(rows[0][0])


def _count() -> Unit[int]:
    rows = yield "SELECT COUNT(*) FROM cards", ()
    return int(rows[0][0])


def _details(work: WorkId) -> Unit[str]:
    rows = yield "SELECT details FROM works WHERE id = ?", (work,)
    return str(rows[0][0])


def _damage(work: WorkId, details: str) -> Unit[None]:
    yield "UPDATE works SET details = ? WHERE id = ?", (details, work)
