"""/feeds: the feeds that are followed, for editors: how they fare, pause, resume, read now, add one."""

from collections.abc import Callable

from bot.actions import FeedNow, FeedOff, FeedOn, FeedPanel
from bot.cards import clean
from bot.commands.command import Argument, Command, Desk
from bot.commands.editors import NOT_AN_EDITOR, for_editors, is_editor
from bot.replies import Ask, Block, Button, Choice, Heading, Note, Paragraph, Points, Pressed, Reply, line
from bot.requests import Request
from bot.rules.addresses import web_address
from bot.rules.followed_feeds import LATELY_SECONDS, ailments, news_of, state_of
from storage import entries, feeds
from storage.engine import Unit
from storage.feeds import Feed

Change = Callable[[int, int], Unit[None]]

PAGE = 4
GONE = "That feed is not followed any more."
NO_ADDRESS = "That is no web address; one looks like https://example.org/feed."


async def panel(desk: Desk, request: Request, words: str) -> Reply:
    """The feeds; with an address behind it, one more."""
    if not is_editor(desk, request):
        return for_editors(request)
    return await _added(desk, request, words) if words else await _page(desk, 0)


async def turn(desk: Desk, request: Request, action: FeedPanel) -> Pressed:
    """Another page of the feeds."""
    if not is_editor(desk, request):
        return Pressed(NOT_AN_EDITOR)
    return Pressed(card=await _page(desk, action.page))


async def pause(desk: Desk, request: Request, action: FeedOff) -> Pressed:
    """Read a feed no more for now."""
    return await _changed(desk, request, action.feed, feeds.pause, "⏸ Paused: {}")


async def resume(desk: Desk, request: Request, action: FeedOn) -> Pressed:
    """Read a paused feed again."""
    return await _changed(desk, request, action.feed, feeds.resume, "▶ On again: {}")


async def read_now(desk: Desk, request: Request, action: FeedNow) -> Pressed:
    """Read a feed in a moment, whenever it would be due."""
    return await _changed(desk, request, action.feed, feeds.hurry, "I read {} in a moment.", redraw=False)


async def _changed(
    desk: Desk, request: Request, number: int, change: Change, said: str, *, redraw: bool = True
) -> Pressed:
    """Change the feed of a button, where an editor pressed it; `said` has room for the feed's name."""
    if not is_editor(desk, request):
        return Pressed(NOT_AN_EDITOR)
    feed = await desk.store.read(feeds.get, number)
    if feed is None:
        return Pressed(GONE)
    await desk.store.write(change, feed.id, request.now)
    return Pressed(said.format(_name(feed)), card=await _page(desk, 0) if redraw else None)


async def _added(desk: Desk, request: Request, words: str) -> Reply:
    address = web_address(words)
    if not address:
        return Reply((Paragraph(NO_ADDRESS),), private=True)
    added_by = f"{request.who.platform}:{request.who.number}"
    feed = await desk.store.read(feeds.at, address)
    if feed is not None:
        return Reply((Paragraph(f"That feed is followed already: {_name(feed)}"),), private=True)
    await desk.store.write(feeds.add, address, "draft", added_by, desk.store.ids(), request.now, request.now)
    return Reply(
        (
            Paragraph("Added. I will read it in a moment; what is there already brings no reviews."),
            Note(line("New ones become drafts. ", Ask("feeds"), " shows how it fares.")),
        ),
        private=True,
    )


async def _page(desk: Desk, page: int) -> Reply:
    found = await desk.store.read(feeds.followed)
    if not found:
        hint = line(Ask("feeds", "https://…"), " follows one: RSS, Atom or JSON Feed.")
        return Reply((Paragraph("No feed is followed yet."), Note(hint)), private=True)
    last = (len(found) - 1) // PAGE
    page = min(page, last)
    shown = found[page * PAGE : (page + 1) * PAGE]
    blocks: list[Block] = [Heading("Feeds")]
    for feed in shown:
        counts = await desk.store.read(entries.counts, feed.id)
        wrong = (clean(each, 200) for each in ailments(feed, desk.now()))
        told = state_of(feed, counts, desk.now())
        news = news_of(await desk.store.read(feeds.last_event, feed.id, desk.now() - LATELY_SECONDS))
        lately = (f"ℹ {clean(news, 300)}",) if news else ()
        blocks.append(Points((f"{_name(feed)}: {told}", *lately, *(f"⚠ {each}" for each in wrong)), mark=""))
    rows = [_buttons(feed) for feed in shown]
    others = [(page - 1, "◀ Back"), (page + 1, "More ▶")]
    if last:
        rows.append(tuple(Button(label, FeedPanel(to)) for to, label in others if 0 <= to <= last))
    return Reply(tuple(blocks), tuple(rows), private=True)


def _buttons(feed: Feed) -> tuple[Button, ...]:
    name = clean(feed.title or feed.address.partition("://")[2], 24)
    if feed.paused_at is not None:
        return (Button(f"▶ Resume {name}", FeedOn(feed.id)),)
    return Button(f"⏸ Pause {name}", FeedOff(feed.id)), Button("Read now", FeedNow(feed.id))


def _name(feed: Feed) -> str:
    return clean(feed.title or feed.address, 80)


async def _suggest(desk: Desk, request: Request, typed: str) -> list[Choice]:
    return []


COMMAND = Command(
    "feeds",
    "For editors: the feeds that reviews come from",
    panel,
    Argument("address", "The address of a feed to follow, https://…", _suggest),
)
