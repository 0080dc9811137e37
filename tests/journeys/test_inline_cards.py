"""Somebody posts a card with `@bot title` in a chat where the bot is not, and its buttons work there."""

import pytest

from bot.platforms.telegram.limits import INLINE_CACHE_SECONDS, INLINE_RESULTS
from tests.journeys.telegram_stage import TelegramMessage, TelegramStage


@pytest.fixture
async def posted(on_telegram: TelegramStage) -> TelegramMessage:
    """A card that ann has posted in a chat of strangers."""
    stage = on_telegram
    elsewhere = stage.world.group("Strangers", members=[stage.ann.actor, stage.bob.actor], bot="left")
    (result,) = await stage.ann.actor.inline("gone girl")
    return TelegramMessage(stage.ann.actor.choose_inline(result, elsewhere))


async def test_the_results_say_what_they_are(on_telegram: TelegramStage) -> None:
    results = await on_telegram.ann.actor.inline("ball")
    shown = {result.title: result.description for result in results}
    assert shown["Ballerina (2023)"] == "film · Netflix · Action · Thriller"
    assert results.cache_time == INLINE_CACHE_SECONDS
    assert not results.is_personal


async def test_nothing_typed_lists_the_newest_reviews(on_telegram: TelegramStage) -> None:
    latest = await on_telegram.ann.asks(on_telegram.ann.private, "/latest")
    listed = [result.title for result in await on_telegram.ann.actor.inline("")]
    assert listed[:8] == latest.buttons
    assert len(listed) == INLINE_RESULTS


async def test_nothing_found_offers_the_private_chat(on_telegram: TelegramStage) -> None:
    results = await on_telegram.ann.actor.inline("qqxxqqzz")
    assert list(results) == []
    assert results.button == {"text": "Nothing found here. Ask me directly", "start_parameter": "help"}
    assert "Film and series reviews" in (await on_telegram.ann.follows("help")).text


async def test_a_posted_card_is_the_card(on_telegram: TelegramStage, posted: TelegramMessage) -> None:
    asked = await on_telegram.ann.asks(on_telegram.ann.private, "/review Gone Girl")
    assert (posted.text, posted.buttons, posted.picture) == (asked.text, asked.buttons, asked.picture)


async def test_votes_on_a_posted_card_count_and_redraw_it(
    on_telegram: TelegramStage, posted: TelegramMessage
) -> None:
    stage = on_telegram
    assert "★★★★ from you" in (await stage.ann.presses(posted, "4★")).told
    assert "★★★★★ from you" in (await stage.bob.presses(posted, "5★")).told
    assert "Community: 2 votes so far" in posted.text
    assert await stage.counts("Gone Girl") == [8, 10]
    assert posted.message.chat.messages == [posted.message]


async def test_two_people_at_once_on_a_posted_card(
    on_telegram: TelegramStage, posted: TelegramMessage
) -> None:
    on_telegram.expected.append("message is not modified")
    stage = on_telegram
    await stage.at_once((stage.ann, posted, "4★"), (stage.bob, posted, "5★"), (stage.mia, posted, "3★"))
    assert await stage.counts("Gone Girl") == [6, 8, 10]
    assert "3 votes · early" in posted.text


@pytest.mark.parametrize(
    ("label", "begins"), [("🙈 Spoilers", "Spoilers for Gone Girl"), ("🍿 More like this", "After Gone Girl")]
)
async def test_what_would_be_a_message_waits_in_the_private_chat(
    on_telegram: TelegramStage, posted: TelegramMessage, label: str, begins: str
) -> None:
    answer = await on_telegram.bob.presses(posted, label)
    assert (answer.told, answer.replies) == ("", ())
    shown = await on_telegram.bob.follows(answer.opens)
    assert shown.text.startswith(begins)
    assert bool(shown.hidden) == label.startswith("🙈")


async def test_alert_me_on_a_posted_card(on_telegram: TelegramStage, posted: TelegramMessage) -> None:
    stage = on_telegram
    await stage.ann.asks(stage.ann.private, "/start")
    assert "privately" in (await stage.ann.presses(posted, "🔔 Alert me")).told
    answer = await stage.bob.presses(posted, "🔔 Alert me")
    if answer.opens:
        assert "privately" in (await stage.bob.follows(answer.opens)).text
    for person in (stage.ann, stage.bob):
        assert [each.name for each in await stage.subscribed(person.private)] == ["Gone Girl (2014)"]


async def test_alert_me_on_a_posted_card_by_somebody_who_never_said_hello_opens_the_private_chat(
    on_telegram: TelegramStage, posted: TelegramMessage
) -> None:
    answer = await on_telegram.bob.presses(posted, "🔔 Alert me")
    assert answer.opens.startswith("1_subme_work_")
    assert await on_telegram.subscribed(on_telegram.bob.private) == []


async def test_stale_buttons_of_a_posted_card_are_refused_politely(
    on_telegram: TelegramStage, posted: TelegramMessage
) -> None:
    before = posted.text
    answer = await on_telegram.bob.forges(posted, "0_vote_1_8")
    assert "from an older version of me" in answer.told
    assert posted.text == before


async def test_no_panel_of_anybody_opens_in_a_chat_that_the_bot_is_not_in(
    on_telegram: TelegramStage, posted: TelegramMessage
) -> None:
    stage = on_telegram
    await stage.bob.asks(stage.bob.private, "/subscribe thriller")
    answer = await stage.bob.forges(posted, "1_panel_0")
    assert "Thriller" not in posted.text
    assert not answer.replies
