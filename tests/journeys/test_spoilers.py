"""Somebody wants the ending, and nobody else does."""

from tests.journeys.stage import Stage, sample_draft

ENDING = "The reel shows the projectionist's own last evening."


async def test_spoilers_go_to_the_one_who_asks_and_stay_hidden_until_touched(stage: Stage) -> None:
    await stage.publish(sample_draft())
    card = await stage.ann.asks(stage.group, "/review The Quiet Projector")
    spoilers = (await stage.ann.presses(card, "🙈 Spoilers")).reply
    assert spoilers.hidden == ENDING
    assert spoilers.text.startswith("Spoilers for The Quiet Projector (2026)\n")
    assert spoilers.private == stage.whispers
    seen_by_bob = stage.seen_by(stage.bob, stage.group)
    assert all(ENDING not in message.text.replace(message.hidden or "\0", "") for message in seen_by_bob)
    assert len(seen_by_bob) == (1 if stage.whispers else 2)


async def test_spoilers_leave_the_card_as_it_was(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    before = (card.text, card.buttons)
    await stage.bob.presses(card, "🙈 Spoilers")
    assert (card.text, card.buttons) == before


async def test_a_review_that_keeps_nothing_back_has_no_spoiler_button(stage: Stage) -> None:
    await stage.publish(sample_draft(spoilers=""))
    card = await stage.ann.asks(stage.group, "/review The Quiet Projector")
    assert "🙈 Spoilers" not in card.buttons
    forged = (await stage.ann.forges(card, f"1_spoil_{card.button('4★').split('_')[2]}")).reply
    assert "keeps nothing back" in forged.text


async def test_marks_in_the_ending_do_not_end_the_hiding(stage: Stage) -> None:
    ending = "He || dies </tg-spoiler> at || the ~~end~~ `of` it."
    await stage.publish(sample_draft(spoilers=ending))
    card = await stage.ann.asks(stage.group, "/review The Quiet Projector")
    assert (await stage.ann.presses(card, "🙈 Spoilers")).reply.hidden == ending


async def test_an_ending_of_four_thousand_letters_fits_into_one_message(stage: Stage) -> None:
    await stage.publish(sample_draft(spoilers="*" * 4000))
    card = await stage.ann.asks(stage.group, "/review The Quiet Projector")
    spoilers = (await stage.ann.presses(card, "🙈 Spoilers")).reply
    assert len(spoilers.hidden) > 1000
    assert set(spoilers.hidden) <= {"*", "…"}
