"""A card that stands in a chat stays true, whoever votes or writes, and on whichever platform."""

from contextlib import AsyncExitStack

import pytest

from bot.commands import Desk
from tests.journeys.conftest import hold_to_account
from tests.journeys.discord_stage import DiscordStage, discord_stage
from tests.journeys.stage import Message, Place, Stage, sample_draft
from tests.journeys.telegram_stage import TelegramStage, telegram_stage

FEW = "Community: {} so far"
NONE = "Community: no votes yet"
ANOTHER = "🎲 Another one"


def place_of(stage: Stage, kind: str) -> Place:
    places = {"private": stage.bob.private, "group": stage.group, "topic": stage.topic}
    return places[kind]


@pytest.mark.parametrize("kind", ["private", "group", "topic"])
async def test_a_vote_on_one_card_shows_on_everybody_else_s(stage: Stage, kind: str) -> None:
    theirs = await stage.bob.asks(place_of(stage, kind), "/review Gone Girl")
    mine = await stage.ann.asks(stage.ann.private, "/review Gone Girl")
    await stage.ann.presses(mine, "4★")
    assert NONE in theirs.text
    before = theirs.buttons
    await stage.redraw()
    assert FEW.format("1 vote") in theirs.text
    assert "from you" not in theirs.text
    assert theirs.buttons == before


async def test_the_pressed_card_is_redrawn_by_its_press_alone(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    await stage.ann.presses(card, "4★")
    text, edits = card.text, stage.edits()
    assert FEW.format("1 vote") in text
    await stage.redraw()
    assert (card.text, stage.edits()) == (text, edits)


async def test_many_votes_are_one_redraw(stage: Stage) -> None:
    theirs = await stage.bob.asks(stage.group, "/review Gone Girl")
    await stage.voted("Gone Girl", [7, 8, 8, 9, 10])
    before = stage.edits()
    await stage.redraw()
    assert "5 votes · early" in theirs.text
    assert stage.edits() == before + 1


async def test_a_corrected_review_shows_on_the_cards_that_stand(stage: Stage) -> None:
    await stage.publish(sample_draft())
    theirs = await stage.bob.asks(stage.group, "/review The Quiet Projector")
    assert "Editors: 4/5" in theirs.text
    await stage.publish(sample_draft(score_text="2/5", score=40.0, verdict="skip"))
    await stage.redraw()
    assert "Editors: 2/5" in theirs.text
    assert "corrected" in theirs.text


async def test_an_alert_stays_true_and_keeps_its_mute(stage: Stage) -> None:
    await stage.mia.asks(stage.group, "/subscribe thriller")
    await stage.publish(sample_draft())
    await stage.deliver()
    alert = stage.seen_by(stage.mia, stage.group)[-1]
    before = alert.buttons
    mine = await stage.ann.asks(stage.ann.private, "/review The Quiet Projector")
    await stage.ann.presses(mine, "4★")
    await stage.redraw()
    assert FEW.format("1 vote") in alert.text
    assert alert.buttons == before


async def test_a_switched_card_follows_what_it_shows_now(stage: Stage) -> None:
    theirs = await stage.bob.asks(stage.group, "/review Ballerina 2023")
    await stage.bob.presses(theirs, "Ballerina (2025)")
    await stage.voted("Ballerina 2023", [8])
    await stage.redraw()
    assert (theirs.text.partition("\n")[0], NONE in theirs.text) == ("Ballerina (2025)", True)
    await stage.voted("Ballerina 2025", [8])
    await stage.redraw()
    assert FEW.format("1 vote") in theirs.text


async def test_a_message_that_became_something_else_is_forgotten(stage: Stage) -> None:
    for year in range(2031, 2036):
        await stage.publish(sample_draft(title="Ballerina", year=year, url=""))
    theirs = await stage.bob.asks(stage.group, "/review Ballerina 2023")
    assert await stage.noted() == 1
    (others,) = [label for label in theirs.buttons if label.endswith("more …")]
    await stage.bob.presses(theirs, others)
    await stage.rests()
    assert await stage.noted() == 0
    await stage.bob.presses(theirs, "Ballerina (2025)")
    await stage.rests()
    assert await stage.noted() == 1


async def test_a_card_by_chance_keeps_its_dice(stage: Stage) -> None:
    theirs = await stage.bob.asks(stage.group, "/random")
    title = theirs.text.partition("\n")[0]
    await stage.voted(title, [8])
    await stage.redraw()
    assert FEW.format("1 vote") in theirs.text
    assert theirs.has(ANOTHER)


async def test_a_deleted_card_is_forgotten_and_the_others_are_redrawn(stage: Stage) -> None:
    stage.expected += ["message to edit not found"]
    theirs = await stage.bob.asks(stage.group, "/review Gone Girl")
    gone = await stage.mia.asks(stage.topic, "/review Gone Girl")
    assert await stage.noted() == 2
    await stage.deletes(gone)
    await stage.voted("Gone Girl", [8])
    await stage.redraw()
    assert await stage.noted() == 1
    assert FEW.format("1 vote") in theirs.text


async def test_what_one_person_alone_sees_is_not_noted(stage: Stage) -> None:
    await stage.ann.asks(stage.group, "/recommend")
    await stage.ann.asks(stage.group, "/help")
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    await stage.ann.presses(card, "🙈 Spoilers")
    await stage.rests()
    assert await stage.noted() == 1


async def test_a_card_where_the_bot_is_no_member_is_not_noted(on_discord: DiscordStage) -> None:
    abroad = on_discord.abroad(on_discord.ann, send_messages=True, use_external_apps=True)
    card = await on_discord.ann.asks(abroad, "/review Gone Girl")
    await on_discord.ann.presses(card, "4★")
    await on_discord.rests()
    assert FEW.format("1 vote") in card.text
    assert await on_discord.noted() == 0


async def test_an_inline_card_is_kept_true_once_it_was_pressed(on_telegram: TelegramStage) -> None:
    stage = on_telegram
    (found, *_) = await stage.ann.types_ahead("review", "gone girl")
    card = await stage.ann.picks(stage.group, found)
    assert await stage.noted() == 0
    await stage.ann.presses(card, "4★")
    await stage.rests()
    assert await stage.noted() == 1
    await stage.voted("Gone Girl", [8, 8, 8])
    await stage.redraw()
    assert "4 votes · early" in card.text


async def test_a_vote_on_either_platform_shows_on_the_other(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    async with AsyncExitStack() as stages:
        left = await stages.enter_async_context(discord_stage(desk))
        right = await stages.enter_async_context(telegram_stage(desk))
        here = await left.ann.asks(left.group, "/review Gone Girl")
        there = await right.bob.asks(right.group, "/review Gone Girl")
        await left.ann.presses(here, "4★")
        await right.redraw()
        assert FEW.format("1 vote") in there.text
        await right.bob.presses(there, "2★")
        await left.redraw()
        assert FEW.format("2 votes") in here.text
        await right.bob.presses(there, "↩ Take back")
        await left.redraw()
        assert FEW.format("1 vote") in here.text
    hold_to_account(left, caplog)
    hold_to_account(right, caplog)


async def two_reviews_and_the_first_one_s_alert(stage: Stage) -> Message:
    await stage.mia.asks(stage.group, "/subscribe thriller")
    await stage.publish(sample_draft(author="Pearl Locke", spoilers="She is the projectionist."))
    await stage.deliver()
    alert = stage.seen_by(stage.mia, stage.group)[-1]
    await stage.publish(
        sample_draft(
            author="Ines Roth", outlet="Second Feature", url="https://example.org/2", score_text="1/5",
            spoilers="The reel was empty.",
        )
    )  # fmt: skip
    return alert


async def test_a_pressed_alert_goes_on_telling_of_its_own_review(stage: Stage) -> None:
    alert = await two_reviews_and_the_first_one_s_alert(stage)
    await stage.ann.presses(alert, "4★")
    assert FEW.format("1 vote") in alert.text
    await stage.ann.presses(alert, "↩ Take back")
    assert (NONE in alert.text, "Pearl Locke" in alert.text, "Editors: 4/5" in alert.text) == (True,) * 3
    told = await stage.ann.presses(alert, "🙈 Spoilers")
    assert "She is the projectionist." in told.reply.text
    await stage.voted("The Quiet Projector", [8])
    await stage.redraw()
    assert "Pearl Locke" in alert.text
    assert FEW.format("1 vote") in alert.text


async def test_a_pressed_alert_of_a_retracted_review_says_so_and_tells_again_when_it_is_back(
    staffed: Stage,
) -> None:
    stage = staffed
    alert = await two_reviews_and_the_first_one_s_alert(stage)
    chosen = await stage.mia.asks(stage.mia.private, "/retract quiet projector")
    await stage.mia.presses(chosen, "⛔ The Quiet Projector (2026) by Pearl Locke")
    await stage.mia.presses(chosen, "⛔ Retract it")
    await stage.redraw()
    await stage.ann.presses(alert, "4★")
    assert "This review was retracted." in alert.text
    assert FEW.format("1 vote") in alert.text
    await stage.mia.presses(chosen, "✅ Publish")
    await stage.redraw()
    assert "Pearl Locke" in alert.text
