"""The inspector finds nothing in the bot's forms, whatever the review says: modals, and sheets."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.actions import FillIn, HandIn, Pick
from bot.commands import edit, forms
from bot.platforms.discord.modals import draw_form, filled_in
from bot.playground.inspecting import inspect_discord
from bot.replies import Form, Reply
from bot.rules.drafts import Evidence
from bot.rules.editing import DETAILS, PARTS
from storage import Manuscript
from tests.desks import desk_in, request
from tests.platforms import records
from tests.playground.inspected import CALLBACK, Json, spoiled
from tests.playground.test_inspecting import inspections
from tests.rules.test_editing import KNOWN

ORIGINS = st.sampled_from(["structured", "head", "feed", "text", "assistant", "editor"])
EVIDENCE = st.builds(Evidence, words=records.text, origin=ORIGINS, sure=st.floats(0, 1))
MANUSCRIPTS = st.builds(
    Manuscript,
    review=records.review,
    work=records.work,
    evidence=st.dictionaries(st.sampled_from(sorted(DETAILS)), EVIDENCE, max_size=8),
)


def is_storable(form: Form) -> bool:
    """Whether it is text in Unicode: half a character never comes as far as the store."""
    said = (form.title, form.note, *(field.value + field.doubtful for field in form.fields))
    return not any("\ud800" <= character <= "\udfff" for character in "".join(said))


@st.composite
def all_forms(draw: st.DrawFn) -> Form:
    """A part of a review's form, as it opens or as it comes back."""
    known, part = draw(MANUSCRIPTS), draw(st.integers(0, len(PARTS) - 1))
    form = edit.form_of(known, part)
    note = draw(records.text)
    return Form(form.title, form.does, form.fields, note) if note else form


async def modal(form: Form) -> Json:
    return {"type": 9, "data": draw_form(form).to_dict()}


@given(form=all_forms())
@settings(max_examples=40)
async def test_a_modal_has_no_problems(form: Form) -> None:
    inspection = inspect_discord(CALLBACK, await modal(form))
    assert inspection.problems == ()
    assert filled_in(draw_form(form).to_dict())[1].keys() <= {field.name for field in form.fields}


@given(form=all_forms().filter(is_storable))
@settings(max_examples=8, suppress_health_check=list(HealthCheck), deadline=None)
def test_a_sheet_and_its_questions_have_no_problems(form: Form, tmp_path: Path) -> None:
    for reply in asyncio.run(shown(form, tmp_path)):
        assert [inspection.problems for inspection in inspections(reply) if inspection.problems] == []


async def shown(form: Form, folder: Path) -> list[Reply]:
    """Everything that an editor sees who lays out a form, presses each button of it, and answers."""
    async with desk_in(folder) as desk:
        sheet = await forms.lay_out(desk, request(), form)
        seen: list[Reply | None] = [sheet, await forms.set_aside(desk, request(), form)]
        for button in (button for row in sheet.rows for button in row):
            match button.does:
                case FillIn() as action:
                    seen.append((await forms.fill_in(desk, request(), action)).reply)
                    seen.append(await forms.hear(desk, request(), form.fields[action.field].value or "-"))
                case Pick() as action:
                    seen.append((await forms.pick(desk, request(), action)).card)
                case HandIn() as action:
                    done = await forms.hand_in(desk, request(), action)
                    seen += [done.card, done.reply]
    return list(filter(None, seen))


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"data.title": "w" * 46}, "data.title"),
        ({"data.components": []}, "data.components"),
        ({"data.components[0].label": "w" * 46}, "data.components[0].label"),
        ({"data.components[0].component.max_length": 1}, "data.components[0].component.value"),
        ({"data.components[1].component.custom_id": "title"}, "data.components[1].component.custom_id"),
        ({"data.components[1].component.options[1].default": True}, "data.components[1].component.options"),
    ],
)
async def test_a_form_that_discord_would_refuse_is_named(changes: dict[str, Any], problem: str) -> None:
    payload = await modal(edit.form_of(KNOWN, 1))
    assert inspect_discord(CALLBACK, payload).problems == ()
    found = inspect_discord(CALLBACK, spoiled(payload, changes)).problems
    assert any(each.startswith(problem) for each in found), found
