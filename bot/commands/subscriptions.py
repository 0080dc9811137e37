"""/subscriptions: a panel of what this place hears of, with pause, resume and remove."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from bot.actions import Mute, Panel, Pause, Remove, Resume
from bot.cards import clean
from bot.commands.command import Command, Desk
from bot.commands.subscribe import MANAGERS_ONLY
from bot.replies import Ask, Button, Heading, Note, Paragraph, Points, Pressed, Reply, Span, line
from bot.requests import Request
from storage import Subscription, subscriptions
from storage.engine import Unit

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
    pause_it = partial(subscriptions.pause, action.subscription, request.now)
    return await _change(desk, request, action, pause_it, "⏸ Paused")


async def resume(desk: Desk, request: Request, action: Resume) -> Pressed:
    """Resume one of this place's subscriptions."""
    return await _change(
        desk, request, action, partial(subscriptions.resume, action.subscription), "🔔 On again"
    )


async def remove(desk: Desk, request: Request, action: Remove) -> Pressed:
    """Remove one of this place's subscriptions."""
    return await _change(desk, request, action, partial(subscriptions.remove, action.subscription), "Removed")


async def mute(desk: Desk, request: Request, action: Mute) -> Pressed:
    """Pause the subscription that brought an alert; the alert itself stays as it is."""
    pause_it = partial(subscriptions.pause, action.subscription, request.now)
    done = await _change(desk, request, action, pause_it, "🔕 Muted (/subscriptions brings it back)")
    return replace(done, card=None)


async def _change(
    desk: Desk,
    request: Request,
    action: Pause | Resume | Remove | Mute,
    change: Callable[[], Unit[None]],
    done: str,
) -> Pressed:
    found = await desk.store.read(subscriptions.get, action.subscription)
    refusal = _refusal(request, found)
    if found is None or refusal:
        return Pressed(refusal)
    await desk.store.write(change)
    return Pressed(f"{done}: {_name(found)}", card=await _page(desk, request, 0))


def _refusal(request: Request, found: Subscription | None) -> str:
    if found is None:
        return GONE
    here, there = request.place, found.place
    if (here.platform, here.chat, here.thread) != (there.platform, there.chat, there.thread):
        return "That subscription belongs to another chat."
    return "" if request.manages else MANAGERS_ONLY


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
