"""The bot's whole surface: every command and what every button does, the same on all platforms."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot import actions
from bot.actions import Action
from bot.commands import (
    drafts,
    edit,
    feeds,
    forms,
    history,
    importing,
    lists,
    publish,
    recommend,
    retract,
    review,
    setup,
    status,
    subscribe,
    subscriptions,
    vote,
)
from bot.commands import help as helping
from bot.commands.command import Argument, Command, Desk
from bot.replies import Pressed
from bot.requests import Request

Press = Callable[[Desk, Request, Any], Awaitable[Pressed]]

COMMANDS: tuple[Command, ...] = (
    review.COMMAND,
    recommend.COMMAND,
    lists.TOP_COMMAND,
    lists.LATEST_COMMAND,
    lists.RANDOM_COMMAND,
    subscribe.COMMAND,
    subscriptions.COMMAND,
    setup.COMMAND,
    drafts.COMMAND,
    publish.COMMAND,
    edit.COMMAND,
    retract.COMMAND,
    history.COMMAND,
    feeds.COMMAND,
    status.COMMAND,
    importing.COMMAND,
    helping.COMMAND,
    helping.START,
)

PRESSES: dict[type[Action], Press] = {
    actions.FeedPanel: feeds.turn,
    actions.FeedOff: feeds.pause,
    actions.FeedOn: feeds.resume,
    actions.FeedNow: feeds.read_now,
    actions.Show: review.show,
    actions.Namesakes: review.show_namesakes,
    actions.Vote: vote.cast,
    actions.Unvote: vote.take_back,
    actions.Spoilers: review.show_spoilers,
    actions.Similar: recommend.more_like,
    actions.AlertMe: subscribe.alert_me,
    actions.Subscribe: subscribe.subscribe_here,
    actions.SubscribeMe: subscribe.subscribe_me,
    actions.Pause: subscriptions.pause,
    actions.Resume: subscriptions.resume,
    actions.Remove: subscriptions.remove,
    actions.Mute: subscriptions.mute,
    actions.Panel: subscriptions.turn,
    actions.Suggest: recommend.suggest_next,
    actions.Surprise: lists.surprise,
    actions.Latest: lists.show_latest,
    actions.Drafts: drafts.turn,
    actions.Inspect: drafts.inspect,
    actions.Edit: edit.open_form,
    actions.IsAbout: drafts.say_which_work,
    actions.Publish: publish.press_publish,
    actions.TakeBack: retract.take_back,
    actions.Retract: retract.press_retract,
    actions.Reopen: forms.reopen,
    actions.FillIn: forms.fill_in,
    actions.Pick: forms.pick,
    actions.HandIn: forms.hand_in,
    actions.PutAway: forms.put_away,
    actions.Paste: importing.open_form,
}

__all__ = ["COMMANDS", "PRESSES", "Argument", "Command", "Desk", "Press"]
