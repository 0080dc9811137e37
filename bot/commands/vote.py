"""Voting in half stars with a card's buttons: cast, change, take back."""

from dataclasses import replace

from bot.actions import Unvote, Vote
from bot.cards import receipt, title_of
from bot.commands.command import Desk
from bot.commands.review import GONE, told_of
from bot.replies import Pressed
from bot.requests import Request
from storage import votes


async def cast(desk: Desk, request: Request, action: Vote) -> Pressed:
    """Make this the presser's one vote on the work."""
    return await _vote(desk, request, action, action.value)


async def take_back(desk: Desk, request: Request, action: Unvote) -> Pressed:
    """Remove the presser's vote on the work."""
    return await _vote(desk, request, action, None)


async def _vote(desk: Desk, request: Request, action: Vote | Unvote, value: int | None) -> Pressed:
    done = await desk.store.write(votes.cast, request.who, action.work, value, request.now, desk.store.ids())
    found = await told_of(desk, request, action.work, action.told)
    if done is None or found is None:
        return Pressed(notice=GONE)
    notice = receipt(title_of(found.work), done)
    if done.now == done.before:
        return Pressed(notice=notice)
    # The card shows at least this vote, also where a reader still sees the moment before it.
    found = replace(found, tally=done.tally, community=done.community, own=done.now, edition=done.edition)
    return Pressed(notice=notice, card=await desk.card(found, action.alert))
