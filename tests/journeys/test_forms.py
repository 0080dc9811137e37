"""Forms on each platform: a modal that opens in time, a sheet that outlives a restart."""

from contextlib import AsyncExitStack
from dataclasses import replace

import pytest

from bot.commands import Desk
from bot.rules.drafts import Evidence
from tests.journeys import conftest
from tests.journeys.conftest import hold_to_account
from tests.journeys.discord_stage import DiscordStage
from tests.journeys.stage import Stage, sample_draft
from tests.journeys.telegram_stage import TelegramForm, TelegramMessage, TelegramStage, telegram_stage

ON_DISCORD = pytest.mark.parametrize("staffed", [conftest.on_discord_with_mia], indirect=True)
ON_TELEGRAM = pytest.mark.parametrize("staffed", [conftest.on_telegram_with_mia], indirect=True)
UNSURE = {"summary": Evidence("A reel that was never filmed", "text", 0.5)}


async def comes_in(stage: Stage) -> None:
    await stage.publish(sample_draft(evidence=UNSURE), status="draft")


@ON_DISCORD
async def test_a_modal_marks_what_is_in_doubt_and_says_what_it_rests_on(staffed: Stage) -> None:
    assert isinstance(staffed, DiscordStage)
    await comes_in(staffed)
    result = await staffed.mia.types(staffed.mia.private, "/edit quiet projector")
    assert result.modal is not None
    assert len(result.modal["title"]) <= 45
    labels = result.modal["components"]
    assert [label["label"] for label in labels] == ["⚠ Summary", "Score", "Verdict", "Title", "Spoilers"]
    assert labels[0]["description"] == "Rests on “A reel that was never filmed” in the text, 50% sure"


@ON_DISCORD
async def test_a_modal_that_was_opened_before_a_restart_is_taken_after_it(staffed: Stage) -> None:
    assert isinstance(staffed, DiscordStage)
    await comes_in(staffed)
    form = await staffed.mia.asks_for_form(staffed.mia.private, "/edit quiet projector")
    await staffed.env.restart_bot(type(staffed.env.bot)(staffed.desk))  # type: ignore[arg-type, call-arg]
    saved = (await form.submits(title="The Loud Projector")).reply
    assert "The Loud Projector (2026)" in saved.text


async def sheet_of(stage: TelegramStage) -> TelegramForm:
    await comes_in(stage)
    form = await stage.mia.asks_for_form(stage.mia.private, "/edit quiet projector")
    assert isinstance(form, TelegramForm)
    return form


async def test_a_question_that_was_asked_before_a_restart_is_answered_after_it(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    async with telegram_stage(desk) as rehearsal:
        mia = rehearsal.mia.account
    desk = replace(desk, editors=frozenset({mia}))
    async with telegram_stage(desk) as stage:
        form = await sheet_of(stage)
        await stage.mia.presses(form.sheet, "✏ Summary")
    hold_to_account(stage, caplog)
    async with AsyncExitStack() as again:
        stage = await again.enter_async_context(telegram_stage(desk))
        sheet = await stage.mia.asks(stage.mia.private, "A reel plays by itself.")
        assert "Summary: A reel plays by itself." in sheet.text
        await stage.mia.presses(sheet, "✅ Save")
        assert sheet.text.startswith("✏ Saved.")
    hold_to_account(stage, caplog)


@ON_TELEGRAM
async def test_in_a_group_a_reply_to_the_question_is_its_answer_and_other_words_are_not(
    staffed: Stage,
) -> None:
    assert isinstance(staffed, TelegramStage)
    stage = staffed
    await comes_in(stage)
    sheet = await stage.mia.asks(stage.group, "/edit quiet projector")
    asked = (await stage.mia.presses(sheet, "✏ Title")).reply
    assert isinstance(asked, TelegramMessage)
    before = len(stage.seen_by(stage.mia, stage.group))
    stage.bob.actor.write(stage.group.handle, "The Wrong Projector", reply_to=asked.message)
    stage.mia.actor.write(stage.group.handle, "The Unasked Projector")
    chat = stage.bob.actor.write(stage.group.handle, "Any good?")
    stage.mia.actor.write(stage.group.handle, "The Other Projector", reply_to=chat)
    await stage.rests()
    assert len(stage.seen_by(stage.mia, stage.group)) == before
    stage.mia.actor.write(stage.group.handle, "The Loud Projector", reply_to=asked.message)
    await stage.rests()
    assert "Title: The Loud Projector" in stage.seen_by(stage.mia, stage.group)[-1].text


@ON_TELEGRAM
async def test_a_sheet_is_its_owners_alone(staffed: Stage) -> None:
    assert isinstance(staffed, TelegramStage)
    form = await sheet_of(staffed)
    theirs = await staffed.ann.asks(staffed.ann.private, "/review Gone Girl")
    for label in ("✏ Title", "Skip it", "✅ Save", "Leave as it was"):
        answer = await staffed.ann.forges(theirs, form.sheet.button(label))
        assert answer.told == "That form is not open any more."
    await staffed.mia.presses(form.sheet, "Leave as it was")
    assert form.sheet.text == "Nothing was changed."


@ON_TELEGRAM
async def test_after_a_sheet_is_handed_in_words_are_titles_again(staffed: Stage) -> None:
    assert isinstance(staffed, TelegramStage)
    form = await sheet_of(staffed)
    await staffed.mia.presses(form.sheet, "✏ Summary")
    await staffed.mia.presses(form.sheet, "✅ Save")
    shown = await staffed.mia.asks(staffed.mia.private, "Gone Girl")
    assert shown.text.startswith("Gone Girl (2014)")
