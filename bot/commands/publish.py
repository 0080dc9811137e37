"""/publish [TITLE]: lets a draft or a retracted review out, and tells those who wanted to know."""

from bot.actions import Publish
from bot.commands.command import Argument, Command, Desk
from bot.commands.drafts import page_of
from bot.commands.editors import (
    NOT_AN_EDITOR,
    changed_meanwhile,
    choose,
    editor_of,
    for_editors,
    is_editor,
    manuscripts,
    named,
    standing,
)
from bot.commands.titles import suggest_titles
from bot.replies import Button, Pressed, Reply
from bot.requests import Request
from bot.rules.drafts import FRESH_SECONDS
from bot.rules.wording import plural
from storage import Manuscript, editing


async def publish(desk: Desk, request: Request, words: str) -> Reply:
    """Publish the review that is meant; without words, the drafts to choose from."""
    if not is_editor(desk, request):
        return for_editors(request)
    if not words.strip():
        return await page_of(desk, 0)
    found = await manuscripts(desk, words, "draft", "retracted")
    if isinstance(found, Reply):
        return found
    if len(found.reviews) > 1 or not found.surely:
        return choose(found.reviews, _button)
    done = await press_publish(desk, request, _does(found.reviews[0]))
    return done.card or Reply(())


async def press_publish(desk: Desk, request: Request, action: Publish) -> Pressed:
    """Publish a review, as it was when the button was made."""
    if not is_editor(desk, request):
        return Pressed(NOT_AN_EDITOR)
    done = await desk.store.write(
        editing.publish, action.review, action.revision, editor_of(request), desk.store.ids, desk.now(),
        FRESH_SECONDS,
    )  # fmt: skip
    match done.outcome:
        case "done":
            told = f"; {plural(done.alerts, 'alert')} to send" if done.alerts else ""
            said = f"✅ Published{told}."
        case "unclear":
            said = "Not published yet: first say which one it is about."
        case "already":
            said = "It is published already."
        case _:
            said = f"{await changed_meanwhile(desk, action.review)} Look at it again before you publish it."
    return await standing(desk, action.review, said)


def _does(known: Manuscript) -> Publish:
    return Publish(known.review.id, known.review.revision)


def _button(known: Manuscript) -> Button:
    return Button(f"✅ {named(known)}", _does(known), style="main")


COMMAND = Command(
    "publish",
    "For editors: publish a draft, or a retracted review again",
    publish,
    Argument("title", "The film or series that it is about", suggest_titles),
)
