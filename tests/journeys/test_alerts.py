"""A review comes out, and those who wanted to know are told: once, where they wanted, until they mute it."""

import time

import pytest

from bot.rules.drafts import FRESH_SECONDS
from storage import Credit
from tests.journeys.stage import Message, Person, Place, Stage, sample_draft

MUTE = "🔕 Mute this"
TITLE = "The Quiet Projector (2026)"


def alerts(stage: Stage, person: Person, place: Place) -> list[Message]:
    return [message for message in stage.seen_by(person, place) if message.has(MUTE)]


def place_of(stage: Stage, kind: str) -> Place:
    places = {"private": stage.mia.private, "group": stage.group, "topic": stage.topic}
    return places.get(kind, stage.channel)


@pytest.mark.parametrize("kind", ["private", "group", "topic", "channel"])
async def test_a_new_review_is_the_same_card_with_mute_in_every_kind_of_place(
    stage: Stage, kind: str
) -> None:
    place = place_of(stage, kind)
    await stage.mia.asks(place, "/subscribe thriller")
    assert await stage.publish(sample_draft()) == 1
    await stage.deliver()
    (alert,) = alerts(stage, stage.mia, place)
    asked = await stage.mia.asks(stage.mia.private, "/review The Quiet Projector")
    assert (alert.text, alert.links, alert.picture) == (asked.text, asked.links, asked.picture)
    assert alert.buttons == [*asked.buttons, MUTE]


@pytest.mark.parametrize("words", ["everything", "mystery", "netflix", "ana de armas"])
async def test_whatever_was_subscribed_finds_the_review(stage: Stage, words: str) -> None:
    await stage.ann.asks(stage.ann.private, f"/subscribe {words}")
    draft = sample_draft(people=(Credit("Ana de Armas", "cast", "The projectionist"),))
    assert await stage.publish(draft) == 1
    await stage.deliver()
    assert [alert.text.partition("\n")[0] for alert in alerts(stage, stage.ann, stage.ann.private)] == [TITLE]


async def test_a_subscribed_title_is_told_of_its_next_review_only(stage: Stage) -> None:
    await stage.ann.asks(stage.ann.private, "/subscribe gone girl")
    assert await stage.publish(sample_draft()) == 0
    again = sample_draft(title="Gone Girl", year=2014, outlet="Second Look", url="https://example.org/2")
    assert await stage.publish(again) == 1
    await stage.deliver()
    (alert,) = alerts(stage, stage.ann, stage.ann.private)
    assert alert.text.startswith("Gone Girl (2014)")


async def test_a_review_that_matches_twice_is_told_once(stage: Stage) -> None:
    for words in ("everything", "thriller", "netflix"):
        await stage.ann.asks(stage.ann.private, f"/subscribe {words}")
    assert await stage.publish(sample_draft()) == 1
    await stage.deliver()
    await stage.deliver()
    assert len(alerts(stage, stage.ann, stage.ann.private)) == 1


async def test_the_same_or_a_corrected_review_is_not_told_again(stage: Stage) -> None:
    await stage.ann.asks(stage.ann.private, "/subscribe thriller")
    await stage.publish(sample_draft())
    await stage.publish(sample_draft())
    await stage.publish(sample_draft(summary="A projectionist hears a reel that was never shot."))
    await stage.deliver()
    assert len(alerts(stage, stage.ann, stage.ann.private)) == 1


async def test_nobody_is_told_of_what_they_did_not_want(stage: Stage) -> None:
    await stage.ann.asks(stage.ann.private, "/subscribe comedy")
    assert await stage.publish(sample_draft()) == 0
    await stage.deliver()
    assert alerts(stage, stage.ann, stage.ann.private) == []


async def test_an_old_review_is_told_to_nobody(stage: Stage) -> None:
    await stage.ann.asks(stage.ann.private, "/subscribe thriller")
    old = int(time.time()) - FRESH_SECONDS - 60
    assert await stage.publish(sample_draft(published_at=old)) == 0
    assert await stage.owed() == []


async def test_a_draft_is_told_to_nobody_until_it_is_published(stage: Stage) -> None:
    await stage.ann.asks(stage.ann.private, "/subscribe thriller")
    assert await stage.publish(sample_draft(), status="draft") == 0
    assert await stage.owed() == []
    assert await stage.publish(sample_draft()) == 1
    await stage.deliver()
    assert len(alerts(stage, stage.ann, stage.ann.private)) == 1


async def test_a_new_subscription_gets_no_old_reviews(stage: Stage) -> None:
    await stage.publish(sample_draft())
    await stage.ann.asks(stage.ann.private, "/subscribe everything")
    await stage.deliver()
    assert alerts(stage, stage.ann, stage.ann.private) == []
    assert await stage.owed() == []


async def test_muting_an_alert_pauses_what_brought_it_and_the_panel_brings_it_back(stage: Stage) -> None:
    await stage.mia.asks(stage.group, "/subscribe thriller")
    await stage.publish(sample_draft())
    await stage.deliver()
    (alert,) = alerts(stage, stage.mia, stage.group)
    told = (await stage.mia.presses(alert, MUTE)).told
    assert told == "🔕 Muted (/subscriptions brings it back): Thriller"
    assert await stage.publish(sample_draft(title="The Loud Projector", url="")) == 0
    panel = await stage.mia.asks(stage.group, "/subscriptions")
    await stage.mia.presses(panel, "▶ Resume Thriller")
    assert await stage.publish(sample_draft(title="The Third Projector", url="")) == 1
    await stage.deliver()
    titles = [alert.text.partition("\n")[0] for alert in alerts(stage, stage.mia, stage.group)]
    assert titles == [TITLE, "The Third Projector (2026)"]


async def test_muting_takes_back_what_is_owed_and_not_sent_yet(stage: Stage) -> None:
    await stage.ann.asks(stage.ann.private, "/subscribe thriller")
    await stage.publish(sample_draft())
    await stage.deliver()
    (alert,) = alerts(stage, stage.ann, stage.ann.private)
    assert await stage.publish(sample_draft(title="The Loud Projector", url="")) == 1
    await stage.ann.presses(alert, MUTE)
    await stage.deliver()
    assert len(alerts(stage, stage.ann, stage.ann.private)) == 1


async def test_only_who_manages_the_group_mutes_its_alerts(stage: Stage) -> None:
    await stage.mia.asks(stage.group, "/subscribe thriller")
    await stage.publish(sample_draft())
    await stage.deliver()
    (alert,) = alerts(stage, stage.ann, stage.group)
    answer = await stage.ann.presses(alert, MUTE)
    assert answer.told == "Only those who manage this chat can change its alerts."
    assert [each.paused for each in await stage.subscribed(stage.group)] == [False]


async def test_an_alert_keeps_its_mute_through_votes_and_switches(stage: Stage) -> None:
    await stage.ann.asks(stage.ann.private, "/subscribe thriller")
    await stage.publish(sample_draft(title="Ballerina", year=2027))
    await stage.deliver()
    (alert,) = alerts(stage, stage.ann, stage.ann.private)
    assert "★★★★ from you" in (await stage.ann.presses(alert, "4★")).told
    assert "Community: 1 vote so far" in alert.text
    assert alert.has(MUTE)
    await stage.ann.presses(alert, "Ballerina (2025)")
    assert alert.text.startswith("Ballerina (2025)")
    assert alert.has(MUTE)


async def test_a_removed_subscription_is_owed_nothing(stage: Stage) -> None:
    await stage.ann.asks(stage.ann.private, "/subscribe thriller")
    await stage.publish(sample_draft())
    panel = await stage.ann.asks(stage.ann.private, "/subscriptions")
    await stage.ann.presses(panel, "✖ Remove")
    await stage.deliver()
    assert alerts(stage, stage.ann, stage.ann.private) == []


async def test_a_review_that_is_withdrawn_in_time_is_not_sent(stage: Stage) -> None:
    await stage.ann.asks(stage.ann.private, "/subscribe thriller")
    assert await stage.publish(sample_draft()) == 1
    await stage.publish(sample_draft(), status="retracted")
    await stage.deliver()
    assert alerts(stage, stage.ann, stage.ann.private) == []
    assert await stage.owed() == []
