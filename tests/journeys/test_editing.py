"""A draft comes in; an editor looks at it, mends it, lets it out, corrects it and takes it back."""

import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from bot.importing import import_files
from bot.rules.drafts import Evidence
from tests.journeys.stage import Message, Person, Place, Stage, sample_draft

MUTE = "🔕 Mute this"
NO = "That is for this community's editors."
UNSURE = {
    "score": Evidence("four stars for the popcorn", "text", 0.4),
    "title": Evidence("The Quiet Projector", "head", 0.95),
}


def alerts(stage: Stage, person: Person, place: Place) -> list[Message]:
    return [message for message in stage.seen_by(person, place) if message.has(MUTE)]


async def draft_comes_in(stage: Stage) -> None:
    assert await stage.publish(sample_draft(evidence=UNSURE), status="draft") == 0


async def test_a_draft_is_mended_published_corrected_and_retracted(staffed: Stage) -> None:
    stage, mia, there = staffed, staffed.mia, staffed.mia.private
    await stage.ann.asks(stage.ann.private, "/subscribe thriller")
    await draft_comes_in(stage)
    listed = await mia.asks(there, "/drafts")
    assert "The Quiet Projector (2026) by Pearl Locke · 4/5 · 1 detail to look at" in listed.text
    await mia.presses(listed, "Open The Quiet Projector (2026)")
    assert "Score: 4/5 (“four stars for the popcorn” in the text, 40% sure)" in listed.text
    form = await mia.opens_form(listed, "✏ Most edited")
    assert list(form.doubtful) == ["score"]
    saved = (await form.submits(score="3/5", verdict="maybe")).reply
    assert saved.text.startswith("✏ Saved.")
    assert "Draft, revision 2." in saved.text
    assert "to look at" not in saved.text

    await mia.presses(saved, "✅ Publish")
    await mia.presses(listed, "🗂 All drafts")
    assert listed.text.startswith("No draft waits.")
    await stage.deliver()
    await stage.deliver()
    (alert,) = alerts(stage, stage.ann, stage.ann.private)
    assert "Editors: 3/5" in alert.text
    assert "corrected" not in alert.text

    card = await stage.bob.asks(stage.group, "/review quiet projector")
    form = await mia.asks_for_form(there, "/edit quiet projector")
    assert form.fields["score"] == "3/5"
    await form.submits(score="2/5", verdict="skip")
    await stage.redraw()
    for shown in (alert, card):
        assert "Editors: 2/5" in shown.text
        assert "corrected" in shown.text

    asked = await mia.asks(there, "/retract quiet projector")
    assert asked.text.startswith("Retract The Quiet Projector (2026) by Pearl Locke?")
    await mia.presses(asked, "⛔ Retract it")
    assert asked.text.startswith("⛔ Taken back.")
    await stage.redraw()
    for shown in (alert, card):
        assert "This review was retracted." in shown.text
        assert "Editors" not in shown.text

    told = (await mia.asks(there, "/history quiet projector")).text
    deeds = [line.partition(") ")[2] for line in told.splitlines() if "UTC" in line]
    whole = "The Quiet Projector (2026), revision"
    assert deeds == [
        f"retracted {whole} 3", f"edited {whole} 3: score and verdict",
        f"published {whole} 2", f"edited {whole} 2: score and verdict",
    ]  # fmt: skip
    assert mia.name.lower() in told.lower()

    await mia.asks(there, "/publish quiet projector")
    await stage.redraw()
    await stage.deliver()
    assert "Editors: 2/5" in card.text
    assert len(alerts(stage, stage.ann, stage.ann.private)) == 1


async def test_a_score_that_was_corrected_in_the_chat_outlives_the_next_import_of_the_file(
    staffed: Stage, tmp_path: Path
) -> None:
    stage, file = staffed, tmp_path / "reviews.jsonl"
    review = {"author": "Pearl Locke", "score": "4/5", "summary": "A reel that was never filmed."}

    async def imports() -> str:
        file.write_text(json.dumps({"work": {"title": "The Quiet Projector"}, "review": review}), "utf-8")
        said = StringIO()
        await import_files(stage.desk, [file], Console(file=said, width=200))
        return said.getvalue().strip()

    await imports()
    card = await stage.bob.asks(stage.group, "/review quiet projector")
    form = await stage.mia.asks_for_form(stage.mia.private, "/edit quiet projector")
    await form.submits(score="2/5")
    review |= {"score": "5/5", "summary": "A reel that nobody filmed."}
    assert "1 changed" in await imports()
    await stage.redraw()
    assert "Editors: 2/5" in card.text
    assert "A reel that nobody filmed." in card.text


async def test_a_list_that_is_in_doubt_is_told_apart(staffed: Stage) -> None:
    unsure = {"comparables": Evidence("better than Gone Girl", "text", 0.6)}
    await staffed.publish(
        sample_draft(comparables=("Gone Girl", "The Glory"), evidence=unsure), status="draft"
    )
    listed = await staffed.mia.asks(staffed.mia.private, "/drafts")
    await staffed.mia.presses(listed, "Open The Quiet Projector (2026)")
    assert (
        "⚠ If you liked: Gone Girl, The Glory (“better than Gone Girl” in the text, 60% sure)" in listed.text
    )


async def test_what_spoilers_rest_on_gives_nothing_away(staffed: Stage) -> None:
    unsure = {"spoilers": Evidence("the mayor did it", "text", 0.6)}
    await staffed.publish(sample_draft(spoilers="It was him.", evidence=unsure), status="draft")
    listed = await staffed.mia.asks(staffed.mia.private, "/drafts")
    await staffed.mia.presses(listed, "Open The Quiet Projector (2026)")
    assert "⚠ Spoilers: " in listed.text
    assert "the mayor" not in listed.text


async def test_a_draft_that_could_be_about_several_films_offers_them(staffed: Stage) -> None:
    stage, mia = staffed, staffed.mia
    await stage.publish(sample_draft(title="Ballerina", year=None, platform="", summary="Which one?"))
    listed = await mia.asks(mia.private, "/drafts")
    assert "1 detail to look at" in listed.text
    assert "Ballerina by Pearl Locke · 4/5 · 1 detail to look at · 3 are called that" in listed.text
    await mia.presses(listed, "Open Ballerina")
    assert "Several are called that. Which one is it about?" in listed.text
    assert "⚠ Year: 2025 (“Ballerina” in the text, 33% sure)" in listed.text
    choices = [label for label in listed.buttons if label.startswith("🎬")]
    assert choices == [f"🎬 It is Ballerina ({year})" for year in (2025, 2023, 2016)]
    data = listed.button(choices[0])
    theirs = await stage.ann.asks(stage.ann.private, "/review Gone Girl")
    assert (await stage.ann.forges(theirs, data)).told == NO
    await mia.presses(listed, choices[1])
    assert "It is about Ballerina (2023)." in listed.text
    assert not [label for label in listed.buttons if label.startswith("🎬")]
    assert "to look at" not in listed.text
    assert "settled already" in (await mia.forges(listed, data)).told
    await mia.presses(listed, "✅ Publish")
    card = await stage.bob.asks(stage.bob.private, "/review ballerina 2023")
    assert "Which one?" in card.text


@pytest.mark.parametrize("way", ["the list", "the command", "the view"])
async def test_a_draft_that_could_be_about_several_films_is_not_published_by_a_guess(
    staffed: Stage, way: str
) -> None:
    stage, mia = staffed, staffed.mia
    await stage.publish(sample_draft(title="Ballerina", year=None, platform="", summary="Which one?"))
    if way == "the command":
        shown = await mia.asks(mia.private, "/publish ballerina 2025")
    else:
        shown = await mia.asks(mia.private, "/drafts")
        if way == "the view":
            await mia.presses(shown, "Open Ballerina")
        await mia.presses(shown, "✅ Publish")
    assert shown.text.startswith("Not published yet: first say which one it is about.")
    assert "Draft, revision 1." in shown.text
    assert "Which one?" not in (await stage.bob.asks(stage.bob.private, "/review ballerina 2025")).text
    await mia.presses(shown, "🎬 It is Ballerina (2025)")
    await mia.presses(shown, "✅ Publish")
    assert "Which one?" in (await stage.bob.asks(stage.bob.private, "/review ballerina 2025")).text


async def test_a_discarded_draft_is_said_to_be_discarded(staffed: Stage) -> None:
    await draft_comes_in(staffed)
    listed = await staffed.mia.asks(staffed.mia.private, "/drafts")
    again = await staffed.mia.asks(staffed.mia.private, "/drafts")
    await staffed.mia.presses(listed, "🗑 Discard")
    assert listed.text.startswith("🗑 The draft is discarded; no member has seen it.")
    await staffed.mia.presses(again, "🗑 Discard")
    assert again.text.startswith("It is discarded already.")
    empty = await staffed.mia.asks(staffed.mia.private, "/drafts")
    assert "/import" in empty.text
    assert "--draft" not in empty.text


async def test_alerts_that_wait_are_stopped_by_a_retraction_and_go_on_after_it(staffed: Stage) -> None:
    stage, there = staffed, staffed.mia.private
    await stage.ann.asks(stage.ann.private, "/subscribe thriller")
    await draft_comes_in(stage)
    published = await stage.mia.asks(there, "/publish quiet projector")
    assert published.text.startswith("✅ Published; 1 alert to send.")
    asked = await stage.mia.asks(there, "/retract quiet projector")
    await stage.mia.presses(asked, "⛔ Retract it")
    assert asked.text.startswith("⛔ Taken back; 1 alert stopped.")
    await stage.deliver()
    assert alerts(stage, stage.ann, stage.ann.private) == []
    await stage.mia.presses(asked, "✅ Publish")
    await stage.deliver()
    await stage.deliver()
    assert len(alerts(stage, stage.ann, stage.ann.private)) == 1


async def test_an_alert_says_that_its_review_was_retracted_though_another_one_stands(staffed: Stage) -> None:
    stage, there = staffed, staffed.mia.private
    await stage.ann.asks(stage.ann.private, "/subscribe thriller")
    await stage.publish(sample_draft())
    await stage.deliver()
    (alert,) = alerts(stage, stage.ann, stage.ann.private)
    await stage.publish(sample_draft(author="Ines Roth", url="https://example.org/2", score_text="1/5"))
    chosen = await stage.mia.asks(there, "/retract quiet projector")
    assert chosen.text.startswith("Which review do you mean?")
    await stage.mia.presses(chosen, "⛔ The Quiet Projector (2026) by Pearl Locke")
    await stage.mia.presses(chosen, "⛔ Retract it")
    await stage.redraw()
    assert "This review was retracted." in alert.text
    card = await stage.bob.asks(stage.bob.private, "/review quiet projector")
    assert "Editors: 1/5" in card.text


@pytest.mark.parametrize("command", ["drafts", "publish quiet", "edit quiet", "retract quiet", "history"])
async def test_a_member_hears_a_kind_no(staffed: Stage, command: str) -> None:
    await draft_comes_in(staffed)
    told = await staffed.ann.asks(staffed.ann.private, f"/{command}")
    assert told.text.startswith(NO)
    assert f"{staffed.platform}:{staffed.ann.account.number}" in told.text


@pytest.mark.parametrize("label", ["✅ Publish", "🗑 Discard", "✏ Opinion", "🗂 All drafts"])
async def test_an_editors_button_that_a_member_forges_does_nothing(staffed: Stage, label: str) -> None:
    await draft_comes_in(staffed)
    listed = await staffed.mia.asks(staffed.mia.private, "/drafts")
    await staffed.mia.presses(listed, "Open The Quiet Projector (2026)")
    theirs = await staffed.ann.asks(staffed.ann.private, "/review Gone Girl")
    before = theirs.text
    answer = await staffed.ann.forges(theirs, listed.button(label))
    assert answer.told == NO
    assert theirs.text == before
    assert "to look at" in (await staffed.mia.asks(staffed.mia.private, "/drafts")).text


async def test_pressing_twice_does_it_once(staffed: Stage) -> None:
    await draft_comes_in(staffed)
    listed = await staffed.mia.asks(staffed.mia.private, "/drafts")
    again = await staffed.mia.asks(staffed.mia.private, "/drafts")
    await staffed.mia.presses(listed, "✅ Publish")
    await staffed.mia.presses(again, "✅ Publish")
    assert again.text.startswith("It is published already.")
    told = (await staffed.mia.asks(staffed.mia.private, "/history")).text
    assert told.count("published The Quiet Projector") == 1


async def test_of_two_editors_the_second_is_told_and_loses_nothing(staffed: Stage) -> None:
    mia, there = staffed.mia, staffed.mia.private
    await draft_comes_in(staffed)
    first = await mia.asks_for_form(there, "/edit quiet projector")
    second = await mia.asks_for_form(there, "/edit quiet projector")
    await first.submits(score="3/5")
    late = (await second.submits(summary="A reel that nobody shot plays by itself.")).reply
    assert "has edited it meanwhile. Nothing was saved; what you wrote is kept." in late.text
    if late.has("✏ Open the form"):
        again = await mia.opens_form(late, "✏ Open the form")
        assert again.fields["summary"] == "A reel that nobody shot plays by itself."
        saved = (await again.submits(score="3/5")).reply
    else:
        assert "A reel that nobody shot plays by itself." in late.text
        saved = (await second.submits(score="3/5")).reply
    assert saved.text.startswith("✏ Saved.")
    assert "A reel that nobody shot" in saved.text
    assert "Editors: 3/5" in saved.text


async def test_what_cannot_be_taken_comes_back_as_it_was_written(staffed: Stage) -> None:
    mia, there = staffed.mia, staffed.mia.private
    await draft_comes_in(staffed)
    form = await mia.asks_for_form(there, "/edit quiet projector")
    back = (await form.submits(score="five-ish", title="The Loud Projector")).reply
    assert "Not saved yet: Score should be a score such as" in back.text
    if back.has("✏ Open the form"):
        form = await mia.opens_form(back, "✏ Open the form")
        assert form.fields["title"] == "The Loud Projector"
    saved = (await form.submits(score="4/5")).reply
    assert "The Loud Projector (2026)" in saved.text
    assert (await mia.asks(there, "/review loud projector")).text.startswith("The Loud Projector (2026)")


async def test_a_draft_that_named_the_wrong_work_is_put_right(staffed: Stage) -> None:
    mia, there = staffed.mia, staffed.mia.private
    await staffed.publish(sample_draft(title="Gone for Good, Girl", year=None), status="draft")
    listed = await mia.asks(there, "/drafts")
    await mia.presses(listed, "Open Gone for Good, Girl")
    form = await mia.opens_form(listed, "✏ Which film")
    saved = (await form.submits(title="Gone Girl", year="2014")).reply
    assert "Gone Girl (2014)" in saved.text
    await mia.presses(saved, "✅ Publish")
    shown = await staffed.ann.asks(staffed.ann.private, "/review Gone Girl")
    assert "Pearl Locke" in shown.text
    gone = await staffed.ann.asks(staffed.ann.private, "/review Gone for Good Girl")
    assert not gone.text.startswith("Gone for Good, Girl")
