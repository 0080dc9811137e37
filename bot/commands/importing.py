"""/import: an editor hands over a review, or a file of many, and sees the drafts that were made of it."""

from collections.abc import Mapping

from bot.actions import Drafts, Paste
from bot.commands.command import Argument, Command, Desk
from bot.commands.editors import GONE, NOT_AN_EDITOR, desk_view, for_editors, is_editor
from bot.replies import (
    Ask,
    Block,
    Button,
    Choice,
    Code,
    Field,
    Form,
    Heading,
    Note,
    Paragraph,
    Points,
    Pressed,
    Reply,
    line,
    say,
)
from bot.requests import Brought, Request
from storage import editing

LONGEST = 4000
_LABELS = ("The review's text", "… what did not fit above", "… and what did not fit there")
_HINTS = {1: "From its headline to its last line; an address alone will do too"}
_READS = "I read .txt, .md, .html, .csv, .json, Letterboxd's and WordPress's exports, and .zip of these."


async def bring(desk: Desk, request: Request, words: str) -> Reply | Form:
    """What became of what was handed over: the review as editors see it, or how many; else a form."""
    if not is_editor(desk, request):
        return for_editors(request)
    if desk.bring is None:
        return say("I read nothing here; ", Code("python -m bot import"), " does.", private=True)
    return await _told(desk, request.brought) if request.brought else _form()


async def open_form(desk: Desk, request: Request, action: Paste) -> Pressed:
    """The form that a review is pasted into."""
    return Pressed(form=_form()) if is_editor(desk, request) else Pressed(NOT_AN_EDITOR)


async def take(desk: Desk, request: Request, action: Paste, values: Mapping[str, str]) -> Pressed:
    """What became of the text that was pasted."""
    if not is_editor(desk, request):
        return Pressed(NOT_AN_EDITOR)
    if request.brought is None:
        return Pressed("There was nothing in it.")
    return Pressed(reply=await _told(desk, request.brought))


def pasted(values: Mapping[str, str]) -> str:
    """The text of a form that was filled in; a part ends where the one before had no room left."""
    parts = [values.get(f"text{number}", "") for number in range(1, len(_LABELS) + 1)]
    return "".join(part if len(part) == LONGEST else f"{part}\n\n" for part in parts if part).strip()


async def _told(desk: Desk, brought: Brought) -> Reply:
    if brought.review:
        known = await desk.store.read(editing.manuscript, brought.review)
        return desk_view(known, brought.said) if known else say(GONE, private=True)
    blocks: list[Block] = [Paragraph(brought.said)]
    if brought.refused:
        blocks.append(Points(brought.refused, mark="⚠"))
    if brought.drafts:
        blocks.append(Note(line(Ask("drafts"), " shows what waits; members see nothing of it before that.")))
    rows = ((Button("🗂 All drafts", Drafts(0), style="main"),),) if brought.drafts else ()
    return Reply(tuple(blocks), rows, private=True)


def _form() -> Form:
    fields = tuple(
        Field(
            f"text{number}", label, hint=_HINTS.get(number, ""), limit=LONGEST, long=True, required=number < 2
        )
        for number, label in enumerate(_LABELS, 1)
    )
    return Form("Import a review", Paste(), fields, instead=_how())


def _how() -> Reply:
    """What can be handed over, where there is no form for it."""
    ways = (
        line("its address: ", Ask("import", "https://…")),
        line("its text, behind ", Ask("import"), ", or ", Ask("import"), " in answer to it"),
        line("a file with the caption ", Ask("import"), ", or ", Ask("import"), " in answer to it"),
    )
    return Reply((Heading("Hand a review over"), Points(ways), Note(_READS)), private=True)


async def _suggest(desk: Desk, request: Request, typed: str) -> list[Choice]:
    return []


COMMAND = Command(
    "import",
    "For editors: make drafts of a page, a text or a file",
    bring,
    Argument("address", "A page's address, https://…; with neither this nor a file, a text", _suggest),
    brings=True,
)
