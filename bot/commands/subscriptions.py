"""/subscriptions: a panel of what this place hears of, with pause, resume and remove."""

from bot.actions import Mute, Panel, Pause, Remove, Resume
from bot.cards import clean
from bot.commands.command import Command, Desk
from bot.commands.subscribe import MANAGERS_ONLY
from bot.replies import Ask, Button, Heading, Note, Paragraph, Points, Pressed, Reply, Span, line
from bot.requests import Request
from storage import Subscription, SubscriptionId, subscriptions

PAGE = 5
GONE = "That subscription is not here any more."


async def panel(desk: Desk, request: Request, words: str) -> Reply:
    """What this place is subscribed to."""
    return await _page(desk, request, 0)


async def turn(desk: Desk, request: Request, action: Panel) -> Pressed:
    """Another page of the panel."""
    return Pressed(card=await _page(desk, request, action.page))


async def pause(desk: Desk, request: Request, action: Pause) -> Pressed:
    """Pause one of this place's subscriptions."""
    found, refusal = await _own(desk, request, action.subscription)
    if found is None:
        return refusal
    await desk.store.write(subscriptions.pause, found.id, request.now)
    return Pressed(f"⏸ Paused: {_name(found)}", card=await _page(desk, request, 0))


async def resume(desk: Desk, request: Request, action: Resume) -> Pressed:
    """Resume one of this place's subscriptions."""
    found, refusal = await _own(desk, request, action.subscription)
    if found is None:
        return refusal
    await desk.store.write(subscriptions.resume, found.id)
    return Pressed(f"🔔 On again: {_name(found)}", card=await _page(desk, request, 0))


async def remove(desk: Desk, request: Request, action: Remove) -> Pressed:
    """Remove one of this place's subscriptions."""
    found, refusal = await _own(desk, request, action.subscription)
    if found is None:
        return refusal
    await desk.store.write(subscriptions.remove, found.id)
    return Pressed(f"Removed: {_name(found)}", card=await _page(desk, request, 0))


async def mute(desk: Desk, request: Request, action: Mute) -> Pressed:
    """Pause the subscription that brought an alert."""
    found, refusal = await _own(desk, request, action.subscription)
    if found is None:
        return refusal
    await desk.store.write(subscriptions.pause, found.id, request.now)
    return Pressed(f"🔕 Muted: {_name(found)}. /subscriptions brings it back.")


async def _own(
    desk: Desk, request: Request, subscription: SubscriptionId
) -> tuple[Subscription | None, Pressed]:
    found = await desk.store.read(subscriptions.get, subscription)
    if found is None:
        return None, Pressed(GONE)
    here, there = request.place, found.place
    if (here.platform, here.chat, here.thread) != (there.platform, there.chat, there.thread):
        return None, Pressed("That subscription belongs to another chat.")
    if not request.manages:
        return None, Pressed(MANAGERS_ONLY)
    return found, Pressed()


async def _page(desk: Desk, request: Request, page: int) -> Reply:
    if not request.manages:
        return Reply((Paragraph(MANAGERS_ONLY),), private=True)
    found = await desk.store.read(subscriptions.of, request.place)
    if not found:
        return Reply(
            (
                Paragraph("No alerts are set up here."),
                Note(line(Ask("subscribe"), " starts one: of everything, a title, a genre, a person.")),
            ),
            private=True,
        )
    last = (len(found) - 1) // PAGE
    page = min(page, last)
    shown = found[page * PAGE : (page + 1) * PAGE]
    rows = [_buttons(each) for each in shown]
    if last:
        others = [(page - 1, "◀ Back"), (page + 1, "More ▶")]
        rows.append(tuple(Button(label, Panel(to)) for to, label in others if 0 <= to <= last))
    lines: tuple[Span, ...] = tuple(_line(each) for each in shown)
    return Reply((Heading("Alerts here"), Points(lines, mark="")), tuple(rows), private=True)


def _line(found: Subscription) -> str:
    return f"⏸ {_name(found)} (paused)" if found.paused else f"🔔 {_name(found)}"


def _buttons(found: Subscription) -> tuple[Button, ...]:
    name = clean(found.name, 24)
    toggle = (
        Button(f"▶ Resume {name}", Resume(found.id))
        if found.paused
        else Button(f"⏸ Pause {name}", Pause(found.id))
    )
    return toggle, Button("✖ Remove", Remove(found.id), style="danger")


def _name(found: Subscription) -> str:
    return clean(found.name, 80)


COMMAND = Command("subscriptions", "What this chat hears of: pause, resume, remove", panel, manages=True)
