"""Draws forms as Discord's modals, and reads what comes back of them."""

from collections.abc import Iterator, Mapping
from typing import Any

import discord
from discord import ui

from bot.actions import pack
from bot.platforms.discord.limits import (
    CHOICE,
    FIELD_HINT,
    INPUT_LABEL,
    INPUT_VALUE,
    MODAL_FIELDS,
    MODAL_TITLE,
    cut,
)
from bot.replies import Field, Form
from bot.rules.wording import printable

# Discord takes no option with an empty value.
NOTHING = "-"


def draw_form(form: Form) -> ui.Modal:
    """A form as a modal; of more than five fields, those in doubt and then the first are shown."""
    modal = ui.Modal(title=cut(printable(form.title), MODAL_TITLE), custom_id=pack(form.does))
    shown = sorted(form.fields, key=lambda field: not field.doubtful)[:MODAL_FIELDS]
    for field in form.fields:
        if field in shown:
            modal.add_item(_label(field))
    return modal


def filled_in(data: Mapping[str, Any]) -> tuple[str, dict[str, str]]:
    """The button that a submitted modal stands for, and its fields' values by their names."""
    return str(data.get("custom_id", "")), dict(_values(data.get("components", ())))


def _label(field: Field) -> ui.Label[Any]:
    return ui.Label(
        text=cut(f"{'⚠ ' if field.doubtful else ''}{field.label}", INPUT_LABEL),
        description=cut(printable(field.doubtful or field.hint), FIELD_HINT) or None,
        component=_choice(field) if field.choices else _text(field),
    )


def _text(field: Field) -> ui.TextInput[Any]:
    return ui.TextInput(
        custom_id=field.name,
        style=discord.TextStyle.long if field.long else discord.TextStyle.short,
        default=field.value[:INPUT_VALUE] or None,
        required=field.required,
        max_length=min(field.limit, INPUT_VALUE),
    )


def _choice(field: Field) -> ui.Select[Any]:
    options = [
        discord.SelectOption(
            label=cut(choice.label, CHOICE),
            value=choice.value or NOTHING,
            default=choice.value == field.value,
        )
        for choice in field.choices
    ]
    return ui.Select(custom_id=field.name, options=options, required=field.required)


def _values(components: Any) -> Iterator[tuple[str, str]]:
    for component in components:
        inner = component.get("components") or [component.get("component")]
        for part in inner:
            if isinstance(part, dict) and "custom_id" in part:
                picked = "".join(part.get("values", ())[:1])
                yield part["custom_id"], str(part.get("value") or ("" if picked == NOTHING else picked))
