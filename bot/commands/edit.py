"""/edit TITLE: a review's form as it stands; what is in doubt comes first, with what it rests on."""

from collections.abc import Mapping
from dataclasses import replace

from bot.actions import Edit
from bot.commands.command import Argument, Command, Desk
from bot.commands.editors import (
    GONE,
    NOT_AN_EDITOR,
    changed_meanwhile,
    choose,
    desk_view,
    editor_of,
    for_editors,
    is_editor,
    manuscripts,
    named,
    rests_on,
)
from bot.commands.titles import suggest_titles
from bot.replies import Ask, Button, Choice, Field, Form, Paragraph, Pressed, Reply, line
from bot.requests import Request
from bot.rules.editing import DETAILS, PARTS, asked_in, basis, corrected, doubtful, texts
from storage import Manuscript, editing


async def edit(desk: Desk, request: Request, words: str) -> Reply | Form:
    """The form of the review that is meant."""
    if not is_editor(desk, request):
        return for_editors(request)
    if not words.strip():
        return Reply(
            (Paragraph(line("Which review? For example ", Ask("edit", "Ballerina"), ".")),), private=True
        )
    found = await manuscripts(desk, words, "draft", "published", "retracted")
    if isinstance(found, Reply):
        return found
    alone = len(found.reviews) == 1 and found.surely
    return form_of(found.reviews[0], 0) if alone else choose(found.reviews, _button)


async def open_form(desk: Desk, request: Request, action: Edit) -> Pressed:
    """A part of a review's form, as the review stands now."""
    if not is_editor(desk, request):
        return Pressed(NOT_AN_EDITOR)
    known = await desk.store.read(editing.manuscript, action.review)
    if known is None or action.part >= len(PARTS):
        return Pressed(GONE)
    return Pressed(form=form_of(known, action.part))


async def take(desk: Desk, request: Request, action: Edit, values: Mapping[str, str]) -> Pressed:
    """Correct the review as the form was filled in; what cannot be taken comes back as it was written."""
    if not is_editor(desk, request):
        return Pressed(NOT_AN_EDITOR)
    known = await desk.store.read(editing.manuscript, action.review)
    if known is None or action.part >= len(PARTS):
        return Pressed(GONE)
    wanted = corrected(known, values)
    if isinstance(wanted, dict):
        wrong = "; ".join(f"{DETAILS[name].label} {why}" for name, why in wanted.items())
        return Pressed(form=_again(known, action, values, f"Not saved yet: {wrong}."))
    if wanted.fields and known.review.revision != action.revision:
        return await _too_late(desk, known, action, values)
    done = await desk.store.write(editing.correct, wanted, editor_of(request), desk.store.ids, desk.now())
    if done.outcome == "changed":
        return await _too_late(desk, known, action, values)
    await desk.catalogue.refresh()
    now = await desk.store.read(editing.manuscript, action.review)
    if now is None:
        return Pressed(GONE)
    return Pressed(reply=desk_view(now, "✏ Saved." if done.outcome == "done" else "It says so already."))


def form_of(known: Manuscript, part: int) -> Form:
    """A part of the form, filled in as the review stands."""
    now, doubt = texts(known), doubtful(known.evidence)
    return Form(
        title=f"Edit {named(known)}",
        does=Edit(known.review.id, known.review.revision, part),
        fields=tuple(
            _field(known, name, now[name], name in doubt) for name in asked_in(part, known.evidence)
        ),
    )


def _field(known: Manuscript, name: str, value: str, doubt: bool) -> Field:
    detail, rests = DETAILS[name], basis(known.evidence, name)
    return Field(
        name=name,
        label=detail.label,
        value=value,
        hint=detail.hint,
        limit=max(detail.limit, len(value)),
        long=detail.long,
        required=detail.required,
        choices=tuple(Choice(label, value) for value, label in detail.choices),
        hidden=name == "spoilers",
        doubtful=f"Rests on {rests_on(rests)}" if doubt and rests else "",
    )


async def _too_late(desk: Desk, known: Manuscript, action: Edit, values: Mapping[str, str]) -> Pressed:
    now = await desk.store.read(editing.manuscript, known.review.id)
    if now is None:
        return Pressed(GONE)
    said = f"{await changed_meanwhile(desk, known.review.id)} Nothing was saved; what you wrote is kept."
    return Pressed(form=_again(now, action, values, said))


def _again(known: Manuscript, action: Edit, values: Mapping[str, str], note: str) -> Form:
    """The form with what was written, and what stands now beside it where that differs."""
    now = texts(known)
    names = [name for name in values if name in DETAILS]
    fields = [_field(known, name, values[name], doubt=False) for name in names]
    compared = [
        field if field.value == now[field.name] else replace(field, hint=f"Now: {now[field.name] or 'empty'}")
        for field in fields
    ]
    return Form(
        f"Edit {named(known)}", Edit(action.review, known.review.revision, action.part), tuple(compared), note
    )


def _button(known: Manuscript) -> Button:
    return Button(f"✏ {named(known)}", Edit(known.review.id, known.review.revision, 0))


COMMAND = Command(
    "edit",
    "For editors: correct a review, a draft too",
    edit,
    Argument("title", "The film or series that it is about", suggest_titles),
)
