"""/retract TITLE: takes a review back; cards that show it say so, alerts not sent yet are stopped."""

from bot.actions import Inspect, Retract, TakeBack
from bot.commands.command import Argument, Command, Desk
from bot.commands.editors import (
    GONE,
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
from bot.replies import Ask, Button, Heading, Paragraph, Pressed, Reply, line
from bot.requests import Request
from bot.rules.wording import plural
from storage import Manuscript, editing


async def retract(desk: Desk, request: Request, words: str) -> Reply:
    """Ask whether the review that is meant is really to be taken back."""
    if not is_editor(desk, request):
        return for_editors(request)
    if not words.strip():
        return Reply(
            (Paragraph(line("Which review? For example ", Ask("retract", "Ballerina"), ".")),), private=True
        )
    found = await manuscripts(desk, words, "published")
    if isinstance(found, Reply):
        return found
    return _question(found.reviews[0]) if len(found.reviews) == 1 else choose(found.reviews, _button)


async def take_back(desk: Desk, request: Request, action: TakeBack) -> Pressed:
    """Ask the same of a review whose button was pressed."""
    if not is_editor(desk, request):
        return Pressed(NOT_AN_EDITOR)
    known = await desk.store.read(editing.manuscript, action.review)
    return Pressed(card=_question(known)) if known else Pressed(GONE)


async def press_retract(desk: Desk, request: Request, action: Retract) -> Pressed:
    """Take a review back or put a draft away, as it was when the button was made."""
    if not is_editor(desk, request):
        return Pressed(NOT_AN_EDITOR)
    done = await desk.store.write(
        editing.retract, action.review, action.revision, editor_of(request), desk.store.ids, desk.now()
    )
    match done.outcome:
        case "done":
            stopped = f"; {plural(done.alerts, 'alert')} stopped" if done.alerts else ""
            said = f"⛔ Taken back{stopped}. It can be published again."
        case "discarded":
            said = "🗑 The draft is discarded; no member has seen it. It can still be published."
        case "already":
            deed = await desk.store.read(editing.last_deed, action.review)
            said = f"It is {'discarded' if deed and deed.what == 'discarded' else 'taken back'} already."
        case _:
            said = f"{await changed_meanwhile(desk, action.review)} Look at it again before you take it back."
    return await standing(desk, action.review, said)


def _question(known: Manuscript) -> Reply:
    review = known.review
    return Reply(
        (
            Heading(f"Retract {named(known)}?"),
            Paragraph("Cards that show it will say so, and alerts that are not sent yet are stopped."),
        ),
        (
            (
                Button("⛔ Retract it", Retract(review.id, review.revision), style="danger"),
                Button("Leave it", Inspect(review.id)),
            ),
        ),
        private=True,
    )


def _button(known: Manuscript) -> Button:
    return Button(f"⛔ {named(known)}", TakeBack(known.review.id))


COMMAND = Command(
    "retract",
    "For editors: take a review back",
    retract,
    Argument("title", "The film or series that it is about", suggest_titles),
)
