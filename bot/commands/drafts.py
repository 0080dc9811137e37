"""/drafts: what came in and waits for an editor."""

from dataclasses import replace

from bot.actions import Drafts, Inspect, IsAbout, Publish, Retract
from bot.cards import clean, title_of
from bot.commands.command import Command, Desk
from bot.commands.editors import (
    GONE,
    NOT_AN_EDITOR,
    changed_meanwhile,
    desk_view,
    doubts,
    editor_of,
    for_editors,
    is_editor,
    named,
    standing,
)
from bot.replies import Ask, Button, Heading, Note, Paragraph, Points, Pressed, Reply, line
from bot.requests import Request
from bot.rules.editing import about
from storage import Manuscript, editing

PAGE = 4


async def list_drafts(desk: Desk, request: Request, words: str) -> Reply:
    """The newest drafts, each with its buttons."""
    return await page_of(desk, 0) if is_editor(desk, request) else for_editors(request)


async def turn(desk: Desk, request: Request, action: Drafts) -> Pressed:
    """Another page of the list."""
    if not is_editor(desk, request):
        return Pressed(NOT_AN_EDITOR)
    return Pressed(card=await page_of(desk, action.page))


async def inspect(desk: Desk, request: Request, action: Inspect) -> Pressed:
    """One review in the place of the list."""
    if not is_editor(desk, request):
        return Pressed(NOT_AN_EDITOR)
    known = await desk.store.read(editing.manuscript, action.review)
    return Pressed(card=desk_view(known)) if known else Pressed(GONE)


async def say_which_work(desk: Desk, request: Request, action: IsAbout) -> Pressed:
    """The review is about this one of the works that it could be about."""
    if not is_editor(desk, request):
        return Pressed(NOT_AN_EDITOR)
    known = await desk.store.read(editing.manuscript, action.review)
    meant = next((work for work in known.could_be if work.id == action.work), None) if known else None
    if known is None or meant is None:
        return await standing(desk, action.review, "Which one it is has been settled already.")
    wanted = about(replace(known, review=replace(known.review, revision=action.revision)), meant)
    done = await desk.store.write(editing.correct, wanted, editor_of(request), desk.store.ids, desk.now())
    await desk.catalogue.refresh()
    if done.outcome != "done":
        said = f"{await changed_meanwhile(desk, action.review)} Look at it again first."
    else:
        said = f"🎬 It is about {title_of(meant)}."
    return await standing(desk, action.review, said)


async def page_of(desk: Desk, page: int) -> Reply:
    """A page of the list, counted from 0; the first one where there is none of this number."""
    found = await desk.store.read(editing.drafts, min(page, 2**31) * PAGE, PAGE + 1)
    if not found and page:
        return await page_of(desk, 0)
    if not found:
        return Reply(
            (
                Paragraph("No draft waits."),
                Note(line(Ask("import"), " makes drafts of a page, a text or a file. ", Ask("edit"),
                          " corrects what is published.")),
            ),
            private=True,
        )  # fmt: skip
    rows = [_buttons(each) for each in found[:PAGE]]
    turns = [("◀ Newer", page - 1, page > 0), ("Older ▶", page + 1, len(found) > PAGE)]
    if any(there for _, _, there in turns):
        rows.append(tuple(Button(label, Drafts(to)) for label, to, there in turns if there))
    lines = tuple(line(_about(each)) for each in found[:PAGE])
    return Reply((Heading("Drafts"), Points(lines)), tuple(rows), private=True)


def _about(known: Manuscript) -> str:
    alike = f"{len(known.could_be)} are called that" if known.could_be else ""
    parts = (named(_unguessed(known)), known.review.score_text, doubts(known), alike)
    return " · ".join(part for part in parts if part)


def _unguessed(known: Manuscript) -> Manuscript:
    """Without the year of one of several works, where nobody has said yet that it is about that one."""
    return replace(known, work=replace(known.work, year=None)) if known.could_be else known


def _buttons(known: Manuscript) -> tuple[Button, ...]:
    review = known.review
    return (
        Button(f"Open {clean(title_of(_unguessed(known).work), 30)}", Inspect(review.id)),
        Button("✅ Publish", Publish(review.id, review.revision), style="main"),
        Button("🗑 Discard", Retract(review.id, review.revision), style="danger"),
    )


COMMAND = Command("drafts", "For editors: reviews that wait to be published", list_drafts)
