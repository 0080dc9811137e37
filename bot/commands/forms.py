"""Forms where the platform draws none: a sheet with a button for each field, kept in the store.

Also what any platform does with a form that it cannot open just then: it is set aside, with a button.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from bot.actions import Action, Edit, FillIn, HandIn, Paste, Pick, PutAway, Reopen, pack, unpack
from bot.cards import clean
from bot.commands import edit, importing
from bot.commands.command import Desk
from bot.replies import (
    Bold,
    Button,
    Code,
    Field,
    Form,
    Heading,
    Note,
    Paragraph,
    Points,
    Pressed,
    Reply,
    Rows,
    Span,
    Spoiler,
    line,
)
from bot.requests import Request
from storage import sheets
from storage.sheets import Sheet

Take = Callable[[Desk, Request, Any, Mapping[str, str]], Awaitable[Pressed]]

ASKED_SECONDS = 3600
EMPTY = "-"
NOT_OPEN = "That form is not open any more."

FORMS: dict[type[Action], Take] = {Edit: edit.take, Paste: importing.take}
# What of a form's values an editor hands over, to be read before the form is taken.
BRINGS: dict[type[Action], Callable[[Mapping[str, str]], str]] = {Paste: importing.pasted}


async def lay_out(desk: Desk, request: Request, form: Form) -> Reply:
    """The form as a sheet, kept from now on."""
    return _drawn(await _kept(desk, request, form), form)


async def set_aside(desk: Desk, request: Request, form: Form) -> Reply:
    """A button that opens the form as it is filled in now."""
    sheet = await _kept(desk, request, form)
    again = Button("✏ Open the form", Reopen(sheet.id), style="main")
    return Reply((Heading(form.title), Paragraph(form.note or "Ready.")), ((again,),), private=True)


async def reopen(desk: Desk, request: Request, action: Reopen) -> Pressed:
    """Open a form that was set aside."""
    sheet = await _own(desk, request, action.sheet)
    return Pressed(form=_form(sheet)) if sheet else Pressed(NOT_OPEN)


async def fill_in(desk: Desk, request: Request, action: FillIn) -> Pressed:
    """Ask the presser to write what a field is to say."""
    sheet = await _own(desk, request, action.sheet)
    form = _form(sheet) if sheet else None
    if sheet is None or form is None or action.field >= len(form.fields):
        return Pressed(NOT_OPEN)
    await desk.store.write(sheets.ask, sheet, action.field, request.place.chat, desk.now())
    field = form.fields[action.field]
    empties = f" {EMPTY} empties it." if not field.required else ""
    now = (Paragraph(Code(field.value)),) if field.value else ()
    blocks = (Heading(f"Send me what “{field.label}” is to say"), Note(f"{field.hint}.{empties}"), *now)
    return Pressed(reply=Reply(blocks, private=True, asks=field.label))


async def hear(desk: Desk, request: Request, text: str) -> Reply | None:
    """What somebody wrote, where they were asked for a field: it is filled in. None: they were not asked."""
    since = desk.now() - ASKED_SECONDS
    sheet = await desk.store.read(sheets.asked, request.who, request.place.chat, since)
    if sheet is None or sheet.asked is None:
        return None
    return await _filled(desk, sheet, sheet.asked, "" if text.strip() == EMPTY else text)


async def pick(desk: Desk, request: Request, action: Pick) -> Pressed:
    """Take one of a field's choices."""
    sheet = await _own(desk, request, action.sheet)
    form = _form(sheet) if sheet else None
    if sheet is None or form is None or action.field >= len(form.fields):
        return Pressed(NOT_OPEN)
    choices = form.fields[action.field].choices
    if action.choice >= len(choices):
        return Pressed(NOT_OPEN)
    return Pressed(card=await _filled(desk, sheet, action.field, choices[action.choice].value))


async def hand_in(desk: Desk, request: Request, action: HandIn) -> Pressed:
    """Do what the form is for; what was wrong with it is said on the sheet."""
    sheet = await _own(desk, request, action.sheet)
    if sheet is None:
        return Pressed(NOT_OPEN)
    form = _form(sheet)
    values = {field.name: field.value for field in form.fields}
    pressed = await FORMS[type(form.does)](desk, request, form.does, values)
    if pressed.form is not None:
        await desk.store.write(sheets.fill, sheet, pack(pressed.form.does), _text(pressed.form), desk.now())
        return Pressed(card=_drawn(sheet, pressed.form))
    await desk.store.write(sheets.put_away, sheet.id)
    return replace(pressed, card=pressed.card or pressed.reply, reply=None)


async def put_away(desk: Desk, request: Request, action: PutAway) -> Pressed:
    """Forget the form and what was filled in."""
    sheet = await _own(desk, request, action.sheet)
    if sheet is None:
        return Pressed(NOT_OPEN)
    await desk.store.write(sheets.put_away, sheet.id)
    return Pressed(card=Reply((Paragraph("Nothing was changed."),), private=True))


async def _kept(desk: Desk, request: Request, form: Form) -> Sheet:
    sheet = Sheet(desk.store.ids(), request.who, pack(form.does), _text(form))
    await desk.store.write(sheets.lay, sheet, desk.now())
    return sheet


async def _own(desk: Desk, request: Request, number: int) -> Sheet | None:
    sheet = await desk.store.read(sheets.get, number)
    return sheet if sheet and sheet.owner == request.who else None


async def _filled(desk: Desk, sheet: Sheet, number: int, value: str) -> Reply:
    form = _form(sheet)
    fields = list(form.fields)
    fields[number] = replace(fields[number], value=value, doubtful="")
    filled = replace(form, fields=tuple(fields))
    if await desk.store.write(sheets.fill, sheet, sheet.does, _text(filled), desk.now()):
        return _drawn(sheet, filled)
    # Two answers at once: the other one was faster, and this one goes on top of it.
    now = await desk.store.read(sheets.get, sheet.id)
    return await _filled(desk, now, number, value) if now else Reply((Paragraph(NOT_OPEN),), private=True)


def _drawn(sheet: Sheet, form: Form) -> Reply:
    note = (Paragraph(f"⚠ {form.note}"),) if form.note else ()
    rows = [row for number, field in enumerate(form.fields) for row in _buttons(sheet, number, field)]
    done = (Button("✅ Save", HandIn(sheet.id), style="main"), Button("Leave as it was", PutAway(sheet.id)))
    return Reply(
        (Heading(form.title), *note, Points(tuple(map(_line, form.fields)), mark="")),
        (*rows, done),
        private=True,
    )


def _buttons(sheet: Sheet, number: int, field: Field) -> Rows:
    if not field.choices:
        return ((Button(f"✏ {field.label}", FillIn(sheet.id, number)),),)
    return (
        tuple(
            Button(
                f"{'● ' if choice.value == field.value else ''}{choice.label}", Pick(sheet.id, number, place)
            )
            for place, choice in enumerate(field.choices)
        ),
    )


def _line(field: Field) -> Span:
    chosen = {choice.value: choice.label for choice in field.choices}
    shown = clean(chosen.get(field.value, field.value), 300) or "—"
    mark = "⚠ " if field.doubtful else ""
    said = Spoiler(shown) if field.hidden and field.value else shown
    return line(mark, Bold(field.label), ": ", said, f" ({field.doubtful})" if field.doubtful else "")


@dataclass(frozen=True, slots=True)
class _Filled:
    """What a sheet keeps of a form beside the action that it is for."""

    title: str
    fields: tuple[Field, ...]
    note: str


@cache
def _text_form() -> TypeAdapter[_Filled]:
    return TypeAdapter(_Filled)


def _text(form: Form) -> str:
    return _text_form().dump_json(_Filled(form.title, form.fields, form.note)).decode()


def _form(sheet: Sheet) -> Form:
    filled = _text_form().validate_json(sheet.form)
    return Form(filled.title, unpack(sheet.does), filled.fields, filled.note)
